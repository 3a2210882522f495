from __future__ import annotations

import random

import numpy as np
import pytest

from mdquiz.memory.plan.cards import Cards, new_cards
from mdquiz.memory.plan.learner import Learner
from mdquiz.memory.plan.outlook import (
    SAMPLE,
    PricedOnTheWay,
    even_sample,
    expected,
    outlook,
    untouched,
)
from mdquiz.memory.plan.planner import Planner
from mdquiz.memory.plan.rivals import RoundRobin
from mdquiz.memory.vector import Floats

LEARNER = Learner()


def known_cards(count: int, stability: float = 12.0) -> Cards:
    ones = np.ones(count)
    return Cards(stability * ones, 5 * ones, 3 * ones, ones, ones)


def test_the_plan_is_expected_to_beat_plain_scheduling_and_both_beat_stopping() -> None:
    done: list[float] = []
    found = outlook(LEARNER, new_cards(120), np.full(15, 150.0), 7, runs=2, progress=done.append)
    assert found.plan.marks > found.plain.marks > found.stop.marks == 0
    assert found.more.marks > found.plan.marks
    assert found.out_of == 120
    assert done[-1] == 1
    assert found.stop.unseen == 120


def test_the_load_to_come_fills_the_time_meant() -> None:
    found = outlook(LEARNER, new_cards(120), np.full(15, 150.0), 7, runs=2)
    assert np.mean(found.plan.seconds) == pytest.approx(150, rel=0.05)
    assert len(found.plan.sessions) == 15


@pytest.mark.parametrize("prices", [None, np.append(np.inf, np.full(9, 0.002))])
def test_an_outlook_can_begin_on_days_of_rest(prices: Floats | None) -> None:
    budgets = np.append(0.0, np.full(9, 150.0))
    found = outlook(LEARNER, new_cards(60), budgets, 3, runs=1, prices=prices)
    assert found.plan.seconds[0] == 0
    assert found.more.marks > found.plan.marks > 0


def test_the_same_seed_gives_the_same_outlook() -> None:
    first, second = (outlook(LEARNER, new_cards(40), np.full(6, 60.0), 3, runs=1) for _ in "ab")
    assert first == second


def test_a_large_deck_is_judged_by_a_sample_in_proportion() -> None:
    def robin(
        learner: Learner, budgets: np.ndarray[tuple[int], np.dtype[np.float64]]
    ) -> RoundRobin:
        return RoundRobin()

    def of(count: int, seconds: float) -> float:
        made = expected(robin, LEARNER, new_cards(count), np.full(10, seconds), random.Random(1))
        return made.marks / count

    assert of(SAMPLE * 8, 1200 * 8) == pytest.approx(of(SAMPLE, 1200), abs=0.03)


def test_stopping_today_leaves_what_is_remembered_by_then() -> None:
    found = untouched(LEARNER, known_cards(50), 20, forgotten=4.0)
    recall = float(LEARNER.memory.recall(np.asarray(23.0), np.asarray(12.0)))
    assert found.marks == pytest.approx(4 + 50 * recall)
    assert found.spread == pytest.approx((50 * recall * (1 - recall)) ** 0.5)


def test_an_empty_deck_and_an_exam_today_have_an_outlook_too() -> None:
    assert outlook(LEARNER, new_cards(0), np.full(5, 60.0), 1).plan.marks == 0
    today = outlook(LEARNER, known_cards(5), np.zeros(0), 1)
    assert today.plan == today.stop


def test_days_off_only_are_as_good_as_stopping() -> None:
    found = outlook(LEARNER, known_cards(5), np.zeros(9), 1, runs=1)
    assert found.plan.marks == pytest.approx(found.stop.marks)


def test_with_prices_known_nothing_is_looked_for_and_the_score_is_the_same() -> None:
    cards, budgets = new_cards(80), np.full(12, 120.0)
    searching = PricedOnTheWay()
    expected(searching, LEARNER, cards, budgets, random.Random(5), runs=2)
    prices = searching.prices
    assert prices is not None
    knowing = outlook(LEARNER, cards, budgets, 5, runs=2, prices=prices)
    assert knowing.plan == outlook(LEARNER, cards, budgets, 5, runs=2).plan
    assert knowing.more.marks > knowing.plan.marks


def test_a_sample_has_new_and_old_cards_as_the_deck_has_them() -> None:
    stability = np.concatenate([np.zeros(700), np.geomspace(1, 100, 1300)])
    ones = np.ones(2000)
    deck = Cards(stability, 5 * ones, 3 * ones, ones, ones)
    at = even_sample(deck, 200, random.Random(2))
    assert len(set(at.tolist())) == 200
    assert deck.take(at).new.sum() == pytest.approx(70, abs=1)
    assert np.median(stability[at]) == pytest.approx(np.median(stability), rel=0.1)


def test_the_score_is_that_of_a_plan_renewed_each_week() -> None:
    cards, budgets = new_cards(250), np.full(120, 75.0)

    def weekly(learner: Learner, seconds: Floats) -> Planner:
        return Planner(learner, seconds)

    renewed = expected(weekly, LEARNER, cards, budgets, random.Random(5))
    told = expected(PricedOnTheWay(), LEARNER, cards, budgets, random.Random(5))
    assert told.marks == pytest.approx(renewed.marks, rel=0.025)


def test_days_of_rest_where_prices_would_be_renewed_stop_no_study() -> None:
    budgets = np.full(24, 60.0)
    budgets[11:23] = 0.0
    played = expected(PricedOnTheWay(), LEARNER, new_cards(60), budgets, random.Random(1), runs=1)
    assert played.seconds[10] > 0
    assert played.seconds[23] > 0
