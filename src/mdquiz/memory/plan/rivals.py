"""Other ways to spend the days, to compare a plan with: plain FSRS, round robin, cramming."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from mdquiz.memory.plan.learner import Learner
from mdquiz.memory.plan.simulate import Deck
from mdquiz.memory.vector import Floats, Ints

FIRST, SECOND, THIRD = 3e6, 2e6, 1e6  # classes of priority, far apart


@dataclass(slots=True)
class PlainFsrs:
    """Cards that fell to the desired retention, then new ones, then others in the time left.

    Attributes:
        learner: What is believed of memory.
        desired_retention: Recall at which a card is due.
        new_per_day: Most new cards a day.
        new_first: New cards come before those due.
        spare: The time left goes to cards not yet due, least known first.
    """

    learner: Learner
    desired_retention: float = 0.9
    new_per_day: int = 10_000
    new_first: bool = False
    spare: bool = True

    def ranked(self, day: int, deck: Deck) -> Floats:
        """Due first, least known first."""
        new = deck.stability <= 0
        known = np.where(new, 1.0, deck.stability)
        elapsed = (day - deck.last).astype(np.float64)
        recall = self.learner.memory.recall(np.maximum(elapsed, 0), known)
        due = elapsed >= self.learner.memory.interval(known, self.desired_retention)
        later = THIRD - recall if self.spare else np.full(len(recall), -np.inf)
        priority = np.where(due, SECOND - recall, later)
        order = np.cumsum(new.reshape(deck.runs, -1), axis=1).reshape(-1)
        fresh = np.where(order <= self.new_per_day, 0.0, -np.inf) - order
        between = (SECOND + THIRD) / 2
        return np.where(new, fresh + (FIRST if self.new_first else between), priority)

    def studied(self, day: int, deck: Deck, at: Ints, spent: float) -> None:
        """Nothing to keep."""


@dataclass(slots=True)
class RoundRobin:
    """The whole deck in its order, over and over."""

    def ranked(self, day: int, deck: Deck) -> Floats:  # noqa: ARG002 (the same on any day)
        """The one longest not seen first; new ones before all."""
        return np.where(deck.stability <= 0, FIRST, -deck.last.astype(np.float64))

    def studied(self, day: int, deck: Deck, at: Ints, spent: float) -> None:
        """Nothing to keep."""


@dataclass(slots=True)
class Cramming:
    """Nothing until the last days, then the deck in its order, over and over.

    Attributes:
        days: Days to the exam.
        last: How many days of study there are.
    """

    days: int
    last: int = 7
    _robin: RoundRobin = field(default_factory=RoundRobin)

    def ranked(self, day: int, deck: Deck) -> Floats:
        """As round robin, from the last days on."""
        if day < self.days - self.last:
            return np.full(len(deck.last), -np.inf)
        return self._robin.ranked(day, deck)

    def studied(self, day: int, deck: Deck, at: Ints, spent: float) -> None:
        """Nothing to keep."""
