"""What can happen in an attempt; an attempt is the list of its events and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mdquiz.clock import Steady
from mdquiz.grading.verdict import Response


class EventKind(StrEnum):
    """What happened."""

    VISIT = "visit"  # a question was opened
    ANSWER = "answer"
    DECLINE = "decline"  # the option "not attempted" was marked
    CLEAR = "clear"  # the answer was taken back
    MARK = "mark"  # for review
    UNMARK = "unmark"
    CONFIDENCE = "confidence"
    LANGUAGE = "language"
    TICK = "tick"  # time passed on the open question; nothing else
    SECTION = "section"  # the candidate closed a locked section
    SUBMIT = "submit"
    RESUME = "resume"  # the attempt was opened again
    CLOCK = "clock"  # the machine's clock was found set back, or put right again


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened; each is saved before the next can happen.

    Attributes:
        kind: What happened.
        at_ms: Instant, milliseconds since 1970 UTC, corrected for a clock set back.
        number: The question it is about; 0 for none.
        response: What was answered (ANSWER).
        value: The bucket (ANSWER, CONFIDENCE), the language, the reason of a SUBMIT.
        spent_ms: Running time on the open question since the event before.
        amount_ms: By how much the clock was set back (CLOCK); below 0: put right by so much.
        steady: The steady count then, to hold the clock against; None where it was not kept.
    """

    kind: EventKind
    at_ms: int
    number: int = 0
    response: Response | None = None
    value: str = ""
    spent_ms: int = 0
    amount_ms: int = 0
    steady: Steady | None = None
