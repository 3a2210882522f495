"""Questions from Hindi labels, in Hindi: brief forms that need no agreement of gender."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mdquiz.generate.candidates.candidate import Candidate, Material, short
from mdquiz.generate.candidates.columns_hindi import hindi_column_question, hindi_template
from mdquiz.generate.candidates.phrases import leaks
from mdquiz.generate.facts.fact import Answer, Fact
from mdquiz.generate.headings import is_generic

_HINDI = re.compile(r"[\u0900-\u097f]")


def hindi_label_questions(material: Material) -> Iterator[Candidate]:
    """`संविधान सभा – पहली बैठक?`, and which label a description belongs to."""
    for fact in material.facts:
        if fact.kind in {"label", "explained"} and _HINDI.search(fact.subject + fact.answer.text):
            yield from _labelled(material, fact)
        elif (
            fact.kind == "event"
            and _HINDI.search(fact.subject)
            and not leaks(fact.answer.text, fact.subject)
        ):
            yield short(
                fact, f"{fact.subject.rstrip(' ।')} – कब?", 0.85, "event-date", label_answer=True
            )


def _labelled(material: Material, fact: Fact) -> Iterator[Candidate]:
    label, value = fact.subject, fact.answer.text
    if leaks(value, label):
        return
    topic = next((t for t in fact.topics if not leaks(value, t) and t != label), "")
    template = hindi_template(label, material.reading.lexicon)
    if template and topic and len(value.split()) <= 14:
        prompt = hindi_column_question(label, topic, "", material.reading.lexicon)
        yield short(fact, prompt, 0.9, "label-attribute")
    elif len(value) <= 140 and (len(value.split()) <= 10 and not re.search(r"[;।]", value)):
        head = f"{topic} – " if topic and topic not in label else ""
        asked = f"{label}?" if head or len(label.split()) > 2 else f"{label} क्या है?"
        yield short(fact, f"{head}{asked}", 0.8, "label-brief")
    if len(value.split()) >= 4 and not is_generic(label) and not leaks(label, value):
        head = f"{topic}: " if topic else ""
        yield Candidate(
            (fact.id,),
            "short",
            f"{head}यह किसका विवरण है? “{value}”",
            Answer("text", label),
            "label-reverse",
            fact.spans,
            fact.section,
            0.6,
            label_answer=True,
        )
