"""Stretches of time in a few letters."""

from __future__ import annotations

from mdquiz.clock import Instant
from mdquiz.memory.day import day_date


def days_words(days: int) -> str:
    """Days until a card returns, in at most six letters: "today", "4 d", "3 mo", "1.2 y"."""
    if days <= 0:
        return "today"
    if days < 30:
        return f"{days} d"
    if days < 365:
        return f"{days / 30.4:.0f} mo"
    return f"{days / 365.25:.1f} y"


def clock_words(milliseconds: int) -> str:
    """Elapsed time as minutes and seconds, or hours before them: "1:42", "1:02:09"."""
    seconds = max(milliseconds, 0) // 1000
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours}:{minutes:02}:{seconds:02}"
    return f"{minutes}:{seconds:02}"


def study_day_words(day: int, now: Instant, rollover_hour: int, *, short: bool = False) -> str:
    """The study day in words; after midnight with the hour at which it ends.

    Args:
        day: The present study day, as a proleptic ordinal.
        now: The present moment.
        rollover_hour: Local hour at which a study day ends.
        short: Whether names are cut to three letters.
    """
    date = day_date(day)
    words = f"{date:%a} {date.day} {date:%b}" if short else f"{date:%A} {date.day} {date:%B}"
    return words if now.local.toordinal() == day else f"{words}, until {rollover_hour:02}:00"
