"""The progress file: what goes in comes out, at once or not at all."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from mdquiz.decks.card import CardId
from mdquiz.errors import ProgressError
from mdquiz.memory.state import CardState
from mdquiz.progress import database
from mdquiz.progress.log import Kind
from mdquiz.progress.store import Store

from .rows import CARD, DAY, row

OTHER = CardId("rivers", "r1", "2")
STATE = CardState(stability=2.5, difficulty=5.1, last_day=DAY, due_day=DAY + 2, reviews=1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "progress.db"


def test_a_row_comes_back_as_it_was_written(path: Path) -> None:
    full = replace(
        row(1),
        card=OTHER,
        ref=bytes(15) + b"\x09",
        rating=None,
        given="काबिल\n\t'; --",
        kind=Kind.UNDO,
    )
    bare = replace(row(2), given="", language="", scheduler="", parameters="", deck_hash="")
    with Store.open(path) as store:
        store.append([full, bare], {})
    with Store.open(path) as store:
        assert list(store.all_rows()) == [full, bare]
        assert store.rows(OTHER) == [full]
        assert store.latest(CARD) == (bare.at_ms, bare.id)
        assert store.latest(CardId("no", "card")) is None


def test_a_state_comes_back_to_the_last_bit(path: Path) -> None:
    state = replace(STATE, stability=0.1 + 0.2, misconception=True, flagged=True)
    with Store.open(path) as store:
        store.append([row(1)], {CARD: state})
        values = store.state(CARD)
    assert values is not None
    assert CardState(*values) == state


def test_an_answer_whose_state_cannot_be_saved_is_not_saved_either(path: Path) -> None:
    with Store.open(path) as store:
        with pytest.raises(ValueError, match="no row in the log"):
            store.append([row(1)], {OTHER: STATE})
        assert store.row_count() == 0


def test_the_same_row_cannot_be_saved_twice(path: Path) -> None:
    with Store.open(path) as store:
        store.append([row(1)], {})
        with pytest.raises(ProgressError):
            store.append([row(2), row(1)], {})
        assert store.row_count() == 1


def test_the_log_cannot_be_changed_or_deleted_even_by_hand(path: Path) -> None:
    with Store.open(path) as store:
        store.append([row(1)], {})
    connection = sqlite3.connect(path)
    for statement in ("UPDATE log SET rating = 4", "DELETE FROM log"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            connection.execute(statement)
    connection.close()


def test_parameters_and_hashes_are_written_once_and_not_in_every_row(path: Path) -> None:
    with Store.open(path) as store:
        store.append([row(number) for number in range(1, 501)], {})
        size = path.stat().st_size
        store.append([row(number) for number in range(501, 2001)], {})
    assert (path.stat().st_size - size) / 1500 < 200


def test_states_of_one_deck_leave_the_others_out(path: Path) -> None:
    cards = {CARD: STATE, OTHER: replace(STATE, due_day=DAY)}
    with Store.open(path) as store:
        store.append([row(1), row(2, card=OTHER)], cards)
        assert [found[:3] for found in store.states("rivers")] == [OTHER]
        assert len(list(store.states())) == 2


def test_what_was_done_on_a_day_is_told_new_and_reviewed(path: Path) -> None:
    cards = {CARD: STATE, OTHER: replace(STATE, reviews=4)}
    with Store.open(path) as store:
        store.append([row(1), row(2, card=OTHER)], cards)
        assert store.done_on(DAY) == (1, 1)
        assert store.done_on(DAY + 1) == (0, 0)


def test_orphans_are_cards_whose_question_is_gone(path: Path) -> None:
    with Store.open(path) as store:
        store.append([row(1), row(2, card=OTHER)], {})
        assert store.orphans([CARD]) == (OTHER,)


def test_undone_answers_and_marks_are_not_counted_as_answers(path: Path) -> None:
    with Store.open(path) as store:
        store.append([row(1), row(2, kind=Kind.CRAM), row(3, kind=Kind.FLAG)], {})
        store.append([row(4, card=OTHER), row(5, card=OTHER, kind=Kind.UNDO, ref=row(4).id)], {})
        store.append([row(6, day=DAY + 2)], {})
        assert store.answers_by_day() == {DAY: 2, DAY + 2: 1}
        assert store.answers_by_day(DAY + 1) == {DAY + 2: 1}


def test_another_connections_writing_is_noticed(path: Path) -> None:
    with Store.open(path) as mine, Store.open(path) as other:
        before = mine.data_version
        assert mine.data_version == before
        other.append([row(1)], {})
        assert mine.data_version != before
        assert mine.rows(CARD) == [row(1)]


def test_looking_at_progress_that_is_not_there_creates_nothing(path: Path) -> None:
    with Store.open(path, read_only=True) as store:
        assert store.row_count() == 0
        assert store.cards() == ()
    assert not path.parent.exists()


def test_a_store_opened_to_look_cannot_write(path: Path) -> None:
    Store.open(path).close()
    with Store.open(path, read_only=True) as store, pytest.raises(ProgressError):
        store.append([row(1)], {})
    with Store.open(path) as store:
        assert store.row_count() == 0


def test_every_answer_is_on_the_disk_before_the_next_question(path: Path) -> None:
    wal = sqlite3.sqlite_version_info >= database.WAL_SAFE_FROM
    connection = database.connect(path)
    pragmas = {
        name: connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "busy_timeout", "foreign_keys")
    }
    connection.close()
    assert pragmas == {
        "journal_mode": "wal" if wal else "truncate",
        "synchronous": 2,
        "busy_timeout": 5000,
        "foreign_keys": 1,
    }


def test_a_lone_surrogate_typed_by_a_broken_terminal_does_not_lose_the_answer(path: Path) -> None:
    with Store.open(path) as store:
        store.append([row(1, given="24\udc80 million")], {})
        (found,) = store.rows(CARD)
    assert found.given == "24? million"
