"""A window that says how things stand and offers what can be done all the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.events import Key
from textual.screen import ModalScreen

from mdquiz.tui.widgets.prose import Block, Prose


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing to do: its key, the value the window is dismissed with, its words."""

    key: str
    value: str
    words: str


class OfferScreen(ModalScreen[str | None]):
    """Dismissed with the value of an offer, or None."""

    BINDINGS = [("escape,q,enter", "close", "Close")]
    AUTO_FOCUS = ""

    def __init__(self, words: str, offers: Sequence[Offer]) -> None:
        super().__init__()
        self.words = words
        self.offers = tuple(offers)

    def compose(self) -> ComposeResult:
        """Words, then one line an offer."""
        with VerticalScroll(classes="window", can_focus=False):
            yield Prose([Block(self.words, "bold")])
            for offer in self.offers:
                yield OfferLine(offer)
            yield Prose([Block("Esc closes this.", "$foreground-muted")], classes="-below")

    def on_key(self, event: Key) -> None:
        """Take the offer with that key."""
        for offer in self.offers:
            if event.key == offer.key:
                event.stop()
                self.dismiss(offer.value)

    def action_close(self) -> None:
        """Take none."""
        self.dismiss(None)


class OfferLine(Prose):
    """One offer, to be clicked."""

    DEFAULT_CSS = """
    OfferLine { margin: 1 0 0 0; }
    OfferLine:hover { background: $panel; }
    """

    def __init__(self, offer: Offer) -> None:
        super().__init__([Block(offer.words, lead=f"{offer.key}  ", lead_style="bold $accent")])
        self.offer = offer

    def on_click(self) -> None:
        """Take it."""
        self.screen.dismiss(self.offer.value)
