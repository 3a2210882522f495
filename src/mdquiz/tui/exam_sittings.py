"""From a blueprint or a running attempt to the exam screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mdquiz.errors import MdquizError
from mdquiz.study import attempts
from mdquiz.study.exam_claim import open_elsewhere

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
    """Go on with an attempt (None: the latest that runs); where that cannot be, say why.

    One that another window has open is taken from there only when the learner says so.
    """
    if number is not None and open_elsewhere(app.desk.places, number):
        from mdquiz.tui.screens.offer import Offer, OfferScreen

        async def taken(choice: str | None) -> None:
            if choice:
                await _go_on(app, number)

        words = f"Exam {number} is open in another window."
        offers = (Offer("t", "take", "Take it over: go on here, and not there"),)
        app.push_screen(OfferScreen(words, offers), taken)
    else:
        await _go_on(app, number)


async def _go_on(app: MdquizApp, number: int | None) -> None:
    from mdquiz.tui.screens.exam import ExamScreen

    try:
        exam = await app.run_in_desk(attempts.resume, app.desk, number)
    except (MdquizError, OSError) as problem:
        app.report(problem)
    else:
        app.push_screen(ExamScreen(exam))
