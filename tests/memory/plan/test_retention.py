"""Which desired retention a learner's costs speak for."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from mdquiz.memory.plan.cards import Cards, new_cards
from mdquiz.memory.plan.learner import Learner
from mdquiz.memory.plan.outlook import SAMPLE
from mdquiz.memory.plan.retention import Tried, best_tried, try_retentions

LEARNER = Learner()
FEW = (0.7, 0.8, 0.9, 0.95)


def tried(
    cards: Cards, seconds: float, days: int = 60, learner: Learner = LEARNER
) -> tuple[Tried, ...]:
    return try_retentions(learner, cards, np.full(days, seconds), 1, retentions=FEW)


def test_with_time_for_all_a_higher_retention_knows_more_and_costs_more() -> None:
    found = tried(new_cards(60), 3600)
    assert [one.share for one in found] == sorted(one.share for one in found)
    assert [one.minutes for one in found] == sorted(one.minutes for one in found)
    assert [one.per_hour for one in found] == sorted((one.per_hour for one in found), reverse=True)
    assert best_tried(found).retention == 0.95


def test_where_time_is_short_a_low_retention_leaves_most_known() -> None:
    found = tried(new_cards(600), 300)
    assert best_tried(found).retention == 0.7
    assert max(one.minutes for one in found) == pytest.approx(5, rel=0.1)


def test_who_answers_faster_is_advised_a_higher_retention() -> None:
    fast = replace(
        LEARNER,
        first_seconds=(10.0, 8.0, 5.0, 3.0),
        later_seconds=(6.0, 4.0, 3.0, 2.0),
        relearn_seconds=3.0,
    )
    cards, seconds, days = new_cards(400), 400.0, 60
    usual, quick = tried(cards, seconds, days), tried(cards, seconds, days, fast)
    assert best_tried(quick).retention > best_tried(usual).retention


def test_of_retentions_nearly_alike_the_one_of_least_time_is_best() -> None:
    found = (Tried(0.8, 5.0, 0.901, 9.0), Tried(0.9, 7.0, 0.904, 8.0), Tried(0.7, 4.0, 0.8, 9.0))
    assert best_tried(found).retention == 0.8


def test_marks_an_hour_are_those_above_no_more_study() -> None:
    ones = np.ones(50)
    known = Cards(200 * ones, 5 * ones, ones, 2 * ones, ones)
    found = tried(known, 60, 20)
    assert all(one.share > 0.95 for one in found)
    assert all(one.per_hour < 40 for one in found)


def test_a_large_deck_has_no_more_new_cards_a_day_than_a_small_one() -> None:
    def known(count: int) -> float:
        budgets = np.full(30, 36_000.0)
        cards = new_cards(count)
        found = try_retentions(LEARNER, cards, budgets, 1, retentions=[0.8], new_per_day=12, runs=1)
        return found[0].share * count

    assert known(2 * SAMPLE) == pytest.approx(known(400), rel=0.1)


def test_the_same_seed_finds_the_same() -> None:
    assert tried(new_cards(40), 200, 20) == tried(new_cards(40), 200, 20)
