"""Mock exams at the desk: begin one, go on with one, list, report and re-mark them."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mdquiz.clock import Instant
from mdquiz.decks.entry import CardEntry
from mdquiz.errors import DeckError, NothingToDrillError, ProgressDamagedError, UsageError
from mdquiz.exams.attempt import Attempt, folded_attempt, standing
from mdquiz.exams.blueprint import Blueprint, Selection
from mdquiz.exams.draw import Availability, available, draw
from mdquiz.exams.event import Event, EventKind
from mdquiz.exams.formats import format_of
from mdquiz.exams.marking import Tally, mark
from mdquiz.exams.paper import Item, Paper, assemble, put
from mdquiz.exams.presets import load_preset
from mdquiz.exams.report import Report, past_of, report
from mdquiz.exams.rescore import Correction, Unclear, corrected, correction_of
from mdquiz.exams.stored import (
    correction_from,
    correction_value,
    event_from,
    paper_from,
    paper_value,
)
from mdquiz.progress.attempts import LONGEST_EXAM_MS
from mdquiz.study.exam import Exam
from mdquiz.study.scope import Scope

if TYPE_CHECKING:
    from mdquiz.paths import Places
    from mdquiz.progress.attempts import StoredAttempt
    from mdquiz.study.desk import Desk


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
    """

    number: int
    started: Instant
    title: str
    preset: str
    questions: int
    running: bool
    left_ms: int
    tally: Tally


@dataclass(frozen=True, slots=True)
class Remarked:
    """What re-marking an attempt did.

    Attributes:
        number: The attempt.
        applied: The corrections that are new.
        unclear: Questions whose new key cannot be applied.
        before: The report by the keys as they were.
        after: The report by the keys as they are.
    """

    number: int
    applied: tuple[Correction, ...]
    unclear: tuple[Unclear, ...]
    before: Report
    after: Report


def presets_folder(places: Places) -> Path:
    """Where the learner's own presets are; it need not exist."""
    return places.config / "presets"


def blueprint(desk: Desk, preset: str, **chosen: Any) -> Blueprint:
    """The blueprint of an exam.

    Args:
        desk: Where presets, settings and clock are at hand.
        preset: The preset's name.
        **chosen: Fields of `Selection`; the seed is drawn from the clock where it is None or not
            given, the language is the learner's own.

    Raises:
        UsageError: There is no such preset, or a number is out of range.
        SettingsError: The preset's file is broken.
    """
    if chosen.get("seed") is None:
        chosen["seed"] = desk.clock.now().utc_ms // 1000 % 1_000_000
    chosen.setdefault("language", desk.settings.language)
    loaded = load_preset(preset, presets_folder(desk.places))
    return Blueprint(loaded, Selection(**chosen))


def availability(desk: Desk, plan: Blueprint) -> Availability:
    """The questions that the blueprint can be drawn from, by topic and format."""
    return available(plan, _cards(desk), lambda card: _format(desk, card))


def drawn(desk: Desk, plan: Blueprint) -> Paper:
    """The paper that `start` would begin with; nothing is stored.

    Raises:
        NothingToDrillError: No question fits.
    """
    drawing = draw(plan, _cards(desk), lambda card: _format(desk, card))
    return assemble(plan, drawing, desk.asked)


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
    return Exam(desk, number, sitting, folded_attempt(paper, now.utc_ms, ()), ())


def resume(desk: Desk, number: int | None = None) -> Exam:
    """Go on with an attempt, the clock as it truly stands.

    Args:
        desk: Where progress and clock are at hand.
        number: Which attempt; None for the latest that runs.

    Raises:
        UsageError: There is none, or it is closed; one whose time ran out is handed in first.
    """
    desk.keep_daily_copy()
    stored = desk.store.attempts
    attempts = stored.all() if number is None else [stored.get(number)]
    for found in reversed(attempts):
        if _handed_in(desk, found):
            continue
        exam = _opened(desk, found)
        exam.tick()
        if not exam.over:
            exam.note_resumed()
            return exam
    if number is None:
        raise UsageError("No exam is running.", "Begin one with `mdquiz exam start`.")
    raise UsageError(
        f"Attempt {number} is closed.", f"`mdquiz exam report {number}` shows how it went."
    )


def hand_in_what_ran_out(desk: Desk) -> None:
    """Hand in every attempt whose time ran out while nobody looked; its answers are logged."""
    for found in desk.store.attempts.all():
        if not _handed_in(desk, found):
            _opened(desk, found).tick()


def attempt_rows(desk: Desk) -> tuple[AttemptRow, ...]:
    """All attempts, oldest first."""
    return tuple(_row(desk, found) for found in desk.store.attempts.all())


def running_row(desk: Desk) -> AttemptRow | None:
    """The latest attempt that can be resumed, to be offered; None where there is none."""
    now = desk.clock.now().utc_ms
    recent = [
        found for found in desk.store.attempts.all() if now - found.started_ms < LONGEST_EXAM_MS
    ]
    rows = (_row(desk, found) for found in reversed(recent))
    return next((row for row in rows if row.running), None)


def latest_number(desk: Desk) -> int:
    """The number of the latest attempt.

    Raises:
        UsageError: There is none.
    """
    attempts = desk.store.attempts.all()
    if not attempts:
        raise UsageError("No exam was taken yet.", "Begin one with `mdquiz exam start`.")
    return attempts[-1].number


def report_of(desk: Desk, number: int) -> Report:
    """The report of an attempt, compared with earlier ones at the same preset.

    Raises:
        UsageError: There is no such attempt, or it still runs: its report would tell the keys.
    """
    found = desk.store.attempts.get(number)
    attempt = _closed(desk, found)
    earlier = [
        past_of(str(other.number), before, _corrections(desk, other))
        for other in desk.store.attempts.all()
        if other.number < number
        for before in [_standing(desk, other)]
        if before.submitted and before.paper.preset == attempt.paper.preset
    ]
    return report(str(number), attempt, _corrections(desk, found), earlier)


def started_text(desk: Desk, number: int) -> str:
    """When an attempt was begun, by the learner's clock of then."""
    found = desk.store.attempts.get(number)
    return f"{Instant(found.started_ms, found.offset_minutes).local:%Y-%m-%d %H:%M}"


def misses(desk: Desk, number: int) -> Scope:
    """A drill of what was wrong or lucky in an attempt; the learner's choice to begin it.

    Raises:
        NothingToDrillError: There was nothing of the kind.
    """
    cards = report_of(desk, number).misses
    if not cards:
        raise NothingToDrillError(f"Nothing was wrong or lucky in attempt {number}.")
    return Scope(cards=cards)


def rescore(desk: Desk, number: int, by_hand: Sequence[Correction] = ()) -> Remarked:
    """Re-mark an attempt by the learner's corrections and by what the decks say today.

    What was asked stays as it was stored; the corrections are stored beside it. A question that was
    corrected by hand keeps that key.

    Raises:
        UsageError: There is no such attempt, or it still runs.
        ProgressError: They could not be stored.
    """
    found = desk.store.attempts.get(number)
    before = _report(desk, found)
    fixed = {one.number for one in (*before.corrections, *by_hand) if one.by_hand}
    changes = [
        change
        for item in before.paper.items
        if item.number not in fixed
        for change in [_change(desk, before.paper, item)]
        if change is not None
    ]
    applied = (*(one for one in changes if isinstance(one, Correction)), *by_hand)
    if applied:
        with desk.store.transaction():
            desk.store.attempts.add_corrections(
                number,
                desk.clock.now().utc_ms,
                [json.dumps(correction_value(one)) for one in applied],
            )
    unclear = tuple(one for one in changes if isinstance(one, Unclear))
    return Remarked(number, applied, unclear, before, _report(desk, found))


def _change(desk: Desk, paper: Paper, item: Item) -> Correction | Unclear | None:
    try:
        entry = desk.entry(item.card)
        now = put(desk.asked, item.card, paper.seed, item.versions[0].language)
    except DeckError:
        return None  # the deck or the question is gone: the stored key stands
    return correction_of(item, now, entry.status == "dropped")


def _cards(desk: Desk) -> list[CardEntry]:
    return [card for deck in desk.library.decks for card in deck.cards]


def _format(desk: Desk, card: CardEntry) -> str:
    """The format of a card; only choices and short answers have to be read for it."""
    if card.type not in ("choice", "short"):
        return card.type
    return format_of(desk.asked(card.card, random.Random(0)))


def _handed_in(desk: Desk, found: StoredAttempt) -> bool:
    events = desk.store.attempts.events(found.number)
    return bool(events) and event_from(_json(events[-1])).kind is EventKind.SUBMIT


def _opened(desk: Desk, found: StoredAttempt) -> Exam:
    paper, events = _paper(found), _events(desk, found)
    attempt = folded_attempt(paper, found.started_ms, events)
    return Exam(desk, found.number, found.id, attempt, events)


def _paper(found: StoredAttempt) -> Paper:
    return paper_from(_json(found.paper))


def _events(desk: Desk, found: StoredAttempt) -> tuple[Event, ...]:
    return tuple(event_from(_json(text)) for text in desk.store.attempts.events(found.number))


def _corrections(desk: Desk, found: StoredAttempt) -> tuple[Correction, ...]:
    texts = desk.store.attempts.corrections(found.number)
    return tuple(correction_from(_json(text)) for text in texts)


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as problem:
        raise ProgressDamagedError(
            f"A stored exam cannot be read ({problem}).", "`mdquiz restore` brings back a copy."
        ) from None


def _standing(desk: Desk, found: StoredAttempt) -> Attempt:
    """The attempt as it stands now, with what has run out of time closed."""
    attempt = folded_attempt(_paper(found), found.started_ms, _events(desk, found))
    return standing(attempt, _true_now(desk, attempt))


def _true_now(desk: Desk, attempt: Attempt) -> int:
    return max(desk.clock.now().utc_ms + attempt.correction_ms, attempt.last_ms)


def _closed(desk: Desk, found: StoredAttempt) -> Attempt:
    attempt = _standing(desk, found)
    if attempt.submitted is None:
        raise UsageError(
            f"Attempt {found.number} still runs: what is right is told when it is handed in.",
            f"Go on with `mdquiz exam resume {found.number}`.",
        )
    return attempt


def _report(desk: Desk, found: StoredAttempt) -> Report:
    return report(str(found.number), _closed(desk, found), _corrections(desk, found))


def _row(desk: Desk, found: StoredAttempt) -> AttemptRow:
    attempt = _standing(desk, found)
    paper = corrected(attempt.paper, _corrections(desk, found))
    return AttemptRow(
        number=found.number,
        started=Instant(found.started_ms, found.offset_minutes),
        title=paper.title,
        preset=paper.preset,
        questions=len(paper.items),
        running=attempt.submitted is None,
        left_ms=attempt.left_ms(_true_now(desk, attempt)),
        tally=mark(paper, attempt.replies).total,
    )
