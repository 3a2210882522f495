"""The cards a plan is about, as arrays: how well each is known and what it is worth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from mdquiz.memory.state import CardState
from mdquiz.memory.vector import Bools, Floats, Ints


@dataclass(frozen=True, slots=True)
class Cards:
    """Arrays of one entry a card, as things stand before the plan's first day.

    Attributes:
        stability: Days; 0.0 for a card never learned.
        difficulty: 1 to 10; anything for a card never learned.
        elapsed: Days from the last review to the plan's first day, at least 0.
        gain: Marks that a remembered card brings above a forgotten one; more than 0.
        pace: How many times the learner's usual seconds a session with it takes; more than 0.
    """

    stability: Floats
    difficulty: Floats
    elapsed: Floats
    gain: Floats
    pace: Floats

    def __len__(self) -> int:
        """How many cards."""
        return len(self.stability)

    @property
    def new(self) -> Bools:
        """Which cards were never learned."""
        return np.asarray(self.stability <= 0, dtype=np.bool_)

    @property
    def burden(self) -> Floats:
        """What multiplies the price of time: a usual card worth one mark has 1."""
        return self.pace / self.gain

    def take(self, at: Ints) -> Cards:
        """The cards at the given positions."""
        return Cards(*(getattr(self, name)[at] for name in self.__slots__))


def cards_of(
    states: Sequence[CardState], gains: Sequence[float], paces: Sequence[float], today: int
) -> Cards:
    """The cards before study day `today`, in the order given.

    Args:
        states: What is known of each.
        gains: Marks that remembering each brings; see `marks.question_marks`.
        paces: Multiple of the usual seconds of each; see `pace.learned_pace`.
        today: The present study day, proleptic ordinal.
    """
    days = [0 if state.new else max(today - state.last_day, 0) for state in states]
    return Cards(
        np.array([0.0 if state.new else state.stability for state in states], dtype=np.float64),
        np.array([5.0 if state.new else state.difficulty for state in states], dtype=np.float64),
        np.array(days, dtype=np.float64),
        np.array(gains, dtype=np.float64),
        np.array(paces, dtype=np.float64),
    )


def new_cards(count: int) -> Cards:
    """Cards never learned, each worth a mark."""
    zeros, ones = np.zeros(count), np.ones(count)
    return Cards(zeros, ones * 5, zeros, ones, ones)
