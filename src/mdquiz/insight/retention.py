"""How much is remembered when it is asked again: over the days, and by the age of the memory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mdquiz.insight.answers import Answer
from mdquiz.insight.proportion import Proportion

AGES = ((1, 1), (2, 3), (4, 7), (8, 14), (15, 30), (31, 60), (61, 120), (121, None))
"""Days since the review before, from and to."""


@dataclass(frozen=True, slots=True)
class Retention:
    """Reviews of some span.

    Attributes:
        first: First day of it: a study day, or an age in days.
        last: Last day of it; None: open.
        seen: Reviews recalled, of all.
        predicted: Mean recall the memory model expected; None without reviews.
    """

    first: int
    last: int | None
    seen: Proportion
    predicted: float | None


def retention_by_day(
    answers: Iterable[Answer], first_day: int, last_day: int, span: int = 1
) -> tuple[Retention, ...]:
    """Retention of each `span` of study days, the last span ending on `last_day`.

    Spans without reviews are there too, so that a plot has its days in place.
    """
    reviews = [answer for answer in answers if answer.predicted is not None]
    spans = []
    end = last_day
    while end >= first_day:
        spans.append((max(end - span + 1, first_day), end))
        end -= span
    return tuple(
        _retention(start, end, [answer for answer in reviews if start <= answer.day <= end])
        for start, end in reversed(spans)
    )


def retention_by_age(answers: Iterable[Answer]) -> tuple[Retention, ...]:
    """Retention by how many days the memory had to last."""
    reviews = [answer for answer in answers if answer.predicted is not None]
    return tuple(
        _retention(
            low,
            high,
            [
                answer
                for answer in reviews
                if answer.elapsed >= low and (high is None or answer.elapsed <= high)
            ],
        )
        for low, high in AGES
    )


def _retention(first: int, last: int | None, reviews: list[Answer]) -> Retention:
    passed = sum(answer.passed for answer in reviews)
    expected = [answer.predicted for answer in reviews if answer.predicted is not None]
    mean = sum(expected) / len(expected) if expected else None
    return Retention(first, last, Proportion(passed, len(reviews)), mean)
