"""Which questions suit an exam, and the names of the formats.

A format is a question type, but for two: `several` is a choice with more than one right option, and
`numeric` a short question whose key is a plain number. A paper that is marked by a machine cannot
ask what the learner grades alone, so the default formats are those with options; a true/false
question doubles the odds of a blind guess, so it is asked only where a preset or the learner names
it. Short and cloze questions are typed, and marked right only when grading calls them right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from mdquiz.decks.asked import Asked, Form
from mdquiz.decks.form import form_of, plain_number

if TYPE_CHECKING:
    from mdquiz.decks.question import Question

DEFAULT_FORMATS = ("choice", "statements", "rows", "match", "assertion", "order")
FORMATS = (*DEFAULT_FORMATS, "several", "true_false", "numeric", "short", "cloze")


def format_of(asked: Asked) -> str:
    """The format of a question as asked."""
    if asked.type == "choice" and asked.form is Form.SEVERAL:
        return "several"
    key = asked.expected
    if asked.type == "short" and key is not None and plain_number(key.kind, key.value):
        return "numeric"
    return asked.type


def format_of_question(question: Question) -> str:
    """The format that a question of a deck has when it is asked, without asking it."""
    return form_of(question) or question.type


def format_named(text: str) -> str:
    """The format that `text` names, as the form or the command line writes it; "" for none."""
    name = re.sub(r"[\s/-]+", "_", text.strip().casefold())
    return name if name in FORMATS else ""


def admitted(format_name: str, formats: Iterable[str]) -> bool:
    """Whether a question of that format may stand where `formats` are asked.

    `short` admits numeric questions as well.
    """
    wanted = tuple(formats)
    return format_name in wanted or (format_name == "numeric" and "short" in wanted)
