"""Questions about what a thing may not do, about conditions, and about what a Hindi word means."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mdquiz.generate.candidates.candidate import Candidate, Material, short
from mdquiz.generate.candidates.in_place import inverted
from mdquiz.generate.candidates.phrases import leaks, lowered
from mdquiz.generate.candidates.subjects import is_action, noun_phrase
from mdquiz.generate.candidates.topics import own_topics
from mdquiz.generate.candidates.wording import said
from mdquiz.generate.facts.claims import is_opinion
from mdquiz.generate.facts.fact import Fact
from mdquiz.generate.headings import is_generic

_SCORES = {"cannot": 0.7, "condition": 0.65, "meaning": 0.85, "quality": 0.75}


_ONCE = re.compile(
    r"(?:launched|built|founded|signed|discovered|invented|composed|written|inaugurated|flagged\soff)\b|.*\d{4}",
    re.IGNORECASE,
)
"""What was done once."""


def predicate_questions(material: Material) -> Iterator[Candidate]:
    """One question each."""
    for fact in material.facts:
        if fact.kind not in _SCORES:
            continue
        if fact.kind == "cannot":
            prompt = _cannot(material, fact)
        elif fact.kind == "condition":
            prompt = _condition(material, fact)
        elif fact.kind == "quality":
            be = "was" if _ONCE.match(fact.subject) else "is"
            prompt = f"What {be} {fact.subject[0].lower()}{fact.subject[1:]}?"
        else:
            prompt = f"{fact.relation} क्या है?"
        if prompt and not leaks(fact.answer.text, prompt):
            yield short(fact, prompt, _SCORES[fact.kind], fact.kind)


def _cannot(material: Material, fact: Fact) -> str:
    statement = material.reading.statements[fact.statement]
    topic = next(iter(own_topics(statement)), "")
    if not topic or is_generic(topic) or is_action(topic) or re.search(r"\d{4}$|:", topic):
        return ""
    return f"What can {noun_phrase(lowered(topic, material.reading))} not do?"


def _condition(material: Material, fact: Fact) -> str:
    reading = material.reading
    statement = reading.statements[fact.statement]
    sentence = said(reading, statement, fact.start, fact.end)
    if sentence is None or is_opinion(statement.text):
        return ""
    main = re.sub(rf",?\s{fact.relation}\s$", "", sentence.before)
    if main == sentence.before or re.search(r"[,;:]", main):
        return ""
    asked = "in what case" if "if" in fact.relation or "that" in fact.relation else "when"
    clause = inverted(main, reading)
    if clause is None:
        verb = any(w in reading.lexicon.third for w in main.split()[1:])
        return sentence.asked(f"{main} {asked}?") if verb else ""
    asked = (
        "when" if fact.relation in {"when", "once", "only when", "as soon as"} else "in what case"
    )
    return sentence.asked(f"{asked} {clause}?")
