"""Rows of tables, also of those that lost their shape: no delimiter row, or all on one line."""

from __future__ import annotations

import re

from mdquiz.generate.document import Block, Mark, Run
from mdquiz.generate.inline import stripped

_DELIMITER = re.compile(
    r"(?:\||(?<!\s)(?=\s)|(?<![\s-])(?=-)|(?=:))"  # not anew at every space or dash of a run
    r"(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?)?"
)
_CELL = re.compile(r"[^|]+")

Cell = tuple[str, int, int]
"""Text, line (from 0), column."""


def looks_tabular(lines: list[tuple[str, int, int]]) -> bool:
    """Whether paragraph lines (text, line, column) are rows of a table without a delimiter row."""
    texts = [text for text, _, _ in lines]
    if any(_DELIMITER.search(text) and text.count("|") >= 4 for text in texts):
        return True
    if len(texts) < 2:
        return False
    counts = [text.strip().strip("|").count("|") for text in texts]
    return min(counts) >= 1 and max(counts) == min(counts)


def recovered(lines: list[tuple[str, int, int]]) -> list[list[Cell]]:
    """The rows of a damaged table, the column titles first; empty when it cannot be told."""
    if len(lines) == 1:
        return _flattened(*lines[0])
    rows = []
    for text, line, column in lines:
        if _DELIMITER.fullmatch(text.strip()):
            continue
        rows.append(_cells(text, line, column))
    width = len(rows[0]) if rows else 0
    return rows if len(rows) > 1 and all(len(row) == width for row in rows) else []


def _cells(text: str, line: int, column: int) -> list[Cell]:
    cells = []
    body = text.strip()
    offset = text.find(body) + (1 if body.startswith("|") else 0)
    inner = body.removeprefix("|").removesuffix("|")
    at = 0
    for part in inner.split("|"):
        lead = len(part) - len(part.lstrip())
        cells.append((part.strip(), line, column + offset + at + lead))
        at += len(part) + 1
    return cells


def _flattened(text: str, line: int, column: int) -> list[list[Cell]]:
    rule = _DELIMITER.search(text)
    if rule is None:
        return []
    head = [cell for cell in _cells(text[: rule.start()], line, column) if cell[0]]
    width = len(head)
    body = [
        (found.group().strip(), line, column + rule.end() + found.start() + _lead(found.group()))
        for found in _CELL.finditer(text[rule.end() :])
        if found.group().strip()
    ]
    if width < 2 or not body or len(body) % width:
        return []
    return [head, *(body[at : at + width] for at in range(0, len(body), width))]


def _lead(text: str) -> int:
    return len(text) - len(text.lstrip())


def row_block(row: list[Cell], section: int, lead: int, damaged: str) -> Block | None:
    """A row as a block, its cells joined; None where nothing stands in it.

    Args:
        row: The cells; a column below 0 says that the cell's place is not known.
        section: Index of the section.
        lead: The block before the table; -1 for none.
        damaged: Why the table is not asked; empty where it is.
    """
    texts: list[str] = []
    spans: list[tuple[int, int]] = []
    marks: list[Mark] = []
    runs: list[Run] = []
    length = 0
    for raw, line, column in row:
        text, own_marks, own_runs = stripped([(raw, line, max(column, 0), column >= 0)])
        if texts:
            length += 3
        spans.append((length, length + len(text)))
        marks += [Mark(m.start + length, m.end + length) for m in own_marks]
        runs += [run._replace(start=run.start + length) for run in own_runs]
        texts.append(text)
        length += len(text)
    if not runs or not any(texts):
        return None
    joined = " | ".join(texts)
    cells = tuple(spans)
    return Block(
        "row", joined, tuple(marks), tuple(runs), section, lead=lead, cells=cells, damaged=damaged
    )
