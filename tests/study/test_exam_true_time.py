"""The hall's clock: no setting of the machine's clock grants time, none costs any."""

from __future__ import annotations

from pathlib import Path

import pytest

from mdquiz.clock import ManualClock
from mdquiz.errors import ProgressBusyError
from mdquiz.exams.event import EventKind
from mdquiz.study import attempts
from mdquiz.study.attempts_read import events_of
from mdquiz.study.desk import Desk
from tests.desks import MORNING, desk_with
from tests.exams.decks import EVERY_TYPE
from tests.study.test_exam import MINUTE, begin, key, sums

MINUTE_MS = MINUTE * 1000


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock.at(MORNING)


@pytest.fixture
def desk(tmp_path: Path, clock: ManualClock) -> Desk:
    return desk_with(tmp_path, sums(120), clock=clock)


def again(folder: Path, clock: ManualClock) -> Desk:
    return desk_with(folder, sums(120), clock=clock)


def kinds(desk: Desk, number: int = 1) -> list[EventKind]:
    return [event.kind for event in events_of(desk, desk.store.attempts.get(number))]


@pytest.mark.parametrize("answers", [True, False])
def test_a_clock_set_back_while_mdquiz_was_closed_grants_nothing(
    desk: Desk, tmp_path: Path, clock: ManualClock, answers: bool
) -> None:
    exam = begin(desk)
    clock.advance(seconds=10 * MINUTE)
    if answers:
        exam.answer(key(exam))
        exam.leave()
    clock.advance(seconds=50 * MINUTE)
    clock.turn(seconds=-50 * MINUTE)
    later = again(tmp_path, clock)
    assert attempts.attempt_rows(later)[0].left_ms == 60 * MINUTE_MS
    resumed = attempts.resume(later)
    assert resumed.left_ms() == 60 * MINUTE_MS
    assert len(resumed.attempt.clock_notes) == 1


def test_after_a_restart_time_counts_from_the_last_minute_that_was_saved(
    desk: Desk, tmp_path: Path, clock: ManualClock
) -> None:
    exam = begin(desk)
    for _ in range(30):
        clock.advance(seconds=MINUTE)
        assert not exam.tick()
    clock.boot, clock.elapsed_ms = "another", 0
    clock.turn(seconds=-25 * MINUTE)
    assert attempts.resume(again(tmp_path, clock)).left_ms() == 90 * MINUTE_MS
    assert kinds(desk).count(EventKind.TICK) == 31


def test_a_clock_set_back_and_put_right_costs_nothing(
    desk: Desk, tmp_path: Path, clock: ManualClock
) -> None:
    exam = begin(desk)
    clock.turn(seconds=-50 * MINUTE)
    exam.answer(key(exam))
    clock.turn(seconds=50 * MINUTE)
    exam.answer(key(exam))
    assert exam.left_ms() == 120 * MINUTE_MS
    clock.advance(seconds=10 * MINUTE)
    assert attempts.resume(again(tmp_path, clock)).left_ms() == 110 * MINUTE_MS
    exam = attempts.resume(desk)
    exam.submit()
    from mdquiz.exams.report_words import closing_line

    said = closing_line(attempts.report_of(desk, 1).attempt)
    assert "set back by 50:00; that granted no time. It was put right later" in said


def test_time_on_a_question_is_kept_when_the_clock_is_found_set_back(
    desk: Desk, clock: ManualClock
) -> None:
    exam = begin(desk)
    clock.advance(seconds=5 * MINUTE)
    clock.turn(seconds=-60 * MINUTE)
    exam.answer(key(exam))
    assert exam.reply.spent_ms == 5 * MINUTE_MS


def test_a_heartbeat_that_cannot_be_saved_disturbs_nobody(desk: Desk, clock: ManualClock) -> None:
    exam = begin(desk)
    desk.store.close()
    clock.advance(seconds=2 * MINUTE)
    assert not exam.tick()


def test_a_second_window_that_begins_writes_nothing_into_an_attempt_that_runs(
    desk: Desk, tmp_path: Path, clock: ManualClock
) -> None:
    exam = begin(desk)
    clock.advance(seconds=10 * MINUTE)
    exam.answer(key(exam))
    clock.turn(seconds=-5 * MINUTE)
    other = again(tmp_path, clock)
    before = kinds(other)
    begin(other)
    assert kinds(other) == before
    exam.answer(key(exam))


def test_an_attempt_handed_in_in_another_window_is_said_to_be_so(
    desk: Desk, tmp_path: Path, clock: ManualClock
) -> None:
    exam = begin(desk)
    attempts.resume(again(tmp_path, clock)).submit()
    with pytest.raises(ProgressBusyError, match="was handed in in another window"):
        exam.answer(key(exam))


def test_what_another_window_has_just_handed_in_is_no_trouble(
    desk: Desk, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(desk)
    clock.advance(days=1)
    seen = desk.store.attempts.last_event

    def then_handed_in(number: int) -> str:
        text = seen(number)
        monkeypatch.undo()
        attempts.hand_in_what_ran_out(desk)
        return text

    monkeypatch.setattr(type(desk.store.attempts), "last_event", lambda _, n: then_handed_in(n))
    attempts.hand_in_what_ran_out(desk)
    assert not attempts.attempt_rows(desk)[0].running


def test_the_time_that_is_truly_left_is_told(
    desk: Desk, tmp_path: Path, clock: ManualClock
) -> None:
    begin(desk).leave()
    clock.advance(seconds=118 * MINUTE + 30)
    assert attempts.resume(again(tmp_path, clock)).warning() == "1:30 minutes left."


def test_a_warning_that_comes_a_moment_late_says_the_full_minutes(
    desk: Desk, clock: ManualClock
) -> None:
    exam = begin(desk)
    clock.advance(seconds=115 * MINUTE + 1.2)
    assert exam.warning() == "5 minutes left."


def test_from_hindi_the_way_back_is_open_on_a_question_in_one_language(
    tmp_path: Path, clock: ManualClock
) -> None:
    desk = desk_with(tmp_path, EVERY_TYPE, clock=clock)
    exam = begin(desk)
    assert exam.paper.languages == ("en", "hi")
    exam.switch_language()
    alone = next(item.number for item in exam.paper.items if len(item.versions) == 1)
    exam.visit(alone)
    exam.switch_language()
    assert exam.attempt.language == "en"


@pytest.mark.parametrize("paper", ["{}", "not json", '{"version": 99}', "[]"])
def test_an_attempt_that_cannot_be_read_is_named_and_hides_no_other(
    desk: Desk, clock: ManualClock, paper: str
) -> None:
    begin(desk).submit()
    desk.store.attempts.begin(desk.new_sitting(), clock.now().utc_ms, 330, paper)
    assert attempts.latest_number(desk) == 1
    clock.advance(seconds=1)
    exam = begin(desk)
    assert [row.number for row in attempts.attempt_rows(desk)] == [1, 3]
    row = attempts.running_row(desk)
    assert row is not None
    assert row.number == 3
    (said,) = attempts.unreadable(desk)
    assert said.startswith("Attempt 2 is left out: ")
    assert attempts.resume(desk).number == 3
    attempts.resume(desk).submit()
    assert [past.name for past in attempts.report_of(desk, exam.number).earlier] == ["1"]
