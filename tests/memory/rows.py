"""Log rows for tests, in a few words."""

from __future__ import annotations

from mdquiz.decks.card import CardId
from mdquiz.progress.log import Kind, LogRow

CARD = CardId("minerals", "kabil")
SITTING = bytes(16)
DAY = 739_577


def row(
    number: int,
    kind: Kind = Kind.DRILL,
    rating: int | None = None,
    *,
    day: int = DAY,
    ref: int | None = None,
    card: CardId = CARD,
    outcome: str = "",
    confidence: str = "",
    scheduler: str = "",
    parameters: str = "",
) -> LogRow:
    """Row `number` (which is also its order); `ref` is the number of the row it is about."""
    return LogRow(
        id=number.to_bytes(16),
        sitting=SITTING,
        card=card,
        kind=kind,
        at_ms=number * 1000,
        offset_minutes=330,
        day=day,
        ref=None if ref is None else ref.to_bytes(16),
        rating=rating,
        outcome=outcome,
        confidence=confidence,
        scheduler=scheduler,
        parameters=parameters,
    )
