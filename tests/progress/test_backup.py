"""Copies of the progress, and the way back."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from mdquiz.clock import ManualClock
from mdquiz.errors import ProgressDamagedError, ProgressError, ProgressNewerError
from mdquiz.progress import migrations
from mdquiz.progress.backup import backup, backups, daily_copy, restore
from mdquiz.progress.store import Store

from .rows import row

NOW = ManualClock.at("2026-11-22T22:00").now()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return filled(tmp_path / "progress.db", 1, 2, 3)


def filled(path: Path, *numbers: int) -> Path:
    with Store.open(path) as store:
        store.append([row(number) for number in numbers], {})
    return path


def numbers(path: Path) -> list[int]:
    with Store.open(path, read_only=True) as store:
        return [int.from_bytes(found.id) for found in store.all_rows()]


def test_a_copy_holds_everything_and_is_one_plain_file(path: Path, tmp_path: Path) -> None:
    copy = backup(path, tmp_path / "somewhere" / "copy.db")
    assert numbers(copy) == [1, 2, 3]
    assert [entry.name for entry in copy.parent.iterdir()] == ["copy.db"]


def test_a_copy_can_be_made_while_a_sitting_is_open(path: Path, tmp_path: Path) -> None:
    with Store.open(path) as store:
        store.append([row(4)], {})
        copy = backup(path, tmp_path / "copy.db")
        store.append([row(5)], {})
    assert numbers(copy) == [1, 2, 3, 4]


def test_a_learner_without_progress_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(ProgressError, match="no progress"):
        backup(tmp_path / "progress.db", tmp_path / "copy.db")


def test_a_copy_that_cannot_be_written_leaves_nothing_behind(path: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ProgressError, match="cannot be written"):
        backup(path, tmp_path / "file" / "copy.db")
    assert not list(tmp_path.rglob("*.partial"))
    assert numbers(path) == [1, 2, 3]


def test_one_copy_a_day_is_kept_for_the_last_ten_days(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    filled(folder / "mine.db", 1)
    for day in range(1, 15):
        assert daily_copy(path, folder, date(2026, 11, day)) is not None
        assert daily_copy(path, folder, date(2026, 11, day)) is None
    names = sorted(entry.name for entry in folder.glob("*.db"))
    assert names == [*(f"daily-2026-11-{day:02}.db" for day in range(5, 15)), "mine.db"]


def test_copies_of_days_to_come_go_before_those_of_days_past(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    for day in range(1, 12):
        daily_copy(path, folder, date(2030, 1, day))
    for day in range(1, 5):
        assert daily_copy(path, folder, date(2026, 11, day)) is not None
    names = sorted(entry.name for entry in folder.glob("*.db"))
    assert names[:4] == [f"daily-2026-11-{day:02}.db" for day in range(1, 5)]
    assert len(names) == 10
    for day in range(5, 16):
        daily_copy(path, folder, date(2026, 11, day))
    names = sorted(entry.name for entry in folder.glob("*.db"))
    assert names == [f"daily-2026-11-{day:02}.db" for day in range(6, 16)]


def test_no_daily_copy_is_made_before_there_is_progress(tmp_path: Path) -> None:
    assert daily_copy(tmp_path / "progress.db", tmp_path / "backups", date(2026, 11, 22)) is None
    assert not (tmp_path / "backups").exists()


def test_another_process_copying_at_the_same_time_is_left_alone(path: Path, tmp_path: Path) -> None:
    theirs = tmp_path / f"copy.db.{os.getpid() + 1}.partial"
    theirs.write_bytes(b"half of it")
    backup(path, tmp_path / "copy.db")
    assert theirs.read_bytes() == b"half of it"


def test_restoring_brings_back_the_copy_and_keeps_the_present_file(
    path: Path, tmp_path: Path
) -> None:
    copy = backup(path, tmp_path / "copy.db")
    filled(path, 4, 5)
    kept = restore(path, copy, tmp_path / "backups", NOW)
    assert numbers(path) == [1, 2, 3]
    assert kept is not None
    assert numbers(kept) == [1, 2, 3, 4, 5]
    assert backups(tmp_path / "backups") == (kept,)


@pytest.mark.parametrize("through_a_link", [False, True])
def test_restoring_the_progress_onto_itself_is_refused(
    path: Path, tmp_path: Path, through_a_link: bool
) -> None:
    source = path
    if through_a_link:
        source = tmp_path / "link.db"
        source.symlink_to(path)
    with pytest.raises(ProgressError, match="the progress itself"):
        restore(path, source, tmp_path / "backups", NOW)
    assert numbers(path) == [1, 2, 3]
    assert not (tmp_path / "backups").exists()


def test_two_restores_in_one_second_keep_both_files(path: Path, tmp_path: Path) -> None:
    copy = backup(path, tmp_path / "copy.db")
    first = restore(path, copy, tmp_path / "backups", NOW)
    filled(path, 9)
    second = restore(path, copy, tmp_path / "backups", NOW)
    assert first is not None
    assert second is not None
    assert (numbers(first), numbers(second)) == ([1, 2, 3], [1, 2, 3, 9])


def test_restoring_under_an_open_sitting_lets_it_go_on(path: Path, tmp_path: Path) -> None:
    copy = backup(path, tmp_path / "copy.db")
    with Store.open(path) as sitting:
        sitting.append([row(4)], {})
        restore(path, copy, tmp_path / "backups", NOW)
        assert sitting.row_count() == 3
        sitting.append([row(5)], {})
    assert numbers(path) == [1, 2, 3, 5]


@pytest.mark.parametrize("present", [b"", b"rubbish" * 1000])
def test_restoring_over_a_damaged_file_keeps_the_damaged_file(
    path: Path, tmp_path: Path, present: bytes
) -> None:
    copy = backup(path, tmp_path / "copy.db")
    path.write_bytes(present)
    kept = restore(path, copy, tmp_path / "backups", NOW)
    assert numbers(path) == [1, 2, 3]
    if present:
        assert kept is not None
        assert kept.read_bytes() == present


def test_restoring_where_there_was_no_progress(path: Path, tmp_path: Path) -> None:
    fresh = tmp_path / "new" / "progress.db"
    assert restore(fresh, path, tmp_path / "new" / "backups", NOW) is None
    assert numbers(fresh) == [1, 2, 3]


@pytest.mark.parametrize("content", [b"", b"rubbish" * 1000])
def test_a_damaged_copy_is_not_restored(path: Path, tmp_path: Path, content: bytes) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(content)
    with pytest.raises(ProgressDamagedError):
        restore(path, copy, tmp_path / "backups", NOW)
    assert numbers(path) == [1, 2, 3]
    assert not (tmp_path / "backups").exists()


def test_a_copy_of_a_newer_mdquiz_is_not_restored(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = backup(path, tmp_path / "copy.db")
    monkeypatch.setattr(migrations, "VERSION", 0)
    with pytest.raises(ProgressNewerError):
        restore(path, copy, tmp_path / "backups", NOW)


def test_a_copy_that_is_not_there_is_said_so(path: Path, tmp_path: Path) -> None:
    with pytest.raises(ProgressError, match="no file"):
        restore(path, tmp_path / "gone.db", tmp_path / "backups", NOW)
