"""Cards that need more than another repetition: misconceptions and leeches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mdquiz.decks.card import CardId
from mdquiz.insight.answers import Answer
from mdquiz.memory.counts import is_leech
from mdquiz.memory.state import CardState


@dataclass(frozen=True, slots=True)
class Misconception:
    """A card answered wrong though the learner was sure.

    Attributes:
        card: The card.
        times: How often.
        last_day: Study day of the last time.
        open: It was not answered right since.
    """

    card: CardId
    times: int
    last_day: int
    open: bool


@dataclass(frozen=True, slots=True)
class Leech:
    """A card missed again and again.

    Attributes:
        card: The card.
        lapses: How often it was missed after it had been learned.
        seconds: Time that went into it so far.
    """

    card: CardId
    lapses: int
    seconds: float


def misconceptions(
    answers: Iterable[Answer], states: Mapping[CardId, CardState]
) -> tuple[Misconception, ...]:
    """Every card that was ever answered wrong though sure: open ones first, then the latest."""
    times: dict[CardId, int] = defaultdict(int)
    last: dict[CardId, int] = {}
    for answer in answers:
        if answer.sure_and_wrong:
            times[answer.card] += 1
            last[answer.card] = max(answer.day, last.get(answer.card, 0))
    found = [
        Misconception(card, count, last[card], states.get(card, CardState()).misconception)
        for card, count in times.items()
    ]
    return tuple(sorted(found, key=lambda one: (not one.open, -one.last_day, -one.times, one.card)))


def leeches(answers: Iterable[Answer], states: Mapping[CardId, CardState]) -> tuple[Leech, ...]:
    """Cards that cost more than they will repay, most lapses first; suspended ones left out."""
    seconds: dict[CardId, float] = defaultdict(float)
    for answer in answers:
        seconds[answer.card] += answer.seconds
    found = [
        Leech(card, state.lapses, seconds[card])
        for card, state in states.items()
        if is_leech(state) and not state.suspended
    ]
    return tuple(sorted(found, key=lambda one: (-one.lapses, -one.seconds, one.card)))
