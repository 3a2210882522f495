"""One registry: every command has its keys, its words, its footer, its help and its page."""

from __future__ import annotations

from pathlib import Path

import pytest

from mdquiz.settings import Settings
from mdquiz.study.scope import Scope
from mdquiz.tui.commands import (
    ANSWERED,
    ASKING,
    COMMANDS,
    FOOTER_LIMIT,
    Place,
    bindings,
    commands_of,
    keys_page,
)
from mdquiz.tui.screens.browse import BrowseScreen
from mdquiz.tui.screens.drill import DrillScreen
from mdquiz.tui.screens.home import HomeScreen
from mdquiz.tui.screens.summary import SummaryScreen
from mdquiz.tui.widgets.key_bar import KeyBar
from tests.desks import short_deck
from tests.tui.running import NINE_TYPES, SIZES, drill_of, nine, press, running, text_of

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "keys.md"
SCREENS = {
    Place.HOME: HomeScreen,
    Place.DRILL: DrillScreen,
    Place.SUMMARY: SummaryScreen,
    Place.BROWSE: BrowseScreen,
}
ANSWERING_LETTERS = set("abcdefgh") | {"t"}


def test_the_reference_page_is_what_the_registry_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == keys_page()


def test_ids_are_unique_and_every_command_has_words() -> None:
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
    for command in COMMANDS:
        assert command.label
        assert command.help.endswith(".")
        assert command.keys or command.shown_keys


@pytest.mark.parametrize("place", [place for place in Place if place is not Place.APP])
@pytest.mark.parametrize("phase", [ASKING, ANSWERED])
def test_no_key_does_two_things_at_once(place: Place, phase: str) -> None:
    keys = [
        key
        for command in (*commands_of(place), *commands_of(Place.APP))
        if command.applies_in(phase) and not command.fixed
        for key in command.keys.split(",")
    ]
    assert len(set(keys)) == len(keys)


def test_no_command_of_the_drill_takes_a_letter_that_answers() -> None:
    keys = {
        key
        for command in commands_of(Place.DRILL)
        if not command.fixed
        for key in command.keys.split(",")
    }
    assert not keys & ANSWERING_LETTERS


def test_every_letter_of_the_drill_has_a_key_that_works_while_typing() -> None:
    without = {"drill.next-option", "drill.previous-option"}  # arrows beside them
    for command in commands_of(Place.DRILL):
        keys = command.keys.split(",")
        if any(len(key) == 1 and key.isalpha() for key in keys) and command.id not in without:
            assert any(len(key) > 1 for key in keys), command.id


def test_every_command_has_its_action_and_every_binding_an_id_and_a_tooltip() -> None:
    for place, screen in SCREENS.items():
        for command in commands_of(place):
            if not command.fixed:
                assert hasattr(screen, f"action_{command.action}"), command.id
        for binding in bindings(place):
            assert not isinstance(binding, tuple)
            assert binding.id
            assert binding.tooltip


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_bottom_line_fits_and_always_offers_help(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with running(tmp_path, NINE_TYPES, short_deck(2), size=size) as (app, pilot):
        for keys in ([], ["a"], ["ctrl+r"], ["1"], ["escape"], ["enter", "b"]):
            await press(pilot, *keys)
            bar = app.screen.query_one(KeyBar)
            shown = bar.shown(bar.content_size.width)
            assert 1 < len(shown) <= FOOTER_LIMIT
            assert shown[-1][1].id == "app.help-keys"
            assert bar.places[-1][1] <= bar.content_size.width
            assert app.screen.max_scroll_x == 0


async def test_help_lists_every_command_of_every_place(tmp_path: Path) -> None:
    async with running(tmp_path, short_deck(2), size=(100, 200)) as (app, pilot):
        await press(pilot, "question_mark")
        shown = " ".join(text_of(app).replace("│", " ").split())
        for command in COMMANDS:
            assert command.help in shown, command.id


async def test_help_opens_while_an_answer_is_typed(tmp_path: Path) -> None:
    async with running(tmp_path, short_deck(2), scope=Scope()) as (app, pilot):
        await press(pilot, "5", "f1")
        assert "Say how sure you are" in " ".join(text_of(app).split())
        await press(pilot, "escape")
        assert drill_of(pilot).typed.value == "5"


async def test_a_remapped_key_works_shows_and_stands_in_help(tmp_path: Path) -> None:
    settings = Settings(shipped_decks=False, keys={"home.drill-all": "g", "drill.reveal": "f12"})
    async with running(tmp_path, NINE_TYPES, short_deck(2), settings=settings) as (app, pilot):
        assert "g All decks" in text_of(app)
        await press(pilot, "a")
        assert isinstance(app.screen, HomeScreen)
        await press(pilot, "g")
        assert isinstance(app.screen, DrillScreen)
        assert "F12 Show answer" in text_of(app)
        await press(pilot, "f12")
        assert "How well did you know it?" in text_of(app)


async def test_a_mistyped_command_among_the_keys_is_named_with_the_nearest(tmp_path: Path) -> None:
    settings = Settings(shipped_decks=False, keys={"drill.undoo": "z", "home.drill-all": "g"})
    async with running(tmp_path, NINE_TYPES, short_deck(2), settings=settings) as (app, _):
        shown = " ".join(text_of(app).split())
        assert '"drill.undoo"' in shown
        assert "drill.undo?" in shown
        assert "home.drill-all" not in shown


@pytest.mark.parametrize("key", ["", ",", "ctrl+", "nosuchkey", "+", "[b]", "a,,b", " "])
async def test_a_key_there_is_not_leaves_the_app_running(tmp_path: Path, key: str) -> None:
    settings = Settings(shipped_decks=False, keys={"home.drill-all": key, "app.help-keys": key})
    async with running(tmp_path, NINE_TYPES, short_deck(2), settings=settings) as (app, pilot):
        await press(pilot, "question_mark", "escape", "b", "a")
        assert text_of(app)


async def test_the_palette_offers_what_applies_here(tmp_path: Path) -> None:
    async with running(tmp_path, NINE_TYPES, scope=nine("choice")) as (app, pilot):
        await press(pilot, "ctrl+p")
        await press(pilot, *"bury")
        await pilot.pause(0.3)
        assert "Put this card off until tomorrow" in text_of(app)
        await press(pilot, "enter")
        await pilot.pause(0.1)
        assert app.desk.state(nine("choice").cards[0]).buried_day == app.desk.today()
