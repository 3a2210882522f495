"""The only road from deck text to the screen: shown letter by letter, never as markup."""

from __future__ import annotations

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
