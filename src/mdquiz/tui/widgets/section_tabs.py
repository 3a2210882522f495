"""One line with the sections of a paper: which is open, which are closed or still locked."""

from __future__ import annotations

from textual.content import Content
from textual.events import Click
from textual.widget import Widget

from mdquiz.exams.attempt import Attempt
from mdquiz.text import printable
from mdquiz.tui.widgets.palette_grid import PaletteGrid
from mdquiz.tui.wrap import cells, shortened

GAP = 2


class SectionTabs(Widget):
    """`✓ Reasoning  ▸ Awareness  ▪ Quant`: closed, open, locked; nothing for an undivided paper."""

    DEFAULT_CSS = """
    SectionTabs { height: 1; padding: 0 1; background: $surface; text-wrap: nowrap; }
    SectionTabs.-empty { display: none; }
    """

    def __init__(self) -> None:
        super().__init__(classes="-empty")
        self._attempt: Attempt | None = None
        self.places: list[tuple[int, int, int]] = []
        """First and last column of each tab, and the number of its first question."""

    def show(self, attempt: Attempt) -> None:
        """Show how the sections stand."""
        self._attempt = attempt
        self.set_class(len(attempt.paper.sections) < 2, "-empty")
        self.refresh()

    def render(self) -> Content:
        """One line."""
        now = self._attempt
        if now is None:
            return Content("")
        sections = now.paper.sections
        room = (self.content_size.width + GAP) // len(sections) - GAP - 2
        here = now.paper.item(now.current).section
        parts: list[tuple[str, str]] = []
        self.places = []
        at = 0
        for position, section in enumerate(sections):
            sign, word = "·", "open"
            if position == here:
                sign, word = "▸", "here"
            elif now.paper.locked:
                sign, word = ("✓", "closed") if position < now.section else ("▪", "locked")
            name = shortened(printable(section.name), max(room, 1))
            if room - cells(name) > len(word) and word in ("closed", "locked"):
                name = f"{name} {word}"
            tab = f"{sign} {name}"
            if parts:
                parts.append((" " * GAP, ""))
                at += GAP
            parts.append((tab, "bold $primary" if word == "here" else "$foreground-muted"))
            self.places.append((at, at + cells(tab), section.first))
            at += cells(tab)
        return Content.assemble(*parts)

    def on_click(self, event: Click) -> None:
        """Ask for the first question of the section under the pointer."""
        at = event.x - self.styles.padding.left
        for start, end, first in self.places:
            if start <= at < end:
                event.stop()
                self.post_message(PaletteGrid.Chosen(first))
