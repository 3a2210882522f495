"""Taking a mock exam: the one place where a paper is answered, saved and handed in."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING

from mdquiz.decks.asked import Asked
from mdquiz.errors import DeckError, ProgressBusyError, ProgressError, UsageError
from mdquiz.exams.amounts import time_words
from mdquiz.exams.attempt import (
    ABANDONED,
    BY_HAND,
    BY_TIME,
    Attempt,
    Reply,
    after,
    refusal,
    standing,
)
from mdquiz.exams.confidence import Bucket
from mdquiz.exams.error_log import given_words
from mdquiz.exams.event import Event, EventKind
from mdquiz.exams.marking import mark
from mdquiz.exams.paper import Item, Paper
from mdquiz.exams.stored import event_from, event_value
from mdquiz.exams.timekeeping import Timekeeper
from mdquiz.grading.verdict import Response
from mdquiz.progress.log import Kind, LogRow

if TYPE_CHECKING:
    from mdquiz.study.desk import Desk

WARNINGS = (60_000, 300_000)
"""Milliseconds left at which a candidate is warned."""

A_LOOK_MS = 2_000
"""What may pass between two looks at the clock: so late, a warning still says the full minutes."""

HEARTBEAT_MS = 60_000
"""How often an open paper saves the time: after a crash, no clock can be set back beyond that."""


class Elsewhere(Enum):
    """What another window has done with an attempt."""

    NOTHING = ""
    GOES_ON = "goes on in another window"
    HANDED_IN = "was handed in in another window"


class Exam:
    """One attempt at the desk. Every method that changes it returns when the change is on disk.

    Made by `study.attempts.start` and `resume`. A front end calls `tick` every second or before
    each line: it says when the paper was closed because its time is over.
    """

    def __init__(
        self, desk: Desk, number: int, sitting: bytes, attempt: Attempt, events: Sequence[Event]
    ) -> None:
        """Take an attempt up where its events leave it.

        Args:
            desk: Where progress and clock are at hand.
            number: What the attempt is called.
            sitting: Its id in the review log.
            attempt: The attempt after its events.
            events: What happened so far.
        """
        self.number = number
        self._desk = desk
        self._sitting = sitting
        self._attempt = attempt
        self._events = len(events)
        self._closed = bool(events) and events[-1].kind is EventKind.SUBMIT
        steady = attempt.steady or desk.clock.steady()
        self._keeper = Timekeeper(attempt.last_ms, steady, attempt.correction_ms)
        self._spent_from = desk.clock.monotonic_ms()
        self._beat_from = self._spent_from
        self._warned: set[tuple[int, int]] = set()

    # What is shown

    @property
    def attempt(self) -> Attempt:
        """The attempt after everything that was saved."""
        return self._attempt

    @property
    def paper(self) -> Paper:
        """The paper."""
        return self._attempt.paper

    @property
    def over(self) -> bool:
        """Whether the paper was handed in."""
        return self._attempt.submitted is not None

    @property
    def current(self) -> int:
        """The number of the open question."""
        return self._attempt.current

    @property
    def item(self) -> Item:
        """The open question as it stands in the paper."""
        return self.paper.item(self.current)

    @property
    def asked(self) -> Asked:
        """The open question in the language chosen."""
        return self.item.asked(self._attempt.language)

    @property
    def reply(self) -> Reply:
        """What was done with the open question."""
        return self._attempt.reply(self.current)

    def elsewhere(self) -> Elsewhere:
        """What another window has done with this attempt since it was opened here."""
        stored = self._desk.store.attempts
        if stored.count(self.number) <= self._events:
            return Elsewhere.NOTHING
        last = event_from(json.loads(stored.events(self.number)[-1]))
        return Elsewhere.HANDED_IN if last.kind is EventKind.SUBMIT else Elsewhere.GOES_ON

    def left_ms(self) -> int:
        """Time left of the open section, or of a paper without locked sections; writes nothing."""
        keeper, _ = self._read_clock()
        return standing(self._attempt, keeper.true_ms).left_ms(keeper.true_ms)

    def tick(self) -> bool:
        """Look at the clock: note it if it was set back, close what has run out of time.

        Returns:
            Whether a section or the paper was closed by this call.
        """
        if self._closed:
            return False
        now = self._now()
        moved = standing(self._attempt, now)
        if moved.submitted:
            self._submit(BY_TIME, now)
            return True
        if moved.section != self._attempt.section:
            self._append(Event(EventKind.TICK, now, spent_ms=self._spent()))
            return True
        if self._desk.clock.monotonic_ms() - self._beat_from >= HEARTBEAT_MS:
            self._beat_from = self._desk.clock.monotonic_ms()
            with contextlib.suppress(ProgressError):  # the next answer will say what is wrong
                self._append(Event(EventKind.TICK, now, spent_ms=self._spent()))
        return False

    def hand_in_if_over(self) -> bool:
        """Hand the paper in if its time is over, and save nothing otherwise; whether it was."""
        keeper, _ = self._read_clock()
        if self._closed or not standing(self._attempt, keeper.true_ms).submitted:
            return False
        self._submit(BY_TIME, keeper.true_ms)
        return True

    def warning(self) -> str:
        """What is to be said, with a bell, of the time left; each once, "" otherwise."""
        left = self.left_ms()
        due = [limit for limit in WARNINGS if 0 < left <= limit and self._long(limit)]
        if not due or (self._attempt.section, due[0]) in self._warned:
            return ""
        self._warned |= {(self._attempt.section, limit) for limit in due}
        if due[0] - left < A_LOOK_MS:
            left = due[0]
        return f"{time_words(-(-left // 1000))} left."

    # What the candidate can do

    def answer(self, response: Response, bucket: Bucket | None = None) -> None:
        """Answer the open question; nothing chosen or typed clears it.

        Args:
            response: The answer.
            bucket: How sure the candidate is; None leaves what was said before.

        Raises:
            UsageError: It cannot be answered (there is no such option, or the paper is closed).
            ProgressError: It could not be saved; the answer before stands.
        """
        self._do(EventKind.ANSWER, self.current, response, bucket.value if bucket else "")

    def decline(self) -> None:
        """Mark "not attempted", where the exam has that option."""
        self._do(EventKind.DECLINE, self.current)

    def clear(self) -> None:
        """Take the answer back."""
        self._do(EventKind.CLEAR, self.current)

    def say_confidence(self, bucket: Bucket, number: int | None = None) -> None:
        """Say how sure the answer to question `number` is; None: to the open one."""
        self._do(EventKind.CONFIDENCE, number or self.current, value=bucket.value)

    def toggle_mark(self) -> bool:
        """Mark the open question for review, or take the mark off; whether it is marked now."""
        self._do(EventKind.UNMARK if self.reply.marked else EventKind.MARK, self.current)
        return self.reply.marked

    def visit(self, number: int) -> None:
        """Open question `number`.

        Raises:
            UsageError: There is none, or its section is not open.
        """
        self._do(EventKind.VISIT, number)

    def step(self, by: int) -> bool:
        """Open the question `by` places on; False at the end of what is open."""
        number = self.current + by
        if number not in self._attempt.open_numbers:
            self.tick()
            return False
        self.visit(number)
        return True

    def switch_language(self) -> bool:
        """Show all questions in the next language; False where the paper has one only."""
        languages = self.paper.languages
        if len(languages) < 2:
            return False
        chosen = self._attempt.language or self.asked.language
        at = languages.index(chosen) if chosen in languages else 0
        self._do(EventKind.LANGUAGE, value=languages[(at + 1) % len(languages)])
        return True

    def close_section(self) -> None:
        """Close the open one of locked sections for good; the next begins at once.

        Raises:
            UsageError: The sections of this paper are not locked.
        """
        last = self._attempt.section + 1 == len(self.paper.sections)
        if self.paper.locked and last:
            self.submit()
        else:
            self._do(EventKind.SECTION)

    def submit(self) -> None:
        """Hand the paper in."""
        if not self.tick() and not self._closed:
            self._submit(BY_HAND, self._now())

    def abandon(self) -> None:
        """Give the attempt up; what was answered stays in the log."""
        if not self.tick() and not self._closed:
            self._submit(ABANDONED, self._now())

    def leave(self) -> None:
        """Save the time spent on the open question; the clock runs on, `resume` comes back."""
        if not self._closed and not self.tick():
            self._append(Event(EventKind.TICK, self._now(), spent_ms=self._spent()))

    def note_begun(self) -> None:
        """Save the time of the beginning, for a clock set back later to be held against."""
        self._append(Event(EventKind.TICK, self._attempt.started_ms))

    def note_resumed(self) -> None:
        """Note that the attempt was opened again.

        Raises:
            UsageError: It is closed.
        """
        self._do(EventKind.RESUME)

    # Saving

    def _do(
        self,
        kind: EventKind,
        number: int = 0,
        response: Response | None = None,
        value: str = "",
    ) -> None:
        now = self._now()
        event = Event(kind, now, number, response, value, self._spent())
        why = refusal(self._attempt, event)
        if why:
            self.tick()
            raise UsageError(why)
        self._append(event)

    def _append(self, event: Event) -> None:
        self._store(event)
        self._spent_from = self._desk.clock.monotonic_ms()

    def _store(self, event: Event) -> None:
        event = replace(event, steady=self._desk.clock.steady())
        text = json.dumps(event_value(event))
        try:
            self._desk.store.attempts.append(self.number, self._events, event.at_ms, text)
        except ProgressBusyError:
            if self.elsewhere() is Elsewhere.HANDED_IN:
                raise ProgressBusyError(
                    f"Attempt {self.number} was handed in in another window.",
                    f"`mdquiz exam report {self.number}` shows how it went.",
                ) from None
            raise
        self._events += 1
        self._attempt = after(self._attempt, event)

    def _submit(self, reason: str, now: int) -> None:
        before = self._attempt, self._events, self._closed
        try:
            with self._desk.store.transaction():
                event = Event(EventKind.SUBMIT, now, value=reason, spent_ms=self._spent())
                self._store(event)
                self._closed = True
                self._desk.record(self._rows())
        except BaseException:
            self._attempt, self._events, self._closed = before
            raise

    def _rows(self) -> list[LogRow]:
        """The answers as rows of the review log; their kind moves no schedule."""
        score = mark(self.paper, self._attempt.replies)
        rows = []
        for one, reply in zip(score.items, self._attempt.replies, strict=True):
            if not one.answered:
                continue
            asked = self.paper.item(one.number).asked(reply.language)
            rows.append(
                replace(
                    self._desk.row(asked.card, Kind.EXAM, self._sitting),
                    outcome=one.result.value,
                    given=given_words(asked, reply),
                    confidence=reply.bucket.drill.value,
                    duration_ms=reply.spent_ms,
                    language=asked.language,
                    answer_hash=asked.answer_hash,
                    deck_hash=self._deck_hash(asked),
                )
            )
        return rows

    def _deck_hash(self, asked: Asked) -> str:
        try:
            return self._desk.library.entry(asked.card.deck).content_hash
        except DeckError:
            return ""  # the deck is gone; the paper stands on its own

    # Time

    def _read_clock(self) -> tuple[Timekeeper, int]:
        clock = self._desk.clock
        return self._keeper.read(clock.now().utc_ms, clock.steady())

    def _now(self) -> int:
        """The true time; a clock found set back, or put right, is noted first."""
        self._keeper, behind = self._read_clock()
        if behind and not self._closed:
            self._append(
                Event(
                    EventKind.CLOCK,
                    self._keeper.true_ms,
                    spent_ms=self._spent(),
                    amount_ms=behind,
                )
            )
        return self._keeper.true_ms

    def _spent(self) -> int:
        return self._desk.clock.monotonic_ms() - self._spent_from

    def _long(self, limit: int) -> bool:
        """Whether the open section is longer than `limit`, so that a warning tells something."""
        attempt = self._attempt
        return attempt.deadline_ms - attempt.section_started_ms > limit
