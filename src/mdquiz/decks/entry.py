"""What lists, queues and searches need to know of a deck and its cards, without its questions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from mdquiz.decks.card import CardId


class CardEntry(NamedTuple):
    """One card.

    Attributes:
        card: Its id.
        type: The question type.
        prompt: The card in one line; it does not give the key away.
        tags: The question's topics, or its deck's where it has none.
        facts: The facts it asks; cards that share one are siblings.
        difficulty: "easy", "medium", "hard" or "".
        passage: The id of the passage it belongs to, or "".
        answer_hash: Changes when the key does.
        status: "dropped", "stale" or "".
        form: "several" for a choice with several keys, "numeric" for a number to be typed, or "".
        options: Among how many options the key is found; 0 where the answer is to be produced.
    """

    card: CardId
    type: str
    prompt: str
    tags: tuple[str, ...]
    facts: tuple[str, ...]
    difficulty: str
    passage: str
    answer_hash: str
    status: str
    form: str = ""
    options: int = 0

    @property
    def resting(self) -> bool:
        """Whether the deck says not to ask it: dropped, or stale."""
        return self.status in RESTING


RESTING = frozenset({"dropped", "stale"})
"""What a question's `status` says when it is not to be asked."""


@dataclass(frozen=True)
class DeckEntry:
    """One deck.

    Attributes:
        id: Its id.
        title: Its title.
        language: The language it is written in.
        languages: That language, and those that any question is translated into.
        tags: Topics of the whole deck.
        path: The file.
        content_hash: SHA-256 of the file.
        card_ids: The cards of its sound questions, in the order of the file.
        problems: How many errors the file has.
        load_cards: Gives what is known of each of those cards; asked once, when it is needed.
        resting: Those of them that the deck says not to ask: dropped, or stale.
    """

    id: str
    title: str
    language: str
    languages: tuple[str, ...]
    tags: tuple[str, ...]
    path: Path
    content_hash: str
    card_ids: tuple[CardId, ...]
    problems: int
    load_cards: Callable[[], tuple[CardEntry, ...]] = field(compare=False, repr=False)
    resting: frozenset[CardId] = frozenset()

    @cached_property
    def asked_ids(self) -> tuple[CardId, ...]:
        """The cards that may be asked, in the order of the file."""
        if not self.resting:
            return self.card_ids
        return tuple(card for card in self.card_ids if card not in self.resting)

    @cached_property
    def cards(self) -> tuple[CardEntry, ...]:
        """What is known of each card, in the order of the file."""
        return self.load_cards()
