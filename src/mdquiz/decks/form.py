"""What a question's type alone does not tell of its form: several keys, a plain number, options."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mdquiz.decks.question import Question

DERIVED_OPTIONS = 4
"""Options where they are derived from the truths."""
_PLAIN_NUMBER = re.compile(r"[-+\u2212]?\d[\d,]*(?:\.\d+)?")


def form_of(question: Question) -> str:
    """What the type leaves open: "several" keys, a "numeric" answer to be typed, or ""."""
    if question.type == "choice" and question.several:
        return "several"
    if question.type == "short" and plain_number(question.kind or "auto", question.answer):
        return "numeric"
    return ""


def plain_number(kind: str, value: object) -> bool:
    """Whether a short answer of a kind ("auto": found from itself) is a plain number."""
    if kind not in ("auto", "number"):
        return False
    if isinstance(value, str):
        return _PLAIN_NUMBER.fullmatch(value.strip()) is not None
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def option_count(question: Question) -> int:
    """Among how many options the key is found; 0 where the answer is to be produced."""
    match question.type:
        case "choice":
            return len(question.options)
        case "true_false":
            return 2
        case "statements" | "rows":
            return len(question.options or ()) or DERIVED_OPTIONS
        case "assertion" | "match":
            return DERIVED_OPTIONS
        case _:
            return 0
