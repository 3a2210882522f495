"""What a remembered card is worth on the exam day, under the exam's marking."""

from __future__ import annotations

from dataclasses import dataclass

LEAST_GAIN = 1e-3  # marks; a card worth nothing would have an endless price


@dataclass(frozen=True, slots=True)
class Marks:
    """Expected marks of a question by whether its answer is remembered.

    Attributes:
        known: Marks when it is remembered.
        forgotten: Marks when it is not, guess or blank, whichever is better.
    """

    known: float
    forgotten: float

    @property
    def gain(self) -> float:
        """Marks that remembering brings, at least `LEAST_GAIN`."""
        return max(self.known - self.forgotten, LEAST_GAIN)


def question_marks(right: float, wrong: float, options: int, weight: float = 1.0) -> Marks:
    """Marks of a question under a marking scheme.

    Args:
        right: Marks for a right answer.
        wrong: Marks taken off for a wrong answer, as a number of 0 or more.
        options: How many options it has; 0 where the answer is to be produced.
        weight: What the learner says its topic counts for; 1 is usual.
    """
    guess = right / options - wrong * (1 - 1 / options) if options > 1 else 0.0
    return Marks(weight * right, weight * max(guess, 0.0))
