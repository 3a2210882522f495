"""What stands on a terminal in which nothing else has room."""

from __future__ import annotations

from textual.geometry import Size

from mdquiz.tui.widgets.prose import Block, Prose

LEAST = Size(30, 8)
"""Columns and lines below which a question and its ratings cannot be read."""


class TooSmall(Prose):
    """Covers its screen as long as that is smaller than `LEAST`; keys go on working."""

    DEFAULT_CSS = """
    TooSmall {
        layer: small;
        dock: top;
        width: 100%;
        height: 100%;
        background: $background;
        display: none;
    }
    """

    def look(self, size: Size) -> None:
        """Cover a screen of `size`, or do not."""
        small = size.width < LEAST.width or size.height < LEAST.height
        self.display = small
        if small:
            now = f"It is {size.width}×{size.height}; mdquiz needs {LEAST.width}×{LEAST.height}."
            self.show([Block("This terminal is too small.", "bold"), Block(now)])
