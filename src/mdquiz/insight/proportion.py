"""A share of some trials, and how far it can be trusted."""

from __future__ import annotations

from dataclasses import dataclass

NINETY_FIVE = 1.96  # standard deviations to either side that hold 95 %


@dataclass(frozen=True, slots=True)
class Proportion:
    """So many of so many.

    Attributes:
        hits: How many came out.
        trials: Of how many, at least `hits`.
    """

    hits: int = 0
    trials: int = 0

    @property
    def share(self) -> float | None:
        """`hits` by `trials`; None where there were none."""
        return self.hits / self.trials if self.trials else None

    def interval(self, deviations: float = NINETY_FIVE) -> tuple[float, float]:
        """Wilson's score interval (1927), 0 to 1 where there were no trials."""
        if not self.trials:
            return 0.0, 1.0
        share, square = self.hits / self.trials, deviations**2 / self.trials
        middle = share + square / 2
        reach = deviations * (share * (1 - share) / self.trials + square / (4 * self.trials)) ** 0.5
        low, high = (middle - reach) / (1 + square), (middle + reach) / (1 + square)
        return max(low, 0.0), min(high, 1.0)

    def __add__(self, other: Proportion) -> Proportion:
        """Both together."""
        return Proportion(self.hits + other.hits, self.trials + other.trials)
