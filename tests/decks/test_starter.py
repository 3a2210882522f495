"""The starter deck is sound, complete, and called as asked."""

from __future__ import annotations

import pytest

from mdquiz.decks.question import QUESTION_TYPES
from mdquiz.decks.read import read_deck_text
from mdquiz.decks.starter import starter_deck


@pytest.mark.parametrize("title", ["My deck", 'A "quoted" \\ title', "भारत का भूगोल", "[bold]x"])
def test_the_starter_deck_has_nothing_wrong_and_every_type(title: str) -> None:
    reading = read_deck_text(starter_deck(title), "x.toml")
    assert reading.diagnostics == ()
    assert reading.deck is not None
    assert reading.deck.title == title
    assert {question.type for question in reading.deck.questions} == set(QUESTION_TYPES)


def test_two_titles_give_decks_that_can_stand_side_by_side() -> None:
    ids = {
        reading.deck.id
        for title in ("One", "Two")
        if (reading := read_deck_text(starter_deck(title), "x.toml")).deck is not None
    }
    assert len(ids) == 2
