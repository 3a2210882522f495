"""Hold one date against another, each as precise as it was written."""

from __future__ import annotations

from mdquiz.grading.dates import PartialDate
from mdquiz.grading.finding import RIGHT, Finding, almost, wrong


def compare_dates(key: PartialDate, given: PartialDate) -> Finding:
    """Whether `given` is the date `key`.

    A date that is more precise than the key is right; one that is less precise is almost right;
    one that differs in any part both name is wrong.
    """
    if key.year is not None and given.year is not None:
        if key.year == -given.year and not given.era:
            return almost(f"the era matters: {key}")
        if key.year != given.year:
            return wrong(f"the year is {_year(key)}, not {_year(given)}")
    if key.last_year is not None or given.last_year is not None:
        return _spans(key, given)
    if key.month is not None and given.month is not None and key.month != given.month:
        return wrong(f"the month is wrong: it is {key}")
    if key.day is not None and given.day is not None and key.day != given.day:
        return wrong(f"the day is wrong: it is {key}")
    missing = [
        part
        for part in ("year", "month", "day")
        if getattr(key, part) is not None and getattr(given, part) is None
    ]
    if missing:
        verb = "is" if len(missing) == 1 else "are"
        asked = " and the ".join(missing)
        return almost(f"right as far as it goes; the {asked} {verb} asked: {key}")
    return RIGHT


def _spans(key: PartialDate, given: PartialDate) -> Finding:
    if key.last_year == given.last_year:
        return RIGHT
    if key.last_year is None or given.last_year is None:
        return almost(f"the answer is {key}")
    return wrong(f"the years are {key}, not {given}")


def _year(found: PartialDate) -> str:
    return str(PartialDate(found.year))
