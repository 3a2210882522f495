from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np
import pytest

from mdquiz.memory.plan.cards import Cards, new_cards
from mdquiz.memory.plan.dual import Dual, grouped
from mdquiz.memory.plan.grid import COARSE
from mdquiz.memory.plan.learner import Learner
from mdquiz.memory.plan.planner import Planner
from mdquiz.memory.plan.prices import find_prices
from mdquiz.memory.plan.programme import Programme
from mdquiz.memory.plan.rivals import Cramming, PlainFsrs, RoundRobin
from mdquiz.memory.plan.simulate import Played, Policy, Truth, play, play_runs
from mdquiz.memory.vector import DEFAULT_PARAMETERS, VectorFsrs6

LEARNER = Learner()
DAYS, COUNT = 20, 150
BUDGETS = np.full(DAYS, 220.0)


def played(policy: Policy, seed: int = 0, cards: Cards | None = None) -> Played:
    draws = np.random.default_rng(seed).random((COUNT, DAYS + 1))
    return play(policy, cards or new_cards(COUNT), LEARNER, BUDGETS, draws)


@cache
def bound() -> float:
    programme = Programme(LEARNER, DAYS, COARSE)
    dual = Dual(programme, grouped(programme, new_cards(COUNT)), BUDGETS)
    return find_prices(dual).bound / COUNT


@pytest.mark.parametrize(
    "policy",
    [
        Planner(LEARNER, BUDGETS),
        Planner(LEARNER, BUDGETS, greedy=True, every=0),
        PlainFsrs(LEARNER, 0.9),
        RoundRobin(),
        Cramming(DAYS),
    ],
    ids=["planner", "greedy", "plain", "robin", "cramming"],
)
def test_no_policy_exceeds_the_bound_by_more_than_luck(policy: Policy) -> None:
    result = played(policy)
    luck = 3 * 0.35 / COUNT**0.5
    assert float(result.recall.mean()) < bound() + luck


@pytest.mark.parametrize("carry", [False, True])
@pytest.mark.parametrize(
    "make",
    [
        lambda: Planner(LEARNER, BUDGETS, greedy=True, every=0),
        lambda: PlainFsrs(LEARNER, 0.9, new_per_day=6),
        lambda: RoundRobin(),
    ],
    ids=["greedy", "plain", "robin"],
)
def test_runs_played_at_once_end_as_if_each_were_played_alone(
    make: Callable[[], Policy], carry: bool
) -> None:
    draws = np.random.default_rng(3).random((3, COUNT, DAYS + 1))
    truth = Truth(VectorFsrs6((*DEFAULT_PARAMETERS[:20], 0.3)), np.linspace(0.5, 2, COUNT))
    args = (new_cards(COUNT), LEARNER, BUDGETS)
    together = play_runs(make(), *args, draws, truth, carry=carry)
    for run, alone in enumerate(play(make(), *args, luck, truth, carry=carry) for luck in draws):
        assert together[run].recall == pytest.approx(alone.recall, abs=1e-12)
        assert together[run].seconds == pytest.approx(alone.seconds)
        assert together[run].unseen == alone.unseen


def test_the_planner_comes_near_the_bound_and_beats_plain_scheduling() -> None:
    planned = [played(Planner(LEARNER, BUDGETS), seed).recall.mean() for seed in range(4)]
    plain = [played(PlainFsrs(LEARNER, 0.9), seed).recall.mean() for seed in range(4)]
    assert float(np.mean(planned)) > bound() - 0.03
    assert float(np.mean(planned)) > float(np.mean(plain)) + 0.05


def test_a_day_never_takes_more_than_its_time_but_for_the_last_card() -> None:
    result = played(Planner(LEARNER, BUDGETS))
    assert (result.seconds <= BUDGETS + 45).all()
    assert result.seconds.mean() <= BUDGETS.mean()


def test_nothing_is_studied_on_a_day_off() -> None:
    budgets = BUDGETS.copy()
    budgets[[2, 3, 11]] = 0
    draws = np.random.default_rng(3).random((COUNT, DAYS + 1))
    result = play(Planner(LEARNER, budgets), new_cards(COUNT), LEARNER, budgets, draws)
    assert result.sessions[[2, 3, 11]].tolist() == [0, 0, 0]


def test_the_same_luck_gives_the_same_days() -> None:
    first, second = (played(Planner(LEARNER, BUDGETS), 5) for _ in range(2))
    assert first.recall.tolist() == second.recall.tolist()
    assert first.seconds.tolist() == second.seconds.tolist()


def test_cards_worth_more_are_remembered_better() -> None:
    cards = new_cards(COUNT)
    cards.gain[: COUNT // 2] = 3
    result = played(Planner(LEARNER, BUDGETS), cards=cards)
    assert result.recall[: COUNT // 2].mean() > result.recall[COUNT // 2 :].mean() + 0.1


def test_a_plan_made_anew_learns_that_days_are_missed() -> None:
    real = BUDGETS.copy()
    real[4:12] = 0
    draws = np.random.default_rng(1).random((COUNT, DAYS + 1))
    planner = Planner(LEARNER, BUDGETS)
    play(planner, new_cards(COUNT), LEARNER, real, draws)
    assert planner.share() < 0.75


def test_a_weaker_memory_than_believed_ends_lower() -> None:
    draws = np.random.default_rng(1).random((COUNT, DAYS + 1))
    faster = Truth(VectorFsrs6((*DEFAULT_PARAMETERS[:20], 0.5)))
    known = play(Planner(LEARNER, BUDGETS), new_cards(COUNT), LEARNER, BUDGETS, draws)
    less = play(Planner(LEARNER, BUDGETS), new_cards(COUNT), LEARNER, BUDGETS, draws, faster)
    assert less.recall.mean() < known.recall.mean()


def test_whoever_may_stop_at_any_time_puts_off_less() -> None:
    draws = np.random.default_rng(1).random((COUNT, DAYS + 1))

    def seen_by_half_time(steady: float) -> int:
        first_half = np.where(np.arange(DAYS) < DAYS // 2, BUDGETS, 0.0)
        planner = Planner(LEARNER, BUDGETS, every=0, steady=steady)
        result = play(planner, new_cards(COUNT), LEARNER, first_half, draws)
        return COUNT - result.unseen

    assert seen_by_half_time(0.95) > seen_by_half_time(1.0)
