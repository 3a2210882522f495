"""From a blueprint or a running attempt to the exam screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mdquiz.errors import MdquizError
from mdquiz.study import attempts

if TYPE_CHECKING:
    from mdquiz.exams.blueprint import Blueprint
    from mdquiz.tui.app import MdquizApp


async def begin_exam(app: MdquizApp, plan: Blueprint) -> None:
    """Draw the paper and open it in the place of the present screen.

    Raises:
        NothingToDrillError: No question fits.
        ProgressError: It could not be stored.
    """
    from mdquiz.tui.screens.exam import ExamScreen

    exam = await app.run_in_desk(attempts.start, app.desk, plan)
    app.switch_screen(ExamScreen(exam))


async def resume_exam(app: MdquizApp, number: int | None = None) -> None:
    """Go on with an attempt (None: the latest that runs); where that cannot be, say why."""
    from mdquiz.tui.screens.exam import ExamScreen

    try:
        exam = await app.run_in_desk(attempts.resume, app.desk, number)
    except (MdquizError, OSError) as problem:
        app.report(problem)
    else:
        app.push_screen(ExamScreen(exam))
