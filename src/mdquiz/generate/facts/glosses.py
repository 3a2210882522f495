"""Names in a list with a gloss in brackets behind each: "Bronze (copper + tin; oldest)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mdquiz.generate.facts.fact import Answer, Fact, fact_id
from mdquiz.generate.facts.lists import GLOSSED
from mdquiz.generate.statements import Reading

_TELLING = re.compile(r"[^\s\d.,;:()+–-]{3,}")


def glosses(reading: Reading) -> Iterator[Fact]:
    """What each bracket says, where at least three items of a list have one."""
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


def _tells(name: str, gloss: str) -> bool:
    """Whether a gloss says enough to know the name by, and does not repeat it."""
    if len(gloss) > 120 or not _TELLING.search(gloss):
        return False
    return len(gloss.split()) > 1 and name.casefold() not in gloss.casefold()
