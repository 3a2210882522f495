"""True time in an exam: the machine's clock, held against a count that nobody can set."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mdquiz.clock import Steady

TOLERANCE_MS = 2_000
"""What a clock may be corrected by (time servers do) without a note."""


@dataclass(frozen=True, slots=True)
class Timekeeper:
    """The last moment known to be true, to which time cannot return.

    A clock set forward, and a laptop asleep, look alike and both pass time; but a clock that was
    found set back and is put right again passes none. A clock set back while the machine was shut
    down is noticed only as far as it lies before the last saved event.

    Attributes:
        true_ms: That moment, milliseconds since 1970 UTC.
        steady: The steady count at that moment; None where it was not kept.
        correction_ms: What the machine's clock is behind by, as noticed so far.
    """

    true_ms: int
    steady: Steady | None
    correction_ms: int = 0

    def read(self, wall_ms: int, steady: Steady) -> tuple[Timekeeper, int]:
        """Read the clock.

        Args:
            wall_ms: What the machine's clock says.
            steady: The steady count now.

        Returns:
            The timekeeper at the present moment, and by how many milliseconds the clock was set
            back since the last reading (0: it was not; below 0: it was put right by so much).
        """
        passed = steady.passed_ms(self.steady)
        least = self.true_ms + (passed or 0)
        reading = wall_ms + self.correction_ms
        behind = least - reading
        if behind < -TOLERANCE_MS and passed is not None and steady.asleep:
            behind = max(behind, -self.correction_ms)
        elif behind <= TOLERANCE_MS:
            behind = 0
        now = replace(
            self,
            true_ms=max(least, reading + behind),
            steady=steady,
            correction_ms=self.correction_ms + behind,
        )
        return now, behind
