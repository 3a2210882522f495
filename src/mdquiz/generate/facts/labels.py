"""Label and value: `**Tenure**: six years`, `1992: the 73rd Amendment`, `**Term**: what it means`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mdquiz.generate.entities.scan import entities
from mdquiz.generate.facts.fact import Answer, Fact, fact_id
from mdquiz.generate.facts.values import answer_of
from mdquiz.generate.grammar import parse_clause
from mdquiz.generate.statements import Label, Reading

_DATE = re.compile(
    r"^(?:[\d०-९]{1,2}(?:st|nd|rd|th)?\s+)?(?:[^\W\d]{3,12}\s+)?(?:[\d०-९]{1,2},\s+)?[12१२][\d०-९]{3}(?:\s?[-–/]\s?[\d०-९]{2,4})?s?$|^(?:c\.\s*)?\d{1,4}\s*(?:BCE?|CE|AD)$"
)


def labelled_values(reading: Reading) -> Iterator[Fact]:
    """What stands after a label, where it is short enough to be an answer, and dates of events."""
    document = reading.document
    for index, label in reading.labels.items():
        block = document.blocks[index]
        numbers = reading.of_block.get(index, [])
        value = block.text[label.rest :].strip().rstrip(" .;।")
        if not value or not numbers:
            continue
        first = reading.statements[numbers[0]]
        span = document.span(block, label.start, len(block.text))
        topics = first.topics
        if _DATE.match(label.text):
            yield _event(reading, index, label, first.text, span.first)
            continue
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
        clause = parse_clause(value, reading.lexicon)
        kind = "label" if clause is None or whole is not None else "explained"
        answer = answer_of(value, whole, reading)
        if measure is not None and answer.text != value:
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
