"""Every question type answered by keyboard alone, and by mouse alone."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from mdquiz.decks.asked import Form
from mdquiz.progress.log import Kind
from mdquiz.study.scope import Scope
from mdquiz.study.view import Phase
from mdquiz.tui.screens.summary import SummaryScreen
from mdquiz.tui.widgets.choices import Choices
from mdquiz.tui.widgets.key_bar import KeyBar
from tests.tui.running import (
    NINE_CARDS,
    NINE_TYPES,
    SIZES,
    drill_of,
    nine,
    press,
    rows_of,
    running,
    settled,
    write,
)

TYPED = {"short": "24 million dollars", "gap": "South America"}
ALL = Scope(cards=NINE_CARDS)


def form_of(pilot: Pilot[None]) -> Form:
    """How the present question is answered."""
    asked = drill_of(pilot).shown.asked
    assert asked is not None
    return asked.form


def key_positions(pilot: Pilot[None]) -> list[int]:
    """The positions of the key among the options or items shown."""
    asked = drill_of(pilot).shown.asked
    assert asked is not None
    if asked.form is Form.ARRANGE:
        return [asked.arrange.index(item) for item in asked.arrange_key]
    return [at for at, option in enumerate(asked.options) if option.right]


async def type_answer(pilot: Pilot[None]) -> None:
    asked = drill_of(pilot).shown.asked
    assert asked is not None
    await write(pilot, TYPED[asked.card.question])
    await press(pilot, "enter")


async def by_digits(pilot: Pilot[None]) -> None:
    for position in key_positions(pilot):
        await press(pilot, "12345678"[position])
    if drill_of(pilot).shown.phase is Phase.ASKING:
        await press(pilot, "enter")


async def by_letters(pilot: Pilot[None]) -> None:
    for position in key_positions(pilot):
        await press(pilot, "abcdefgh"[position])
    if drill_of(pilot).shown.phase is Phase.ASKING:
        await press(pilot, "enter")


async def by_arrows(pilot: Pilot[None]) -> None:
    several = form_of(pilot) is not Form.ONE
    for position in key_positions(pilot):
        while (cursor := drill_of(pilot).choices.cursor) != position:
            await press(pilot, "down" if cursor < position else "up")
        if several:
            await press(pilot, "space")
    await press(pilot, "enter")


async def click_command(pilot: Pilot[None], action: str) -> None:
    """Click a command in the bottom line."""
    bar = pilot.app.screen.query_one(KeyBar)
    start = next(start for start, _, name in bar.places if name == action)
    await pilot.click(KeyBar, offset=(start + 1, 0))
    await settled(pilot)


async def click_option(pilot: Pilot[None], position: int) -> None:
    """Click an option where it begins."""
    screen = drill_of(pilot)
    at = screen.choices.region_of(position).translate((0, screen.choices.virtual_region.y))
    screen.body.scroll_to_region(at, animate=False)
    await pilot.pause()
    await pilot.click(Choices, offset=(3, screen.choices.region_of(position).y))
    await settled(pilot)


async def by_mouse(pilot: Pilot[None]) -> None:
    for position in key_positions(pilot):
        await click_option(pilot, position)
    if drill_of(pilot).shown.phase is Phase.ASKING:
        await click_command(pilot, "submit")


@pytest.mark.parametrize("choose", [by_digits, by_letters, by_arrows])
async def test_every_question_type_is_answered_and_saved_by_keyboard(
    tmp_path: Path, choose: Callable[[Pilot[None]], Awaitable[None]]
) -> None:
    async with running(tmp_path, NINE_TYPES, scope=ALL) as (app, pilot):
        for answered in range(1, len(NINE_CARDS) + 1):
            await (type_answer if form_of(pilot) is Form.TYPED else choose)(pilot)
            assert drill_of(pilot).shown.phase is Phase.ANSWERED
            assert len(rows_of(app.desk)) == answered  # before the rating is settled
            await press(pilot, "enter")
        assert isinstance(app.screen, SummaryScreen)
        rows = rows_of(app.desk)
    assert [row.card for row in rows] == list(NINE_CARDS)
    assert {(row.kind, row.outcome, row.rating) for row in rows} == {(Kind.DRILL, "right", 3)}


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_every_question_type_is_answered_and_rated_by_mouse(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with running(tmp_path, NINE_TYPES, scope=ALL, size=size) as (app, pilot):
        for _ in NINE_CARDS:
            if form_of(pilot) is Form.TYPED:
                await click_command(pilot, "reveal")
                assert not drill_of(pilot).shown.saved
            else:
                await by_mouse(pilot)
                assert drill_of(pilot).shown.saved
            await pilot.click("#rate-4")
            await settled(pilot)
        assert isinstance(app.screen, SummaryScreen)
        rows = rows_of(app.desk)
    outcomes = [(row.kind, row.outcome, row.rating) for row in rows if row.kind is Kind.DRILL]
    assert outcomes.count((Kind.DRILL, "right", 3)) == len(NINE_CARDS) - len(TYPED)
    assert outcomes.count((Kind.DRILL, "revealed", 4)) == len(TYPED)
    regrades = [row.rating for row in rows if row.kind is Kind.REGRADE]
    assert regrades == [4] * (len(NINE_CARDS) - len(TYPED))


async def test_t_and_f_answer_true_or_false(tmp_path: Path) -> None:
    async with running(tmp_path, NINE_TYPES, scope=nine("truth")) as (app, pilot):
        await press(pilot, "f")
        rows = rows_of(app.desk)
    assert [row.outcome for row in rows] == ["wrong"]


async def test_how_sure_is_said_by_key_and_by_mouse_and_logged(tmp_path: Path) -> None:
    async with running(tmp_path, NINE_TYPES, scope=nine("choice")) as (app, pilot):
        await press(pilot, "f2")
        await pilot.click("#sure-guess")
        await settled(pilot)
        await press(pilot, str(key_positions(pilot)[0] + 1))
        rows = rows_of(app.desk)
    assert [(row.confidence, row.rating) for row in rows] == [("guess", 1)]


async def test_an_unfinished_order_is_no_answer_and_backspace_takes_items_back(
    tmp_path: Path,
) -> None:
    async with running(tmp_path, NINE_TYPES, scope=nine("sequence")) as (app, pilot):
        await press(pilot, "1", "2", "enter")
        assert drill_of(pilot).shown.phase is Phase.ASKING
        assert rows_of(app.desk) == []
        await press(pilot, "backspace")
        assert drill_of(pilot).choices.picked == (0,)
