"""The one road from the command line into the app."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mdquiz.study.deck_review import DeckReview
    from mdquiz.study.desk import Desk
    from mdquiz.study.scope import Scope


def open_app(desk: Desk, scope: Scope | None = None, start: str = "home") -> int:
    """Run the app on `desk` until the learner leaves it.

    Args:
        desk: Everything the app needs; it stays open.
        scope: What to drill at once; None for none.
        start: The place to open: "home" or "browse".

    Returns:
        The exit code.
    """
    from mdquiz.tui.app import MdquizApp

    app = MdquizApp(desk, scope, start)
    app.run()
    return app.return_code or 0


def open_review(desk: Desk, review: DeckReview) -> int:
    """Run the review of a generated deck until the author leaves it.

    Args:
        desk: Settings and clock; it stays open.
        review: The review to go on with.

    Returns:
        The exit code.
    """
    from mdquiz.tui.app import review_app

    app = review_app(desk, review)
    app.run()
    return app.return_code or 0
