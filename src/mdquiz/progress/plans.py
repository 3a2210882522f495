"""Plans towards an exam as they are stored: what the learner set, and the prices found for it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from mdquiz.progress import database


@dataclass(frozen=True, slots=True)
class StoredPlan:
    """What a learner set; it never changes: another budget is another plan.

    Attributes:
        id: UUIDv7, 16 bytes.
        made_ms: Milliseconds since 1970 UTC.
        offset_minutes: The learner's offset from UTC then.
        day: The study day it was made on, proleptic ordinal.
        exam_day: The study day of the exam; None where the row only ends the plan before it.
        minutes: Minutes of study a day; None where `cards` is set.
        cards: Cards a day; None where `minutes` is set.
        decks: Ids of the decks it is about; empty for all.
        weights: What tags (with their sub-topics) count for; 1 is usual.
        rest_weekdays: Weekdays without study, 0 Monday to 6 Sunday.
        rest_days: Single study days without study.
        preset: The exam whose marks count; "" for a mark a card.
    """

    id: bytes
    made_ms: int
    offset_minutes: int
    day: int
    exam_day: int | None
    minutes: float | None = None
    cards: int | None = None
    decks: tuple[str, ...] = ()
    weights: Mapping[str, float] = field(default_factory=dict)
    rest_weekdays: frozenset[int] = frozenset()
    rest_days: frozenset[int] = frozenset()
    preset: str = ""


class PlanLog:
    """The plans in an open progress file; the latest one is in force. Rows are only added."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        """Made by the store."""
        self._connection = connection
        self._path = path

    def add(self, plan: StoredPlan) -> None:
        """Store a plan; it takes the place of the one before."""
        rest = {"weekdays": sorted(plan.rest_weekdays), "days": sorted(plan.rest_days)}
        with database.translated(self._path):
            self._connection.execute(
                "INSERT INTO plan (id, made_ms, offset_minutes, day, exam_day, minutes, cards,"
                " decks, weights, rest, preset) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    plan.id,
                    plan.made_ms,
                    plan.offset_minutes,
                    plan.day,
                    plan.exam_day,
                    plan.minutes,
                    plan.cards,
                    json.dumps(plan.decks),
                    json.dumps(dict(plan.weights)),
                    json.dumps(rest),
                    plan.preset,
                ),
            )

    def latest(self) -> StoredPlan | None:
        """The plan in force, be its exam past or to come; None without one, or once ended."""
        found = self.all(limit=1)
        return found[0] if found and found[0].exam_day is not None else None

    def all(self, limit: int = -1) -> list[StoredPlan]:
        """Plans and ends of plans, the latest first; at most `limit` of them (-1: all).

        In the order they were stored: a clock that was set back makes no plan the latest.
        """
        with database.translated(self._path):
            return [
                _plan(*found)
                for found in self._connection.execute(
                    "SELECT id, made_ms, offset_minutes, day, exam_day, minutes, cards, decks,"
                    " weights, rest, preset FROM plan ORDER BY number DESC LIMIT ?",
                    (limit,),
                )
            ]

    def add_prices(self, plan: bytes, found_ms: int, prices: str) -> None:
        """Store prices found for the plan of that id, as JSON, in place of all others."""
        with database.translated(self._path):
            number = self._connection.execute(
                "INSERT INTO plan_prices (plan, found_ms, prices) VALUES (?, ?, ?)",
                (plan, found_ms, prices),
            ).lastrowid
            self._connection.execute("DELETE FROM plan_prices WHERE number < ?", (number,))

    def prices(self, plan: bytes) -> str | None:
        """The prices last found for the plan of that id; None where none are."""
        with database.translated(self._path):
            found = self._connection.execute(
                "SELECT prices FROM plan_prices WHERE plan = ? ORDER BY number DESC LIMIT 1",
                (plan,),
            ).fetchone()
        return None if found is None else str(found[0])


def _plan(
    plan: bytes,
    made_ms: int,
    offset_minutes: int,
    day: int,
    exam_day: int | None,
    minutes: float | None,
    cards: int | None,
    decks: str,
    weights: str,
    rest: str,
    preset: str,
) -> StoredPlan:
    days_off = json.loads(rest)
    return StoredPlan(
        plan,
        made_ms,
        offset_minutes,
        day,
        exam_day,
        minutes,
        cards,
        tuple(json.loads(decks)),
        json.loads(weights),
        frozenset(days_off["weekdays"]),
        frozenset(days_off["days"]),
        preset,
    )
