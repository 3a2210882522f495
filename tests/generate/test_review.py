"""The author's decisions, kept beside the deck."""

from __future__ import annotations

from pathlib import Path

import pytest

from mdquiz.errors import DeckError
from mdquiz.generate.review import Decision, Review, load_review, review_path, review_text
from tests.generate.conftest import Make

NOTE = "The Lokpal Act was passed in 2013.\n\nThe Lokpal has eight Members.\n"


def test_a_review_is_resumed_where_it_was_left(make: Make, tmp_path: Path) -> None:
    deck = make(NOTE).deck
    review = Review().written(deck.questions)
    assert {review.of(q.id) for q in deck.questions} == {Decision.WRITTEN}
    review = review.decided(deck.questions[0].id, Decision.ACCEPTED)
    review = review.decided(deck.questions[1].id, Decision.REJECTED)
    path = tmp_path / "deck.toml"
    review_path(path).write_text(review_text(review), encoding="utf-8")
    again = load_review(path)
    assert again == review
    first, second, *others = [again.of(q.id) for q in deck.questions]
    assert (first, second) == (Decision.ACCEPTED, Decision.REJECTED)
    assert set(others) == {Decision.WRITTEN}


def test_deciding_again_replaces_the_decision_and_changes_nothing_else(make: Make) -> None:
    deck = make(NOTE).deck
    review = Review().written(deck.questions)
    name = deck.questions[0].id
    once = review.decided(name, Decision.REJECTED)
    assert once.decided(name, Decision.WRITTEN) == review
    assert review.of(name) is Decision.WRITTEN


def test_a_damaged_review_is_told_and_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "deck.toml"
    review_path(path).write_text("{}", encoding="utf-8")
    with pytest.raises(DeckError, match="not a review"):
        load_review(path)
