"""The published JSON Schema is the models'."""

from __future__ import annotations

import json
from pathlib import Path

from mdquiz.decks.question import QUESTION_TYPES
from mdquiz.decks.schema import deck_schema

PUBLISHED = Path(__file__).parents[2] / "docs" / "reference" / "deck.schema.json"


def test_the_published_copy_is_up_to_date() -> None:
    assert json.loads(PUBLISHED.read_text(encoding="utf-8")) == deck_schema(), (
        "run `mdquiz schema > docs/reference/deck.schema.json`"
    )


def test_the_schema_tells_the_types_apart_and_refuses_unknown_keys() -> None:
    schema = deck_schema()
    questions = schema["properties"]["question"]["items"]
    assert sorted(questions["discriminator"]["mapping"]) == sorted(QUESTION_TYPES)
    assert schema["additionalProperties"] is False
    assert schema["required"] == ["title"]
    assert all(
        table["additionalProperties"] is False
        for table in schema["$defs"].values()
        if table.get("type") == "object"
    )
