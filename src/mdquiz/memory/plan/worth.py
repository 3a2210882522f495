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

    def worth(self, cards: Cards, from_day: int = 0, until: int | None = None) -> Floats:
        """Marks per second gained by a session on each day instead of waiting: (cards, days).

        Worth more than the day's price: it belongs to the plan. Below zero: better left alone.
        Days before `from_day` are minus infinity. `cards.elapsed` counts to day 0 of the plan, so
        a card studied on day 3 has -3.

        Args:
            cards: The cards.
            from_day: The first day that matters.
            until: The last day that matters; days after it are minus infinity, and of those more
                than two weeks later only some are thought of to wait for. None: every day matters.
        """
        worth = np.full((len(cards), self.programme.days), -np.inf)
        last = self.programme.days - 1
        until = last if until is None else min(max(until, from_day), last)
        days = np.arange(from_day, until + 1)
        if not len(days) or not len(cards):
            return worth
        if until < last:
            days = np.append(days, until + sparse_gaps(last - until))
        kinds, which = alike(cards)
        going_on = self.programme.going_on[days]
        wanted = until + 1 - from_day
        for at, sessions in self.sessions(kinds, days):
            seconds = sessions.seconds * kinds.burden[at, None]
            untouched = sessions.untouched[:, None]
            # What each day adds to leaving the card alone, and the most that a later day adds.
            added = going_on * (sessions.net - untouched)
            waiting = np.zeros_like(added)
            if len(days) > 1:
                later = np.maximum.accumulate(added[:, :0:-1], axis=1)[:, ::-1]
                waiting[:, :-1] = np.maximum(later, 0.0)
            gained = (sessions.gross - untouched - waiting / going_on) / seconds
            of = np.flatnonzero((which >= at[0]) & (which <= at[-1]))
            worth[of, from_day : until + 1] = gained[which[of] - at[0], :wanted]
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
