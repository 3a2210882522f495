"""A grid over stability and difficulty on which values of a card are kept and looked up."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mdquiz.memory.vector import Floats, Ints


@dataclass(frozen=True, slots=True)
class Grid:
    """Nodes evenly spaced in log stability and in difficulty.

    Attributes:
        stabilities: How many nodes of stability.
        difficulties: How many nodes of difficulty.
        shortest: Lowest stability, days.
        longest: Highest stability, days.
    """

    stabilities: int = 30
    difficulties: int = 6
    shortest: float = 0.05
    longest: float = 2000.0

    @property
    def size(self) -> int:
        """How many nodes in all."""
        return self.stabilities * self.difficulties

    def nodes(self) -> tuple[Floats, Floats]:
        """Stability and difficulty at each node, stability slowest."""
        stability = np.geomspace(self.shortest, self.longest, self.stabilities)
        difficulty = np.linspace(1.0, 10.0, self.difficulties)
        return np.repeat(stability, self.difficulties), np.tile(difficulty, self.stabilities)

    def corners(self, stability: Floats, difficulty: Floats) -> tuple[Ints, Floats]:
        """The four nodes about each state and their bilinear weights, on a new last axis."""
        span = np.log(self.longest / self.shortest)
        across = np.log(stability / self.shortest) * ((self.stabilities - 1) / span)
        along = (difficulty - 1.0) * ((self.difficulties - 1) / 9.0)
        across = np.clip(across, 0.0, self.stabilities - 1 - 1e-9)
        along = np.clip(along, 0.0, self.difficulties - 1 - 1e-9)
        row, column = across.astype(np.int64), along.astype(np.int64)
        u, v = across - row, along - column
        first = row * self.difficulties + column
        node = first[..., None] + np.array([0, 1, self.difficulties, self.difficulties + 1])
        weight = np.empty((*first.shape, 4))
        weight[..., 3] = u * v
        weight[..., 2] = u - weight[..., 3]
        weight[..., 1] = v - weight[..., 3]
        weight[..., 0] = 1 - u - weight[..., 1]
        return node, weight


COARSE = Grid(16, 3)
"""Fine enough to find prices: the bound differs by 0.1 points, at a seventh of the work."""
