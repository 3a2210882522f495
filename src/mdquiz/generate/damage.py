"""Which blocks cannot be asked from, and why: furniture, lost tables, what is marked as wrong."""

from __future__ import annotations

from mdquiz.generate.document import Block, Section
from mdquiz.generate.furniture import heads_furniture, is_byline_of, is_furniture
from mdquiz.generate.retractions import is_wrong


def damage_of(block: Block, sections: list[Section], lines: tuple[str, ...]) -> str:
    """Why `block` is not to be asked from; "" where it may be."""
    section = block.section
    if is_furniture(block.text) and not (
        block.kind == "item" and is_byline_of(block.text, sections[section].title)
    ):
        return "page furniture"
    while section > 0:
        if heads_furniture(sections[section].title):
            return "page furniture"
        section = sections[section].parent
    if block.kind == "row":
        return ""
    if "|" in block.text and block.text.count("|") > 2:
        return "a table that lost its shape"
    if block.runs and is_wrong(lines[block.runs[-1].line]):
        return "marked as wrong"
    if "\ufffd" in block.text:
        return "characters that could not be read"
    return ""
