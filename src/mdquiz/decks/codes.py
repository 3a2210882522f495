"""Coded options ("1 and 3 only", "Only two"): what they say, and whether the truths bear it out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from mdquiz.decks.kinds.base import Problem

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}
_NUMBER = re.compile(r"(?<![^\W_])(?:[1-9१-९]|vi|iv|v|i{1,3})(?![^\W_])", re.IGNORECASE)
_NONE = re.compile(r"\b(?:neither|none|no)\b|कोई (?:भी )?नहीं|न तो|न ही", re.IGNORECASE)
_ALL = re.compile(r"\ball\b|\bboth\b|सभी|दोनों", re.IGNORECASE)
_NUMBERS = ("none", "one", "two", "three", "four", "five", "six")
_COUNTS = {
    **dict.fromkeys(("one", "एक"), 1),
    **dict.fromkeys(("two", "दो"), 2),
    **dict.fromkeys(("three", "तीन"), 3),
    **dict.fromkeys(("four", "चार"), 4),
    **dict.fromkeys(("five", "पाँच", "पांच"), 5),
    **dict.fromkeys(("six", "छह", "छः"), 6),
}


def named_claims(option: str, claims: int) -> frozenset[int] | None:
    """The positions (from 0) of the claims that an option names; None where it is no such code.

    "1 and 3 only" names 0 and 2, "Both 1 and 2" 0 and 1, "Neither 1 nor 2" none, and
    "All of the above" all. Positions may lie beyond `claims` where the option is impossible.
    """
    numbers = frozenset(_value(found.group()) - 1 for found in _NUMBER.finditer(option))
    if _NONE.search(option):
        return frozenset()
    if numbers:
        return numbers
    if _ALL.search(option):
        return frozenset(range(claims))
    return None


def counted_claims(option: str, claims: int) -> int | None:
    """How many claims an option counts ("Only two", "All three", "None"); None if no such code."""
    words = option.casefold().replace(".", " ").split()
    for word in words:
        if word in _COUNTS:
            return _COUNTS[word]
    if _NONE.search(option):
        return 0
    if _ALL.search(option):
        return claims
    digits = re.search(r"\d", option)
    return int(digits.group()) if digits else None


def code_problems(
    truths: Sequence[bool],
    ask: Literal["which", "how_many", "not"],
    options: tuple[str, ...] | None,
    answer: str | None,
) -> Iterator[Problem]:
    """What is wrong with stated options and a stated answer, given the truth of each claim."""
    wanted: int | frozenset[int]
    if ask == "how_many":
        wanted = sum(truths)
    else:
        wanted = frozenset(i for i, true in enumerate(truths) if true == (ask == "which"))
    read = counted_claims if ask == "how_many" else named_claims
    readings: list[int | frozenset[int] | None] = []
    sound = True
    for index, option in enumerate(options or ()):
        reading = read(option, len(truths))
        problem = _impossible(option, reading, len(truths), ("options", index), ask)
        if problem is None and reading in readings:
            problem = Problem(
                "duplicate-option",
                ("options", index),
                f'"{option}" says the same as option {readings.index(reading) + 1}',
                "reword or remove one of the two options",
            )
        if problem is not None:
            sound = False
            yield problem
        readings.append(reading)
    if options is not None and sound and wanted not in readings:
        yield Problem(
            "key-not-among-options",
            ("options",),
            f"by the truths stated the key is {_in_words(wanted, len(truths))}, "
            "and no option says so",
            "correct the truths, add the option, or leave `options` out to have them derived",
        )
    if answer is None:
        return
    reading = read(answer, len(truths))
    problem = _impossible(answer, reading, len(truths), ("answer",), ask)
    if problem is not None:
        yield problem
    elif options is not None and answer not in options:
        yield Problem(
            "key-not-among-options",
            ("answer",),
            f'"{answer}" is not one of the options',
            "repeat the text of an option exactly as it stands there",
        )
    elif reading != wanted:
        yield Problem(
            "key-disagrees",
            ("answer",),
            f'the answer is "{answer}", '
            f"but by the truths stated it is {_in_words(wanted, len(truths))}",
            "correct the truths or the answer; without `answer` the key is derived",
        )


def _value(numeral: str) -> int:
    return _ROMAN[numeral.casefold()] if numeral.casefold() in _ROMAN else int(numeral)


def _impossible(
    option: str,
    reading: int | frozenset[int] | None,
    claims: int,
    at: tuple[str | int, ...],
    ask: str,
) -> Problem | None:
    example = '"Only two"' if ask == "how_many" else '"1 and 2 only"'
    if reading is None:
        return Problem(
            "impossible-code",
            at,
            f'"{option}" is not a code for these claims',
            f"write a code such as {example}, or leave `options` and `answer` out",
        )
    highest = reading if isinstance(reading, int) else max(reading, default=-1) + 1
    if highest > claims:
        return Problem(
            "impossible-code",
            at,
            f'"{option}" speaks of {highest}, but there are only {claims}',
            f"write a code for {claims} claims, such as {example}",
        )
    return None


def _in_words(key: int | frozenset[int], claims: int) -> str:
    """The key as a code that a paper would have."""
    if isinstance(key, int):
        if key == claims:
            return '"Both"' if claims == 2 else f'"All {_NUMBERS[claims]}"'
        return f'"Only {_NUMBERS[key]}"' if key else '"None"'
    numbers = [str(position + 1) for position in sorted(key)]
    if not numbers:
        return '"None of them"'
    if len(numbers) == 1:
        return f'"{numbers[0]} only"'
    *first, last = numbers
    return f'"{", ".join(first)} and {last}{"" if len(numbers) == claims else " only"}"'
