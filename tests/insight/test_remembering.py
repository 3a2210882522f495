from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdquiz.grading.verdict import Confidence
from mdquiz.insight.answers import Answer, logged_answers
from mdquiz.insight.calibration import confidence_calibration, model_calibration
from mdquiz.insight.proportion import Proportion
from mdquiz.insight.retention import retention_by_age, retention_by_day
from tests.insight.logs import DAY, row

REVIEW = replace(logged_answers([row(0)])[0], first=False, predicted=0.9, elapsed=5)


def review(predicted: float, passed: bool, day: int = 0, elapsed: int = 5) -> Answer:
    rating = 3 if passed else 1
    return replace(REVIEW, predicted=predicted, rating=rating, day=DAY + day, elapsed=elapsed)


@given(st.integers(0, 500), st.integers(0, 500))
def test_an_interval_holds_its_share_and_stays_between_none_and_all(hits: int, more: int) -> None:
    proportion = Proportion(hits, hits + more)
    low, high = proportion.interval()
    assert 0 <= low <= high <= 1
    if proportion.share is not None:
        assert low - 1e-12 <= proportion.share <= high + 1e-12


def test_more_trials_say_more() -> None:
    few, many = Proportion(8, 10).interval(), Proportion(80, 100).interval()
    assert many[1] - many[0] < few[1] - few[0]
    assert Proportion(8, 10).interval() == pytest.approx((0.4902, 0.9433), abs=1e-4)


def test_retention_of_a_day_counts_its_reviews_and_no_first_looks() -> None:
    first = replace(REVIEW, first=True, predicted=None)
    days = retention_by_day(
        [first, review(0.9, True), review(0.7, False), review(0.8, True, day=2)], DAY, DAY + 2
    )
    assert [one.first - DAY for one in days] == [0, 1, 2]
    assert [one.seen.share for one in days] == [0.5, None, 1.0]
    assert days[0].predicted == pytest.approx(0.8)
    assert days[1].predicted is None


def test_weeks_end_today_and_the_first_may_be_short() -> None:
    weeks = retention_by_day([], DAY, DAY + 9, span=7)
    assert [(one.first - DAY, (one.last or 0) - DAY) for one in weeks] == [(0, 2), (3, 9)]


def test_every_age_of_memory_has_one_place() -> None:
    ages = [1, 2, 3, 4, 7, 8, 14, 15, 30, 31, 60, 61, 120, 121, 4000]
    found = retention_by_age([review(0.9, True, elapsed=age) for age in ages])
    assert sum(one.seen.trials for one in found) == len(ages)
    assert [one.seen.trials for one in found] == [1, 2, 2, 2, 2, 2, 2, 2]


def test_log_loss_is_that_of_the_probabilities_given() -> None:
    found = model_calibration([review(0.9, True), review(0.6, False)])
    assert found.log_loss == pytest.approx(-(math.log(0.9) + math.log(0.4)) / 2)
    assert found.reviews == 2


def test_a_model_that_is_right_on_average_has_no_error() -> None:
    right = [review(0.8, number < 8) for number in range(10)]
    assert model_calibration(right).error == pytest.approx(0)
    over = [review(0.9, number < 5) for number in range(10)]
    assert model_calibration(over).error == pytest.approx(0.4)


def test_a_certain_prediction_falls_into_the_last_bin() -> None:
    found = model_calibration([review(1.0, True), review(0.96, True), review(0.0, False)])
    assert [(one.low, one.seen.trials) for one in found.bins] == [(0.0, 1), (0.95, 2)]


def test_nothing_predicted_is_nothing_to_calibrate() -> None:
    assert model_calibration([]).reviews == 0


def test_confidence_is_judged_by_being_right() -> None:
    rows = [
        row(0, 3, confidence="sure"),
        row(1, 1, confidence="sure"),
        row(2, 3),
        row(3, 3, confidence="guess"),
    ]
    found = confidence_calibration(logged_answers(rows))
    assert found[Confidence.SURE] == Proportion(1, 2)
    assert found[Confidence.GUESS] == Proportion(1, 1)
    assert found[Confidence.UNSURE] == Proportion()
