"""Read a misspelt number, unit or month as the one word it is nearest to."""

from __future__ import annotations

from functools import cache

from mdquiz.grading.dates import MONTH_NUMBERS
from mdquiz.grading.number_words import ENGLISH, SCALES
from mdquiz.grading.numbers import tokens
from mdquiz.grading.units import CURRENCIES, UNITS

_SHORTEST = 5
"""Letters below which one wrong letter makes another word: "ten" and "tan"."""


def corrected(text: str) -> str | None:
    """`text` with each misspelt word replaced, or None where nothing is replaced.

    A word is replaced where exactly one known word is one letter away.
    """
    words = [token.text for token in tokens(text)]
    respelled = [_corrected(word) for word in words]
    return " ".join(respelled) if respelled != words else None


def _corrected(word: str) -> str:
    known = _known()
    if word in known or len(word) < _SHORTEST or not word.isalpha():
        return word
    from rapidfuzz.distance import OSA

    near = [each for each in known if OSA.distance(word, each, score_cutoff=1) <= 1]
    return near[0] if len(near) == 1 else word


@cache
def _known() -> frozenset[str]:
    words = {word for spelling in (*UNITS, *CURRENCIES) for word in spelling}
    words |= {*ENGLISH, *SCALES, *MONTH_NUMBERS}
    return frozenset(word for word in words if len(word) >= _SHORTEST)
