"""What each degree of confidence earned, and what leaving those questions would have earned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from mdquiz.exams.confidence import Bucket
from mdquiz.exams.marking import Marked, Tally, tally
from mdquiz.exams.paper import Paper
from mdquiz.exams.scheme import ZERO, Worth


@dataclass(frozen=True, slots=True)
class BucketRow:
    """The answered questions of one bucket.

    Attributes:
        bucket: How sure the candidate said they were.
        tally: Those questions; its score is what the bucket earned.
        if_left: The paper's total had all of them been left.
    """

    bucket: Bucket
    tally: Tally
    if_left: Fraction


@dataclass(frozen=True, slots=True)
class GuessRow:
    """What a guess is worth on average: marks, with `open_options` left to guess among."""

    open_options: int
    marks: Fraction


@dataclass(frozen=True, slots=True)
class BreakEven:
    """When to answer the questions of one worth.

    Attributes:
        worth: What each of them counts.
        questions: How many of the paper's questions with options count so.
        chance: The chance of being right from which answering beats leaving.
        guesses: What a guess among the options is worth.
    """

    worth: Worth
    questions: int
    chance: Fraction
    guesses: tuple[GuessRow, ...]


def bucket_rows(paper: Paper, items: Sequence[Marked], total: Fraction) -> tuple[BucketRow, ...]:
    """One row for every bucket that an answer stands in, the surest first."""
    rows = []
    for bucket in Bucket:
        mine = [one for one in items if one.bucket is bucket and one.answered]
        if mine:
            counted = tally(mine)
            rows.append(BucketRow(bucket, counted, total - counted.score + _left(paper, mine)))
    return tuple(rows)


def what_if(rows: Sequence[BucketRow], total: Fraction) -> BucketRow | None:
    """The kind of guess that it would have paid most to leave; where none would, the blindest.

    Only what the candidate called a guess is in question: nobody leaves what they are sure of.
    """
    guesses = [row for row in rows if row.bucket in (Bucket.HALF, Bucket.THIRD, Bucket.BLIND)]
    losing = [row for row in guesses if row.if_left > total]
    blindest = reversed(losing or guesses)
    return max(blindest, key=lambda row: row.if_left) if losing else next(blindest, None)


def break_evens(paper: Paper) -> tuple[BreakEven, ...]:
    """One for each worth that questions with options have, in the order of the paper."""
    by_worth: dict[Worth, list[int]] = {}
    for item in paper.items:
        options = len(item.versions[0].options)
        if options:
            by_worth.setdefault(item.worth, []).append(options)
    return tuple(
        BreakEven(
            worth=worth,
            questions=len(counts),
            chance=paper.scheme.break_even(worth),
            guesses=tuple(
                GuessRow(left, worth.expected(Fraction(1, left)))
                for left in range(Counter(counts).most_common(1)[0][0], 1, -1)
            ),
        )
        for worth, counts in by_worth.items()
    )


def _left(paper: Paper, items: Sequence[Marked]) -> Fraction:
    """What the questions would have earned with nothing marked, or "not attempted" marked."""
    if paper.scheme.not_attempted_option:
        return ZERO
    return sum((-paper.item(one.number).worth.blank_penalty for one in items), ZERO)
