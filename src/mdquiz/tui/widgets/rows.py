"""A list of any length: only the lines on the screen are ever drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

from mdquiz.tui.literal import literal_segment

Piece = tuple[str, str]
"""Some text and how it looks: "", strong, muted, accent, good, warn or bad."""

Draw = Callable[[int, int], Sequence[Piece]]
"""Takes the number of a row (from 0) and the columns there are; gives its pieces, shown as text."""


class Rows(ScrollView, can_focus=True):
    """Rows to move through; Enter is the screen's own command, a second click activates."""

    COMPONENT_CLASSES = {
        "rows--strong",
        "rows--muted",
        "rows--accent",
        "rows--good",
        "rows--warn",
        "rows--bad",
        "rows--cursor",
    }

    DEFAULT_CSS = """
    Rows {
        height: 1fr;
        scrollbar-size-vertical: 1;
        scrollbar-size-horizontal: 0;
        background: $background;
    }
    Rows .rows--strong { text-style: bold; }
    Rows .rows--muted { color: $foreground-muted; }
    Rows .rows--accent { color: $text-accent; }
    Rows .rows--good { color: $text-success; }
    Rows .rows--warn { color: $text-warning; }
    Rows .rows--bad { color: $text-error; }
    Rows .rows--cursor { background: $panel; color: $primary; text-style: bold; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        ("up,k", "move(-1)", "Up"),
        ("down,j", "move(1)", "Down"),
        ("pageup", "page(-1)", "Page up"),
        ("pagedown", "page(1)", "Page down"),
        ("home", "first", "First"),
        ("end", "last", "Last"),
    ]

    cursor: reactive[int] = reactive(0, repaint=False)

    @dataclass
    class Moved(Message):
        """The cursor is on another row, or other rows are shown; -1: there are none."""

        row: int

    @dataclass
    class Activated(Message):
        """The row under the cursor was clicked."""

        row: int

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.count = 0
        self._draw: Draw = lambda _row, _width: ()

    def show_rows(self, count: int, draw: Draw, cursor: int = 0) -> None:
        """Show `count` rows that `draw` draws when they come into view."""
        self.count = count
        self._draw = draw
        self.virtual_size = Size(0, count)
        self.set_reactive(Rows.cursor, min(max(cursor, 0), max(count - 1, 0)))
        self._keep_in_view()
        self.refresh()
        self.post_message(self.Moved(self.cursor if count else -1))

    def watch_cursor(self) -> None:
        """Keep the cursor's row on the screen."""
        self._keep_in_view()
        self.refresh()
        self.post_message(self.Moved(self.cursor))

    def validate_cursor(self, row: int) -> int:
        """Stay within the rows."""
        return min(max(row, 0), max(self.count - 1, 0))

    def _keep_in_view(self) -> None:
        self.scroll_to_region(Region(0, self.cursor, 1, 1), animate=False, force=True)

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        width = self.scrollable_content_region.width
        row = y + self.scroll_offset.y
        base = self.visual_style
        if row >= self.count:
            return Strip.blank(width, base.rich_style)
        on_it = row == self.cursor
        line = self.get_visual_style("rows--cursor") if on_it else base
        ground = Style(background=line.background)
        segments = [literal_segment("▌" if on_it else " ", line.rich_style)]
        for text, look in self._draw(row, width - 1):
            style = base + self._look(look) + ground if look else line
            segments.append(literal_segment(text, style.rich_style))
        return Strip(segments).adjust_cell_length(width, line.rich_style)

    def _look(self, name: str) -> Style:
        return self.get_visual_style(f"rows--{name}", partial=True)

    def on_click(self, event: Click) -> None:
        """Choose a row; once more, activate it."""
        row = event.y + self.scroll_offset.y
        if row >= self.count:
            return
        event.stop()
        if row == self.cursor:
            self.post_message(self.Activated(row))
        self.cursor = row

    def action_move(self, rows: int) -> None:
        """Move by some rows."""
        self.cursor += rows

    def action_page(self, pages: int) -> None:
        """Move by a page."""
        self.cursor += pages * max(self.size.height - 1, 1)

    def action_first(self) -> None:
        """To the first row."""
        self.cursor = 0

    def action_last(self) -> None:
        """To the last row."""
        self.cursor = self.count - 1
