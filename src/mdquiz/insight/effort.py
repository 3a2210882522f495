"""Time and answers day by day: what was done, the year at a glance, and the streak."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mdquiz.insight.answers import Answer
from mdquiz.memory.day import days_in_row

WEEKS = 53
LEVELS = 4
"""Shades of a studied day in the year; 0 is a day without an answer."""


@dataclass(frozen=True, slots=True)
class DayEffort:
    """One study day.

    Attributes:
        day: Study day.
        answers: Answers given, of any kind.
        new: Cards begun.
        reviews: Cards reviewed on schedule.
        seconds: Time taken by the answers, interruptions cut.
    """

    day: int
    answers: int
    new: int
    reviews: int
    seconds: float


def effort_by_day(
    answers: Iterable[Answer], first_day: int, last_day: int
) -> tuple[DayEffort, ...]:
    """Each study day from `first_day` to `last_day`, those without an answer as well."""
    by_day: dict[int, list[Answer]] = {}
    for answer in answers:
        by_day.setdefault(answer.day, []).append(answer)
    return tuple(
        DayEffort(
            day,
            len(given := by_day.get(day, [])),
            sum(answer.first for answer in given),
            sum(answer.review and not answer.first for answer in given),
            sum(answer.seconds for answer in given),
        )
        for day in range(first_day, last_day + 1)
    )


@dataclass(frozen=True, slots=True)
class Square:
    """One day of the year's picture.

    Attributes:
        day: Study day.
        answers: Answers given.
        level: 0 for none, then 1 to `LEVELS` by quarters of the days studied.
    """

    day: int
    answers: int
    level: int


def year_of_days(
    answers_by_day: Mapping[int, int], today: int, weeks: int = WEEKS
) -> tuple[tuple[Square | None, ...], ...]:
    """Weeks from Monday to Sunday, the present one last; days to come are None.

    Args:
        answers_by_day: Answers given on each study day.
        today: The present study day, proleptic ordinal.
        weeks: How many weeks.
    """
    monday = today - (today + 6) % 7 - 7 * (weeks - 1)
    counts = sorted(
        count for day, count in answers_by_day.items() if monday <= day <= today and count > 0
    )
    bounds = (
        [counts[len(counts) * quarter // LEVELS] for quarter in range(1, LEVELS)] if counts else []
    )

    def square(day: int) -> Square | None:
        if day > today:
            return None
        count = answers_by_day.get(day, 0)
        return Square(day, count, 1 + sum(count >= bound for bound in bounds) if count else 0)

    return tuple(
        tuple(square(monday + 7 * week + weekday) for weekday in range(7)) for week in range(weeks)
    )


@dataclass(frozen=True, slots=True)
class Streak:
    """Study days in a row with at least one answer.

    Attributes:
        current: Up to today or, before today's first answer, yesterday.
        longest: The longest ever.
    """

    current: int
    longest: int


def streaks(days: Iterable[int], today: int) -> Streak:
    """The present streak and the longest.

    Args:
        days: Study days with an answer, in any order, repeats allowed.
        today: The present study day.
    """
    among = set(days)
    longest = run = 0
    for day in sorted(among):
        run = run + 1 if day - 1 in among else 1
        longest = max(longest, run)
    return Streak(days_in_row(among, today), longest)
