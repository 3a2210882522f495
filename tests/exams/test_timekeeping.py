from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mdquiz.exams.timekeeping import TOLERANCE_MS, Timekeeper

HOUR = 3_600_000


def test_a_clock_set_back_is_noticed_and_grants_nothing() -> None:
    keeper = Timekeeper(true_ms=10 * HOUR, steady_ms=0)
    keeper, behind = keeper.read(9 * HOUR + 60_000, 60_000)
    assert (behind, keeper.true_ms) == (HOUR, 10 * HOUR + 60_000)
    keeper, behind = keeper.read(9 * HOUR + 120_000, 120_000)
    assert (behind, keeper.true_ms) == (0, 10 * HOUR + 120_000)


def test_a_clock_set_back_between_two_runs_is_noticed_up_to_the_last_event() -> None:
    keeper = Timekeeper(true_ms=10 * HOUR, steady_ms=500)
    keeper, behind = keeper.read(8 * HOUR, 500)
    assert (behind, keeper.true_ms) == (2 * HOUR, 10 * HOUR)


def test_a_suspended_laptop_passes_time() -> None:
    keeper, behind = Timekeeper(true_ms=0, steady_ms=0).read(5 * HOUR, 1000)
    assert (behind, keeper.true_ms) == (0, 5 * HOUR)


def test_a_small_correction_of_the_clock_is_not_held_against_anyone() -> None:
    keeper, behind = Timekeeper(true_ms=100_000, steady_ms=0).read(100_000 - 500, 1000)
    assert (behind, keeper.true_ms) == (0, 101_000)


@given(st.lists(st.tuples(st.integers(-HOUR, HOUR), st.integers(0, HOUR))))
def test_true_time_never_runs_back_nor_slower_than_the_steady_count(
    steps: list[tuple[int, int]],
) -> None:
    keeper, wall, steady = Timekeeper(true_ms=HOUR, steady_ms=0), HOUR, 0
    for jump, passed in steps:
        wall, steady = wall + passed + jump, steady + passed
        before = keeper.true_ms
        keeper, behind = keeper.read(wall, steady)
        assert keeper.true_ms >= before + passed
        assert behind == 0 or behind > TOLERANCE_MS
