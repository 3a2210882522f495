"""Attempts at mock exams as they are stored: a paper, what happened, and keys corrected since."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mdquiz.errors import ProgressBusyError, UsageError
from mdquiz.progress import database

LONGEST_EXAM_MS = 3 * 1440 * 60_000
"""The longest time a blueprint allows, with the most compensatory time; then none runs any more."""


@dataclass(frozen=True, slots=True)
class StoredAttempt:
    """The beginning of an attempt; it never changes.

    Attributes:
        number: What the learner calls it, from 1.
        id: UUIDv7, 16 bytes; the sitting of its rows in the review log.
        started_ms: Milliseconds since 1970 UTC.
        offset_minutes: The learner's offset from UTC then.
        paper: The whole paper, as JSON.
    """

    number: int
    id: bytes
    started_ms: int
    offset_minutes: int
    paper: str


class AttemptLog:
    """The attempts in an open progress file. Nothing written here is ever changed.

    Events and corrections are JSON texts whose meaning is the exam's; each call that writes is on
    the disk when it returns, or part of the transaction it is made in.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        """Made by the store."""
        self._connection = connection
        self._path = path

    def begin(self, sitting: bytes, started_ms: int, offset_minutes: int, paper: str) -> int:
        """Store the paper of an attempt that begins; its number."""
        with database.translated(self._path):
            found = self._connection.execute(
                "INSERT INTO exam_attempt (id, started_ms, offset_minutes, paper)"
                " VALUES (?, ?, ?, ?) RETURNING number",
                (sitting, started_ms, offset_minutes, paper),
            ).fetchall()
            return int(found[0][0])

    def append(self, attempt: int, seq: int, at_ms: int, event: str) -> None:
        """Store what happened as number `seq` (from 0, without gaps) in an attempt.

        Raises:
            ProgressBusyError: Another process has stored an event of that number: the attempt goes
                on elsewhere.
        """
        with database.translated(self._path):
            try:
                self._connection.execute(
                    "INSERT INTO exam_event VALUES (?, ?, ?, ?)", (attempt, seq, at_ms, event)
                )
            except sqlite3.IntegrityError as error:
                raise ProgressBusyError(
                    f"Attempt {attempt} goes on in another window.",
                    f"Go on there, or close it and `mdquiz exam resume {attempt}` here.",
                ) from error

    def add_corrections(self, attempt: int, at_ms: int, corrections: Iterable[str]) -> None:
        """Store corrected keys of an attempt; call it inside `Store.transaction`."""
        with database.translated(self._path):
            self._connection.executemany(
                "INSERT INTO exam_correction (attempt, at_ms, correction) VALUES (?, ?, ?)",
                [(attempt, at_ms, correction) for correction in corrections],
            )

    def all(self) -> list[StoredAttempt]:
        """Every attempt, oldest first."""
        return [StoredAttempt(*found) for found in self._read("ORDER BY number", ())]

    def numbers(self) -> list[int]:
        """The numbers of all attempts, oldest first."""
        with database.translated(self._path):
            found = self._connection.execute("SELECT number FROM exam_attempt ORDER BY number")
            return [number for (number,) in found]

    def since(self, at_ms: int) -> list[StoredAttempt]:
        """The attempts begun after `at_ms`, oldest first."""
        return [
            StoredAttempt(*found)
            for found in self._read("WHERE started_ms > ? ORDER BY number", (at_ms,))
        ]

    def before(self, number: int, preset: str) -> list[StoredAttempt]:
        """The attempts at `preset` before that number, oldest first."""
        tail = (
            "WHERE number < ? AND CASE WHEN json_valid(paper)"
            " THEN json_extract(paper, '$.preset') = ? END ORDER BY number"
        )
        return [StoredAttempt(*found) for found in self._read(tail, (number, preset))]

    def begun_since(self, at_ms: int) -> bool:
        """Whether any attempt was begun at `at_ms` or later."""
        with database.translated(self._path):
            found = self._connection.execute("SELECT max(started_ms) FROM exam_attempt").fetchone()
        return found[0] is not None and found[0] >= at_ms

    def get(self, number: int) -> StoredAttempt:
        """The attempt of that number.

        Raises:
            UsageError: There is none.
        """
        found = self._read("WHERE number = ?", (number,))
        if not found:
            raise UsageError(
                f"There is no exam attempt {number}.", "`mdquiz exam list` shows those there are."
            )
        return StoredAttempt(*found[0])

    def events(self, attempt: int) -> list[str]:
        """What happened in an attempt, in order."""
        return self._texts("SELECT event FROM exam_event WHERE attempt = ? ORDER BY seq", attempt)

    def count(self, attempt: int) -> int:
        """How many things have happened in an attempt."""
        query = "SELECT count(*) FROM exam_event WHERE attempt = ?"
        with database.translated(self._path):
            return int(self._connection.execute(query, (attempt,)).fetchone()[0])

    def last_event(self, attempt: int) -> str:
        """What happened last in an attempt; "" where nothing did."""
        found = self._texts(
            "SELECT event FROM exam_event WHERE attempt = ? ORDER BY seq DESC LIMIT 1", attempt
        )
        return found[0] if found else ""

    def corrections(self, attempt: int) -> list[str]:
        """The corrected keys of an attempt, oldest first."""
        return self._texts(
            "SELECT correction FROM exam_correction WHERE attempt = ? ORDER BY seq", attempt
        )

    def _read(
        self, tail: str, parameters: tuple[int | str, ...]
    ) -> list[tuple[int, bytes, int, int, str]]:
        with database.translated(self._path):
            return self._connection.execute(
                f"SELECT number, id, started_ms, offset_minutes, paper FROM exam_attempt {tail}",
                parameters,
            ).fetchall()

    def _texts(self, query: str, attempt: int) -> list[str]:
        with database.translated(self._path):
            return [text for (text,) in self._connection.execute(query, (attempt,))]
