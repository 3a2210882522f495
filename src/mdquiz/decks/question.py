"""A question of any type, told apart by its `type`."""

from __future__ import annotations

from hashlib import sha256
from typing import Annotated, get_args

from pydantic import Field

from mdquiz.decks.kinds.assertion import Assertion
from mdquiz.decks.kinds.choice import Choice
from mdquiz.decks.kinds.cloze import Cloze
from mdquiz.decks.kinds.match import Match
from mdquiz.decks.kinds.order import Order
from mdquiz.decks.kinds.rows import Rows
from mdquiz.decks.kinds.short import Short
from mdquiz.decks.kinds.statements import Statements
from mdquiz.decks.kinds.true_false import TrueFalse

AnyQuestion = Short | Choice | TrueFalse | Cloze | Statements | Rows | Match | Assertion | Order

Question = Annotated[AnyQuestion, Field(discriminator="type")]
"""A question of any type."""

QUESTION_TYPES: tuple[str, ...] = tuple(
    get_args(kind.model_fields["type"].annotation)[0] for kind in get_args(AnyQuestion)
)
"""The names of the types, in the order of the guide."""


def answer_hash(question: Question, part: str = "") -> str:
    """Sixteen hexadecimal digits that change when the card's key does, and only then."""
    key = f"{question.type}\n{question.answer_key(part)}"
    return sha256(key.encode()).hexdigest()[:16]


def languages(question: Question) -> tuple[str, ...]:
    """The languages that a question is translated into."""
    return tuple(
        code
        for code, translation in (("en", question.en), ("hi", question.hi))
        if translation is not None
    )
