"""What a block says before the colon: labels, dates in front of events, and their likes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mdquiz.generate.document import Block
from mdquiz.generate.entities.dates import IS_DATE, STARTS_DATED
from mdquiz.generate.headings import clean_title

_LABEL_END = re.compile(
    r"\s*(?:\((?P<gloss>[^()]{1,80})\))?\s*(?:[:：]\s*[-–—]?|[-–—]{1,2}(?=\s|$)|→|[-=]>|=|।?\s[-–—])\s*"
)
_SEPARATOR = re.compile(
    r"\s*(?P<sep>[:：]\s*[-–—]?(?=\s|$)|(?<=\s)[-–—]{1,2}(?=\s)|→|[-=]>|(?<=\s)=(?=\s)|[-–—](?=\s)"
    # without a space behind it: "Venue:Colombo", but no time of day and no address
    r"|(?<=[^\W\d_]|[)\u093a-\u094d]):(?=[^\W_]|[₹$\"“‘'(])(?!//))\s*"
)
_RESTRICTS = re.compile(
    r"(?:only|except|excluding|for|in|as of|since|till|up to|at|under|without|केवल|सिर्फ)\b",
    re.IGNORECASE,
)
_OPENS, _CLOSES = "([{“", ")]}”"
_BRACKETED = re.compile(
    r"^(?P<label>[^\W\d][^():.]{1,50}?)\s\((?P<value>(?=[^()]*\d)(?:[\d\s,–—/-]|to|CE|BCE?|AD|c\.)+)\)$"
)
VERBISH = re.compile(
    r"\b(?:is|are|was|were|has|have|had|shall|will|may|must|should|can|did|does|failed|signed|won|became|launched|passed|approved|topped|ranked|released|held|began|begins|gets|got|announced|joined|which|that)\b"
    # a vowel sign is no letter to \b: "स्थापना" would have "था" in it
    r"|(?<!\S)(?:है|हैं|था|थे|थी)(?=[\s,।;]|$)"
)
LEADS_ON = re.compile(
    r"\b(?:includes?|including|following|namely|comprises?|cover|covers|such as|their|its|to|of|by|the|provides?)\W*$",  # noqa: E501
    re.IGNORECASE,
)
INNER_LABEL = re.compile(r"(?P<label>[A-Z][a-z]+(?:\s(?:[a-z]+|\d{4})){0,4}):\s+(?=\S)")


_GLOSS_ALONE = re.compile(r"\s*\((?P<gloss>[^()]{2,120})\)\W*$")
"""A bracket that is all that follows a bold name over its list."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a block says before the colon.

    Attributes:
        text: The label.
        start: Where the label begins in the block's text.
        end: Where it ends.
        rest: Where the text after it begins.
        gloss: A parenthesis between label and colon, or empty.
        bold: Whether the label is set in bold.
    """

    text: str
    start: int
    end: int
    rest: int
    gloss: str = ""
    bold: bool = False


def block_label(block: Block, leads: bool = False) -> Label | None:
    """The label that a block opens with, if it does.

    Args:
        block: A paragraph or item.
        leads: Whether a list hangs on the block: then a closing colon ends a lead-in, and what
            stands before it is a label only when it is set in bold or is a short name.
    """
    text = block.text
    first = block.marks[0] if block.marks else None
    if first is not None and first.start <= 1 and first.end - first.start <= 90:
        found = _LABEL_END.match(text, first.end)
        if found and found.end() > first.end:
            label = text[first.start : first.end]
            gloss = found["gloss"] or ""
            shown = _clean(label)
            if _RESTRICTS.match(gloss):
                shown = f"{shown} ({gloss})"
            return Label(shown, first.start, first.end, found.end(), gloss, True)
        glossed = _GLOSS_ALONE.match(text, first.end) if leads else None
        if glossed:
            label = text[first.start : first.end]
            return Label(_clean(label), first.start, first.end, len(text), glossed["gloss"], True)
    dated = STARTS_DATED.match(text)
    if (
        dated
        and (dated["sep"].strip() or text[dated.end()].isupper() or text[dated.end()] in "“\"'")
        and (dated["sep"].strip() != "," or text[dated.end()].isupper())
    ):
        return Label(dated["date"], 0, dated.end("date"), dated.end())
    bracketed = _BRACKETED.match(text) if block.kind == "item" else None
    if bracketed:
        return Label(bracketed["label"], 0, bracketed.end("label"), bracketed.start("value"))
    alone = text.rstrip(" :：-–")
    if alone != text and IS_DATE.match(alone):
        return Label(alone, 0, len(alone), len(text))
    found = _plain(text)
    if found is None or (found.end() >= len(text) and not leads):
        return None
    label, separator = text[: found.start()], found["sep"].strip()
    words = label.split()
    if (
        len(words) > 9
        or (leads and LEADS_ON.search(label))
        or VERBISH.search(label)
        or (not label[0].isalnum() and label[0] not in "“\"'‘")
    ):
        return None
    if (
        block.kind != "item"
        and separator not in {":", "：", ":-"}
        and not (re.match(r"[\d०-९]", label) or len(words) <= 4)
    ):
        return None
    if separator in {"-", "–", "—"} and text[found.start()] in "-–—" and block.kind != "item":
        return None
    if block.kind != "item" and len(words) > 6:
        return None
    gloss = re.search(r"\s*\(([^()]{1,80})\)$", label)
    end = found.start()
    if gloss and len(words) > 1 and gloss.start() > 0:
        label, end = label[: gloss.start()], end - len(gloss.group())
    return Label(
        _clean(label), 0, end, found.end(), gloss.group(1) if gloss and gloss.start() else ""
    )


def _plain(text: str) -> re.Match[str] | None:
    """The first separator that ends a label without markup; none inside brackets or quotes."""
    depth = 0
    quoted = False
    at = 0
    for found in _SEPARATOR.finditer(text, 2, 84):
        for char in text[at : found.start()]:
            depth += (char in _OPENS) - (char in _CLOSES)
            quoted ^= char == '"'
            if not depth and not quoted and char in ".!?।":
                return None
        at = found.start()
        if depth <= 0 and not quoted:
            return found
    return None


def _clean(label: str) -> str:
    title, _ = clean_title(label)
    bare = title.strip(" \"“”'‘’") or label
    return label.strip() if bare.count('"') % 2 or bare.count("“") != bare.count("”") else bare
