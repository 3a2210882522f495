"""What a note takes back: struck-through words, and what stands before a cross."""

from __future__ import annotations

import re

_STRUCK = re.compile(
    r"~~(?=\S)[^~\n]+?~~|\((?:not|earlier|was)?\s*~~(?=\S)[^~\n]+?~~\s*\)"
    r"|<(?P<tag>s|del|strike)>(?:[^<]|<(?!/?(?P=tag)>))*+</(?P=tag)>",
    re.IGNORECASE,
)
_DENIES = re.compile(r"\b(?:not|no|never|cannot|without|nor)\b|n['’]t\b|नहीं|मत\b", re.IGNORECASE)
_CROSS = "❌✗✘❎"
_TICK = "✅✔☑✓"
_RIGHT = re.compile(
    rf"(?<!\s)\s*[{_CROSS}]\ufe0f?\s*(?:[({_TICK}]\ufe0f?\s*)?"
    r"(?:(?:सही(?:\s+उत्तर)?|correct(?:\s+answer)?|right|actual(?:ly)?|now|→|->)\s*(?:is\b)?\s*[:：–-]?\s*)?",
    re.IGNORECASE,
)
_WRONG_FIRST = re.compile(rf"[{_CROSS}]\ufe0f?[^{_TICK}\n]+[{_TICK}]\ufe0f?\s*")
_BEFORE_WRONG = re.compile(r"(?:[:：]\s|\s[–—-]\s|→|=|\|)\s*")


def retracted(raw: str) -> list[tuple[int, int]]:
    """Start and end of each stretch of one line that its writer takes back."""
    out = [found.span() for found in _STRUCK.finditer(raw)] if "~" in raw or "<" in raw else []
    cross = next((at for at, char in enumerate(raw) if char in _CROSS), -1)
    if cross < 0 or raw.count("|") > 1:
        return out  # in a table a cross is a "no"
    before = raw[:cross]
    wrong_first = _WRONG_FIRST.match(raw, cross)
    right = _RIGHT.search(raw)
    starts = [found.end() for found in _BEFORE_WRONG.finditer(before)]
    if wrong_first and (not before.strip(" *_>-") or before.rstrip().endswith((":", "–", "-"))):
        out.append(wrong_first.span())
    elif right and raw[right.end() :].strip(" *_.") and before.strip(" *_>-"):
        out.append((starts[-1] if starts else 0, right.end()))
    return out


def is_wrong(raw: str) -> bool:
    """Whether a whole line is marked as wrong: a cross before or behind it, and nothing right.

    Behind a cross "can't lend" is true: what is not so is said as such.
    """
    text = raw.strip(" \t*_.>-•\ufe0f")
    if not text or raw.count("|") > 1 or not text.strip(_CROSS + _TICK):
        return False
    if text[-1] in _CROSS:
        return True
    return text[0] in _CROSS and not _DENIES.search(text) and not any(c in text for c in _TICK)
