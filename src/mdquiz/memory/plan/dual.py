"""The bound that no policy can exceed, as a function of the prices of time, and its slope.

With a price a second for each day the budgets drop out, each card becomes a problem of its own,
and the sum of the cards' values plus the price of all the time there is bounds every policy
(Lagrangian relaxation; Hawkins 2003, Adelman and Mersereau 2008 for weakly coupled programmes).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mdquiz.memory.plan.cards import Cards
from mdquiz.memory.plan.programme import Move, Programme, soft_best
from mdquiz.memory.vector import Floats, Ints

BURDEN_LEVELS = 4
BURDEN_SPREAD = 1.15


@dataclass(frozen=True, slots=True)
class Group:
    """Cards of one burden, gathered into kinds of cards that are nearly alike.

    Attributes:
        burden: Price multiplier of the group.
        marks: Marks at stake in each kind.
        openings: The next session of each kind on each day.
        untouched: Recall of each kind on the exam day without another session.
    """

    burden: float
    marks: Floats
    openings: Move
    untouched: Floats


def burden_levels(burden: Floats) -> Floats:
    """A few price multipliers that stand for those of all cards, ascending."""
    if len(burden) == 0:
        return np.ones(1)
    low, high = float(burden.min()), float(burden.max())
    if high / low <= BURDEN_SPREAD:
        return np.array([float(np.exp(np.log(burden).mean()))])
    steps = np.ceil(np.log(high / low) / np.log(BURDEN_SPREAD)) + 1
    return np.geomspace(low, high, int(min(BURDEN_LEVELS, steps)))


def nearest_level(burden: Floats, levels: Floats) -> Ints:
    """Which level stands for each card."""
    between = np.sqrt(levels[1:] * levels[:-1])
    return np.asarray(np.searchsorted(between, burden), dtype=np.int64)


def grouped(programme: Programme, cards: Cards, *, exact: bool = False) -> tuple[Group, ...]:
    """The cards as groups of kinds, so that reckoning does not grow with the deck.

    Args:
        programme: The dynamic programme of a card.
        cards: The deck.
        exact: Keep every learned card apart, for bounds that are to be bounds to the last digit.
    """
    levels = burden_levels(cards.burden)
    level = nearest_level(cards.burden, levels)
    new = cards.new
    known = np.where(new, 1.0, cards.stability)
    keys = np.stack(
        [
            level,
            np.where(new, -99, np.rint(np.log(known) / 0.6)).astype(np.int64),
            np.where(new, 0, np.rint(cards.difficulty / 3)).astype(np.int64),
            np.where(new, 0, np.rint(np.log1p(cards.elapsed) / 0.7)).astype(np.int64),
            np.where(new, 0, np.arange(len(cards)) if exact else 0).astype(np.int64),
        ]
    )
    kinds, which = np.unique(keys, axis=1, return_inverse=True)
    which = which.reshape(-1)
    count = np.bincount(which).astype(np.float64)
    marks = np.bincount(which, cards.gain).astype(np.float64)
    typical = Cards(
        np.where(
            kinds[1] == -99, 0.0, np.exp(np.bincount(which, np.log(known)) / np.maximum(count, 1))
        ),
        np.bincount(which, cards.difficulty) / np.maximum(count, 1),
        np.expm1(np.bincount(which, np.log1p(cards.elapsed)) / np.maximum(count, 1)),
        np.ones_like(count),
        np.ones_like(count),
    )
    groups = []
    for number, burden in enumerate(levels):
        at = np.flatnonzero(kinds[0] == number)
        if len(at):
            some = typical.take(at)
            openings, untouched = programme.openings(some), programme.untouched(some)
            groups.append(Group(float(burden), marks[at], openings, untouched))
    return tuple(groups)


@dataclass(frozen=True, slots=True)
class Dual:
    """The relaxed problem of one deck.

    Attributes:
        programme: The dynamic programme of a card.
        groups: The deck.
        budgets: Seconds of each day; 0 on days without study.
    """

    programme: Programme
    groups: tuple[Group, ...]
    budgets: Floats

    def bound(self, prices: Floats) -> float:
        """Marks on the exam day that no policy can be expected to exceed."""
        return self._relaxed(prices, 0.0)[0]

    def bound_and_excess(self, prices: Floats, temperature: float) -> tuple[float, Floats]:
        """A smooth bound and its slope in the prices: the seconds left over on each day."""
        bound, used = self._relaxed(prices, temperature)
        return bound, self._budgets() - used

    def _budgets(self) -> Floats:
        """Seconds of each day times the chance that there is study on it."""
        return self.budgets * self.programme.going_on[: self.programme.days]

    def _relaxed(self, prices: Floats, temperature: float) -> tuple[float, Floats]:
        open_days = self.budgets > 0
        prices = np.where(open_days, prices, np.inf)
        budgets = self._budgets()
        total = float((prices[open_days] * budgets[open_days]).sum())
        used = np.zeros(self.programme.days)
        for group in self.groups:
            value, seconds = self._group(group, prices * group.burden, temperature)
            total += value
            used += seconds * group.burden
        return total, used

    def _group(self, group: Group, prices: Floats, temperature: float) -> tuple[float, Floats]:
        programme = self.programme
        values = programme.values(prices, temperature)
        days, nodes = values.after.shape
        opening = group.openings
        day = np.arange(days)[:, None]
        gross = np.einsum("cdk,cdk->cd", values.after[day, opening.node], opening.weight)
        net = gross - prices * opening.seconds - group.untouched[:, None]
        ahead = (group.untouched[:, None] + programme.going_on[:days] * net).T
        best, share = soft_best(group.untouched, ahead, temperature)
        total = float((best * group.marks).sum())
        if share is None or values.choice is None:
            return total, np.zeros(days)
        # Marks' worth of cards that have their session on each day, carried from day to day.
        taking = share.T * group.marks[:, None] * programme.going_on[:days]
        used = (taking * opening.seconds).sum(axis=0)
        flat = (day * nodes + opening.node).reshape(-1)
        at = np.bincount(flat, (taking[..., None] * opening.weight).reshape(-1), days * nodes)
        at = at.reshape(days, nodes)
        gaps = programme.gaps
        for today in range(1, days):
            within = int(np.searchsorted(gaps, today, side="right"))
            since = today - gaps[:within]
            arriving = at[since] * values.choice[since, np.arange(within)]
            arriving *= programme.going_on[gaps[:within]][:, None]
            used[today] += float((arriving * programme.seconds[:within]).sum())
            at[today] += arriving.reshape(-1) @ programme.steps[:within].reshape(-1, nodes)
        return total, used
