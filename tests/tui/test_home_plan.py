"""Home with a plan: the exam, the days left, today's share, rest, and the time after."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import pytest

from mdquiz.study.plan import Changes, Glance, make_plan
from mdquiz.study.view import Phase
from mdquiz.tui.home_blocks import plan_blocks
from mdquiz.tui.screens.drill import DrillScreen
from mdquiz.tui.screens.home import HomeScreen
from mdquiz.tui.screens.offer import OfferScreen
from tests.desks import desk_with, short_deck
from tests.tui.running import (
    app_of,
    clock_of,
    drill_of,
    press,
    rows_of,
    running,
    settled,
    strike,
    text_of,
    write,
)

DECK = short_deck(12, title="Alpha")


def planned(folder: Path, days: int = 30, **terms: object) -> None:
    given: dict[str, object] = {"minutes": 20.0, **terms}
    with desk_with(folder, DECK) as desk:
        make_plan(desk, Changes(exam_day=desk.today() + days, **given))  # type: ignore[arg-type]


def words(text: str) -> str:
    return " ".join(text.split())


async def test_home_tells_the_exam_the_days_and_todays_share(tmp_path: Path) -> None:
    planned(tmp_path, cards=3, minutes=None)
    async with running(tmp_path, DECK) as (app, pilot):
        shown = words(text_of(app))
        assert "Exam on 22 December 2026, in 30 days: 30 days of study left." in shown
        assert "Today: 3 cards; your plan chooses the cards when you begin." in shown
        await press(pilot, "enter", "escape")
        await settled(pilot)
        assert "Today: 3 of 3 cards left, 0 due and 3 new cards." in words(text_of(app))
        await press(pilot, "enter")
        for _ in range(3):
            asked = drill_of(pilot).shown.asked
            assert asked is not None
            await write(pilot, asked.stem.split()[-1].rstrip("?"))
            await press(pilot, "enter", "enter")
        await press(pilot, "escape", "escape")
        await settled(pilot)
        assert isinstance(app.screen, HomeScreen)
        shown = words(text_of(app))
        assert "Today's 3 cards are done. Enter offers more all the same." in shown
        await press(pilot, "enter")
        assert isinstance(app.screen, OfferScreen)
        await press(pilot, "p")
        assert drill_of(pilot).shown.total == 9


async def test_on_a_day_of_rest_home_says_so_and_enter_offers_cards(tmp_path: Path) -> None:
    planned(tmp_path, rest_weekdays=frozenset({6}))
    async with running(tmp_path, DECK) as (app, pilot):
        shown = words(text_of(app))
        assert "A day of rest" in shown
        assert "Today is a day of rest by your plan. Enter offers cards all the same." in shown
        assert "limit" not in shown
        await press(pilot, "enter")
        assert isinstance(app.screen, OfferScreen)
        assert "day of rest" in text_of(app)
        await press(pilot, "p")
        assert drill_of(pilot).shown.total == 12


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (29, "Exam on 22 December 2026, tomorrow: 1 day of study left."),
        (30, "Today is the day of your exam."),
        (31, "Your exam was on 22 December 2026."),
    ],
)
async def test_home_knows_the_eve_the_day_and_the_time_after(
    tmp_path: Path, days: int, said: str
) -> None:
    planned(tmp_path)
    async with running(tmp_path, DECK) as (app, pilot):
        clock_of(pilot).advance(days=days)
        await press(pilot, "s", "q")
        await settled(pilot)
        shown = words(text_of(app))
        assert said in shown
        assert ("plans towards another exam" in shown) == (days >= 30)


async def test_on_a_small_screen_the_plan_takes_one_line(tmp_path: Path) -> None:
    planned(tmp_path)
    async with running(tmp_path, DECK, size=(40, 12)) as (app, _):
        assert "Exam 22 Dec (30 d) · 20 min left" in text_of(app)
        assert "Alpha" in text_of(app)


@pytest.mark.parametrize("days", [0, -3, 1, 300])
@pytest.mark.parametrize("left", [0.0, 59.0, 1440 * 60.0])
def test_one_line_fits_forty_columns(days: int, left: float) -> None:
    plan = Glance(739_000, days, max(days, 0), False, not left, 3, 4, (), 1440.0, None, left)
    for block in plan_blocks(plan, short=True):
        assert len(block.text) <= 38


async def test_while_cards_are_chosen_home_says_so_and_keys_answer_nothing(tmp_path: Path) -> None:
    async with running(tmp_path, DECK) as (app, pilot):
        go = threading.Event()
        busy = asyncio.create_task(app.run_in_desk(go.wait))
        await pilot.pause()
        strike(pilot, "enter")
        for _ in range(100):
            if "Choosing the cards to ask" in text_of(app):
                break
            await asyncio.sleep(0.02)
        else:
            pytest.fail("Nothing says that cards are being chosen.")
        for key in ("enter", "1", "enter", "s", "a"):
            strike(pilot, key)
        await app_of(pilot).keys_handled()
        assert isinstance(app.screen, HomeScreen)
        go.set()
        await busy
        await settled(pilot)
        assert isinstance(app.screen, DrillScreen)
        assert len(app.screen_stack) == 2
        assert drill_of(pilot).shown.phase is Phase.ASKING
        assert not rows_of(app.desk)
