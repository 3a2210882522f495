"""Mock exams at the desk: begin one, go on with one, list them and report on them."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mdquiz.clock import Instant
from mdquiz.errors import NothingToDrillError, ProgressBusyError, UsageError
from mdquiz.exams.attempt import Attempt, folded_attempt
from mdquiz.exams.marking import Tally, mark
from mdquiz.exams.report import Report, report
from mdquiz.exams.stored import paper_value
from mdquiz.progress.attempts import LONGEST_EXAM_MS
from mdquiz.study.attempts_read import (
    UNREADABLE,
    Closed,
    closed_attempt,
    closed_in_short,
    corrections_of,
    events_of,
    handed_in,
    paper_from_store,
    readable,
    true_now,
    unreadable,
)
from mdquiz.study.attempts_rescore import Remarked, paper_of, rescore
from mdquiz.study.exam import Exam
from mdquiz.study.exam_plan import availability, blueprint, drawn, presets_folder
from mdquiz.study.scope import Scope

if TYPE_CHECKING:
    from mdquiz.exams.blueprint import Blueprint
    from mdquiz.progress.attempts import StoredAttempt
    from mdquiz.study.desk import Desk

__all__ = [
    "AttemptRow",
    "Remarked",
    "abandon",
    "attempt_rows",
    "availability",
    "blueprint",
    "closed_numbers",
    "drawn",
    "hand_in_what_ran_out",
    "latest_number",
    "misses",
    "paper_of",
    "presets_folder",
    "report_of",
    "rescore",
    "resume",
    "running_row",
    "running_rows",
    "start",
    "started_text",
    "started_with_zone",
    "unreadable",
]


@dataclass(frozen=True, slots=True)
class AttemptRow:
    """One attempt in the list.

    Attributes:
        number: What it is called.
        started: When it was begun.
        title: Its exam.
        preset: Its preset.
        questions: Questions on its paper.
        running: Whether it can be resumed.
        left_ms: Time left of the open section or the paper; 0 when it is closed.
        tally: Its score, by the keys as corrected; not to be shown while it runs.
        abandoned: Whether it was given up.
    """

    number: int
    started: Instant
    title: str
    preset: str
    questions: int
    running: bool
    left_ms: int
    tally: Tally
    abandoned: bool = False


def start(desk: Desk, plan: Blueprint) -> Exam:
    """Draw a paper, store it and begin the attempt; the clock runs from now on.

    Earlier attempts whose time ran out while nobody looked are handed in.

    Raises:
        NothingToDrillError: No question fits.
        ProgressError: It could not be stored.
    """
    paper = drawn(desk, plan)
    desk.keep_daily_copy()
    hand_in_what_ran_out(desk)
    now = desk.clock.now()
    sitting = desk.new_sitting()
    text = json.dumps(paper_value(paper))
    number = desk.store.attempts.begin(sitting, now.utc_ms, now.offset_minutes, text)
    exam = Exam(desk, number, sitting, folded_attempt(paper, now.utc_ms, ()), ())
    exam.note_begun()
    return exam


def resume(desk: Desk, number: int | None = None) -> Exam:
    """Go on with an attempt, the clock as it truly stands.

    Args:
        desk: Where progress and clock are at hand.
        number: Which attempt; None for the latest that runs.

    Raises:
        UsageError: There is none, or it is closed; one whose time ran out is handed in first.
        ProgressError: The attempt of that number cannot be read.
    """
    desk.keep_daily_copy()
    for exam in _running(desk, number):
        exam.tick()
        if not exam.over:
            exam.note_resumed()
            return exam
    if number is None:
        raise UsageError("No exam is running.", "Begin one with `mdquiz exam start`.")
    raise UsageError(
        f"Attempt {number} is closed.", f"`mdquiz exam report {number}` shows how it went."
    )


def abandon(desk: Desk, number: int) -> None:
    """Give up an attempt that runs; it is no longer offered, nor compared with.

    Raises:
        UsageError: There is none of that number, or it is closed.
        ProgressError: It cannot be read, or this could not be stored.
    """
    for exam in _running(desk, number):
        exam.abandon()
        return
    raise UsageError(f"Attempt {number} is closed.", f"`mdquiz exam report {number}` shows it.")


def hand_in_what_ran_out(desk: Desk) -> None:
    """Hand in every attempt whose time ran out while nobody looked; its answers are logged.

    Nothing else of an attempt is touched: one that runs may be open in another window.
    """
    for exam in _running(desk):
        with contextlib.suppress(ProgressBusyError):  # another window has just done so
            exam.hand_in_if_over()


def _running(desk: Desk, number: int | None = None) -> Iterator[Exam]:
    """The attempts that were not handed in, the latest first; only that `number` unless None."""
    stored = desk.store.attempts
    for one in reversed(stored.numbers()) if number is None else [number]:
        found = stored.get(one)
        try:
            if not handed_in(desk, one):
                events = events_of(desk, found)
                attempt = folded_attempt(paper_from_store(found), found.started_ms, events)
                yield Exam(desk, one, found.id, attempt, events)
        except UNREADABLE:
            if number is not None:
                raise


def attempt_rows(desk: Desk) -> tuple[AttemptRow, ...]:
    """All attempts that can be read, oldest first; `unreadable` tells of the others."""
    return _rows(desk, desk.store.attempts.all())


def running_row(desk: Desk) -> AttemptRow | None:
    """The latest attempt that can be resumed, to be offered; None where there is none."""
    return next(reversed(running_rows(desk)), None)


def running_rows(desk: Desk) -> tuple[AttemptRow, ...]:
    """The attempts that can be resumed, oldest first."""
    now = desk.clock.now().utc_ms
    rows = _rows(desk, desk.store.attempts.since(now - LONGEST_EXAM_MS))
    return tuple(row for row in rows if row.running)


def closed_numbers(desk: Desk) -> tuple[int, ...]:
    """The numbers of all attempts that were handed in and can be read, oldest first."""
    return tuple(row.number for row in attempt_rows(desk) if not row.running)


def latest_number(desk: Desk) -> int:
    """The number of the latest attempt that can be read.

    Raises:
        UsageError: There is none.
    """
    stored = desk.store.attempts
    for number in reversed(stored.numbers()):
        with contextlib.suppress(*UNREADABLE):
            closed_in_short(desk, stored.get(number))
            return number
    raise UsageError("No exam was taken yet.", "Begin one with `mdquiz exam start`.")


def report_of(desk: Desk, number: int) -> Report:
    """The report of an attempt, compared with earlier ones at the same preset.

    Raises:
        UsageError: There is no such attempt, or it still runs: its report would tell the keys.
        ProgressError: It cannot be read.
    """
    attempt = closed_attempt(desk, desk.store.attempts.get(number))
    others = desk.store.attempts.before(number, attempt.paper.preset)
    earlier = [
        one.past for one in readable(desk, others) if isinstance(one, Closed) and not one.abandoned
    ]
    return report(str(number), attempt, corrections_of(desk, number), earlier)


def started_text(desk: Desk, number: int) -> str:
    """When an attempt was begun, by the learner's clock of then."""
    found = desk.store.attempts.get(number)
    return f"{Instant(found.started_ms, found.offset_minutes).local:%Y-%m-%d %H:%M}"


def started_with_zone(desk: Desk, number: int) -> str:
    """When an attempt was begun, `2026-11-22T09:30:00+05:30`."""
    found = desk.store.attempts.get(number)
    return Instant(found.started_ms, found.offset_minutes).zoned.isoformat(timespec="seconds")


def misses(desk: Desk, number: int) -> Scope:
    """A drill of what was wrong, lucky or left in an attempt; the learner's choice to begin it.

    Raises:
        NothingToDrillError: There was nothing of the kind.
    """
    cards = report_of(desk, number).misses
    if not cards:
        raise NothingToDrillError(f"Nothing was wrong, lucky or left in attempt {number}.")
    return Scope(cards=cards)


def _rows(desk: Desk, attempts: Iterable[StoredAttempt]) -> tuple[AttemptRow, ...]:
    rows = []
    for found in attempts:
        with contextlib.suppress(*UNREADABLE):
            rows.append(_row(desk, found, closed_in_short(desk, found)))
    return tuple(rows)


def _row(desk: Desk, found: StoredAttempt, stands: Closed | Attempt) -> AttemptRow:
    started = Instant(found.started_ms, found.offset_minutes)
    if isinstance(stands, Closed):
        past = stands.past
        return AttemptRow(
            found.number,
            started,
            past.title,
            past.preset,
            stands.questions,
            running=False,
            left_ms=0,
            tally=stands.tally,
            abandoned=stands.abandoned,
        )
    paper = stands.paper
    return AttemptRow(
        found.number,
        started,
        paper.title,
        paper.preset,
        len(paper.items),
        running=True,
        left_ms=stands.left_ms(true_now(desk, stands)),
        tally=mark(paper, stands.replies).total,
    )
