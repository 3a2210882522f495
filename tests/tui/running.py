"""The app run for tests: real decks, a real progress file, a clock that stands still."""

from __future__ import annotations

import asyncio
import html
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.events import Key
from textual.pilot import Pilot

from mdquiz.clock import ManualClock
from mdquiz.decks.card import CardId
from mdquiz.progress.log import LogRow
from mdquiz.settings import Settings
from mdquiz.study.desk import Desk
from mdquiz.study.scope import Scope
from mdquiz.tui.app import MdquizApp
from mdquiz.tui.screens.drill import DrillScreen
from tests.desks import desk_with

NINE_TYPES = (Path(__file__).parent / "nine_types.toml").read_text(encoding="utf-8")
NINE_CARDS = tuple(
    CardId("nine", name, "1" if name == "gap" else "")
    for name in (
        "short", "choice", "several", "truth", "gap",
        "claims", "pairs", "lists", "reason", "sequence",
    )
)  # fmt: skip
DATA = Path(__file__).parent.parent / "data" / "decks"
HOSTILE = DATA / "hostile" / "hostile.toml"
HINDI = DATA / "hindi" / "hindi.toml"
SIZES = [(40, 12), (80, 24)]

PATIENCE_S = 20
"""Far more than a screen takes to be drawn; only a hang uses it up."""

_CELL_WIDTH = 12.2
_LETTERS = {"space": " ", "slash": "/", "question_mark": "?", "minus": "-", "full_stop": "."}
_TEXT = re.compile(
    r'<text class="[^"]*" x="([\d.]+)" y="([\d.]+)"[^>]*clip-path[^>]*>([^<]*)</text>'
)


@asynccontextmanager
async def running(
    folder: Path,
    *decks: str,
    size: tuple[int, int] = (80, 24),
    scope: Scope | None = None,
    start: str = "home",
    settings: Settings | None = None,
) -> AsyncIterator[tuple[MdquizApp, Pilot[None]]]:
    """The app on a desk in `folder` whose only decks are those texts."""
    settings = settings or Settings(shipped_decks=False, theme="mdquiz-night")
    with desk_with(folder, *decks, settings=settings) as desk:
        app = MdquizApp(desk, scope, start)
        app.animation_level = "none"
        async with app.run_test(size=size, notifications=True) as pilot:
            await settled(pilot)
            yield app, pilot
            await settled(pilot)


async def settled(pilot: Pilot[None]) -> None:
    """Wait until nothing is under way."""
    await app_of(pilot).keys_handled()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys as a person does: a second apart, by the app's clock."""
    before = pilot.app.screen
    for key in keys:
        clock_of(pilot).advance(seconds=1)
        strike(pilot, key)
        await app_of(pilot).keys_handled()
        await pilot.app.workers.wait_for_complete()
        await drawn(pilot)
    await pilot.pause()
    if pilot.app.screen is not before:
        await pilot.pause()  # a pause may end by laying out a new screen: its bars come after


async def drawn(pilot: Pilot[None]) -> None:
    """Wait until the verdict or question stands on the screen, as a person does."""
    screen = pilot.app.screen
    if isinstance(screen, DrillScreen):
        done = asyncio.Event()
        screen.call_after_refresh(done.set)
        await asyncio.wait_for(done.wait(), PATIENCE_S)


async def write(pilot: Pilot[None], text: str) -> None:
    """Type `text`."""
    for letter in text:
        strike(pilot, letter)
    await app_of(pilot).keys_handled()


def strike(pilot: Pilot[None], key: str) -> None:
    """Send one key, as the terminal does, without waiting for anything."""
    letter = _LETTERS.get(key, key if len(key) == 1 else None)
    name = next((name for name, char in _LETTERS.items() if char == key), key)
    pilot.app.post_message(Key(name, letter))


def clock_of(pilot: Pilot[None]) -> ManualClock:
    """The clock that stands still."""
    clock = app_of(pilot).desk.clock
    assert isinstance(clock, ManualClock)
    return clock


def app_of(pilot: Pilot[None]) -> MdquizApp:
    """The app, by its own type."""
    assert isinstance(pilot.app, MdquizApp)
    return pilot.app


def drill_of(pilot: Pilot[None]) -> DrillScreen:
    """The drill screen, which must be in front."""
    screen = pilot.app.screen
    assert isinstance(screen, DrillScreen)
    return screen


def nine(question: str, part: str = "") -> Scope:
    """A sitting on one question of the deck with all nine types."""
    return Scope(cards=(CardId("nine", question, part),))


def rows_of(desk: Desk) -> list[LogRow]:
    """Everything in the log."""
    return list(desk.store.all_rows())


def text_of(app: MdquizApp) -> str:
    """What the screen shows, as lines of text."""
    lines: dict[float, str] = {}
    for x, y, text in _TEXT.findall(app.export_screenshot()):
        at = round(float(x) / _CELL_WIDTH)
        lines[float(y)] = lines.get(float(y), "").ljust(at) + html.unescape(text)
    tops = sorted(lines)
    shown = [lines[top].replace("\xa0", " ").rstrip() for top in tops]
    return "\n".join(shown) + "\n"
