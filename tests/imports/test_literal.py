"""Deck text has one road to the screen: `tui/literal.py`."""

from __future__ import annotations

import ast
from pathlib import Path

import mdquiz.tui

TUI = Path(mdquiz.tui.__file__).parent
ROAD = TUI / "literal.py"


def imported(path: Path) -> set[str]:
    """Full names of what the module at `path` imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return names


def users(name: str) -> list[str]:
    """The modules of the app that import `name`."""
    return sorted(
        str(path.relative_to(TUI)) for path in TUI.rglob("*.py") if name in imported(path)
    )


def test_text_is_made_printable_in_one_place() -> None:
    assert users("mdquiz.text.printable") == [str(ROAD.relative_to(TUI))]


def test_raw_segments_are_made_in_one_place() -> None:
    assert users("rich.segment.Segment") == [str(ROAD.relative_to(TUI))]
