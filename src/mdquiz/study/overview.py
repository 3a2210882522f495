"""Where the learner stands today: what `mdquiz`, `mdquiz due` and the home screen show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from mdquiz.decks.card import CardId
from mdquiz.decks.library import DeckEntry, Library
from mdquiz.memory.queue import counted
from mdquiz.memory.state import CardState

NEVER_SEEN = CardState()


@dataclass(frozen=True, slots=True)
class DeckRow:
    """One deck and how its cards stand.

    Attributes:
        id: The deck's id.
        title: The deck's title.
        path: The deck's file.
        languages: The languages it can be asked in.
        total: Cards in all.
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
        problems: Errors found in all decks.
    """

    decks: tuple[DeckRow, ...]
    due_today: int
    new_today: int
    answered_today: int
    streak: int
    next_due_in: int | None
    problems: int


def deck_row(entry: DeckEntry, states: Mapping[CardId, CardState], day: int) -> DeckRow:
    """How the cards of one deck stand on study day `day`."""
    counts = counted((states.get(card.card, NEVER_SEEN) for card in entry.cards), day)
    return DeckRow(
        id=entry.id,
        title=entry.title,
        path=entry.path,
        languages=entry.languages,
        total=len(entry.cards),
        due=counts.due,
        new=counts.new,
        learned=counts.learned,
        suspended=counts.suspended,
        leeches=counts.leeches,
        problems=entry.problems,
    )


def streak(days: Iterable[int], today: int) -> int:
    """Study days in a row with an answer, up to `today` or, before today's first, to yesterday."""
    answered = set(days)
    day = today if today in answered else today - 1
    length = 0
    while day in answered:
        length += 1
        day -= 1
    return length


def next_due_in(library: Library, states: Mapping[CardId, CardState], today: int) -> int | None:
    """Days from `today` until the first card comes due again; None where no card will."""
    upcoming = [
        state.due_day - today
        for entry in library.decks
        for card in entry.cards
        if (state := states.get(card.card)) and not state.new and not state.suspended
    ]
    later = [days for days in upcoming if days > 0]
    return min(later, default=None)
