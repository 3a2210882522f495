"""The verdict below a question: it tells when it has found its place on the screen."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from mdquiz.tui.widgets.prose import Prose


class VerdictText(Prose):
    """Verdict, key, remarks and explanation."""

    @dataclass
    class Placed(Message):
        """It came into view after a layout, so its place is known now and not before."""

    def on_show(self) -> None:
        """Tell the screen."""
        self.post_message(self.Placed())
