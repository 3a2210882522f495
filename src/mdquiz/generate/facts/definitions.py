"""What something is: "X is a …", "X means …", "X refers to …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mdquiz.generate.facts.fact import Answer, Fact, fact_id
from mdquiz.generate.grammar import parse_clause
from mdquiz.generate.statements import Reading

_DEFINES = re.compile(
    r"^(?:is|are|was|were)\s+(?:(?:essentially|basically|simply|also)\s+)?(?P<np>(?:an?|the|one of the)\s+.+|(?<=are )(?:[a-z-]+\s){0,3}[a-z]+(?<!s)s\s(?:in|of|that|which|with|from|for|used|found)\s.+)$"  # noqa: E501
    r"|^(?:means?|refers?\s+to|denotes?|implies|is\s+defined\s+as|is\s+known\s+as|is\s+called|"
    r"are\s+known\s+as|are\s+called|signifies)\s+(?P<other>.+)$"
)


def definitions(reading: Reading) -> Iterator[Fact]:
    """Every sentence that says what its subject is."""
    for statement in reading.statements:
        if statement.anaphor or statement.form == "lead":
            continue
        clause = parse_clause(statement.text, reading.lexicon)
        if clause is None or clause.adverbial:
            continue
        found = _DEFINES.match(statement.text[clause.verb_start :])
        if found is None:
            continue
        subject = statement.text[clause.subject_start : clause.subject_end]
        said = re.sub(
            r";\s.*$|,?\s+(?:because|since|as it|due to|owing to|and (?:has|is|was|are|were|have|had|shall|can|may))\s.*$",  # noqa: E501
            "",
            found["np"] or found["other"],
        )
        called = bool(
            re.match(r"(?:is|are)\s+(?:known\s+as|called)", statement.text[clause.verb_start :])
        )
        if len(subject.split()) > 8 or len(said) > 220 or (len(said.split()) < 2 and not called):
            continue
        span = reading.span(statement)
        start = statement.text.find(said, clause.verb_start)
        yield Fact(
            fact_id("definition", span.quote, said),
            "called" if called else "definition",
            Answer("text", said),
            (span,),
            (statement.block, statement.start, 2),
            statement.topics,
            reading.document.blocks[statement.block].section,
            subject,
            clause.verb,
            statement.index,
            start,
            start + len(said),
        )
