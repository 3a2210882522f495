"""One row of the review log: something that happened to a card, never changed afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mdquiz.decks.card import CardId


class Kind(StrEnum):
    """What happened.

    Only DRILL, REGRADE, UNDO and RESET rows move a schedule; SUSPEND to UNFLAG change whether and
    how a card is asked; the others are kept for what they tell about the learner.
    """

    DRILL = "drill"  # a scheduled review
    AHEAD = "ahead"  # drilled before it was due
    CRAM = "cram"  # drilled outside the schedule
    EXAM = "exam"  # answered in a mock exam
    REPAIR = "repair"  # a misjudged statement asked alone
    REGRADE = "regrade"  # the learner's own rating for the answer in `ref`
    UNDO = "undo"  # the row in `ref` counts as not done
    RESET = "reset"  # the card starts afresh
    SUSPEND = "suspend"
    RESUME = "resume"
    BURY = "bury"  # not asked again on this study day
    FLAG = "flag"
    UNFLAG = "unflag"


@dataclass(frozen=True, slots=True)
class LogRow:
    """One thing that happened.

    Attributes:
        id: UUIDv7, 16 bytes; rows are ordered by (at_ms, id).
        sitting: UUIDv7 of the sitting it happened in.
        card: The card it happened to.
        kind: What happened.
        at_ms: Instant, milliseconds since 1970 UTC; never before an earlier row of the card, even
            if the clock was set back.
        offset_minutes: The learner's offset from UTC at that instant.
        day: Study day, proleptic ordinal; of a miss repeated just past midnight, the miss's day.
        ref: Id of the row that an UNDO or REGRADE is about; else None.
        rating: 1 to 4, or None where none was given.
        outcome: `grading.Outcome` value; "" for rows that are no answers.
        given: What the learner gave, in words.
        confidence: `grading.Confidence` value.
        duration_ms: From showing the question to the answer.
        language: The language it was shown in.
        scheduler: Name and version of the memory model ("fsrs-6/6.3.2").
        parameters: The model's parameters as JSON, desired retention among them.
        deck_hash: SHA-256 (hex) of the deck file's content.
        answer_hash: `Asked.answer_hash`.
    """

    id: bytes
    sitting: bytes
    card: CardId
    kind: Kind
    at_ms: int
    offset_minutes: int
    day: int
    ref: bytes | None = None
    rating: int | None = None
    outcome: str = ""
    given: str = ""
    confidence: str = ""
    duration_ms: int = 0
    language: str = ""
    scheduler: str = ""
    parameters: str = ""
    deck_hash: str = ""
    answer_hash: str = ""
