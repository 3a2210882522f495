"""How many cards come due on each day ahead, if nothing new is begun."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mdquiz.memory.state import CardState


@dataclass(frozen=True, slots=True)
class DayLoad:
    """What a day ahead asks for.

    Attributes:
        day: Study day.
        due: Cards that come due on it; today: those overdue as well.
        total: Cards that came due from today to this day.
    """

    day: int
    due: int
    total: int


def due_forecast(states: Iterable[CardState], today: int, days: int) -> tuple[DayLoad, ...]:
    """Cards due on each of the `days` study days from today, suspended ones left out.

    A card counts once, on the day of its next review.
    """
    due = [0] * days
    for state in states:
        if state.new or state.suspended:
            continue
        wait = max(state.due_day - today, 1 if state.buried_day == today else 0)
        if wait < days:
            due[wait] += 1
    loads, total = [], 0
    for ahead, count in enumerate(due):
        total += count
        loads.append(DayLoad(today + ahead, count, total))
    return tuple(loads)
