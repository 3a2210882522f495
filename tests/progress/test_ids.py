"""Ids that are unique and in the order they were made."""

from __future__ import annotations

import uuid

from mdquiz.progress.ids import Ids


def test_an_id_is_a_uuid_of_version_seven_that_begins_with_its_instant() -> None:
    made = uuid.UUID(bytes=Ids().new(1_700_000_000_123))
    assert made.version == 7
    assert made.variant == uuid.RFC_4122
    assert made.int >> 80 == 1_700_000_000_123


def test_ids_rise_within_a_millisecond_and_when_the_clock_is_set_back() -> None:
    ids = Ids()
    instants = [1000] * 500 + [400] * 500 + [1001] * 500
    made = [ids.new(at_ms) for at_ms in instants]
    assert made == sorted(set(made))


def test_ids_rise_even_when_a_millisecond_runs_out_of_numbers() -> None:
    ids = Ids(lambda count: b"\xff" * count)
    made = [ids.new(5)]
    ids._tail = (1 << 74) - 2
    made += [ids.new(5) for _ in range(3)]
    assert made == sorted(set(made))
    assert all(uuid.UUID(bytes=each).version == 7 for each in made)


def test_two_processes_make_different_ids() -> None:
    assert Ids().new(1000) != Ids().new(1000)
