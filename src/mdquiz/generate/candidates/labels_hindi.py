"""Questions from Hindi labels, in Hindi: brief forms that need no agreement of gender."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mdquiz.generate.candidates.candidate import Candidate, Material
from mdquiz.generate.candidates.wording import leaks
from mdquiz.generate.facts.fact import Answer, Fact
from mdquiz.generate.headings import is_generic

_HINDI = re.compile(r"[\u0900-\u097f]")
_WHAT_OF = {
    "मंत्रालय": "{of} किस मंत्रालय के अधीन है?",
    "नोडल मंत्रालय": "{of} का नोडल मंत्रालय कौन-सा है?",
    "शुरुआत": "{of} की शुरुआत कब हुई?",
    "आरंभ": "{of} का आरंभ कब हुआ?",
    "गठन": "{of} का गठन कब हुआ?",
    "स्थापना": "{of} की स्थापना कब हुई?",
    "परिव्यय": "{of} का परिव्यय कितना है?",
    "राजधानी": "{of} की राजधानी क्या है?",
    "मुख्यालय": "{of} का मुख्यालय कहाँ है?",
    "कार्यकाल": "{of} का कार्यकाल कितना है?",
    "अध्यक्ष": "{of} के अध्यक्ष कौन हैं?",
    "उद्देश्य": "{of} का उद्देश्य क्या है?",
    "लक्ष्य": "{of} का लक्ष्य क्या है?",
}


def hindi_label_questions(material: Material) -> Iterator[Candidate]:
    """`संविधान सभा – पहली बैठक?`, and which label a description belongs to."""
    for fact in material.facts:
        if fact.kind in {"label", "explained"} and _HINDI.search(fact.subject + fact.answer.text):
            yield from _labelled(fact)
        elif (
            fact.kind == "event"
            and _HINDI.search(fact.subject)
            and not leaks(fact.answer.text, fact.subject)
        ):
            yield _short(fact, f"{fact.subject.rstrip(' ।')} – कब?", 0.85, "event-date", label=True)


def _labelled(fact: Fact) -> Iterator[Candidate]:
    label, value = fact.subject, fact.answer.text
    if leaks(value, label):
        return
    topic = next((t for t in fact.topics if not leaks(value, t) and t != label), "")
    template = _WHAT_OF.get(label, "")
    if template and topic:
        yield _short(fact, template.replace("{of}", topic), 0.9, "label-attribute")
    elif len(value) <= 140 and (len(value.split()) <= 10 and not re.search(r"[;।]", value)):
        head = f"{topic} – " if topic and topic not in label else ""
        asked = (
            f"{label}?"
            if len(value.split()) < 5 and (head or len(label.split()) > 2)
            else f"{label} – मुख्य तथ्य क्या है?"
        )
        yield _short(fact, f"{head}{asked}", 0.8, "label-brief")
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


def _short(fact: Fact, prompt: str, score: float, rule: str, *, label: bool = False) -> Candidate:
    return Candidate(
        (fact.id,),
        "short",
        prompt,
        fact.answer,
        rule,
        fact.spans,
        fact.section,
        score,
        label_answer=label,
    )
