"""The deck that `mdquiz new` writes: one question of each type, explained, ready to be replaced."""

from __future__ import annotations

from pathlib import Path

import tomli_w

from mdquiz.decks.deck import deck_slug

_TEMPLATE = Path(__file__).with_name("starter.toml")
_HEADING = {"title": "My deck", "id": "my-deck"}


def starter_deck(title: str) -> str:
    """The text of a commented deck called `title`; it has no errors."""
    text = _TEMPLATE.read_text(encoding="utf-8")
    for key, value in {"title": title, "id": deck_slug(title)}.items():
        text = text.replace(tomli_w.dumps({key: _HEADING[key]}), tomli_w.dumps({key: value}), 1)
    return text
