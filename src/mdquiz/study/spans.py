"""Days of study taken together, so that no first row stands for fewer days than the others."""

from __future__ import annotations

from collections.abc import Sequence

from mdquiz.insight.effort import DayEffort

SPANS = (1, 3, 7, 28, 91, 364)
"""Days to a row; three only where they divide the period."""
LEAST_DAYS = 7
NEAR = 4
"""A rest of a quarter of a span or less joins its neighbour, which it hardly changes."""


def since_first_answer(effort: Sequence[DayEffort]) -> Sequence[DayEffort]:
    """The days from the first answer on, a week at least."""
    first = next((at for at, day in enumerate(effort) if day.answers), 0)
    return effort[min(first, max(len(effort) - LEAST_DAYS, 0)) :]


def span_for(days: int, most: int) -> int:
    """Days to a row, so that there are at most `most` rows, the first as long as the others."""
    fitting = (
        span for span in SPANS if -(-days // span) <= most and (span != 3 or days % span == 0)
    )
    return next(fitting, SPANS[-1])


def grouped(effort: Sequence[DayEffort], span: int) -> list[Sequence[DayEffort]]:
    """Spans of `span` days, the last one ending with the last day.

    The first is filled up with days before the first answer, which are empty; a rest of few
    days joins the span after it.
    """
    days = list(effort)
    rest = len(days) % span
    joined: list[DayEffort] = []
    if rest and rest * NEAR <= span < len(days):
        joined, days = days[:rest], days[rest:]
    elif rest:
        start = days[0].day
        days = [DayEffort(start - n, 0, 0, 0, 0.0) for n in range(span - rest, 0, -1)] + days
    groups: list[Sequence[DayEffort]] = [days[at : at + span] for at in range(0, len(days), span)]
    if joined:
        groups[0] = [*joined, *groups[0]]
    return groups


def per_words(span: int) -> str:
    """What a span is called: "day", "3 days", "week", "four weeks"."""
    return {1: "day", 7: "week", 28: "four weeks", 91: "quarter", 364: "year"}.get(
        span, f"{span} days"
    )
