"""The terms of a plan as people type them: weekdays, weights of topics, decks."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from mdquiz.errors import UsageError
from mdquiz.study.dates import read_date

if TYPE_CHECKING:
    from mdquiz.study.desk import Desk

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHOWN = 5
HEAVIEST = 100.0


def parts_of(texts: Iterable[str]) -> list[str]:
    """The words of some lists with commas between."""
    return [part.strip() for text in texts for part in text.split(",") if part.strip()]


def weekday_of(word: str) -> int | None:
    """0 for Monday to 6 for Sunday, by the name or its first three letters or more; else None."""
    name = word.strip().lower().removesuffix("s") if len(word) > 5 else word.strip().lower()
    found = [at for at, weekday in enumerate(_NAMES) if len(name) >= 3 and weekday.startswith(name)]
    return found[0] if found else None


def read_rest(names: Sequence[str], option: str = "") -> tuple[frozenset[int], frozenset[int]]:
    """Weekdays (0 Monday) and study days of rest; `none` alone for no such days.

    Args:
        names: Weekdays and dates.
        option: The option they were typed for, to be named in errors.

    Raises:
        UsageError: One is neither.
    """
    if [name.lower() for name in names] == ["none"]:
        return frozenset(), frozenset()
    weekdays, days = set(), set()
    for name in names:
        if (weekday := weekday_of(name)) is not None:
            weekdays.add(weekday)
        elif any(letter.isdigit() for letter in name):
            days.add(read_date(name, option).toordinal())
        else:
            raise UsageError(
                f"{option} {name} is no day.".strip(),
                f"Write weekdays or dates: {option} sun,2027-01-26.".replace(":  ", ": "),
            )
    return frozenset(weekdays), frozenset(days)


def read_weights(pairs: Sequence[str], desk: Desk) -> dict[str, float]:
    """What topics count for, from `tag=number` each; `none` alone for no weights.

    Raises:
        UsageError: One is no such pair, or no question has the tag.
    """
    if [pair.lower() for pair in pairs] == ["none"]:
        return {}
    found = {}
    for pair in pairs:
        tag, _, number = pair.partition("=")
        tag = tag.strip().lower()
        try:
            weight = float(number)
        except ValueError:
            weight = math.nan
        if not tag or not 0 < weight <= HEAVIEST:
            raise UsageError(
                f"--weights {pair} is no topic with a weight.",
                "Write a tag and a number above 0 and up to 100: --weights polity=2.",
            )
        found[tag] = weight
    _refuse_unknown(found, desk)
    return found


def _refuse_unknown(weights: Iterable[str], desk: Desk) -> None:
    tags = {tag for deck in desk.library.decks for card in deck.cards for tag in card.tags}
    for topic in weights:
        if not any(tag == topic or tag.startswith(f"{topic}.") for tag in tags):
            some = ", ".join(sorted(tags)[:_SHOWN])
            raise UsageError(
                f"No question has the tag {topic}.",
                f"`mdquiz list --tags` shows the tags there are: {some} ..."
                if len(tags) > _SHOWN
                else f"There are the tags {some}."
                if some
                else "Your questions have no tags yet.",
            )
