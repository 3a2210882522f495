"""Small questions about words: whether one gives another away, how one stands inside a sentence."""

from __future__ import annotations

import re

from mdquiz.generate.fold import occurrences
from mdquiz.generate.grammar import decapitalised
from mdquiz.generate.statements import Reading

NEGATED = re.compile(
    r"\b(?:no|not|never|nor|neither|except|without|none|cannot|nobody|nothing)\b|n['’]t\b",
    re.IGNORECASE,
)
MEASURED = frozenset({"money", "percent", "date", "year", "quantity", "number", "ratio"})
"""Kinds of values that a limit is set by: "not more than two" is false with another number."""


def leaks(answer: str, text: str) -> bool:
    """Whether `text` gives `answer` away."""
    wanted = answer.casefold().strip()
    if not wanted:
        return False
    return occurrences(wanted, text.casefold(), 1) > 0


_PRONOUNS = frozenset({"It", "They", "He", "She", "This", "These"})


def lowered(text: str, reading: Reading) -> str:
    """`text` as it stands inside a sentence."""
    if text in _PRONOUNS:
        return text.lower()
    found = _COMMON_FIRST.match(text)
    if found and found.group(1) not in reading.lexicon.names:
        return text[0].lower() + text[1:]
    return decapitalised(text, reading.lower_words)


_COMMON_FIRST = re.compile(
    r"([A-Z][a-z]*(?:ory|al|ive|tion|ic|ing|ment|ous|ary|ent|ance|ence|ity|able|ible|ed|less|ful))\s(?!of\b)[a-z]{3,}"
)


def in_sentence(title: str, reading: Reading) -> str:
    """A heading in title case as it stands inside a sentence."""
    words = [
        word.lower() if word[1:].islower() and word.lower() in reading.lower_words else word
        for word in title.split()
    ]
    if (
        len(words) > 1
        and words[1].islower()
        and words[0] not in reading.lexicon.names
        and words[0][1:].islower()
    ):
        words[0] = words[0].lower()
    return " ".join(words)
