"""Rows of a table with their truth: "Consider the following pairs"; the code is derived."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field, StrictBool

from mdquiz.decks.codes import code_problems
from mdquiz.decks.kinds.base import (
    Ask,
    Problem,
    Prose,
    QuestionBase,
    Table,
    TranslationBase,
    Words,
    miscounted,
    repeated,
)


class Row(Table):
    """A row with its truth.

    Attributes:
        cells: One text for each column.
        true: Whether the row is correctly matched.
        original: What the truth is, where the row is false.
        why: Why it is true or false.
    """

    cells: tuple[Words, ...]
    true: StrictBool
    original: Prose = ""
    why: Prose = ""


class RowTranslation(Table):
    """One row in another language; its truth stands in the question."""

    cells: tuple[Words, ...]
    original: Prose = ""
    why: Prose = ""


class RowsTranslation(TranslationBase):
    """The rows in another language, in the same order."""

    prompt: Prose = ""
    columns: tuple[Words, ...]
    rows: tuple[RowTranslation, ...]


class Rows(QuestionBase):
    """Pairs (two columns) or rows, some of them correctly matched."""

    type: Literal["rows"]
    prompt: Prose = ""
    """The opening words; "Consider the following pairs:" when left out."""
    columns: Annotated[tuple[Words, ...], Field(min_length=2, max_length=4)]
    rows: Annotated[tuple[Row, ...], Field(min_length=2, max_length=6)]
    ask: Ask = "how_many"
    labels: Literal["1", "I"] = "1"
    """Whether rows are numbered 1, 2, 3 or I, II, III."""
    options: Annotated[tuple[Words, ...], Field(min_length=2, max_length=8)] | None = None
    """The options as the paper had them; derived when left out, checked when stated."""
    answer: Words | None = None
    """The key as the paper had it; derived from the truths, checked when stated."""
    hi: RowsTranslation | None = None
    en: RowsTranslation | None = None

    @property
    def truths(self) -> tuple[bool, ...]:
        """The truth of each row."""
        return tuple(row.true for row in self.rows)

    def _line(self) -> str:
        return f"{self.prompt} {' : '.join(self.rows[0].cells)} …".strip()

    def _key(self) -> str:
        return " ".join("true" if true else "false" for true in self.truths)

    def problems(self) -> Iterator[Problem]:
        """Rows of the wrong width or that repeat, and a code that the truths do not bear out."""
        width = len(self.columns)
        for index, row in enumerate(self.rows):
            yield from _wrong_width(len(row.cells), width, ("rows", index, "cells"))
        texts = tuple("\n".join(row.cells) for row in self.rows)
        yield from repeated(texts, ("rows",), "row", "cells")
        yield from code_problems(self.truths, self.ask, self.options, self.answer)
        for language, translation in (("hi", self.hi), ("en", self.en)):
            if translation is None:
                continue
            yield from miscounted(language, "columns", width, len(translation.columns))
            yield from miscounted(language, "rows", len(self.rows), len(translation.rows))
            for index, translated in enumerate(translation.rows):
                at = (language, "rows", index, "cells")
                yield from _wrong_width(len(translated.cells), width, at)


def _wrong_width(cells: int, columns: int, at: tuple[str | int, ...]) -> Iterator[Problem]:
    if cells != columns:
        yield Problem(
            "row-width",
            at,
            f"the row has {cells} cells, the table {columns} columns",
            f"write {columns} cells, one for each column",
        )
