"""Which values of one column are alike enough to stand side by side, and which say the same."""

from __future__ import annotations

import re
from functools import lru_cache

from mdquiz.generate.fold import folded
from mdquiz.generate.lexicon import Lexicon
from mdquiz.generate.words import words

_APART = re.compile(r"\s*[,;/+]\s*(?:and\s+)?|\s+(?:and|or|&|और|एवं|तथा|व|या)\s+")
_LISTED = re.compile(r"[,;/+]")
_WORD = re.compile(r"[^\W\d_]{4,}")
_SUPERLATIVE = re.compile(
    r"(?:the\s)?(?:(?:bigg|larg|small|long|short|high|low|deep|old|young|tall|wid|great|fast|rich|dens|"
    r"heavi|earli|lat|new|hott|cold|dri|wett)est|most|least|first|only|last)(?:\s[a-z]|$)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|can|will)\b|(?:है|हैं|था|थे|थी|गया|गई|गए)[।.]?$"
)
_VERB_FIRST = re.compile(
    r"[a-z]+[^su\W]s\s(?:the|a|an|its|to|in|with|by|from|at|on|into|through|under|over|all)\s|"
    r"[a-z]+ed\s(?:the|a|an|its|to|in|into|as)\s"
)
_NUMERIC = re.compile(
    r"^[^\W\d_]{0,3}[\s₹$~<>]*[\d०-९][\d०-९.,–-]*(?:\s*[^\W\d_%°²³/.]{1,9}){0,2}[%°²³]?$"
)


@lru_cache(maxsize=2048)
def shape(text: str, lexicon: Lexicon) -> str:
    """Of what kind a cell is by its form: "number", "clause", "verb", "superlative" or "noun"."""
    if _NUMERIC.match(text):
        return "number"
    if _CLAUSE.search(text):
        return "clause"
    first = re.split(r"\W", text, maxsplit=1)[0].lower()
    if _SUPERLATIVE.match(text):
        return "superlative"
    verb = first in lexicon.third or first in lexicon.past or _VERB_FIRST.match(text) is not None
    if verb and first not in lexicon.noun_like and " " in text:
        return "verb"
    return "noun"


@lru_cache(maxsize=2048)
def overlapping(one: str, other: str) -> bool:
    """Whether two values could both be right: one holds the other, or a listed thing of it."""
    first, second = folded(one), folded(other)
    if first == second or _within(first, second) or _within(second, first):
        return True
    ours, theirs = _things(first), _things(second)
    listed = _LISTED.search(first) or _LISTED.search(second)
    if ours & theirs:
        return bool(listed) or min(len(ours), len(theirs)) == 1
    if any(_within(a, b) or _within(b, a) for a in ours for b in theirs):
        return bool(listed) or min(len(ours), len(theirs)) == 1
    return bool(listed) and bool(set(_WORD.findall(first)) & set(_WORD.findall(second)))


def _within(part: str, whole: str) -> bool:
    at = whole.find(part)
    if at < 0 or not part:
        return False
    before, after = whole[at - 1 : at] if at else "", whole[at + len(part) : at + len(part) + 1]
    return not before.isalnum() and not after.isalnum()


def _things(text: str) -> frozenset[str]:
    parts = (part.strip(" .") for part in _APART.split(text))
    return frozenset(_SAME.get(part, part) for part in parts if part)


_SAME = {
    spelling.strip(): pair.partition("=")[0].strip()
    for pair in words("tables-synonyms")
    for spelling in pair.split("=")
}
