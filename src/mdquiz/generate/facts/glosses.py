"""What brackets tell of the names of a list, and a line without verb of the bold name above it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mdquiz.generate.facts.fact import Answer, Fact, fact_id
from mdquiz.generate.facts.lists import GLOSSED
from mdquiz.generate.grammar import parse_clause
from mdquiz.generate.headings import is_name, names_a_class
from mdquiz.generate.labels import VERBISH
from mdquiz.generate.statements import Reading

_TELLING = re.compile(r"[^\s\d.,;:()+–-]{3,}")


def glosses(reading: Reading) -> Iterator[Fact]:
    """What each bracket says, where at least three items of a list have one; lines under names."""
    yield from _under_names(reading)
    document = reading.document
    found: dict[int, list[tuple[int, str, str]]] = {}
    for index, block in enumerate(document.blocks):
        if block.kind != "item" or block.list_id < 0 or block.damaged:
            continue
        match = GLOSSED.match(block.text.rstrip(" .;,।"))
        if match and len(match["name"].split()) <= 6 and _tells(match["name"], match["gloss"]):
            found.setdefault(block.list_id, []).append((index, match["name"], match["gloss"]))
    for items in found.values():
        if len(items) < 3:
            continue
        names = tuple(name for _, name, _ in items)
        for index, name, gloss in items:
            block = document.blocks[index]
            statement = reading.of_block.get(index, [])
            yield Fact(
                fact_id("gloss", block.text, gloss),
                "gloss",
                Answer("text", gloss),
                (document.span(block, 0, len(block.text)),),
                (index, 0, 2),
                reading.statements[statement[0]].topics if statement else (),
                block.section,
                name,
                document.sections[block.section].title,
                others=tuple(other for other in names if other != name),
            )


def _under_names(reading: Reading) -> Iterator[Fact]:
    """The description of a bold line that names something: "Falcon" over "Joint venture of …"."""
    document = reading.document
    blocks = document.blocks
    for statement in reading.statements:
        block = blocks[statement.block]
        section = document.sections[block.section]
        above = blocks[statement.block - 1] if statement.block else None
        if (
            section.level != 7
            or above is None
            or above.kind != "heading"
            or block.kind != "paragraph"
            or statement.label is not None
            or statement.form != "clause"
            or statement.anaphor
            or statement.before >= 0
            or not section.identifies
        ):
            continue
        text, title = statement.text, section.title
        said = text.split()
        if (
            not 2 < len(said) <= 24
            or not is_name(title, reading.lower_words)
            or names_a_class(title)
            or said[0].casefold() in reading.lexicon.past | reading.lexicon.third
            or VERBISH.search(text.split(",")[0])
            or (said[0] not in {"A", "An"} and parse_clause(text, reading.lexicon) is not None)
            or re.match(r"(?:Name|Range|First|Also|In|On|At|By|For|With|From|To|Of|As|\d)\b", text)
        ):
            continue
        yield Fact(
            fact_id("label", title, text),
            "label",
            Answer("text", text),
            (document.span(above, 0, len(above.text)), reading.span(statement)),
            (statement.block, statement.start, 0),
            tuple(topic for topic in statement.topics if topic != title),
            block.section,
            title,
            "",
            statement.index,
            0,
            len(text),
        )


def _tells(name: str, gloss: str) -> bool:
    """Whether a gloss says enough to know the name by, and does not repeat it."""
    if len(gloss) > 120 or not _TELLING.search(gloss):
        return False
    return len(gloss.split()) > 1 and name.casefold() not in gloss.casefold()
