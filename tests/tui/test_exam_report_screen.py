"""The report of a mock exam on the screen, the review of its questions, and the list of all."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from mdquiz.exams.marking import Result
from mdquiz.exams.rescore import Correction
from mdquiz.study import attempts
from mdquiz.study.desk import Desk
from mdquiz.tui.screens.drill import DrillScreen
from mdquiz.tui.screens.exam_report import ReportScreen
from mdquiz.tui.screens.exams import ExamsScreen
from mdquiz.tui.screens.home import HomeScreen
from mdquiz.tui.screens.source import SourceScreen
from mdquiz.tui.widgets.plot import Plot
from mdquiz.tui.widgets.prose import Prose
from tests.exams.decks import EVERY_TYPE
from tests.study.test_exam import sums
from tests.tui.exams import answer, begin, report_of, results, review_of
from tests.tui.running import app_of, clock_of, press, running, text_of

SOURCED = """
title = "Sourced"
id = "sourced"

[document]
path = "notes.md"

[[question]]
id = "seat"
type = "choice"
prompt = "Seat of the Supreme Court?"
options = ["New Delhi", "Mumbai", "Kolkata", "Chennai"]
answer = "New Delhi"
explanation = "Article 130 says so."
source = { lines = [2, 2], quote = "The Supreme Court sits in Delhi." }
"""


def all_text(screen: ReportScreen) -> str:
    """All words of the report, in view or not."""
    lines = [part.render().plain for part in screen.query(Prose)]
    lines += [part.render().plain for part in screen.query(Plot)]
    return " ".join(" ".join(lines).split())


async def taken(pilot: Pilot[None], *marks: str, **chosen: object) -> None:
    """Take an exam: right, wrong, blank; with a letter after it for how sure (s, h, t, b)."""
    await begin(pilot, **{"questions": len(marks), **chosen})  # type: ignore[arg-type]
    for mark in marks:
        clock_of(pilot).advance(seconds=20)
        if not mark.startswith("blank"):
            await answer(pilot, right=mark.startswith("right"))
            presses = " shtb".index(mark[-1]) if mark[-2] == " " else 0
            await press(pilot, *["w"] * presses)
        await press(pilot, "enter")
    await press(pilot, "s", "y")


async def test_the_report_tells_score_causes_and_what_guesses_earned(tmp_path: Path) -> None:
    async with running(tmp_path, sums(20)) as (app, pilot):
        await taken(pilot, "right s", "wrong s", "right b", "wrong h", "blank", "right h")
        screen = report_of(pilot)
        shown = all_text(screen)
        assert "4 2/3 of 12 marks (4.67, 38.9 %)" in shown
        assert "Attempted 5: 3 right, 2 wrong; 1 left; accuracy 60.0 %" in shown
        assert "Known: 2 of 3 right answers; 1 by luck." in shown
        assert "Sure and wrong: you believe what is not so (1)" in shown
        assert "Lost 50-50s (1)" in shown
        assert "Right by luck: counts as not known (1)" in shown
        assert "left: 5" in shown
        assert "Had you left" in shown
        assert "✓✗≈✗·✓" in shown.replace(" ", "")
        assert "4 2/3 of 12 marks" in text_of(app)


async def test_plots_carry_the_figures_they_are_drawn_from(tmp_path: Path) -> None:
    async with running(tmp_path, sums(20)) as (_, pilot):
        await taken(pilot, "right s", "wrong b", "blank")
        await press(pilot, "q")
        await taken(pilot, "right s", "right s", "right h")
        shown = all_text(report_of(pilot))
        assert "1 ━" in shown
        assert "22.2 % 1.33 of 6" in shown
        assert "100.0 % 6.00 of 6" in shown
        assert "sure ████" in shown
        assert "On average 0:" in shown
        assert "Against attempt 1: +77.8 percentage points" in shown
        assert "3 0 0 100.0 % 6.00 6.00" in shown


async def test_misses_go_to_the_drill_with_one_key_and_back(tmp_path: Path) -> None:
    async with running(tmp_path, sums(20)) as (app, pilot):
        await taken(pilot, "right s", "wrong s", "right b", "blank")
        cards = report_of(pilot).report.misses  # type: ignore[union-attr]
        await press(pilot, "d")
        screen = app.screen
        assert isinstance(screen, DrillScreen)
        assert tuple(step.card for step in screen.drill.sitting.queue) == cards
        assert len(cards) == 3
        await press(pilot, "q")
        assert isinstance(app.screen, ReportScreen)


async def test_drilling_misses_is_not_offered_where_there_are_none(tmp_path: Path) -> None:
    async with running(tmp_path, sums(20)) as (app, pilot):
        await taken(pilot, "right s", "right s")
        assert "Drill misses" not in text_of(app)
        await press(pilot, "d")
        assert isinstance(app.screen, ReportScreen)


async def test_each_question_is_reviewed_with_key_and_explanation(tmp_path: Path) -> None:
    async with running(tmp_path, EVERY_TYPE) as (app, pilot):
        await taken(pilot, "right s", formats=("choice",))
        await press(pilot, "r")
        shown = text_of(app)
        assert "✓ ● (" in shown
        assert "✓ Right   +2 · sure" in shown
        assert "It runs between Sumatra and the Malay Peninsula." in shown
        await press(pilot, "l")
        assert "मलक्का" in text_of(app)
        await press(pilot, "q")
        assert isinstance(app.screen, ReportScreen)


async def test_the_review_shows_the_passage_of_the_notes(tmp_path: Path) -> None:
    (tmp_path / "decks").mkdir()
    notes = tmp_path / "decks" / "notes.md"
    notes.write_text("# Courts\nThe Supreme Court sits in Delhi.\n", encoding="utf-8")
    async with running(tmp_path, SOURCED) as (app, pilot):
        await taken(pilot, "wrong s")
        await press(pilot, "r", "s")
        assert isinstance(app.screen, SourceScreen)
        assert "▌   2 The Supreme Court sits in Delhi." in text_of(app)


def judged_lines(pilot: Pilot[None]) -> list[str]:
    """The numbered lines of the question that carry a tick or a cross."""
    blocks = review_of(pilot).query_one("#question", Prose).blocks
    return [block.text for block in blocks if block.lead.startswith(("✓", "✗"))]


async def test_the_items_of_an_order_are_neither_right_nor_wrong_in_the_review(
    tmp_path: Path,
) -> None:
    async with running(tmp_path, EVERY_TYPE) as (_, pilot):
        await taken(pilot, "wrong s", formats=("order",))
        await press(pilot, "r")
        assert judged_lines(pilot) == []
        await press(pilot, "q", "q")
        await taken(pilot, "wrong s", formats=("statements",))
        await press(pilot, "r")
        assert len(judged_lines(pilot)) == 3


async def test_the_review_of_a_corrected_question_says_so_and_does_not_contradict_itself(
    tmp_path: Path,
) -> None:
    async with running(tmp_path, EVERY_TYPE) as (app, pilot):
        await taken(pilot, "wrong s", formats=("statements",))
        reply = report_of(pilot).report.attempt.reply(1)  # type: ignore[union-attr]
        assert reply.response is not None
        by_hand = Correction(1, right=reply.response.chosen, reason="official key", by_hand=True)
        await app.run_in_desk(attempts.rescore, app.desk, 1, [by_hand])
        await press(pilot, "q", "m", "r")
        shown = " ".join(text_of(app).split())
        assert "✓ Right +2" in shown
        assert "Question 1: key set to" in shown
        assert judged_lines(pilot) == []
        assert "✗" not in shown


async def test_the_review_outlives_the_deck(tmp_path: Path) -> None:
    async with running(tmp_path, SOURCED) as (app, pilot):
        await taken(pilot, "wrong s")
        (tmp_path / "decks" / "deck-1.toml").unlink()
        await app.run_in_desk(Desk.reload, app.desk)
        await press(pilot, "r")
        assert "Seat of the Supreme Court?" in text_of(app)
        await press(pilot, "s")
        assert "The Supreme Court sits in Delhi." in text_of(app)


async def test_the_review_goes_through_the_wrong_ones_alone(tmp_path: Path) -> None:
    async with running(tmp_path, sums(20)) as (app, pilot):
        await taken(pilot, "right s", "wrong s", "right b", "wrong h", "blank")
        await press(pilot, "r", "f")
        review = review_of(pilot)
        assert review.numbers == [2, 4]
        assert review.marked.result is Result.WRONG
        await press(pilot, "n")
        assert review.number == 4
        assert "wrong 2/2" in text_of(app)
        await press(pilot, "f")
        assert review.numbers == [5]
        await press(pilot, "f")
        assert review.numbers == [3]
        assert "by luck" in text_of(app)
        await press(pilot, "v", "1", "enter")
        assert (review.number, review.showing) == (1, 0)


async def test_the_list_has_every_attempt_and_opens_each(tmp_path: Path) -> None:
    async with running(tmp_path, sums(20)) as (app, pilot):
        await taken(pilot, "right s", "wrong s")
        await press(pilot, "q")
        await begin(pilot, "ssc-cgl-t1", questions=4)
        await press(pilot, "q", "y", "m")
        screen = app.screen
        assert isinstance(screen, ExamsScreen)
        assert [(row.number, row.running) for row in screen.rows] == [(2, True), (1, False)]
        assert "running" in text_of(app)
        assert "33.3 %" in text_of(app)
        await press(pilot, "r")
        assert app.screen is screen
        await press(pilot, "down", "enter")
        assert results(report_of(pilot)) == [Result.RIGHT, Result.WRONG]
        await press(pilot, "q", "r")
        assert review_of(pilot).number == 1
        await press(pilot, "q", "d")
        assert isinstance(app.screen, DrillScreen)
        await press(pilot, "q", "q")
        assert isinstance(app.screen, HomeScreen)


async def test_a_running_exam_shows_no_score_and_no_key(tmp_path: Path) -> None:
    async with running(tmp_path, sums(20)) as (app, pilot):
        await begin(pilot, questions=4)
        await press(pilot, "1", "q", "y", "m")
        assert "%" not in text_of(app)
        await press(pilot, "d", "r")
        assert isinstance(app.screen, ExamsScreen)
        assert app_of(pilot).is_running
