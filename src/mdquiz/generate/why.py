"""Why a question is in a deck: its rule, its passages, and what every gate says of it."""

from __future__ import annotations

from dataclasses import dataclass

from mdquiz.decks.kinds.base import Source
from mdquiz.decks.question import Question
from mdquiz.generate.candidates.candidate import Material
from mdquiz.generate.gates import examine_all
from mdquiz.generate.gates.gate import Bench, GateVerdict
from mdquiz.generate.pipeline import Generation
from mdquiz.generate.questions import question_id
from mdquiz.generate.summary import sources_of


@dataclass(frozen=True, slots=True)
class Reason:
    """Where a question comes from.

    Attributes:
        rule: The rule that wrote it; empty for one written by hand.
        facts: Its facts.
        passages: The passages it was made from.
        gates: What each gate says of it; empty where the document was not at hand, or no longer
            gives the question.
    """

    rule: str
    facts: tuple[str, ...]
    passages: tuple[Source, ...]
    gates: tuple[GateVerdict, ...] = ()


def reason(question: Question, generation: Generation | None, seed: int = 0) -> Reason:
    """Why `question` is there; with its gates where `generation` made it."""
    gates: tuple[GateVerdict, ...] = ()
    if generation is not None:
        candidate = next((c for c in generation.chosen if question_id(c) == question.id), None)
        if candidate is not None:
            material = Material(generation.reading, generation.facts, seed)
            gates = examine_all(candidate, Bench(material))
    return Reason(question.rule, tuple(question.facts), sources_of(question), gates)
