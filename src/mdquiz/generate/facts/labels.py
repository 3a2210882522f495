"""Label and value: `**Tenure**: six years`, `1992: the 73rd Amendment`, `**Term**: what it means`."""  # noqa: E501

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from mdquiz.generate.document import Block, SourceSpan
from mdquiz.generate.entities.dates import ENDS_DATED, HAS_YEAR, IS_DATE
from mdquiz.generate.entities.entity import Entity
from mdquiz.generate.entities.scan import entities
from mdquiz.generate.facts.fact import Answer, Fact, fact_id
from mdquiz.generate.facts.values import answer_of
from mdquiz.generate.grammar import parse_clause
from mdquiz.generate.labels import Label
from mdquiz.generate.shapes import QUALITY, rank_in
from mdquiz.generate.statements import Reading, Statement
from mdquiz.generate.words import words

_NOT_LABELS = words("labels-not")


def dated_headings(reading: Reading) -> Iterator[Fact]:
    """What stands under a heading or lead that is a date, and headings that name their own date."""
    document = reading.document
    headings = {b.first_line: (n, b) for n, b in enumerate(document.blocks) if b.kind == "heading"}
    names = Counter(
        match["title"] if (match := ENDS_DATED.match(section.title)) else section.title
        for section in document.sections
    )
    for section in document.sections[1:]:
        found = headings.get(section.line)
        dated = ENDS_DATED.match(section.title)
        if found is None or dated is None or IS_DATE.match(dated["title"]):
            continue
        when = dated["in"] or dated["after"] or dated["of"]
        title = section.title if dated["of"] else dated["title"]
        if dated["of"] or names[dated["title"]] > 1:
            continue  # "Charter Act of 1833" says its date wherever it is named
        index, block = found
        span = document.span(block, 0, len(block.text))
        yield _dated(reading, title.strip(), when, (span,), (index, 0, 0), block.section, -1, ())
    seen: dict[tuple[str, int], int] = {}
    for statement in reading.statements:
        block = document.blocks[statement.block]
        if (
            statement.anaphor
            or statement.form == "lead"
            or (statement.label is not None and not statement.whole)
        ):
            continue
        text = statement.text if statement.label is None else statement.label.text
        over = _date_over(reading, statement, headings)
        if over is None:
            continue
        if IS_DATE.match(text):
            if HAS_YEAR.search(text):
                continue  # it says its own year
            text = statement.text
        when, span = over
        key = (when, span.first)
        seen[key] = seen.get(key, 0) + 1
        if seen[key] <= 4:
            yield _dated(
                reading,
                text,
                when,
                (span, reading.span(statement)),
                (statement.block, 0, 0),
                block.section,
                statement.index,
                statement.topics,
            )


def _date_over(
    reading: Reading, statement: Statement, headings: dict[int, tuple[int, Block]]
) -> tuple[str, SourceSpan] | None:
    """The date that a statement stands under: its heading's, or that of the line leading its list."""  # noqa: E501
    document = reading.document
    block = document.blocks[statement.block]
    lead = reading.labels.get(block.lead)
    if (
        block.lead >= 0
        and lead is not None
        and IS_DATE.match(lead.text)
        and block.parent in {-1, block.lead}
    ):
        over = document.blocks[block.lead]
        return lead.text, document.span(over, lead.start, lead.end)
    section = document.sections[block.section]
    when = section.title if IS_DATE.match(section.title) else section.date
    if not when or block.parent >= 0:
        return None
    heading = headings.get(section.line)
    if heading is None:
        return None
    return when, document.span(heading[1], 0, len(heading[1].text))


def _dated(
    reading: Reading,
    text: str,
    when: str,
    spans: tuple[SourceSpan, ...],
    order: tuple[int, int, int],
    section: int,
    statement: int,
    topics: tuple[str, ...],
) -> Fact:
    whole = _whole(reading, when)
    return Fact(
        fact_id("event", spans[-1].quote, when),
        "event",
        answer_of(when, whole, reading),
        spans,
        order,
        topics,
        section,
        text,
        "date",
        statement,
        0,
        len(text),
        whole,
    )


def labelled_values(reading: Reading) -> Iterator[Fact]:
    """What stands after a label, where it is short enough to be an answer, and dates of events."""
    document = reading.document
    for first in reading.statements:
        label = first.label
        if label is None or document.blocks[first.block].text[label.rest : first.start].strip():
            continue  # not the first of what stands after the label
        if label.text.casefold() in _NOT_LABELS or rank_in(first.text, label.text):
            continue
        index = first.block
        block = document.blocks[index]
        inner = label != reading.labels.get(index)
        numbers = [first.index] if inner else reading.of_block[index]
        end = first.end if inner else len(block.text)
        value = block.text[label.rest : end].strip().rstrip(" .;।")
        value = value[:-1] if value.endswith(")") and value.count(")") > value.count("(") else value
        if not value:
            continue
        span = document.span(block, label.start, end)
        topics = first.topics
        if IS_DATE.match(label.text):
            yield _event(reading, label, first)
            continue
        if label.gloss and IS_DATE.match(label.gloss):
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
            if _whole(reading, head) is not None or re.match(r"[₹$]|Rs\b|\d", head):
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
        if first.form == "formula":
            items, clause = (), None
        kind = "label" if clause is None or whole is not None else "explained"
        if kind == "label" and QUALITY.match(label.text):
            kind = "quality"
        kind = "formula" if first.form == "formula" else kind
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
    parts = [p.removeprefix("the ") for p in parts]
    named = all(p[0].isupper() or "\u0900" <= p[0] <= "\u097f" for p in parts)
    return (
        tuple(parts)
        if named and all(len(p.split()) <= 4 for p in parts) and len(set(parts)) == len(parts)
        else ()
    )


def _event(reading: Reading, label: Label, first: Statement) -> Fact:
    span = reading.span(first)
    whole = _whole(reading, label.text)
    return Fact(
        fact_id("event", span.quote, label.text),
        "event",
        answer_of(label.text, whole, reading),
        (span,),
        (first.block, label.start, 0),
        first.topics,
        reading.document.blocks[first.block].section,
        first.text,
        "date",
        first.index,
        0,
        len(first.text),
        whole,
    )
