"""A window that says what another window has done with the exam that is open here."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from mdquiz.errors import MdquizError
from mdquiz.study.exam import Elsewhere
from mdquiz.tui.screens.offer import Offer, OfferScreen


class ElsewhereScreen(OfferScreen):
    """Dismissed with "take" to go on here after all, "handed in" when that happened, or None.

    Args:
        number: The attempt.
        what: What became of it.
        look: What has become of it now; asked for every second while it goes on there.
    """

    def __init__(
        self, number: int, what: Elsewhere, look: Callable[[], Awaitable[Elsewhere]]
    ) -> None:
        self.what = what
        self.look = look
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

    def on_mount(self) -> None:
        """Say no longer that it goes on when it was handed in."""
        if self.what is Elsewhere.GOES_ON:
            self.set_interval(1.0, self.look_again)

    async def look_again(self) -> None:
        """Look whether it was handed in meanwhile."""
        try:
            what = await self.look()
        except (MdquizError, OSError):
            return  # the next second looks again
        if what is Elsewhere.HANDED_IN and self.is_current:
            self.dismiss("handed in")
