"""The planner as a policy: prices found anew as the days go, cards ranked by worth per second."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from mdquiz.memory.plan.cards import Cards
from mdquiz.memory.plan.dual import Dual, grouped
from mdquiz.memory.plan.grid import COARSE, Grid
from mdquiz.memory.plan.learner import Learner
from mdquiz.memory.plan.prices import Prices, find_prices
from mdquiz.memory.plan.programme import Programme, sparse_gaps
from mdquiz.memory.plan.simulate import Deck
from mdquiz.memory.plan.worth import Index, greedy_index, priced_index
from mdquiz.memory.vector import Floats, Ints

LAST_SEARCH = 4
"""Days left from which on prices that follow `Planner.shrunk` stay as they are."""


@dataclass(slots=True)
class Planner:
    """Ranks cards by the priced index.

    Attributes:
        learner: What is believed of memory and pace.
        budgets: Seconds meant for each day.
        every: Days after which prices are found anew; 0: never for that reason.
        shrunk: They are found anew, too, when the days left are this share of those that were left
            the last time; 0: never for that reason.
        greedy: Rank by marks per second as if each session were the last.
        steady: Probability, each day, that study goes on at all.
        prices: The present prices, for the days from `since`; given at the start, they are used
            from day 0 as they are.
        since: The day on which they were found.
        start: Prices of a like problem, for each day from day 0, to begin the first search from.
        first: The first prices gone by.
    """

    learner: Learner
    budgets: Floats
    every: int = 7
    shrunk: float = 0.0
    greedy: bool = False
    steady: float = 1.0
    prices: Prices | None = None
    since: int | None = None
    start: Floats | None = None
    first: Prices | None = None
    _index: Index | None = None
    _worth: Floats = field(default_factory=lambda: np.zeros((0, 0)))
    _meant: float = 0.0
    _done: float = 0.0
    _last: int = -1

    def ranked(self, day: int, deck: Deck) -> Floats:
        """Worth per second of each card today."""
        self._meant += float(self.budgets[self._last + 1 : day + 1].sum())
        self._last = day
        if self._outdated(day):
            self._plan(day, deck)
        worth = self._worth[:, day - (self.since or 0)]
        return np.where(worth > 0, worth, -np.inf)

    def studied(self, day: int, deck: Deck, at: Ints, spent: float) -> None:
        """Keep the worth of what was studied up to date."""
        self._done += spent
        if self._index is not None and self.since is not None:
            tomorrow = day - self.since + 1
            cards = deck.cards(self.since, at)
            self._worth[at] = self._index.worth(cards, tomorrow, self._until())

    def share(self) -> float:
        """The share of the time meant that was used so far, drawn towards 1 at the beginning."""
        trust = 3 * float(self.budgets.mean())
        meant = self._meant - float(self.budgets[self._last])
        return min(1.0, (self._done + trust) / (meant + trust))

    def _outdated(self, day: int) -> bool:
        if self.since is None:
            return True
        if self.every > 0 and day - self.since >= self.every:
            return True
        until = self._until()
        return until is not None and day - self.since > until

    def _until(self) -> int | None:
        """The last day, counted from `since`, on which the present worth is gone by."""
        left = len(self.budgets) - (self.since or 0)
        shrunk = int(self.shrunk * left)
        return left - shrunk - 1 if shrunk >= LAST_SEARCH else None

    def _plan(self, day: int, deck: Deck) -> None:
        days = len(self.budgets) - day
        programme = Programme(self.learner, days, Grid(), sparse_gaps(days), self.steady)
        cards = deck.cards(day)
        if self.greedy:
            self._index = greedy_index(programme)
        else:
            if self.prices is None or self.since is not None:
                self.prices = self._prices(day, cards, deck.runs)
            elif day:  # the days before it are days of rest
                self.prices = replace(self.prices, per_second=self.prices.per_second[day:])
            if self.first is None:  # one a day from day 0, as the days of rest before have none
                rest = np.full(day, np.inf)
                self.first = replace(
                    self.prices, per_second=np.append(rest, self.prices.per_second)
                )
            self._index = priced_index(programme, cards, self.prices.per_second)
        self.since = day
        self._worth = self._index.worth(cards, until=self._until())

    def _prices(self, day: int, cards: Cards, runs: int) -> Prices:
        """The prices that suit all runs together."""
        budgets = self.budgets[day:] * self.share() * runs
        days = len(budgets)
        coarse = Programme(self.learner, days, COARSE, sparse_gaps(days), self.steady)
        start = None if self.start is None else self.start[day:]
        if self.prices is not None and self.since is not None:
            start = self.prices.per_second[day - self.since :]
        return find_prices(Dual(coarse, grouped(coarse, cards), budgets), start)
