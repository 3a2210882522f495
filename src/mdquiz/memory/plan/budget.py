"""How much time each day until the exam has for study."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from mdquiz.memory.vector import Floats

USUAL_DAYS = 3
"""The share of time used is believed to be whole until this many days' worth says otherwise."""


@dataclass(frozen=True, slots=True)
class WeeklyTime:
    """A learner's week.

    Attributes:
        minutes: Minutes of study from Monday to Sunday; 0 on rest days.
        off: Study days (proleptic ordinals) without study, whatever the weekday.
        instead: Minutes of single study days, before the week and the days off.
    """

    minutes: tuple[float, float, float, float, float, float, float]
    off: frozenset[int] = frozenset()
    instead: Mapping[int, float] | None = None

    @classmethod
    def every_day(cls, minutes: float, rest: Collection[int] = ()) -> WeeklyTime:
        """The same minutes each day but for rest days (0 Monday to 6 Sunday)."""
        week = tuple(0.0 if weekday in rest else float(minutes) for weekday in range(7))
        return cls((week[0], week[1], week[2], week[3], week[4], week[5], week[6]))

    def seconds_on(self, day: int) -> float:
        """Seconds of study on a study day (proleptic ordinal)."""
        if self.instead and day in self.instead:
            return 60 * self.instead[day]
        return 0.0 if day in self.off else 60 * self.minutes[(day + 6) % 7]

    def budgets(self, first_day: int, exam_day: int) -> Floats:
        """Seconds of each study day from `first_day` to the eve of `exam_day`; may be empty."""
        return np.array([self.seconds_on(day) for day in range(first_day, exam_day)])


def used_share(meant: Sequence[float], done: Sequence[float]) -> float:
    """The share of the time meant that was really used, between 0 and 1.

    Args:
        meant: Seconds meant for each past day of the plan.
        done: Seconds studied on each.

    Returns:
        The share, drawn towards 1 while there are few days to go by.
    """
    planned = sum(meant)
    if planned <= 0:
        return 1.0
    trust = USUAL_DAYS * planned / max(1, sum(1 for seconds in meant if seconds > 0))
    return min(1.0, (sum(done) + trust) / (planned + trust))
