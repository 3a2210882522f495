from __future__ import annotations

import numpy as np
import pytest

from mdquiz.memory.plan.cards import Cards, new_cards
from mdquiz.memory.plan.dual import Dual, grouped
from mdquiz.memory.plan.grid import COARSE
from mdquiz.memory.plan.learner import Learner
from mdquiz.memory.plan.prices import find_prices, shaped
from mdquiz.memory.plan.programme import Programme

LEARNER = Learner()
DAYS = 15


def mixed_cards(count: int = 60, seed: int = 0) -> Cards:
    rng = np.random.default_rng(seed)
    stability = np.where(rng.random(count) < 0.4, 0.0, 5 * np.exp(rng.standard_normal(count)))
    return Cards(
        stability,
        rng.uniform(2, 9, count),
        np.floor(rng.random(count) * 8),
        rng.choice([1.0, 2.0], count),
        rng.uniform(0.6, 2.0, count),
    )


def relaxed(cards: Cards, budgets: np.ndarray[tuple[int], np.dtype[np.float64]]) -> Dual:
    programme = Programme(LEARNER, len(budgets), COARSE)
    return Dual(programme, grouped(programme, cards), budgets)


@pytest.mark.parametrize("steady", [1.0, 0.97])
@pytest.mark.parametrize("day", [0, 6, 14])
def test_the_slope_of_the_bound_is_the_time_left_over(day: int, steady: float) -> None:
    programme = Programme(LEARNER, DAYS, COARSE, steady=steady)
    dual = Dual(programme, grouped(programme, mixed_cards()), np.full(DAYS, 60.0))
    prices = shaped(0.006, 0.25, DAYS)
    _, excess = dual.bound_and_excess(prices, 0.002)
    step = np.zeros(DAYS)
    step[day] = 1e-6
    above, _ = dual.bound_and_excess(prices + step, 0.002)
    below, _ = dual.bound_and_excess(prices - step, 0.002)
    assert excess[day] == pytest.approx((above - below) / 2e-6, rel=1e-4, abs=1e-3)


def test_the_prices_found_bound_lower_than_any_of_simple_shape() -> None:
    dual = relaxed(mixed_cards(), np.full(DAYS, 60.0))
    found = find_prices(dual)
    simple = min(
        dual.bound(shaped(level, gamma, DAYS))
        for level in np.geomspace(1e-4, 0.1, 15)
        for gamma in (0.0, 0.25, 0.4)
    )
    assert found.bound <= simple + 1e-9


def test_with_time_to_spare_time_costs_next_to_nothing() -> None:
    found = find_prices(relaxed(new_cards(20), np.full(DAYS, 3600.0)))
    assert found.per_second.max() < 1e-4
    assert found.bound > 0.98 * 20


def test_scarcer_time_costs_more_and_brings_less() -> None:
    plenty = find_prices(relaxed(new_cards(100), np.full(DAYS, 200.0)))
    little = find_prices(relaxed(new_cards(100), np.full(DAYS, 80.0)))
    assert little.per_second.mean() > plenty.per_second.mean()
    assert little.bound < plenty.bound


def test_no_day_without_study_has_a_price() -> None:
    budgets = np.full(DAYS, 60.0)
    budgets[[3, 9]] = 0
    found = find_prices(relaxed(new_cards(50), budgets))
    assert np.flatnonzero(np.isinf(found.per_second)).tolist() == [3, 9]
    again = find_prices(relaxed(new_cards(50), budgets), found.per_second)
    assert again.bound == pytest.approx(found.bound, rel=0.01)


def test_worth_twice_in_twice_the_time_is_the_same_card() -> None:
    cards = mixed_cards()
    doubled = Cards(
        cards.stability, cards.difficulty, cards.elapsed, 2 * cards.gain, 2 * cards.pace
    )
    budgets = np.full(DAYS, 60.0)
    prices = shaped(0.006, 0.25, DAYS)
    once = relaxed(cards, budgets).bound(prices)
    twice = relaxed(doubled, 2 * budgets).bound(prices)
    assert twice == pytest.approx(2 * once, rel=1e-9)


def test_gathering_cards_into_kinds_changes_the_bound_little() -> None:
    programme, cards = Programme(LEARNER, DAYS), mixed_cards(300)
    ones = np.ones(300)
    cards = Cards(cards.stability, cards.difficulty, cards.elapsed, ones, ones)
    prices, budgets = shaped(0.006, 0.25, DAYS), np.full(DAYS, 200.0)
    kinds = Dual(programme, grouped(programme, cards), budgets).bound(prices)
    exact = Dual(programme, grouped(programme, cards, exact=True), budgets).bound(prices)
    assert kinds == pytest.approx(exact, rel=0.01)
