"""Settings that mean nothing to the app, or that take a key away: the learner is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from mdquiz.settings import Settings
from mdquiz.tui.settings_check import settings_problems
from tests.desks import short_deck
from tests.tui.running import press, running, text_of


def problems(**values: object) -> str:
    return "\n".join(settings_problems(Settings(**values)))  # type: ignore[arg-type]


def test_sound_settings_have_no_problem() -> None:
    assert problems() == ""
    assert problems(theme="nord", keys={"drill.undo": "ctrl+z,u", "home.drill": "d"}) == ""


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"theme": "foo"}, 'no theme is called "foo"'),
        ({"theme": "mdquiz-nigt"}, "Did you mean mdquiz-night?"),
        ({"keys": {"drill.nope": "x"}}, 'No command is called "drill.nope"'),
        ({"keys": {"home.dril": "x"}}, "did you mean home.drill?"),
        ({"keys": {"home.drill": "q"}}, "q is home.leave's as well"),
        ({"keys": {"home.drill": "ctrl+q"}}, "ctrl+q is app.leave's as well"),
        ({"keys": {"drill.skip": "r"}}, "r is drill.reveal's as well"),
        ({"keys": {"drill.option": "x"}}, "drill.option has no key that can be changed"),
        ({"keys": {"home.drill": " "}}, "home.drill has no key left"),
    ],
)
def test_what_is_wrong_is_said(values: dict[str, object], words: str) -> None:
    assert words in problems(**values)


def test_one_key_may_do_two_things_that_never_apply_at_once() -> None:
    assert problems(keys={"drill.go-on": "space", "drill.skip": "1"}) == ""


async def test_the_app_says_what_is_wrong_and_goes_on(tmp_path: Path) -> None:
    settings = Settings(shipped_decks=False, theme="foo", keys={"home.drill": "q"})
    async with running(tmp_path, short_deck(2), settings=settings) as (app, pilot):
        shown = " ".join(text_of(app).split())
        assert 'no theme is called "foo"' in shown
        assert "home.leave" in shown
        await press(pilot, "enter")
        assert "Numbers" in text_of(app)
