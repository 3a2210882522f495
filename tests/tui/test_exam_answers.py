"""Answering a mock exam by keyboard and mouse: every answer is saved as it is given."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from mdquiz.decks.asked import Form
from mdquiz.exams.attempt import Attempt, Palette, folded_attempt
from mdquiz.exams.confidence import Bucket
from mdquiz.grading.verdict import Response
from mdquiz.study import attempts
from mdquiz.study.attempts_read import events_of, paper_from_store
from mdquiz.tui.screens.exam_hand_in import CloseSectionScreen
from mdquiz.tui.screens.exam_palette import PaletteScreen
from mdquiz.tui.widgets.answer_sheet import AnswerSheet
from mdquiz.tui.widgets.palette_grid import PaletteGrid
from tests.exams.decks import EVERY_TYPE
from tests.study.test_exam import sums
from tests.tui.exams import begin, exam_of
from tests.tui.running import app_of, press, running, settled, text_of, write


def stored(pilot: Pilot[None]) -> Attempt:
    """What the progress file has of the attempt."""
    desk = app_of(pilot).desk
    found = desk.store.attempts.get(1)
    return folded_attempt(paper_from_store(found), found.started_ms, events_of(desk, found))


async def test_a_digit_or_letter_answers_and_is_saved_before_anything_else(tmp_path: Path) -> None:
    async with running(tmp_path, sums(10)) as (_, pilot):
        screen = await begin(pilot, questions=5)
        await press(pilot, "2")
        assert stored(pilot).reply(1).response == Response(chosen=(1,))
        await press(pilot, "d")
        assert stored(pilot).reply(1).response == Response(chosen=(3,))
        assert screen.attempt.current == 1
        assert screen.attempt.reply(1).palette is Palette.ANSWERED
        assert "● (d)" in text_of(app_of(pilot))


async def test_enter_goes_on_and_arrows_go_both_ways(tmp_path: Path) -> None:
    async with running(tmp_path, sums(10)) as (_, pilot):
        screen = await begin(pilot, questions=3)
        await press(pilot, "1", "enter", "right", "left")
        assert screen.attempt.current == 2
        await press(pilot, "n", "n")
        assert screen.attempt.current == 3
        assert "last question of the paper" in " ".join(text_of(app_of(pilot)).split())
        await press(pilot, "p", "p", "p")
        assert screen.attempt.current == 1


async def test_the_cursor_marks_an_option_with_enter_before_it_goes_on(tmp_path: Path) -> None:
    async with running(tmp_path, sums(10)) as (_, pilot):
        screen = await begin(pilot, questions=3)
        await press(pilot, "down", "down", "enter")
        assert screen.attempt.reply(1).response == Response(chosen=(1,))
        assert screen.attempt.current == 1
        await press(pilot, "enter")
        assert screen.attempt.current == 2


async def test_mark_clear_and_confidence_show_in_the_palette(tmp_path: Path) -> None:
    async with running(tmp_path, sums(10)) as (app, pilot):
        screen = await begin(pilot, questions=5)
        await press(pilot, "1", "w", "w", "m")
        reply = stored(pilot).reply(1)
        assert (reply.bucket, reply.palette) == (Bucket.HALF, Palette.ANSWERED_MARKED)
        assert "● 50-50" in text_of(app)
        await press(pilot, "x")
        assert stored(pilot).reply(1).palette is Palette.MARKED
        await press(pilot, "m")
        assert stored(pilot).reply(1).palette is Palette.NOT_ANSWERED
        for wanted in (Bucket.SURE, Bucket.HALF, Bucket.THIRD, Bucket.BLIND, Bucket.UNSAID):
            await press(pilot, "w")
            assert screen.attempt.reply(1).bucket is wanted


async def test_said_before_the_answer_confidence_stays(tmp_path: Path) -> None:
    async with running(tmp_path, sums(10)) as (_, pilot):
        screen = await begin(pilot, questions=5)
        await press(pilot, "f2", "1")
        assert screen.attempt.reply(1).bucket is Bucket.SURE


async def test_the_palette_opens_a_question_by_its_number_and_by_arrows(tmp_path: Path) -> None:
    async with running(tmp_path, sums(60)) as (app, pilot):
        screen = await begin(pilot, questions=50)
        await press(pilot, "v", "4", "2", "enter")
        assert screen.attempt.current == 42
        await press(pilot, "f3", "left", "left", "enter")
        assert screen.attempt.current == 40
        await press(pilot, "v", "9", "9", "enter")
        assert isinstance(app.screen, PaletteScreen)
        await press(pilot, "7", "backspace", "escape")
        assert screen.attempt.current == 40
        counts = screen.attempt.palette()
        assert sum(counts.values()) == 50
        assert counts[Palette.NOT_VISITED] == 47


async def test_a_click_on_option_and_palette_does_what_the_key_does(tmp_path: Path) -> None:
    async with running(tmp_path, sums(60), size=(120, 40)) as (_, pilot):
        screen = await begin(pilot, questions=50)
        await pilot.click(AnswerSheet, offset=(8, 2))
        await settled(pilot)
        assert screen.attempt.reply(1).response == Response(chosen=(2,))
        grid = screen.query_one("#palette", PaletteGrid)
        await pilot.click(grid, offset=(2 * grid.cell_width + 1, 1))
        await settled(pilot)
        assert screen.attempt.current == grid.columns(grid.content_size.width) + 3
        await pilot.click("#bucket-blind")
        await settled(pilot)
        assert screen.attempt.reply(screen.attempt.current).bucket is Bucket.BLIND


async def test_several_options_are_ticked_one_by_one(tmp_path: Path) -> None:
    async with running(tmp_path, EVERY_TYPE) as (app, pilot):
        screen = await begin(pilot, formats=("several",))
        assert screen.asked.form is Form.SEVERAL
        await press(pilot, "3", "1")
        assert screen.attempt.reply(1).response == Response(chosen=(0, 2))
        await press(pilot, "3")
        assert stored(pilot).reply(1).response == Response(chosen=(0,))
        assert "■ (a)" in text_of(app)
        assert "□ (c)" in text_of(app)
        await press(pilot, "1")
        assert not screen.attempt.reply(1).answered


async def test_a_typed_answer_is_saved_by_enter_and_by_leaving_the_question(tmp_path: Path) -> None:
    async with running(tmp_path, EVERY_TYPE) as (_, pilot):
        screen = await begin(pilot, formats=("short",))
        await write(pilot, "12")
        await press(pilot, "enter")
        assert stored(pilot).reply(1).response == Response(typed="12")
        assert screen.attempt.current == 2
        await write(pilot, "no")
        await press(pilot, "f5")
        assert screen.attempt.current == 1
        assert screen.typed.value == "12"
        assert stored(pilot).reply(2).response == Response(typed="no")
        await press(pilot, "f6", "backspace", "backspace", "f9")
        assert not stored(pilot).reply(2).answered
        assert stored(pilot).reply(2).marked


async def test_not_attempted_is_marked_where_the_exam_has_it(tmp_path: Path) -> None:
    async with running(tmp_path, sums(10)) as (app, pilot):
        screen = await begin(pilot, "rpsc-ras", questions=3)
        assert "○ (0) Not attempted" in text_of(app)
        assert "left −4/9, at most 0 blank" in " ".join(text_of(app).split())
        await press(pilot, "0")
        assert stored(pilot).reply(1).declined
        assert "● (0) Not attempted" in text_of(app)
        assert "0 answered" in text_of(app)
        await press(pilot, "v")
        assert "– 1 not attempted" in " ".join(text_of(app).split())
        assert "● 0 answered" in " ".join(text_of(app).split())
        await press(pilot, "escape")
        await press(pilot, "1")
        assert not screen.attempt.reply(1).declined


async def test_handing_in_warns_of_blanks_that_cost_and_disqualify(tmp_path: Path) -> None:
    async with running(tmp_path, sums(20)) as (app, pilot):
        await press(pilot, "m", "n")
        await begin(pilot, "rpsc-ras", questions=10)
        await press(pilot, "1", "enter", "0", "enter", "s")
        shown = " ".join(text_of(app).split())
        assert "▲ 8 of 10 are blank: more than 1 (10 %) disqualify you." in shown
        assert "8 blank cost 4/9 each, 3 5/9 in all." in shown
        assert "0 marks “not attempted”, which costs nothing." in shown
        assert "– 1 not attempted: 2" in shown
        await press(pilot, "escape")
        for _ in range(8):
            await press(pilot, "0", "n")
        await press(pilot, "s")
        shown = " ".join(text_of(app).split())
        assert "disqualify" not in shown
        assert "Nothing of the paper is left blank." in shown


async def test_closing_a_section_counts_what_was_never_opened(tmp_path: Path) -> None:
    decks = [sums(30, tag=tag) for tag in ("reasoning", "gk", "quant", "english")]
    async with running(tmp_path, *decks) as (app, pilot):
        await begin(pilot, "ssc-cgl-t1")
        assert "15:00 left in section · 1:00:00 in paper" in text_of(app)
        await press(pilot, "1", "enter", "s")
        shown = " ".join(text_of(app).split())
        assert "1 answered, 24 blank (23 never opened)" in shown
        await press(pilot, "c")
        assert isinstance(app.screen, CloseSectionScreen)  # c closes no section
        await press(pilot, "w")
        assert "99 questions of the paper left blank" in " ".join(text_of(app).split())
        await press(pilot, "escape", "s", "y", "v")
        shown = " ".join(text_of(app).split())
        assert "closed: General Intelligence" in shown
        assert "open: General Awareness" in shown


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_hints_on_a_typed_question_name_keys_that_work_there(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with running(tmp_path, EVERY_TYPE, size=size) as (app, pilot):
        screen = await begin(pilot, formats=("numeric",))
        await press(pilot, "enter")
        shown = " ".join(text_of(app).split())
        assert "F3 all, F12 hand" in shown
        assert screen.typed.value == ""


async def test_l_on_a_question_of_one_language_says_so(tmp_path: Path) -> None:
    async with running(tmp_path, EVERY_TYPE) as (app, pilot):
        screen = await begin(pilot, formats=("choice", "statements"))
        while len(screen.attempt.paper.item(screen.attempt.current).versions) > 1:
            await press(pilot, "n")
        await press(pilot, "l")
        assert "no other language" in " ".join(text_of(app).split())


async def test_several_right_options_are_said_once(tmp_path: Path) -> None:
    async with running(tmp_path, EVERY_TYPE) as (app, pilot):
        await begin(pilot, formats=("several",))
        shown = " ".join(text_of(app).split())
        assert "Choose all that apply." in shown
        assert "More than one may be right" not in shown


async def test_no_option_not_attempted_where_the_exam_has_none(tmp_path: Path) -> None:
    async with running(tmp_path, sums(10)) as (app, pilot):
        screen = await begin(pilot, questions=3)
        assert "Not attempted" not in text_of(app)
        await press(pilot, "0")
        assert not screen.attempt.reply(1).answered


async def test_true_or_false_is_answered_by_t_and_f(tmp_path: Path) -> None:
    async with running(tmp_path, EVERY_TYPE) as (_, pilot):
        screen = await begin(pilot, formats=("true_false",))
        for key, wanted in (("t", True), ("f", False)):
            await press(pilot, key)
            response = screen.attempt.reply(1).response
            assert response is not None
            assert screen.asked.options[response.chosen[0]].right is wanted


async def test_the_language_changes_and_the_answer_stays(tmp_path: Path) -> None:
    async with running(tmp_path, EVERY_TYPE) as (app, pilot):
        screen = await begin(pilot, formats=("choice",))
        await press(pilot, "2", "l")
        assert "कौन सी" in text_of(app)
        assert screen.attempt.reply(1).response == Response(chosen=(1,))
        assert screen.sheet.picked == (1,)


async def test_handing_in_lists_the_blanks_and_asks_first(tmp_path: Path) -> None:
    async with running(tmp_path, sums(20)) as (app, pilot):
        screen = await begin(pilot, questions=10)
        await press(pilot, "1", "n", "n", "2", "n", "m", "s")
        shown = " ".join(text_of(app).split())
        assert "6 not visited: 5–10" in shown
        assert "1 not answered: 2" in shown
        assert "1 marked for review: 4" in shown
        assert "8 questions of the paper left blank" in shown
        await press(pilot, "escape")
        assert exam_of(pilot) is screen
        assert not screen.exam.over
        await press(pilot, "s", "y")
        assert screen.exam.over


@pytest.mark.parametrize("key", ["escape", "q", "f10"])
async def test_leaving_says_that_the_clock_runs_on(tmp_path: Path, key: str) -> None:
    async with running(tmp_path, sums(20)) as (app, pilot):
        screen = await begin(pilot, questions=10)
        await press(pilot, "3", key)
        assert "Its clock runs on" in " ".join(text_of(app).split())
        await press(pilot, "escape")
        assert exam_of(pilot) is screen
        await press(pilot, key, "y")
        assert app.screen is not screen
        assert "The clock runs on" in text_of(app)
        assert attempts.running_row(app.desk) is not None


async def test_keys_typed_ahead_answer_their_own_questions(tmp_path: Path) -> None:
    async with running(tmp_path, sums(20)) as (_, pilot):
        screen = await begin(pilot, questions=10)
        await pilot.press(*["1", "enter", "2", "enter", "3", "enter", "4"])
        await settled(pilot)
        chosen = [reply.response for reply in screen.attempt.replies[:4]]
        assert chosen == [Response(chosen=(at,)) for at in range(4)]
