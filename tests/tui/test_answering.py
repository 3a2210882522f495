"""Every question type answered by keyboard alone, and by mouse alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from mdquiz.decks.asked import Form
from mdquiz.grading.verdict import Rating
from mdquiz.progress.log import Kind
from mdquiz.study.drill import Phase
from mdquiz.tui.widgets.chips import Chip
from mdquiz.tui.widgets.choices import Choices
from mdquiz.tui.widgets.key_bar import KeyBar
from tests.tui.running import (
    NINE_TYPES,
    SIZES,
    app_of,
    drill_of,
    nine,
    press,
    rows_of,
    running,
    settled,
    write,
)

TYPED = [("short", "", "24 million dollars"), ("gap", "1", "South America")]
CHOSEN = ["choice", "several", "truth", "claims", "pairs", "lists", "reason", "sequence"]


def key_positions(pilot: Pilot[None]) -> list[int]:
    """The positions of the key among the options or items shown."""
    asked = drill_of(pilot).shown.asked
    assert asked is not None
    if asked.form is Form.ARRANGE:
        return [asked.arrange.index(item) for item in asked.arrange_key]
    return [at for at, option in enumerate(asked.options) if option.right]


async def click_command(pilot: Pilot[None], action: str) -> None:
    """Click a command in the bottom line."""
    bar = pilot.app.screen.query_one(KeyBar)
    await pilot.pause()
    start = next(start for start, _, name in bar.places if name == action)
    await pilot.click(KeyBar, offset=(start + 1, 0))
    await settled(pilot)


async def click_option(pilot: Pilot[None], position: int) -> None:
    """Click an option where it begins."""
    choices = pilot.app.screen.query_one(Choices)
    drill_of(pilot).body.scroll_to_region(
        choices.region_of(position).translate((0, choices.virtual_region.y)), animate=False
    )
    await pilot.pause()
    await pilot.click(Choices, offset=(3, choices.region_of(position).y))
    await settled(pilot)


@pytest.mark.parametrize(("question", "part", "answer"), TYPED)
async def test_a_typed_answer_is_graded_saved_and_rated_by_keyboard(
    tmp_path: Path, question: str, part: str, answer: str
) -> None:
    async with running(tmp_path, NINE_TYPES, scope=nine(question, part)) as (app, pilot):
        await write(pilot, answer)
        await press(pilot, "enter")
        assert drill_of(pilot).shown.phase is Phase.ANSWERED
        assert [row.rating for row in rows_of(app.desk)] == [Rating.GOOD]
        await press(pilot, "enter")
        rows = rows_of(app.desk)
    assert [(row.kind, row.outcome, row.rating) for row in rows] == [(Kind.DRILL, "right", 3)]


@pytest.mark.parametrize("keys", ["digits", "letters"])
@pytest.mark.parametrize("question", CHOSEN)
async def test_a_chosen_answer_is_graded_and_saved_by_keyboard(
    tmp_path: Path, question: str, keys: str
) -> None:
    async with running(tmp_path, NINE_TYPES, scope=nine(question)) as (app, pilot):
        for position in key_positions(pilot):
            await press(pilot, "12345678"[position] if keys == "digits" else "abcdefgh"[position])
        if drill_of(pilot).shown.phase is Phase.ASKING:
            await press(pilot, "enter")
        assert drill_of(pilot).shown.phase is Phase.ANSWERED
        await press(pilot, "enter")
        rows = rows_of(app.desk)
    assert [(row.kind, row.outcome, row.rating) for row in rows] == [(Kind.DRILL, "right", 3)]


@pytest.mark.parametrize("question", CHOSEN)
async def test_arrows_and_enter_answer_too(tmp_path: Path, question: str) -> None:
    async with running(tmp_path, NINE_TYPES, scope=nine(question)) as (app, pilot):
        form = drill_of(pilot).shown.asked
        assert form is not None
        for position in key_positions(pilot):
            while drill_of(pilot).choices.cursor != position:
                cursor = drill_of(pilot).choices.cursor
                await press(pilot, "down" if cursor < position else "up")
            if form.form is not Form.ONE:
                await press(pilot, "space")
        await press(pilot, "enter")
        rows = rows_of(app.desk)
    assert [row.outcome for row in rows] == ["right"]


@pytest.mark.parametrize("question", CHOSEN)
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_chosen_answer_is_graded_and_rated_by_mouse(
    tmp_path: Path, question: str, size: tuple[int, int]
) -> None:
    async with running(tmp_path, NINE_TYPES, scope=nine(question), size=size) as (app, pilot):
        for position in key_positions(pilot):
            await click_option(pilot, position)
        if drill_of(pilot).shown.phase is Phase.ASKING:
            await click_command(pilot, "submit")
        await pilot.click("#rate-4")
        await settled(pilot)
        rows = rows_of(app.desk)
    assert [(row.kind, row.outcome, row.rating) for row in rows] == [
        (Kind.DRILL, "right", 3),
        (Kind.REGRADE, "", 4),
    ]


async def test_a_typed_question_is_revealed_and_rated_by_mouse(tmp_path: Path) -> None:
    async with running(tmp_path, NINE_TYPES, scope=nine("short")) as (app, pilot):
        await click_command(pilot, "reveal")
        assert rows_of(app.desk) == []
        await pilot.click("#rate-2")
        await settled(pilot)
        rows = rows_of(app.desk)
    assert [(row.outcome, row.rating) for row in rows] == [("revealed", 2)]


async def test_t_and_f_answer_true_or_false(tmp_path: Path) -> None:
    async with running(tmp_path, NINE_TYPES, scope=nine("truth")) as (app, pilot):
        await press(pilot, "f")
        rows = rows_of(app.desk)
    assert [(row.outcome, row.given) for row in rows] == [("wrong", "False")]


async def test_how_sure_is_said_by_key_and_by_mouse_and_logged(tmp_path: Path) -> None:
    async with running(tmp_path, NINE_TYPES, scope=nine("choice")) as (app, pilot):
        await press(pilot, "f2")
        await pilot.click("#sure-guess")
        await settled(pilot)
        await press(pilot, str(key_positions(pilot)[0] + 1))
        rows = rows_of(app.desk)
        assert pilot.app.screen.query_one("#sure-guess", Chip)
    assert [(row.confidence, row.rating) for row in rows] == [("guess", 1)]


async def test_backspace_takes_the_last_item_back(tmp_path: Path) -> None:
    async with running(tmp_path, NINE_TYPES, scope=nine("sequence")) as (_, pilot):
        await press(pilot, "1", "2", "backspace")
        assert drill_of(pilot).choices.picked == (0,)


async def test_an_unfinished_order_is_not_an_answer(tmp_path: Path) -> None:
    async with running(tmp_path, NINE_TYPES, scope=nine("sequence")) as (app, pilot):
        await press(pilot, "1", "2", "enter")
        assert drill_of(pilot).shown.phase is Phase.ASKING
        assert rows_of(app_of(pilot).desk) == []
        assert app.desk.state(nine("sequence").cards[0]).new
