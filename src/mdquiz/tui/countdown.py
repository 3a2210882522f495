"""How long something still runs that was looked up a while ago: true to its deadline."""

from __future__ import annotations

from mdquiz.clock import Clock
from mdquiz.exams.timekeeping import Timekeeper


class Countdowns:
    """The clock from the moment times left were read; a suspend passes time, as does a set clock.

    Args:
        clock: The clock, read now.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._begun_ms = clock.now().utc_ms
        self._keeper = Timekeeper(self._begun_ms, clock.steady())

    def left(self, left_ms: int) -> int:
        """What is left now of `left_ms` when the times were read; never below 0."""
        self._keeper, _ = self._keeper.read(self._clock.now().utc_ms, self._clock.steady())
        return max(self._begun_ms + left_ms - self._keeper.true_ms, 0)
