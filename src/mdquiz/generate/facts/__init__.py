"""Extractors: each finds one kind of fact; a new one is a file and a line in `EXTRACTORS`."""

from __future__ import annotations

from mdquiz.generate.facts.breakdowns import breakdowns
from mdquiz.generate.facts.claims import claims
from mdquiz.generate.facts.definitions import definitions
from mdquiz.generate.facts.emphasis import emphasised_terms
from mdquiz.generate.facts.expansions import expansions
from mdquiz.generate.facts.fact import Extractor, Fact
from mdquiz.generate.facts.glosses import glosses
from mdquiz.generate.facts.hindi_clauses import hindi_clauses
from mdquiz.generate.facts.labels import dated_headings, labelled_values
from mdquiz.generate.facts.lists import lists
from mdquiz.generate.facts.predicates import predicates
from mdquiz.generate.facts.purposes import purposes
from mdquiz.generate.facts.ranks import ranks
from mdquiz.generate.facts.tables import table_cells
from mdquiz.generate.facts.values import values
from mdquiz.generate.progress import Tell, silent
from mdquiz.generate.statements import Reading

EXTRACTORS: tuple[Extractor, ...] = (
    expansions,
    table_cells,
    ranks,
    breakdowns,
    labelled_values,
    dated_headings,
    values,
    lists,
    glosses,
    definitions,
    purposes,
    predicates,
    hindi_clauses,
    emphasised_terms,
    claims,
)


def extract(reading: Reading, tell: Tell = silent) -> tuple[Fact, ...]:
    """Every fact of a document, in reading order, each once."""
    found: dict[str, Fact] = {}
    for number, extractor in enumerate(EXTRACTORS):
        tell(number / len(EXTRACTORS))
        for fact in extractor(reading):
            found.setdefault(fact.id, fact)
    return tuple(sorted(found.values(), key=lambda fact: fact.order))
