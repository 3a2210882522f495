"""What for, and why: "to secure …", "because of …", "due to …", "similar to …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mdquiz.generate.facts.fact import Answer, Fact, fact_id
from mdquiz.generate.grammar import parse_clause
from mdquiz.generate.statements import Reading

_PATTERNS = (
    (
        "reason",
        re.compile(
            r"\b(?:because of|because|due to|owing to|on account of|as a result of)\s+(?P<a>.{8,160})$"  # noqa: E501
        ),
    ),
    (
        "purpose",
        re.compile(
            r"\b(?:in order to|so as to|with (?:the|an) (?:aim|objective|objectives) of|aimed at|aims? to|aims? at|intended to|seeks? to|meant to|for the purpose of)\s+(?P<a>.{8,160})$"  # noqa: E501
        ),
    ),
    (
        "likeness",
        re.compile(
            r"\b(?:similar to|modelled on|modeled on|based on|on the lines of|inspired by|analogous to)\s+(?P<a>[^,;]{3,110})"  # noqa: E501
        ),
    ),
    (
        "naming",
        re.compile(
            r"\b(?:known as|called|renamed(?: as)?|named(?: as| after)?|nicknamed|dubbed|referred to as|termed)\s+(?P<a>(?:(?!\s(?:because|since|due|owing|(?:and|but)\s(?:is|are|was|were|has|have|had|can|may))\b)[^,;.]){3,80})"  # noqa: E501
        ),
    ),
    (
        "function",
        re.compile(
            r"\b(?:responsible for|deals? with|dealing with|provides? for|provided for|consists? of|comprises?|guarantees?|prohibits?|abolishes|abolished)\s+(?P<a>[^;]{6,150})$"  # noqa: E501
        ),
    ),
)


def _main_clause(text: str, reading: Reading) -> int:
    """Where the main clause begins: an opening "As India aims to …" has no purpose to ask."""
    clause = parse_clause(text, reading.lexicon)
    return max(clause.subject_start, 1) if clause is not None else 1


def _called_by_somebody(text: str, start: int, reading: Reading) -> bool:
    """Whether the subject does the calling: "Ambedkar called the CAG …" names nothing."""
    clause = parse_clause(text, reading.lexicon)
    return (
        clause is not None
        and clause.verb_start == start
        and clause.kind in {"past", "third", "base"}
    )


def _predicate(text: str, start: int, reading: Reading) -> bool:
    """Whether the word at `start` is the sentence's verb, and not a noun ("credit guarantee")."""
    clause = parse_clause(text, reading.lexicon)
    return (clause is None and text[:start].strip() == "") or (
        clause is not None and clause.verb_start <= start
    )


def purposes(reading: Reading) -> Iterator[Fact]:
    """Purposes, reasons, likenesses, names given, and what a provision does."""
    for statement in reading.statements:
        if statement.form == "lead":
            continue
        for kind, pattern in _PATTERNS:
            found = pattern.search(statement.text)
            if found is None or found.start() < _main_clause(statement.text, reading):
                continue
            if kind == "function" and not _predicate(statement.text, found.start(), reading):
                continue
            if kind == "naming" and _called_by_somebody(statement.text, found.start(), reading):
                continue
            span = reading.span(statement)
            said = re.sub(r"^(?:the|a|an)\s+(?=[A-Z])", "", found["a"])
            yield Fact(
                fact_id(kind, span.quote, said),
                kind,
                Answer("text", said),
                (span,),
                (statement.block, statement.start + found.start("a"), 3),
                statement.topics,
                reading.document.blocks[statement.block].section,
                "",
                found.group()[: found.start("a") - found.start()].strip(),
                statement.index,
                found.end("a") - len(said),
                found.end("a"),
            )
