"""The review log for other programs: one JSON object a row."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from mdquiz.progress.log import LogRow
from mdquiz.text import forbidden_character


def json_lines(rows: Iterable[LogRow], *, ascii_only: bool = False) -> Iterator[str]:
    """`rows` as lines of JSON, without line ends.

    Args:
        rows: What to write.
        ascii_only: Escape every non-ASCII letter. Lines with characters that could act on a
            terminal are escaped in any case.
    """
    for row in rows:
        line = json.dumps(row_fields(row), ensure_ascii=ascii_only)
        yield json.dumps(row_fields(row)) if forbidden_character(line) else line


def row_fields(row: LogRow) -> dict[str, Any]:
    """`row` as plain data: ids in hex, the instant in ISO 8601 with its offset, the day as date."""
    zone = timezone(timedelta(minutes=row.offset_minutes))
    at = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=row.at_ms)
    return {
        "id": row.id.hex(),
        "sitting": row.sitting.hex(),
        "deck": row.card.deck,
        "question": row.card.question,
        "part": row.card.part,
        "kind": row.kind.value,
        "at": at.astimezone(zone).isoformat(timespec="milliseconds"),
        "day": date.fromordinal(row.day).isoformat(),
        "ref": row.ref.hex() if row.ref else None,
        "rating": row.rating,
        "outcome": row.outcome,
        "given": row.given,
        "confidence": row.confidence,
        "duration_ms": row.duration_ms,
        "language": row.language,
        "scheduler": row.scheduler,
        "parameters": json.loads(row.parameters) if row.parameters else None,
        "deck_hash": row.deck_hash,
        "answer_hash": row.answer_hash,
    }
