"""Counts with their nouns."""

from __future__ import annotations

import pytest

from mdquiz.text import counted


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "0 days"), (1, "1 day"), (1.0, "1 day"), (1.5, "1.5 days"), (1227, "1,227 days")],
)
def test_one_is_a_day_and_all_else_are_days(count: float, said: str) -> None:
    assert counted(count, "day") == said


def test_some_nouns_have_a_plural_of_their_own() -> None:
    assert counted(2, "leech", "leeches") == "2 leeches"
