"""Coded options are read as the examiner means them."""

from __future__ import annotations

import pytest

from mdquiz.decks.codes import code_problems, counted_claims, named_claims


@pytest.mark.parametrize(
    ("option", "named"),
    [
        ("1 only", {0}),
        ("1 and 3 only", {0, 2}),
        ("Only 2 and 3", {1, 2}),
        ("1, 2 and 3", {0, 1, 2}),
        ("1, 2, 3 and 4", {0, 1, 2, 3}),
        ("Both 1 and 2", {0, 1}),
        ("Neither 1 nor 2", set()),
        ("None", set()),
        ("None of the above", set()),
        ("All of the above", {0, 1, 2}),
        ("I and III only", {0, 2}),
        ("II only", {1}),
        ("I, II, III and IV", {0, 1, 2, 3}),
        ("केवल 1 और 3", {0, 2}),
        ("केवल १ और २", {0, 1}),
        ("न तो 1, न ही 2", set()),
        ("उपर्युक्त सभी", {0, 1, 2}),
        ("Lithium", None),
        ("only", None),
        ("Vietnam", None),
        ("1998", None),
    ],
)
def test_an_option_names_claims(option: str, named: set[int] | None) -> None:
    assert named_claims(option, 3) == (None if named is None else frozenset(named))


@pytest.mark.parametrize(
    ("option", "count"),
    [
        ("Only one", 1),
        ("Only one pair", 1),
        ("Only two", 2),
        ("Only three", 3),
        ("All three", 3),
        ("All four", 4),
        ("All", 3),
        ("All the pairs", 3),
        ("None", 0),
        ("None of the pairs", 0),
        ("केवल दो", 2),
        ("सभी तीन", 3),
        ("कोई नहीं", 0),
        ("Lithium", None),
    ],
)
def test_an_option_counts_claims(option: str, count: int | None) -> None:
    assert counted_claims(option, 3) == count


def test_stated_options_and_key_that_the_truths_bear_out_are_no_problem() -> None:
    truths = (True, False, True)
    which = ("1 only", "2 and 3 only", "1 and 3 only", "1, 2 and 3")
    assert list(code_problems(truths, "which", which, "1 and 3 only")) == []
    assert list(code_problems(truths, "not", ("2 only", "1 only"), "2 only")) == []
    counts = ("Only one", "Only two", "All three", "None")
    assert list(code_problems(truths, "how_many", counts, "Only two")) == []
    assert list(code_problems(truths, "which", None, None)) == []
    assert list(code_problems((False, False), "which", None, "Neither 1 nor 2")) == []
