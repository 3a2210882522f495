"""Which desired retention serves a learner best, by what answers cost them."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from mdquiz.memory.plan.cards import Cards
from mdquiz.memory.plan.learner import Learner
from mdquiz.memory.plan.outlook import Expected, expected, sample_size, untouched
from mdquiz.memory.plan.rivals import PlainFsrs
from mdquiz.memory.vector import Floats

RETENTIONS = (0.7, 0.75, 0.8, 0.85, 0.9, 0.95)
ALIKE = 0.005
"""A smaller share of all marks is no reason to study longer; luck between runs is about as much."""
RUNS = 2


@dataclass(frozen=True, slots=True)
class Tried:
    """Plain scheduling at one desired retention.

    Attributes:
        retention: Recall at which a card is due.
        minutes: Minutes a day it takes, not more than there are.
        share: Share of all marks to expect at the end, 0 to 1.
        per_hour: Marks that an hour of it brings above no more study.
    """

    retention: float
    minutes: float
    share: float
    per_hour: float


def try_retentions(
    learner: Learner,
    cards: Cards,
    budgets: Floats,
    seed: int,
    *,
    retentions: Sequence[float] = RETENTIONS,
    new_per_day: int = 10_000,
    forgotten: float = 0.0,
    runs: int = RUNS,
    progress: Callable[[float], None] = lambda _: None,
) -> tuple[Tried, ...]:
    """Play the days under plain scheduling at each desired retention, on the same luck.

    Args:
        learner: What is believed of memory and of what answers cost.
        cards: The cards before the first day; not empty.
        budgets: Most seconds of each day; days of rest count as days.
        seed: Where luck comes from.
        retentions: What to try.
        new_per_day: Most new cards a day.
        forgotten: Marks that all cards would bring though forgotten.
        runs: How often to play each.
        progress: Told the share done, 0 to 1.
    """
    out_of = forgotten + float(cards.gain.sum())
    sampled = sample_size(len(cards), len(budgets)) / len(cards)
    begun = max(1, round(sampled * new_per_day)) if new_per_day else 0
    stopping = untouched(learner, cards, len(budgets), forgotten=forgotten).marks
    found = []
    for number, retention in enumerate(retentions):

        def plain(learner: Learner, _: Floats, retention: float = retention) -> PlainFsrs:
            return PlainFsrs(learner, retention, begun, spare=False)

        rng = random.Random(seed)
        score = expected(plain, learner, cards, budgets, rng, forgotten=forgotten, runs=runs)
        found.append(_tried(retention, score, out_of, stopping))
        progress((number + 1) / len(retentions))
    return tuple(found)


def _tried(retention: float, score: Expected, out_of: float, stopping: float) -> Tried:
    seconds = np.asarray(score.seconds)
    hours = max(float(seconds.sum()) / 3600, 1e-9)
    minutes = float(seconds.mean()) / 60 if len(seconds) else 0.0
    gained = (score.marks - stopping) / hours
    return Tried(retention, minutes, score.marks / out_of if out_of else 0.0, gained)


def best_tried(tried: Sequence[Tried]) -> Tried:
    """The one that leaves most known; of those nearly alike in that, the one of least time."""
    most = max(one.share for one in tried)
    return min((one for one in tried if one.share >= most - ALIKE), key=lambda one: one.minutes)
