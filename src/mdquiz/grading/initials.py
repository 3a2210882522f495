"""Initialisms: "IPEF" stands for "Indo-Pacific Economic Framework for Prosperity"."""

from __future__ import annotations

import re

_SMALL = frozenset(
    ("of", "for", "the", "and", "in", "on", "to", "a", "an", "with", "at", "by", "de", "du", "la")
)
_PREPOSITIONS = frozenset(("for", "of", "on", "in", "to", "with"))
LONGEST = 10


def is_initialism(text: str) -> bool:
    """Whether `text` looks like one: "IPEF", "MoU", "G-20", "BRICS"."""
    bare = re.sub(r"[.\-\s]", "", text) if re.fullmatch(r"(?:\w[.\-]?\s?)+", text) else text
    return (
        1 < len(bare) <= LONGEST
        and bare.isascii()
        and bare.isalnum()
        and sum(char.isupper() for char in bare) * 2 > len(bare)
        and len(text.split()) == 1
    )


def initialisms(name: str) -> frozenset[str]:
    """The initialisms of a proper name, in lower case; empty where `name` is not one.

    All words count, or all but small ones; a name may be cut before a preposition when three
    letters or more are left ("IPEF" leaves out "for Prosperity").
    """
    words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", name)
    capital = [word for word in words if word[0].isupper()]
    if len(capital) < 2 or any(word[0].islower() and word not in _SMALL for word in words):
        return frozenset()
    found = {_initials(words), _initials([word for word in words if word.lower() not in _SMALL])}
    for at, word in enumerate(words):
        if word.lower() in _PREPOSITIONS and at > 0:
            short = _initials([each for each in words[:at] if each.lower() not in _SMALL])
            if len(short) >= 3:
                found.add(short)
    return frozenset(initials for initials in found if len(initials) > 1)


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words).lower()
