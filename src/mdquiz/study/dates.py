"""Dates as people write them: 2027-05-23, 23-05-2027, 23/5/2027, 23 May 2027."""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from datetime import date

from mdquiz.errors import UsageError

EXAMPLE = "2027-05-23"
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_NAMED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[-/. ]*([a-z]{3,9})\.?[-/., ]*(\d{4})")
_NAME_FIRST = re.compile(r"([a-z]{3,9})\.?[-/. ]*(\d{1,2})(?:st|nd|rd|th)?[-/., ]+(\d{4})")


def read_date(text: str, option: str = "") -> date:
    """The date that `text` names; where day and month are figures, the day stands first.

    Args:
        text: What was typed.
        option: The option it was typed for, to be named in errors.

    Raises:
        UsageError: There is no such date, or it is none; the hint says what to write.
    """
    typed = text.strip().lower()
    said = f"{option} {text}".strip()
    if found := _YEAR_FIRST.fullmatch(typed):
        year, month, day = map(int, found.groups())
    elif found := _DAY_FIRST.fullmatch(typed):
        day, month, year = map(int, found.groups())
    elif (found := _NAMED.fullmatch(typed)) and _month(found[2]):
        day, month, year = int(found[1]), _month(found[2]), int(found[3])
    elif (found := _NAME_FIRST.fullmatch(typed)) and _month(found[1]):
        day, month, year = int(found[2]), _month(found[1]), int(found[3])
    else:
        raise UsageError(f"{said} is no date.", f"Write year, month and day: {EXAMPLE}.")
    return _date(said, year, month, day)


def _month(name: str) -> int:
    """1 to 12 for an English name or its beginning; 0 for none."""
    name = "sep" if name == "sept" else name
    return next((at for at in range(1, 13) if month_name[at].lower().startswith(name)), 0)


def _date(said: str, year: int, month: int, day: int) -> date:
    if not 1 <= month <= 12 and 1 <= day <= 12 and year and month <= monthrange(year, day)[1]:
        meant = date(year, day, month).isoformat()
        raise UsageError(f"{said}: there is no month {month}.", f"Did you mean {meant}?")
    if not 1 <= month <= 12 or not year:
        raise UsageError(f"{said} is no date.", f"Write year, month and day: {EXAMPLE}.")
    last = monthrange(year, month)[1]
    name = month_name[month]
    if not 1 <= day <= last:
        raise UsageError(
            f"{said}: there is no {day} {name} {year}.",
            f"Its last day is {date(year, month, last).isoformat()}.",
        )
    return date(year, month, day)
