"""Whether what was expected came true: of the memory model, and of the learner's own confidence."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from mdquiz.grading.verdict import Confidence
from mdquiz.insight.answers import Answer
from mdquiz.insight.proportion import Proportion

EDGES = (0.0, 0.3, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1.0)
"""Bins of predicted recall, finer where most reviews are."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Reviews with about the same predicted recall.

    Attributes:
        low: Least prediction in it.
        high: Prediction it ends before (the last one includes 1).
        predicted: Mean prediction of its reviews.
        seen: Reviews recalled, of all.
    """

    low: float
    high: float
    predicted: float
    seen: Proportion


@dataclass(frozen=True, slots=True)
class Calibration:
    """How well the memory model predicts.

    Attributes:
        bins: Those with reviews, by rising prediction.
        reviews: Reviews with a prediction.
        log_loss: Mean −ln of the probability given to what happened; 0 would be perfect.
        error: Root mean square distance of seen from predicted over the bins, weighted by reviews.
    """

    bins: tuple[Bin, ...]
    reviews: int
    log_loss: float
    error: float


def review_loss(answer: Answer) -> float:
    """−ln of the probability that was given to what happened; 0 where nothing was predicted."""
    if answer.predicted is None:
        return 0.0
    sure = min(max(answer.predicted, 1e-6), 1 - 1e-6)
    return -math.log(sure if answer.passed else 1 - sure)


def model_calibration(answers: Iterable[Answer]) -> Calibration:
    """Predicted against seen, over scheduled reviews."""
    judged = [answer for answer in answers if answer.predicted is not None]
    if not judged:
        return Calibration((), 0, 0.0, 0.0)
    within: dict[int, list[tuple[float, bool]]] = {}
    for predicted, passed in ((answer.predicted or 0.0, answer.passed) for answer in judged):
        at = sum(predicted >= edge for edge in EDGES[1:-1])
        within.setdefault(at, []).append((predicted, passed))
    bins = tuple(
        Bin(
            EDGES[at],
            EDGES[at + 1],
            sum(predicted for predicted, _ in inside) / len(inside),
            Proportion(sum(passed for _, passed in inside), len(inside)),
        )
        for at, inside in sorted(within.items())
    )
    square = sum(
        (one.predicted * one.seen.trials - one.seen.hits) ** 2 / one.seen.trials for one in bins
    )
    loss = sum(review_loss(answer) for answer in judged) / len(judged)
    return Calibration(bins, len(judged), loss, (square / len(judged)) ** 0.5)


def confidence_calibration(answers: Iterable[Answer]) -> dict[Confidence, Proportion]:
    """How often the learner was right when sure, unsure and guessing; unsaid left out."""
    found = {
        confidence: Proportion()
        for confidence in (Confidence.SURE, Confidence.UNSURE, Confidence.GUESS)
    }
    for answer in answers:
        if answer.confidence in found:
            confidence = Confidence(answer.confidence)
            found[confidence] += Proportion(int(answer.outcome == "right"), 1)
    return found
