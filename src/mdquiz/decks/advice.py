"""What an author may want to look at in a deck that can be used: warnings, not errors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from mdquiz.decks.deck import Deck
from mdquiz.decks.explain import Finding

_DIGITS = re.compile(r"[0-9०-९]+")
_FREE = {"explanation", "accept", "why", "original"}
"""Prose in which one language may write a number in words or leave it out."""
_ASCII = str.maketrans("०१२३४५६७८९", "0123456789")


def advice(raw: Mapping[str, Any], deck: Deck) -> Iterator[Finding]:
    """Warnings about the sound questions of `deck`, whose file says `raw`."""
    sound = {question.id for question in deck.questions}
    entries = raw.get("question")
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        if not isinstance(entry, dict) or str(entry.get("id")) not in sound:
            continue
        for language in ("hi", "en"):
            translation = entry.get(language)
            if isinstance(translation, dict):
                yield from _numbers(entry, translation, ("question", index, language))


def _numbers(
    entry: Mapping[str, Any], translation: Mapping[str, Any], at: tuple[str | int, ...]
) -> Iterator[Finding]:
    for key, translated in translation.items():
        if key not in entry or key in _FREE:
            continue
        here, there = _digits(entry[key], set(_keys(translated))), _digits(translated, None)
        if here != there:
            yield Finding(
                "numbers-differ",
                (*at, key),
                f"the numbers differ: {_listed(here)} in the question, {_listed(there)} here",
                "compare the two languages",
                severity="warning",
            )


def _keys(value: Any) -> Iterator[str]:
    """The keys of the tables in `value`: those that are compared."""
    if isinstance(value, dict):
        yield from value
        for inner in value.values():
            yield from _keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _keys(inner)


def _digits(value: Any, keys: set[str] | None) -> list[str]:
    if isinstance(value, str):
        return sorted(number.translate(_ASCII) for number in _DIGITS.findall(value))
    if isinstance(value, list):
        return sorted(digit for inner in value for digit in _digits(inner, keys))
    if isinstance(value, dict):
        return sorted(
            digit
            for key, inner in value.items()
            if key not in _FREE and (keys is None or key in keys)
            for digit in _digits(inner, keys)
        )
    return []


def _listed(numbers: list[str]) -> str:
    return ", ".join(numbers) or "none"
