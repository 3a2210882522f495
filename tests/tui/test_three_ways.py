"""Twenty cards by keyboard, by mouse and through a pipe leave one and the same log."""

from __future__ import annotations

import io
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from mdquiz.cli.plain import drill_in_lines
from mdquiz.decks.asked import Asked, Form
from mdquiz.grading.verdict import Rating
from mdquiz.progress.log import LogRow
from mdquiz.settings import Settings
from mdquiz.study.plain_answers import parse_response
from mdquiz.study.scope import Scope
from mdquiz.study.view import Phase
from mdquiz.tui.screens.drill import DrillScreen
from tests.desks import desk_with
from tests.tui.running import clock_of, drill_of, press, rows_of, running, settled
from tests.tui.test_answering import click_command, click_option

Way = Callable[[Pilot[None], Asked, int], Awaitable[None]]

CARDS = 20
DECK = (Path(__file__).parent.parent.parent / "decks" / "mineral-diplomacy.toml").read_text(
    encoding="utf-8"
)
SETTINGS = Settings(shipped_decks=False, theme="mdquiz-night", new_per_day=CARDS)


def choice(asked: Asked, place: int) -> tuple[int, ...]:
    """What is chosen or how it is arranged: wrong on every fourth card, else right."""
    if asked.form is Form.ARRANGE:
        key = [asked.arrange.index(item) for item in asked.arrange_key]
        return tuple(reversed(key) if place % 4 == 0 else key)
    wanted = place % 4 != 0
    found = [at for at, option in enumerate(asked.options) if option.right is wanted]
    return tuple(found[:1] if asked.form is Form.ONE else found)


def rating(place: int) -> int:
    """What the learner says of a revealed card."""
    return 1 if place % 5 == 0 else 4


def log_of(rows: list[LogRow]) -> list[tuple[object, ...]]:
    """What a log says, but for ids, instants and durations."""
    number = {row.id: place for place, row in enumerate(rows)}
    return [
        (
            row.card,
            row.kind,
            row.rating,
            row.outcome,
            row.given,
            row.confidence,
            row.language,
            row.day,
            row.deck_hash,
            row.answer_hash,
            row.parameters,
            number.get(row.ref or b""),
        )
        for row in rows
    ]


def through_a_pipe(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    lines: list[str] = []
    with desk_with(folder / "rehearsal", DECK, settings=SETTINGS) as desk:
        drill = desk.drill()
        place = 0
        while drill.asked:
            if drill.asked.form is Form.TYPED:
                said = ["", str(rating(place))]
            else:
                said = [" ".join(str(at + 1) for at in choice(drill.asked, place)), ""]
            drill.answer(*parse_response(drill.asked, said[0]))
            drill.rate(Rating(int(said[1])) if said[1] else None)
            lines += said
            place += 1
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
    with desk_with(folder / "pipe", DECK, settings=SETTINGS) as desk:
        drill_in_lines(desk, Scope())
        return log_of(rows_of(desk))


async def by_keyboard(pilot: Pilot[None], asked: Asked, place: int) -> None:
    if asked.form is Form.TYPED:
        await press(pilot, "enter", str(rating(place)))
        return
    for position in choice(asked, place):
        await press(pilot, str(position + 1))
    if drill_of(pilot).shown.phase is Phase.ASKING:
        await press(pilot, "enter")
    await press(pilot, "enter")


async def by_mouse(pilot: Pilot[None], asked: Asked, place: int) -> None:
    if asked.form is Form.TYPED:
        await click_command(pilot, "reveal")
        await pilot.click(f"#rate-{rating(place)}")
        await settled(pilot)
        return
    for position in choice(asked, place):
        await click_option(pilot, position)
    if drill_of(pilot).shown.phase is Phase.ASKING:
        await click_command(pilot, "submit")
    clock_of(pilot).advance(seconds=5)
    await click_command(pilot, "go_on")


@pytest.mark.parametrize("way", [by_keyboard, by_mouse])
async def test_a_sitting_leaves_the_log_that_a_pipe_leaves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: Way
) -> None:
    expected = through_a_pipe(tmp_path, monkeypatch)
    assert len({row[0] for row in expected}) == CARDS
    async with running(tmp_path / "app", DECK, settings=SETTINGS, scope=Scope()) as (app, pilot):
        for place in range(len(expected)):
            if not drill_open(pilot):
                break
            asked = drill_of(pilot).shown.asked
            assert asked is not None
            clock_of(pilot).advance(seconds=5)
            await way(pilot, asked, place)
        assert log_of(rows_of(app.desk)) == expected


def drill_open(pilot: Pilot[None]) -> bool:
    """Whether a question is in front."""
    return isinstance(pilot.app.screen, DrillScreen)
