"""The value of a card after a session on each day, when time has a price: a dynamic programme."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mdquiz.memory.plan.cards import Cards
from mdquiz.memory.plan.grid import Grid
from mdquiz.memory.plan.learner import Learner, Outcomes
from mdquiz.memory.vector import Floats, Ints

EVERY_GAP_TO = 14
GAP_GROWTH = 1.12


def sparse_gaps(days: int) -> Ints:
    """Gaps between sessions worth trying: every one to 14 days, then each 12 % longer."""
    gaps = list(range(1, min(days, EVERY_GAP_TO) + 1))
    while gaps[-1] < days:
        gaps.append(min(days, max(gaps[-1] + 1, round(gaps[-1] * GAP_GROWTH))))
    return np.asarray(gaps, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Move:
    """A session as a step on the grid: where it leads with what weight, and its seconds."""

    node: Ints  # (..., 16): four ratings by four corners
    weight: Floats  # (..., 16), chances included
    seconds: Floats  # (...)

    def matrices(self, nodes: int) -> Floats:
        """The step as matrices over the grid's nodes, for moves of shape (gaps, nodes)."""
        rows = np.arange(self.seconds.size)[:, None] * nodes
        flat = (rows + self.node.reshape(-1, 16)).reshape(-1)
        dense = np.bincount(flat, self.weight.reshape(-1), self.seconds.size * nodes)
        return np.asarray(dense.reshape(*self.seconds.shape, nodes), dtype=np.float64)


def move(grid: Grid, outcomes: Outcomes) -> Move:
    """The session's outcomes laid on the grid."""
    node, weight = grid.corners(outcomes.stability, outcomes.difficulty)
    weight = weight * outcomes.chance[..., None]
    flat = (*node.shape[:-2], 16)
    return Move(node.reshape(flat), weight.reshape(flat), np.asarray(outcomes.seconds))


@dataclass(frozen=True, slots=True)
class Values:
    """The solution for one price path.

    Attributes:
        after: Value just after a session on day d at each node: shape (days, nodes).
        choice: With a temperature, the share that takes each gap next: (days, gaps, nodes).
    """

    after: Floats
    choice: Floats | None


class Programme:
    """What does not depend on prices, reckoned once for a learner and a number of days.

    Args:
        learner: What sessions do and cost.
        days: Study days from the first to the eve of the exam; the exam is on day `days`.
        grid: Where values are kept.
        gaps: Days between sessions to choose from; all when None.
        steady: Probability, each day, that study goes on; below 1 the plan puts off less, for what
            is put off may never be done.
    """

    def __init__(
        self,
        learner: Learner,
        days: int,
        grid: Grid | None = None,
        gaps: Ints | None = None,
        steady: float = 1.0,
    ) -> None:
        self.learner, self.days, self.grid = learner, days, grid or Grid()
        self.going_on = steady ** np.arange(days + 1, dtype=np.float64)  # after so many days
        self.gaps = np.arange(1, days + 1) if gaps is None else gaps
        stability, difficulty = self.grid.nodes()
        elapsed = self.gaps[:, None].astype(np.float64)
        moves = move(self.grid, learner.session(*spread(stability, difficulty, elapsed)))
        self.seconds = moves.seconds  # (gaps, nodes)
        self.steps = moves.matrices(self.grid.size)  # (gaps, nodes, nodes)
        self.first = move(self.grid, learner.first_session())
        until = np.arange(days + 1, dtype=np.float64)[:, None]
        self.kept = learner.memory.recall(until, stability[None, :])  # by days from last session

    def values(self, prices: Floats, temperature: float = 0.0) -> Values:
        """Value of a card worth one mark after a session on each day.

        Args:
            prices: Marks a second of each day costs; infinite on days without study.
            temperature: 0 takes the best next day; above, near-equal days share (in marks),
                which makes the total smooth in the prices and never lowers it.
        """
        days, nodes = self.days, self.grid.size
        after = np.empty((days, nodes))
        ahead = np.full((days, len(self.gaps), nodes), -np.inf)
        choice = np.zeros_like(ahead) if temperature else None
        for day in range(days - 1, -1, -1):
            best, share = soft_best(self.kept[days - day], ahead[day], temperature)
            after[day] = best
            if choice is not None and share is not None:
                choice[day] = share
            within = int(np.searchsorted(self.gaps, day, side="right"))
            if within and np.isfinite(prices[day]):
                gaps = self.gaps[:within]
                net = self.steps[:within] @ best - prices[day] * self.seconds[:within]
                kept, going_on = self.kept[days - day + gaps], self.going_on[gaps][:, None]
                ahead[day - gaps, np.arange(within)] = kept + going_on * (net - kept)
        return Values(after, choice)

    def openings(self, cards: Cards, on: Ints | None = None) -> Move:
        """The next session of each card, were it on each of some days (all when None).

        Returns:
            A move of shape (cards, days).
        """
        elapsed = cards.elapsed[:, None] + (np.arange(self.days) if on is None else on)
        known = np.maximum(cards.stability, 0.01)[:, None]
        later = self.learner.session(
            *spread(known, cards.difficulty[:, None], np.maximum(elapsed, 1.0))
        )
        moves = move(self.grid, later)
        new = cards.new
        moves.node[new] = self.first.node.reshape(16)
        moves.weight[new] = self.first.weight.reshape(16)
        moves.seconds[new] = self.first.seconds
        return moves

    def untouched(self, cards: Cards) -> Floats:
        """Recall on the exam day of each card if it is never studied again; 0 for new ones."""
        stability = np.maximum(cards.stability, 0.01)
        recall = self.learner.memory.recall(cards.elapsed + self.days, stability)
        return np.where(cards.new, 0.0, recall)


def spread(stability: Floats, difficulty: Floats, elapsed: Floats) -> tuple[Floats, ...]:
    """The three as arrays of one shape."""
    return tuple(np.broadcast_arrays(stability, difficulty, elapsed))


def soft_best(stop: Floats, ahead: Floats, temperature: float) -> tuple[Floats, Floats | None]:
    """The best of `stop` and the entries of `ahead` (first axis); soft above temperature 0.

    Returns:
        The value, and with a temperature the share of each entry of `ahead`.
    """
    if len(ahead) == 0:
        return stop, np.zeros_like(ahead) if temperature else None
    best = np.maximum(stop, ahead.max(axis=0))
    if not temperature:
        return best, None
    weight = np.exp((ahead - best) / temperature)
    total = weight.sum(axis=0) + np.exp((stop - best) / temperature)
    return best + temperature * np.log(total), weight / total
