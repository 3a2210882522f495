"""Rows of the tables as objects of the product, and back."""

from __future__ import annotations

import sqlite3
from typing import Protocol

from mdquiz.decks.card import CardId
from mdquiz.progress.log import Kind, LogRow


class State(Protocol):
    """What the store keeps of a card's state (`memory.CardState` is one)."""

    @property
    def stability(self) -> float:
        """Days."""

    @property
    def difficulty(self) -> float:
        """1 to 10; 0 for a new card."""

    @property
    def last_day(self) -> int:
        """Study day."""

    @property
    def due_day(self) -> int:
        """Study day."""

    @property
    def reviews(self) -> int:
        """How many."""

    @property
    def lapses(self) -> int:
        """How many."""

    @property
    def relearning(self) -> bool:
        """Missed and not known since."""

    @property
    def misconception(self) -> bool:
        """Wrong though sure."""

    @property
    def suspended(self) -> bool:
        """Not asked."""

    @property
    def buried_day(self) -> int:
        """Study day."""

    @property
    def flagged(self) -> bool:
        """Marked."""


STATE_COLUMNS = (
    "stability, difficulty, last_day, due_day, reviews, lapses, "
    "relearning, misconception, suspended, buried_day, flagged"
)

SELECT_ROWS = """
SELECT log.id, sitting.id, card.deck, card.question, card.part, kind, at_ms, offset_minutes, day,
       ref, rating, outcome, given, confidence, duration_ms, language,
       scheduler.name, scheduler.parameters, deck.hash, answer.hash
FROM log
JOIN card ON card.number = log.card
JOIN sitting ON sitting.number = log.sitting
JOIN scheduler ON scheduler.number = log.scheduler
JOIN fingerprint AS deck ON deck.number = log.deck_hash
JOIN fingerprint AS answer ON answer.number = log.answer_hash
"""

_KINDS = {kind.value: kind for kind in Kind}


def log_row(record: tuple[object, ...]) -> LogRow:
    """A record of `SELECT_ROWS` as a log row."""
    row_id, sitting, deck, question, part, kind, *rest = record
    return LogRow(row_id, sitting, CardId(deck, question, part), _KINDS[kind], *rest)  # type: ignore[arg-type, index]


def state_values(state: State) -> tuple[float, ...]:
    """`state` in the order of `STATE_COLUMNS`."""
    return (
        state.stability,
        state.difficulty,
        state.last_day,
        state.due_day,
        state.reviews,
        state.lapses,
        int(state.relearning),
        int(state.misconception),
        int(state.suspended),
        state.buried_day,
        int(state.flagged),
    )


def card_number(connection: sqlite3.Connection, card: CardId) -> int | None:
    """The number that stands for `card` in this file, or None where it never occurred."""
    found = connection.execute(
        "SELECT number FROM card WHERE deck = ? AND question = ? AND part = ?", card
    ).fetchone()
    return found[0] if found else None


def numbered(connection: sqlite3.Connection, table: str, **values: str | bytes) -> int:
    """The number of the record of `table` that has these `values`; it is added if need be.

    Args:
        connection: In a write transaction.
        table: A table with a `number` and a unique constraint over `values`' columns.
        values: Column and value.
    """
    columns = " AND ".join(f"{column} = ?" for column in values)
    parameters = tuple(values.values())
    found = connection.execute(f"SELECT number FROM {table} WHERE {columns}", parameters).fetchone()
    if found:
        return int(found[0])
    marks = ", ".join("?" * len(values))
    cursor = connection.execute(
        f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", parameters
    )
    return int(cursor.lastrowid or 0)


def insert_row(connection: sqlite3.Connection, row: LogRow) -> int:
    """Append `row` to the log, in a write transaction; the number of its card is returned."""
    deck, question, part = row.card
    card = numbered(connection, "card", deck=deck, question=question, part=part)
    connection.execute(
        "INSERT INTO log (id, sitting, card, kind, at_ms, offset_minutes, day, ref, rating,"
        " outcome, given, confidence, duration_ms, language, scheduler, deck_hash, answer_hash)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            row.id,
            numbered(connection, "sitting", id=row.sitting),
            card,
            row.kind.value,
            row.at_ms,
            row.offset_minutes,
            row.day,
            row.ref,
            row.rating,
            row.outcome,
            row.given.encode("utf-8", "replace").decode(),
            row.confidence,
            row.duration_ms,
            row.language,
            numbered(connection, "scheduler", name=row.scheduler, parameters=row.parameters),
            numbered(connection, "fingerprint", hash=row.deck_hash),
            numbered(connection, "fingerprint", hash=row.answer_hash),
        ),
    )
    return card
