"""A total and its parts: "64 coaches in all: 20 imported, remaining 44 built here by BEML"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mdquiz.generate.facts.fact import Answer, Fact, fact_id
from mdquiz.generate.facts.tallies import tallies
from mdquiz.generate.statements import Reading

_TOTAL = re.compile(
    r"^(?:(?:total|in\sall)\s?(?:of\s)?[:–-]?\s?)?(?P<total>\d[\d,]*)\s(?P<what>[a-z][\w -]{2,50}?)"
    r"(?:\s(?:in\sall|in\stotal|altogether|overall))?\s?(?:[:=]|[–—-](?=\s))\s(?P<parts>.+)$"
    r"|^(?P<what_2>[A-Z][\w -]{2,40}?)\s?[:–-]\s(?:total\s)?(?P<total_2>\d[\d,]*)\s?"
    r"(?:\(|=\s|[–—:]\s)(?P<parts_2>.+?)\)?$"
)
_PART = re.compile(r"(?<![\w.,])\d[\d,]*(?![\w.%])")
_BUILDER = re.compile(r"\bby\s(?:the\s)?(?P<who>[A-Z][\w&.-]*(?:\s[A-Z][\w&.-]*){0,4})\W*$")


def breakdowns(reading: Reading) -> Iterator[Fact]:
    """Every block that gives a total and says what it is made up of, and what counts found."""
    yield from tallies(reading)
    document = reading.document
    for index, block in enumerate(document.blocks):
        if (
            block.damaged
            or block.kind not in {"item", "paragraph"}
            or index not in reading.of_block
        ):
            continue
        text = block.text.rstrip(" .;,।")
        found = _TOTAL.match(text)
        if found is None:
            continue
        which = "parts" if found["parts"] else "parts_2"
        total = _number(found["total"] or found["total_2"])
        parts = [p for p in re.split(r"[,;+]\s|\s(?:and|\+)\s", found[which]) if p.strip()]
        numbers = [n.group() for p in parts if (n := _PART.search(p))]
        if (
            len(numbers) != len(parts)
            or not 2 <= len(numbers) <= 5
            or len(set(numbers)) < len(parts)
        ):
            continue
        if sum(map(_number, numbers)) != total:
            continue
        by = _BUILDER.search(found[which])
        items = (*numbers, by["who"]) if by else tuple(numbers)
        first = reading.statements[reading.of_block[index][0]]
        span = document.span(block, 0, len(text))
        yield Fact(
            fact_id("breakdown", span.quote, "; ".join(items)),
            "breakdown",
            Answer("list", "; ".join(items), items),
            (span,),
            (index, 0, 0),
            first.topics,
            block.section,
            text,
            found[which],
            first.index,
        )


def _number(text: str) -> int:
    return int(text.replace(",", ""))
