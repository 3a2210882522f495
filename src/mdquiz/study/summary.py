"""How a sitting went: what was right, what returns when, misconceptions first."""

from __future__ import annotations

from dataclasses import dataclass

from mdquiz.decks.card import CardId
from mdquiz.grading.verdict import Outcome


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """One card of the sitting.

    Attributes:
        card: The card.
        prompt: Its prompt, in one line.
        answer: Its key in words.
        outcome: What the first answer was.
        misconception: It was wrong though the learner was sure.
        lucky: It was right, but guessed.
        misses: How often it was missed.
        returns_in: Days until it is due again; 0: today; None: unscheduled.
    """

    card: CardId
    prompt: str
    answer: str
    outcome: Outcome
    misconception: bool
    lucky: bool
    misses: int
    returns_in: int | None


@dataclass(frozen=True, slots=True)
class Summary:
    """A sitting in numbers.

    Attributes:
        rows: One a card: misconceptions first, then misses, lucky answers, the rest.
        answers: Answers given, repeats included.
        right_first: Cards right and known at the first go.
        elapsed_ms: Time from the first question to the last answer, pauses included.
    """

    rows: tuple[SummaryRow, ...]
    answers: int
    right_first: int
    elapsed_ms: int

    @property
    def missed(self) -> tuple[CardId, ...]:
        """Cards to redo: missed or guessed."""
        return tuple(row.card for row in self.rows if row.misses or row.lucky)
