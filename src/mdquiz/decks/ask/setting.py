"""What every type needs to put a question: which card, in which language, shuffled by what."""

from __future__ import annotations

import random
from dataclasses import dataclass

from mdquiz.decks.ask.wording import Wording, wording
from mdquiz.decks.card import CardId


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and how a question is put.

    Attributes:
        card: Which card it is.
        language: The language to show.
        translated: Whether that is the question's second language.
        rng: Shuffles; what is drawn must not depend on the language, so that switching the
            language leaves every option in its place.
    """

    card: CardId
    language: str
    translated: bool
    rng: random.Random

    @property
    def words(self) -> Wording:
        """The set phrases of the language."""
        return wording(self.language)
