"""The plan is set in the app, and a card there can say why it is asked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from mdquiz.errors import UsageError
from mdquiz.study.plan import Changes, make_plan
from mdquiz.tui.app import MdquizApp
from mdquiz.tui.screens.plan_form import PlanFormScreen, changes_of, terms_of
from tests.desks import desk_with, short_deck
from tests.tui.running import SIZES, press, running, settled, text_of

EXAM = date(2027, 1, 23)


async def filled_in(app: MdquizApp, pilot: Pilot[None], **typed: str) -> None:
    for name, value in typed.items():
        app.screen.query_one(f"#{name}", Input).value = value
    await press(pilot, "enter")
    await settled(pilot)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_a_first_plan_is_made_on_the_plan_page(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(tmp_path, short_deck(12), size=size) as (app, pilot):
        await press(pilot, "s", "9")
        await settled(pilot)
        assert "No exam is planned" in text_of(app)
        await press(pilot, "e")
        await settled(pilot)
        shown = text_of(app)
        for words in ("Exam day", "Minutes a day", "or cards a day", "Days of rest"):
            assert words in shown
        await filled_in(app, pilot, exam="23 Jan 2027", minutes="5", rest="sundays")
        plan = app.desk.store.plans.latest()
        assert plan is not None
        assert (plan.exam_day, plan.minutes, plan.cards) == (EXAM.toordinal(), 5.0, None)
        assert plan.rest_weekdays == {6}
        assert not isinstance(app.screen, PlanFormScreen)


async def test_what_cannot_be_planned_is_said_in_the_form(tmp_path: Path) -> None:
    async with running(tmp_path, short_deck(5)) as (app, pilot):
        await press(pilot, "s", "9", "e")
        await settled(pilot)
        for typed, said in (
            ({"exam": "2027-01-23"}, "minutes or cards a day"),
            ({"minutes": "nan"}, "nan is no number"),
            ({"minutes": "30", "rest": "sunflower"}, "sunflower is no day"),
            ({"rest": "", "exam": "2001-01-01"}, "leaves no day to study"),
        ):
            await filled_in(app, pilot, **typed)
            assert isinstance(app.screen, PlanFormScreen)
            assert said in " ".join(text_of(app).split())
        assert app.desk.store.plans.latest() is None
        await press(pilot, "escape")
        assert not isinstance(app.screen, PlanFormScreen)


async def test_changing_the_day_leaves_decks_and_weights_as_they_are(tmp_path: Path) -> None:
    deck = short_deck(12, tag="maths")
    with desk_with(tmp_path, deck) as desk:
        made = make_plan(desk, Changes(exam_day=EXAM.toordinal(), cards=5, weights={"maths": 2.0}))
        assert terms_of(made)["exam"] == "2027-01-23"
    async with running(tmp_path, deck) as (app, pilot):
        await press(pilot, "s", "9", "e")
        await settled(pilot)
        await filled_in(app, pilot, exam="2027-01-30")
        plan = app.desk.store.plans.latest()
        assert plan is not None
        assert (plan.exam_day, plan.cards) == (EXAM.toordinal() + 7, 5)
        assert plan.weights == {"maths": 2.0}


def test_minutes_and_cards_together_are_refused() -> None:
    with pytest.raises(UsageError, match="minutes or cards"):
        changes_of({"exam": "2027-01-23", "minutes": "3", "cards": "4", "rest": ""})


async def test_the_card_of_a_drill_and_one_in_browse_say_why(tmp_path: Path) -> None:
    deck = short_deck(12)
    with desk_with(tmp_path, deck) as desk:
        make_plan(desk, Changes(exam_day=EXAM.toordinal(), cards=5))
    async with running(tmp_path, deck) as (app, pilot):
        app.desk.begin_search = lambda _: None
        await press(pilot, "enter")
        await settled(pilot)
        await press(pilot, "ctrl+y")
        await settled(pilot)
        assert "new: worth 0." in text_of(app)
        await press(pilot, "f10", "b")
        await settled(pilot)
        await press(pilot, *["down"] * 11, "y")
        await settled(pilot)
        assert "not today: other cards bring more" in text_of(app)
