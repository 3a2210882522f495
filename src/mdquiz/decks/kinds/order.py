"""Items to put in order: west to east, earliest first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from mdquiz.decks.kinds.base import (
    Problem,
    Prose,
    QuestionBase,
    TranslationBase,
    Words,
    miscounted,
    repeated,
)
from mdquiz.text import folded


class OrderTranslation(TranslationBase):
    """The items in another language, in the same (right) order."""

    prompt: Prose = ""
    sequence: tuple[Words, ...]
    axis: Words


class Order(QuestionBase):
    """Items in their right order, shown shuffled."""

    type: Literal["order"]
    prompt: Prose = ""
    """The opening words; made from the axis when left out."""
    sequence: Annotated[tuple[Words, ...], Field(min_length=3, max_length=8)]
    """The items in the right order."""
    axis: Words
    """What the order goes by: "west to east", "earliest first"."""
    hi: OrderTranslation | None = None
    en: OrderTranslation | None = None

    def _line(self) -> str:
        return self.prompt or f"{', '.join(sorted(self.sequence))} ({self.axis})"

    def _key(self) -> str:
        return "\n".join(" ".join(folded(item).split()) for item in self.sequence)

    def problems(self) -> Iterator[Problem]:
        """Items that repeat: the order would have two keys."""
        yield from repeated(self.sequence, ("sequence",), "item")
        for language, translation in (("hi", self.hi), ("en", self.en)):
            if translation is not None:
                count = len(translation.sequence)
                yield from miscounted(language, "sequence", len(self.sequence), count)
                yield from repeated(translation.sequence, (language, "sequence"), "item")
