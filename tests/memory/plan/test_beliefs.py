from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mdquiz.memory.plan.budget import WeeklyTime, used_share
from mdquiz.memory.plan.cards import cards_of
from mdquiz.memory.plan.learner import Learner
from mdquiz.memory.plan.marks import question_marks
from mdquiz.memory.plan.pace import TimedAnswer, learned_pace
from mdquiz.memory.state import CardState

MONDAY = date(2026, 11, 23).toordinal()


def test_rest_days_and_days_off_have_no_time() -> None:
    week = WeeklyTime.every_day(30, rest=(6,))
    week = WeeklyTime(week.minutes, off=frozenset({MONDAY + 1}), instead={MONDAY + 2: 90})
    assert week.budgets(MONDAY, MONDAY + 8).tolist() == [
        *(1800, 0, 5400, 1800, 1800, 1800, 0, 1800)
    ]


def test_no_day_is_left_on_the_exam_day() -> None:
    assert len(WeeklyTime.every_day(30).budgets(MONDAY, MONDAY)) == 0


@pytest.mark.parametrize(
    ("meant", "done", "low", "high"),
    [
        ([], [], 1, 1),
        ([600] * 2, [0, 0], 0.55, 0.65),
        ([600] * 30, [300] * 30, 0.5, 0.6),
        ([600] * 30, [900] * 30, 1, 1),
    ],
    ids=["no days yet", "two missed at once", "half used for long", "more than meant"],
)
def test_absences_are_learned_slowly(
    meant: list[float], done: list[float], low: float, high: float
) -> None:
    assert low <= used_share(meant, done) <= high


def test_remembering_is_worth_less_where_a_guess_pays() -> None:
    open_question = question_marks(2, 0.66, 0)
    negative = question_marks(2, 0.66, 4)
    kind = question_marks(2, 0, 4)
    assert open_question.gain == 2
    assert negative.forgotten == pytest.approx(0.005)
    assert kind.gain == pytest.approx(1.5)
    assert (kind.forgotten, kind.known) == (0.5, 2.0)


def test_a_guess_that_costs_marks_is_left_blank() -> None:
    assert question_marks(2, 1, 4).forgotten == 0


def test_an_answer_of_no_worth_still_has_a_finite_price() -> None:
    assert question_marks(0, 0, 4).gain > 0


def test_without_a_log_the_priors_stand() -> None:
    learner, paces = learned_pace([], Learner())
    assert learner.first_seconds == Learner().first_seconds
    assert learner.pass_ratings == pytest.approx(Learner().pass_ratings)
    assert paces == {}


def test_a_slow_reader_of_statements_is_believed_after_a_while() -> None:
    answers = [TimedAnswer("statements", False, 3, 22.0)] * 300
    answers += [TimedAnswer("short", False, 3, 7.0)] * 300
    learner, paces = learned_pace(answers, Learner())
    assert learner.later_seconds[2] == pytest.approx(14.1, abs=0.5)
    assert paces["statements"] > 1.4
    assert paces["short"] < 0.6
    assert learner.later_seconds[0] == Learner().later_seconds[0]


def test_a_question_left_open_over_lunch_tells_its_rating_and_no_time() -> None:
    learner, paces = learned_pace([TimedAnswer("short", True, 1, None)] * 30, Learner())
    assert learner.first_seconds == Learner().first_seconds
    assert learner.first_ratings[0] > 0.5
    assert paces == {}


def test_what_follows_a_miss_costs_the_looks_until_the_card_is_known() -> None:
    miss = TimedAnswer("short", False, 1, 10.0, (4.0, 4.0, 4.0))
    slow = replace(miss, repeats=(20.0,))
    quick = TimedAnswer("short", False, 3, 5.0)
    prior = Learner()
    thrice, _ = learned_pace([miss] * 3000 + [quick] * 500, prior)
    once, _ = learned_pace([slow] * 3000, prior)
    none, _ = learned_pace([quick] * 3000, prior)
    assert thrice.relearn_seconds == pytest.approx(12, abs=0.3)
    assert once.relearn_seconds == pytest.approx(20, abs=0.3)
    assert none.relearn_seconds == prior.relearn_seconds


def test_ratings_are_drawn_towards_the_learners_own() -> None:
    learner, _ = learned_pace([TimedAnswer("short", True, 1, 20.0)] * 300, Learner())
    assert learner.first_ratings[0] > 0.9
    assert sum(learner.first_ratings) == pytest.approx(1)


def test_the_cards_of_a_plan_are_the_states_of_the_log() -> None:
    states = [CardState(), CardState(stability=4.0, difficulty=6.0, last_day=MONDAY, reviews=2)]
    cards = cards_of(states, [2.0, 1.0], [1.0, 1.5], MONDAY + 3)
    assert cards.new.tolist() == [True, False]
    assert cards.elapsed.tolist() == [0, 3]
    assert cards.burden.tolist() == [0.5, 1.5]


def test_a_second_look_moves_the_memory_only_where_it_is_believed_to() -> None:
    moved, kept = Learner(second_look=True).first_session(), Learner().first_session()
    assert moved.stability[0] > kept.stability[0]
    assert moved.stability[1:].tolist() == kept.stability[1:].tolist()
    assert moved.seconds == kept.seconds
