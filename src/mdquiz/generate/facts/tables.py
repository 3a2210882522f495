"""Table cells: row × column, each a fact about what the row is named by."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from mdquiz.generate.document import SourceSpan, Table
from mdquiz.generate.entities.scan import entities
from mdquiz.generate.facts.fact import Fact, fact_id
from mdquiz.generate.facts.grids import EMPTY, Grid, Row, grid_of, same_kind, title_in
from mdquiz.generate.facts.likeness import overlapping, shape
from mdquiz.generate.facts.values import answer_of
from mdquiz.generate.labels import VERBISH
from mdquiz.generate.statements import Reading

_GLOSSED = re.compile(r"^(?P<bare>[^()]*[^()\s])\s*\((?P<gloss>[^()]{2,40})\)$")
_HINDI = re.compile(r"[\u0900-\u097f]")
_NEIGHBOURS = 24
"""Of so many values of a column the wrong options are chosen, however long the table."""


def table_cells(reading: Reading) -> Iterator[Fact]:
    """Every cell that belongs to a named row under a titled column."""
    document = reading.document
    several = Counter(table.section for table in document.tables)
    for number, table in enumerate(document.tables):
        grid = grid_of(document, table)
        if grid is None:
            continue
        topics = _topics(reading, table, crowded=several[table.section] > 1)
        columns = {c: _column(grid, c) for c in grid.values}
        for at, row in enumerate(grid.rows):
            for column in grid.values:
                if column < len(row.texts):
                    yield from _cell(
                        reading, (number, table), grid, (at, row), column, topics, columns[column]
                    )


def _cell(
    reading: Reading,
    where: tuple[int, Table],
    grid: Grid,
    at_row: tuple[int, Row],
    column: int,
    topics: tuple[str, ...],
    values: tuple[str, ...],
) -> Iterator[Fact]:
    number, table = where
    at, row = at_row
    value, name, title = row.texts[column], row.texts[grid.key], grid.columns[column]
    if EMPTY.match(value) or EMPTY.match(name) or not title or len(value) > 160:
        return
    bare = bare_value(value)
    found = entities(bare, reading.lexicon, reading.lower_words)
    whole = next((e for e in found if e.start == 0 and e.end == len(bare)), None)
    answer = answer_of(bare, whole, reading)
    if bare != value:
        answer = replace(answer, accept=(*answer.accept, value))
    title = title_in(title, hindi=bool(_HINDI.search(name)))
    yield Fact(
        fact_id("cell", f"{grid.columns[column]} {name}", value),
        "cell",
        answer,
        _spans(reading, row, grid.first),
        (row.block, column, 0),
        topics,
        table.section,
        title if grid.transposed else name,
        name if grid.transposed else title,
        entity=whole,
        others=_alike(bare, at, values, reading),
        table=() if grid.transposed else (number, grid.key, column),
    )


def bare_value(value: str) -> str:
    """A cell without the year or gloss in brackets behind it: "Camel (2014)" → "Camel"."""
    glossed = _GLOSSED.match(value)
    return glossed["bare"] if glossed else value


def _spans(reading: Reading, row: Row, first: int) -> tuple[SourceSpan, ...]:
    """The row, and the head above it where that is merged."""
    document = reading.document
    block = document.blocks[row.block]
    start = next(start for start, end in block.cells if end > start)
    stop = next(end for start, end in reversed(block.cells) if end > start)
    spans = [document.span(block, start, stop)]
    if row.head != row.block:
        head = document.blocks[row.head]
        spans.append(document.span(head, *head.cells[first]))
    return tuple(spans)


def _topics(reading: Reading, table: Table, *, crowded: bool) -> tuple[str, ...]:
    """The headings that a table stands under, the nearest first, or the line that leads to it."""
    document = reading.document
    before = document.blocks[table.rows[0] - 1] if table.rows[0] else None
    caption = before.text.rstrip(" :：") if before is not None else ""
    led = (
        before is not None
        and before.kind == "paragraph"
        and before.text.endswith((":", "："))
        and len(caption.split()) <= 9
        and not VERBISH.search(caption)
    )
    titles = [
        document.sections[s].title
        for s in document.headings(table.section)
        if document.sections[s].identifies
    ]
    if (before is not None and before.kind == "item") or (
        crowded and (before is None or before.kind != "heading")
    ):
        titles = []  # the heading was that of the list or table before
    own = document.sections[table.section].title
    if own and own not in titles and any(same_kind(own, c) for c in table.columns):
        titles.insert(0, own)  # "International Days" says little elsewhere, but all of a "Day"
    if led:
        titles.insert(0, caption)
    return tuple(dict.fromkeys(titles))


def _column(grid: Grid, column: int) -> tuple[str, ...]:
    """The different values of a column, from top to bottom."""
    texts = [bare_value(row.texts[column]) for row in grid.rows if len(row.texts) > column]
    return tuple(dict.fromkeys(text for text in texts if not EMPTY.match(text)))


def _alike(value: str, row: int, values: tuple[str, ...], reading: Reading) -> tuple[str, ...]:
    """Other values of a column that could stand beside `value` as wrong options."""
    near = values
    if len(values) > _NEIGHBOURS:
        start = row % len(values)
        near = tuple(values[(start + step) % len(values)] for step in range(_NEIGHBOURS))
    form = shape(value, reading.lexicon)
    return tuple(
        v
        for v in near
        if v != value and shape(v, reading.lexicon) == form and not overlapping(v, value)
    )
