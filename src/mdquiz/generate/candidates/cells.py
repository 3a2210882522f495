"""Questions from table cells, both directions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from mdquiz.generate.candidates.candidate import Candidate, Material
from mdquiz.generate.candidates.columns import (
    column_question,
    column_reverse,
    singular,
    table_topic,
)
from mdquiz.generate.candidates.columns_hindi import hindi_column_question
from mdquiz.generate.candidates.phrases import leaks, lowered
from mdquiz.generate.facts.fact import Answer, Fact
from mdquiz.generate.grammar import capitalised

_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth"})
_HINDI = re.compile(r"[\u0900-\u097f]")
_QUESTION_WORDS = frozenset({"what", "who", "when", "where", "why", "how"})


def cell_questions(material: Material) -> Iterator[Candidate]:
    """What stands in a row's cell, and which row a telling cell belongs to."""
    tables = material.reading.document.tables
    repeated = _repeated(material)
    for fact in material.facts:
        if fact.kind != "cell":
            continue
        columns = tables[fact.table[0]].columns if fact.table else ()
        hindi = bool(_HINDI.search(fact.relation + fact.subject))
        topic = _topic(fact)
        if hindi:
            prompt = hindi_column_question(
                fact.relation, fact.subject, topic, material.reading.lexicon
            )
        else:
            prompt = _asked(material, fact, columns, topic)
        yield Candidate(
            (fact.id,), "short", prompt, fact.answer, "cell", fact.spans, fact.section, 0.85
        )
        if (
            not fact.table
            or hindi
            or fact.answer.text in fact.others
            or (fact.table[0], fact.table[2], fact.answer.text.casefold()) in repeated
            or len(fact.answer.text.split()) < 2
            or leaks(fact.subject, fact.answer.text)
        ):
            continue
        reverse = column_reverse(
            fact.relation, columns[fact.table[1]], _inside(material, fact), material.reading.lexicon
        )
        if reverse:
            yield Candidate(
                (fact.id,),
                "short",
                reverse,
                Answer("text", fact.subject),
                "cell-reverse",
                fact.spans,
                fact.section,
                0.6,
            )


def _topic(fact: Fact) -> str:
    title = table_topic(fact.topics[0]) if fact.topics else ""
    return "" if leaks(fact.answer.text, title) or leaks(fact.subject, title) else title


def _inside(material: Material, fact: Fact) -> str:
    """A cell's text as it stands inside a sentence."""
    return fact.answer.text if fact.entity else lowered(fact.answer.text, material.reading)


def _asked(material: Material, fact: Fact, columns: tuple[str, ...], topic: str) -> str:
    """The question of an English cell: a sentence where the column's title allows one."""
    subject = fact.subject
    if len(subject) <= 3 and fact.table:
        topic, subject = "", f"{singular(columns[fact.table[1]])} {subject}"
    elif fact.table and subject.casefold() in _ORDINALS:
        subject = f"{subject} {lowered(singular(columns[fact.table[1]]), material.reading)}"
        subject = subject[0] + subject[1:].lower()
    elif fact.table or subject[:1].isupper():
        whole = column_question(fact.relation, subject, material.reading.lexicon, fact.entity)
        if whole:
            return whole if _names_itself(subject) or not topic else f"{topic}: {whole}"
    asked = _column(fact.relation, material)
    if (
        asked in {"with", "by", "in", "from", "at", "on"}
        and fact.entity is not None
        and fact.entity.wh
    ):
        asked = f"{asked} {fact.entity.wh}"
    if asked in _QUESTION_WORDS:
        asked = f"{asked} is it" if asked == "what" else asked
    head = f"{topic} – " if topic else ""
    return f"{head}{capitalised(subject) if not head else subject}: {asked}?"


def _names_itself(subject: str) -> bool:
    """Whether a row's name is a proper name, so that a question needs no heading in front."""
    return bool(re.match(r"[A-Z0-9]", subject)) and (
        len(subject.split()) > 1 or subject.isupper() or len(subject) > 3
    )


def _column(title: str, material: Material) -> str:
    first = title.split()[0]
    if first.isupper() or first in material.reading.lexicon.names or first.endswith(("'s", "’s")):
        return title
    return title[0].lower() + title[1:]


def _repeated(material: Material) -> frozenset[tuple[int, int, str]]:
    """Cells (table, column, text) that stand in more than one row: they tell no row apart."""
    counts = Counter(
        (fact.table[0], fact.table[2], fact.answer.text.casefold())
        for fact in material.facts
        if fact.kind == "cell" and fact.table
    )
    return frozenset(cell for cell, count in counts.items() if count > 1)
