"""A share as a bar of line characters."""

from __future__ import annotations


def progress_bar(done: int, total: int, width: int) -> tuple[str, str]:
    """The filled and the empty part of a bar `width` columns wide."""
    filled = round(width * done / total) if total else 0
    return "━" * filled, "─" * (width - filled)
