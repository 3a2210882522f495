"""Marks and minutes as exact fractions: read them, print them."""

from __future__ import annotations

import re
from fractions import Fraction

_WRITTEN = re.compile(r"\d{1,6}(?:/\d{1,6}|\.\d{1,6})?")


def exact(value: object) -> Fraction:
    """The fraction that `value` writes: 2, "2", "2/3", "2.5"; never below zero.

    Args:
        value: A whole number or a text. A binary float is refused, because 0.33 is not a third.

    Raises:
        ValueError: `value` writes no such fraction; the message says what to write.
    """
    if isinstance(value, Fraction) and value >= 0:
        return value
    if isinstance(value, float):
        raise ValueError(f'{value} is a rounded number: write it as a text, "{_near(value)}"')
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 1_000_000:
        return Fraction(value)
    if isinstance(value, str) and _WRITTEN.fullmatch(value.strip()):
        try:
            return Fraction(value.strip())
        except ZeroDivisionError:
            raise ValueError(f'"{value}" divides by zero') from None
    raise ValueError(f'{value!r} is no amount: write a number or a fraction such as "2/3"')


def _near(value: float) -> Fraction:
    return Fraction(str(value)).limit_denominator(100) if abs(value) < 1e6 else Fraction(0)


def decimal_text(value: Fraction, places: int = 2) -> str:
    """`value` rounded half away from zero to `places` decimals: 253/3 is "84.33"."""
    unit: int = 10**places
    whole = (abs(value.numerator) * unit * 2 + value.denominator) // (value.denominator * 2)
    sign = "-" if value < 0 and whole else ""
    digits = str(whole).rjust(places + 1, "0")
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{whole}"


def amount_text(value: Fraction) -> str:
    """`value` as a learner reads it: "2", "-2/3", "84 1/3"."""
    whole, rest = divmod(abs(value), 1)
    sign = "-" if value < 0 else ""
    if not rest:
        return f"{sign}{whole}"
    return f"{sign}{whole} {rest}" if whole else f"{sign}{rest}"


def percent_text(value: Fraction) -> str:
    """A share of 1 as a percentage with one decimal: 1/3 is "33.3 %"."""
    return f"{decimal_text(value * 100, 1)} %"


def counted(number: int, thing: str) -> str:
    """`1 question`, `12 questions`."""
    return f"{number} {thing}{'' if number == 1 else 's'}"


def time_words(seconds: int) -> str:
    """`12 minutes`, `1 minute`, `36 seconds`, `4:48 minutes`."""
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return counted(rest, "second")
    return f"{minutes}:{rest:02} minutes" if rest else counted(minutes, "minute")
