"""Small logs for tests of insight."""

from __future__ import annotations

from itertools import count

from mdquiz.decks.card import CardId
from mdquiz.progress.log import Kind, LogRow

CARD = CardId("polity", "q1")
OTHER = CardId("polity", "q2")
DAY = 740_000
_numbers = count(1)


def row(
    day: int,
    rating: int | None = 3,
    *,
    card: CardId = CARD,
    kind: Kind = Kind.DRILL,
    ref: bytes | None = None,
    outcome: str | None = None,
    confidence: str = "",
    seconds: float = 8.0,
) -> LogRow:
    """A row of the log, `day` days after `DAY`; each later than the one made before it."""
    number = next(_numbers)
    given = outcome if outcome is not None else ("wrong" if rating == 1 else "right")
    return LogRow(
        id=number.to_bytes(16, "big"),
        sitting=b"s" * 16,
        card=card,
        kind=kind,
        at_ms=(DAY + day) * 86_400_000 + number,
        offset_minutes=330,
        day=DAY + day,
        ref=ref,
        rating=rating,
        outcome=given,
        confidence=confidence,
        duration_ms=int(seconds * 1000),
    )
