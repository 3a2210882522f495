"""The JSON Schema of deck files, by which editors complete and check them."""

from __future__ import annotations

from typing import Any

from mdquiz.decks.deck import Deck

SCHEMA_ID = "deck.schema.json"


def deck_schema() -> dict[str, Any]:
    """A JSON Schema (draft 2020-12) made from the models."""
    made = Deck.model_json_schema(by_alias=True, mode="validation")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        **made,
        "title": "mdquiz deck",
        "description": "A deck of questions for mdquiz, as written in TOML.",
    }
