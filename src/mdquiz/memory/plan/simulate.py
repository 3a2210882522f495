"""Study days played through to the exam, under any policy and any true memory."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Protocol

import numpy as np

from mdquiz.memory.plan.cards import Cards
from mdquiz.memory.plan.learner import Learner
from mdquiz.memory.vector import Bools, Floats, Ints, VectorFsrs6


@dataclass(slots=True)
class Deck:
    """How the cards stand during a simulation, as the learner's log would tell it.

    Attributes:
        stability: Days; 0.0 for a card never learned.
        difficulty: 1 to 10.
        last: Day of the last review, counted from the plan's first day (negative before it).
        sessions: How many sessions each card has had since the first day.
        gain: Marks that a remembered card brings above a forgotten one.
        pace: Multiple of the usual seconds.
    """

    stability: Floats
    difficulty: Floats
    last: Ints
    sessions: Ints
    gain: Floats
    pace: Floats

    @classmethod
    def of(cls, cards: Cards) -> Deck:
        """The deck before the first day."""
        return cls(
            cards.stability.copy(),
            cards.difficulty.copy(),
            -np.rint(cards.elapsed).astype(np.int64),
            np.zeros(len(cards), dtype=np.int64),
            cards.gain,
            cards.pace,
        )

    def cards(self, day: int, at: Ints | None = None) -> Cards:
        """The cards as they stand before `day`, all or those at the given positions."""
        elapsed = (day - self.last).astype(np.float64)
        every = Cards(self.stability, self.difficulty, elapsed, self.gain, self.pace)
        return every if at is None else every.take(at)


class Policy(Protocol):
    """Chooses what to study."""

    def ranked(self, day: int, deck: Deck) -> Floats:
        """A priority for each card today: highest first; minus infinity: not today."""

    def studied(self, day: int, deck: Deck, at: Ints, spent: float) -> None:
        """Told what was done on `day`: cards at positions `at`, in `spent` seconds."""


@dataclass(frozen=True, slots=True)
class Truth:
    """The memory a simulation is played with, which the planner need not know.

    Attributes:
        memory: The true memory model.
        strength: True stability is this times what the model says, one a card; None: exactly that.
    """

    memory: VectorFsrs6 = field(default_factory=VectorFsrs6)
    strength: Floats | None = None


@dataclass(frozen=True, slots=True)
class Played:
    """How a simulation ended.

    Attributes:
        recall: True probability of recall of each card on the exam day.
        seconds: Seconds spent on each day.
        sessions: Sessions of each day.
        unseen: Cards never learned.
    """

    recall: Floats
    seconds: Floats
    sessions: Ints
    unseen: int


def play(
    policy: Policy,
    cards: Cards,
    learner: Learner,
    budgets: Floats,
    draws: Floats,
    truth: Truth | None = None,
    *,
    carry: bool = False,
) -> Played:
    """Play every day to the exam.

    A session is begun while its expected length still fits the day, so that the time spent is the
    budget at most on average; or, with `carry`, while any time is left, and what runs over is taken
    off the next day, as people do it. Session number k of card i goes by `draws[i, k]` whatever the
    policy, so that policies are compared on the same luck.

    Args:
        policy: Chooses the cards.
        cards: The deck before day 0.
        learner: What the policy believes, and the habits and pace that are true.
        budgets: Seconds of each day really used.
        draws: Uniform random numbers of shape (cards, at least days).
        truth: The true memory; as believed when None.
        carry: Let the last session of a day run over.
    """
    deck, days = Deck.of(cards), len(budgets)
    truth = truth or Truth(learner.memory)
    strength = np.ones(len(cards)) if truth.strength is None else truth.strength
    true_stability, true_difficulty = deck.stability.copy(), deck.difficulty.copy()
    first_bounds = np.cumsum(learner.first_ratings)[:3] / sum(learner.first_ratings)
    pass_bounds = np.cumsum(learner.pass_ratings)[:2] / sum(learner.pass_ratings)
    first_seconds, later_seconds = learner.seconds(first=True), learner.seconds(first=False)
    seconds, sessions = np.zeros(days), np.zeros(days, dtype=np.int64)
    over = 0.0
    for day in range(days):
        if budgets[day] <= 0:
            continue
        time = float(budgets[day]) - over
        over = 0.0
        priority = policy.ranked(day, deck)
        order = np.argsort(-priority, kind="stable")
        order = order[np.isfinite(priority[order])]
        if not len(order):
            continue
        new = deck.stability[order] <= 0
        elapsed = np.maximum(day - deck.last[order], 1).astype(np.float64)
        luck = draws[order, deck.sessions[order]]
        known = np.where(new, 1.0, true_stability[order])
        recall = truth.memory.recall(elapsed, known * strength[order])
        passed = 2 + np.searchsorted(pass_bounds, luck / np.maximum(recall, 1e-9))
        rating = np.where(
            new, 1 + np.searchsorted(first_bounds, luck), np.where(luck >= recall, 1, passed)
        )
        taken = np.where(new, first_seconds[rating - 1], later_seconds[rating - 1])
        taken = taken * deck.pace[order]
        expected = expected_seconds(learner, deck, order, elapsed)
        before = np.concatenate([[0.0], np.cumsum(taken)[:-1]])
        full = np.flatnonzero(before >= time if carry else before + expected > time + 1e-9)
        count = int(full[0]) if len(full) else len(order)
        at, rating, elapsed, new = order[:count], rating[:count], elapsed[:count], new[:count]
        seconds[day], sessions[day] = float(taken[:count].sum()), count
        for model, stability, difficulty in (
            (learner.memory, deck.stability, deck.difficulty),
            (truth.memory, true_stability, true_difficulty),
        ):
            stability[at], difficulty[at] = after_session(
                replace(learner, memory=model), stability[at], difficulty[at], elapsed, new, rating
            )
        deck.last[at] = day
        deck.sessions[at] += 1
        over = max(0.0, float(seconds[day]) - time) if carry else 0.0
        policy.studied(day, deck, at, float(seconds[day]))
    unseen = deck.stability <= 0
    known = np.where(unseen, 1.0, true_stability) * strength
    final = truth.memory.recall((days - deck.last).astype(np.float64), known)
    return Played(np.where(unseen, 0.0, final), seconds, sessions, int(unseen.sum()))


def expected_seconds(learner: Learner, deck: Deck, at: Ints, elapsed: Floats) -> Floats:
    """How long a session with each card at the given positions is expected to take."""
    recall = learner.memory.recall(elapsed, np.maximum(deck.stability[at], 0.01))
    later, first = learner.seconds(first=False), learner.seconds(first=True)
    passed = float(np.asarray(learner.pass_ratings) @ later[1:]) / sum(learner.pass_ratings)
    begun = float(np.asarray(learner.first_ratings) @ first) / sum(learner.first_ratings)
    known = (1 - recall) * later[0] + recall * passed
    return np.asarray(np.where(deck.stability[at] <= 0, begun, known) * deck.pace[at])


def after_session(
    learner: Learner,
    stability: Floats,
    difficulty: Floats,
    elapsed: Floats,
    new: Bools,
    rating: Ints,
) -> tuple[Floats, Floats]:
    """Stability and difficulty after a session of each card, second looks included."""
    first = learner.first_session()
    later = learner.session(np.where(new, 1.0, stability), difficulty, elapsed)
    row = np.arange(len(rating))
    return (
        np.where(new, first.stability[rating - 1], later.stability[row, rating - 1]),
        np.where(new, first.difficulty[rating - 1], later.difficulty[row, rating - 1]),
    )
