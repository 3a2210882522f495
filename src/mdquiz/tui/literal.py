"""The only road from deck text to the screen: shown letter by letter, never as markup."""

from __future__ import annotations

from rich.text import Text
from textual.content import Content

from mdquiz.text import printable


def literal(text: str) -> Content:
    """`text` as content that no widget reads as markup, with nothing in it a terminal obeys."""
    return Content(printable(text))


def literal_text(text: str) -> Text:
    """The same for widgets that still take Rich renderables."""
    return Text(printable(text), no_wrap=True)
