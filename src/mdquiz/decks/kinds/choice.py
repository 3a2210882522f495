"""Options of which one, or several, are right."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
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


class ChoiceTranslation(TranslationBase):
    """A choice in another language; `why` names the translated options."""

    prompt: Words
    options: tuple[Words, ...]
    why: dict[Words, Prose] = {}


class Choice(QuestionBase):
    """A single or multiple choice."""

    type: Literal["choice"]
    prompt: Words
    options: Annotated[tuple[Words, ...], Field(min_length=2, max_length=8)]
    answer: Words | Annotated[tuple[Words, ...], Field(min_length=1)]
    """The right option's text; a list where several are right."""
    pin: tuple[Words, ...] = ()
    """Options that stay last in this order, such as "None of the above"."""
    why: dict[Words, Prose] = {}
    """Why an option is right or wrong, by the option's text."""
    hi: ChoiceTranslation | None = None
    en: ChoiceTranslation | None = None

    @property
    def several(self) -> bool:
        """Whether any number of options may be chosen (the answer is a list)."""
        return isinstance(self.answer, tuple)

    @property
    def right(self) -> tuple[str, ...]:
        """The texts of the right options."""
        return self.answer if isinstance(self.answer, tuple) else (self.answer,)

    def _line(self) -> str:
        return self.prompt

    def _key(self) -> str:
        return "\n".join(sorted(" ".join(folded(text).split()) for text in self.right))

    def problems(self) -> Iterator[Problem]:
        """Options that repeat, and a key, pin or reason that is not among them."""
        yield from repeated(self.options, ("options",), "option")
        if isinstance(self.answer, tuple):
            yield from repeated(self.answer, ("answer",), "answer")
            for index, text in enumerate(self.answer):
                yield from _missing(text, self.options, ("answer", index), "key-not-among-options")
        else:
            yield from _missing(self.answer, self.options, ("answer",), "key-not-among-options")
        for index, text in enumerate(self.pin):
            yield from _missing(text, self.options, ("pin", index), "pin-not-among-options")
        yield from repeated(self.pin, ("pin",), "pin")
        for text in self.why:
            yield from _missing(text, self.options, ("why", text), "why-not-among-options")
        for language, translation in (("hi", self.hi), ("en", self.en)):
            if translation is None:
                continue
            options = translation.options
            yield from miscounted(language, "options", len(self.options), len(options))
            yield from repeated(options, (language, "options"), "option")
            for text in translation.why:
                yield from _missing(text, options, (language, "why", text), "why-not-among-options")


def _missing(
    text: str, options: tuple[str, ...], at: tuple[str | int, ...], code: str
) -> Iterator[Problem]:
    if text in options:
        return
    near = get_close_matches(text, options, n=1, cutoff=0.6)
    remedy = (
        f'write it as it stands there: "{near[0]}"'
        if near
        else "repeat the text of an option exactly as it stands there"
    )
    yield Problem(code, at, f'"{text}" is not one of the options', remedy)
