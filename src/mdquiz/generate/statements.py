"""From blocks to statements: what is said, of what, under which label."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from mdquiz.generate.about import Topics
from mdquiz.generate.document import Block, Document, Mark, SourceSpan
from mdquiz.generate.entities.entity import Entity
from mdquiz.generate.entities.scan import entities
from mdquiz.generate.labels import INNER_LABEL, VERBISH, Label, block_label
from mdquiz.generate.lexicon import Lexicon
from mdquiz.generate.progress import Tell, silent
from mdquiz.generate.sentences import sentences
from mdquiz.generate.shapes import (
    is_clause,
    is_formula,
    is_name_list,
    labelled_in_a_row,
    rank_in,
    row_lead,
)

_ANAPHOR = re.compile(
    r"^(?:(?P<pronoun>It|They|He|She)\b|(?P<possessive>Its|Their|His|Her)\b"
    r"|(?P<that>This|That|These|Those|Such|The\s+(?:said|same|former|latter))\b"
    r"|(?P<hindi>यह|ये|वह|वे|इसका|इसकी|इसके|इसमें|इसे|इनका|इनकी|इनके|इस|इन|उसका|उसकी|उनके)(?=\s))"
)
_MID_ANAPHOR = re.compile(r"\b(?:this|these|those|such|the said)\s+[a-z]+", re.IGNORECASE)
_OPENERS = re.compile(
    r"^(?:However|Moreover|Further|Furthermore|Also|Additionally|In addition|Thus|Hence|Therefore|"
    r"Consequently|As a result|Similarly|Likewise|Notably|Importantly|Interestingly|Recently|"
    r"For instance|For example|Meanwhile|Nevertheless|Besides|Subsequently|Accordingly|Indeed|"
    r"In fact|Overall|In short|Finally|Lastly|(?:Second|Third|First)(?=,)|Firstly|Secondly|Thirdly|"
    r"Provided that|Provided further that|Note that|Remember that|Note|NB),?\s+(?=\S)"
)
_BASE_LEAD = re.compile(r"^[A-Z][a-z]+(?:-[a-z]+)?\b")


@dataclass(frozen=True)
class Statement:
    """A sentence or fragment of a block.

    Attributes:
        index: Its place among the statements of the document.
        block: Index of its block.
        start: Where it begins in the block's text.
        end: Where it ends.
        text: What it says, without closing full stop.
        marks: Bold spans of `text`.
        entities: What stands in it.
        label: The block's label when this statement is (part of) what the label introduces.
        whole: Whether it is all that stands after the label.
        topics: What it is about, innermost first: labels above it, headings, the title.
        before: Index of the statement before it in the same block, or of the block that leads to
            it; -1 for none.
        form: "clause", "lead", "names" (a string of names) or "formula".
        anaphor: The word it opens with that refers back ("It", "This"), or empty.
        labels: How many of the topics are labels of items above it; the rest are headings.
    """

    index: int
    block: int
    start: int
    end: int
    text: str
    marks: tuple[Mark, ...]
    entities: tuple[Entity, ...]
    label: Label | None
    whole: bool
    topics: tuple[str, ...]
    before: int = -1
    form: str = "clause"
    anaphor: str = ""
    labels: int = 0


@dataclass(frozen=True)
class Reading:
    """A document read into statements: what every extractor works from."""

    document: Document
    lexicon: Lexicon
    statements: tuple[Statement, ...]
    labels: dict[int, Label]
    lower_words: frozenset[str]
    skipped: dict[str, int] = field(default_factory=dict)

    @cached_property
    def of_block(self) -> dict[int, list[int]]:
        """Indices of the statements of each block."""
        found: dict[int, list[int]] = {}
        for statement in self.statements:
            found.setdefault(statement.block, []).append(statement.index)
        return found

    @cached_property
    def items_under(self) -> dict[int, list[int]]:
        """Indices of the items that each block leads."""
        found: dict[int, list[int]] = {}
        for index, block in enumerate(self.document.blocks):
            if block.kind == "item" and block.lead >= 0 and block.list_id >= 0:
                found.setdefault(block.lead, []).append(index)
        return found

    @cached_property
    def contexts(self) -> dict[int, str]:
        """What may stand in front of a statement, by its index, as far as it was asked for."""
        return {}

    def earlier(self, statement: Statement) -> Iterator[Statement]:
        """What the passage says before a statement, the nearest first, up to a bound."""
        at = statement.before
        for _ in range(_LOOKS_BACK):
            if at < 0:
                return
            yield self.statements[at]
            at = self.statements[at].before

    def span(self, statement: Statement) -> SourceSpan:
        """Where a statement stands, with its label when it is the label's text."""
        block = self.document.blocks[statement.block]
        start = statement.label.start if statement.label else statement.start
        return self.document.span(block, start, statement.end)


LONGEST = 1000
"""Characters of a sentence; a longer one cannot be asked, and is most likely none."""
_LOOKS_BACK = 30
"""Sentences."""
_TOLD_EVERY = 256
"""Blocks."""
_TOO_LONG = "sentences too long to ask"
_INNER_YEAR = re.compile(r"(?P<label>[12]\d{3})\s?[-–:]\s(?=\S)")
_WORDS = re.compile(r"(?<![\w.])[a-z][a-z'’-]{2,}")


def read_statements(document: Document, lexicon: Lexicon, tell: Tell = silent) -> Reading:
    """Every statement of the sound blocks of `document`."""
    lower = frozenset(word for block in document.blocks for word in _WORDS.findall(block.text))
    labels: dict[int, Label] = {}
    statements: list[Statement] = []
    skipped: dict[str, int] = {}
    topics = Topics(document, labels, statements)
    for index, block in enumerate(document.blocks):
        if index % _TOLD_EVERY == 0:
            tell(index / len(document.blocks))
        if block.damaged:
            skipped[block.damaged] = skipped.get(block.damaged, 0) + 1
            continue
        if block.kind in {"heading", "row"}:
            continue
        leads = _is_lead(document, index)
        label = block_label(block, leads)
        if label is not None and is_clause(label.text, block.text[label.rest :], lexicon):
            label = None
        in_a_row = (
            [] if leads and block.text.endswith((":", "：")) else labelled_in_a_row(block.text)
        )
        if in_a_row:
            lead = row_lead(block.text) if in_a_row[0][0] else ""
            for start, end, begins, ends in in_a_row:
                own = Label(block.text[start:end], start, end, begins)
                number = len(statements)
                told = _statement(
                    number, index, block, begins, ends, lexicon, lower, own, True, topics, -1
                )
                if lead:
                    told = replace(told, topics=(lead, *told.topics), labels=told.labels + 1)
                statements.append(told)
            continue
        if label is not None:
            labels[index] = label
        first = len(statements)
        rest = label.rest if label else 0
        parts = sentences(block.text[rest:])
        for number, (start, end) in enumerate(parts):
            if end - start > LONGEST:
                skipped[_TOO_LONG] = skipped.get(_TOO_LONG, 0) + 1
                continue
            inner = (
                INNER_LABEL.match(block.text[rest + start : rest + end])
                if number or not label
                else None
            )
            if inner and (leads or VERBISH.search(inner["label"])):
                inner = None
            if number:
                inner = _INNER_YEAR.match(block.text[rest + start : rest + end]) or inner
            if inner and not is_clause(inner["label"], "", lexicon):
                own = Label(
                    inner["label"],
                    rest + start,
                    rest + start + inner.end("label"),
                    rest + start + inner.end(),
                )
                statements.append(
                    _statement(
                        len(statements),
                        index,
                        block,
                        own.rest,
                        rest + end,
                        lexicon,
                        lower,
                        own,
                        True,
                        topics,
                        len(statements) - 1 if len(statements) > first else -1,
                    )
                )
                continue
            statements.append(
                _statement(
                    len(statements),
                    index,
                    block,
                    rest + start,
                    rest + end,
                    lexicon,
                    lower,
                    label,
                    len(parts) == 1,
                    topics,
                    len(statements) - 1 if len(statements) > first else -1,
                )
            )
    return Reading(document, lexicon, tuple(statements), labels, lower, skipped)


def _is_lead(document: Document, index: int) -> bool:
    following = document.blocks[index + 1] if index + 1 < len(document.blocks) else None
    return following is not None and following.lead == index


def _entities(
    text: str, lexicon: Lexicon, lower: frozenset[str], label: Label | None
) -> tuple[Entity, ...]:
    """What stands in a text; the numbers of a rank are asked together, as a rank."""
    rank = rank_in(text, label.text if label else "")
    end = rank.end() if rank else 0
    return tuple(e for e in entities(text, lexicon, lower) if e.start >= end)


_UNSAID = frozenset({"names", "formula"})
"""Forms in which nothing is said of the names and numbers that stand there."""


def _statement(
    number: int,
    index: int,
    block: Block,
    start: int,
    end: int,
    lexicon: Lexicon,
    lower: frozenset[str],
    label: Label | None,
    whole: bool,
    above: Topics,
    before: int,
) -> Statement:
    text = block.text[start:end]
    if text.startswith("(") and text.rstrip(" .").endswith(")") and text.count("(") == 1:
        start, end = start + 1, start + text.rindex(")")  # a bracket by itself: what it says
        text = block.text[start:end]
    opener = _OPENERS.match(text)
    if opener:
        start += opener.end()
        text = text[opener.end() :]
    bare = text.rstrip(" .।;,")
    end -= len(text) - len(bare)
    text = bare
    anaphor = _ANAPHOR.match(text)
    marks = tuple(
        Mark(max(m.start - start, 0), min(m.end, end) - start)
        for m in block.marks
        if m.end > start and m.start < end
    )
    form = "clause"
    if text.endswith((":", "：", "-", "–", "?")):
        form = "lead"
    elif label is None and is_name_list(text):
        form = "names"
    elif label is not None and "=" in block.text[label.end : label.rest] and is_formula(text):
        form = "formula"
    topics, labels = above.told_of(index, label, text, lexicon) if not anaphor else above.of(index)
    return Statement(
        number,
        index,
        start,
        end,
        text,
        marks if form not in _UNSAID else (),
        _entities(text, lexicon, lower, label) if form not in _UNSAID else (),
        label,
        whole,
        topics,
        before,
        form,
        anaphor.group() if anaphor else "",
        labels,
    )
