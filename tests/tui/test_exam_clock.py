"""The exam's clock: true to the stored deadline, whatever happens to the machine."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from mdquiz.exams.attempt import BY_HAND, BY_TIME, Palette
from mdquiz.exams.confidence import Bucket
from mdquiz.exams.marking import Result
from mdquiz.grading.verdict import Response
from mdquiz.study import attempts
from mdquiz.study.exam_claim import Claim, open_elsewhere
from mdquiz.tui.screens.exam_elsewhere import ElsewhereScreen
from mdquiz.tui.screens.exams import ExamsScreen
from mdquiz.tui.screens.home import HomeScreen
from mdquiz.tui.widgets.exam_offer import ExamOffer
from tests.desks import desk_with
from tests.exams.decks import EVERY_TYPE
from tests.study.test_exam import sums
from tests.tui.exams import MINUTE, answer, begin, exam_of, pass_time, report_of, results
from tests.tui.running import clock_of, press, rows_of, running, settled, text_of, write


async def test_a_hundred_questions_are_taken_until_time_is_over(tmp_path: Path) -> None:
    async with running(tmp_path, sums(120)) as (app, pilot):
        screen = await begin(pilot)
        assert "2:00:00 left" in text_of(app)
        for number in range(1, 96):
            assert screen.attempt.current == number
            clock_of(pilot).advance(seconds=70)
            if number % 5:
                await answer(pilot, right=number % 3 > 0)
            if number % 8 == 1:
                await press(pilot, "w")
            if number % 10 == 0:
                await press(pilot, "m")
            await press(pilot, "enter")
        counts = screen.attempt.palette()
        assert sum(counts.values()) == 100
        assert counts[Palette.ANSWERED] == 76
        assert counts[Palette.MARKED] == 9
        left = screen.exam.left_ms()
        await pass_time(pilot, left / 1000 - 1)
        assert exam_of(pilot) is screen
        await pass_time(pilot, 1)
        report = report_of(pilot).report
        assert report is not None
        submitted = report.attempt.submitted
        assert submitted is not None
        assert (submitted.reason, submitted.at_ms - report.attempt.started_ms) == (
            BY_TIME,
            7_200_000,
        )
        assert results(report_of(pilot)).count(Result.RIGHT) == 51
        assert results(report_of(pilot)).count(Result.WRONG) == 25
        assert {one.bucket for one in report.score.items} == {Bucket.SURE, Bucket.UNSAID}
        assert "Handed in when time was over" in text_of(app)


async def test_time_left_is_warned_of_in_words_at_five_minutes_and_at_one(tmp_path: Path) -> None:
    async with running(tmp_path, sums(20)) as (app, pilot):
        await begin(pilot, questions=10, minutes=12)
        await pass_time(pilot, 6 * MINUTE + 58)
        assert "▲" not in text_of(app)
        await pass_time(pilot, 2)
        assert "▲ 5:00 left" in text_of(app)
        assert "5 minutes left." in text_of(app)
        await pass_time(pilot, 4 * MINUTE)
        assert "1 minute left." in text_of(app)


async def test_time_runs_out_behind_any_window(tmp_path: Path) -> None:
    async with running(tmp_path, sums(20)) as (app, pilot):
        await begin(pilot, questions=10, minutes=12)
        await press(pilot, "1", "s", "question_mark")
        await pass_time(pilot, 20 * MINUTE)
        assert results(report_of(pilot)).count(Result.BLANK) == 9
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_what_is_being_typed_when_time_runs_out_is_saved(tmp_path: Path) -> None:
    async with running(tmp_path, EVERY_TYPE) as (_, pilot):
        await begin(pilot, formats=("numeric",), minutes=1)
        await write(pilot, "12")
        await pass_time(pilot, 57)
        await pass_time(pilot, 5)
        assert results(report_of(pilot)) == [Result.RIGHT]


async def test_a_key_after_the_deadline_hands_in_what_was_there(tmp_path: Path) -> None:
    async with running(tmp_path, sums(20)) as (_, pilot):
        await begin(pilot, questions=10, minutes=12)
        await press(pilot, "1")
        clock_of(pilot).advance(seconds=13 * MINUTE)
        await press(pilot, "enter", "2")
        assert [one for one in results(report_of(pilot)) if one is not Result.BLANK]
        assert results(report_of(pilot)).count(Result.BLANK) == 9


async def test_a_clock_set_back_grants_no_time(tmp_path: Path) -> None:
    async with running(tmp_path, sums(20)) as (app, pilot):
        await begin(pilot, questions=10, minutes=60)
        await pass_time(pilot, 30 * MINUTE)
        await pass_time(pilot, -20 * MINUTE)
        assert "30:00 left" in text_of(app)
        await press(pilot, "1", "s", "y")
        assert "granted no time" in " ".join(text_of(app).split())


async def test_locked_sections_close_by_the_clock_and_cannot_be_entered_again(
    tmp_path: Path,
) -> None:
    decks = [sums(30, tag=tag) for tag in ("reasoning", "gk", "quant", "english")]
    async with running(tmp_path, *decks, size=(120, 40)) as (app, pilot):
        screen = await begin(pilot, "ssc-cgl-t1")
        assert "▪ General Awareness" in text_of(app)
        await press(pilot, "1", "v", "3", "0", "enter")
        assert screen.attempt.current == 1
        assert "is not open" in " ".join(text_of(app).split())
        await pass_time(pilot, 15 * MINUTE)
        assert screen.attempt.current == 26
        assert "The time of that section is over" in " ".join(text_of(app).split())
        assert "✓ General Intelligence" in text_of(app)
        await press(pilot, "1", "s", "y")
        assert screen.attempt.current == 51
        await press(pilot, "s", "w")
        assert "later sections unanswered" in " ".join(text_of(app).split())
        await press(pilot, "y")
        assert results(report_of(pilot)).count(Result.BLANK) == 98


@pytest.mark.parametrize("died", [True, False], ids=["died", "closed"])
async def test_an_exam_goes_on_after_the_app_is_gone(tmp_path: Path, died: bool) -> None:
    async with running(tmp_path, sums(20)) as (_, pilot):
        screen = await begin(pilot, questions=10, minutes=60)
        await press(pilot, "1", "enter", "2", "w", "m", "enter")
        screen._done = died  # a process that dies says no good-bye
        replies = screen.attempt.replies
    async with running(tmp_path, sums(20)) as (app, pilot):
        clock_of(pilot).advance(seconds=25 * MINUTE)
        home = app.screen
        assert isinstance(home, HomeScreen)
        home.query_one(ExamOffer).look()
        await settled(pilot)
        assert "Exam 1 is running: 35:00 left" in text_of(app)
        await press(pilot, "x")
        again = exam_of(pilot)
        assert [reply.response for reply in again.attempt.replies] == [
            reply.response for reply in replies
        ]
        assert (again.attempt.current, again.attempt.resumed) == (3, 1)
        assert again.attempt.reply(2).palette is Palette.ANSWERED_MARKED
        assert 34 * MINUTE * 1000 < again.exam.left_ms() < 35 * MINUTE * 1000
        await press(pilot, "3", "s", "y")
        report = report_of(pilot).report
        assert report is not None
        assert report.attempt.submitted is not None
        assert report.attempt.submitted.reason == BY_HAND
        assert report.score.total.attempted == 3


async def test_what_is_typed_is_saved_when_the_app_is_quit(tmp_path: Path) -> None:
    async with running(tmp_path, EVERY_TYPE) as (_, pilot):
        await begin(pilot, formats=("numeric",))
        await write(pilot, "12")
    with desk_with(tmp_path, EVERY_TYPE) as desk:
        assert attempts.resume(desk).reply.response == Response(typed="12")


@pytest.mark.parametrize("notices", ["key", "clock"])
async def test_an_exam_that_goes_on_in_another_window_can_be_left(
    tmp_path: Path, notices: str
) -> None:
    async with running(tmp_path, sums(20)) as (app, pilot):
        await begin(pilot, questions=10)
        await press(pilot, "1")
        with desk_with(tmp_path, sums(20), clock=clock_of(pilot)) as other:
            there = attempts.resume(other)
            await (press(pilot, "2") if notices == "key" else pass_time(pilot, 1))
            assert isinstance(app.screen, ElsewhereScreen)
            assert "goes on in another window" in text_of(app)
            there.answer(Response(chosen=(3,)))
            await app.screen.look_again()
            await press(pilot, "escape")
            assert isinstance(app.screen, HomeScreen)
            assert there.reply.response == Response(chosen=(3,))


async def test_the_words_follow_what_happens_in_the_other_window(tmp_path: Path) -> None:
    async with running(tmp_path, sums(20)) as (app, pilot):
        await begin(pilot, questions=10)
        with desk_with(tmp_path, sums(20), clock=clock_of(pilot)) as other:
            there = attempts.resume(other)
            await pass_time(pilot, 1)
            assert "goes on in another window" in text_of(app)
            there.submit()
        assert isinstance(app.screen, ElsewhereScreen)
        await app.screen.look_again()
        await settled(pilot)
        shown = " ".join(text_of(app).split())
        assert "was handed in in another window. Enter opens its report." in shown
        await press(pilot, "enter")
        assert results(report_of(pilot)).count(Result.BLANK) == 10


async def test_an_exam_can_be_taken_back_from_another_window(tmp_path: Path) -> None:
    async with running(tmp_path, sums(20)) as (_app, pilot):
        await begin(pilot, questions=10)
        with desk_with(tmp_path, sums(20), clock=clock_of(pilot)) as other:
            attempts.resume(other).answer(Response(chosen=(3,)))
            await press(pilot, "2", "t")
            assert exam_of(pilot).attempt.reply(1).response == Response(chosen=(3,))
            await press(pilot, "1")
            assert exam_of(pilot).attempt.reply(1).response == Response(chosen=(0,))
            assert exam_of(pilot).attempt.resumed == 2


@pytest.mark.parametrize("notices", ["key", "clock"])
async def test_an_older_window_says_that_the_exam_was_handed_in_elsewhere(
    tmp_path: Path, notices: str
) -> None:
    async with running(tmp_path, sums(20)) as (app, pilot):
        await begin(pilot, questions=10)
        await press(pilot, "1", "s")
        with desk_with(tmp_path, sums(20), clock=clock_of(pilot)) as other:
            attempts.resume(other).submit()
        await (press(pilot, "y") if notices == "key" else pass_time(pilot, 1))
        shown = " ".join(text_of(app).split())
        assert "was handed in in another window" in shown
        assert "goes on" not in shown
        await press(pilot, "enter")
        assert results(report_of(pilot)).count(Result.BLANK) == 9


async def test_what_ran_out_while_nobody_looked_stands_in_the_list_as_handed_in(
    tmp_path: Path,
) -> None:
    async with running(tmp_path, sums(20)) as (app, pilot):
        await begin(pilot, questions=10, minutes=12)
        await press(pilot, "1", "q", "y", "m")
        assert "running" in text_of(app)
        clock_of(pilot).advance(seconds=13 * MINUTE)
        await press(pilot, "enter")
        assert results(report_of(pilot)).count(Result.BLANK) == 9
        await press(pilot, "q")
        assert "running" not in text_of(app)
        assert len(rows_of(app.desk)) == 1


async def test_home_says_nothing_of_exams_where_none_runs(tmp_path: Path) -> None:
    async with running(tmp_path, sums(20)) as (app, pilot):
        assert "is running" not in text_of(app)
        await press(pilot, "x")
        assert isinstance(app.screen, HomeScreen)


def suspend(pilot: Pilot[None], minutes: int) -> None:
    """The lid is closed: the clock goes on, the process does not."""
    clock_of(pilot).turn(seconds=minutes * MINUTE)


async def test_home_and_the_list_show_the_true_time_left_after_a_suspend(tmp_path: Path) -> None:
    async with running(tmp_path, sums(20)) as (app, pilot):
        await begin(pilot, questions=10, minutes=60)
        await press(pilot, "q", "y")
        await settled(pilot)
        suspend(pilot, 20)
        offer = app.screen.query_one(ExamOffer)
        offer.show_left()
        await settled(pilot)
        assert "Exam 1 is running: 39:5" in text_of(app)
        await press(pilot, "m")
        suspend(pilot, 20)
        screen = app.screen
        assert isinstance(screen, ExamsScreen)
        screen._show_running()
        await settled(pilot)
        assert "Exam 1 is running: 19:5" in text_of(app)


async def test_several_running_exams_are_counted_and_chosen_from(tmp_path: Path) -> None:
    async with running(tmp_path, sums(20)) as (app, pilot):
        for minutes in (60, 30):
            await begin(pilot, questions=10, minutes=minutes)
            await press(pilot, "q", "y")
        await settled(pilot)
        shown = " ".join(text_of(app).split())
        assert "2 exams are running: 2 (" in shown
        assert ", 1 (" in shown
        await press(pilot, "x")
        assert isinstance(app.screen, ExamsScreen)
        await press(pilot, "x", "escape", "x", "y")
        shown = " ".join(text_of(app).split())
        assert "given up" in shown
        assert "Exam 1 is running" in shown
        await press(pilot, "down", "enter")
        assert exam_of(pilot).exam.number == 1


async def test_an_exam_open_in_another_window_is_taken_over_only_when_asked_for(
    tmp_path: Path,
) -> None:
    async with running(tmp_path, sums(20)) as (app, pilot):
        await begin(pilot, questions=10)
        await press(pilot, "q", "y")
        await settled(pilot)
        other = Claim(app.desk.places, 1)
        assert not other.refused
        await press(pilot, "x")
        assert "open in another window" in text_of(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)
        await press(pilot, "x", "t")
        assert exam_of(pilot).exam.number == 1
        other.release()


async def test_an_exam_is_claimed_while_its_screen_stands(tmp_path: Path) -> None:
    async with running(tmp_path, sums(20)) as (app, pilot):
        await begin(pilot, questions=10)
        assert open_elsewhere(app.desk.places, 1)
        await press(pilot, "q", "y")
        assert not open_elsewhere(app.desk.places, 1)
