"""Stretches of time in a few letters."""

from __future__ import annotations


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
