from __future__ import annotations

import json

import numpy as np
import pytest

from mdquiz.memory.plan.cards import Cards, new_cards
from mdquiz.memory.plan.learner import Learner
from mdquiz.memory.plan.planner import Planner
from mdquiz.memory.plan.simulate import Deck
from mdquiz.memory.plan.today import Plan, Ranking, Reason, find_plan, rank_today

LEARNER = Learner()
TODAY, DAYS = 740_000, 25


def deck(*rows: tuple[float, float, float]) -> Cards:
    """Cards by stability (0: new), days since the last review, and marks."""
    stability, elapsed, gain = (np.array(column) for column in zip(*rows, strict=True))
    ones = np.ones(len(rows))
    return Cards(stability, 5 * ones, elapsed, gain, ones)


def planned(cards: Cards, seconds: float = 240.0) -> tuple[Plan, Ranking]:
    plan = find_plan(LEARNER, cards, np.full(DAYS, seconds), TODAY)
    return plan, rank_today(LEARNER, cards, DAYS, plan)


def test_a_plan_reads_back_from_json() -> None:
    budgets = np.full(DAYS, 240.0)
    budgets[4] = 0
    plan = find_plan(LEARNER, new_cards(80), budgets, TODAY)
    assert Plan.from_json(json.loads(json.dumps(plan.as_json()))) == plan


@pytest.mark.parametrize(
    "damage", [{"per_second": [0.1]}, {"bound": "x"}, {"exam_day": None}, {"per_second": None}]
)
def test_a_damaged_plan_is_refused(damage: dict[str, object]) -> None:
    kept = find_plan(LEARNER, new_cards(8), np.full(5, 60.0), TODAY).as_json()
    with pytest.raises(ValueError, match="not a plan"):
        Plan.from_json({**kept, **damage})


def test_a_card_safe_until_the_exam_is_left_alone() -> None:
    cards = deck(*[(0.0, 0.0, 1.0)] * 150, (900.0, 3.0, 1.0))
    _, ranking = planned(cards)
    assert ranking.reason(150, chosen=False) is Reason.SAFE
    assert ranking.recall_then[150] > 0.98
    assert 150 not in ranking.within(240.0)


def test_new_cards_are_begun_when_there_is_time_for_them() -> None:
    _, ranking = planned(new_cards(100), 600.0)
    assert ranking.reason(0, chosen=0 in ranking.within(600.0)) is Reason.NEW
    assert ranking.marks[0] > 0.3
    assert ranking.seconds[0] == pytest.approx(float(LEARNER.first_session().seconds))


def test_what_fits_a_day_fits_its_seconds() -> None:
    _, ranking = planned(new_cards(100))
    chosen = ranking.within(240.0)
    assert 8 <= len(chosen) <= 13
    assert ranking.seconds[chosen].sum() <= 240


def test_of_two_like_cards_the_one_worth_more_comes_first() -> None:
    cards = deck(*[(0.0, 0.0, 1.0)] * 60, *[(0.0, 0.0, 2.0)] * 60)
    _, ranking = planned(cards)
    assert set(ranking.within(240.0).tolist()) <= set(range(60, 120))


def test_without_a_plan_cards_rank_by_marks_a_second() -> None:
    cards = deck(*[(0.0, 0.0, 1.0)] * 5, (200.0, 2.0, 1.0))
    ranking = rank_today(LEARNER, cards, DAYS)
    assert ranking.order()[-1] == 5


def test_the_day_of_the_product_is_the_day_of_the_simulation() -> None:
    rng = np.random.default_rng(2)
    stability = np.where(rng.random(200) < 0.5, 0.0, 6 * np.exp(rng.standard_normal(200)))
    ones = np.ones(200)
    cards = Cards(stability, rng.uniform(3, 8, 200), np.floor(rng.random(200) * 9), ones, ones)
    planner = Planner(LEARNER, np.full(DAYS, 240.0))
    priority = planner.ranked(0, Deck.of(cards))
    _, ranking = planned(cards)
    simulated = np.argsort(-priority, kind="stable")[:12].tolist()
    assert len(set(simulated) & set(ranking.order()[:16].tolist())) >= 11


def test_a_plan_goes_stale_with_the_week_the_time_and_the_deck() -> None:
    plan, _ = planned(new_cards(100))
    seconds, marks = 240.0 * DAYS, 100.0
    assert not plan.stale(TODAY, seconds, marks)
    assert not plan.stale(TODAY + 3, seconds * (DAYS - 3) / DAYS, marks)
    assert plan.stale(TODAY + 7, seconds * (DAYS - 7) / DAYS, marks)
    assert plan.stale(TODAY + 1, seconds / 2, marks)
    assert plan.stale(TODAY + 1, seconds * (DAYS - 1) / DAYS, 130.0)
    assert plan.stale(TODAY + DAYS, 0.0, marks)


def test_the_eve_of_the_exam_can_be_planned() -> None:
    cards = deck((0.0, 0.0, 1.0), (3.0, 2.0, 1.0))
    plan = find_plan(LEARNER, cards, np.array([60.0]), TODAY)
    ranking = rank_today(LEARNER, cards, 1, plan)
    assert ranking.next_day.tolist() == [0, 0]
    assert len(ranking.order()) == 2


def test_no_cards_make_no_trouble() -> None:
    plan = find_plan(LEARNER, new_cards(0), np.full(DAYS, 240.0), TODAY)
    assert plan.marks == 0
    assert len(rank_today(LEARNER, new_cards(0), DAYS, plan).order()) == 0


def test_a_card_studied_today_is_not_chosen_again_today() -> None:
    cards = deck((3.0, 0.0, 1.0), (3.0, 3.0, 1.0), (0.0, 0.0, 1.0))
    _, ranking = planned(cards)
    assert sorted(ranking.order().tolist()) == [1, 2]


def test_without_a_day_of_study_left_a_plan_can_still_be_made() -> None:
    plan = find_plan(LEARNER, new_cards(5), np.zeros(4), TODAY)
    assert plan.bound == 0
    assert Plan.from_json(plan.as_json()) == plan


def test_a_clock_set_back_before_the_plan_makes_it_stale_and_ranks_without_it() -> None:
    plan, _ = planned(new_cards(100))
    assert plan.stale(TODAY - 2, 240.0 * (DAYS + 2), 100.0)
    early = rank_today(LEARNER, new_cards(100), DAYS + 2, plan)
    assert early.order().tolist() == rank_today(LEARNER, new_cards(100), DAYS + 2).order().tolist()
