"""The one road from the command line into the app."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mdquiz.study.deck_review import DeckReview
    from mdquiz.study.desk import Desk
    from mdquiz.study.exam import Exam
    from mdquiz.study.scope import Scope
    from mdquiz.tui.app import MdquizApp

FRAMES_PER_SECOND = "120"
"""A new question waits half a frame for the screen on average: 4 ms less than at Textual's 60."""


def open_app(
    desk: Desk,
    scope: Scope | None = None,
    start: str = "home",
    exam: Exam | None = None,
    query: str = "",
) -> int:
    """Run the app on `desk` until the learner leaves it.

    Args:
        desk: Everything the app needs; it stays open.
        scope: What to drill at once; None for none.
        start: The place to open: "home", "browse" or "exams".
        exam: An attempt to go on with at once; None for none.
        query: What the search line of browse says at first.

    Returns:
        The exit code.

    Raises:
        Exception: What ended the app, if nobody foresaw it; the terminal is as it was before.
    """
    os.environ.setdefault("TEXTUAL_FPS", FRAMES_PER_SECOND)
    from mdquiz.tui.app import MdquizApp

    desk.begin_day()
    app = MdquizApp(desk, scope, start, exam, query)
    return _run(app)


def open_review(desk: Desk, review: DeckReview) -> int:
    """Run the review of a generated deck until the author leaves it.

    Args:
        desk: Settings and clock; it stays open.
        review: The review to go on with.

    Returns:
        The exit code.

    Raises:
        Exception: As `open_app`.
    """
    from mdquiz.tui.app import review_app

    app = review_app(desk, review)
    return _run(app)


def _run(app: MdquizApp) -> int:
    app.run()
    if app.unforeseen is not None:
        raise app.unforeseen
    return app.return_code or 0
