"""Questions that the notes no longer support, or that were dropped, are not asked meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest

from mdquiz.errors import NothingToDrillError
from mdquiz.memory.state import NEVER_SEEN
from mdquiz.progress.log import Kind
from mdquiz.settings import Settings
from mdquiz.study.desk import Desk
from mdquiz.study.overview import overview_of
from mdquiz.study.plan import Changes, make_plan
from mdquiz.study.plan_cards import plan_entries
from mdquiz.study.scope import Scope
from mdquiz.study.todays import chosen_cards
from tests.desks import desk_with, places_in, short_deck

DECK = short_deck(4).replace('id = "q2"', 'id = "q2"\nstatus = "stale"')
DECK = DECK.replace('id = "q3"', 'id = "q3"\nstatus = "dropped"')


def asked(desk: Desk, scope: Scope | None = None) -> set[str]:
    cards = chosen_cards(desk.library, {}, scope or Scope(), Settings(), desk.today())
    return {card.question for card in cards}


def test_a_drill_leaves_stale_and_dropped_questions_out(tmp_path: Path) -> None:
    with desk_with(tmp_path, DECK) as desk:
        assert asked(desk) == {"q1", "q4"}
        assert asked(desk, Scope(kind=Kind.CRAM)) == {"q1", "q4"}


def test_due_and_home_count_what_would_be_asked(tmp_path: Path) -> None:
    with desk_with(tmp_path, DECK) as desk:
        seen = desk.overview()
        assert (seen.decks[0].new, seen.decks[0].total, seen.new_today) == (2, 2, 2)
        # The second time from the cache of decks, as `mdquiz due` reads it.
        library = desk.library
    again = desk_with(tmp_path, DECK)
    with again:
        assert again.library.decks[0].asked_ids == library.decks[0].asked_ids
        found = overview_of(again.library, places_in(tmp_path), Settings(), again.clock)
        assert found.decks[0].new == 2


def test_a_plan_is_made_without_them(tmp_path: Path) -> None:
    with desk_with(tmp_path, DECK) as desk:
        plan = make_plan(desk, Changes(exam_day=desk.today() + 30, minutes=30.0))
        assert {card.card.question for card in plan_entries(desk, plan)} == {"q1", "q4"}


def test_where_all_are_stale_the_learner_is_told(tmp_path: Path) -> None:
    deck = short_deck(1).replace('id = "q1"', 'id = "q1"\nstatus = "stale"')
    with (
        desk_with(tmp_path, deck) as desk,
        pytest.raises(NothingToDrillError, match="stale") as caught,
    ):
        asked(desk)
    assert "state:stale" in caught.value.hint


def test_search_names_them_and_finds_them(tmp_path: Path) -> None:
    with desk_with(tmp_path, DECK) as desk:
        assert desk.state(desk.library.decks[0].card_ids[0]) == NEVER_SEEN
        assert {row.entry.card.question for row in desk.browse("state:stale")} == {"q2"}
        assert {row.entry.card.question for row in desk.browse("state:dropped")} == {"q3"}
        assert {row.entry.card.question for row in desk.browse("state:new")} == {"q1", "q4"}
        assert {row.state_name for row in desk.browse("")} == {"new", "stale", "dropped"}


def test_the_reason_why_they_are_not_asked_is_told(tmp_path: Path) -> None:
    with desk_with(tmp_path, DECK) as desk:
        told = {card.question: desk.why(card) for card in desk.library.decks[0].card_ids}
    assert told["q1"] == "new"
    assert told["q2"].startswith("stale")
    assert told["q3"].startswith("dropped")
