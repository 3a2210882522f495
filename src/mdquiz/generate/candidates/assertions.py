"""Statement-I and Statement-II, only where the document itself says "because"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mdquiz.generate.candidates.candidate import Candidate, Judged, Material
from mdquiz.generate.candidates.wording import said
from mdquiz.generate.facts.fact import Answer
from mdquiz.generate.grammar import capitalised, parse_clause

_BECAUSE = re.compile(r",?\s+(?:because|since|as)\s$")
_PRONOUN = re.compile(r"^(?:it|they|he|she|this|these|its|their|of)\b", re.IGNORECASE)


def assertions(material: Material) -> Iterator[Candidate]:
    """One for each explicit reason that is a clause of its own."""
    reading = material.reading
    for fact in material.facts:
        if fact.kind != "reason" or fact.relation != "because":
            continue
        statement = reading.statements[fact.statement]
        reason = statement.text[fact.start : fact.end]
        sentence = said(reading, statement, fact.start, fact.end)
        if sentence is None or sentence.context or _PRONOUN.match(reason):
            continue
        main = _BECAUSE.sub("", sentence.before).strip()
        if (
            parse_clause(reason, reading.lexicon) is None
            or parse_clause(main, reading.lexicon) is None
        ):
            continue
        first = Judged(sentence.asked(main) + ".", True, "", "", fact.id, fact.spans[0])
        second = Judged(capitalised(reason) + ".", True, "", "", fact.id, fact.spans[0])
        yield Candidate(
            (fact.id,),
            "assertion",
            "",
            Answer("text", "true true explains"),
            "because",
            fact.spans,
            fact.section,
            0.55,
            judged=(first, second),
            explains=True,
        )
