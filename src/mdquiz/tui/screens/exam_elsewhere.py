"""A window that says what another window has done with the exam that is open here."""

from __future__ import annotations

from mdquiz.study.exam import Elsewhere
from mdquiz.tui.screens.offer import Offer, OfferScreen


class ElsewhereScreen(OfferScreen):
    """Dismissed with "take" to go on here after all, or None.

    Args:
        number: The attempt.
        what: What became of it.
    """

    def __init__(self, number: int, what: Elsewhere) -> None:
        self.what = what
        if what is Elsewhere.HANDED_IN:
            words = f"Attempt {number} was handed in in another window. Enter opens its report."
            super().__init__(words, ())
        else:
            words = (
                f"Attempt {number} goes on in another window. Nothing more is saved from here; "
                "what you answered here before is saved."
            )
            offers = (Offer("t", "take", "Take it back: go on here, and not there"),)
            super().__init__(words, offers)
