from __future__ import annotations

import numpy as np
import pytest

from mdquiz.memory.plan.cards import Cards, new_cards
from mdquiz.memory.plan.grid import Grid
from mdquiz.memory.plan.learner import Learner
from mdquiz.memory.plan.programme import Programme, sparse_gaps

LEARNER = Learner()


def value_by_enumeration(
    stability: float, difficulty: float, since: int, day: int, days: int, price: float
) -> float:
    """The best expected marks of one card by trying every road, without any grid."""
    recall = LEARNER.memory.recall(np.asarray(float(days - since)), np.asarray(stability))
    best = float(recall)
    for today in range(day, days):
        outcomes = LEARNER.session(
            np.asarray(stability), np.asarray(difficulty), np.asarray(float(today - since))
        )
        road = -price * float(outcomes.seconds)
        for rating in range(4):
            road += float(outcomes.chance[rating]) * value_by_enumeration(
                float(outcomes.stability[rating]),
                float(outcomes.difficulty[rating]),
                today,
                today + 1,
                days,
                price,
            )
        best = max(best, road)
    return best


@pytest.mark.parametrize("price", [0.0, 0.004, 0.05])
def test_the_value_of_a_card_is_that_of_the_best_of_all_roads(price: float) -> None:
    days = 4
    programme = Programme(LEARNER, days, Grid(80, 10))
    after = programme.values(np.full(days, price)).after
    for node in (5 * 80, 325, 400, 454):
        stability, difficulty = (float(axis[node]) for axis in programme.grid.nodes())
        exact = value_by_enumeration(stability, difficulty, 0, 1, days, price)
        assert after[0, node] == pytest.approx(exact, abs=2e-3)


def test_a_new_card_on_the_eve_is_worth_its_recall_the_next_morning() -> None:
    programme = Programme(LEARNER, 1)
    first = LEARNER.first_session()
    after = programme.values(np.zeros(1)).after[0]
    opening = programme.openings(new_cards(1))
    worth = float((after[opening.node[0, 0]] * opening.weight[0, 0]).sum())
    recall = LEARNER.memory.recall(np.asarray(1.0), first.stability)
    assert worth == pytest.approx(float(first.chance @ recall), abs=5e-3)


def test_every_session_leads_somewhere_with_certainty() -> None:
    programme = Programme(LEARNER, 20)
    assert programme.steps.sum(axis=2) == pytest.approx(1.0)
    assert programme.openings(new_cards(3)).weight.sum(axis=2) == pytest.approx(1.0)


def test_temperature_never_lowers_a_value_and_shares_are_whole() -> None:
    programme = Programme(LEARNER, 12)
    prices = np.full(12, 0.005)
    hard, soft = programme.values(prices), programme.values(prices, 0.002)
    assert (soft.after >= hard.after - 1e-12).all()
    assert soft.choice is not None
    assert (soft.choice.sum(axis=1) <= 1 + 1e-9).all()
    assert soft.after == pytest.approx(hard.after, abs=0.02)


def test_a_day_without_study_is_worth_nothing_to_any_card() -> None:
    days = 6
    programme = Programme(LEARNER, days)
    nothing = programme.values(np.full(days, np.inf)).after
    assert nothing == pytest.approx(programme.kept[days - np.arange(days)])


def test_few_gaps_lose_little() -> None:
    days, prices = 90, np.full(90, 0.004)
    every = Programme(LEARNER, days).values(prices).after
    few = Programme(LEARNER, days, gaps=sparse_gaps(days)).values(prices).after
    assert (few <= every + 1e-12).all()
    assert float((every - few).mean()) < 0.01
    assert float((every - few).max()) < 0.05


def test_a_new_card_never_studied_is_not_recalled() -> None:
    cards = Cards(
        *(
            np.array(column)
            for column in ([0.0, 5.0], [5.0, 5.0], [0.0, 2.0], [1.0, 1.0], [1.0, 1.0])
        )
    )
    untouched = Programme(LEARNER, 10).untouched(cards)
    assert untouched[0] == 0
    assert untouched[1] == pytest.approx(
        float(LEARNER.memory.recall(np.asarray(12.0), np.asarray(5.0)))
    )
