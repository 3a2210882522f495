"""Decks to ask from."""

from __future__ import annotations

import random

from mdquiz.decks.asked import Asked
from mdquiz.decks.asking import ask
from mdquiz.decks.deck import Deck
from mdquiz.decks.read import read_deck_text

HEAD = """
title = "Minerals"
language = "en"
tags = ["gs2.ir"]
[document]
path = "notes.md"
[[passage]]
id = "p"
text = "Read this."
hi = { text = "यह पढ़िए।" }
"""


def deck_of(questions: str) -> Deck:
    reading = read_deck_text(HEAD + questions, "minerals.toml")
    assert reading.diagnostics == ()
    assert reading.deck is not None
    return reading.deck


def asked_of(question: str, *, language: str = "", part: str = "", seed: int = 0) -> Asked:
    deck = deck_of("[[question]]\nid = 'q'\n" + question)
    return ask(deck, deck.question("q"), part, rng=random.Random(seed), language=language)
