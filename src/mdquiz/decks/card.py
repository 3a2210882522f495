"""A card is one thing to remember: a question, or one gap of a cloze."""

from __future__ import annotations

from typing import NamedTuple


class CardId(NamedTuple):
    """What a card is called for good: renaming files, reordering or rewording keeps it.

    Attributes:
        deck: The deck's id.
        question: The question's id, unique in its deck.
        part: "" for a whole question, else the gap number of a cloze ("1", "2", …).
    """

    deck: str
    question: str
    part: str = ""

    def __str__(self) -> str:
        """`deck/question` or `deck/question#part`."""
        return f"{self.deck}/{self.question}" + (f"#{self.part}" if self.part else "")
