"""What the learner gave, and what grading says of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Rating(IntEnum):
    """How well a card was remembered; the four buttons of FSRS."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class Confidence(StrEnum):
    """How sure the learner was, said before the verdict; UNSAID when they did not say."""

    UNSAID = ""
    SURE = "sure"
    UNSURE = "unsure"
    GUESS = "guess"


class Outcome(StrEnum):
    """What grading found. ALMOST is for the learner to decide; REVEALED means not graded."""

    RIGHT = "right"
    ALMOST = "almost"
    WRONG = "wrong"
    REVEALED = "revealed"


@dataclass(frozen=True, slots=True)
class Response:
    """What the learner gave.

    Attributes:
        typed: The text typed, for TYPED cards.
        chosen: Positions (from 0) in `Asked.options`, for ONE and SEVERAL.
        arranged: Positions (from 0) in `Asked.arrange`, in the order given, for ARRANGE.
        revealed: They asked to see the answer instead.
    """

    typed: str = ""
    chosen: tuple[int, ...] = ()
    arranged: tuple[int, ...] = ()
    revealed: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """One remark on an answer: a statement misjudged, an item missing, why an option is wrong.

    Attributes:
        mark: "right", "wrong", "missing", "extra" or "info".
        text: The remark, in words that stand on their own.
        claim: Position (from 0) in `Asked.claims` of the claim it is about, or None.
    """

    mark: str
    text: str
    claim: int | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What grading says of an answer.

    Attributes:
        outcome: Right, almost, wrong or revealed.
        suggested: The rating it suggests; None where only the learner can say (revealed).
        misconception: Wrong though sure: the first to return.
        given: What the learner gave, in words (option texts, not positions), as it is logged.
        notes: Remarks, most important first.
    """

    outcome: Outcome
    suggested: Rating | None
    misconception: bool = False
    given: str = ""
    notes: tuple[Note, ...] = ()
