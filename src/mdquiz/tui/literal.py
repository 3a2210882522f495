"""The only road from deck text to the screen: shown letter by letter, never as markup."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.content import Content

from mdquiz.text import printable
from mdquiz.tui.wrap import shortened, wrapped


def literal(text: str, style: str = "") -> Content:
    """`text` in `style`, as content that no widget reads as markup or a terminal obeys."""
    return Content.styled(printable(text), style)


def literal_lines(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` columns, with nothing in them that a terminal obeys."""
    return wrapped(printable(text), width)


def literal_line(text: str, width: int) -> str:
    """`text` on one line of at most `width` columns, with an ellipsis where it was cut."""
    return shortened(printable(text), width)


def literal_text(text: str) -> str:
    """`text` with nothing in it that a terminal obeys."""
    return printable(text)


def literal_segment(text: str, style: Style | None = None) -> Segment:
    """`text` as a widget that draws its own lines needs it."""
    return Segment(printable(text), style)
