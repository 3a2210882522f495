"""A quote is found where it stands, and never where something else does."""

from __future__ import annotations

import pytest

from mdquiz.decks.quotes import Notes

LINES = [
    "# Lokpal",
    "",
    "The pact is worth",
    "$24 million in all.",
    "Seat: New Delhi",
    "24 members",
]


def test_a_quote_stands_at_its_lines_across_line_breaks() -> None:
    notes = Notes(LINES)
    assert notes.stands("worth $24 million", (3, 4))
    assert not notes.stands("worth $24 million", (3, 3))
    assert not notes.stands("worth $24 million", (3, 9))


@pytest.mark.parametrize("said", ["$240 million", "$24.5 million", "$1,24 million"])
def test_a_figure_inside_another_is_not_that_figure(said: str) -> None:
    notes = Notes([f"The pact is worth {said}"])
    assert not notes.has("worth $24")
    assert not notes.has("24")


def test_a_quote_that_moved_is_found_and_the_nearest_one_taken() -> None:
    assert Notes(["", "", *LINES]).place("Seat: New Delhi", (5, 5)) == (7, 7)
    long = "the First Schedule lists every one of the States of the Union"
    assert Notes([long, "", "", long]).place(long, (3, 3)) == (4, 4)


def test_what_may_be_another_passage_is_not_taken_for_it() -> None:
    assert Notes(["New Delhi is hot.", "Seat: New Delhi"]).place("New Delhi", (9, 9)) is None
    assert Notes(["A term of five years"]).place("five", (9, 9)) is None
