"""The app with one place only: the review of a deck that was generated."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

from mdquiz.study.deck_review import DeckReview
from mdquiz.study.desk import Desk
from mdquiz.tui.app import MdquizApp


def _review() -> Screen[Any]:
    from mdquiz.tui.screens.deck_review import DeckReviewScreen

    return DeckReviewScreen()


class ReviewApp(MdquizApp):
    """mdquiz, opened to go through one deck.

    Args:
        desk: Settings and clock.
        deck_review: The review to go on with.
    """

    MODES = {"deck-review": _review}
    DEFAULT_MODE = "deck-review"

    def __init__(self, desk: Desk, deck_review: DeckReview) -> None:
        self.deck_review = deck_review
        super().__init__(desk, start=self.DEFAULT_MODE)
