"""Where the learner stands today: what `mdquiz`, `mdquiz due` and the home screen show."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mdquiz.clock import Clock
from mdquiz.decks.library import DeckEntry, Library
from mdquiz.memory.counts import Counts
from mdquiz.memory.day import days_in_row, study_day
from mdquiz.paths import Places
from mdquiz.progress.store import Store
from mdquiz.settings import Settings
from mdquiz.study.plan import Glance, glance
from mdquiz.study.standing import days_to_next, deck_counts
from mdquiz.text import folded


@dataclass(frozen=True, slots=True)
class DeckRow:
    """One deck and how its cards stand.

    Attributes:
        id: The deck's id.
        title: The deck's title.
        path: The deck's file.
        languages: The languages it can be asked in.
        total: Cards in all, but for those that are dropped or stale.
        due: Cards to be asked again by today.
        new: Cards never learned.
        learned: Cards learned at least once, due or not.
        suspended: Cards set aside for good.
        leeches: Cards missed again and again.
        problems: Errors found in the file; its sound questions are there all the same.
    """

    id: str
    title: str
    path: Path
    languages: tuple[str, ...]
    total: int
    due: int
    new: int
    learned: int
    suspended: int
    leeches: int
    problems: int


@dataclass(frozen=True, slots=True)
class Overview:
    """All decks, and the day.

    Attributes:
        decks: One row a deck, in the order of their titles.
        due_today: Cards due that today's limit still lets through.
        new_today: New cards that today's limit still lets through.
        answered_today: Cards done today.
        streak: Study days in a row with at least one answer, up to today or yesterday.
        next_due_in: Days until the next card is due when none is due now; None where none will be.
        problems: Errors found in all deck files.
        broken: Deck files that give no deck at all: not readable, or with another deck's id.
        plan: The plan towards the exam; None without one. Once it has chosen today's cards,
            `due_today` and `new_today` are what is left of its choice, and for decks outside it
            what the limits let through.
    """

    decks: tuple[DeckRow, ...]
    due_today: int
    new_today: int
    answered_today: int
    streak: int
    next_due_in: int | None
    problems: int
    broken: tuple[str, ...] = ()
    plan: Glance | None = None


def overview_of(library: Library, places: Places, settings: Settings, clock: Clock) -> Overview:
    """The overview of some decks, only looked at: nothing is created or locked."""
    with Store.open(places.progress_file, read_only=True) as store:
        today = study_day(clock.now(), settings.rollover_hour)
        return overview(library, store, settings, today, places.cache)


def overview(
    library: Library, store: Store, settings: Settings, today: int, cache: Path | None = None
) -> Overview:
    """How all decks stand on study day `today`, counted without building a card's state.

    Args:
        library: The decks.
        store: The learner's progress.
        settings: The learner's settings.
        today: The study day.
        cache: Where the plan's choice of cards is kept; None to leave the plan out.
    """
    entries = sorted(library.decks, key=lambda entry: folded(entry.title))
    cards = {entry.id: entry.asked_ids for entry in entries}
    counts = deck_counts(store, cards, today)
    rows = tuple(_row(entry, counts[entry.id]) for entry in entries)
    new_done, reviews_done = done = store.done_on(today)
    new_left, reviews_left = remaining_limits(settings, done)
    due = sum(row.due for row in rows)
    errors = [problem for problem in library.problems if problem.severity == "error"]
    sound = {str(entry.path) for entry in entries}
    plan = None if cache is None else glance(store, cache, today, cards)
    plainly = [row for row in rows if plan is None or not plan.chooses_of(row.id)]
    due_today = min(sum(row.due for row in plainly), reviews_left)
    new_today = min(sum(row.new for row in plainly), new_left)
    if plan is not None:
        due_today += plan.due or 0
        new_today += plan.new or 0
    return Overview(
        decks=rows,
        due_today=due_today,
        new_today=new_today,
        answered_today=new_done + reviews_done,
        streak=current_streak(store, today),
        next_due_in=0 if due else days_to_next(store, cards, today),
        problems=len(errors),
        broken=tuple(path for path in dict.fromkeys(e.path for e in errors) if path not in sound),
        plan=plan,
    )


def _row(entry: DeckEntry, counts: Counts) -> DeckRow:
    return DeckRow(
        id=entry.id,
        title=entry.title,
        path=entry.path,
        languages=entry.languages,
        total=len(entry.asked_ids),
        due=counts.due,
        new=counts.new,
        learned=counts.learned,
        suspended=counts.suspended,
        leeches=counts.leeches,
        problems=entry.problems,
    )


def remaining_limits(settings: Settings, done: tuple[int, int]) -> tuple[int, int]:
    """How many new and how many due cards a day still lets through when `done` are done."""
    return max(settings.new_per_day - done[0], 0), max(settings.reviews_per_day - done[1], 0)


def current_streak(store: Store, today: int) -> int:
    """The streak as of study day `today`, reading no more of the log than it reaches back."""
    window = 32
    while True:
        length = days_in_row(store.answers_by_day(today - window), today)
        if length < window:
            return length
        window *= 4
