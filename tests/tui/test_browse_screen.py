"""Browse: searching, reading, flagging, suspending and drilling what was found."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import Input

from mdquiz.decks.card import CardId
from mdquiz.tui.app import MdquizApp
from mdquiz.tui.screens.browse import BrowseScreen
from mdquiz.tui.screens.home import HomeScreen
from mdquiz.tui.widgets.rows import Rows
from tests.desks import desk_with, short_deck
from tests.tui.running import NINE_TYPES, drill_of, press, running, settled, text_of, write


async def test_a_search_narrows_the_list_as_it_is_typed(tmp_path: Path) -> None:
    async with running(tmp_path, short_deck(30), start="browse") as (app, pilot):
        assert "30 cards" in text_of(app)
        await press(pilot, "slash")
        await write(pilot, "q7")
        await settled(pilot)
        shown = text_of(app)
        assert "1 card\n" in shown
        assert "What is 7?" in shown


async def test_the_query_language_is_understood_and_its_errors_are_explained(
    tmp_path: Path,
) -> None:
    async with running(tmp_path, NINE_TYPES, start="browse") as (app, pilot):
        await press(pilot, "slash")
        app.screen.query_one("#query").value = "type:match"  # type: ignore[attr-defined]
        await settled(pilot)
        assert "1 card\n" in text_of(app)
        app.screen.query_one("#query").value = "state:dreaming"  # type: ignore[attr-defined]
        await settled(pilot)
        assert "no state 'dreaming'" in text_of(app)


async def test_the_chosen_card_is_shown_with_its_answer_which_can_be_hidden(tmp_path: Path) -> None:
    async with running(tmp_path, NINE_TYPES, start="browse") as (app, pilot):
        assert "Answer: $24 million" in text_of(app)
        await press(pilot, "s")
        assert "Answer: $24 million" not in text_of(app)


async def test_a_card_is_suspended_resumed_and_flagged_from_the_list(tmp_path: Path) -> None:
    card = CardId("numbers", "q2")
    async with running(tmp_path, short_deck(3), start="browse") as (app, pilot):
        await press(pilot, "down", "x")
        assert app.desk.state(card).suspended
        assert "suspended" in text_of(app)
        await press(pilot, "x", "m")
        assert not app.desk.state(card).suspended
        assert app.desk.state(card).flagged
        assert "⚑" in text_of(app)


async def test_what_was_found_can_be_drilled(tmp_path: Path) -> None:
    async with running(tmp_path, short_deck(30), start="browse") as (app, pilot):
        await press(pilot, "slash")
        await write(pilot, "7")
        await press(pilot, "enter", "d")
        assert drill_of(pilot).shown.total == 3  # 7, 17, 27
        await press(pilot, "escape")
        assert isinstance(app.screen, BrowseScreen)


async def test_on_a_short_screen_enter_gives_the_card_the_whole_of_it(tmp_path: Path) -> None:
    async with running(tmp_path, NINE_TYPES, start="browse", size=(40, 12)) as (app, pilot):
        assert "Answer:" not in text_of(app)
        await press(pilot, "enter")
        assert "Answer: $24 million" in text_of(app)
        await press(pilot, "escape", "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_a_hundred_thousand_rows_are_drawn_only_where_they_show(tmp_path: Path) -> None:
    drawn: list[int] = []

    def draw(row: int, _width: int) -> list[tuple[str, str]]:
        drawn.append(row)
        return [(f"row {row}", "")]

    async with running(tmp_path, short_deck(1), start="browse") as (app, pilot):
        rows = app.screen.query_one(Rows)
        drawn.clear()
        rows.show_rows(100_000, draw)
        await settled(pilot)
        rows.action_last()
        await settled(pilot)
        shown = text_of(app)
    assert "row 99999" in shown
    assert len(set(drawn)) < 200


async def test_a_suspended_card_is_offered_to_be_resumed(tmp_path: Path) -> None:
    async with running(tmp_path, short_deck(2), start="browse") as (app, pilot):
        assert "x Suspend" in text_of(app)
        await press(pilot, "x")
        await settled(pilot)
        assert "x Resume" in text_of(app)
        await press(pilot, "down")
        await settled(pilot)
        assert "x Suspend" in text_of(app)


async def test_the_sign_of_a_flag_is_explained_in_help(tmp_path: Path) -> None:
    async with running(tmp_path, short_deck(2), start="browse") as (app, pilot):
        await press(pilot, "m", "question_mark")
        assert "⚑" in text_of(app)


async def test_browse_opens_on_a_query(tmp_path: Path) -> None:
    with desk_with(tmp_path, short_deck(30)) as desk:
        app = MdquizApp(desk, start="browse", query="q7")
        async with app.run_test(size=(80, 24)) as pilot:
            await settled(pilot)
            assert app.screen.query_one("#query", Input).value == "q7"
            assert "1 card\n" in text_of(app)
            assert isinstance(app.focused, Rows)
