"""Statements with their truth: "Consider the following statements"; the code is derived."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from mdquiz.decks.codes import code_problems
from mdquiz.decks.kinds.base import (
    Ask,
    Problem,
    Prose,
    QuestionBase,
    Statement,
    Table,
    TranslationBase,
    Words,
    miscounted,
    repeated,
)


class StatementTranslation(Table):
    """One statement in another language; its truth stands in the question."""

    text: Words
    why: Prose = ""
    original: Prose = ""


class StatementsTranslation(TranslationBase):
    """The statements in another language, in the same order."""

    prompt: Prose = ""
    statements: tuple[StatementTranslation, ...]


class Statements(QuestionBase):
    """Statements, some of them true."""

    type: Literal["statements"]
    prompt: Prose = ""
    """The opening words; "Consider the following statements:" when left out."""
    statements: Annotated[tuple[Statement, ...], Field(min_length=2, max_length=6)]
    ask: Ask = "which"
    labels: Literal["1", "I"] = "1"
    """Whether statements are numbered 1, 2, 3 or I, II, III."""
    options: Annotated[tuple[Words, ...], Field(min_length=2, max_length=8)] | None = None
    """The options as the paper had them; derived when left out, checked when stated."""
    answer: Words | None = None
    """The key as the paper had it; derived from the truths, checked when stated."""
    hi: StatementsTranslation | None = None
    en: StatementsTranslation | None = None

    @property
    def truths(self) -> tuple[bool, ...]:
        """The truth of each statement."""
        return tuple(statement.true for statement in self.statements)

    def _line(self) -> str:
        return f"{self.prompt} {self.statements[0].text} …".strip()

    def _key(self) -> str:
        return " ".join("true" if true else "false" for true in self.truths)

    def problems(self) -> Iterator[Problem]:
        """Statements that repeat, and a stated code that the truths do not bear out."""
        texts = tuple(statement.text for statement in self.statements)
        yield from repeated(texts, ("statements",), "statement", "text")
        yield from code_problems(self.truths, self.ask, self.options, self.answer)
        for language, translation in (("hi", self.hi), ("en", self.en)):
            if translation is not None:
                count = len(translation.statements)
                yield from miscounted(language, "statements", len(texts), count)
