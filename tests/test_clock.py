from __future__ import annotations

import sys

import pytest

from mdquiz import clock as clocks
from mdquiz.clock import ManualClock, Steady, SystemClock

MORNING = "2026-11-22T09:00:00"


def test_the_steady_count_never_runs_back() -> None:
    clock = SystemClock()
    first, second = clock.steady(), clock.steady()
    passed = second.passed_ms(first)
    assert passed is not None
    assert 0 <= passed < 60_000


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not name their start")
def test_on_linux_it_counts_from_the_start_of_the_machine_and_sleep_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = SystemClock()
    assert clock.steady().asleep
    monkeypatch.setattr(clocks, "_boot_id", lambda: "")
    assert not clock.steady().asleep
    assert clock.steady().since == clocks._PROCESS


def test_counts_from_two_starts_cannot_be_compared() -> None:
    assert Steady("b", 900).passed_ms(Steady("a", 100)) is None
    assert Steady("b", 900).passed_ms(None) is None
    assert Steady("a", 100).passed_ms(Steady("a", 900)) == 0


def test_a_clock_that_is_turned_passes_no_time() -> None:
    clock = ManualClock.at(MORNING)
    before, then = clock.now(), clock.steady()
    clock.turn(seconds=-90)
    assert clock.now().utc_ms == before.utc_ms - 90_000
    clock.advance(seconds=30)
    assert clock.steady().passed_ms(then) == 30_000
