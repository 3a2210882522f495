"""Makes the entries of a deck file by reading it in full; what the library does when it must."""

from __future__ import annotations

from pathlib import Path

from mdquiz.decks.card import CardId
from mdquiz.decks.deck import Deck
from mdquiz.decks.diagnostics import Diagnostic
from mdquiz.decks.entry import CardEntry, DeckEntry
from mdquiz.decks.form import form_of, option_count
from mdquiz.decks.question import Question, answer_hash, languages
from mdquiz.decks.read import read_deck

_LONGEST_PROMPT = 300
"""Characters of a prompt that lists and searches see; real stems run to some 1,000."""


def catalogued(path: Path) -> tuple[DeckEntry | None, tuple[Diagnostic, ...], str]:
    """Entry (None where there is no deck to speak of), diagnostics and content hash of a file."""
    reading = read_deck(path)
    if reading.deck is None:
        return None, reading.diagnostics, reading.content_hash
    entry = _deck_entry(reading.deck, path, reading.content_hash, len(reading.errors))
    return entry, reading.diagnostics, reading.content_hash


def _deck_entry(deck: Deck, path: Path, content_hash: str, problems: int) -> DeckEntry:
    cards = tuple(
        _card_entry(deck, question, part)
        for question in deck.questions
        for part in question.parts()
    )
    further = sorted({code for question in deck.questions for code in languages(question)})
    return DeckEntry(
        id=deck.id,
        title=deck.title,
        language=deck.language,
        languages=(deck.language, *further),
        tags=deck.tags,
        path=path,
        content_hash=content_hash,
        card_ids=tuple(card.card for card in cards),
        problems=problems,
        load_cards=lambda: cards,
        resting=frozenset(card.card for card in cards if card.resting),
    )


def _card_entry(deck: Deck, question: Question, part: str) -> CardEntry:
    return CardEntry(
        card=CardId(deck.id, question.id, part),
        type=question.type,
        prompt=" ".join(question.headline(part).split())[:_LONGEST_PROMPT],
        tags=question.tags or deck.tags,
        facts=question.facts,
        difficulty=question.difficulty or "",
        passage=question.passage or "",
        answer_hash=answer_hash(question, part),
        status=question.status or "",
        form=form_of(question),
        options=option_count(question),
    )
