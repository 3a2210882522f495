from __future__ import annotations

import json

import numpy as np
import pytest

from mdquiz.memory.plan.cards import Cards, new_cards
from mdquiz.memory.plan.learner import Learner
from mdquiz.memory.plan.planner import Planner
from mdquiz.memory.plan.simulate import Deck, play_runs
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


def fitting(ranking: Ranking, seconds: float) -> list[int]:
    """The cards that fit so much time, best first."""
    order = ranking.order()
    at: list[int] = order[np.cumsum(ranking.seconds[order]) <= seconds].tolist()
    return at


def reasons(ranking: Ranking, chosen: list[int]) -> list[Reason]:
    return [ranking.reason(at, chosen=at in chosen) for at in range(len(ranking.new))]


def test_a_plan_reads_back_from_json() -> None:
    budgets = np.full(DAYS, 240.0)
    budgets[4] = 0
    plan = find_plan(LEARNER, new_cards(80), budgets, TODAY)
    assert Plan.from_json(json.loads(json.dumps(plan.as_json()))) == plan


@pytest.mark.parametrize(
    "damage",
    [
        {"per_second": [0.1]},
        {"marks": "x"},
        {"seconds": [1.0]},
        {"seconds": 3.0},
        {"marks": float("nan")},
        {"exam_day": None},
        {"per_second": None},
    ],
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
    assert 150 not in fitting(ranking, 240.0)


def test_a_card_half_known_on_the_day_is_not_called_safe() -> None:
    cards = deck(*[(0.0, 0.0, 1.0)] * 150, *[(s, 3.0, 0.02) for s in (4.0, 9.0, 15.0, 900.0)])
    _, ranking = planned(cards)
    assert [each >= 0.9 for each in ranking.recall_then[150:]] == [False, False, False, True]
    found = reasons(ranking, fitting(ranking, 240.0))
    assert found[150:] == [Reason.NO_TIME] * 3 + [Reason.SAFE]


def test_without_prices_nothing_is_said_of_later_days() -> None:
    cards = deck(*[(0.0, 0.0, 1.0)] * 150, (900.0, 3.0, 1.0), (2.0, 3.0, 0.01))
    ranking = rank_today(LEARNER, cards, DAYS)
    assert {*reasons(ranking, fitting(ranking, 240.0))} == {Reason.NEW, Reason.OTHERS}


def test_no_card_that_takes_its_turn_at_the_margin_is_told_to_have_no_time() -> None:
    cards = new_cards(191)
    _, ranking = planned(cards, 140.0)
    draws = np.random.default_rng(1).random((4, 191, DAYS + 1))
    policy = Planner(LEARNER, np.full(DAYS, 140.0))
    runs = play_runs(policy, cards, LEARNER, np.full(DAYS, 140.0), draws)
    assert 40 < np.mean([191 - run.unseen for run in runs]) < 185
    assert Reason.NO_TIME not in reasons(ranking, fitting(ranking, 140.0))


def test_what_there_is_no_time_for_is_not_begun_in_the_days_played() -> None:
    cards = deck(*[(0.0, 0.0, 1.0)] * 400, *[(0.0, 0.0, 0.4)] * 50)
    _, ranking = planned(cards)
    found = reasons(ranking, fitting(ranking, 240.0))
    assert set(found[400:]) == {Reason.NO_TIME}
    draws = np.random.default_rng(1).random((4, 450, DAYS + 1))
    policy = Planner(LEARNER, np.full(DAYS, 240.0))
    runs = play_runs(policy, cards, LEARNER, np.full(DAYS, 240.0), draws)
    assert max(float(run.recall[400:].max()) for run in runs) == 0


def test_new_cards_are_begun_when_there_is_time_for_them() -> None:
    _, ranking = planned(new_cards(100), 600.0)
    assert ranking.reason(0, chosen=0 in fitting(ranking, 600.0)) is Reason.NEW
    assert ranking.marks[0] > 0.3
    assert ranking.seconds[0] == pytest.approx(float(LEARNER.first_session().seconds))


def test_what_fits_a_day_fits_its_seconds() -> None:
    _, ranking = planned(new_cards(100))
    chosen = fitting(ranking, 240.0)
    assert 8 <= len(chosen) <= 13
    assert sum(ranking.seconds[at] for at in chosen) <= 240


def test_of_two_like_cards_the_one_worth_more_comes_first() -> None:
    cards = deck(*[(0.0, 0.0, 1.0)] * 60, *[(0.0, 0.0, 2.0)] * 60)
    _, ranking = planned(cards)
    assert set(fitting(ranking, 240.0)) <= set(range(60, 120))


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
    seconds, marks = np.full(DAYS, 240.0), 100.0
    assert not plan.stale(TODAY, seconds, marks)
    assert not plan.stale(TODAY + 3, seconds[3:], marks)
    assert plan.stale(TODAY + 7, seconds[7:], marks)
    assert plan.stale(TODAY + 1, seconds[1:] / 2, marks)
    assert plan.stale(TODAY + 1, seconds[1:], 130.0)
    assert plan.stale(TODAY + DAYS, seconds[:0], marks)


def test_weekends_off_make_no_plan_stale() -> None:
    seconds = np.array([240.0, 240.0, 240.0, 240.0, 240.0, 0.0, 0.0, 240.0, 240.0])
    cards = new_cards(30)
    plan = find_plan(LEARNER, cards, seconds, TODAY)
    assert not any(plan.stale(TODAY + day, seconds[day:], 30.0) for day in range(7))


def test_what_was_done_on_the_day_of_the_search_is_not_missing_later() -> None:
    meant = np.full(5, 240.0)
    left = np.concatenate([[20.0], meant[1:]])
    plan = find_plan(LEARNER, new_cards(30), left, TODAY, meant=meant)
    assert not plan.stale(TODAY, meant, 30.0)


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
    assert Plan.from_json(plan.as_json()) == plan


def test_a_clock_set_back_before_the_plan_makes_it_stale_and_ranks_without_it() -> None:
    plan, _ = planned(new_cards(100))
    assert plan.stale(TODAY - 2, np.full(DAYS + 2, 240.0), 100.0)
    early = rank_today(LEARNER, new_cards(100), DAYS + 2, plan)
    assert early.order().tolist() == rank_today(LEARNER, new_cards(100), DAYS + 2).order().tolist()
