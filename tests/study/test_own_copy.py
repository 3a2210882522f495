"""A shipped deck is copied with its notes, and the copy takes its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from mdquiz.clock import ManualClock
from mdquiz.decks.library import came_with_mdquiz
from mdquiz.errors import DeckError
from mdquiz.paths import shipped_decks
from mdquiz.settings import Settings
from mdquiz.study.desk import Desk
from mdquiz.study.own_copy import own_copy
from tests.desks import MORNING, places_in

SHIPPED = "mineral-diplomacy"


def desk_in(folder: Path) -> Desk:
    """A desk on the learner's own decks and the shipped ones, as it is at home."""
    return Desk.open(places_in(folder), Settings(), ManualClock.at(MORNING))


def test_a_deck_that_came_with_mdquiz_is_known(tmp_path: Path) -> None:
    assert came_with_mdquiz(shipped_decks() / f"{SHIPPED}.toml")
    assert not came_with_mdquiz(tmp_path / f"{SHIPPED}.toml")


def test_the_copy_takes_the_shipped_decks_place_without_a_problem(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        before = desk.library.entry(SHIPPED)
        copy = own_copy(before.path, desk.places.decks)
        desk.reload()
        assert desk.library.entry(SHIPPED).path == copy
        assert desk.library.entry(SHIPPED).cards == before.cards
        assert desk.library.problems == ()
        assert desk.overview().problems == 0


def test_the_notes_go_along(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        own_copy(desk.library.entry(SHIPPED).path, desk.places.decks)
        desk.reload()
        drill = desk.drill()
        while drill.asked and drill.asked.card.deck != SHIPPED:
            drill.skip()
        assert all(passage.first_line for passage in drill.source())
    copied = {path.name for path in (tmp_path / "decks").rglob("*") if path.is_file()}
    assert copied == {f"{SHIPPED}.toml", f"{SHIPPED}.md"}


def test_what_is_there_already_is_kept(tmp_path: Path) -> None:
    shipped = shipped_decks() / f"{SHIPPED}.toml"
    copy = own_copy(shipped, tmp_path)
    copy.write_text("mine", encoding="utf-8")
    with pytest.raises(DeckError, match="there already"):
        own_copy(shipped, tmp_path)
    assert copy.read_text(encoding="utf-8") == "mine"


def test_a_folder_that_cannot_be_written_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "decks").write_text("a file", encoding="utf-8")
    with pytest.raises(DeckError, match="cannot be copied"):
        own_copy(shipped_decks() / f"{SHIPPED}.toml", tmp_path / "decks")


def test_two_own_decks_of_one_id_are_still_a_problem(tmp_path: Path) -> None:
    shipped = shipped_decks() / f"{SHIPPED}.toml"
    for name in ("a", "b"):
        own_copy(shipped, tmp_path / "decks" / name)
    with desk_in(tmp_path) as desk:
        assert [problem.code for problem in desk.library.problems] == ["duplicate-deck-id"]
