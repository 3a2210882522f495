"""What score to expect on the exam day: by the plan, by plain scheduling, or stopping today."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from mdquiz.memory.plan.cards import Cards
from mdquiz.memory.plan.learner import Learner
from mdquiz.memory.plan.planner import Planner
from mdquiz.memory.plan.prices import Prices
from mdquiz.memory.plan.rivals import PlainFsrs
from mdquiz.memory.plan.simulate import Policy, play_runs
from mdquiz.memory.vector import Floats, Ints

SAMPLE, CARD_DAYS = 1000, 120_000
"""Larger decks are judged by so many of their cards, with time in proportion, and by fewer, half
at least, when there are more days than 120: luck evens out over the days."""
RUNS = 4
MORE_SECONDS = 600.0
SHRUNK = 0.5
"""Prices are found anew when half the days are over, and again: nearly as good as each week."""


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
        never: Positions of cards that were not begun in every run, and how many cards like it that
            is on average: the share of runs, times the cards that a sampled one stands for.
    """

    marks: float
    spread: float
    recall: float
    unseen: float
    seconds: tuple[float, ...] = ()
    sessions: tuple[float, ...] = ()
    never: tuple[tuple[int, float], ...] = ()


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
class PricedOnTheWay:
    """Makes planners whose prices are found before the first day and a few times on the way.

    Attributes:
        start: Prices of a like problem, one a day, to begin the search from; without such it takes
            some five times as long.
        known: Prices to go by, one a day, without a search.
        made: The planner made last.
    """

    start: Floats | None = None
    known: Floats | None = None
    made: Planner | None = None

    def __call__(self, learner: Learner, budgets: Floats) -> Planner:
        """A planner for a deck and the seconds of each day."""
        known = None if self.known is None else Prices(self.known, 0.0)
        self.made = Planner(
            learner, budgets, every=0, shrunk=SHRUNK, prices=known, start=self.start
        )
        return self.made

    @property
    def prices(self) -> Floats | None:
        """The prices gone by at first, one a day; None before anything was played."""
        found = None if self.made is None else self.made.first
        return None if found is None else found.per_second


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
        make_policy: Makes a fresh policy for a learner and the seconds of each day; it plays all
            runs at once.
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
    at = np.arange(count)
    sampled = sample_size(count, len(budgets))
    if count > sampled:
        at = even_sample(cards, sampled, rng)
    some = cards.take(at)
    share = len(some) / count
    draws = np.stack(
        [
            np.random.default_rng(rng.getrandbits(64)).random((len(some), len(budgets) + 1))
            for _ in range(runs)
        ]
    )
    policy = make_policy(learner, budgets * share)
    played = play_runs(policy, some, learner, budgets * share, draws, carry=True)
    known = np.stack([run.recall for run in played])
    never = (known == 0).mean(axis=0) / share
    marks = known @ some.gain * (cards.gain.sum() / some.gain.sum())
    luck = (known * (1 - known)) @ some.gain**2 / share
    between = float(np.var(marks, ddof=1)) * share if runs > 1 else 0.0
    return Expected(
        forgotten + float(np.mean(marks)),
        float(np.sqrt(np.mean(luck) + between)),
        float(known.mean()),
        float(np.mean([run.unseen for run in played])) / share,
        tuple(float(value) / share for value in np.mean([run.seconds for run in played], axis=0)),
        tuple(float(value) / share for value in np.mean([run.sessions for run in played], axis=0)),
        tuple((int(at[each]), float(never[each])) for each in np.flatnonzero(never)),
    )


def sample_size(count: int, days: int) -> int:
    """By how many of so many cards the days to the exam are judged."""
    return min(count, SAMPLE, max(CARD_DAYS // max(days, 1), SAMPLE // 2))


def even_sample(cards: Cards, count: int, rng: random.Random) -> Ints:
    """Positions of `count` cards as the deck has them: new and old, well and hardly known."""
    order = np.lexsort((cards.stability, cards.burden))
    places = (np.arange(count) + rng.random()) * (len(cards) / count)
    return np.sort(order[places.astype(np.int64)])


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
    prices: Floats | None = None,
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
        prices: Those that the plan goes by, one a day; looked for afresh when None.
        progress: Told the share done, 0 to 1.
    """

    def plain(learner: Learner, _: Floats) -> PlainFsrs:
        return PlainFsrs(learner, desired_retention, new_per_day)

    def way(make: MakePolicy, seconds: Floats, done: float) -> Expected:
        rng = random.Random(seed)
        score = expected(make, learner, cards, seconds, rng, forgotten=forgotten, runs=runs)
        if progress is not None:
            progress(done)
        return score

    # The prices of the whole deck fit a sample of it nearly; its own are found from there.
    whole = sample_size(len(cards), len(budgets)) == len(cards)
    priced = PricedOnTheWay(known=prices) if whole else PricedOnTheWay(prices)
    by_plan = way(priced, budgets, 1 / 3)
    longer = np.where(budgets > 0, budgets + MORE_SECONDS, 0.0)
    by_more = way(PricedOnTheWay(priced.prices), longer, 2 / 3)
    return Outlook(
        forgotten + float(cards.gain.sum()),
        by_plan,
        by_more,
        way(plain, budgets, 1.0),
        untouched(learner, cards, len(budgets), forgotten=forgotten),
    )
