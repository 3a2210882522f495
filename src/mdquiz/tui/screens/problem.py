"""A window that says what went wrong and what to do about it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen

from mdquiz.tui.widgets.prose import Block, Prose


class ProblemScreen(ModalScreen[None]):
    """Message and hint; any of Enter, Esc, q and a click closes it."""

    BINDINGS = [("enter,escape,q,space", "close", "Close")]

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__()
        self.message = message
        self.hint = hint

    def compose(self) -> ComposeResult:
        """The message, the hint, how to go on."""
        blocks = [Block(self.message, "bold")]
        if self.hint:
            blocks.append(Block(self.hint, gap=1))
        blocks.append(Block("Enter closes this.", "$foreground-muted", gap=1))
        with VerticalScroll(classes="window"):
            yield Prose(blocks)

    def on_click(self) -> None:
        """Close."""
        self.dismiss()

    def action_close(self) -> None:
        """Close."""
        self.dismiss()
