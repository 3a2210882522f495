"""True time in an exam: the machine's clock, held against its own steady count of milliseconds."""

from __future__ import annotations

from dataclasses import dataclass, replace

TOLERANCE_MS = 2_000
"""What a clock may be corrected by (time servers do) without a note."""


@dataclass(frozen=True, slots=True)
class Timekeeper:
    """The last moment known to be true, to which time cannot return.

    A clock set forward, and a laptop asleep, look alike and both pass time. A clock set back while
    mdquiz was not running is noticed only as far as it lies before the last saved event.

    Attributes:
        true_ms: That moment, milliseconds since 1970 UTC.
        steady_ms: The steady count at that moment, in this process.
        correction_ms: What the machine's clock is behind by, as noticed so far.
    """

    true_ms: int
    steady_ms: int
    correction_ms: int = 0

    def read(self, wall_ms: int, steady_ms: int) -> tuple[Timekeeper, int]:
        """Read the clock.

        Args:
            wall_ms: What the machine's clock says.
            steady_ms: The steady count now.

        Returns:
            The timekeeper at the present moment, and by how many milliseconds the clock was set
            back since the last reading (0: it was not).
        """
        least = self.true_ms + max(0, steady_ms - self.steady_ms)
        reading = wall_ms + self.correction_ms
        behind = least - reading
        if behind > TOLERANCE_MS:
            corrected = self.correction_ms + behind
            return replace(
                self, true_ms=least, steady_ms=steady_ms, correction_ms=corrected
            ), behind
        return replace(self, true_ms=max(least, reading), steady_ms=steady_ms), 0
