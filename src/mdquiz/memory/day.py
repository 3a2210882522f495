"""Study days: the day a moment belongs to, for a learner who sits up past midnight."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from mdquiz.clock import Instant

DEFAULT_ROLLOVER_HOUR = 4
"""A study day runs from 04:00 to 04:00: an answer at 01:30 belongs to the evening before."""


def study_day(instant: Instant, rollover_hour: int = DEFAULT_ROLLOVER_HOUR) -> int:
    """The study day of `instant`, as a proleptic ordinal (1 January of year 1 is day 1).

    Args:
        instant: A moment and the learner's offset at that moment.
        rollover_hour: Local hour (0 to 23) at which a new study day begins.
    """
    return (instant.local - timedelta(hours=rollover_hour)).toordinal()


def day_date(day: int) -> date:
    """The calendar date that study day `day` began on."""
    return date.fromordinal(day)


def days_in_row(days: Iterable[int], today: int) -> int:
    """How many of `days` follow each other up to `today` or, if it is none of them, to yesterday.

    Args:
        days: Study days, in any order.
        today: The present study day.
    """
    among = set(days)
    day = today if today in among else today - 1
    length = 0
    while day in among:
        length, day = length + 1, day - 1
    return length
