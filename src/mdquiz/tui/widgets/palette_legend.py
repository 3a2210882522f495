"""What the palette's signs mean, each with how many questions stand so."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content
from textual.widget import Widget

from mdquiz.exams.attempt import Palette
from mdquiz.tui.exam_wording import PALETTE_LOOKS

_SHORT = {Palette.ANSWERED_MARKED: "answered and marked"}


class PaletteLegend(Widget):
    """Five lines, or on a flat screen two."""

    DEFAULT_CSS = """
    PaletteLegend { height: auto; width: 1fr; text-wrap: wrap; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.counts: Mapping[Palette, int] = {}

    def show(self, counts: Mapping[Palette, int]) -> None:
        """Show other counts."""
        self.counts = dict(counts)
        self.refresh(layout=True)

    def render(self) -> Content:
        """One line a state."""
        flat = self.screen.has_class("-short")
        parts: list[tuple[str, str]] = []
        for state, count in self.counts.items():
            sign, style = PALETTE_LOOKS[state]
            if parts:
                parts.append(("  " if flat else "\n", ""))
            words = str(count) if flat else f"{count:>3} {_SHORT.get(state, state.value)}"
            parts += [(sign, style), (f" {words}", "$foreground-muted")]
        return Content.assemble(*parts)
