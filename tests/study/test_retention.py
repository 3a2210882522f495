"""Advice on the desired retention from the learner's own log."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mdquiz.clock import ManualClock
from mdquiz.memory.plan.retention import Tried
from mdquiz.memory.vector import DEFAULT_PARAMETERS
from mdquiz.settings import Settings
from mdquiz.study.desk import Desk
from mdquiz.study.plan import Changes, make_plan
from mdquiz.study.retention import AHEAD_DAYS, Advice, retention_advice
from mdquiz.study.retention_lines import advice_lines
from mdquiz.text import cell_width
from tests.desks import MORNING, desk_with, short_deck
from tests.study.logs import study_plainly

WEAK = (*DEFAULT_PARAMETERS[:20], 0.4)  # forgets sooner


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock.at(MORNING)


@pytest.fixture
def desk(tmp_path: Path, clock: ManualClock) -> Iterator[Desk]:
    settings = Settings(shipped_decks=False, new_per_day=10, desired_retention=0.88)
    with desk_with(tmp_path, short_deck(120), settings=settings, clock=clock) as desk:
        yield desk


def words_of(advice: Advice, width: int = 78) -> str:
    return " ".join(advice_lines(advice, width))


def test_before_enough_misses_it_says_that_there_is_too_little_to_say(
    desk: Desk, clock: ManualClock
) -> None:
    assert not retention_advice(desk, DEFAULT_PARAMETERS).enough
    study_plainly(desk, clock, 4)
    advice = retention_advice(desk, DEFAULT_PARAMETERS)
    assert 0 < advice.misses < 30
    assert advice.tried == ()
    told = words_of(advice)
    assert "Too little to say" in told
    assert f"{advice.answers} repeated answers, {advice.misses} of them misses" in told
    assert advice.as_json()["present"] == {"advised": None, "tried": []}


def test_it_goes_by_the_learners_own_times_cards_and_minutes(
    desk: Desk, clock: ManualClock
) -> None:
    study_plainly(desk, clock, 20)
    advice = retention_advice(desk, DEFAULT_PARAMETERS)
    assert advice.enough
    assert (advice.cards, advice.days) == (120, AHEAD_DAYS)
    assert 8 < advice.pass_seconds < 10  # answers take 3 to 15 seconds
    assert advice.miss_seconds > 15  # a second look follows
    spent = desk.store.seconds_by_day(0)
    assert advice.minutes == round(sum(spent.values()) / len(spent) / 60)
    assert all(one.minutes < advice.minutes + 0.2 for one in advice.tried)


def test_the_present_setting_is_among_those_tried_and_spoken_of(
    desk: Desk, clock: ManualClock
) -> None:
    study_plainly(desk, clock, 20)
    advice = retention_advice(desk, DEFAULT_PARAMETERS)
    assert 0.88 in [one.retention for one in advice.tried]
    assert "Your setting is 0.88" in words_of(advice)
    assert "mdquiz config desired_retention 0.95" in words_of(advice)


def test_before_and_after_a_fit_are_both_told(desk: Desk, clock: ManualClock) -> None:
    study_plainly(desk, clock, 20)
    done: list[float] = []
    advice = retention_advice(desk, DEFAULT_PARAMETERS, WEAK, done.append)
    told = advice.as_json()
    assert advice.tried == advice.fitted != advice.present
    assert told["fitted"]["advised"] and told["present"]["advised"]
    assert "By the parameters before the fit it was" in words_of(advice)
    assert done == sorted(done)
    assert done[-1] == 1


def test_a_plan_lends_its_days_and_minutes(desk: Desk, clock: ManualClock) -> None:
    study_plainly(desk, clock, 20)
    make_plan(desk, Changes(exam_day=desk.today() + 33, minutes=7))
    advice = retention_advice(desk, DEFAULT_PARAMETERS)
    assert (advice.days, advice.minutes) == (33, 7)
    assert "Your plan goes by marks" in words_of(advice)


def test_an_empty_desk_has_no_advice(tmp_path: Path, clock: ManualClock) -> None:
    with desk_with(tmp_path, clock=clock) as desk:
        advice = retention_advice(desk, DEFAULT_PARAMETERS)
    assert "Without cards" in words_of(advice)


TRIED = (Tried(0.8, 5.0, 0.90, 20.0), Tried(0.9, 6.0, 0.88, 18.0), Tried(0.95, 6.0, 0.7, 9.0))
ADVICE = Advice(180, 6, 900, 400, 50, 8, 20, 0.9, planned=False, present=TRIED)


def test_what_the_setting_costs_is_said_in_words() -> None:
    told = words_of(ADVICE)
    assert "0.80 leaves most known in your time." in told
    assert "Your setting is 0.9: 2.0 % less known for 1.0 minutes a day more." in told
    assert "That is your setting." in words_of(replace(ADVICE, setting=0.8))


@pytest.mark.parametrize("width", [78, 40])
def test_lines_fit_their_columns(width: int) -> None:
    lines = advice_lines(replace(ADVICE, fitted=TRIED, planned=True), width)
    assert max(map(cell_width, lines)) <= width
