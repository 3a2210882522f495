"""How cards stand on a study day: due, new, learned, suspended, leeches."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mdquiz.memory.state import CardState

LEECH_LAPSES = 8
"""From this many lapses a card costs more time than it will ever repay."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How some cards stand on a study day.

    Attributes:
        due: Learned, and due by now; neither suspended nor buried.
        new: Never learned; neither suspended nor buried.
        learned: Learned at least once.
        suspended: Not asked until resumed.
        leeches: Missed `LEECH_LAPSES` times or more after having been learned.
    """

    due: int = 0
    new: int = 0
    learned: int = 0
    suspended: int = 0
    leeches: int = 0


def is_due(state: CardState, day: int) -> bool:
    """Whether a learned card is to be asked on `day`.

    One missed on a day that has yet to begin here (a journey west, a clock set back) is due too.
    """
    return not state.new and state.due_day <= max(day, state.last_day) and is_askable(state, day)


def is_askable(state: CardState, day: int) -> bool:
    """Whether a card is neither suspended nor buried on `day`."""
    return not state.suspended and state.buried_day != day


def is_leech(state: CardState) -> bool:
    """Whether a card was missed too often to be learned as it is worded."""
    return state.lapses >= LEECH_LAPSES


def done_on(states: Iterable[CardState], day: int) -> tuple[int, int]:
    """New cards and due cards already done on study day `day`: what a daily limit has left less."""
    new = reviews = 0
    for state in states:
        if state.last_day == day and not state.new:
            first = state.reviews == 1
            new += first
            reviews += not first
    return new, reviews
