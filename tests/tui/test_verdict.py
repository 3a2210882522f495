"""What a learner sees after the answer: what was right, and what they said themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from mdquiz.study.view import Phase
from tests.tui.running import NINE_TYPES, drill_of, nine, press, running, settled, text_of


def words_of(screen: str) -> str:
    """What stands on the screen, without line breaks."""
    return " ".join(screen.replace("▌", " ").split())


async def test_the_order_given_stands_in_the_verdict(tmp_path: Path) -> None:
    async with running(tmp_path, NINE_TYPES, scope=nine("sequence")) as (app, pilot):
        asked = drill_of(pilot).shown.asked
        assert asked is not None
        wrong = [asked.arrange.index(item) for item in reversed(asked.arrange_key)]
        await press(pilot, *(str(at + 1) for at in wrong), "enter")
        given = " → ".join(reversed(asked.arrange_key))
        assert f"Your order: {given}" in words_of(text_of(app))


async def test_the_option_chosen_stands_in_the_verdict_when_it_was_wrong(tmp_path: Path) -> None:
    async with running(tmp_path, NINE_TYPES, scope=nine("choice")) as (app, pilot):
        asked = drill_of(pilot).shown.asked
        assert asked is not None
        at = next(at for at, option in enumerate(asked.options) if not option.right)
        await press(pilot, str(at + 1))
        label = f"({'abcdefgh'[at]}) {asked.options[at].text}"
        assert f"You chose: {label}" in words_of(text_of(app))
        await press(
            pilot, "ctrl+z", str(next(i for i, o in enumerate(asked.options) if o.right) + 1)
        )
        assert "You chose" not in text_of(app)


@pytest.mark.parametrize("size", [(40, 12), (60, 16)], ids=str)
async def test_after_a_resize_the_verdict_is_still_in_view(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with running(tmp_path, NINE_TYPES, scope=nine("claims"), size=(80, 24)) as (app, pilot):
        await press(pilot, "1")
        assert drill_of(pilot).shown.phase is Phase.ANSWERED
        await pilot.resize_terminal(*size)
        await settled(pilot)
        shown = text_of(app)
        assert "✗ Wrong" in shown or "✓ Right" in shown


async def test_the_ratings_stand_apart_on_a_narrow_screen(tmp_path: Path) -> None:
    async with running(tmp_path, NINE_TYPES, scope=nine("short"), size=(40, 12)) as (app, pilot):
        await press(pilot, "9", "enter")
        line = next(line for line in text_of(app).splitlines() if "Again" in line)
        assert "1 Again ⏎ 2 Hard" in line


@pytest.mark.parametrize("size", [(20, 6), (26, 24), (80, 7)], ids=str)
async def test_a_terminal_too_small_to_drill_in_says_so_and_recovers(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with running(tmp_path, NINE_TYPES, scope=nine("short"), size=size) as (app, pilot):
        assert "too small" in words_of(text_of(app))
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert "too small" not in text_of(app)
        assert "Type the answer" in text_of(app)
