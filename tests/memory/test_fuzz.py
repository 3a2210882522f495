"""Due days spread out, but the same days whenever they are asked."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from mdquiz.decks.card import CardId
from mdquiz.memory.fuzz import fuzzed
from mdquiz.memory.model import MAX_INTERVAL

CARDS = st.builds(CardId, st.text(max_size=4), st.text(max_size=4), st.sampled_from(["", "1"]))


@given(st.integers(1, 2), CARDS, st.integers(0, 50))
def test_intervals_of_one_or_two_days_stay_exact(interval: int, card: CardId, reviews: int) -> None:
    assert fuzzed(interval, card, reviews) == interval


@given(st.integers(3, MAX_INTERVAL), CARDS, st.integers(0, 50))
def test_a_longer_interval_moves_by_a_third_of_itself_at_most(
    interval: int, card: CardId, reviews: int
) -> None:
    moved = fuzzed(interval, card, reviews)
    assert moved == fuzzed(interval, card, reviews)
    assert 2 <= moved <= MAX_INTERVAL
    assert abs(moved - interval) <= max(1, interval / 3)


@given(st.integers(1, MAX_INTERVAL - 1), CARDS, st.integers(0, 50))
def test_a_longer_interval_never_comes_due_earlier(
    interval: int, card: CardId, reviews: int
) -> None:
    assert fuzzed(interval, card, reviews) <= fuzzed(interval + 1, card, reviews)


def test_cards_learned_together_spread_evenly_and_without_bias() -> None:
    days = Counter(fuzzed(30, CardId("deck", f"q{number}"), 1) for number in range(7000))
    assert set(days) == {27, 28, 29, 30, 31, 32, 33}
    assert all(900 <= count <= 1100 for count in days.values())
