"""What a count found: "First river otter count: 1,312, highest in Odisha (412)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mdquiz.generate.facts.fact import Answer, Fact, fact_id
from mdquiz.generate.statements import Reading

_COUNT = re.compile(
    r".*\b(?:counts?|census|survey|estimat\w+|tally|headcount|enumeration)$", re.IGNORECASE
)
_TALLY = re.compile(
    r"(?P<total>\d[\d,.]*\d|\d+)(?:\s(?:lakh|crore|million))?(?![\w%])"
    r"(?:[^A-Z]*?\b(?P<most>highest|lowest|most|maximum|largest|fewest|minimum)\b(?:\s(?:number|share))?"
    r"(?:\s(?:in|from|at|is)\s|\s?[:–-]\s)(?:the\s)?(?P<where>[A-Z][\w-]+(?:\s(?:and\s)?[A-Z][\w-]+)*)"
    r"(?:\s\((?P<part>\d[\d,]*)\))?)?"
)


def tallies(reading: Reading) -> Iterator[Fact]:
    """The total of every count, where most was found, and how many there."""
    for statement in reading.statements:
        label = statement.label
        if label is None or not _COUNT.fullmatch(label.text):
            continue
        found = _TALLY.match(statement.text)
        if found is None:
            continue
        span = reading.span(statement)
        for name, relation in (
            ("total", ""),
            ("where", found["most"]),
            ("part", found["where"]),
        ):
            if not found[name]:
                continue
            end = found.end(name)
            whole = next((e for e in statement.entities if e.start == found.start(name)), None)
            if whole is not None and name == "total":
                end = max(end, whole.end)
            text = statement.text[found.start(name) : end]
            yield Fact(
                fact_id(f"tally-{name}", span.quote, text),
                "tally",
                Answer("text" if name == "where" else "number", text),
                (span,),
                (statement.block, statement.start + found.start(name), 0),
                statement.topics,
                reading.document.blocks[statement.block].section,
                label.text,
                f"{name} {relation}".strip(),
                statement.index,
                found.start(name),
                end,
                whole,
            )
