"""Writes a deck as TOML that reads back as an equal deck."""

from __future__ import annotations

from typing import Any

import tomli_w

from mdquiz.decks.deck import Deck
from mdquiz.decks.kinds.base import QuestionBase
from mdquiz.decks.question import Question

_COMMON = tuple(name for name in QuestionBase.model_fields if name != "id")


def deck_text(deck: Deck) -> str:
    """The file of `deck`: defaults left out, text of several lines as multi-line strings."""
    plain = deck.model_dump(by_alias=True, exclude_defaults=True)
    head = {"id": deck.id, "title": deck.title, "language": deck.language}
    body = {key: value for key, value in plain.items() if key not in ("question", *head)}
    questions = {"question": [_question(question) for question in deck.questions]}
    return tomli_w.dumps(
        {**head, **body, **(questions if deck.questions else {})}, multiline_strings=True
    )


def _question(question: Question) -> dict[str, Any]:
    """The fields in the order that a person would write them."""
    plain = question.model_dump(exclude_defaults=True)
    first = ("id", "type", "prompt")
    own = [key for key in plain if key not in (*first, *_COMMON, "hi", "en")]
    order = (*first, *own, *_COMMON, "hi", "en")
    if len(plain.get("source", ())) == 1:
        plain["source"] = plain["source"][0]
    return {key: plain[key] for key in order if key in plain}
