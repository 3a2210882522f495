"""Table cells: row × column, each a fact about what the row is named by."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from mdquiz.generate.entities.scan import entities
from mdquiz.generate.facts.fact import Fact, fact_id
from mdquiz.generate.facts.values import answer_of
from mdquiz.generate.statements import Reading
from mdquiz.generate.words import words

_SERIAL = re.compile(
    r"^(?:s\.?\s?no\.?|sl\.?\s?(?:no\.?)?|no\.?|#|sr\.?\s?(?:no\.?)?|serial(?:\s+no\.?)?|क्र\.?(?:\s?सं\.?)?|क्रम(?:ांक)?|क्रम संख्या)$",  # noqa: E501
    re.IGNORECASE,
)
_TRANSPOSED = words("tables-transposed")
_EMPTY = re.compile(r"^(?:[-–—.\s]*|n/?a|nil|none|ditto|do|\"|”)$", re.IGNORECASE)


def table_cells(reading: Reading) -> Iterator[Fact]:
    """Every cell that belongs to a named row under a titled column."""
    document = reading.document
    several = Counter(table.section for table in document.tables)
    for number, table in enumerate(document.tables):
        columns = [column.strip() for column in table.columns]
        key = next((i for i, c in enumerate(columns) if not _SERIAL.match(c)), 0)
        if len(columns) <= key + 1:
            continue
        topics = _topics(reading, table.section, table.lead)
        transposed = columns[key].casefold() in _TRANSPOSED or not columns[key]
        before = document.blocks[table.rows[0] - 1] if table.rows[0] else None
        if (before is not None and before.kind == "item") or (
            several[table.section] > 1 and (before is None or before.kind != "heading")
        ):
            topics = ()  # the heading was that of the list or table before
        rows = [document.blocks[index] for index in table.rows]
        cells = [[row.text[start:end].strip() for start, end in row.cells] for row in rows]
        values = {c: _column(cells, c) for c in range(len(columns))}
        for index, row, texts in zip(table.rows, rows, cells, strict=True):
            if row.damaged or len(texts) <= key or not texts[key]:
                continue
            for column in range(key + 1, min(len(texts), len(columns))):
                value = texts[column]
                if _EMPTY.match(value) or not columns[column] or len(value) > 160:
                    continue
                across = transposed and len(columns) > key + 1
                others = tuple(
                    v for v in _after(values[column], cells, index - table.rows[0]) if v != value
                )
                found = entities(value, reading.lexicon, reading.lower_words)
                whole = next((e for e in found if e.start == 0 and e.end == len(value)), None)
                start, end = row.cells[0][0], row.cells[-1][1]
                span = document.span(row, start, end)
                yield Fact(
                    fact_id("cell", f"{columns[column]} {texts[key]}", value),
                    "cell",
                    answer_of(value, whole, reading),
                    (span,),
                    (index, column, 0),
                    topics,
                    table.section,
                    columns[column] if across else texts[key],
                    texts[key] if across else columns[column],
                    entity=whole,
                    others=others,
                    table=() if across else (number, key, column),
                )


def _topics(reading: Reading, section: int, lead: int) -> tuple[str, ...]:
    document = reading.document
    titles = [
        document.sections[s].title
        for s in document.headings(section)
        if document.sections[s].identifies
    ]
    del lead
    return tuple(dict.fromkeys(titles))


def _column(cells: list[list[str]], column: int) -> list[str]:
    """The different values of a column, from top to bottom."""
    return list(
        dict.fromkeys(
            row[column] for row in cells if len(row) > column and not _EMPTY.match(row[column])
        )
    )


def _after(values: list[str], cells: list[list[str]], row: int) -> list[str]:
    """Up to two dozen values of a column, those of the rows around first."""
    del cells
    if len(values) <= 24:
        return values
    start = row % len(values)
    return [values[(start + step) % len(values)] for step in range(24)]
