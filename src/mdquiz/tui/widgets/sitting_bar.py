"""The top line of a sitting: how far, how long, whether the answer is saved, which deck."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from mdquiz.progress.log import Kind
from mdquiz.tui.bar import progress_bar
from mdquiz.tui.days import clock_words
from mdquiz.tui.literal import literal_line
from mdquiz.tui.shown import Shown
from mdquiz.tui.wrap import cells

_KIND_WORDS = {Kind.AHEAD: "ahead", Kind.CRAM: "cram"}


class SittingBar(Widget):
    """`3/20 ━━━──────  1:42  ✓ saved  India's mineral diplomacy`; the deck's title stands last."""

    DEFAULT_CSS = """
    SittingBar { dock: top; height: 1; padding: 0 1; background: $surface; text-wrap: nowrap; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown: Shown | None = None
        self._elapsed_ms = 0

    def show(self, shown: Shown, elapsed_ms: int) -> None:
        """Show another moment."""
        self._shown = shown
        self._elapsed_ms = elapsed_ms
        self.refresh()

    def tick(self, elapsed_ms: int) -> None:
        """Show another time, where it shows."""
        if elapsed_ms // 1000 != self._elapsed_ms // 1000:
            self._elapsed_ms = elapsed_ms
            self.refresh()

    def render(self) -> Content:
        """One line."""
        now = self._shown
        if now is None:
            return Content("")
        width = self.content_size.width
        filled, empty = progress_bar(now.done, now.total, max(6, min(24, width // 4)))
        parts: list[tuple[str, str]] = [
            (f"{now.done}/{now.total} ", "bold"),
            (filled, "$primary"),
            (empty, "$primary-muted"),
            (f"  {clock_words(self._elapsed_ms)}", "$foreground-muted"),
        ]
        if kind := _KIND_WORDS.get(now.kind):
            parts.append((f"  {kind}", "$text-warning"))
        if now.saved:
            parts.append(("  ✓ saved", "$text-success"))
        left = width - sum(cells(text) for text, _ in parts) - 2
        if left >= 12:
            parts.append(("  " + literal_line(now.deck_title, left), "$foreground-muted"))
        return Content.assemble(*parts)
