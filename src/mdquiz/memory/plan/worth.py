"""What a session with a card is worth on each day: the index by which a day's cards are chosen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from mdquiz.memory.plan.cards import Cards
from mdquiz.memory.plan.dual import burden_levels, nearest_level
from mdquiz.memory.plan.programme import Programme, sparse_gaps
from mdquiz.memory.vector import Floats, Ints

CHUNK = 500  # cards reckoned at once: 20 MB an array at 120 days


@dataclass(frozen=True, slots=True)
class Sessions:
    """The next session of some cards on some days, in shares of the marks at stake.

    Attributes:
        gross: Expected recall on the exam day after it, later sessions paid at their prices.
        net: The same less the price of the session itself.
        seconds: How long it takes a card of usual pace.
        untouched: Recall on the exam day without another session, one a card.
    """

    gross: Floats
    net: Floats
    seconds: Floats
    untouched: Floats


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
        a card studied on day 3 has -3. Days far ahead lie between those that are reckoned.
        """
        worth = np.full((len(cards), self.programme.days), -np.inf)
        days = np.arange(from_day, self.programme.days)
        if not len(days) or not len(cards):
            return worth
        kinds, which = alike(cards)
        tried = days
        if len(days) > 1:
            tried = from_day + np.append(0, sparse_gaps(len(days) - 1))
        prices, going_on = self.prices[days], self.programme.going_on[days]
        for at, sessions in self.sessions(kinds, tried):
            burden = kinds.burden[at, None]
            gross = between(days, tried, sessions.gross)
            seconds = between(days, tried, sessions.seconds) * burden
            untouched = sessions.untouched[:, None]
            # What each day adds to leaving the card alone, and the most that a later day adds.
            added = going_on * (gross - prices * seconds - untouched)
            waiting = np.zeros_like(added)
            if len(days) > 1:
                later = np.maximum.accumulate(added[:, :0:-1], axis=1)[:, ::-1]
                waiting[:, :-1] = np.maximum(later, 0.0)
            gained = (gross - untouched - waiting / going_on) / seconds
            of = np.flatnonzero((which >= at[0]) & (which <= at[-1]))
            worth[of, from_day:] = gained[which[of] - at[0]]
        return worth

    def sessions(self, cards: Cards, days: Ints) -> Iterator[tuple[Ints, Sessions]]:
        """What a session with each card brings on each of some days, a chunk of cards at a time.

        Yields:
            Positions of cards, and their sessions.
        """
        for start in range(0, len(cards) if len(days) else 0, CHUNK):
            at = np.arange(start, min(start + CHUNK, len(cards)))
            some = cards.take(at)
            opening = self.programme.openings(some, days)
            level = nearest_level(some.burden, self.levels)
            _, every, nodes = self.values.shape
            place = (level[:, None] * every + days)[..., None] * nodes
            after = self.values.reshape(-1).take(place + opening.node)
            gross = np.einsum("cdk,cdk->cd", after, opening.weight)
            net = gross - self.prices[days] * opening.seconds * some.burden[:, None]
            yield at, Sessions(gross, net, opening.seconds, self.programme.untouched(some))


def alike(cards: Cards) -> tuple[Cards, Ints]:
    """One card of each kind that does not differ in anything, and the kind of every card."""
    new = cards.new
    what = np.stack(
        [
            np.where(new, 0.0, cards.stability),
            np.where(new, 0.0, cards.difficulty),
            np.where(new, 0.0, cards.elapsed),
            cards.burden,
        ]
    )
    _, first, which = np.unique(what, axis=1, return_index=True, return_inverse=True)
    return cards.take(first), which.reshape(-1)


def between(days: Ints, tried: Ints, values: Floats) -> Floats:
    """Values of every day from those of the days tried, ascending: (cards, days)."""
    if len(tried) == len(days):
        return values
    right = np.clip(np.searchsorted(tried, days), 1, len(tried) - 1)
    share = (days - tried[right - 1]) / (tried[right] - tried[right - 1])
    low = values[:, right - 1]
    return np.asarray(low + share * (values[:, right] - low), dtype=np.float64)


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
