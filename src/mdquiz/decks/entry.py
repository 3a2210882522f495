"""What lists, queues and searches need to know of a deck and its cards, without its questions."""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
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
        cards: The cards of its sound questions, in the order of the file.
        problems: How many errors the file has.
    """

    id: str
    title: str
    language: str
    languages: tuple[str, ...]
    tags: tuple[str, ...]
    path: Path
    content_hash: str
    cards: tuple[CardEntry, ...]
    problems: int
