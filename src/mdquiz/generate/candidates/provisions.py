"""Questions from provisions of a law: "Article 17: abolition of untouchability"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mdquiz.generate.candidates.candidate import Candidate, short
from mdquiz.generate.candidates.phrases import leaks, lowered
from mdquiz.generate.facts.fact import Answer, Fact
from mdquiz.generate.grammar import capitalised
from mdquiz.generate.statements import Reading

_PROVISION = re.compile(
    r"^(?:Articles?|Art\.|Sections?|Schedule|Part|Entry|Rule|Clause|Chapter|अनुच्छेद|धारा|भाग)\s+[\dIVX०-९]|^(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth)\s+Schedule|^\d+(?:st|nd|rd|th)\s+(?:Constitution|Amendment)"
)


def is_provision(label: str) -> bool:
    """Whether a label is an Article, Section, Schedule or Amendment."""
    return bool(_PROVISION.match(label))


def provision_questions(reading: Reading, fact: Fact) -> Iterator[Candidate]:
    """Which provision says it, and what a provision deals with."""
    label, value = fact.subject, fact.answer.text
    if len(value) > 260 or leaks(label, value):
        return
    kind = (
        "which Amendment"
        if "mendment" in label
        else "which Schedule"
        if "Schedule" in label
        else "which " + label.split()[0].rstrip(".").removesuffix("s")
    )
    said = lowered(value, reading)
    first = value.split()[0].lower()
    if fact.kind == "explained":
        prompt = f"{capitalised(kind)} provides that {said}?"
    elif first in reading.lexicon.third:
        prompt = f"{capitalised(kind)} {said}?"
    else:
        prompt = f"{capitalised(kind)} deals with {said}?"
    yield Candidate(
        (fact.id,),
        "short",
        prompt,
        Answer("text", label),
        "provision-which",
        fact.spans,
        fact.section,
        0.9,
        label_answer=True,
    )
    if fact.kind == "label" and len(value) < 120 and first not in reading.lexicon.third:
        yield short(fact, f"{capitalised(label)} deals with what?", 0.8, "provision-what")
