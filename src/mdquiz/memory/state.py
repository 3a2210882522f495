"""What is known of a card: folded from its log, never changed in place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CardState:
    """A card after some history; the default is a card never seen.

    Attributes:
        stability: Days until retrievability falls to 0.9; 0.0 for a new card.
        difficulty: 1 to 10; 0.0 for a new card.
        last_day: Study day (proleptic ordinal) of the last review that moved the schedule; 0: none.
        due_day: Study day from which it is due; 0 for a new card.
        reviews: How many reviews moved stability and difficulty: at most one a study day.
        lapses: How many of them were Again after the card had once been learned.
        relearning: Missed on `last_day` and not known since.
        misconception: A scheduling answer was wrong though sure, and none was right since.
        suspended: Not asked until resumed.
        buried_day: Not asked on this study day; 0: not buried.
        flagged: Marked by the learner for a second look.
    """

    stability: float = 0.0
    difficulty: float = 0.0
    last_day: int = 0
    due_day: int = 0
    reviews: int = 0
    lapses: int = 0
    relearning: bool = False
    misconception: bool = False
    suspended: bool = False
    buried_day: int = 0
    flagged: bool = False

    @property
    def new(self) -> bool:
        """Whether the card was never learned."""
        return self.reviews == 0


NEVER_SEEN = CardState()
"""The state of a card without history."""
