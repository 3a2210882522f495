"""What each kind of log row does to a card."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mdquiz.grading.verdict import Rating
from mdquiz.memory.fold import fold
from mdquiz.memory.model import Fsrs6
from mdquiz.memory.preview import previewed_intervals
from mdquiz.memory.state import CardState
from mdquiz.progress.log import Kind, LogRow

from .rows import CARD, DAY, row

AGAIN, HARD, GOOD, EASY = Rating
MODEL = Fsrs6()


def test_a_card_without_history_is_new() -> None:
    assert fold([]) == CardState()
    assert fold([]).new


def test_a_first_good_review_is_due_in_some_days() -> None:
    state = fold([row(1, rating=GOOD)])
    assert (state.reviews, state.last_day, state.relearning) == (1, DAY, False)
    assert (state.stability, state.difficulty) == MODEL.init(GOOD)
    assert state.due_day - DAY == 2


def test_a_miss_returns_the_same_day_and_is_no_lapse_of_a_new_card() -> None:
    state = fold([row(1, rating=AGAIN)])
    assert state.relearning
    assert state.due_day == DAY
    assert state.lapses == 0


def test_a_miss_of_a_learned_card_is_a_lapse() -> None:
    state = fold([row(1, rating=GOOD), row(2, rating=AGAIN, day=DAY + 3)])
    assert state.lapses == 1
    assert state.relearning


def test_knowing_a_missed_card_later_that_day_sets_it_for_another_day() -> None:
    missed = fold([row(1, rating=AGAIN)])
    known = fold([row(1, rating=AGAIN), row(2, rating=GOOD)])
    assert not known.relearning
    assert known.due_day == DAY + MODEL.interval(missed.stability)
    assert (known.stability, known.difficulty) == (missed.stability, missed.difficulty)


@pytest.mark.parametrize("later", [[EASY] * 10, [GOOD, EASY, HARD], [AGAIN, AGAIN, EASY, GOOD]])
def test_repeats_on_one_day_never_inflate_stability(later: list[int]) -> None:
    first = fold([row(1, rating=GOOD)])
    after = fold([row(1, rating=GOOD), *(row(2 + i, rating=r) for i, r in enumerate(later))])
    assert (after.stability, after.difficulty) == (first.stability, first.difficulty)
    assert (after.reviews, after.lapses, after.due_day) == (1, 0, first.due_day)


def test_missing_a_card_again_and_again_in_a_day_is_one_miss() -> None:
    once = fold([row(1, rating=GOOD), row(2, rating=AGAIN, day=DAY + 5)])
    thrice = [row(number, rating=AGAIN, day=DAY + 5) for number in (2, 3, 4)]
    assert fold([row(1, rating=GOOD), *thrice]) == once


def test_a_miss_left_over_from_yesterday_is_reviewed_as_a_day_old() -> None:
    missed = fold([row(1, rating=AGAIN)])
    known = fold([row(1, rating=AGAIN), row(2, rating=GOOD, day=DAY + 1)])
    held = MODEL.init(AGAIN)
    assert missed.due_day <= DAY + 1
    assert (known.stability, known.difficulty) == MODEL.step(held, 1, GOOD)
    assert not known.relearning


@pytest.mark.parametrize("kind", [Kind.AHEAD, Kind.CRAM, Kind.EXAM, Kind.REPAIR])
@pytest.mark.parametrize("rating", [AGAIN, EASY])
def test_answers_outside_the_schedule_never_move_it(kind: Kind, rating: int) -> None:
    learned = [row(1, rating=GOOD)]
    wrong = row(2, kind, rating, day=DAY + 1, outcome="wrong", confidence="sure")
    assert fold([*learned, wrong]) == fold(learned)


def test_an_answer_without_a_rating_waits_for_one() -> None:
    revealed = row(1, outcome="revealed")
    assert fold([revealed]) == CardState()
    graded = fold([revealed, row(2, Kind.REGRADE, GOOD, ref=1)])
    assert graded == fold([row(1, rating=GOOD)])


def test_the_learners_own_rating_replaces_the_suggested_one() -> None:
    regraded = fold([row(1, rating=AGAIN), row(2, Kind.REGRADE, EASY, ref=1)])
    assert regraded == fold([row(1, rating=EASY)])


def test_the_last_of_several_ratings_counts_and_undoing_it_brings_back_the_one_before() -> None:
    answers = [row(1, rating=AGAIN), row(2, Kind.REGRADE, HARD, ref=1)]
    twice = [*answers, row(3, Kind.REGRADE, EASY, ref=1)]
    assert fold(twice) == fold([row(1, rating=EASY)])
    assert fold([*twice, row(4, Kind.UNDO, ref=3)]) == fold([row(1, rating=HARD)])


def test_regrading_the_first_answer_of_a_day_recomputes_what_followed() -> None:
    later = row(2, rating=GOOD, day=DAY + 4)
    regraded = fold([row(1, rating=GOOD), later, row(3, Kind.REGRADE, HARD, ref=1)])
    assert regraded == fold([row(1, rating=HARD), later])


def test_an_undone_answer_is_as_if_never_given() -> None:
    first = [row(1, rating=GOOD)]
    undone = [*first, row(2, rating=AGAIN, day=DAY + 9), row(3, Kind.UNDO, ref=2)]
    assert fold(undone) == fold(first)
    assert fold([row(1, rating=GOOD), row(2, Kind.UNDO, ref=1)]) == CardState()


def test_undoing_an_undo_does_nothing() -> None:
    rows = [row(1, rating=GOOD), row(2, Kind.UNDO, ref=1), row(3, Kind.UNDO, ref=2)]
    assert fold(rows) == CardState()


def test_undoing_the_first_answer_of_a_day_lets_the_second_count() -> None:
    rows = [row(1, rating=AGAIN), row(2, rating=EASY), row(3, Kind.UNDO, ref=1)]
    assert fold(rows) == fold([row(2, rating=EASY)])


def test_suspend_bury_and_flag_leave_the_schedule_alone() -> None:
    learned = fold([row(1, rating=GOOD)])
    marks = [row(2, Kind.SUSPEND), row(3, Kind.BURY, day=DAY + 1), row(4, Kind.FLAG)]
    marked = fold([row(1, rating=GOOD), *marks])
    assert marked == replace(learned, suspended=True, buried_day=DAY + 1, flagged=True)
    unmarked = fold([row(1, rating=GOOD), *marks, row(5, Kind.RESUME), row(6, Kind.UNFLAG)])
    assert unmarked == replace(learned, buried_day=DAY + 1)
    assert fold([row(1, Kind.BURY), row(2, Kind.UNDO, ref=1)]) == CardState()


def test_a_reset_card_is_new_and_keeps_only_its_flag() -> None:
    rows = [row(1, rating=GOOD), row(2, Kind.FLAG), row(3, Kind.SUSPEND), row(4, Kind.RESET)]
    assert fold(rows) == CardState(flagged=True)
    assert fold([row(1, rating=GOOD), row(2, Kind.RESET), row(3, rating=EASY)]) == fold(
        [row(3, rating=EASY)]
    )


def test_wrong_though_sure_is_a_misconception_until_known() -> None:
    wrong = row(1, rating=AGAIN, outcome="wrong", confidence="sure")
    assert fold([wrong]).misconception
    assert fold([wrong, row(2, rating=AGAIN, outcome="wrong")]).misconception
    assert not fold([wrong, row(2, rating=GOOD, outcome="right")]).misconception


def test_wrong_and_unsure_is_no_misconception_nor_an_answer_accepted_after_all() -> None:
    unsure = row(1, rating=AGAIN, outcome="wrong", confidence="unsure")
    assert not fold([unsure]).misconception
    sure = row(1, rating=AGAIN, outcome="wrong", confidence="sure")
    assert not fold([sure, row(2, Kind.REGRADE, GOOD, ref=1)]).misconception


def test_each_review_is_scheduled_by_the_retention_that_stood_then() -> None:
    keen = Fsrs6(desired_retention=0.97)
    lax = Fsrs6(desired_retention=0.75)

    def due(model: Fsrs6) -> int:
        first = row(1, rating=EASY, scheduler=model.name, parameters=model.parameters_json)
        return fold([first]).due_day

    assert due(keen) < due(MODEL) < due(lax)


def test_flying_west_over_midnight_never_makes_a_day_negative() -> None:
    first = row(1, rating=GOOD, day=DAY)
    assert fold([first, row(2, rating=GOOD, day=DAY - 1)]) == fold([first])


def test_rows_in_any_order_give_the_same_state() -> None:
    rows = [
        row(1, rating=GOOD),
        row(2, rating=AGAIN, day=DAY + 2),
        row(3, Kind.REGRADE, HARD, ref=2),
        row(4, rating=GOOD, day=DAY + 9),
        row(5, Kind.UNDO, ref=4),
        row(6, rating=EASY, day=DAY + 11),
    ]
    expected = fold(rows)
    for seed in range(20):
        random.Random(seed).shuffle(rows)
        assert fold(rows) == expected


@given(st.lists(st.tuples(st.sampled_from([AGAIN, HARD, GOOD, EASY]), st.integers(0, 60))))
@settings(max_examples=60, deadline=None)
def test_the_interval_previewed_is_the_interval_stored(history: list[tuple[int, int]]) -> None:
    rows: list[LogRow] = []
    day = DAY
    for number, (rating, gap) in enumerate(history, start=1):
        day += gap
        previews = previewed_intervals(fold(rows), CARD, day, MODEL)
        rows.append(row(number, rating=rating, day=day))
        assert fold(rows).due_day - day == previews[Rating(rating)]
        assert previews[HARD] <= previews[GOOD] <= previews[EASY]


def test_a_missed_card_is_previewed_to_return_within_the_sitting() -> None:
    assert previewed_intervals(CardState(), CARD, DAY, MODEL)[AGAIN] == 0


def test_a_repeat_that_counts_on_yesterday_is_previewed_from_today() -> None:
    missed = fold([row(1, rating=AGAIN)])
    stored = fold([row(1, rating=AGAIN), row(2, rating=EASY)])
    shown = previewed_intervals(missed, CARD, DAY + 1, MODEL, review_day=DAY)
    assert shown[EASY] == stored.due_day - (DAY + 1)
    assert shown[AGAIN] == 0
