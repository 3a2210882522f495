"""The deck that `mdquiz new` writes: one question of each type, explained, ready to be replaced."""

from __future__ import annotations

import re
from pathlib import Path

import tomli_w

from mdquiz.decks.deck import deck_slug
from mdquiz.decks.romanise import romanised

_TEMPLATE = Path(__file__).with_name("starter.toml")
_HEADING = {"title": "My deck", "id": "my-deck", "language": "en"}
_ENGLISH = """prompt = "Put the stages of a Bill in order:"
axis = "first to last"
sequence = ["Introduction", "Consideration", "Passing", "Assent"]"""


def starter_deck(title: str) -> str:
    """The text of a commented deck called `title`, in Hindi for a Hindi one; it has no errors."""
    text = _TEMPLATE.read_text(encoding="utf-8")
    values = {"title": title, "id": starter_id(title), "language": "en"}
    if _is_hindi(title):
        values["language"] = "hi"
        text = _turned(text)
    for key, value in values.items():
        text = text.replace(
            tomli_w.dumps({key: _HEADING[key]}).rstrip("\n"),
            tomli_w.dumps({key: value}).rstrip("\n"),
            1,
        )
    return text


def starter_id(title: str) -> str:
    """An id for a new deck called `title` that one can read: Devanagari in Latin letters."""
    return deck_slug(romanised(title))


def _is_hindi(title: str) -> bool:
    return re.search("[\u0900-\u097f]", title) is not None


def _turned(text: str) -> str:
    """`text` with the question in two languages in Hindi first."""
    hindi = text[text.index("[question.hi]\n") + len("[question.hi]\n") :].rstrip("\n")
    text = text.replace(f"[question.hi]\n{hindi}", f"[question.en]\n{_ENGLISH}")
    return text.replace(_ENGLISH, hindi, 1)
