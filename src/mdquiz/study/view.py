"""A sitting at one moment, and the acts that led from one moment to the next. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from mdquiz.decks.asked import Asked
from mdquiz.grading.verdict import Confidence, Note, Outcome, Rating, Verdict
from mdquiz.progress.log import Kind, LogRow
from mdquiz.study.sitting import Result, Sitting


class Phase(StrEnum):
    """Where a question stands."""

    ASKING = "asking"
    ANSWERED = "answered"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class View:
    """Everything a learner sees of a sitting at one moment.

    Attributes:
        sitting: What is still to be asked, and the answers so far.
        phase: Where the present question stands.
        asked: The present question as it is worded.
        seed: What its options were shuffled by.
        key_changed: Its key is another one than when the learner last answered it.
        peeked: The learner has looked at its source before answering.
        shown_ms: When it was shown, by the monotonic clock.
        verdict: What grading says of the answer, once there is one.
        duration_ms: How long the answer took.
        row: The answer in the log; None as long as it is only revealed.
        intervals: Days until the card returns, by rating.
    """

    sitting: Sitting
    phase: Phase = Phase.ASKING
    asked: Asked | None = None
    seed: str = ""
    key_changed: bool = False
    peeked: bool = False
    shown_ms: int = 0
    verdict: Verdict | None = None
    duration_ms: int = 0
    row: LogRow | None = None
    intervals: dict[Rating, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Act:
    """One undoable act: the view before it, and the rows it wrote."""

    before: View
    rows: list[LogRow]

    @property
    def name(self) -> str:
        """What undo takes back with it, in words."""
        if self.rows and self.rows[0].kind in _ACT_NAMES:
            return _ACT_NAMES[self.rows[0].kind]
        return "the answer and its rating" if self.rows else "the skip"


_ACT_NAMES = {
    Kind.BURY: "the burial",
    Kind.SUSPEND: "the suspension",
    Kind.FLAG: "the flag",
    Kind.UNFLAG: "the taking off of the flag",
    Kind.RESET: "the fresh start",
}


def settled(view: View, rating: Rating) -> Sitting:
    """The sitting after the answer of `view`, rated so; its misjudged claims are asked again."""
    assert view.verdict is not None
    wrong = (note.claim for note in view.verdict.notes if note.mark == "wrong")
    misjudged = sorted({claim for claim in wrong if claim is not None})
    return view.sitting.answered(_result(view, rating), misjudged)


def _result(view: View, rating: Rating) -> Result:
    assert view.sitting.step is not None
    assert view.asked is not None
    assert view.verdict is not None
    guessed = view.row is not None and view.row.confidence == Confidence.GUESS
    right = view.verdict.outcome is Outcome.RIGHT
    return Result(
        step=view.sitting.step,
        prompt=" ".join(view.asked.stem.split()),
        answer=view.asked.answer,
        outcome=view.verdict.outcome,
        rating=rating,
        misconception=view.verdict.misconception and rating is Rating.AGAIN,
        lucky=guessed and right and rating is Rating.AGAIN,
    )


def not_known(verdict: Verdict) -> Verdict:
    """The verdict on an answer that was read off the source."""
    if verdict.suggested in (None, Rating.AGAIN):
        return verdict
    note = Note("info", "You had looked at the source: counted as not known.")
    return replace(verdict, suggested=Rating.AGAIN, notes=(note, *verdict.notes))
