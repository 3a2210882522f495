"""The progress file, opened: append rows with the states they lead to, and read both back."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from mdquiz.decks.card import CardId
from mdquiz.progress import database, migrations, tables
from mdquiz.progress.attempts import AttemptLog
from mdquiz.progress.fits import FitLog
from mdquiz.progress.log import LogRow
from mdquiz.progress.plans import PlanLog

_ANSWERS = "('drill', 'ahead', 'cram', 'exam', 'repair')"
_NOT_UNDONE = (
    "NOT EXISTS (SELECT 1 FROM log AS later WHERE later.ref = log.id AND later.kind = 'undo')"
)


Parameters = Sequence[str | int | bytes] | Mapping[str, str | int | bytes]

_STATES = "FROM card_state JOIN card ON card.number = card_state.card"
LEARNED, DUE, LEECH, SUSPENDED, SET_ASIDE = 1, 2, 4, 8, 16
"""Bits of a card's standing; SET_ASIDE is suspended or buried today."""


class Store:
    """One connection to the progress file; use it from one thread.

    Every error of the file comes as a `ProgressError` with what to do about it.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.path = path
        self._connection = connection

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Store:
        """The progress file at `path`, brought to the present format.

        Args:
            path: The database; it and its folder are made if they are not there.
            read_only: Write nothing. Where there is no file the store is empty; a file of an older
                format is read as it would be in the present one, and stays as it is.

        Raises:
            ProgressNewerError: A newer mdquiz wrote it.
            ProgressDamagedError: It is no mdquiz progress file.
            ProgressBusyError: Another program holds it.
            ProgressError: It cannot be read or made.
        """
        if read_only and not path.exists():
            return cls(_in_memory(), path)
        with database.translated(path):
            connection = database.connect_to_read(path) if read_only else database.connect(path)
            try:
                migrations.refuse_newer(connection, path)
                if migrations.version_of(connection) < migrations.VERSION:
                    if read_only:
                        with closing(connection) as old:
                            connection = _in_memory(old)
                    else:
                        connection = _migrated(connection, path)
            except BaseException:
                connection.close()
                raise
        return cls(connection, path)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything inside happens at once, on the disk when it ends, or not at all.

        The file is held for writing from the beginning, so that what is read inside stays true.
        Inside another transaction it is part of that one.
        """
        if self._connection.in_transaction:
            yield
            return
        with database.translated(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Everything read inside stands as it was at one moment, while others may write."""
        with database.translated(self.path):
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                self._connection.execute("ROLLBACK")

    def append(self, rows: Sequence[LogRow], states: Mapping[CardId, tables.State]) -> None:
        """Add `rows` to the log and put `states` in place of the cards' old ones, in one go."""
        with self.transaction():
            for row in rows:
                tables.insert_row(self._connection, row)
            self._put(states)

    def replace_states(self, states: Mapping[CardId, tables.State]) -> None:
        """Make `states` the only states there are; their cards must be in the log."""
        with self.transaction():
            self._connection.execute("DELETE FROM card_state")
            self._put(states)

    def _put(self, states: Mapping[CardId, tables.State]) -> None:
        for card, state in states.items():
            number = tables.card_number(self._connection, card)
            if number is None:
                raise ValueError(f"{card} has a state but no row in the log")
            self._connection.execute(
                "INSERT OR REPLACE INTO card_state VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (number, *tables.state_values(state)),
            )

    @property
    def attempts(self) -> AttemptLog:
        """The mock exams in the same file."""
        return AttemptLog(self._connection, self.path)

    @property
    def plans(self) -> PlanLog:
        """The plans towards an exam in the same file."""
        return PlanLog(self._connection, self.path)

    @property
    def fits(self) -> FitLog:
        """The learner's own memory parameters in the same file."""
        return FitLog(self._connection, self.path)

    # Reading the log

    def seconds_by_day(self, first_day: int, decks: Collection[str] = ()) -> dict[int, float]:
        """Seconds spent on scheduled answers on each study day from `first_day` on.

        Answers taken back count, for their time was spent; a longer one than three minutes is an
        interruption and counts as that.

        Args:
            first_day: The first study day that matters.
            decks: Deck ids; empty for all.
        """
        return dict(self._spent("sum(min(duration_ms, 180000)) / 1000.0", first_day, decks))

    def cards_by_day(self, first_day: int, decks: Collection[str] = ()) -> dict[int, int]:
        """Cards drilled on each study day, as `seconds_by_day`."""
        return dict(self._spent("count(DISTINCT log.card)", first_day, decks))

    def _spent(self, what: str, first_day: int, decks: Collection[str]) -> list[tuple[Any, ...]]:
        among = f" AND deck IN ({', '.join('?' * len(decks))})" if decks else ""
        return self._all(
            f"SELECT day, {what} FROM log JOIN card ON card.number = log.card"
            f" WHERE day >= ? AND kind IN ('drill', 'repair'){among} GROUP BY day",
            (first_day, *decks),
        )

    def rows(self, card: CardId) -> list[LogRow]:
        """Everything that happened to `card`, oldest first."""
        return self._rows(
            "WHERE deck = ? AND question = ? AND part = ? ORDER BY at_ms, log.id",
            card,
        )

    def all_rows(self) -> Iterator[LogRow]:
        """The whole log, oldest first, read as it is needed."""
        return self._each("ORDER BY at_ms, log.id")

    def rows_by_card(self) -> Iterator[LogRow]:
        """The whole log, card by card, each oldest first."""
        return self._each("ORDER BY log.card, at_ms, log.id")

    def latest(self, card: CardId) -> tuple[int, bytes] | None:
        """`at_ms` and `id` of the latest row of `card`, or None where there is none."""
        found = self._one(
            "SELECT at_ms, id FROM log WHERE card ="
            " (SELECT number FROM card WHERE deck = ? AND question = ? AND part = ?)"
            " ORDER BY at_ms DESC, id DESC LIMIT 1",
            card,
        )
        return (found[0], found[1]) if found else None

    def row_count(self) -> int:
        """How many rows the log has."""
        found = self._one("SELECT count(*) FROM log")
        return int(found[0]) if found else 0

    def rows_after(self, at_ms: int) -> int:
        """How many rows are dated after the instant `at_ms`."""
        found = self._one("SELECT count(*) FROM log WHERE at_ms > ?", (at_ms,))
        return int(found[0]) if found else 0

    def cards(self) -> tuple[CardId, ...]:
        """Every card in the log."""
        return tuple(
            CardId(*found)
            for found in self._all("SELECT deck, question, part FROM card ORDER BY 1, 2, 3")
        )

    def orphans(self, known: Iterable[CardId]) -> tuple[CardId, ...]:
        """Cards in the log that are not among `known`: their deck or question is gone."""
        present = set(known)
        return tuple(card for card in self.cards() if card not in present)

    def answers_by_day(self, first_day: int = 0) -> dict[int, int]:
        """How many answers were given on each study day that had any, undone ones left out.

        Args:
            first_day: Leave out the days before it.
        """
        return dict(
            self._all(
                "SELECT day, count(*) FROM log"
                f" WHERE day >= ? AND kind IN {_ANSWERS} AND {_NOT_UNDONE}"
                " GROUP BY day ORDER BY day",
                (first_day,),
            )
        )

    # Reading states

    def state(self, card: CardId) -> tuple[Any, ...] | None:
        """The state of `card` in the order of `CardState`'s fields; None where there is none."""
        return self._one(
            f"SELECT {tables.STATE_COLUMNS} {_STATES} WHERE deck = ? AND question = ? AND part = ?",
            card,
        )

    def states(self, deck: str | None = None) -> Iterator[tuple[Any, ...]]:
        """Deck, question and part, then the state as `state` gives it, of each card ever asked."""
        where, parameters = ("", ()) if deck is None else (" WHERE deck = ?", (deck,))
        yield from self._all(
            f"SELECT deck, question, part, {tables.STATE_COLUMNS} {_STATES}{where}",
            parameters,
        )

    def standings(self, day: int, leech_lapses: int) -> dict[tuple[str, str, str], int]:
        """How each card ever asked stands on study day `day`, as bits, by deck, question and part.

        A quarter of the time that `states` takes: for counting, where nothing else is wanted.
        """
        aside = "(suspended OR buried_day = :day)"
        return {
            (deck, question, part): bits
            for deck, question, part, bits in self._all(
                f"SELECT deck, question, part, {SUSPENDED} * suspended + {SET_ASIDE} * {aside}"
                f" + (reviews > 0) * ({LEARNED} + {LEECH} * (lapses >= :leech)"
                f" + {DUE} * (due_day <= max(:day, last_day) AND NOT {aside}))"
                f" {_STATES}",
                {"day": day, "leech": leech_lapses},
            )
        }

    def done_on(self, day: int) -> tuple[int, int]:
        """How many cards were first learned on study day `day`, and how many reviewed again."""
        found = self._one(
            "SELECT count(*) FILTER (WHERE reviews = 1), count(*) FILTER (WHERE reviews > 1)"
            " FROM card_state WHERE last_day = ?",
            (day,),
        )
        return (found[0], found[1]) if found else (0, 0)

    def reviewed_on(self, day: int) -> dict[CardId, int]:
        """Cards last reviewed on study day `day`, and when each is due: on that day if missed."""
        query = f"SELECT deck, question, part, due_day {_STATES} WHERE reviews > 0 AND last_day = ?"
        return {CardId(*found): due_day for *found, due_day in self._all(query, (day,))}

    def set_aside_on(self, day: int) -> frozenset[CardId]:
        """Cards suspended, or buried on study day `day`."""
        query = f"SELECT deck, question, part {_STATES} WHERE suspended OR buried_day = ?"
        return frozenset(CardId(*found) for found in self._all(query, (day,)))

    def coming_due(self, day: int) -> Iterator[tuple[CardId, int]]:
        """Cards due after study day `day` and not suspended, with their due days, soonest first.

        A card missed on a day that has yet to begin here (a journey west) is due now.
        """
        query = (
            f"SELECT deck, question, part, due_day {_STATES}"
            " WHERE reviews > 0 AND due_day > max(?, last_day) AND NOT suspended ORDER BY due_day"
        )
        with database.translated(self.path):
            for deck, question, part, due_day in self._connection.execute(query, (day,)):
                yield CardId(deck, question, part), due_day

    # The file itself

    @property
    def data_version(self) -> int:
        """Changes when another connection has written since this one last looked."""
        found = self._one("PRAGMA data_version")
        return int(found[0]) if found else 0

    def problems(self) -> tuple[str, ...]:
        """What SQLite finds wrong with the file; empty when it is sound."""
        found = [str(line) for (line,) in self._all("PRAGMA integrity_check(20)") if line != "ok"]
        found += [
            f"{table} refers to a {parent} that is not there"
            for table, _, parent, _ in self._all("PRAGMA foreign_key_check")
        ]
        return tuple(found)

    def facts(self) -> dict[str, str | int]:
        """What a report on the file tells of it."""
        journal = self._one("PRAGMA journal_mode")
        return {
            "rows": self.row_count(),
            "cards": len(self.cards()),
            "bytes": self.path.stat().st_size if self.path.exists() else 0,
            "format": migrations.version_of(self._connection),
            "journal": str(journal[0]) if journal else "",
            "sqlite": sqlite3.sqlite_version,
        }

    def copy_to(self, target: sqlite3.Connection) -> None:
        """Write everything to `target`, as it stands at one moment, while others may write."""
        with database.translated(self.path):
            self._connection.backup(target)

    def _rows(self, tail: str, parameters: Parameters = ()) -> list[LogRow]:
        return [
            tables.log_row(record) for record in self._all(tables.SELECT_ROWS + tail, parameters)
        ]

    def _each(self, tail: str) -> Iterator[LogRow]:
        with database.translated(self.path):
            for record in self._connection.execute(tables.SELECT_ROWS + tail):
                yield tables.log_row(record)

    def _one(self, query: str, parameters: Parameters = ()) -> tuple[Any, ...] | None:
        with database.translated(self.path):
            found: tuple[Any, ...] | None = self._connection.execute(query, parameters).fetchone()
            return found

    def _all(self, query: str, parameters: Parameters = ()) -> list[tuple[Any, ...]]:
        with database.translated(self.path):
            return self._connection.execute(query, parameters).fetchall()


def _in_memory(source: sqlite3.Connection | None = None) -> sqlite3.Connection:
    """A copy of `source` (None: an empty database) in the present format, only to be read."""
    connection = database.connect_to_memory()
    try:
        if source is not None:
            source.backup(connection)
        migrations.migrate(connection)
        connection.execute("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _migrated(connection: sqlite3.Connection, path: Path) -> sqlite3.Connection:
    """A connection for writing to the file, brought to the present format, a copy kept first."""
    from mdquiz.progress import backup

    connection.close()
    connection = database.connect(path)
    if migrations.version_of(connection) > 0:
        backup.copy_before_migration(connection, path)
    migrations.migrate(connection)
    return connection
