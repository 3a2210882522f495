"""One line with the pages of a screen, each with its number; the open one stands out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from mdquiz.tui.wrap import cells


class PageTabs(Widget):
    """`1 Now  2 Memory  3 Topics`; where there is no room, only the open one has its name.

    Args:
        names: What the pages are called, in our own words.
    """

    DEFAULT_CSS = """
    PageTabs { height: 1; padding: 0 1; background: $surface; text-wrap: nowrap; }
    """

    @dataclass
    class Chosen(Message):
        """A page was clicked; from 0."""

        page: int

    def __init__(self, names: Sequence[str], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._names = tuple(names)
        self._open = 0
        self.places: list[tuple[int, int]] = []
        """First and last column of each tab."""

    def show(self, page: int) -> None:
        """Show that `page` is open."""
        self._open = page
        self.refresh()

    def render(self) -> Content:
        """One line."""
        width = self.content_size.width
        names = list(self._names)
        if sum(cells(name) + 3 for name in names) - 1 > width:
            names = [name if at == self._open else "" for at, name in enumerate(names)]
        parts: list[tuple[str, str]] = []
        self.places = []
        at = 0
        for number, name in enumerate(names):
            here = number == self._open
            tab = f"{number + 1} {name}" if name else f"{number + 1}"
            if here:
                parts.append((tab, "bold reverse $primary"))
            else:
                parts += [(tab[:1], "$accent"), (tab[1:], "$foreground-muted")]
            parts.append((" ", ""))
            self.places.append((at, at + cells(tab)))
            at += cells(tab) + 1
        return Content.assemble(*parts)

    def on_click(self, event: Click) -> None:
        """Ask for the page under the pointer."""
        at = event.x - self.styles.padding.left
        for page, (start, end) in enumerate(self.places):
            if start <= at < end:
                event.stop()
                self.post_message(self.Chosen(page))
