"""Log rows for tests, in a few words."""

from __future__ import annotations

from mdquiz.decks.card import CardId
from mdquiz.progress.log import Kind, LogRow

CARD = CardId("minerals", "kabil")
SITTING = (7).to_bytes(16)
DAY = 739_577


def row(
    number: int,
    *,
    card: CardId = CARD,
    kind: Kind = Kind.DRILL,
    rating: int | None = 3,
    day: int = DAY,
    ref: bytes | None = None,
    given: str = "$24 million",
) -> LogRow:
    """Row `number`, which is also its id and its order."""
    return LogRow(
        id=number.to_bytes(16),
        sitting=SITTING,
        card=card,
        kind=kind,
        at_ms=1_700_000_000_000 + number,
        offset_minutes=330,
        day=day,
        ref=ref,
        rating=rating,
        outcome="right",
        given=given,
        confidence="sure",
        duration_ms=4200,
        language="en",
        scheduler="fsrs-6/6.3.2",
        parameters='{"desired_retention":0.9}',
        deck_hash="ab" * 32,
        answer_hash="cd" * 32,
    )
