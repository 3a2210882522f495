"""What the prompt gives away: repeating it is no fault, and answering with it is no answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mdquiz.grading.heads import HEADS
from mdquiz.grading.numbers import LONGEST, tokens
from mdquiz.grading.units import UNITS, Unit
from mdquiz.grading.words import phrase

_BLANK = re.compile(r"(\w*)[^\w\n]*_{3,}[^\w\n]*(\w*)")
_EITHER = frozenset(("or", "either", "whether", "या", "अथवा"))


@dataclass(frozen=True, slots=True)
class Prompt:
    """The words of a prompt, reduced as `words.phrase` does.

    Attributes:
        words: All of them.
        harmless: Those that an answer may repeat: the neighbours of a blank, and words in lower
            case, except where the prompt offers alternatives ("China or Japan?").
        units: Units in words ("in km", "how many days"), so that a bare number has one.
    """

    words: frozenset[str] = frozenset()
    harmless: frozenset[str] = frozenset()
    units: frozenset[Unit] = frozenset()


def read_prompt(text: str) -> Prompt:
    """The words of the prompt `text`. Never raises."""
    text = text[:LONGEST]
    words = frozenset(phrase(text).words)
    beside = frozenset(
        word
        for found in _BLANK.finditer(text)
        for each in found.groups()
        for word in phrase(each).words
    )
    units = frozenset(_units(text))
    if words & _EITHER:
        return Prompt(words, beside, units)
    lower = " ".join(word for word in text.split() if not word[0].isupper())
    return Prompt(words, beside | (words & HEADS) | frozenset(phrase(lower).words), units)


def _units(text: str) -> Iterator[Unit]:
    words = [token.text for token in tokens(text)]
    for at, word in enumerate(words):
        if len(word) == 1 and (at == 0 or words[at - 1] != "in"):
            continue  # "how many m": only "in m" is a unit
        for width in range(3, 0, -1):
            found = UNITS.get(tuple(words[at : at + width]))
            if found is not None:
                yield from found
                break


def without_prompt(text: str, prompt: Prompt) -> str:
    """`text` without the words at its ends that the prompt has: "Article 17" as "17"."""
    found = tokens(text)
    start, end = 0, len(found)

    def repeated(at: int) -> bool:
        token = found[at]
        return token.value is None and bool(set(phrase(token.text).words) & prompt.words)

    while start < end and repeated(start):
        start += 1
    while end > start and repeated(end - 1):
        end -= 1
    return " ".join(token.text for token in found[start:end])
