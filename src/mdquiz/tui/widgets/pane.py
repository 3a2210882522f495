"""A part that scrolls but takes no keys: arrows and pages are the screen's own commands."""

from __future__ import annotations

from textual.containers import VerticalScroll


class Pane(VerticalScroll, can_focus=False, inherit_bindings=False):
    """As `VerticalScroll`, whose keys would go before those of the screen."""
