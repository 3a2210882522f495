"""One fact: what a question can be made from."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from mdquiz.generate.document import SourceSpan
from mdquiz.generate.entities.entity import Entity
from mdquiz.generate.fold import folded
from mdquiz.generate.statements import Reading


@dataclass(frozen=True, slots=True)
class Answer:
    """What is to be answered.

    Attributes:
        kind: "text", "number", "money", "date" or "list": how it is graded.
        text: The answer as the document says it; a list's items joined by "; ".
        items: The items of a list.
        accept: Further right answers.
        ordered: Whether a list's items must come in this order.
    """

    kind: str
    text: str
    items: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact and where it stands.

    Attributes:
        id: The same as long as the passage says the same.
        kind: The extractor's kind: "value", "label", "cell", "list", "expansion", ….
        answer: What is to be answered.
        spans: Where it stands.
        order: Its place in the document, for sorting.
        topics: What it is about, innermost first.
        section: Index of its section.
        subject: What the answer is a property of; may be empty.
        relation: Which property; may be empty.
        statement: Index of its statement; -1 for none.
        start: Where the answer begins in the statement's text.
        end: Where it ends.
        entity: The answer as an entity, where it is one.
        exhaustive: Whether a list is complete ("such as" lists are not).
        others: Other values of the same relation: distractors that fit (a table's column).
        table: Index of the table, and column of the subject and of the answer; () for none.
    """

    id: str
    kind: str
    answer: Answer
    spans: tuple[SourceSpan, ...]
    order: tuple[int, int, int]
    topics: tuple[str, ...] = ()
    section: int = 0
    subject: str = ""
    relation: str = ""
    statement: int = -1
    start: int = 0
    end: int = 0
    entity: Entity | None = None
    exhaustive: bool = True
    others: tuple[str, ...] = ()
    table: tuple[int, ...] = ()


Extractor = Callable[[Reading], Iterator[Fact]]
"""Finds facts of one kind in a document."""

_SPACES = re.compile(r"[\s*_`]+")


def fact_id(kind: str, quote: str, value: str) -> str:
    """A short name that moving the passage or rewording another does not change."""
    seed = f"{kind}\n{_said(quote)}\n{folded(value)}"
    return "f" + hashlib.sha256(seed.encode()).hexdigest()[:11]


@lru_cache(maxsize=256)  # the facts of a passage come one after the other
def _said(quote: str) -> str:
    return _SPACES.sub(" ", folded(quote)).strip()
