"""What the learner wants to drill."""

from __future__ import annotations

from dataclasses import dataclass

from mdquiz.decks.card import CardId
from mdquiz.progress.log import Kind


@dataclass(frozen=True, slots=True)
class Scope:
    """A choice of cards; the default is today's cards of every deck.

    Attributes:
        decks: Deck ids; empty for all.
        tags: Tags, each also standing for its sub-topics (`ir` for `ir.quad`); empty for all.
        kind: DRILL for what is due and new, AHEAD for what is not due yet as well, CRAM for
            everything, scheduled or not. Only cards that are due or new move the schedule, and
            none does in a CRAM.
        limit: At most so many cards; None for the daily limits alone.
        cards: Exactly these cards, in this order; empty for a choice by the fields above.
    """

    decks: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    kind: Kind = Kind.DRILL
    limit: int | None = None
    cards: tuple[CardId, ...] = ()

    def admits_tags(self, tags: tuple[str, ...]) -> bool:
        """Whether a question with `tags` is in scope."""
        if not self.tags:
            return True
        return any(
            tag == wanted or tag.startswith(f"{wanted}.") for wanted in self.tags for tag in tags
        )
