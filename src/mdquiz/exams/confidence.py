"""How sure a candidate is of an answer in an exam, in the words of the trade."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from mdquiz.grading.verdict import Confidence


class Bucket(StrEnum):
    """What the candidate said before going on; UNSAID when they said nothing."""

    SURE = "sure"
    HALF = "50-50"
    THIRD = "one of three"
    BLIND = "blind"
    UNSAID = ""

    @property
    def words(self) -> str:
        """The bucket's name in a table."""
        return self.value or "not said"

    @property
    def guess(self) -> bool:
        """Whether a right answer in this bucket is luck: at least three options were open."""
        return self in (Bucket.THIRD, Bucket.BLIND)

    @property
    def drill(self) -> Confidence:
        """The nearest of the drill's three confidences."""
        return _DRILL[self]

    def chance(self, options: int) -> Fraction | None:
        """The chance of being right that the bucket claims, given `options` in all.

        None for UNSAID, and for SURE, which claims no luck.
        """
        if self is Bucket.HALF:
            return Fraction(1, 2)
        if self is Bucket.THIRD:
            return Fraction(1, 3)
        if self is Bucket.BLIND and options > 0:
            return Fraction(1, options)
        return None


_DRILL = {
    Bucket.SURE: Confidence.SURE,
    Bucket.HALF: Confidence.UNSURE,
    Bucket.THIRD: Confidence.GUESS,
    Bucket.BLIND: Confidence.GUESS,
    Bucket.UNSAID: Confidence.UNSAID,
}
