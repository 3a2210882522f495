"""The shape of a document: sections, blocks, tables, and the way back to its lines."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class SourceSpan:
    """Where something stands: 1-based lines, both included, and the text verbatim."""

    first: int
    last: int
    quote: str


class Mark(NamedTuple):
    """Emphasis on `text[start:end]` of a block."""

    start: int
    end: int


class Run(NamedTuple):
    """`length` characters of a block from `start` on stand at `line` (from 0), `column`.

    `exact` is False where only the line is known.
    """

    start: int
    length: int
    line: int
    column: int
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it.

    Attributes:
        title: The heading without markup, number or closing colon.
        level: 0 for the document itself, 1 to 6 for headings, 7 for bold pseudo-headings.
        parent: Index of the enclosing section; -1 for the document.
        line: 1-based line of the heading; 0 for the document.
        number: The number in front of the heading ("2." → 2), or None.
        identifies: Whether the title says what its text is about ("Lokpal", not "Features").
        date: A date in front of the title ("1984 - Rakesh Sharma"), taken off it; or empty.
    """

    title: str
    level: int
    parent: int
    line: int
    number: int | None = None
    identifies: bool = False
    date: str = ""


@dataclass(frozen=True)
class Block:
    """A paragraph, list item, heading or table row, with its markup taken off.

    Attributes:
        kind: "paragraph", "item", "heading" or "row".
        text: The words; lines joined by a space.
        marks: Bold spans of `text`.
        runs: The way back to the lines.
        section: Index of its section.
        parent: Index of the list item it stands in; -1 at the top.
        lead: Index of the block that introduces its list ("These include:"); -1 for none.
        list_id: Number of the list it is an item of; -1 for none.
        number: Its number in an ordered list, or None.
        cells: For a row: the spans of its cells in `text`.
        damaged: Why it cannot be asked from; empty when it can.
    """

    kind: str
    text: str
    marks: tuple[Mark, ...]
    runs: tuple[Run, ...]
    section: int
    parent: int = -1
    lead: int = -1
    list_id: int = -1
    number: int | None = None
    cells: tuple[tuple[int, int], ...] = ()
    damaged: str = ""

    @cached_property
    def _starts(self) -> list[int]:
        return [run.start for run in self.runs]

    def place(self, offset: int) -> tuple[int, int, bool]:
        """Line (from 0), column, and whether the column is exact, of `text[offset]`."""
        run = self.runs[max(bisect_right(self._starts, offset) - 1, 0)]
        return run.line, run.column + min(offset - run.start, run.length), run.exact

    @property
    def first_line(self) -> int:
        """1-based line on which it begins."""
        return self.runs[0].line + 1 if self.runs else 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its column titles, and the indices of its row blocks."""

    columns: tuple[str, ...]
    rows: tuple[int, ...]
    section: int
    lead: int
    line: int


@dataclass(frozen=True)
class Document:
    """A document taken apart.

    Attributes:
        name: What it is called.
        lines: Its lines.
        sha256: Digest of its bytes.
        language: "en" or "hi": the script that most of it is written in.
        sections: Section 0 is the document itself.
        blocks: In reading order.
        tables: In reading order.
    """

    name: str
    lines: tuple[str, ...]
    sha256: str
    language: str
    sections: tuple[Section, ...]
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...]

    def span(self, block: Block, start: int, end: int) -> SourceSpan:
        """Where `block.text[start:end]` stands, with the markup that clings to it."""
        line_1, column_1, exact_1 = block.place(start)
        line_2, column_2, exact_2 = block.place(max(end - 1, start))
        first, last = self.lines[line_1], self.lines[line_2]
        left = _clinging_left(first, column_1) if exact_1 else 0
        right = _clinging_right(last, column_2 + 1) if exact_2 else len(last)
        if line_1 == line_2:
            quote = first[left:right]
        else:
            quote = "\n".join([first[left:], *self.lines[line_1 + 1 : line_2], last[:right]])
        return SourceSpan(line_1 + 1, line_2 + 1, quote.strip(" \t"))

    def quote_stands(self, span: SourceSpan) -> bool:
        """Whether the quote stands verbatim on its lines."""
        if not 1 <= span.first <= span.last <= len(self.lines):
            return False
        return bool(span.quote) and span.quote in "\n".join(self.lines[span.first - 1 : span.last])

    def headings(self, section: int) -> list[int]:
        """Indices of `section` and its ancestors, innermost first, without the document."""
        path: list[int] = []
        while section > 0:
            path.append(section)
            section = self.sections[section].parent
        return path


def _clinging_left(line: str, column: int) -> int:
    while column > 0 and line[column - 1] in "*_`=[\\":
        column -= 1
    return column


def _clinging_right(line: str, column: int) -> int:
    while column < len(line) and line[column] in "*_`=]":
        column += 1
    return column
