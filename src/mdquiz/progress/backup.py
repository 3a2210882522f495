"""Copies of the progress file: daily, before a change of format, by hand, and back again."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from mdquiz.clock import Instant
from mdquiz.errors import ProgressDamagedError, ProgressError, ProgressNewerError
from mdquiz.progress import database, migrations
from mdquiz.progress.store import Store

KEPT_DAILY = 10
_COMPANIONS = ("-journal", "-wal", "-shm")


def backup(path: Path, target: Path) -> Path:
    """Copy the progress at `path` to the file `target`, as it stands at one moment.

    The copy is one plain file, verified, and appears under its name only when it is whole.

    Raises:
        ProgressError: There is no progress yet, or the copy cannot be written.
    """
    if not path.exists():
        raise ProgressError(f"There is no progress at {path} yet.", "Answer a question first.")
    with Store.open(path, read_only=True) as store:
        return _copied(store, target)


def daily_copy(path: Path, folder: Path, day: date, keep: int = KEPT_DAILY) -> Path | None:
    """Copy the progress at `path` into `folder` unless the copy of `day` is there; drop old copies.

    Args:
        path: The progress file.
        folder: Where the copies are.
        day: The present study day.
        keep: How many daily copies stay. Copies of days to come, left by a clock that stood wrong,
            go first; the new one always stays.

    Returns:
        The new copy, or None when there was nothing to do.

    Raises:
        ProgressError: The copy cannot be written; the progress itself is untouched.
    """
    target = folder / f"daily-{day.isoformat()}.db"
    if not path.exists() or target.exists():
        return None
    backup(path, target)
    past = sorted(
        folder.glob("daily-????-??-??.db"), key=lambda copy: (copy.name <= target.name, copy.name)
    )
    for old in past[:-keep]:
        old.unlink(missing_ok=True)
    return target


def backups(folder: Path) -> tuple[Path, ...]:
    """The copies in `folder`, newest first."""
    if not folder.is_dir():
        return ()
    found = [(entry.stat().st_mtime_ns, entry.name, entry) for entry in folder.glob("*.db")]
    return tuple(entry for _, _, entry in sorted(found, reverse=True))


def restore(path: Path, source: Path, folder: Path, now: Instant) -> Path | None:
    """Put the copy `source` in place of the progress at `path`.

    The copy is verified first, and the present file is kept in `folder`.

    Returns:
        Where the present file was kept; None where there was none.

    Raises:
        ProgressDamagedError: `source` is damaged or no progress file; nothing was changed.
        ProgressNewerError: `source` was written by a newer mdquiz; nothing was changed.
        ProgressError: `source` is the progress itself, or something could not be written.
    """
    if _is_file(source) and path.exists() and source.samefile(path):
        raise ProgressError(
            f"{source} is the progress itself, no copy of it.", "`mdquiz restore` lists the copies."
        )
    verify(source)
    kept = _kept(path, folder, f"{now.local:%Y-%m-%d-%H%M%S}")
    with Store.open(source, read_only=True) as store:  # in the present format, the copy as it was
        if kept is not None and kept.name.startswith("damaged-"):
            _copied(store, path)
        else:
            connection = database.connect(path)
            try:
                with database.translated(path):
                    store.copy_to(connection)
            finally:
                connection.close()
    return kept


def verify(source: Path) -> None:
    """Raise unless `source` is a sound progress file that this mdquiz can read.

    Raises:
        ProgressError: It is not there.
        ProgressDamagedError: It is damaged or something else.
        ProgressNewerError: A newer mdquiz wrote it.
    """
    if not _is_file(source):
        raise ProgressError(
            f"There is no file {source}.", "`mdquiz restore` alone lists the copies."
        )
    with database.translated(source):
        connection = database.connect_to_read(source)
        try:
            migrations.refuse_newer(connection, source)
            found = [line for (line,) in connection.execute("PRAGMA integrity_check(1)")]
            empty = migrations.version_of(connection) == 0
        finally:
            connection.close()
    if empty:
        raise ProgressDamagedError(f"{source} holds no progress.", "Choose another copy.")
    if found != ["ok"]:
        raise ProgressDamagedError(f"{source} is damaged: {found[0]}.", "Choose another copy.")


def copy_before_migration(connection: sqlite3.Connection, path: Path) -> Path:
    """Keep the file as it is before its format changes."""
    version = migrations.version_of(connection)
    target = path.parent / "backups" / f"before-format-{version + 1}.db"
    return _copied(Store(connection, path), _unused(target))


def _kept(path: Path, folder: Path, stamp: str) -> Path | None:
    """Where the present file is kept: a copy, or itself moved there where it cannot be copied."""
    if not path.exists():
        return None
    try:
        return backup(path, _unused(folder / f"before-restore-{stamp}.db"))
    except (ProgressDamagedError, ProgressNewerError):
        aside = _unused(folder / f"damaged-{stamp}.db")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for suffix in ("", *_COMPANIONS):
            companion = path.with_name(path.name + suffix)
            if companion.exists():
                shutil.move(companion, aside.with_name(aside.name + suffix))
    except OSError as error:
        raise database.unwritable(aside, error.strerror or str(error)) from error
    return aside


def _copied(store: Store, target: Path) -> Path:
    partial = target.with_name(f"{target.name}.{os.getpid()}.partial")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        partial.unlink(missing_ok=True)
        with database.translated(target):
            copy = sqlite3.connect(partial, isolation_level=None)
            try:
                store.copy_to(copy)
                copy.execute("PRAGMA journal_mode = DELETE")  # one plain file, whatever the source
            finally:
                copy.close()
        verify(partial)
        _flush(partial)
        partial.replace(target)
    except OSError as error:
        raise database.unwritable(target, error.strerror or str(error)) from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
    return target


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _is_file(path: Path) -> bool:
    """Whether `path` is a file; False also for what can be no path, such as a name too long."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _unused(target: Path) -> Path:
    """`target`, or the same name with a number where that is taken."""
    number = 2
    free = target
    while free.exists():
        free = target.with_name(f"{target.stem}-{number}{target.suffix}")
        number += 1
    return free


def local_time(path: Path, offset_minutes: int) -> datetime:
    """When `path` was last written, as the learner's clock shows it."""
    moment = datetime.fromtimestamp(path.stat().st_mtime, UTC) + timedelta(minutes=offset_minutes)
    return moment.replace(tzinfo=None)
