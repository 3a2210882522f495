"""Plans, their prices and fitted parameters are kept, and never changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mdquiz.progress.fits import StoredFit
from mdquiz.progress.log import Kind
from mdquiz.progress.plans import StoredPlan
from mdquiz.progress.store import Store

from .rows import CARD, row

PLAN = StoredPlan(
    id=b"p" * 16,
    made_ms=1_000,
    offset_minutes=330,
    day=739_577,
    exam_day=739_700,
    minutes=45.0,
    decks=("minerals", "संविधान"),
    weights={"polity": 2.0},
    rest_weekdays=frozenset({6}),
    rest_days=frozenset({739_600, 739_590}),
    preset="upsc-cse-gs1",
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "progress.db") as store:
        yield store


def test_a_plan_reads_back_as_it_was_made(store: Store) -> None:
    store.plans.add(PLAN)
    assert store.plans.latest() == PLAN


def test_the_latest_plan_counts_and_an_end_ends_it(store: Store) -> None:
    assert store.plans.latest() is None
    store.plans.add(PLAN)
    other = replace(PLAN, id=b"q" * 16, minutes=None, cards=60)
    store.plans.add(other)
    assert store.plans.latest() == other
    store.plans.add(StoredPlan(b"r" * 16, 2_000, 330, 739_580, None))
    assert store.plans.latest() is None
    assert [plan.id[:1] for plan in store.plans.all()] == [b"r", b"q", b"p"]


def test_a_plan_made_after_the_clock_was_set_back_counts(store: Store) -> None:
    store.plans.add(PLAN)
    other = replace(PLAN, id=b"q" * 16, made_ms=PLAN.made_ms - 500, minutes=60.0)
    store.plans.add(other)
    assert store.plans.latest() == other
    store.plans.add(StoredPlan(b"r" * 16, 1, 330, PLAN.day, None))
    assert store.plans.latest() is None


def test_prices_belong_to_their_plan_and_the_last_ones_count(store: Store) -> None:
    store.plans.add(PLAN)
    store.plans.add(replace(PLAN, id=b"q" * 16))
    for prices in ("[1]", "[2]"):
        store.plans.add_prices(PLAN.id, 1, prices)
    assert store.plans.prices(PLAN.id) == "[2]"
    assert store.plans.prices(b"q" * 16) is None


def test_only_the_prices_found_last_are_kept(store: Store) -> None:
    store.plans.add(PLAN)
    for number in range(5):
        store.plans.add_prices(PLAN.id, number, "[1]")
    connection = sqlite3.connect(store.path)
    assert connection.execute("SELECT count(*) FROM plan_prices").fetchone() == (1,)
    connection.close()


def test_the_last_fit_counts_and_may_be_the_published_one(store: Store) -> None:
    assert store.fits.parameters() is None
    store.fits.add(StoredFit(b"a" * 16, 1, (0.1, 0.25)))
    assert store.fits.parameters() == (0.1, 0.25)
    store.fits.add(StoredFit(b"b" * 16, 2, None))
    assert store.fits.parameters() is None


def test_a_fit_stored_after_the_clock_was_set_back_counts(store: Store) -> None:
    store.fits.add(StoredFit(b"a" * 16, 9, (0.1, 0.25)))
    store.fits.add(StoredFit(b"b" * 16, 2, None))
    assert store.fits.parameters() is None


@pytest.mark.parametrize("change", ["DELETE FROM {}", "UPDATE {} SET id = x'00'"])
@pytest.mark.parametrize("table", ["plan", "memory_fit"])
def test_nothing_of_it_can_be_changed_or_deleted(store: Store, table: str, change: str) -> None:
    store.plans.add(PLAN)
    store.fits.add(StoredFit(b"a" * 16, 1, (0.1,)))
    connection = sqlite3.connect(store.path)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(change.format(table))
    connection.close()


def test_the_time_of_a_day_is_that_of_its_scheduled_answers(store: Store) -> None:
    first = replace(row(1), duration_ms=10_000)
    second = replace(row(2), duration_ms=600_000)  # an interruption
    crammed = replace(row(3), kind=Kind.CRAM, duration_ms=50_000)
    store.append([first, second, crammed], {})
    assert store.seconds_by_day(0) == {first.day: 190.0}
    assert store.cards_by_day(0) == {first.day: 1}
    assert store.seconds_by_day(first.day + 1) == {}
    assert store.seconds_by_day(0, [CARD.deck]) == {first.day: 190.0}
    assert store.seconds_by_day(0, ["another"]) == {}
