"""What each screen looks like, and that no deck can make it look otherwise."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from textual.pilot import Pilot

from mdquiz.settings import Settings
from mdquiz.study.view import Phase
from mdquiz.tui.screens.drill import DrillScreen
from mdquiz.tui.screens.summary import SummaryScreen
from mdquiz.tui.widgets.key_bar import KeyBar
from mdquiz.tui.wrap import cells
from tests.tui.running import (
    HINDI,
    HOSTILE,
    NINE_TYPES,
    SIZES,
    drill_of,
    nine,
    press,
    running,
    text_of,
    write,
)

SNAPSHOTS = Path(__file__).parent / "snapshots"
UPDATE = "MDQUIZ_UPDATE_SNAPSHOTS" in os.environ

STEPS: dict[str, tuple[str, Sequence[str]]] = {
    "home": ("", []),
    "browse": ("", ["b"]),
    "help": ("", ["question_mark"]),
    "typed": ("short", []),
    "typed-wrong": ("short", ["f2", "text:42 million", "enter"]),
    "choice": ("choice", []),
    "choice-right": ("choice", ["text:key", ]),
    "several": ("several", ["1", "3"]),
    "statements": ("claims", []),
    "statements-wrong": ("claims", ["text:miss"]),
    "rows": ("pairs", []),
    "match": ("lists", []),
    "assertion": ("reason", []),
    "order": ("sequence", ["2", "1"]),
    "revealed": ("gap", ["ctrl+r"]),
    "summary": ("claims", ["text:miss", "enter", "text:end"]),
}  # fmt: skip


async def step(pilot: Pilot[None], key: str) -> None:
    """Press a key, or do what a `text:` step says."""
    if not key.startswith("text:"):
        await press(pilot, key)
        return
    words = key.removeprefix("text:")
    if words == "end":
        await press(pilot, "escape")
    elif words in ("key", "miss"):
        asked = drill_of(pilot).shown.asked
        assert asked is not None
        wanted = words == "key"
        at = next(at for at, option in enumerate(asked.options) if option.right is wanted)
        await press(pilot, str(at + 1))
    else:
        await write(pilot, words)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", STEPS)
async def test_each_screen_looks_as_it_should(
    tmp_path: Path, name: str, size: tuple[int, int]
) -> None:
    question, keys = STEPS[name]
    scope = nine(question, "1" if question == "gap" else "") if question else None
    async with running(tmp_path, NINE_TYPES, scope=scope, size=size) as (app, pilot):
        for key in keys:
            await step(pilot, key)
        shown = text_of(app)
    snapshot = SNAPSHOTS / f"{name}-{size[0]}x{size[1]}.txt"
    if UPDATE:
        snapshot.parent.mkdir(exist_ok=True)
        snapshot.write_text(shown, encoding="utf-8")
    assert shown == snapshot.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("deck", "size"),
    [
        pytest.param(HOSTILE, SIZES[0], id="hostile-narrow"),
        pytest.param(HOSTILE, SIZES[1], id="hostile-wide"),
        pytest.param(HINDI, SIZES[0], id="hindi-narrow"),
    ],
)
async def test_every_screen_shows_any_deck_letter_by_letter(
    tmp_path: Path, deck: Path, size: tuple[int, int]
) -> None:
    settings = Settings(shipped_decks=False, new_per_day=99)
    text = deck.read_text(encoding="utf-8")
    async with running(tmp_path, text, size=size, settings=settings) as (app, pilot):
        await press(pilot, "c")
        screen = drill_of(pilot)
        while isinstance(app.screen, DrillScreen):
            await shows_its_text(pilot, screen)
            await press(pilot, "ctrl+r")
            assert screen.shown.phase is Phase.ANSWERED
            await shows_its_text(pilot, screen)
            await press(pilot, "3")
        assert isinstance(app.screen, SummaryScreen)
        await press(pilot, "down", "down", "enter", "b", "enter", "down", "s", "escape", "escape")
        assert app.is_running


async def shows_its_text(pilot: Pilot[None], screen: DrillScreen) -> None:
    """The question stands on the screen as it does in the deck, in lines that fit."""
    asked = screen.shown.asked
    assert asked is not None
    blocks = [*screen.question.blocks, *screen.choices.blocks, *screen.verdict.blocks]
    wanted = [asked.stem, *(option.text for option in asked.options), *asked.arrange]
    texts = [block.text for block in blocks]
    for text in wanted:
        assert text in texts
    for prose in (screen.question, screen.choices, screen.verdict):
        lines = prose.render().plain.split("\n")
        assert all(cells(line) <= prose.content_size.width for line in lines)
    assert screen.max_scroll_x == 0
    assert screen.body.max_scroll_x == 0
    assert screen.query_one(KeyBar).places
    await pilot.pause()
