"""Stored attempts read back: the paper, what happened, how it stands now, and its corrections."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from mdquiz.errors import ProgressDamagedError, ProgressNewerError, UsageError
from mdquiz.exams.attempt import Attempt, folded_attempt, standing
from mdquiz.exams.event import Event, EventKind
from mdquiz.exams.paper import Paper
from mdquiz.exams.report import Past, past_of
from mdquiz.exams.rescore import Correction
from mdquiz.exams.stored import correction_from, event_from, paper_from
from mdquiz.exams.timekeeping import Timekeeper

if TYPE_CHECKING:
    from mdquiz.exams.marking import Tally
    from mdquiz.progress.attempts import StoredAttempt
    from mdquiz.study.desk import Desk

UNREADABLE = (ProgressDamagedError, ProgressNewerError)
"""What an attempt raises that another mdquiz has to read, or none."""


@dataclass(frozen=True, slots=True)
class Closed:
    """What lists and comparisons need of an attempt that was handed in."""

    past: Past
    questions: int
    tally: Tally
    abandoned: bool = False


_KNOWN: WeakKeyDictionary[Desk, dict[bytes, tuple[int, Closed]]] = WeakKeyDictionary()
"""By attempt: how many corrections it had, and what it came to; a paper is marked once a run."""


def paper_from_store(found: StoredAttempt) -> Paper:
    """The paper of an attempt as it was asked.

    Raises:
        ProgressDamagedError, ProgressNewerError: It cannot be read.
    """
    return paper_from(_json(found.paper))


def events_of(desk: Desk, found: StoredAttempt) -> tuple[Event, ...]:
    """What happened in an attempt."""
    return tuple(event_from(_json(text)) for text in desk.store.attempts.events(found.number))


def corrections_of(desk: Desk, number: int) -> tuple[Correction, ...]:
    """What was corrected about an attempt, oldest first."""
    return tuple(correction_from(_json(text)) for text in desk.store.attempts.corrections(number))


def handed_in(desk: Desk, number: int) -> bool:
    """Whether the last that happened in an attempt is that it was handed in.

    Raises:
        ProgressDamagedError: That cannot be read.
    """
    text = desk.store.attempts.last_event(number)
    return bool(text) and event_from(_json(text)).kind is EventKind.SUBMIT


def standing_now(desk: Desk, found: StoredAttempt) -> Attempt:
    """The attempt as it stands now, with what has run out of time closed."""
    attempt = folded_attempt(paper_from_store(found), found.started_ms, events_of(desk, found))
    return standing(attempt, true_now(desk, attempt))


def true_now(desk: Desk, attempt: Attempt) -> int:
    """The true time, as far as the clock and what was saved of it tell."""
    keeper = Timekeeper(attempt.last_ms, attempt.steady, attempt.correction_ms)
    return keeper.read(desk.clock.now().utc_ms, desk.clock.steady())[0].true_ms


def closed_attempt(desk: Desk, found: StoredAttempt) -> Attempt:
    """The attempt, handed in.

    Raises:
        UsageError: It still runs: what is right is not told yet.
    """
    attempt = standing_now(desk, found)
    if attempt.submitted is None:
        raise UsageError(
            f"Attempt {found.number} still runs: what is right is told when it is handed in.",
            f"Go on with `mdquiz exam resume {found.number}`.",
        )
    return attempt


def closed_in_short(desk: Desk, found: StoredAttempt) -> Closed | Attempt:
    """What a handed-in attempt came to; the attempt itself while it runs."""
    known = _KNOWN.setdefault(desk, {})
    corrections = desk.store.attempts.corrections(found.number)
    if found.id in known and known[found.id][0] == len(corrections):
        return known[found.id][1]
    attempt = standing_now(desk, found)
    if attempt.submitted is None:
        return attempt
    past, tally = past_of(str(found.number), attempt, corrections_of(desk, found.number))
    made = Closed(past, len(attempt.paper.items), tally, attempt.abandoned)
    known[found.id] = (len(corrections), made)
    return made


def readable(desk: Desk, attempts: Iterable[StoredAttempt]) -> Iterator[Closed | Attempt]:
    """Each of `attempts` in short, those left out that cannot be read."""
    for found in attempts:
        try:
            yield closed_in_short(desk, found)
        except UNREADABLE:
            continue


def unreadable(desk: Desk) -> tuple[str, ...]:
    """Which attempts cannot be read, and why, a sentence each."""
    said = []
    for found in desk.store.attempts.all():
        try:
            closed_in_short(desk, found)
        except UNREADABLE as problem:
            said.append(f"Attempt {found.number} is left out: {problem.message.rstrip('.')}.")
    return tuple(said)


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as problem:
        raise ProgressDamagedError(
            f"A stored exam cannot be read ({problem}).", "`mdquiz restore` brings back a copy."
        ) from None
