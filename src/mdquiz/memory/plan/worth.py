"""What a session with a card is worth on each day: the index by which a day's cards are chosen."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mdquiz.memory.plan.cards import Cards
from mdquiz.memory.plan.dual import burden_levels, nearest_level
from mdquiz.memory.plan.programme import Programme
from mdquiz.memory.vector import Floats

CHUNK = 1000  # cards reckoned at once; holds memory to some 30 MB at 120 days


@dataclass(frozen=True, slots=True)
class Index:
    """The priced programme of a deck, ready to rank its cards.

    Attributes:
        programme: The dynamic programme of a card.
        prices: Marks a second of each day is worth; infinite for greedy ranking.
        levels: Burdens for which values are kept.
        values: Value after a session: (levels, days, nodes).
    """

    programme: Programme
    prices: Floats
    levels: Floats
    values: Floats

    def worth(self, cards: Cards, from_day: int = 0) -> Floats:
        """Marks per second gained by a session on each day instead of waiting: (cards, days).

        Worth more than the day's price: it belongs to the plan. Below zero: better left alone.
        Days before `from_day` are minus infinity. `cards.elapsed` counts to day 0 of the plan, so
        a card studied on day 3 has -3.
        """
        worth = np.full((len(cards), self.programme.days), -np.inf)
        if from_day < self.programme.days:
            for start in range(0, len(cards), CHUNK):
                at = np.arange(start, min(start + CHUNK, len(cards)))
                worth[at, from_day:] = self._worth(cards.take(at), from_day)
        return worth

    def _worth(self, cards: Cards, from_day: int) -> Floats:
        opening = self.programme.openings(cards, from_day)
        level = nearest_level(cards.burden, self.levels)
        day = np.arange(from_day, self.programme.days)
        after = self.values[level[:, None, None], day[None, :, None], opening.node]
        gross = np.einsum("cdk,cdk->cd", after, opening.weight)
        seconds = opening.seconds * cards.burden[:, None]
        net = gross - self.prices[from_day:] * seconds
        waiting = np.empty_like(net)
        waiting[:, -1] = self.programme.untouched(cards)
        if net.shape[1] > 1:
            later = np.maximum.accumulate(net[:, :0:-1], axis=1)[:, ::-1]
            waiting[:, :-1] = np.maximum(later, waiting[:, -1:])
        return np.asarray((gross - waiting) / seconds, dtype=np.float64)


def priced_index(programme: Programme, cards: Cards, prices: Floats) -> Index:
    """The index under a price path."""
    levels = burden_levels(cards.burden)
    values = np.stack([programme.values(prices * level).after for level in levels])
    return Index(programme, prices, levels, values)


def greedy_index(programme: Programme) -> Index:
    """Marks on the exam day per second, as if each session were the card's last."""
    days = programme.days
    values = programme.kept[days - np.arange(days)][None]
    return Index(programme, np.full(days, np.inf), np.ones(1), values)
