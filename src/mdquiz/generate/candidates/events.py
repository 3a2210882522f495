"""When something of a timeline happened."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from mdquiz.generate.candidates.candidate import Candidate, Material, short
from mdquiz.generate.candidates.in_place import inverted
from mdquiz.generate.candidates.phrases import leaks
from mdquiz.generate.candidates.subjects import noun_phrase
from mdquiz.generate.entities.dates import HAS_YEAR, IS_DATE
from mdquiz.generate.facts.fact import Fact
from mdquiz.generate.grammar import capitalised, headline
from mdquiz.generate.statements import Reading

_HINDI = re.compile(r"[\u0900-\u097f]")


def event_questions(material: Material) -> Iterator[Candidate]:
    """One question for the date of each English event."""
    names = Counter(
        _PARTED.split(fact.subject)[0].strip() for fact in material.facts if fact.kind == "event"
    )
    for fact in material.facts:
        if fact.kind != "event" or _HINDI.search(fact.subject):
            continue
        question = _event(material.reading, fact, names)
        if question:
            yield short(fact, question, 0.9, "event-date", label_answer=True)


def _year_over(reading: Reading, fact: Fact) -> str:
    """The year that a day of a timeline stands under."""
    block = reading.document.blocks[reading.statements[fact.statement].block]
    lead = reading.labels.get(block.lead)
    section = reading.document.sections[block.section]
    for said in (lead.text if lead else "", section.title, section.date):
        found = HAS_YEAR.search(said) if IS_DATE.match(said) else None
        if found:
            return found.group()
    return ""


def _event(reading: Reading, fact: Fact, names: Counter[str]) -> str:
    text = headline(fact.subject.rstrip(" ."), reading.lexicon)
    first = text.split("; ")[0]
    if len(first) >= 12:
        text = first
    if leaks(fact.answer.text, text) or len(text) > 200 or re.search(r"\b(?:it|them|its)$", text):
        return ""
    wh = fact.entity.wh if fact.entity is not None else ""
    asked = {
        "which date": "on which date",
        "": "when",
    }.get(wh, f"in {wh}")
    year = _year_over(reading, fact) if not HAS_YEAR.search(fact.answer.text) else ""
    text_head = f"{year}: " if year and not leaks(year, text) else ""
    name = _PARTED.split(text)[0].strip()
    if name != text and names[name] == 1 and _deed(name):
        text = name  # what else the entry tells is not needed to know the event
    clause = None if _PARTED.search(text) else inverted(text, reading)
    if clause is None and _deed(text):
        clause = f"was {noun_phrase(text)} {_deed(text)}"
    if clause is not None:
        clause = re.sub(r"^(?:does|do)\s", "did ", clause)
        return f"{text_head}{capitalised(asked)} {clause}?"
    return f"{text_head}{capitalised(text)}: {asked}?"


_PARTED = re.compile(r":\s|\s[-–—]\s|\s?->\s?|\s?→\s?")
_DEEDS = {
    "fought": "Battle War",
    "signed": "Pact Treaty Agreement Accord Convention Protocol Declaration",
    "passed": "Act Bill Resolution Regulation Code",
    "held": "Session Conference Summit Durbar Games Congress",
    "set up": "Commission Committee Board Council Tribunal",
    "launched": "Movement Satyagraha Scheme Yojana Programme Abhiyan",
}


def _deed(name: str) -> str:
    """What was done to an event by its kind: battles are fought; "" for what is no plain name."""
    words = name.split()
    if not 2 <= len(words) <= 6 or not all(w[0].isupper() or w in {"of", "and"} for w in words):
        return ""
    last = words[0] if words[1:2] == ["of"] else words[-1]
    return next((deed for deed, kinds in _DEEDS.items() if last in kinds.split()), "")
