"""Containers that are laid out once for each new text.

Textual lays the screen out once more whenever the virtual size of a container comes out of a layout
other than before: a second frame, 15 to 40 ms after the first, in which nothing has moved. A scroll
bar that comes or goes asks for its own layout.
"""

from __future__ import annotations

from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.geometry import Size
from textual.reactive import Reactive


class Still(VerticalScroll, can_focus=False):
    """Scrolls what stands in it."""

    virtual_size = Reactive(Size(0, 0), repaint=False)


class StillColumn(Vertical):
    """One below the other."""

    virtual_size = Reactive(Size(0, 0), repaint=False)


class StillRow(Horizontal):
    """Side by side."""

    virtual_size = Reactive(Size(0, 0), repaint=False)
