"""Signs that belong to a name or a formula: C++ and C#, O+ and O-, a > b and a < b."""

from __future__ import annotations

import re
import unicodedata

from mdquiz.grading.finding import Finding, almost, wrong
from mdquiz.grading.numbers import LONGEST

_SAME = str.maketrans("−–‐‑＋＃＜＞＝∗", "----+#<>=*")
_END = re.compile(r"(?<=\w)[+#*]+(?!\w)|(?<!\w)(?:\w{1,2})(-)(?=\s|[,;.)]|$)")
_BETWEEN = re.compile(
    r"(?<![-=])[<>]=?|[≤≥≠≈×^]|(?<![<>])=(?!>)|(?<!\w)\w\s?(\+)\s?(?=\w(?!\w))", re.ASCII
)
_MINUS = re.compile(r"(?<!\w)\w\s?-\s?\w(?!\w)")
_SPOKEN = (
    (re.compile(r"\b(\w{1,2})[ -](?:positive|\+ve)(?!\w)", re.IGNORECASE), "+"),
    (re.compile(r"\b(\w{1,2})[ -](?:negative|-ve)(?!\w)", re.IGNORECASE), "-"),
)
_SHORT = 2
"""Letters up to which a sign is half the name: "C" is not C++."""


def compare_signs(key: str, given: str) -> Finding | None:
    """What to say where the signs of two names differ; None where they agree.

    A hyphen, and a plus between words ("Trade + Industry"), are not signs.
    """
    wanted, got = _signs(key), _signs(given)
    if wanted == got:
        return None
    minus = _MINUS.search(_plain(given if wanted else key))
    if (wanted and got) or (minus and "+" in (*wanted, *got)):
        return wrong("the signs differ")
    letters = max((len(word) for word in re.findall(r"[^\W\d_]+", key)), default=0)
    if letters <= _SHORT:
        return wrong("the signs differ")
    return almost(f"right but for the sign: {key}")


def _signs(text: str) -> tuple[str, ...]:
    plain = _plain(text)
    ends = [(found.start(), found[1] or found.group()) for found in _END.finditer(plain)]
    inside = [
        (found.start(1) if found[1] else found.start(), found[1] or found.group())
        for found in _BETWEEN.finditer(plain)
    ]
    return tuple(sign for _, sign in sorted({*ends, *inside}))


def _plain(text: str) -> str:
    plain = unicodedata.normalize("NFC", text[:LONGEST]).translate(_SAME).strip()
    for pattern, sign in _SPOKEN:
        plain = pattern.sub(rf"\1{sign}", plain)
    return plain
