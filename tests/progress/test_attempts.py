"""Exam attempts are stored as they happen, and never changed."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from mdquiz.errors import ProgressBusyError, UsageError
from mdquiz.progress.attempts import StoredAttempt
from mdquiz.progress.store import Store

SITTING = bytes(16)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "progress.db"
    with Store.open(path) as store:
        number = store.attempts.begin(SITTING, 1000, 330, '{"paper": 1}')
        store.attempts.append(number, 0, 1001, "{}")
        with store.transaction():
            store.attempts.add_corrections(number, 1002, ["{}"])
    return path


def test_an_attempt_is_read_back_as_it_was_begun(path: Path) -> None:
    with Store.open(path) as store:
        assert store.attempts.all() == [StoredAttempt(1, SITTING, 1000, 330, '{"paper": 1}')]
        assert store.attempts.get(1).paper == '{"paper": 1}'
        assert (store.attempts.events(1), store.attempts.corrections(1)) == (["{}"], ["{}"])


def test_an_attempt_that_is_not_there_is_said_in_words(path: Path) -> None:
    with Store.open(path) as store, pytest.raises(UsageError, match="no exam attempt 7"):
        store.attempts.get(7)


def test_a_second_window_cannot_write_into_the_same_attempt(path: Path) -> None:
    with Store.open(path) as one, Store.open(path) as other:
        one.attempts.append(1, 1, 1003, "{}")
        with pytest.raises(ProgressBusyError, match="another window"):
            other.attempts.append(1, 1, 1003, "{}")
        assert len(one.attempts.events(1)) == 2


@pytest.mark.parametrize("table", ["exam_attempt", "exam_event", "exam_correction"])
@pytest.mark.parametrize("change", ["DELETE FROM {}", "UPDATE {} SET rowid = 9"])
def test_what_happened_in_an_exam_cannot_be_changed(path: Path, table: str, change: str) -> None:
    connection = sqlite3.connect(path)
    statement = change.format(table)
    if table == "exam_event":
        statement = statement.replace("rowid", "seq")
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(statement)
    connection.close()
