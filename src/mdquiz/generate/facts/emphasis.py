"""Bold terms: what the author of the notes wanted remembered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mdquiz.generate.facts.fact import Answer, Fact, fact_id
from mdquiz.generate.statements import Reading

_GENERIC = frozenset({"Memorandum of Understanding", "MoU", "Joint Venture", "Note", "Important"})


def emphasised_terms(reading: Reading) -> Iterator[Fact]:
    """Bold spans inside a sentence that are not, word for word, an entity already."""
    for statement in reading.statements:
        if statement.form == "lead":
            continue
        for mark in statement.marks:
            text = statement.text[mark.start : mark.end]
            if (mark.start == 0 and mark.end >= len(statement.text)) or not 3 <= len(text) <= 90:
                continue
            if re.sub(r"\s*\([^()]*\)$", "", text) in _GENERIC:
                continue
            if any(e.start == mark.start and e.end == mark.end for e in statement.entities):
                continue
            if statement.text.casefold().count(text.casefold()) > 1:
                continue
            span = reading.span(statement)
            yield Fact(
                fact_id("term", span.quote, text),
                "term",
                Answer("text", text),
                (span,),
                (statement.block, statement.start + mark.start, 4),
                statement.topics,
                reading.document.blocks[statement.block].section,
                "",
                "",
                statement.index,
                mark.start,
                mark.end,
            )
