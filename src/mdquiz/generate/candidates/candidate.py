"""A question before it is let in: what it asks, of which facts, by which rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from mdquiz.generate.document import SourceSpan
from mdquiz.generate.facts.fact import Answer, Fact
from mdquiz.generate.statements import Reading

_YEAR = re.compile(r"(?<!\d)(?:1\d|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement or row with its truth.

    Attributes:
        text: What it says; the cells of a row joined by a tab.
        true: Whether it is true.
        original: What the document says, where it is false.
        why: Why it is false.
        fact: The fact it is about.
        span: Where that stands.
    """

    text: str
    true: bool
    original: str
    why: str
    fact: str
    span: SourceSpan


@dataclass(frozen=True)
class Candidate:
    """A question that the gates have yet to pass.

    Attributes:
        facts: Ids of the facts it asks; the first gives the question its id.
        type: The question type.
        prompt: The question, or the text with `{{gaps}}` of a cloze.
        answer: The key.
        rule: The rule that wrote it.
        spans: Where its facts stand.
        section: Index of the section.
        score: How good a question it is likely to be, 0 to 1.
        options: Options of a choice, the key among them.
        why: Why an option is wrong, by its text.
        truth: The key of a true/false.
        original: What the document says where a true/false is false.
        judged: Statements or rows.
        columns: Column titles of rows or of a match.
        pairs: Pairs of a match.
        sequence: Items of an order, in order.
        axis: What the order goes by.
        ask: "which", "how_many" or "not".
        explains: For an assertion: whether the second statement explains the first.
        explanation: Shown after the answer.
        label_answer: The answer stands in a label or heading, or is derived: not in the quote as
            such.
    """

    facts: tuple[str, ...]
    type: str
    prompt: str
    answer: Answer
    rule: str
    spans: tuple[SourceSpan, ...]
    section: int
    score: float = 0.5
    options: tuple[str, ...] = ()
    why: dict[str, str] = field(default_factory=dict)
    truth: bool = True
    original: str = ""
    judged: tuple[Judged, ...] = ()
    columns: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    sequence: tuple[str, ...] = ()
    axis: str = ""
    ask: str = "which"
    explains: bool = False
    explanation: str = ""
    label_answer: bool = False


@dataclass(frozen=True)
class Material:
    """What a writer may use.

    Attributes:
        reading: The document.
        facts: Its facts, in reading order.
        seed: Chooses among equals; the same seed gives the same deck.
    """

    reading: Reading
    facts: tuple[Fact, ...]
    seed: int = 0

    @cached_property
    def names(self) -> dict[str, tuple[str, ...]]:
        """Every entity text of the document, by type."""
        found: dict[str, dict[str, None]] = {}
        for statement in self.reading.statements:
            for entity in statement.entities:
                found.setdefault(entity.type, {})[entity.text] = None
        return {kind: tuple(texts) for kind, texts in found.items()}

    @cached_property
    def years(self) -> list[int]:
        """The years that the document names by themselves, sorted."""
        return sorted({int(year) for year in self.names.get("year", ()) if year.isascii()})

    @cached_property
    def newest_year(self) -> int:
        """The latest year that the document speaks of; 9999 where it speaks of none."""
        texts = (*self.names.get("year", ()), *self.names.get("date", ()))
        return max((int(year) for text in texts for year in _YEAR.findall(text)), default=9999)


def short(
    fact: Fact, prompt: str, score: float, rule: str, *, label_answer: bool = False
) -> Candidate:
    """A short question that asks for a fact's answer."""
    return Candidate(
        (fact.id,),
        "short",
        prompt,
        fact.answer,
        rule,
        fact.spans,
        fact.section,
        score,
        label_answer=label_answer,
    )


Writer = Callable[[Material], Iterator[Candidate]]
"""Writes the candidates of one kind."""
