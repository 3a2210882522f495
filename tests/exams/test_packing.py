from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdquiz.exams.packing import packed

THINGS = st.lists(st.sets(st.integers(0, 9), min_size=1, max_size=4), max_size=11)


def apart(things: list[set[int]], chosen: tuple[int, ...] | list[int]) -> bool:
    """Whether no two of those chosen share anything."""
    return all(things[a].isdisjoint(things[b]) for a, b in itertools.combinations(chosen, 2))


def most(things: list[set[int]]) -> int:
    """How many can be chosen, by trying everything."""
    sizes = range(len(things), -1, -1)
    return next(
        size
        for size in sizes
        if any(apart(things, some) for some in itertools.combinations(range(len(things)), size))
    )


@given(THINGS)
def test_as_many_as_can_be_are_chosen_and_none_shares_with_another(things: list[set[int]]) -> None:
    chosen = packed(things)
    assert apart(things, chosen)
    assert len(chosen) == most(things)


@given(THINGS, st.randoms(use_true_random=False))
def test_how_many_is_no_matter_of_their_order(things: list[set[int]], rng: random.Random) -> None:
    shuffled = rng.sample(things, len(things))
    assert len(packed(shuffled)) == len(packed(things))


def test_things_that_share_nothing_are_all_chosen() -> None:
    assert packed([{1}, {2}, set(), {3, 4}]) == [0, 1, 2, 3]
    assert packed([]) == []


@pytest.mark.parametrize("seed", range(3))
def test_a_great_tangle_is_settled_without_trying_everything(seed: int) -> None:
    rng = random.Random(seed)
    things = [set(rng.sample(range(300), 3)) for _ in range(600)]
    chosen = packed(things)
    assert apart(things, chosen)
    assert len(chosen) > 60
