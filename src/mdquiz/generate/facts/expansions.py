"""Abbreviation and expansion: `KABIL (Khanij Bidesh India Ltd.)`, `Mineral Security Partnership (MSP)`."""  # noqa: E501

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mdquiz.generate.facts.fact import Answer, Fact, fact_id
from mdquiz.generate.statements import Reading
from mdquiz.generate.words import words

_PAREN = re.compile(r"\(([^()]{2,90})\)")
_ABBREVIATION = re.compile(r"^[A-Z][A-Za-z0-9&./-]{0,11}[A-Z0-9]s?$|^[A-Z]{2,}s?$")
_SMALL = words("expansions-small")
_REACH = 400
"""Characters in front of a bracket in which the words that it abbreviates are looked for."""

_EVERYDAY = frozenset(
    {
        "MoU",
        "HQ",
        "PM",
        "CM",
        "UT",
        "UTs",
        "GoI",
        "GOI",
        "HC",
        "SC",
        "CJ",
        "MP",
        "MLA",
        "FY",
        "US",
        "UK",
    }
)


def expansions(reading: Reading) -> Iterator[Fact]:
    """Both directions of every abbreviation that the document spells out."""
    seen: set[str] = set()
    for index, block in enumerate(reading.document.blocks):
        if block.damaged:
            continue
        for found in _PAREN.finditer(block.text):
            pair = _pair(block.text, found)
            if pair is None:
                continue
            short, long, start, end = pair
            if short in _EVERYDAY:
                continue
            key = f"{short} {long}".casefold()
            if key in seen:
                continue
            seen.add(key)
            span = reading.document.span(block, start, end)
            yield Fact(
                fact_id("expansion", span.quote, long),
                "expansion",
                Answer("text", long),
                (span,),
                (index, start, 0),
                section=block.section,
                subject=short,
                relation="stands for",
            )


def _pair(text: str, found: re.Match[str]) -> tuple[str, str, int, int] | None:
    inner = found.group(1).strip()
    cut = max(found.start() - _REACH, 0)
    before = text[cut : found.start()].rstrip()
    if inner.endswith("s") and inner[:-1].isupper():
        inner = inner[:-1]
    if _ABBREVIATION.match(inner):
        long = _long_form(before, inner)
        if long:
            return inner, long, cut + len(before) - len(long), found.end()
        return None
    outer = re.search(r"([A-Z][\w&./-]*[A-Z0-9])$", before)
    if outer and _ABBREVIATION.match(outer.group(1)) and initials_fit(outer.group(1), inner):
        return outer.group(1), inner, cut + outer.start(), found.end()
    return None


def _long_form(before: str, short: str) -> str:
    """The shortest run of words at the end of `before` whose initials spell `short`."""
    words = list(re.finditer(r"[^\s,;:()\"“]+", before))
    for count in range(1, min(len(words), 12) + 1):
        start = words[-count].start()
        if before[start - 1 : start] in {",", ";", ":"} and count > 1:
            break
        long = before[start:]
        first = long[0]
        if (first.isupper() or first.casefold() == short[0].casefold()) and initials_fit(
            short, long
        ):
            if words[-count].group().casefold() in _SMALL:
                continue
            above = _OF_BEFORE.search(before[:start])
            same = above is not None and above[0][0].casefold() == short[0].casefold()
            return (above[0] if above and same else "") + long
        if (
            re.search(r"[,;:]", before[words[-count].start() : words[-count].end() + 1])
            and count > 8
        ):
            break
    return ""


_OF_BEFORE = re.compile(r"\b[A-Z]\w+ (?:of|for) (?:the )?$")
"""What may belong to the name in front: "Bay of" Bengal Initiative (BIMSTEC)."""


def initials_fit(short: str, long: str) -> bool:
    """Whether the letters of `short` are the initials of `long`, word by word.

    Small words may be passed over, of long names also a few others; a word whose initial is taken
    may give more of its letters ("NABARD": NAtional BAnk).
    """
    letters = [c.casefold() for c in short.rstrip("s") if c.isalnum()]
    words = [w.casefold() for w in re.split(r"[\s/,()–-]+", long) if w[:1].isalnum()]
    strong = sum(w not in _SMALL for w in words)
    if not letters or strong < 2 or strong > len(letters) + 3:
        return False
    if not re.search(r"[A-Z]", long) and not re.fullmatch(r"[A-Z]{2,6}", short):
        return False
    spare = 0 if len(letters) < 4 else 1 if len(letters) == 4 else 3
    inner = max(len(letters) - 2, 0) if len(letters) > 4 else len(letters) // 2 % 2
    return _spelled(tuple(letters), tuple(words), spare, inner)


@lru_cache(maxsize=4096)
def _spelled(letters: tuple[str, ...], words: tuple[str, ...], spare: int, inner: int) -> bool:
    """Whether `words` give `letters`, `spare` of them passed over and `inner` not as initials."""
    if not letters:
        return sum(w not in _SMALL for w in words) <= spare
    if not words:
        return False
    first, *rest = words
    if first[0] == letters[0]:
        at, taken = 1, 1
        while True:
            if taken - 1 <= inner and _spelled(
                letters[taken:], tuple(rest), spare, inner - (taken - 1)
            ):
                return True
            if taken >= len(letters) or (found := first.find(letters[taken], at)) < 0:
                break
            at, taken = found + 1, taken + 1
    if first in _SMALL:
        return _spelled(letters, tuple(rest), spare, inner)
    return len(words) > 1 and spare > 0 and _spelled(letters, tuple(rest), spare - 1, inner)
