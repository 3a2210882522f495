"""Lines drawn from our own characters: bars, columns and the tables beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

Piece = tuple[str, str]
"""Some text and its Textual style; only theme variables."""

Draw = Callable[[int], Sequence[Sequence[Piece]]]
"""Takes the columns there are; gives lines of pieces, none longer."""


class Plot(Widget):
    """As high as its lines; deck text only as the last piece of a line, made printable."""

    DEFAULT_CSS = """
    Plot { height: auto; width: 1fr; text-wrap: nowrap; text-overflow: clip; }
    Plot.-empty { display: none; }
    """

    def __init__(self, draw: Draw, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._draw = draw
        self._drawn: tuple[int, Sequence[Sequence[Piece]]] | None = None

    def lines(self, width: int) -> Sequence[Sequence[Piece]]:
        """The lines at `width` columns."""
        if self._drawn is None or self._drawn[0] != width:
            self._drawn = (width, self._draw(width))
        return self._drawn[1]

    def redraw(self) -> None:
        """Ask for the lines anew."""
        self._drawn = None
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """How many lines there are."""
        return len(self.lines(width))

    def render(self) -> Content:
        """All lines."""
        parts: list[Piece] = []
        for line in self.lines(self.content_size.width):
            if parts:
                parts.append(("\n", ""))
            parts += line
        return Content.assemble(*parts)
