"""What one comparison found: right, almost or wrong, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mdquiz.grading.verdict import Note, Outcome

_ORDER = {Outcome.RIGHT: 0, Outcome.ALMOST: 1, Outcome.WRONG: 2, Outcome.REVEALED: 3}


@dataclass(frozen=True, slots=True)
class Finding:
    """What came of holding an answer against one key.

    Attributes:
        outcome: Right, almost or wrong.
        notes: Why, most important first.
        weight: How much the notes tell: of two wrong findings, the one with more is shown.
    """

    outcome: Outcome
    notes: tuple[Note, ...] = ()
    weight: int = 0


RIGHT = Finding(Outcome.RIGHT)
WRONG = Finding(Outcome.WRONG)


def almost(text: str, mark: str = "info") -> Finding:
    """A finding that the learner decides, with the reason."""
    return Finding(Outcome.ALMOST, (Note(mark, text),), weight=1)


def wrong(text: str, mark: str = "wrong") -> Finding:
    """A wrong answer, with the reason."""
    return Finding(Outcome.WRONG, (Note(mark, text),), weight=1)


def best(findings: Iterable[Finding]) -> Finding:
    """The most favourable finding; among equals the one that explains most, then the first."""
    return min(findings, key=lambda found: (_ORDER[found.outcome], -found.weight), default=WRONG)


def capped(finding: Finding, outcome: Outcome, note: str) -> Finding:
    """`finding`, but no better than `outcome`, with a note when that lowers it."""
    if _ORDER[finding.outcome] >= _ORDER[outcome]:
        return finding
    return Finding(outcome, (Note("info", note), *finding.notes), finding.weight)
