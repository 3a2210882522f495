"""One line with the sections of a paper: which is open, which are closed or still locked."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.events import Click
from textual.widget import Widget

from mdquiz.exams.attempt import Attempt
from mdquiz.tui.literal import literal_text
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
        width = self.content_size.width
        tabs = self._tabs(now, words=True, room=width)
        if _width(tabs) > width:
            tabs = self._tabs(now, words=False, room=width)
        if _width(tabs) > width:
            others = self._tabs(now, words=False, room=0)
            room = max(width - _width(others) - 1, 1)
            tabs = self._tabs(now, words=False, room=0, name_room=room)
        parts: list[tuple[str, str]] = []
        self.places = []
        at = 0
        for (text, style), section in zip(tabs, now.paper.sections, strict=True):
            parts += [(text, style), (" " * GAP, "")]
            self.places.append((at, at + cells(text), section.first))
            at += cells(text) + GAP
        return Content.assemble(*parts[:-1])

    def _tabs(
        self, now: Attempt, *, words: bool, room: int, name_room: int = 0
    ) -> list[tuple[str, str]]:
        """Sign and name of each section, with its state in a word where there is room for all.

        With no `room` for names, numbers stand for them, and the open one's has `name_room`.
        """
        here = now.paper.item(now.current).section
        tabs: list[tuple[str, str]] = []
        for position, section in enumerate(now.paper.sections):
            sign, word = ("▸", "") if position == here else ("·", "")
            if now.paper.locked and position != here:
                sign, word = ("✓", " closed") if position < now.section else ("▪", " locked")
            title = literal_text(section.name)
            name = shortened(title, room) if room else str(position + 1)
            if name_room and position == here:
                name += f" {shortened(title, name_room)}"
            style = "bold $primary" if position == here else "$foreground-muted"
            tabs.append((f"{sign} {name}{word if words else ''}", style))
        return tabs

    def on_click(self, event: Click) -> None:
        """Ask for the first question of the section under the pointer."""
        at = event.x - self.styles.padding.left
        for start, end, first in self.places:
            if start <= at < end:
                event.stop()
                self.post_message(PaletteGrid.Chosen(first))


def _width(tabs: Sequence[tuple[str, str]]) -> int:
    return sum(cells(text) + GAP for text, _ in tabs) - GAP
