"""When the screen is tiny or changes size, when nothing can be saved, when the mouse strays."""

from __future__ import annotations

from pathlib import Path

import pytest

from mdquiz.study.scope import Scope
from mdquiz.study.view import Phase
from mdquiz.tui.screens.browse import BrowseScreen
from mdquiz.tui.screens.problem import ProblemScreen
from mdquiz.tui.sittings import editor_command
from mdquiz.tui.widgets.choices import Choices
from tests.desks import short_deck
from tests.tui.running import (
    NINE_CARDS,
    NINE_TYPES,
    drill_of,
    nine,
    press,
    rows_of,
    running,
    settled,
    text_of,
    write,
)


async def test_an_answer_that_cannot_be_saved_says_so_and_can_be_given_again(
    tmp_path: Path,
) -> None:
    async with running(tmp_path, short_deck(1), scope=Scope()) as (app, pilot):
        app.desk.store._connection.execute("PRAGMA query_only = ON")
        await write(pilot, "1")
        await press(pilot, "enter")
        assert isinstance(app.screen, ProblemScreen)
        await press(pilot, "enter")
        assert drill_of(pilot).shown.phase is Phase.ASKING
        assert drill_of(pilot).typed.value == "1"
        assert "saved" not in text_of(app)
        app.desk.store._connection.execute("PRAGMA query_only = OFF")
        await press(pilot, "enter")
        assert "✓ saved" in text_of(app)
        assert len(rows_of(app.desk)) == 1


@pytest.mark.parametrize("size", [(20, 6), (12, 3), (200, 60)], ids=str)
async def test_no_size_of_terminal_breaks_a_screen(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(tmp_path, NINE_TYPES, size=size) as (app, pilot):
        await press(pilot, "c")
        for _ in NINE_CARDS[:4]:
            await press(pilot, "ctrl+r", "3")
        await press(
            pilot, "escape", "f10", "question_mark", "escape", "enter", "b", "down", "enter"
        )
        assert isinstance(app.screen, BrowseScreen)


async def test_a_resize_keeps_what_was_typed_and_fits_anew(tmp_path: Path) -> None:
    async with running(tmp_path, NINE_TYPES, scope=nine("short"), size=(100, 30)) as (app, pilot):
        await write(pilot, "24")
        await pilot.resize_terminal(40, 12)
        await settled(pilot)
        assert drill_of(pilot).typed.value == "24"
        assert app.screen.max_scroll_x == app.screen.max_scroll_y == 0
        assert len(text_of(app).splitlines()) <= 12


async def test_enter_never_answers_with_what_the_pointer_happens_to_be_on(tmp_path: Path) -> None:
    async with running(tmp_path, NINE_TYPES, scope=nine("choice")) as (app, pilot):
        await pilot.hover(Choices, offset=(5, 1))
        await press(pilot, "enter")
        assert rows_of(app.desk) == []
        assert "How well did you know it?" in text_of(app)


async def test_a_click_below_the_options_answers_nothing(tmp_path: Path) -> None:
    async with running(tmp_path, NINE_TYPES, scope=nine("choice")) as (_, pilot):
        await pilot.click("#body", offset=(5, 14))
        await settled(pilot)
        assert drill_of(pilot).shown.phase is Phase.ASKING


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        ("vim", ["vim", "+7", "deck.toml"]),
        ("emacs -nw", ["emacs", "-nw", "+7", "deck.toml"]),
        ("code", ["code", "--wait", "--goto", "deck.toml:7"]),
        ("/usr/bin/hx", ["/usr/bin/hx", "deck.toml:7"]),
    ],
)
def test_each_editor_is_told_the_line_in_its_own_way(editor: str, command: list[str]) -> None:
    assert editor_command(editor, Path("deck.toml"), 7) == command


def test_a_blank_editor_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", " ")
    monkeypatch.setenv("EDITOR", "nano")
    assert editor_command("", Path("deck.toml"), 7) == ["nano", "+7", "deck.toml"]
    monkeypatch.setenv("EDITOR", "''")
    assert editor_command("", Path("deck.toml"), 7) == ["vi", "+7", "deck.toml"]


async def test_an_editor_with_an_open_quote_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "vim 'x")
    async with running(tmp_path, short_deck(1), scope=Scope()) as (app, pilot):
        await press(pilot, "1", "enter", "o")
        assert "quote that is not closed" in " ".join(text_of(app).split())
