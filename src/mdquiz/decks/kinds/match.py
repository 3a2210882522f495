"""Two lists to be matched: List I and List II, with a derived code."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from mdquiz.decks.kinds.base import (
    Problem,
    Prose,
    QuestionBase,
    Table,
    TranslationBase,
    Words,
    miscounted,
    repeated,
)
from mdquiz.text import folded


class Pair(Table):
    """An entry of List I and the entry of List II that belongs to it."""

    left: Words
    right: Words


class MatchTranslation(TranslationBase):
    """The lists in another language, in the same order."""

    prompt: Prose = ""
    left_title: Words
    right_title: Words
    pairs: tuple[Pair, ...]


class Match(QuestionBase):
    """Pairs whose right-hand sides are shown shuffled."""

    type: Literal["match"]
    prompt: Prose = ""
    """The opening words; "Match List I with List II …" when left out."""
    left_title: Words
    right_title: Words
    pairs: Annotated[tuple[Pair, ...], Field(min_length=3, max_length=6)]
    hi: MatchTranslation | None = None
    en: MatchTranslation | None = None

    def _line(self) -> str:
        titles = f"{self.left_title} : {self.right_title}"
        return f"{self.prompt} {titles}".strip()

    def _key(self) -> str:
        return "\n".join(
            sorted(f"{folded(pair.left)} = {folded(pair.right)}" for pair in self.pairs)
        )

    def problems(self) -> Iterator[Problem]:
        """Entries that repeat within their list: the code would have two keys."""
        yield from _repeated_entries(self.pairs, ())
        for language, translation in (("hi", self.hi), ("en", self.en)):
            if translation is not None:
                count = len(translation.pairs)
                yield from miscounted(language, "pairs", len(self.pairs), count)
                yield from _repeated_entries(translation.pairs, (language,))


def _repeated_entries(pairs: tuple[Pair, ...], at: tuple[str, ...]) -> Iterator[Problem]:
    yield from repeated(tuple(pair.left for pair in pairs), (*at, "pairs"), "entry", "left")
    yield from repeated(tuple(pair.right for pair in pairs), (*at, "pairs"), "entry", "right")
