"""A learner's own ratings and seconds, from what was logged, over published priors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from mdquiz.memory.plan.learner import Learner

PRIOR_ANSWERS = 30
"""The priors weigh as much as so many of the learner's own answers."""
LEAST_SECONDS = 0.5
"""Nobody reads a question faster."""


@dataclass(frozen=True, slots=True)
class TimedAnswer:
    """One scheduled answer, the one that moved its card on its day.

    Attributes:
        type: The question's type.
        first: It was the card's first.
        rating: 1 to 4.
        seconds: What it took; None where it was interrupted.
        repeats: The same for each look that followed a miss, in the same sitting, until the card
            was known once.
    """

    type: str
    first: bool
    rating: int
    seconds: float | None
    repeats: tuple[float | None, ...] = ()


def learned_pace(
    answers: Iterable[TimedAnswer], prior: Learner
) -> tuple[Learner, dict[str, float]]:
    """The learner as the log shows them.

    Args:
        answers: Scheduled answers, in any order. Interrupted ones count among the ratings; how
            long they would have taken nobody knows.
        prior: What is believed before any answer.

    Returns:
        The learner with ratings and seconds drawn from the prior towards the log, and for each
        question type how many times the usual seconds it takes.
    """
    counts: dict[tuple[bool, int], int] = defaultdict(int)
    timed: dict[tuple[bool, int], list[float]] = defaultdict(list)
    kept = [answer for answer in answers if 1 <= answer.rating <= 4]
    for answer in kept:
        counts[answer.first, answer.rating] += 1
        if answer.seconds is not None:
            timed[answer.first, answer.rating].append(max(answer.seconds, LEAST_SECONDS))

    def mean(first: bool, rating: int, before: float) -> float:
        return _pulled(timed[first, rating], before)

    def mixture(first: bool, ratings: range, before: tuple[float, ...]) -> list[float]:
        whole = sum(before)
        pulled = [
            counts[first, rating] + PRIOR_ANSWERS * chance / whole
            for rating, chance in zip(ratings, before, strict=True)
        ]
        return [chance / sum(pulled) for chance in pulled]

    begun = [mean(True, rating, prior.first_seconds[rating - 1]) for rating in range(1, 5)]
    again = [mean(False, rating, prior.later_seconds[rating - 1]) for rating in range(1, 5)]
    first = mixture(True, range(1, 5), prior.first_ratings)
    passed = mixture(False, range(2, 5), prior.pass_ratings)
    learner = replace(
        prior,
        first_ratings=(first[0], first[1], first[2], first[3]),
        pass_ratings=(passed[0], passed[1], passed[2]),
        first_seconds=(begun[0], begun[1], begun[2], begun[3]),
        later_seconds=(again[0], again[1], again[2], again[3]),
        relearn_seconds=_relearning(kept, prior.relearn_seconds),
    )
    return learner, _paces(kept, {True: begun, False: again})


def _pulled(seconds: list[float], before: float) -> float:
    """The mean of some seconds, drawn towards what was believed before."""
    return (sum(seconds) + PRIOR_ANSWERS * before) / (len(seconds) + PRIOR_ANSWERS)


def _relearning(answers: list[TimedAnswer], before: float) -> float:
    """Seconds that follow a miss until the card is known once, `before` any answer."""
    looks = [look for answer in answers if answer.rating == 1 for look in answer.repeats]
    misses = sum(answer.rating == 1 for answer in answers)
    each = _pulled([look for look in looks if look is not None], before)
    return each * (len(looks) + PRIOR_ANSWERS) / (misses + PRIOR_ANSWERS)


def _paces(answers: list[TimedAnswer], usual: Mapping[bool, list[float]]) -> dict[str, float]:
    """Seconds of each type as a multiple of what the same ratings usually take."""
    taken: dict[str, float] = defaultdict(float)
    expected: dict[str, float] = defaultdict(float)
    number: dict[str, int] = defaultdict(int)
    for answer in answers:
        if answer.seconds is None:
            continue
        taken[answer.type] += max(answer.seconds, LEAST_SECONDS)
        expected[answer.type] += usual[answer.first][answer.rating - 1]
        number[answer.type] += 1
    paces = {}
    for kind, count in sorted(number.items()):
        trust = PRIOR_ANSWERS * expected[kind] / count
        paces[kind] = (taken[kind] + trust) / (expected[kind] + trust)
    return paces
