from __future__ import annotations

import random

import pytest

from mdquiz.insight.answers import between, logged_answers
from mdquiz.memory.model import Fsrs6
from mdquiz.progress.log import Kind
from tests.insight.logs import CARD, DAY, OTHER, row


def test_each_review_carries_the_recall_that_was_expected_of_it() -> None:
    answers = logged_answers([row(0), row(2), row(9, 1)])
    model = Fsrs6()
    first = model.init(3)  # type: ignore[arg-type]
    second = model.step(first, 2, 3)  # type: ignore[arg-type]
    assert [answer.predicted for answer in answers] == [
        None,
        pytest.approx(model.recall(first, 2)),
        pytest.approx(model.recall(second, 7)),
    ]
    assert [answer.elapsed for answer in answers] == [0, 2, 7]
    assert [answer.passed for answer in answers] == [True, True, False]
    assert [answer.first for answer in answers] == [True, False, False]


def test_only_the_first_drill_of_a_day_is_a_review() -> None:
    rows = [row(0, 1), row(0, 3), row(1), row(1, kind=Kind.CRAM), row(2, kind=Kind.EXAM)]
    assert [answer.review for answer in logged_answers(rows)] == [True, False, True, False, False]


def test_an_undone_answer_did_not_happen() -> None:
    slip = row(3, 1)
    rows = [row(0), slip, row(3, None, kind=Kind.UNDO, ref=slip.id, outcome=""), row(3)]
    answers = logged_answers(rows)
    assert [answer.passed for answer in answers] == [True, True]
    assert answers[1].review


def test_a_regraded_answer_counts_as_regraded() -> None:
    typo = row(3, 1)
    answers = logged_answers([row(0), typo, row(3, 3, kind=Kind.REGRADE, ref=typo.id)])
    assert len(answers) == 2
    assert answers[1].passed


def test_a_card_started_afresh_is_new_again() -> None:
    answers = logged_answers([row(0), row(5, None, kind=Kind.RESET, outcome=""), row(6)])
    assert answers[1].first
    assert answers[1].predicted is None


def test_answers_come_in_the_order_given_whatever_the_order_of_the_rows() -> None:
    rows = [row(0), row(0, card=OTHER), row(1), row(1, card=OTHER), row(4)]
    shuffled = rows[:]
    random.Random(4).shuffle(shuffled)
    assert logged_answers(shuffled) == logged_answers(rows)
    assert [answer.card for answer in logged_answers(rows)] == [CARD, OTHER, CARD, OTHER, CARD]


def test_a_lunch_over_a_question_counts_three_minutes() -> None:
    assert logged_answers([row(0, seconds=4000)])[0].seconds == 180


def test_a_period_includes_both_of_its_ends() -> None:
    answers = logged_answers([row(day) for day in range(5)])
    assert [answer.day - DAY for answer in between(answers, DAY + 1, DAY + 3)] == [1, 2, 3]
