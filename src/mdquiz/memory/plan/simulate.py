"""Study days played through to the exam, under any policy and any true memory."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

from mdquiz.memory.plan.cards import Cards
from mdquiz.memory.plan.learner import Learner
from mdquiz.memory.vector import AGAIN, GOOD, Bools, Floats, Ints, VectorFsrs6


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
        runs: How many decks these are, one behind the other, each in a run of its own.
    """

    stability: Floats
    difficulty: Floats
    last: Ints
    sessions: Ints
    gain: Floats
    pace: Floats
    runs: int = 1

    @classmethod
    def of(cls, cards: Cards, runs: int = 1) -> Deck:
        """The deck before the first day, as often as it is to be played."""
        return cls(
            np.tile(cards.stability, runs),
            np.tile(cards.difficulty, runs),
            np.tile(-np.rint(cards.elapsed).astype(np.int64), runs),
            np.zeros(runs * len(cards), dtype=np.int64),
            np.tile(cards.gain, runs),
            np.tile(cards.pace, runs),
            runs,
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
        """Told what was done on `day`: cards at positions `at`, in `spent` seconds a run."""


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
    """Play every day to the exam once; see `play_runs`.

    Args:
        policy: Chooses the cards.
        cards: The deck before day 0.
        learner: What the policy believes, and the habits and pace that are true.
        budgets: Seconds of each day really used.
        draws: Uniform random numbers of shape (cards, at least days).
        truth: The true memory; as believed when None.
        carry: Let the last session of a day run over.
    """
    return play_runs(policy, cards, learner, budgets, draws[None], truth, carry=carry)[0]


def play_runs(
    policy: Policy,
    cards: Cards,
    learner: Learner,
    budgets: Floats,
    draws: Floats,
    truth: Truth | None = None,
    *,
    carry: bool = False,
) -> tuple[Played, ...]:
    """Play every day to the exam, several runs at once, each on luck of its own.

    A session is begun while its expected length still fits the day, so that the time spent is the
    budget at most on average; or, with `carry`, while any time is left, and what runs over is taken
    off the next day, as people do it. Session number k of card i goes by `draws[run, i, k]`
    whatever the policy, so that policies are compared on the same luck.

    Args:
        policy: Chooses the cards of all runs, each by itself.
        cards: The deck before day 0.
        learner: What the policy believes, and the habits and pace that are true.
        budgets: Seconds of each day really used.
        draws: Uniform random numbers of shape (runs, cards, at least days).
        truth: The true memory; as believed when None.
        carry: Let the last session of a day run over.
    """
    runs, days, count = len(draws), len(budgets), len(cards)
    deck = Deck.of(cards, runs)
    flat = draws.reshape(runs * count, -1)
    memories = _Memories(deck, learner, truth, runs)
    habits = _Habits.of(learner)
    seconds, sessions = np.zeros((runs, days)), np.zeros((runs, days), dtype=np.int64)
    over = np.zeros(runs)
    everywhere = np.arange(len(deck.last))
    for day in range(days):
        if budgets[day] <= 0:
            continue
        time, over = budgets[day] - over, np.zeros(runs)
        priority = policy.ranked(day, deck)
        new = deck.stability <= 0
        elapsed = np.maximum(day - deck.last, 1).astype(np.float64)
        rating = habits.ratings(new, memories.recall(elapsed, new), flat[everywhere, deck.sessions])
        taken = habits.seconds(new, rating) * deck.pace
        begun: list[Ints] = []
        for run in range(runs):
            own = slice(run * count, (run + 1) * count)
            order = np.flatnonzero(np.isfinite(priority[own]))
            order = run * count + order[np.argsort(-priority[own][order], kind="stable")]
            spent = np.cumsum(taken[order])
            before = spent - taken[order]
            if carry:
                full = np.flatnonzero(before >= time[run] - 1e-9)
            else:
                hoped = expected_seconds(learner, deck, order, elapsed[order])
                full = np.flatnonzero(before + hoped > time[run] + 1e-9)
            done = int(full[0]) if len(full) else len(order)
            begun.append(order[:done])
            sessions[run, day] = done
            seconds[run, day] = spent[done - 1] if done else 0.0
        at = np.concatenate(begun)
        memories.studied(at, elapsed[at], new[at], rating[at])
        deck.last[at] = day
        deck.sessions[at] += 1
        if carry:
            over = np.maximum(0.0, seconds[:, day] - time)
        policy.studied(day, deck, at, float(seconds[:, day].mean()))
    unseen = deck.stability <= 0
    final = memories.recall((days - deck.last).astype(np.float64), unseen)
    final = np.where(unseen, 0.0, final).reshape(runs, count)
    never = unseen.reshape(runs, count).sum(axis=1)
    return tuple(
        Played(final[run], seconds[run], sessions[run], int(never[run])) for run in range(runs)
    )


class _Memories:
    """What the cards are believed to be and what they are: one and the same without a truth."""

    def __init__(self, deck: Deck, learner: Learner, truth: Truth | None, runs: int) -> None:
        self._learner, self._deck = learner, deck
        self._memory = learner.memory if truth is None else truth.memory
        self._strength = None
        if truth is not None and truth.strength is not None:
            self._strength = np.tile(truth.strength, runs)
        self._stability, self._difficulty = deck.stability, deck.difficulty
        if truth is not None:
            self._stability, self._difficulty = deck.stability.copy(), deck.difficulty.copy()
        self._apart = truth is not None

    def recall(self, elapsed: Floats, new: Bools) -> Floats:
        """True probability of recall of each card; anything for new ones."""
        known = np.where(new, 1.0, self._stability)
        return self._memory.recall(
            elapsed, known if self._strength is None else known * self._strength
        )

    def studied(self, at: Ints, elapsed: Floats, new: Bools, rating: Ints) -> None:
        """Move the memory of the cards at some positions, what is believed of it too."""
        held = [(self._memory, self._stability, self._difficulty)]
        if self._apart:
            held.append((self._learner.memory, self._deck.stability, self._deck.difficulty))
        for memory, stability, difficulty in held:
            stability[at], difficulty[at] = after_session(
                self._learner, memory, stability[at], difficulty[at], elapsed, new, rating
            )


@dataclass(frozen=True, slots=True)
class _Habits:
    """How a learner rates and how long that takes, as tables to look up."""

    first_bounds: Floats
    pass_bounds: Floats
    first_seconds: Floats
    later_seconds: Floats

    @classmethod
    def of(cls, learner: Learner) -> _Habits:
        return cls(
            np.cumsum(learner.first_ratings)[:3] / sum(learner.first_ratings),
            np.cumsum(learner.pass_ratings)[:2] / sum(learner.pass_ratings),
            learner.seconds(first=True),
            learner.seconds(first=False),
        )

    def ratings(self, new: Bools, recall: Floats, luck: Floats) -> Ints:
        passed = 2 + np.searchsorted(self.pass_bounds, luck / np.maximum(recall, 1e-9))
        begun = 1 + np.searchsorted(self.first_bounds, luck)
        return np.where(new, begun, np.where(luck >= recall, 1, passed))

    def seconds(self, new: Bools, rating: Ints) -> Floats:
        return np.where(new, self.first_seconds[rating - 1], self.later_seconds[rating - 1])


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
    memory: VectorFsrs6,
    stability: Floats,
    difficulty: Floats,
    elapsed: Floats,
    new: Bools,
    rating: Ints,
) -> tuple[Floats, Floats]:
    """Stability and difficulty by `memory` after a session of each card, second looks included."""
    begun, first = memory.first(rating)
    known, harder = memory.review(np.where(new, 1.0, stability), difficulty, elapsed, rating)
    stability, difficulty = np.where(new, begun, known), np.where(new, first, harder)
    if not learner.second_look:
        return stability, difficulty
    missed = rating == AGAIN
    known, harder = memory.review(stability, difficulty, np.asarray(0.0), np.asarray(GOOD))
    return np.where(missed, known, stability), np.where(missed, harder, difficulty)
