"""Midnights, journeys and clocks set back: what happened keeps its order and its day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from mdquiz.clock import ManualClock
from mdquiz.grading.verdict import Rating, Response
from mdquiz.progress.log import Kind
from mdquiz.study.desk import Desk
from mdquiz.study.drill import Drill
from mdquiz.study.history import History
from mdquiz.study.scope import Scope
from tests.desks import desk_with, short_deck

RIGHT, WRONG = Response(typed="1"), Response(typed="2")
KOLKATA, LONDON = 330, 0


def missed(drill: Drill) -> None:
    drill.answer(WRONG)
    drill.rate()


def known(drill: Drill) -> None:
    drill.answer(RIGHT)
    drill.rate(Rating.GOOD)


@pytest.mark.parametrize("sittings", [1, 2])
def test_a_repeat_minutes_after_the_miss_is_no_review_of_a_day_later(
    tmp_path: Path, sittings: int
) -> None:
    clock = ManualClock.at("2026-11-23T03:59:00")
    with desk_with(tmp_path, short_deck(1), clock=clock) as desk:
        drill = desk.drill()
        missed(drill)
        (before,) = desk.states.values()
        clock.advance(seconds=120)  # 04:01: another study day
        known(drill if sittings == 1 else desk.drill())
        (after,) = desk.states.values()
        assert (after.reviews, after.stability) == (1, before.stability)
        assert not after.relearning
        assert after.due_day == before.last_day + 1
        assert History(desk.store).rebuild().changed == 0


def test_a_miss_of_the_evening_before_is_reviewed_in_the_morning(tmp_path: Path) -> None:
    clock = ManualClock.at("2026-11-22T23:00:00")
    with desk_with(tmp_path, short_deck(1), clock=clock) as desk:
        drill = desk.drill()
        missed(drill)
        clock.advance(seconds=9 * 3600)
        known(drill)
        (after,) = desk.states.values()
        assert (after.reviews, after.last_day) == (2, desk.today())


def test_an_undone_repeat_does_not_hide_that_a_night_has_passed(tmp_path: Path) -> None:
    clock = ManualClock.at("2026-11-22T23:00:00")
    with desk_with(tmp_path, short_deck(1), clock=clock) as desk:
        drill = desk.drill()
        missed(drill)
        clock.advance(seconds=9 * 3600)
        known(drill)
        assert drill.undo()
        known(drill)
        (after,) = desk.states.values()
        assert (after.reviews, after.last_day) == (2, desk.today())


@pytest.mark.parametrize("back_s", [1, 3600, 400 * 86_400])
def test_with_the_clock_set_back_a_pass_still_comes_after_its_miss(
    tmp_path: Path, back_s: int
) -> None:
    clock = ManualClock.at("2026-11-22T09:00:00")
    with desk_with(tmp_path, short_deck(1), clock=clock) as desk:
        drill = desk.drill()
        missed(drill)
        clock.advance(seconds=-back_s)
        known(drill)
        (state,) = desk.states.values()
        assert not state.relearning
        assert [row.rating for row in desk.store.all_rows()] == [Rating.AGAIN, Rating.GOOD]
        assert History(desk.store).rebuild().changed == 0


def test_another_process_with_its_clock_behind_adds_to_the_end(tmp_path: Path) -> None:
    with desk_with(tmp_path, short_deck(1), clock=ManualClock.at("2026-11-22T09:00:00")) as desk:
        missed(desk.drill())
        (first,) = desk.store.all_rows()
        older = replace(first, id=(1).to_bytes(16))  # an id of that clock
        latest = replace(first, id=b"\xff" * 16, kind=Kind.FLAG, rating=None)
        desk.record([latest])
        row = desk.row(first.card, Kind.DRILL, older.sitting)
        assert (row.at_ms, row.id) > (latest.at_ms, latest.id)


def flown(desk: Desk, clock: ManualClock, hours: float) -> None:
    """After a flight from Delhi to London."""
    clock.advance(seconds=hours * 3600)
    clock.instant = replace(clock.instant, offset_minutes=LONDON)


def test_a_card_missed_tomorrow_returns_for_one_who_flew_west(tmp_path: Path) -> None:
    clock = ManualClock.at("2026-11-23T05:00:00", KOLKATA)
    with desk_with(tmp_path, short_deck(2), clock=clock) as desk:
        missed(desk.drill(Scope(limit=1)))
        (state,) = desk.states.values()
        flown(desk, clock, 1)  # 00:30 in London: the day before
        assert desk.today() == state.last_day - 1
        overview = desk.overview()
        assert [row.due for row in overview.decks] == [1]
        drill = desk.drill()
        assert drill.step is not None
        assert desk.state(drill.step.card).relearning
        (after,) = [desk.state(card) for card in desk.states]
        assert after == state


def test_every_way_of_answering_keeps_the_copy_of_its_study_day(tmp_path: Path) -> None:
    clock = ManualClock.at("2026-11-22T09:00:00")
    with desk_with(tmp_path, short_deck(2), clock=clock) as desk:
        drill = desk.drill()
        known(drill)
        clock.advance(days=1, seconds=-8 * 3600)  # 01:00: still the first study day
        known(drill)
        assert copies(desk) == ["daily-2026-11-22.db"]
        clock.advance(seconds=8 * 3600)
        desk.set_flagged(list(desk.states), True)
        assert copies(desk) == ["daily-2026-11-22.db", "daily-2026-11-23.db"]
        assert date(2026, 11, 23).toordinal() == desk.today()


def copies(desk: Desk) -> list[str]:
    return sorted(entry.name for entry in desk.places.backups.iterdir())
