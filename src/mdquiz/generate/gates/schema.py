"""The candidate is a question that a deck accepts."""

from __future__ import annotations

from pydantic import ValidationError

from mdquiz.generate.candidates.candidate import Candidate
from mdquiz.generate.gates.gate import Bench


def is_a_question(candidate: Candidate, bench: Bench) -> str:
    """The model of its type takes it, and finds no problem in it."""
    try:
        bench.question(candidate)
    except ValidationError as error:
        return f"not a question: {error.errors()[0]['msg']}"
    return ""
