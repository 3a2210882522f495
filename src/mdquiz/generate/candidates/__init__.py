"""Writers: each makes questions of one form; a new one is a file and a line in `WRITERS`."""

from __future__ import annotations

from mdquiz.generate.candidates.assertions import assertions
from mdquiz.generate.candidates.breakdowns import breakdown_questions
from mdquiz.generate.candidates.candidate import Candidate, Material, Writer
from mdquiz.generate.candidates.cells import cell_questions
from mdquiz.generate.candidates.choices import choices
from mdquiz.generate.candidates.events import event_questions
from mdquiz.generate.candidates.expansions import expansion_questions
from mdquiz.generate.candidates.formulas import formula_questions
from mdquiz.generate.candidates.glosses import gloss_questions
from mdquiz.generate.candidates.hindi_clauses import hindi_clause_questions
from mdquiz.generate.candidates.judgements import judgements
from mdquiz.generate.candidates.labels import label_questions
from mdquiz.generate.candidates.labels_hindi import hindi_label_questions
from mdquiz.generate.candidates.lists import list_questions
from mdquiz.generate.candidates.orders import orders
from mdquiz.generate.candidates.pairs import pair_questions
from mdquiz.generate.candidates.predicates import predicate_questions
from mdquiz.generate.candidates.ranks import rank_questions
from mdquiz.generate.candidates.sentences import sentence_questions
from mdquiz.generate.candidates.terms import term_questions
from mdquiz.generate.candidates.values import value_questions
from mdquiz.generate.progress import Tell, silent

WRITERS: tuple[Writer, ...] = (
    value_questions,
    term_questions,
    label_questions,
    event_questions,
    hindi_label_questions,
    hindi_clause_questions,
    formula_questions,
    rank_questions,
    predicate_questions,
    breakdown_questions,
    cell_questions,
    expansion_questions,
    list_questions,
    gloss_questions,
    sentence_questions,
    judgements,
    pair_questions,
    orders,
    assertions,
)


def write_candidates(material: Material, tell: Tell = silent) -> list[Candidate]:
    """Every candidate, and a choice from every short question that has distractors."""
    found: list[Candidate] = []
    for number, writer in enumerate(WRITERS):
        tell(number / len(WRITERS))
        found += writer(material)
    return [*found, *choices(material, found)]
