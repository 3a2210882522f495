from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mdquiz.clock import Steady
from mdquiz.exams.timekeeping import TOLERANCE_MS, Timekeeper

HOUR = 3_600_000


def at(milliseconds: int, since: str = "boot", asleep: bool = True) -> Steady:
    return Steady(since, milliseconds, asleep)


def test_a_clock_set_back_is_noticed_and_grants_nothing() -> None:
    keeper = Timekeeper(true_ms=10 * HOUR, steady=at(0))
    keeper, behind = keeper.read(9 * HOUR + 60_000, at(60_000))
    assert (behind, keeper.true_ms) == (HOUR, 10 * HOUR + 60_000)
    keeper, behind = keeper.read(9 * HOUR + 120_000, at(120_000))
    assert (behind, keeper.true_ms) == (0, 10 * HOUR + 120_000)


def test_a_clock_set_back_between_two_runs_is_noticed_up_to_the_last_event() -> None:
    keeper = Timekeeper(true_ms=10 * HOUR, steady=at(500))
    keeper, behind = keeper.read(8 * HOUR, at(500))
    assert (behind, keeper.true_ms) == (2 * HOUR, 10 * HOUR)


def test_a_suspended_laptop_passes_time() -> None:
    keeper, behind = Timekeeper(true_ms=0, steady=at(0)).read(5 * HOUR, at(1000))
    assert (behind, keeper.true_ms) == (0, 5 * HOUR)


def test_a_small_correction_of_the_clock_is_not_held_against_anyone() -> None:
    keeper, behind = Timekeeper(true_ms=100_000, steady=at(0)).read(100_000 - 500, at(1000))
    assert (behind, keeper.true_ms) == (0, 101_000)


@given(st.lists(st.tuples(st.integers(-HOUR, HOUR), st.integers(0, HOUR))))
def test_true_time_never_runs_back_nor_slower_than_the_steady_count(
    steps: list[tuple[int, int]],
) -> None:
    keeper, wall, steady = Timekeeper(true_ms=HOUR, steady=at(0)), HOUR, 0
    for jump, passed in steps:
        wall, steady = wall + passed + jump, steady + passed
        before = keeper.true_ms
        keeper, behind = keeper.read(wall, at(steady))
        assert keeper.true_ms >= before + passed
        assert behind == 0 or abs(behind) > TOLERANCE_MS or keeper.correction_ms == 0
        assert keeper.correction_ms >= 0


def test_a_clock_set_back_while_mdquiz_was_closed_is_noticed_by_the_count_of_the_machine() -> None:
    keeper, behind = Timekeeper(true_ms=10 * HOUR, steady=at(0)).read(10 * HOUR, at(HOUR))
    assert (behind, keeper.true_ms) == (HOUR, 11 * HOUR)


def test_counts_of_two_runs_of_the_machine_are_not_compared() -> None:
    keeper, behind = Timekeeper(true_ms=10 * HOUR, steady=at(5)).read(
        10 * HOUR, at(9 * HOUR, "after a restart")
    )
    assert (behind, keeper.true_ms) == (0, 10 * HOUR)


def test_a_clock_put_right_again_costs_nothing() -> None:
    keeper, _ = Timekeeper(true_ms=10 * HOUR, steady=at(0)).read(9 * HOUR, at(0))
    keeper, behind = keeper.read(10 * HOUR + 60_000, at(60_000))
    assert (behind, keeper.true_ms, keeper.correction_ms) == (-HOUR, 10 * HOUR + 60_000, 0)


def test_a_clock_set_forward_beyond_what_it_was_set_back_passes_the_rest() -> None:
    keeper, _ = Timekeeper(true_ms=10 * HOUR, steady=at(0)).read(9 * HOUR, at(0))
    keeper, behind = keeper.read(12 * HOUR, at(0))
    assert (behind, keeper.true_ms) == (-HOUR, 12 * HOUR)


def test_where_sleep_is_not_counted_it_cannot_be_taken_for_a_clock_put_right() -> None:
    awake = at(0, asleep=False)
    keeper, _ = Timekeeper(true_ms=10 * HOUR, steady=awake).read(9 * HOUR, awake)
    keeper, behind = keeper.read(10 * HOUR, awake)
    assert (behind, keeper.true_ms) == (0, 11 * HOUR)
