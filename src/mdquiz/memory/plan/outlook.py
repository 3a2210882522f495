"""What score to expect on the exam day: by the plan, by plain scheduling, or stopping today."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from mdquiz.memory.plan.cards import Cards
from mdquiz.memory.plan.learner import Learner
from mdquiz.memory.plan.planner import Planner
from mdquiz.memory.plan.rivals import PlainFsrs
from mdquiz.memory.plan.simulate import Policy, play
from mdquiz.memory.vector import Floats

SAMPLE = 500
"""Larger decks are judged by so many of their cards, with time in proportion."""
RUNS = 4
MORE_SECONDS = 600.0


MakePolicy = Callable[[Learner, Floats], Policy]


@dataclass(frozen=True, slots=True)
class Expected:
    """A score to expect.

    Attributes:
        marks: Expected marks.
        spread: Standard deviation by luck in study and exam; the model's own error is not in it.
        recall: Mean recall of a card on the exam day, 0 to 1.
        unseen: Cards never learned by then.
        seconds: Seconds of study on each day; empty where there is none.
        sessions: Sessions on each day.
    """

    marks: float
    spread: float
    recall: float
    unseen: float
    seconds: tuple[float, ...] = ()
    sessions: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the days to the exam can bring.

    Attributes:
        out_of: Marks if everything were known.
        plan: By the plan.
        more: By the plan with ten minutes more on each day of study.
        plain: By plain scheduling at the desired retention, in the same time.
        stop: Without another session.
    """

    out_of: float
    plan: Expected
    more: Expected
    plain: Expected
    stop: Expected


@dataclass(slots=True)
class PricedOnce:
    """Makes planners that share the prices the first of them finds."""

    _first: Planner | None = None

    def __call__(self, learner: Learner, budgets: Floats) -> Planner:
        """A planner for one more run of the same days."""
        prices = None if self._first is None else self._first.prices
        planner = Planner(learner, budgets, every=0, prices=prices)
        self._first = self._first or planner
        return planner


def expected(
    make_policy: MakePolicy,
    learner: Learner,
    cards: Cards,
    budgets: Floats,
    rng: random.Random,
    *,
    forgotten: float = 0.0,
    runs: int = RUNS,
) -> Expected:
    """Play the days several times under a policy.

    Args:
        make_policy: Makes a fresh policy for a learner and the seconds of each day.
        learner: What is believed of memory and pace.
        cards: The deck before the first day.
        budgets: Seconds of each day to the exam.
        rng: Where luck and the sample come from; the same state gives the same luck.
        forgotten: Marks that all cards would bring though forgotten.
        runs: How often to play.
    """
    count = len(cards)
    if not count or not len(budgets):
        return untouched(learner, cards, len(budgets), forgotten=forgotten)
    some = cards
    if count > SAMPLE:
        some = cards.take(np.array(sorted(rng.sample(range(count), SAMPLE))))
    share = len(some) / count
    marks, luck, recall, unseen = [], [], [], []
    seconds, sessions = np.zeros(len(budgets)), np.zeros(len(budgets))
    for _ in range(runs):
        draws = np.random.default_rng(rng.getrandbits(64)).random((len(some), len(budgets) + 1))
        policy = make_policy(learner, budgets * share)
        played = play(policy, some, learner, budgets * share, draws, carry=True)
        known = played.recall
        marks.append(float(some.gain @ known) / share)
        luck.append(float(some.gain**2 @ (known * (1 - known))) / share)
        recall.append(float(known.mean()))
        unseen.append(played.unseen / share)
        seconds += played.seconds / (share * runs)
        sessions += played.sessions / (share * runs)
    between = float(np.var(marks, ddof=1)) * share if runs > 1 else 0.0
    return Expected(
        forgotten + float(np.mean(marks)),
        float(np.sqrt(np.mean(luck) + between)),
        float(np.mean(recall)),
        float(np.mean(unseen)),
        tuple(float(value) for value in seconds),
        tuple(float(value) for value in sessions),
    )


def untouched(learner: Learner, cards: Cards, days: int, *, forgotten: float = 0.0) -> Expected:
    """The score without another session, `days` from now."""
    if not len(cards):
        return Expected(forgotten, 0.0, 0.0, 0.0)
    known = learner.memory.recall(cards.elapsed + days, np.maximum(cards.stability, 0.01))
    known = np.where(cards.new, 0.0, known)
    return Expected(
        forgotten + float(cards.gain @ known),
        float(np.sqrt(cards.gain**2 @ (known * (1 - known)))),
        float(known.mean()),
        float(cards.new.sum()),
    )


def outlook(
    learner: Learner,
    cards: Cards,
    budgets: Floats,
    seed: int,
    *,
    desired_retention: float = 0.9,
    new_per_day: int = 10_000,
    forgotten: float = 0.0,
    runs: int = RUNS,
    progress: Callable[[float], None] | None = None,
) -> Outlook:
    """Reckon the score to expect in several ways on the same luck: some seconds, best aside.

    Args:
        learner: What is believed of memory and pace.
        cards: The deck before the first day.
        budgets: Seconds of each day to the exam.
        seed: Where luck comes from.
        desired_retention: For plain scheduling.
        new_per_day: For plain scheduling.
        forgotten: Marks that all cards would bring though forgotten.
        runs: How often to play each way.
        progress: Told the share done, 0 to 1.
    """

    def plain(learner: Learner, _: Floats) -> PlainFsrs:
        return PlainFsrs(learner, desired_retention, new_per_day)

    more = np.where(budgets > 0, budgets + MORE_SECONDS, 0.0)
    ways: tuple[tuple[MakePolicy, Floats], ...] = (
        (PricedOnce(), budgets),
        (PricedOnce(), more),
        (plain, budgets),
    )
    found = []
    for number, (make, seconds) in enumerate(ways):
        rng = random.Random(seed)
        found.append(expected(make, learner, cards, seconds, rng, forgotten=forgotten, runs=runs))
        if progress is not None:
            progress((number + 1) / len(ways))
    return Outlook(
        forgotten + float(cards.gain.sum()),
        found[0],
        found[1],
        found[2],
        untouched(learner, cards, len(budgets), forgotten=forgotten),
    )
