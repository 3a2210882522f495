"""The shape of the progress file, as numbered steps from an empty file to the present one.

A step is never changed once it was released: a new shape is a new function at the end of `STEPS`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from mdquiz.errors import ProgressNewerError
from mdquiz.progress.database import APPLICATION_ID

Step = Callable[[sqlite3.Connection], None]

LOG_AND_STATE = """
CREATE TABLE migration (
    version INTEGER PRIMARY KEY,
    name TEXT NOT NULL
) STRICT;

CREATE TABLE card (
    number INTEGER PRIMARY KEY,
    deck TEXT NOT NULL,
    question TEXT NOT NULL,
    part TEXT NOT NULL,
    UNIQUE (deck, question, part)
) STRICT;

-- What repeats from row to row is written once.
CREATE TABLE sitting (
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16)
) STRICT;

CREATE TABLE scheduler (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    parameters TEXT NOT NULL,
    UNIQUE (name, parameters)
) STRICT;

CREATE TABLE fingerprint (
    number INTEGER PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE log (
    seq INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    sitting INTEGER NOT NULL REFERENCES sitting,
    card INTEGER NOT NULL REFERENCES card,
    kind TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    offset_minutes INTEGER NOT NULL,
    day INTEGER NOT NULL,
    ref BLOB CHECK (ref IS NULL OR length(ref) = 16),
    rating INTEGER CHECK (rating BETWEEN 1 AND 4),
    outcome TEXT NOT NULL,
    given TEXT NOT NULL,
    confidence TEXT NOT NULL,
    duration_ms INTEGER NOT NULL,
    language TEXT NOT NULL,
    scheduler INTEGER NOT NULL REFERENCES scheduler,
    deck_hash INTEGER NOT NULL REFERENCES fingerprint,
    answer_hash INTEGER NOT NULL REFERENCES fingerprint
) STRICT;

CREATE INDEX log_of_card ON log (card, at_ms, id);
CREATE INDEX log_of_day ON log (day);
CREATE INDEX log_of_sitting ON log (sitting);
CREATE INDEX log_of_ref ON log (ref) WHERE ref IS NOT NULL;

CREATE TRIGGER log_is_never_changed BEFORE UPDATE ON log
BEGIN SELECT RAISE(ABORT, 'the review log is append-only'); END;
CREATE TRIGGER log_is_never_deleted BEFORE DELETE ON log
BEGIN SELECT RAISE(ABORT, 'the review log is append-only'); END;

-- Derived from log: may be emptied and rebuilt at any time.
CREATE TABLE card_state (
    card INTEGER PRIMARY KEY REFERENCES card,
    stability REAL NOT NULL,
    difficulty REAL NOT NULL,
    last_day INTEGER NOT NULL,
    due_day INTEGER NOT NULL,
    reviews INTEGER NOT NULL,
    lapses INTEGER NOT NULL,
    relearning INTEGER NOT NULL,
    misconception INTEGER NOT NULL,
    suspended INTEGER NOT NULL,
    buried_day INTEGER NOT NULL,
    flagged INTEGER NOT NULL
) STRICT;
"""

EXAMS = """
CREATE TABLE exam_attempt (
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    started_ms INTEGER NOT NULL,
    offset_minutes INTEGER NOT NULL,
    paper TEXT NOT NULL
) STRICT;

CREATE TABLE exam_event (
    attempt INTEGER NOT NULL REFERENCES exam_attempt,
    seq INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    event TEXT NOT NULL,
    PRIMARY KEY (attempt, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE exam_correction (
    seq INTEGER PRIMARY KEY,
    attempt INTEGER NOT NULL REFERENCES exam_attempt,
    at_ms INTEGER NOT NULL,
    correction TEXT NOT NULL
) STRICT;

CREATE INDEX exam_correction_of_attempt ON exam_correction (attempt);

CREATE TRIGGER exam_attempt_is_never_changed BEFORE UPDATE ON exam_attempt
BEGIN SELECT RAISE(ABORT, 'exam attempts are append-only'); END;
CREATE TRIGGER exam_attempt_is_never_deleted BEFORE DELETE ON exam_attempt
BEGIN SELECT RAISE(ABORT, 'exam attempts are append-only'); END;
CREATE TRIGGER exam_event_is_never_changed BEFORE UPDATE ON exam_event
BEGIN SELECT RAISE(ABORT, 'exam answers are append-only'); END;
CREATE TRIGGER exam_event_is_never_deleted BEFORE DELETE ON exam_event
BEGIN SELECT RAISE(ABORT, 'exam answers are append-only'); END;
CREATE TRIGGER exam_correction_is_never_changed BEFORE UPDATE ON exam_correction
BEGIN SELECT RAISE(ABORT, 'exam corrections are append-only'); END;
CREATE TRIGGER exam_correction_is_never_deleted BEFORE DELETE ON exam_correction
BEGIN SELECT RAISE(ABORT, 'exam corrections are append-only'); END;
"""

PLANS = """
CREATE TABLE plan (
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    made_ms INTEGER NOT NULL,
    offset_minutes INTEGER NOT NULL,
    day INTEGER NOT NULL,
    exam_day INTEGER, -- none: the plan before it ends
    minutes REAL,
    cards INTEGER,
    decks TEXT NOT NULL,
    weights TEXT NOT NULL,
    rest TEXT NOT NULL,
    preset TEXT NOT NULL
) STRICT;

CREATE TABLE plan_prices (
    number INTEGER PRIMARY KEY,
    plan BLOB NOT NULL REFERENCES plan (id),
    found_ms INTEGER NOT NULL,
    prices TEXT NOT NULL
) STRICT;

CREATE INDEX plan_prices_of_plan ON plan_prices (plan);

CREATE TABLE memory_fit (
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    fitted_ms INTEGER NOT NULL,
    parameters TEXT NOT NULL, -- a JSON list; empty: the published defaults
    report TEXT NOT NULL
) STRICT;

CREATE TRIGGER plan_is_never_changed BEFORE UPDATE ON plan
BEGIN SELECT RAISE(ABORT, 'plans are append-only'); END;
CREATE TRIGGER plan_is_never_deleted BEFORE DELETE ON plan
BEGIN SELECT RAISE(ABORT, 'plans are append-only'); END;
CREATE TRIGGER memory_fit_is_never_changed BEFORE UPDATE ON memory_fit
BEGIN SELECT RAISE(ABORT, 'fits are append-only'); END;
CREATE TRIGGER memory_fit_is_never_deleted BEFORE DELETE ON memory_fit
BEGIN SELECT RAISE(ABORT, 'fits are append-only'); END;
"""


def log_and_state(connection: sqlite3.Connection) -> None:
    """The review log, what it refers to, and the cards' states."""
    for statement in _statements(LOG_AND_STATE):
        connection.execute(statement)


def exams(connection: sqlite3.Connection) -> None:
    """Attempts at mock exams, what happened in each, and keys corrected since."""
    for statement in _statements(EXAMS):
        connection.execute(statement)


def plans(connection: sqlite3.Connection) -> None:
    """Plans towards an exam, the prices found for them, and fitted memory parameters."""
    for statement in _statements(PLANS):
        connection.execute(statement)


STEPS: tuple[Step, ...] = (log_and_state, exams, plans)
VERSION = len(STEPS)


def version_of(connection: sqlite3.Connection) -> int:
    """How many steps the file has taken; 0 for an empty one."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def refuse_newer(connection: sqlite3.Connection, path: Path) -> None:
    """Raise if the file was written by a newer mdquiz.

    Raises:
        ProgressNewerError: It has taken steps that this mdquiz does not know.
    """
    version = version_of(connection)
    if version > VERSION:
        raise ProgressNewerError(
            f"{path} was written by a newer mdquiz (format {version}; this one knows {VERSION}).",
            "Install the newest mdquiz; nothing was changed.",
        )


def migrate(connection: sqlite3.Connection) -> int:
    """Take the steps that the file lacks, all in one transaction.

    Returns:
        How many were taken. `user_version` is written last, so that a half-migrated file is
        impossible even where a step commits by mistake.
    """
    if version_of(connection) >= VERSION:
        return 0
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Read anew: another process may have migrated while this one waited for the lock.
        version = version_of(connection)
        for number, step in enumerate(STEPS[version:], start=version + 1):
            step(connection)
            connection.execute("INSERT INTO migration VALUES (?, ?)", (number, step.__name__))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {max(VERSION, version)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return max(VERSION - version, 0)


def _statements(script: str) -> list[str]:
    statements: list[str] = []
    text = ""
    for line in script.splitlines(keepends=True):
        text += line
        if sqlite3.complete_statement(text):
            statements.append(text)
            text = ""
    return statements
