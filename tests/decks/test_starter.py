"""The starter deck is sound, complete, and called as asked."""

from __future__ import annotations

import pytest

from mdquiz.decks.question import QUESTION_TYPES
from mdquiz.decks.read import read_deck_text
from mdquiz.decks.starter import starter_deck, starter_id


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


def test_a_hindi_title_gives_a_hindi_deck_with_an_id_that_one_can_read() -> None:
    deck = read_deck_text(starter_deck("भारत की राजव्यवस्था"), "x.toml").deck
    assert deck is not None
    assert (deck.language, deck.id) == ("hi", "bharat-ki-rajavyavastha")
    order = deck.question("path-of-a-bill")
    assert order.headline().startswith("विधेयक")
    english = read_deck_text(starter_deck("Polity"), "x.toml").deck
    assert english is not None
    assert english.language == "en"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("संविधान", "sanvidhan"),
        ("मौलिक अधिकार १२", "maulik-adhikar-12"),
        ("पढ़ाई", "padhai"),
        ("व", "va"),
    ],
)
def test_devanagari_is_written_as_it_is_spoken(title: str, name: str) -> None:
    assert starter_id(title) == name
