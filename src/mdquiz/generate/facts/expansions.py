"""Abbreviation and expansion: `KABIL (Khanij Bidesh India Ltd.)`, `Mineral Security Partnership (MSP)`."""  # noqa: E501

from __future__ import annotations

import re
from collections.abc import Iterator

from mdquiz.generate.facts.fact import Answer, Fact, fact_id
from mdquiz.generate.statements import Reading
from mdquiz.generate.words import words

_PAREN = re.compile(r"\(([^()]{2,90})\)")
_ABBREVIATION = re.compile(r"^[A-Z][A-Za-z0-9&./-]{0,11}[A-Z0-9]s?$|^[A-Z]{2,}s?$")
_SMALL = words("expansions-small")


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
    before = text[: found.start()].rstrip()
    if inner.endswith("s") and inner[:-1].isupper():
        inner = inner[:-1]
    if _ABBREVIATION.match(inner):
        long = _long_form(before, inner)
        if long:
            return inner, long, len(before) - len(long), found.end()
        return None
    outer = re.search(r"([A-Z][\w&./-]*[A-Z0-9])$", before)
    if outer and _ABBREVIATION.match(outer.group(1)) and _initials_fit(outer.group(1), inner):
        return outer.group(1), inner, outer.start(), found.end()
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
        if (first.isupper() or first.casefold() == short[0].casefold()) and _initials_fit(
            short, long
        ):
            if words[-count].group().casefold() in _SMALL:
                continue
            return long
        if (
            re.search(r"[,;:]", before[words[-count].start() : words[-count].end() + 1])
            and count > 8
        ):
            break
    return ""


def _initials_fit(short: str, long: str) -> bool:
    letters = [c for c in short.rstrip("s") if c.isalnum()]
    words = [w for w in re.split(r"[\s/-]+", long) if w]
    if len(words) < 2 and len(long) < 2 * len(short):
        return False
    strong = [w for w in words if w.casefold() not in _SMALL]
    if not strong or (
        strong[0][0].casefold() != letters[0].casefold() and words[0][0] != letters[0]
    ):
        return False
    if len(strong) > len(letters) + 2 or not any(w[0].isupper() for w in strong):
        return False
    spelled = long.casefold()
    at = 0
    for letter in letters:  # the letters must occur in order, and most of them as initials
        at = spelled.find(letter.casefold(), at) + 1
        if not at:
            return False
    initials = [w[0].casefold() for w in words]
    hits = sum(letter.casefold() in initials for letter in letters)
    return hits * 2 >= len(letters) and (len(words) > 1 or hits == 1)
