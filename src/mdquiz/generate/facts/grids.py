"""A table as it is meant: its column titles, the column that names its rows, merged heads."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from mdquiz.generate.document import Document, Table
from mdquiz.generate.words import words

_SERIAL = re.compile(
    r"^(?:s\.?\s?no\.?|sl\.?\s?(?:no\.?)?|no\.?|#|sr\.?\s?(?:no\.?)?|serial(?:\s+no\.?)?|क्र\.?(?:\s?सं\.?)?|क्रम(?:ांक)?|क्रम संख्या)$",  # noqa: E501
    re.IGNORECASE,
)
EMPTY = re.compile(r"^(?:[-–—.\s]*|n/?a|nil|none|-?\s*(?:ditto|do)\s*-?|[\"”“〃]+)$", re.IGNORECASE)
_MERGED = re.compile(r"^(?:|-?\s*(?:ditto|do)\s*-?|[\"”“〃]+)$", re.IGNORECASE)
_HINDI = re.compile(r"[\u0900-\u097f]")
_IRREGULAR = {"indices": "index", "species": "species", "series": "series", "plateaus": "plateau"}
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"^\W*[\d०-९][\d०-९\s.,%–/-]*\w{0,3}$")
_TOTAL = re.compile(r"^(?:grand\s+)?total\b|^कुल$", re.IGNORECASE)
_TRANSPOSED = words("tables-transposed")
_PLACES = words("tables-places")
_TIMES = words("tables-times")
_GROUPS = words("tables-groups")
_EVENTS = words("tables-events")
_PERSONS = words("columns-persons") | {
    "runner",
    "runner-up",
    "loser",
    "opponent",
    "score",
    "result",
}
_SYMBOLS = words("columns-symbols")
_OF_PLACES = words("columns-of-places")
_PROPERTIES = words("tables-properties")
_ATTRIBUTES = (words("columns-attributes") | words("columns-persons") | _PROPERTIES) - {
    "site",
    "crop",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A row whose merged head is filled in.

    Attributes:
        block: Index of its block.
        texts: Its cells.
        head: Index of the block that the head stands in; `block` itself where it is not merged.
    """

    block: int
    texts: tuple[str, ...]
    head: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A table read.

    Attributes:
        columns: Column titles, in the language of the document.
        key: The column that names the rows.
        first: The column that heads are merged in.
        values: The columns that say something of a row's name.
        rows: Its sound rows.
        transposed: Whether the rows are properties and the columns are the things.
    """

    columns: tuple[str, ...]
    key: int
    first: int
    values: tuple[int, ...]
    rows: tuple[Row, ...]
    transposed: bool


def grid_of(document: Document, table: Table) -> Grid | None:
    """Read a table; None where it has no column beside the one that names its rows."""
    columns = tuple(column.strip() for column in table.columns)
    first = next((i for i, c in enumerate(columns) if not _SERIAL.match(c)), 0)
    if len(columns) <= first + 1:
        return None
    transposed = columns[first].casefold() in _TRANSPOSED or not columns[first]
    rows = tuple(_rows(document, table, first, len(columns)))
    heading = document.sections[table.section].title
    key = first if transposed else _key(columns, first, rows, heading)
    if key == first and not transposed:
        rows = _joined(columns, first, rows)
    values = tuple(
        i for i, c in enumerate(columns) if i != key and i >= first and not _SERIAL.match(c)
    )
    return Grid(columns, key, first, values, rows, transposed)


def title_in(title: str, *, hindi: bool) -> str:
    """The part of a title of two languages ("State / राज्य") that is in one of them."""
    parts = [part.strip(" ()") for part in re.split(r"[/(|]", title)]
    spoken = [part for part in parts if part and bool(_HINDI.search(part)) == hindi]
    mixed = {bool(_HINDI.search(part)) for part in parts if part}
    return spoken[0] if len(mixed) > 1 and spoken else title


@lru_cache(maxsize=1024)
def class_of(title: str) -> str:
    """What kind of thing a column's title says, as one word: "Name of the State" → "state"."""
    bare = re.sub(r"\s*\([^()]*\)|\s+[\d–-]{4,9}$", "", title).strip().casefold()
    bare = re.sub(r"^names?\s+of\s+(?:the\s+)?", "", bare)
    last = re.split(r"\s*[/,&]\s*|\s+(?:of|and|or|in)\s+", bare)[0].split()
    word = last[-1] if last else ""
    word = _IRREGULAR.get(word, word)
    if word.endswith("ies") and len(word) > 5:
        return word[:-3] + "y"
    plural = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return word[:-1] if plural and len(word) > 3 else word


def is_place(title: str) -> bool:
    """Whether a column holds places or groups, of which anything may be told."""
    return class_of(title) in _PLACES


def is_time(title: str) -> bool:
    """Whether a column holds years or dates."""
    return class_of(title) in _TIMES


def _rows(document: Document, table: Table, first: int, width: int) -> list[Row]:
    rows: list[Row] = []
    for index in table.rows:
        block = document.blocks[index]
        texts = [block.text[start:end].strip() for start, end in block.cells][:width]
        if block.damaged or len(texts) <= first + 1:
            continue
        head = index
        if _MERGED.match(texts[first]):
            above = rows[-1] if rows else None
            if above is None or EMPTY.match(texts[first + 1]):
                continue  # the tail of a wrapped cell
            texts[first], head = above.texts[first], above.head
        if not texts[first] or any(_TOTAL.match(text) for text in texts[: first + 2]):
            continue
        rows.append(Row(index, tuple(texts), head))
    return rows


def same_kind(heading: str, title: str) -> bool:
    """Whether a heading names the things of a column: "Indices" and "Index"."""
    one, other = class_of(heading), class_of(title)
    if not one or not other or not _HINDI.search(one + other):
        return one == other and bool(one)
    short = min(len(one), len(other))
    near = abs(len(one) - len(other)) < 4
    return short > 2 and near and one[: short - 1] == other[: short - 1]  # "योजनाएँ", "योजना"


def told_by(title: str, kinds: frozenset[str]) -> bool:
    """Whether a title, or a part of it ("Remarks/importance"), is one of `kinds`."""
    whole = title.casefold().strip()
    return whole in kinds or any(part in kinds for part in re.split(r"\s*[/&]\s*", whole))


def _joined(columns: tuple[str, ...], first: int, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Rows of which only the first two cells together are a name: "Cricket, World Cup"."""
    second = first + 1
    heads = [row.texts[first].casefold() for row in rows]
    both = [(row.texts[first].casefold(), row.texts[second].casefold()) for row in rows]
    if len(columns) < first + 3 or len(set(heads)) == len(rows) or len(set(both)) < len(rows):
        return rows
    if any(EMPTY.match(row.texts[second]) or _NUMBER.match(row.texts[second]) for row in rows):
        return rows
    if any("," in row.texts[first] + row.texts[second] for row in rows):
        return rows
    return tuple(
        Row(
            row.block,
            tuple(
                f"{text}, {row.texts[second]}" if n == first else "" if n == second else text
                for n, text in enumerate(row.texts)
            ),
            row.head,
        )
        for row in rows
    )


def _key(columns: tuple[str, ...], first: int, rows: tuple[Row, ...], heading: str) -> int:
    """The column whose values name the rows: the first, unless it repeats or is a mere group."""
    heads = Counter(row.texts[first].casefold() for row in rows)
    repeated = bool(rows) and max(heads.values()) > 1
    others = [i for i in range(first + 1, len(columns)) if columns[i]]
    named = [i for i in others if _names(i, columns[i], rows, listed=repeated)]
    if repeated:
        things = [i for i in named if class_of(columns[i]) not in _PERSONS]
        return things[0] if things else first
    second = first + 1
    if second not in named or class_of(columns[second]) in _ATTRIBUTES | _OF_PLACES | _PLACES:
        return first
    if is_time(columns[first]) and class_of(columns[second]) in _EVENTS:
        return second
    told = any(told_by(columns[i], _PROPERTIES) for i in others[1:])
    owners = re.split(r"\s*/\s*", columns[first].casefold())
    owned = heading.casefold().startswith(tuple(owners))  # "State animals"
    owned = owned or class_of(columns[second]) in _SYMBOLS
    if same_kind(heading, columns[second]) and not owned:
        return second
    group = is_place(columns[first]) or class_of(columns[first]) in _GROUPS
    return second if group and told else first


def _names(column: int, title: str, rows: tuple[Row, ...], *, listed: bool) -> bool:
    """Whether a column has a different short name in every row, or `listed` short names."""
    texts = [row.texts[column] for row in rows if len(row.texts) > column]
    if len(texts) < len(rows) or len({text.casefold() for text in texts}) < len(texts):
        return False
    event = class_of(title) in _EVENTS
    dated = is_time(title) and (class_of(title) != "day" or any(map(_DIGIT.search, texts)))
    if dated or told_by(title, _PROPERTIES):
        return False
    return all(
        text
        and not EMPTY.match(text)
        and not _NUMBER.match(text)
        and len(text.split()) <= (14 if event else 6)
        and (event or listed or not re.search(r"[,;]", text))
        for text in texts
    )
