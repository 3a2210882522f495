"""Exams begun and watched in tests of the app."""

from __future__ import annotations

from typing import Any

from textual.pilot import Pilot

from mdquiz.exams.formats import FORMATS
from mdquiz.exams.marking import Result
from mdquiz.study import attempts
from mdquiz.tui.screens.exam import ExamScreen
from mdquiz.tui.screens.exam_form import FormScreen
from mdquiz.tui.screens.exam_report import ReportScreen
from mdquiz.tui.screens.exam_review import ReviewScreen
from tests.tui.running import app_of, clock_of, press, settled

MINUTE = 60
FORM_FORMATS = tuple(name for name in FORMATS if name != "true_false")


async def begin(pilot: Pilot[None], preset: str = "upsc-cse-gs1", **chosen: Any) -> ExamScreen:
    """Begin an exam as the start form does, and open it."""
    app = app_of(pilot)
    plan = attempts.blueprint(app.desk, preset, **{"seed": 1, **chosen})
    exam = await app.run_in_desk(attempts.start, app.desk, plan)
    await app.push_screen(ExamScreen(exam))
    await settled(pilot)
    return exam_of(pilot)


async def pass_time(pilot: Pilot[None], seconds: float) -> None:
    """Let time pass, and the screen look at the clock as it does every second."""
    clock_of(pilot).advance(seconds=seconds)
    for screen in pilot.app.screen_stack:
        if isinstance(screen, ExamScreen):
            await screen.look_at_clock()
            break
    await settled(pilot)


def exam_of(pilot: Pilot[None]) -> ExamScreen:
    """The exam screen, which must be in front."""
    screen = pilot.app.screen
    assert isinstance(screen, ExamScreen)
    return screen


def report_of(pilot: Pilot[None]) -> ReportScreen:
    """The report, which must be in front."""
    screen = pilot.app.screen
    assert isinstance(screen, ReportScreen)
    return screen


def review_of(pilot: Pilot[None]) -> ReviewScreen:
    """The review, which must be in front."""
    screen = pilot.app.screen
    assert isinstance(screen, ReviewScreen)
    return screen


def form_of(pilot: Pilot[None]) -> FormScreen:
    """The start form, which must be in front."""
    screen = pilot.app.screen
    assert isinstance(screen, FormScreen)
    return screen


async def answer(pilot: Pilot[None], *, right: bool) -> None:
    """Press the number of an option that is right, or of one that is not."""
    options = exam_of(pilot).asked.options
    at = next(at for at, option in enumerate(options) if option.right is right)
    await press(pilot, str(at + 1))


def results(screen: ReportScreen | ReviewScreen) -> list[Result]:
    """What every question counted as."""
    assert screen.report is not None
    return [one.result for one in screen.report.score.items]
