"""The decks a stored paper was drawn from, as they are today, from where they came."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from mdquiz.decks.asked import Asked
from mdquiz.decks.card import CardId
from mdquiz.decks.library import Library, came_with_mdquiz, is_there, open_library
from mdquiz.errors import DeckError, DeckNotFoundError
from mdquiz.exams.origin import PaperDeck
from mdquiz.exams.paper import Ask, Item, Paper, put

if TYPE_CHECKING:
    from mdquiz.study.desk import Desk


class DecksOfPaper:
    """What the decks of one paper say now; what cannot be held against them is counted."""

    def __init__(self, desk: Desk, paper: Paper) -> None:
        """Nothing is read before it is asked for."""
        self._desk = desk
        self._seed = paper.seed
        self._came = {deck.id: deck for deck in paper.origin.decks} if paper.origin else {}
        self._found: dict[str, Library | str] = {}
        self._statuses: dict[str, dict[CardId, str]] = {}
        self._missed: Counter[str] = Counter()

    @property
    def uncompared(self) -> tuple[str, ...]:
        """What could not be compared so far, and why, a sentence a reason."""
        return tuple(
            f"{why}; {count} question{'s' if count > 1 else ''} not compared."
            for why, count in self._missed.items()
        )

    def today(self, item: Item) -> tuple[tuple[Asked, ...], bool]:
        """A question as its deck asks it today, in each language, and whether it is dropped.

        The languages are those it was asked in that the deck still has; none where the deck or the
        question is gone.
        """
        library = self._library(item.card.deck)
        if isinstance(library, str):
            self._missed[library] += 1
            return (), False
        try:
            versions = tuple(
                fresh
                for stored in item.versions
                for fresh in [put(_asking(library), item.card, self._seed, stored.language)]
                if fresh.language == stored.language
            ) or (put(_asking(library), item.card, self._seed),)
            return versions, self._status(library, item.card) == "dropped"
        except DeckError as problem:
            self._missed[problem.message.rstrip(".")] += 1
            return (), False

    def _library(self, deck: str) -> Library | str:
        """Where the deck is found; else why it is not."""
        if deck not in self._found:
            self._found[deck] = self._find(deck)
        return self._found[deck]

    def _find(self, deck: str) -> Library | str:
        mine = self._desk.library
        known = {entry.id: str(entry.path) for entry in mine.decks}
        came = self._came.get(deck)
        if came is None:
            return mine if deck in known else f"The deck {deck} was not found"
        if known.get(deck) == came.path or (deck in known and came_with_mdquiz(Path(came.path))):
            return mine
        opened = open_library([Path(came.path)], self._desk.places.cache)
        if deck in {entry.id for entry in opened.decks}:
            return opened
        return mine if deck in known else _missing(came, opened)

    def _status(self, library: Library, card: CardId) -> str:
        if card.deck not in self._statuses:
            entry = library.entry(card.deck)
            self._statuses[card.deck] = {one.card: one.status for one in entry.cards}
        return self._statuses[card.deck].get(card, "")


def _missing(came: PaperDeck, opened: Library) -> str:
    where = f"The deck {came.title} ({came.path})"
    if any(problem.is_error for problem in opened.problems):
        return f"{where} cannot be read (`mdquiz check {came.path}` tells why)"
    if is_there(Path(came.path)):
        return f"{where} has another id now"
    return f"{where} was not found"


def _asking(library: Library) -> Ask:
    """Puts the cards of `library`."""
    from mdquiz.decks.asking import ask

    def put_card(card: CardId, rng: random.Random, language: str) -> Asked:
        deck = library.deck(card.deck)
        question = deck.find(card.question)
        if question is None or card.part not in question.parts():
            raise DeckNotFoundError(f"The deck {deck.title} no longer has what was asked")
        return ask(deck, question, card.part, rng=rng, language=language)

    return put_card
