"""Label and value: `**Tenure**: six years`, `1992: the 73rd Amendment`, `**Term**: what it means`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mdquiz.generate.entities.entity import Entity
from mdquiz.generate.entities.scan import entities
from mdquiz.generate.facts.fact import Answer, Fact, fact_id
from mdquiz.generate.facts.values import answer_of
from mdquiz.generate.grammar import parse_clause
from mdquiz.generate.statements import Label, Reading
from mdquiz.generate.words import words

_DATE = re.compile(
    r"^[0-3]?\d(?:st|nd|rd|th)?\s(?:January|February|March|April|May|June|July|August|September|October|November|December)$|"
    r"^(?:[\d०-९]{1,2}(?:st|nd|rd|th)?\s+)?(?:[^\W\d]{3,12}\s+)?(?:[\d०-९]{1,2},\s+)?[12१२][\d०-९]{3}(?:\s?[-–/]\s?[\d०-९]{2,4})?s?"
    r"(?:\s\(\d{1,2}\s[A-Z][a-z]+\)|,\s\d{1,2}\s[A-Z][a-z]+)?$|^(?:c\.\s*)?\d{1,4}\s*(?:BCE?|CE|AD)$"
)


_NOT_LABELS = words("labels-not")


def dated_headings(reading: Reading) -> Iterator[Fact]:
    """What stands under a heading that is a date: "### 1885"."""
    document = reading.document
    seen: dict[int, int] = {}
    for statement in reading.statements:
        block = document.blocks[statement.block]
        section = document.sections[block.section]
        if not _DATE.match(section.title) or statement.anaphor or statement.form == "lead":
            continue
        if block.parent >= 0 or (statement.label is not None and not statement.whole):
            continue
        text = statement.text if statement.label is None else statement.label.text
        if _DATE.match(text):
            continue
        seen[block.section] = seen.get(block.section, 0) + 1
        if seen[block.section] > 4:
            continue
        heading = next(
            (b for b in document.blocks if b.kind == "heading" and b.first_line == section.line),
            None,
        )
        span = reading.span(statement)
        spans = (span,) if heading is None else (document.span(heading, 0, len(heading.text)), span)
        found = entities(section.title, reading.lexicon, reading.lower_words)
        whole = next((e for e in found if e.start == 0 and e.end == len(section.title)), None)
        yield Fact(
            fact_id("event", span.quote, section.title),
            "event",
            answer_of(section.title, whole, reading),
            spans,
            (statement.block, 0, 0),
            statement.topics,
            block.section,
            text,
            "date",
            statement.index,
            0,
            len(statement.text),
            whole,
        )


def labelled_values(reading: Reading) -> Iterator[Fact]:
    """What stands after a label, where it is short enough to be an answer, and dates of events."""
    document = reading.document
    for first in reading.statements:
        label = first.label
        if label is None or document.blocks[first.block].text[label.rest : first.start].strip():
            continue  # not the first of what stands after the label
        if label.text.casefold() in _NOT_LABELS:
            continue
        index = first.block
        block = document.blocks[index]
        inner = label != reading.labels.get(index)
        numbers = [first.index] if inner else reading.of_block[index]
        end = first.end if inner else len(block.text)
        value = block.text[label.rest : end].strip().rstrip(" .;।")
        if not value:
            continue
        span = document.span(block, label.start, end)
        topics = first.topics
        if _DATE.match(label.text):
            yield _event(reading, index, label, first.text, span.first)
            continue
        if label.gloss and _DATE.match(label.gloss):
            yield Fact(
                fact_id("event", span.quote, label.gloss),
                "event",
                answer_of(label.gloss, _whole(reading, label.gloss), reading),
                (span,),
                (index, label.start, 1),
                topics,
                block.section,
                label.text,
                "date",
                first.index,
                0,
                len(first.text),
                _whole(reading, label.gloss),
            )
        if ";" in value and not inner:
            head = value.split(";")[0].strip()
            if _whole(reading, head) is not None:
                value = head
        sentence = first.text
        if len(numbers) > 1:
            span = reading.span(first)
            value = sentence
        found = entities(value, reading.lexicon, reading.lower_words)
        whole = next((e for e in found if e.start == 0 and e.end == len(value)), None)
        measure = next(
            (e for e in found if e.start == 0 and e.unit and e.end + len(e.unit) + 1 >= len(value)),
            None,
        )
        whole = whole or measure
        items = _listed(value) if whole is None else ()
        clause = parse_clause(value, reading.lexicon)
        kind = "label" if clause is None or whole is not None else "explained"
        answer = answer_of(value, whole, reading)
        if items and clause is None:
            answer = Answer("list", "; ".join(items), items)
        elif measure is not None and answer.text != value:
            answer = Answer("number", value, accept=(measure.text,))
        yield Fact(
            fact_id("label", f"{label.text} {span.quote}", value),
            kind,
            answer,
            (span,),
            (index, label.start, 0),
            topics,
            block.section,
            label.text,
            "",
            first.index,
            0,
            len(first.text),
            whole,
        )


def _whole(reading: Reading, text: str) -> Entity | None:
    """The entity that `text` is, all of it."""
    found = entities(text, reading.lexicon, reading.lower_words)
    return next((e for e in found if e.start == 0 and e.end == len(text)), None)


def _listed(value: str) -> tuple[str, ...]:
    """The items of a value that is a bare list: "India, Cambodia and Laos"."""
    if "(" in value or ";" in value or len(value) > 200:
        return ()
    parts = [
        p.strip() for p in re.split(r",\s*(?:and\s+)?|\s+(?:and|तथा|और|एवं)\s+", value) if p.strip()
    ]
    if not 3 <= len(parts) <= 10:
        return ()
    named = all(p[0].isupper() or "\u0900" <= p[0] <= "\u097f" for p in parts)
    return (
        tuple(parts)
        if named and all(len(p.split()) <= 4 for p in parts) and len(set(parts)) == len(parts)
        else ()
    )


def _event(reading: Reading, index: int, label: Label, text: str, line: int) -> Fact:
    del line
    block = reading.document.blocks[index]
    first = reading.statements[reading.of_block[index][0]]
    span = reading.span(first)
    found = entities(label.text, reading.lexicon, reading.lower_words)
    whole = next((e for e in found if e.start == 0 and e.end == len(label.text)), None)
    return Fact(
        fact_id("event", span.quote, label.text),
        "event",
        answer_of(label.text, whole, reading),
        (span,),
        (index, 0, 0),
        first.topics,
        block.section,
        text,
        "date",
        first.index,
        0,
        len(first.text),
        whole,
    )
