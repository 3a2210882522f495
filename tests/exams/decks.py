"""Real decks for exam tests, and papers drawn from them."""

from __future__ import annotations

import random
from pathlib import Path

from mdquiz.decks.asked import Asked
from mdquiz.decks.asking import ask
from mdquiz.decks.card import CardId
from mdquiz.decks.entry import CardEntry
from mdquiz.decks.library import Library, open_library
from mdquiz.exams.blueprint import Blueprint, Selection
from mdquiz.exams.draw import draw
from mdquiz.exams.formats import format_of
from mdquiz.exams.paper import Ask, Paper, assemble
from mdquiz.exams.presets import load_preset

EVERY_TYPE = """
title = "Every type"
id = "every"
language = "en"
tags = ["gs"]

[[passage]]
id = "strait"
text = "The Strait of Malacca joins two oceans."

[[question]]
id = "choice"
type = "choice"
prompt = "Which strait joins the Indian Ocean and the South China Sea?"
options = ["Malacca", "Hormuz", "Gibraltar", "None of the above"]
pin = ["None of the above"]
answer = "Malacca"
explanation = "It runs between Sumatra and the Malay Peninsula."
difficulty = "easy"
passage = "strait"
hi = { prompt = "कौन सी जलसंधि?", options = ["मलक्का", "होर्मुज़", "जिब्राल्टर", "इनमें से कोई नहीं"] }

[[question]]
id = "several"
type = "choice"
prompt = "Which of these border the Caspian Sea?"
options = ["Iran", "Russia", "Turkey", "Iraq"]
answer = ["Iran", "Russia"]

[[question]]
id = "tf"
type = "true_false"
prompt = "The Quad has four members."
answer = true

[[question]]
id = "statements"
type = "statements"
statements = [
  { text = "The Rajya Sabha can be dissolved.", true = false },
  { text = "Money bills begin in the Lok Sabha.", true = true },
  { text = "A joint sitting is presided over by the Speaker.", true = true },
]

[[question]]
id = "match"
type = "match"
left_title = "River"
right_title = "City"
pairs = [
  { left = "Gomti", right = "Lucknow" },
  { left = "Musi", right = "Hyderabad" },
  { left = "Sabarmati", right = "Ahmedabad" },
  { left = "Yamuna", right = "Delhi" },
]

[[question]]
id = "order"
type = "order"
prompt = "Consider these seas."
sequence = ["Black Sea", "Caspian Sea", "Aral Sea", "Lake Balkhash"]
axis = "from west to east"

[[question]]
id = "number"
type = "short"
prompt = "How many schedules has the Constitution?"
answer = 12

[[question]]
id = "word"
type = "short"
prompt = "Capital of Kazakhstan?"
answer = "Astana"

[[question]]
id = "gap"
type = "cloze"
text = "Article {{14}} and Article {{21}}."
"""


def library_of(folder: Path, *texts: str) -> Library:
    """The library of those decks, written to `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(texts, 1):
        (folder / f"deck-{number}.toml").write_text(text, encoding="utf-8")
    library = open_library([folder], folder / "cache")
    assert library.problems == ()
    return library


def putting(library: Library) -> Ask:
    """Asks cards of that library."""

    def put(card: CardId, rng: random.Random, language: str) -> Asked:
        deck = library.deck(card.deck)
        return ask(deck, deck.question(card.question), card.part, rng=rng, language=language)

    return put


def drawn_paper(library: Library, selection: Selection, preset: str = "upsc-cse-gs1") -> Paper:
    """The paper of that selection from all the library's decks."""
    blueprint = Blueprint(load_preset(preset), selection)
    cards = [card for deck in library.decks for card in deck.cards]
    put = putting(library)

    def form(card: CardEntry) -> str:
        return format_of(put(card.card, random.Random(0), ""))

    return assemble(blueprint, draw(blueprint, cards, form), put)
