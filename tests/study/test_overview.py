from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdquiz.clock import ManualClock
from mdquiz.errors import NothingToDrillError
from mdquiz.grading.verdict import Rating, Response
from mdquiz.memory.day import days_in_row
from mdquiz.progress.log import Kind
from mdquiz.settings import Settings
from mdquiz.study.desk import Desk
from mdquiz.study.scope import Scope
from tests.desks import MORNING, desk_with, short_deck


def drill_all(desk: Desk) -> None:
    drill = desk.drill()
    while drill.asked:
        drill.answer(Response(typed=drill.asked.card.question.removeprefix("q")))
        drill.rate(Rating.GOOD)


def test_the_days_limit_of_new_cards_holds_over_several_sittings(tmp_path: Path) -> None:
    few = Settings(new_per_day=3, shipped_decks=False)
    with desk_with(tmp_path, short_deck(5), settings=few) as desk:
        drill = desk.drill(Scope(limit=2))
        while drill.asked:
            drill.answer(Response(typed=drill.asked.card.question.removeprefix("q")))
            drill.rate()
        assert desk.overview().new_today == 1
        assert desk.drill().total == 1
        drill_all(desk)
        with pytest.raises(NothingToDrillError) as caught:
            desk.drill()
        assert "3 new cards are done; 2 more wait" in caught.value.message


def test_tomorrow_means_tomorrow_for_one_who_sits_up_late(tmp_path: Path) -> None:
    clock = ManualClock.at("2026-11-23T01:30:00")
    few = Settings(new_per_day=2, shipped_decks=False)
    with desk_with(tmp_path, short_deck(4), settings=few, clock=clock) as desk:
        drill_all(desk)
        clock.advance(seconds=2 * 3600)  # 03:30, still the same study day
        assert desk.overview().new_today == 0
        clock.advance(seconds=3600)  # 04:30
        assert desk.overview().new_today == 2
        assert desk.overview().streak == 1


def test_an_empty_library_and_a_finished_day_say_what_to_do(tmp_path: Path) -> None:
    with desk_with(tmp_path / "none") as desk, pytest.raises(NothingToDrillError) as caught:
        desk.drill()
    assert "mdquiz new" in caught.value.hint
    with desk_with(tmp_path / "one", short_deck(1), clock=ManualClock.at(MORNING)) as desk:
        drill_all(desk)
        overview = desk.overview()
        assert overview.next_due_in is not None
        with pytest.raises(NothingToDrillError) as caught:
            desk.drill()
        assert f"in {overview.next_due_in} day" in caught.value.message.replace(
            "tomorrow", "in 1 day"
        )
        assert "--ahead" in caught.value.hint


def test_a_deck_with_errors_is_counted_with_its_sound_questions(tmp_path: Path) -> None:
    broken = short_deck(2) + '\n[[question]]\nid = "bad"\ntype = "short"\nprompt = "?"\n'
    with desk_with(tmp_path, broken) as desk:
        [row] = desk.overview().decks
        assert (row.total, row.problems) == (2, 1)


@given(st.sets(st.integers(1, 40)), st.integers(1, 40))
def test_a_streak_counts_days_without_a_gap(days: set[int], today: int) -> None:
    length = days_in_row(days, today)
    last = today if today in days else today - 1
    assert all(day in days for day in range(last - length + 1, last + 1))
    assert last - length not in days


def test_a_copy_is_kept_of_each_day_of_drilling_the_last_ten_of_them(tmp_path: Path) -> None:
    clock = ManualClock.at(MORNING)
    with desk_with(tmp_path, short_deck(1), clock=clock) as desk:
        for _ in range(12):
            desk.drill(Scope(kind=Kind.CRAM))
            desk.drill(Scope(kind=Kind.CRAM))
            clock.advance(days=1)
        assert len(list((tmp_path / "backups").iterdir())) == 10


def test_decks_stand_in_the_order_of_their_titles(tmp_path: Path) -> None:
    titles = ("Éire", "Zambia", "Egypt")
    decks = (short_deck(1, title=title) for title in titles)
    with desk_with(tmp_path, *decks) as desk:
        assert [row.title for row in desk.overview().decks] == ["Egypt", "Éire", "Zambia"]


def test_cards_held_back_for_their_siblings_are_explained(tmp_path: Path) -> None:
    text = 'title = "Gaps"\n[[question]]\nid = "q"\ntype = "cloze"\ntext = "{{a}} and {{b}}"\n'
    with desk_with(tmp_path, text) as desk:
        drill = desk.drill()
        assert drill.total == 1
        drill.answer(Response(revealed=True))
        drill.rate(Rating.GOOD)
        with pytest.raises(NothingToDrillError) as caught:
            desk.drill()
    assert "1 card is left, on facts that you were asked today" in caught.value.message


def test_a_days_limit_of_due_cards_is_named_when_it_is_reached(tmp_path: Path) -> None:
    clock = ManualClock.at(MORNING)
    few = Settings(reviews_per_day=1, new_per_day=2, shipped_decks=False)
    with desk_with(tmp_path, short_deck(2), settings=few, clock=clock) as desk:
        drill_all(desk)
        clock.advance(days=60)
        assert desk.overview().due_today == 1
        drill_all(desk)
        with pytest.raises(NothingToDrillError) as caught:
            desk.drill()
    assert "limit of 1 due cards is reached; 1 more wait" in caught.value.message
