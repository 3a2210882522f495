"""Read quantities: a number with its scale, unit or currency, as "₹1.5 lakh crore" or "40 km"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import TypeVar

from mdquiz.grading.numbers import REMEMBERED, Number, Token, read_number, tokens
from mdquiz.grading.units import CURRENCIES, UNITS, Unit

T = TypeVar("T")

_AROUND = ("about", "around", "approximately", "approx", "roughly", "nearly", "almost", "some", "~")
_FILLERS = (
    *_AROUND,
    "circa",
    "the",
    "a",
    "total",
    "of",
    "लगभग",
    "करीब",
    "कुल",
    "=",
    "worth",
    "is",
    "only",
)
_MORE = (("more", "than"), ("over",), ("above",), ("at", "least"), (">",), ("≥",), ("exceeding",))
_LESS = (
    ("less", "than"),
    ("under",),
    ("below",),
    ("up", "to"),
    ("upto",),
    ("at", "most"),
    ("<",),
    ("≤",),
)
_ARTICLE = re.compile(r"^\s*an?\s+(?=[$₹€£¥])", re.IGNORECASE)  # "a $24 m pact" is not "A$24 m"
_NO_NOUN = frozenset(("or", "and", "but", "not", "no", "या", "bc", "bce", "ad", "ce"))
_NOUN_WORDS = 4
_LONGEST_SPELLING = 4


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and what it counts.

    Attributes:
        low: The value, or the lower end of a range, in the unit's base unit.
        high: The upper end of a range; equal to `low` otherwise.
        mantissa: The number before scale and unit: 1.5 in "1.5 lakh crore".
        factor: What the mantissa was multiplied with.
        currency: "rupees", "US dollars", …; empty where none is named.
        unit: The unit, or None.
        noun: Words that say what is counted ("brine blocks").
        bound: 1 for "more than", -1 for "less than", else 0.
    """

    low: Fraction
    high: Fraction
    mantissa: Fraction
    factor: Fraction
    currency: str = ""
    unit: Unit | None = None
    noun: tuple[str, ...] = ()
    bound: int = 0


@lru_cache(REMEMBERED)
def read_quantities(text: str) -> tuple[Quantity, ...]:
    """Every way in which the whole of `text` is a quantity; empty where it is none.

    "24 m" is 24 metres and 24 million, so there can be several. Never raises.
    """
    found = _without_tail(tokens(_ARTICLE.sub("", text)))
    at, bound = _lead(found)
    currency, width = _longest(CURRENCIES, found, at)
    at += width
    if width and at < len(found) and found[at].text == ".":
        at += 1  # "Rs. 500"
    if not bound:
        more, bound = _lead(found[at:])
        at += more
    readings: list[Quantity] = []
    for short in (True, False):
        for reading in _readings(found[at:], currency or "", bound, short_scales=short):
            if reading not in readings:
                readings.append(reading)
    return tuple(readings)


def _readings(
    found: list[Token], currency: str, bound: int, *, short_scales: bool
) -> Iterator[Quantity]:
    number = read_number(found, short_scales=short_scales)
    if number is None:
        return
    at = number.taken
    upper = number
    if at + 1 < len(found) and found[at].text in {"-", "to", "से"}:
        second = read_number(found[at + 1 :], short_scales=short_scales)
        if second is not None and not second.ordinal and second.value >= number.mantissa:
            upper = second
            at += 1 + second.taken
    after, width = ("", 0) if currency else _longest(CURRENCIES, found, at)
    units, unit_width = (None, 0) if currency or after else _longest(UNITS, found, at)
    at += width or unit_width
    noun = _noun(found[at:])
    if noun is None or (number.ordinal and (noun or units or after or currency)):
        return
    for unit in units or (None,):
        yield _quantity(number, upper, currency or after or "", unit, noun, bound)


def _quantity(
    number: Number,
    upper: Number,
    currency: str,
    unit: Unit | None,
    noun: tuple[str, ...],
    bound: int,
) -> Quantity:
    size = unit.size if unit else Fraction(1)
    scale = upper.value / upper.mantissa if upper.mantissa else Fraction(1)
    # "5-10 million": the scale at the end holds for both ends.
    low = number.value if number.value != number.mantissa else number.mantissa * scale
    if number is upper:
        low = number.value
    return Quantity(
        low * size, upper.value * size, upper.mantissa, scale * size, currency, unit, noun, bound
    )


def _without_tail(found: list[Token]) -> list[Token]:
    """`found` without a final full stop, "/-", or "only"."""
    end = len(found)
    while end and found[end - 1].text in {".", "/", "-", "only", ",", ";", "।", "!"}:
        end -= 1
    return found[:end]


def _lead(found: list[Token]) -> tuple[int, int]:
    """How many tokens of "about", "more than", … come first, and which way they bound."""
    at, bound = 0, 0
    while at < len(found):
        texts = tuple(token.text for token in found[at : at + 2])
        for phrases, way in ((_MORE, 1), (_LESS, -1)):
            for phrase in phrases:
                if texts[: len(phrase)] == phrase:
                    bound, at = way, at + len(phrase)
                    break
            else:
                continue
            break
        else:
            if found[at].text not in _FILLERS or found[at : at + 1] == found[-1:]:
                break
            if found[at].text == "a":
                break
            at += 1
    return at, bound


def _longest(
    table: Mapping[tuple[str, ...], T], found: list[Token], at: int
) -> tuple[T | None, int]:
    """The longest entry of `table` spelled by the tokens from `at`, and its width."""
    words = tuple(
        token.text for token in found[at : at + _LONGEST_SPELLING + 4] if token.text != "-"
    )
    hyphens = 0
    for width in range(min(len(words), _LONGEST_SPELLING), 0, -1):
        value = table.get(words[:width])
        if value is not None:
            taken, seen = 0, 0
            while seen < width:
                seen += found[at + taken].text != "-"
                taken += 1
            return value, taken + hyphens
    return None, 0


def _noun(found: list[Token]) -> tuple[str, ...] | None:
    """The words that say what is counted, or None where more than a noun is left over."""
    words: list[str] = []
    if found and len(found[0].text) == 1 and found[0].text.isascii() and found[0].text.isalpha():
        return None  # "300A" is a name
    for token in found:
        if token.value is not None or token.text in _NO_NOUN:
            return None
        if token.text[0].isalpha():
            if token.text not in {"of", "the", "in", "a"}:
                words.append(token.text)
        elif token.text not in {"-", "'", "(", ")", "/"}:
            return None
    return tuple(words) if len(words) <= _NOUN_WORDS else None
