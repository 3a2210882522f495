"""Questions from table cells, both directions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from mdquiz.generate.candidates.candidate import Candidate, Material
from mdquiz.generate.candidates.subjects import noun_phrase
from mdquiz.generate.candidates.wording import leaks, lowered
from mdquiz.generate.facts.fact import Answer
from mdquiz.generate.grammar import capitalised

_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth"})
_HINDI = re.compile(r"[\u0900-\u097f]")


_VAGUE_COLUMNS = frozenset({"what", "remarks", "remark", "details", "notes", "comments", "other"})
_QUESTION_WORDS = frozenset({"what", "who", "when", "where", "why", "how"})
_HINDI_WH = (
    (
        {"अध्यक्ष", "राष्ट्रपति", "प्रधानमंत्री", "राज्यपाल", "संस्थापक", "लेखक", "सभापति", "उपाध्यक्ष", "नेता"},
        "कौन है",
    ),
    ({"वर्ष", "तिथि", "दिनांक", "स्थापना", "गठन", "शुरुआत"}, "कब"),
    ({"स्थान", "मुख्यालय", "उद्गम"}, "कहाँ है"),
)


def cell_questions(material: Material) -> Iterator[Candidate]:
    """What stands in a row's cell, and which row a telling cell belongs to."""
    tables = material.reading.document.tables
    repeated = _repeated(material)
    for fact in material.facts:
        if fact.kind != "cell":
            continue
        columns = tables[fact.table[0]].columns if fact.table else ()
        hindi = bool(_HINDI.search(fact.relation + fact.subject))
        topic = (
            fact.topics[0] if fact.topics and not leaks(fact.answer.text, fact.topics[0]) else ""
        )
        template = (
            "" if hindi else material.reading.lexicon.headers.get(fact.relation.casefold(), "")
        )
        if hindi:
            head = f"{topic}: " if topic and not leaks(fact.subject, topic) else ""
            prompt = f"{head}“{fact.subject}” – {fact.relation} {_hindi_wh(fact.relation)}?"
        elif template:
            prompt = capitalised(
                template.replace("{of}", noun_phrase(fact.subject, material.reading.lexicon))
            )
        else:
            head = f"{topic} – " if topic and not leaks(fact.subject, topic) else ""
            subject = fact.subject
            if len(subject) <= 3 and fact.table:
                head, subject = "", f"{_singular(columns[fact.table[1]])} {subject}"
            elif fact.table and subject.casefold() in _ORDINALS:
                subject = (
                    f"{subject} {lowered(_singular(columns[fact.table[1]]), material.reading)}"
                )
                subject = subject[0] + subject[1:].lower()
            asked = _column(fact.relation, material)
            if (
                asked in {"with", "by", "in", "from", "at", "on"}
                and fact.entity is not None
                and fact.entity.wh
            ):
                asked = f"{asked} {fact.entity.wh}"
            if asked in _QUESTION_WORDS:
                asked = f"{asked} is it" if asked == "what" else asked
            prompt = f"{head}{subject}: {asked}?"
        yield Candidate(
            (fact.id,), "short", prompt, fact.answer, "cell", fact.spans, fact.section, 0.85
        )
        if (
            not fact.table
            or hindi
            or fact.answer.text in fact.others
            or ((fact.table[0], fact.table[2], fact.answer.text.casefold()) in repeated)
        ):
            continue
        if len(fact.answer.text.split()) < 2 or leaks(fact.subject, fact.answer.text):
            continue
        if fact.relation.casefold() in _VAGUE_COLUMNS:
            continue
        key = columns[fact.table[1]]
        head = f"{topic}: " if topic and not leaks(fact.subject, topic) else ""
        yield Candidate(
            (fact.id,),
            "short",
            f"{head}which {lowered(_singular(key), material.reading)} has this {_column(fact.relation, material)}: “{fact.answer.text}”?",  # noqa: E501
            Answer("text", fact.subject),
            "cell-reverse",
            fact.spans,
            fact.section,
            0.55,
        )


def _hindi_wh(column: str) -> str:
    """What is asked of a column: who, when, where, how much, else what."""
    last = column.split()[-1]
    return next((wh for words, wh in _HINDI_WH if last in words), "क्या है")


def _column(title: str, material: Material) -> str:
    first = title.split()[0]
    if first.isupper() or first in material.reading.lexicon.names or first.endswith(("'s", "’s")):
        return title
    return title[0].lower() + title[1:]


def _singular(title: str) -> str:
    return title[:-1] if title.endswith("s") and not title.endswith(("ss", "us", "is")) else title


def _repeated(material: Material) -> frozenset[tuple[int, int, str]]:
    """Cells (table, column, text) that stand in more than one row: they tell no row apart."""
    counts = Counter(
        (fact.table[0], fact.table[2], fact.answer.text.casefold())
        for fact in material.facts
        if fact.kind == "cell" and fact.table
    )
    return frozenset(cell for cell, count in counts.items() if count > 1)
