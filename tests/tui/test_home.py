"""Home: the decks, the day, and what is said where there is nothing."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import Digits

from mdquiz.settings import Settings, load_settings
from mdquiz.tui.screens.drill import DrillScreen
from mdquiz.tui.screens.home import HomeScreen
from mdquiz.tui.screens.offer import OfferScreen
from mdquiz.tui.screens.problem import ProblemScreen
from mdquiz.tui.widgets.rows import Rows
from tests.desks import desk_with, short_deck
from tests.tui.running import clock_of, drill_of, press, running, settled, text_of, write


async def test_each_deck_stands_with_its_counts(tmp_path: Path) -> None:
    async with running(tmp_path, short_deck(3, title="Alpha"), short_deck(5, title="Beta")) as (
        app,
        _,
    ):
        shown = " ".join(text_of(app).split())
        assert "0 3 0/3 Alpha" in shown
        assert "0 5 0/5 Beta" in shown
        assert app.screen.query_one(Digits).value == "8"


async def test_enter_drills_the_chosen_deck_and_a_drills_all(tmp_path: Path) -> None:
    async with running(tmp_path, short_deck(3, title="Alpha"), short_deck(5, title="Beta")) as (
        _,
        pilot,
    ):
        await press(pilot, "down", "enter")
        assert drill_of(pilot).shown.total == 5
        assert drill_of(pilot).shown.deck_title == "Beta"
        await press(pilot, "escape", "a")
        assert drill_of(pilot).shown.total == 8


async def test_a_click_chooses_a_deck_and_a_second_click_drills_it(tmp_path: Path) -> None:
    async with running(tmp_path, short_deck(3, title="Alpha"), short_deck(5, title="Beta")) as (
        app,
        pilot,
    ):
        await pilot.click(Rows, offset=(30, 1))
        await settled(pilot)
        assert isinstance(app.screen, HomeScreen)
        await pilot.click(Rows, offset=(30, 1))
        await settled(pilot)
        assert drill_of(pilot).shown.deck_title == "Beta"


async def test_the_counts_are_fresh_after_a_sitting(tmp_path: Path) -> None:
    async with running(tmp_path, short_deck(1, title="Alpha")) as (app, pilot):
        await press(pilot, "enter")
        await write(pilot, "1")
        await press(pilot, "enter", "enter", "enter")
        assert isinstance(app.screen, HomeScreen)
        shown = text_of(app)
    assert "1/1 Alpha" in " ".join(shown.split())
    assert "Done for today" in shown
    assert "1 answered today · 1 day in a row" in shown


async def test_where_nothing_is_due_it_says_when_and_offers_ahead_and_cram(tmp_path: Path) -> None:
    async with running(tmp_path, short_deck(1, title="Alpha")) as (app, pilot):
        await press(pilot, "enter")
        await write(pilot, "1")
        await press(pilot, "enter", "enter", "enter", "enter")
        assert isinstance(app.screen, OfferScreen)
        assert "due" in text_of(app)
        await press(pilot, "c")
        assert isinstance(app.screen, DrillScreen)
        assert "cram" in text_of(app)
        await press(pilot, "escape", "n")
        assert "ahead" in text_of(app)


async def test_cards_come_back_when_their_day_has_come(tmp_path: Path) -> None:
    async with running(tmp_path, short_deck(1, title="Alpha")) as (app, pilot):
        await press(pilot, "enter")
        await write(pilot, "1")
        await press(pilot, "enter", "enter")
        clock_of(pilot).advance(days=30)
        await press(pilot, "enter", "enter")
        assert isinstance(app.screen, DrillScreen)


async def test_without_decks_it_says_how_to_write_one(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        shown = text_of(app)
        assert "There are no decks yet" in shown
        assert "mdquiz new" in shown
        await press(pilot, "enter", "a", "c", "n", "e")
        assert isinstance(app.screen, HomeScreen)


async def test_a_broken_deck_is_pointed_out_and_its_sound_questions_are_there(
    tmp_path: Path,
) -> None:
    broken = short_deck(2, title="Alpha") + '\n[[question]]\nid = "bad"\ntype = "nonsense"\n'
    async with running(tmp_path, broken) as (app, pilot):
        assert "! Alpha" in text_of(app)
        await press(pilot, "p")
        assert isinstance(app.screen, ProblemScreen)
        assert "deck-1.toml:" in "".join(text_of(app).split())
        await press(pilot, "escape", "enter")
        assert drill_of(pilot).shown.total == 2


async def test_a_deck_written_meanwhile_is_there_after_a_reload(tmp_path: Path) -> None:
    async with running(tmp_path, short_deck(2, title="Alpha")) as (app, pilot):
        more = short_deck(4, title="Beta")
        (tmp_path / "decks" / "more.toml").write_text(more, encoding="utf-8")
        await press(pilot, "r")
        assert "Beta" in text_of(app)


async def test_chosen_colours_are_remembered(tmp_path: Path) -> None:
    async with running(tmp_path, short_deck(1)) as (app, pilot):
        app.theme = "mdquiz-paper"
        await settled(pilot)
    with desk_with(tmp_path) as desk:
        assert load_settings(desk.places.settings_file).theme == "mdquiz-paper"


async def test_colours_nobody_knows_give_the_usual_ones(tmp_path: Path) -> None:
    settings = Settings(shipped_decks=False, theme="no-such-theme")
    async with running(tmp_path, short_deck(1), settings=settings) as (app, _):
        assert app.theme == "mdquiz-night"
