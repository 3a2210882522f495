"""Hold a typed answer against its key, by value where the key has one, else as text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from math import isfinite

from mdquiz.decks.asked import Expected
from mdquiz.grading.compare_dates import compare_dates
from mdquiz.grading.compare_quantities import compare_quantities
from mdquiz.grading.dates import PartialDate, from_date, has_era, read_dates
from mdquiz.grading.finding import RIGHT, WRONG, Finding, best, capped
from mdquiz.grading.lists import compare_list
from mdquiz.grading.numbers import LONGEST, plain, roman
from mdquiz.grading.prompt import Prompt, read_prompt, without_prompt
from mdquiz.grading.quantity import Quantity, read_quantities
from mdquiz.grading.spelling import corrected
from mdquiz.grading.text import NO_PROMPT, compare_text
from mdquiz.grading.verdict import Outcome
from mdquiz.grading.words import phrase

_YEARS = range(1000, 2200)
"""Whole numbers that a learner may also give as a date."""


def compare_typed(expected: Expected, typed: str, question: str = "") -> Finding:
    """What to say of `typed`, held against the key and every accepted answer. Never raises.

    Args:
        expected: The key.
        typed: What the learner typed.
        question: The prompt, whose words are neither an answer nor a fault in one.
    """
    prompt = read_prompt(question) if question else NO_PROMPT
    if isinstance(expected.value, tuple):
        items = tuple(str(item) for item in expected.value)
        return compare_list(
            items,
            typed,
            partial(compare_one, prompt=prompt),
            accept=expected.accept,
            ordered=expected.ordered,
        )
    typed = typed[:LONGEST].strip()
    keys: tuple[str | int | float | date, ...] = (expected.value, *expected.accept)
    return best(
        compare_one(key, typed, prompt, kind=expected.kind, tolerance=expected.tolerance)
        for key in keys
    )


def compare_one(
    key: str | float | date,
    typed: str,
    prompt: Prompt = NO_PROMPT,
    *,
    kind: str = "auto",
    tolerance: float | str | None = None,
) -> Finding:
    """What to say of `typed`, held against a single key.

    A key that reads as a quantity or date is compared by value and never by its letters; the
    letters decide only where they agree entirely or the key is plain text.
    """
    if isinstance(key, str) and plain(key).split() == plain(typed).split():
        return RIGHT
    if kind == "text" and isinstance(key, str):
        return compare_text(key, typed, prompt)
    quantities = _quantities(key) if kind != "date" else ()
    dates = _dates(key, typed, kind) if kind in {"auto", "date"} else ()
    if tolerance and quantities:
        dates = ()  # years within a distance are numbers
    if not quantities and not dates:
        return compare_text(str(key), typed, prompt)
    if any(day.month or day.era or day.last_year for day in dates):
        quantities = ()  # "2024-25" and "321 BCE" are no plain numbers
    numeral = roman(plain(typed).strip())
    typed = typed if numeral is None else str(numeral)
    found = best(_by_value(quantities, dates, typed, tolerance, prompt))
    if found.outcome is Outcome.WRONG:
        bare = without_prompt(typed, prompt)
        found = best((found, *_by_value(quantities, dates, bare, tolerance, prompt)))
    if found.outcome is Outcome.WRONG and not read_quantities(typed) + read_dates(typed):
        numbers = phrase(str(key)).numbers
        if numbers and numbers == phrase(typed).numbers:
            return capped(
                compare_text(str(key), typed, prompt), Outcome.ALMOST, "the number is right"
            )
    if found.outcome is Outcome.WRONG:
        respelled = corrected(typed)
        if respelled is not None:
            again = best(_by_value(quantities, dates, respelled, tolerance, prompt))
            if again.outcome is not Outcome.WRONG:
                return capped(again, Outcome.ALMOST, f"read as “{respelled}”")
    return found


def _by_value(
    quantities: tuple[Quantity, ...],
    dates: tuple[PartialDate, ...],
    typed: str,
    tolerance: float | str | None,
    prompt: Prompt,
) -> Iterator[Finding]:
    for key in quantities:
        for given in read_quantities(typed):
            yield compare_quantities(key, given, tolerance, prompt.units)
        for written in read_dates(typed) if tolerance else ():
            if written.year and not (written.month or written.last_year):
                for given in read_quantities(str(written.year)):  # "in 1950", "1950 AD"
                    yield compare_quantities(key, given, tolerance)
    for day in dates:
        for written in read_dates(typed, early=day.era or day.last_year is not None):
            yield compare_dates(day, written)
    yield WRONG


def _quantities(key: str | float | date) -> tuple[Quantity, ...]:
    if isinstance(key, date | bool):
        return ()
    if isinstance(key, float) and isfinite(key):
        return read_quantities(format(Decimal(repr(key)), "f"))  # every digit that was written
    return read_quantities(str(key))


def _dates(key: str | float | date, typed: str, kind: str) -> tuple[PartialDate, ...]:
    if isinstance(key, datetime):
        return (from_date(key.date()),)
    if isinstance(key, date):
        return (from_date(key),)
    if isinstance(key, float):
        return ()
    if isinstance(key, int) and key not in _YEARS and kind != "date":
        early = 0 < key < _YEARS.start and has_era(typed)  # "78 AD" for the year 78
        return read_dates(str(key), early=True) if early else ()
    return read_dates(str(key))
