"""FSRS-6 for many cards at once, in numpy: what the planner and the simulator reckon with.

The formulas are those of the fsrs library (https://github.com/open-spaced-repetition/py-fsrs,
version 6), which schedules every real review; `tests/memory/test_vector.py` holds both to 1e-9.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

DEFAULT_PARAMETERS: tuple[float, ...] = (
    *(0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194),
    *(0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629),
    *(1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542),
)
STABILITY_FLOOR = 0.001
AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4


@dataclass(frozen=True, slots=True)
class VectorFsrs6:
    """The memory model over arrays; every argument broadcasts against the others.

    Attributes:
        parameters: The 21 parameters of FSRS-6.
    """

    parameters: tuple[float, ...] = DEFAULT_PARAMETERS

    def recall(self, elapsed: Floats, stability: Floats) -> Floats:
        """Probability of recall `elapsed` days after a review that left `stability` days."""
        decay = -self.parameters[20]
        factor = 0.9 ** (1 / decay) - 1
        shape = 1 + factor * elapsed / stability
        return np.asarray(np.power(shape, decay), dtype=np.float64)

    def interval(self, stability: Floats, desired_retention: float) -> Ints:
        """Whole days until recall falls to `desired_retention`, at least one."""
        decay = -self.parameters[20]
        factor = 0.9 ** (1 / decay) - 1
        days = np.rint(stability / factor * (desired_retention ** (1 / decay) - 1))
        return np.asarray(np.clip(days, 1, 36_500), dtype=np.int64)

    def first(self, rating: Ints) -> tuple[Floats, Floats]:
        """Stability and difficulty after the first review of a card, rated 1 to 4."""
        stability = np.asarray(self.parameters[:4], dtype=np.float64)[rating - 1]
        return np.maximum(stability, STABILITY_FLOOR), np.clip(self._first(rating), 1.0, 10.0)

    def review(
        self, stability: Floats, difficulty: Floats, elapsed: Floats, rating: Ints
    ) -> tuple[Floats, Floats]:
        """Stability and difficulty after a review `elapsed` whole days after the last one.

        A review on the day of the last one (`elapsed` 0) moves stability by the short-term rule.
        """
        w = self.parameters
        harder = self._next_difficulty(difficulty, rating)
        today = np.asarray(elapsed < 1)
        if today.all():
            return np.maximum(self._same_day(stability, rating), STABILITY_FLOOR), harder
        recall = self.recall(elapsed, stability)
        bonus = np.where(rating == HARD, w[15], np.where(rating == EASY, w[16], 1.0))
        growth = np.exp(w[8]) * (11 - difficulty) * stability ** -w[9]
        kept = stability * (1 + growth * np.expm1((1 - recall) * w[10]) * bonus)
        lost = np.minimum(
            w[11]
            * difficulty ** -w[12]
            * ((stability + 1) ** w[13] - 1)
            * np.exp((1 - recall) * w[14]),
            stability / np.exp(w[17] * w[18]),
        )
        later = np.where(rating == AGAIN, lost, kept)
        if today.any():
            later = np.where(today, self._same_day(stability, rating), later)
        return np.maximum(later, STABILITY_FLOOR), harder

    def _same_day(self, stability: Floats, rating: Ints) -> Floats:
        w = self.parameters
        increase = np.exp(w[17] * (rating - 3 + w[18])) * stability ** -w[19]
        moved = stability * np.where(rating == AGAIN, increase, np.maximum(increase, 1.0))
        return np.asarray(moved, dtype=np.float64)

    def _first(self, rating: Ints) -> Floats:
        w = self.parameters
        return np.asarray(w[4] - np.exp(w[5] * (rating - 1)) + 1, dtype=np.float64)

    def _next_difficulty(self, difficulty: Floats, rating: Ints) -> Floats:
        w = self.parameters
        damped = difficulty + (10 - difficulty) * (-w[6] * (rating - 3)) / 9
        reverted = w[7] * self._first(np.asarray(EASY)) + (1 - w[7]) * damped
        return np.asarray(np.clip(reverted, 1.0, 10.0), dtype=np.float64)
