"""An old progress file is brought up to date, and kept as it was."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from mdquiz.clock import ManualClock
from mdquiz.errors import ProgressError
from mdquiz.progress import migrations
from mdquiz.progress.backup import backup, restore
from mdquiz.progress.store import Store

from .rows import CARD, row


def add_notes(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE note (card INTEGER, text TEXT) STRICT")


def fail_halfway(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE half (x INTEGER) STRICT")
    raise RuntimeError("the power went out")


def tables(path: Path) -> set[str]:
    connection = sqlite3.connect(path)
    found = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    connection.close()
    return found


@pytest.fixture
def old_file(tmp_path: Path) -> Path:
    path = tmp_path / "progress.db"
    with Store.open(path) as store:
        store.append([row(1)], {})
    return path


def with_steps(monkeypatch: pytest.MonkeyPatch, *more: migrations.Step) -> None:
    steps = (*migrations.STEPS, *more)
    monkeypatch.setattr(migrations, "STEPS", steps)
    monkeypatch.setattr(migrations, "VERSION", len(steps))


def test_an_old_file_is_copied_and_then_brought_up_to_date(
    old_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_steps(monkeypatch, add_notes)
    with Store.open(old_file) as store:
        assert store.rows(CARD) == [row(1)]
    assert "note" in tables(old_file)
    copy = old_file.parent / "backups" / f"before-format-{migrations.VERSION}.db"
    assert "note" not in tables(copy)
    assert "log" in tables(copy)


def test_looking_at_an_old_file_leaves_it_as_it_is(
    old_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = old_file.read_bytes()
    with_steps(monkeypatch, add_notes)
    with Store.open(old_file, read_only=True) as store:
        assert store.rows(CARD) == [row(1)]
        assert store.facts()["format"] == migrations.VERSION
        with pytest.raises(ProgressError):
            store.append([row(2)], {})
    assert old_file.read_bytes() == before
    assert not (old_file.parent / "backups").exists()


def test_looking_at_an_empty_file_leaves_it_empty(tmp_path: Path) -> None:
    path = tmp_path / "progress.db"
    path.touch()
    with Store.open(path, read_only=True) as store:
        assert store.row_count() == 0
    assert path.read_bytes() == b""


def test_an_old_copy_is_restored_and_stays_as_it_is(
    old_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = backup(old_file, old_file.parent / "copies" / "copy.db")
    before = copy.read_bytes()
    with_steps(monkeypatch, add_notes)
    kept = restore(old_file, copy, old_file.parent / "kept", ManualClock.at("2026-11-22").now())
    assert "note" in tables(old_file)
    assert copy.read_bytes() == before
    assert kept is not None
    assert [entry.name for entry in copy.parent.iterdir()] == ["copy.db"]
    with Store.open(old_file) as store:
        assert store.rows(CARD) == [row(1)]


def test_a_step_that_fails_changes_nothing(old_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_steps(monkeypatch, add_notes, fail_halfway)
    with pytest.raises(RuntimeError):
        Store.open(old_file)
    assert tables(old_file).isdisjoint({"note", "half"})
    monkeypatch.undo()
    with Store.open(old_file) as store:
        assert store.rows(CARD) == [row(1)]


def test_each_step_is_recorded_by_number_and_name(
    old_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_steps(monkeypatch, add_notes)
    Store.open(old_file).close()
    connection = sqlite3.connect(old_file)
    assert connection.execute("SELECT * FROM migration").fetchall() == [
        (1, "log_and_state"),
        (2, "exams"),
        (3, "plans"),
        (4, "add_notes"),
    ]
    connection.close()


def test_opening_twice_migrates_once(old_file: Path) -> None:
    before = old_file.read_bytes()
    Store.open(old_file).close()
    assert old_file.read_bytes() == before
    assert not (old_file.parent / "backups").exists()
