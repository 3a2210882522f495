"""Connections to the progress file, and what SQLite's errors mean to a learner."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mdquiz.errors import ProgressBusyError, ProgressDamagedError, ProgressError

APPLICATION_ID = 0x6D64717A  # "mdqz"
BUSY_TIMEOUT_MS = 5000
WAL_SAFE_FROM = (3, 51, 3)
"""SQLite 3.7.0 to 3.51.2 can corrupt a WAL database when two connections write and checkpoint."""

RESTORE_HINT = (
    "`mdquiz restore` brings back a daily copy; the present file is kept beside the copies."
)


def connect(path: Path) -> sqlite3.Connection:
    """A connection for writing; the file is made if it is not there.

    Raises:
        ProgressError: The file cannot be opened or is not an mdquiz progress file.
    """
    with translated(path):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise unwritable(path, error.strerror or str(error)) from error
        if not (_may_write(path.parent) and (_may_write(path) or not path.exists())):
            # SQLite would open it all the same, and refuse the first answer instead.
            raise unwritable(path, "it is read-only")
        connection = _opened(f"{path.absolute().as_uri()}?mode=rwc", path)
        wal = sqlite3.sqlite_version_info >= WAL_SAFE_FROM
        connection.execute(f"PRAGMA journal_mode = {'WAL' if wal else 'TRUNCATE'}")
        return connection


def connect_to_read(path: Path) -> sqlite3.Connection:
    """A connection that cannot write; the file must be there.

    It is opened for writing where the folder allows that (SQLite falls back by itself), for only
    such a connection can take back a half-written transaction that a crash has left.
    """
    with translated(path):
        connection = _opened(f"{path.absolute().as_uri()}?mode=rw", path)
        connection.execute("PRAGMA query_only = ON")
        return connection


def connect_to_memory() -> sqlite3.Connection:
    """An empty database that vanishes when closed: what a learner without progress has."""
    return _prepared(sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False))


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _opened(uri: str, path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(
        uri,
        uri=True,
        isolation_level=None,
        timeout=BUSY_TIMEOUT_MS / 1000,
        check_same_thread=False,  # the app opens it here and writes from its one writing thread
    )
    try:
        _prepared(connection)
        _refuse_foreign(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _prepared(connection: sqlite3.Connection) -> sqlite3.Connection:
    connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    if sys.platform == "darwin":
        connection.execute("PRAGMA fullfsync = ON")
    return connection


def _refuse_foreign(connection: sqlite3.Connection, path: Path) -> None:
    (owner,) = connection.execute("PRAGMA application_id").fetchone()
    if owner == APPLICATION_ID:
        return
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if owner or tables:
        raise ProgressDamagedError(
            f"{path} is a database of another program, not mdquiz progress.",
            "Set MDQUIZ_HOME to another folder, or move that file away.",
        )
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    if not pages and path.stat().st_size:
        # SQLite takes a file shorter than its header for an empty one, and would overwrite it.
        raise ProgressDamagedError(f"{path} is damaged: it was cut short.", RESTORE_HINT)


def unwritable(path: Path, reason: str) -> ProgressError:
    """The error for a progress file that cannot be made or written."""
    return ProgressError(
        f"Progress cannot be written to {path}: {reason}.",
        "Nothing saved before is lost. Make the folder writable, or set MDQUIZ_HOME to another.",
    )


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn SQLite's errors about `path` into `ProgressError` with what to do about them."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise _meaning(error, path) from error


def _meaning(error: sqlite3.DatabaseError, path: Path) -> ProgressError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return ProgressBusyError(
            f"Another program has been writing to {path} for {BUSY_TIMEOUT_MS // 1000} seconds.",
            "Wait until the other mdquiz (or backup or sync program) has finished, then repeat.",
        )
    if code in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
        return ProgressDamagedError(
            f"{path} is damaged: {error}.", f"`mdquiz doctor` tells more. {RESTORE_HINT}"
        )
    if code == sqlite3.SQLITE_FULL:
        return ProgressError(
            f"The disk is full: nothing more can be saved to {path}.",
            "Everything saved before is safe. Free some space, then go on.",
        )
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return unwritable(path, str(error))
    if code == sqlite3.SQLITE_IOERR:
        return ProgressError(
            f"The disk refused to read or write {path}: {error}.",
            "All answers shown as saved are saved. The disk may be full, over quota, or failing.",
        )
    return ProgressError(f"{path} could not be used: {error}.", "`mdquiz doctor` tells more.")
