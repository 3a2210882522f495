"""Names of people: a surname alone, and forenames cut to their initials."""

from __future__ import annotations

import re

from mdquiz.grading.finding import RIGHT, Finding, almost
from mdquiz.grading.heads import HEADS
from mdquiz.grading.words import phrase

_TITLE_WORDS = "dr mr mrs ms shri smt sri prof sir lord saint justice"
_TITLES = frozenset(_TITLE_WORDS.split())
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LONGEST_NAME = 6
_RESPECT = "ji"
_SHORTEST = 3


def compare_names(key: str, given: str) -> Finding | None:
    """What to say where `key` looks like a person's name and `given` is part of one.

    Almost for the surname alone; initials of the key's forenames are right, forenames that fit
    the key's initials almost. None where there is nothing to say.
    """
    wanted, got = _parts(key), _parts(given)
    if not _is_person(wanted) or not got:
        return None
    surname, last = wanted[-1].casefold(), got[-1].casefold()
    if last not in {surname, surname + _RESPECT}:
        return None
    if len(got) == 1:
        if len(surname) < _SHORTEST:
            return None
        return almost(f"the last part of the name: {key}")
    ours, theirs = (_initials(parts[:-1]) for parts in (wanted, got))
    if _cut(got) and not _cut(wanted):
        return RIGHT if ours == theirs else None
    if _cut(wanted) and not _cut(got) and theirs and ours[0] == theirs[0]:
        return almost(f"the initials fit; the answer is {key}") if theirs in _kept(ours) else None
    return None


def _parts(text: str) -> list[str]:
    found = _WORD.findall(re.sub(r"\([^()]*\)", "", text))
    return [word for word in found if word.casefold() not in _TITLES]


def _is_person(words: list[str]) -> bool:
    if not 2 <= len(words) <= _LONGEST_NAME or any(not word[0].isupper() for word in words):
        return False
    if any(word.isupper() for word in words[-1:]):
        return False
    return not HEADS & set(phrase(" ".join(words)).words)


def _cut(words: list[str]) -> bool:
    """Whether the forenames are initials: "B. R." or "BR"."""
    return all(len(word) == 1 or (len(word) <= 3 and word.isupper()) for word in words[:-1])


def _initials(words: list[str]) -> str:
    return "".join(
        word if len(word) == 1 or (len(word) <= 3 and word.isupper()) else word[0] for word in words
    ).casefold()


def _kept(initials: str) -> set[str]:
    return {initials[:length] for length in range(1, len(initials) + 1)}
