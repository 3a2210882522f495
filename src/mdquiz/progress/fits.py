"""Memory parameters fitted to a learner, as they are stored; the latest ones are in force."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from mdquiz.progress import database


@dataclass(frozen=True, slots=True)
class StoredFit:
    """Parameters that were fitted; they never change.

    Attributes:
        id: UUIDv7, 16 bytes.
        fitted_ms: Milliseconds since 1970 UTC.
        parameters: The model's parameters; None for the published defaults.
        report: What the fit found, as JSON.
    """

    id: bytes
    fitted_ms: int
    parameters: tuple[float, ...] | None
    report: str = "{}"


class FitLog:
    """The fits in an open progress file. Rows are only added; taking one back adds a row."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        """Made by the store."""
        self._connection = connection
        self._path = path

    def add(self, fit: StoredFit) -> None:
        """Store parameters; they take the place of the ones before."""
        parameters = "" if fit.parameters is None else json.dumps(fit.parameters)
        with database.translated(self._path):
            self._connection.execute(
                "INSERT INTO memory_fit (id, fitted_ms, parameters, report) VALUES (?, ?, ?, ?)",
                (fit.id, fit.fitted_ms, parameters, fit.report),
            )

    def all(self) -> list[StoredFit]:
        """Every fit, the one stored last first, whatever the clock said."""
        with database.translated(self._path):
            return [
                StoredFit(row_id, fitted_ms, tuple(json.loads(text)) if text else None, report)
                for row_id, fitted_ms, text, report in self._connection.execute(
                    "SELECT id, fitted_ms, parameters, report FROM memory_fit ORDER BY number DESC"
                )
            ]

    def parameters(self) -> tuple[float, ...] | None:
        """The parameters in force; None for the published defaults."""
        found = self.all()
        return found[0].parameters if found else None
