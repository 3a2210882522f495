"""Questions about what a sentence says of its subject: meaning, purpose, reason, likeness, name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from mdquiz.generate.candidates.anaphora import is_somebody
from mdquiz.generate.candidates.candidate import Candidate, Material, short
from mdquiz.generate.candidates.phrases import leaks, lowered
from mdquiz.generate.candidates.subjects import asks
from mdquiz.generate.candidates.topics import names_something
from mdquiz.generate.candidates.wording import said
from mdquiz.generate.facts.claims import is_opinion
from mdquiz.generate.facts.fact import Answer, Fact
from mdquiz.generate.grammar import capitalised

_WH = {
    "reason": "what",
    "purpose": "do what",
    "likeness": "what",
    "naming": "what",
    "function": "what",
}
_IS_CALLED = re.compile(
    r"\b(?:is|are|was|were|be|been|also|popularly|commonly|now|then|later|officially|together)\s"
    r"(?:called|known as|named|termed|dubbed|nicknamed|referred to as)\s(?:as\s|the\s|an?\s)?$"
)
_HERE_AND_THERE = re.compile(r"\bin\s(?:the\s)?[A-Z][^,;]*\band\b[^,;]*\bin\s(?:the\s)?[A-Z]")
_NO_SUBJECT = re.compile(r"^\d|\b(?:whether|that|which|if)\b")
_PHRASE = re.compile(r"(?:in|on|at|by|for|from|to|with|under|of)\s")
"""What is no name, whatever it stands behind: "named in the list"."""
_UNIQUE = re.compile(
    r"^the\s+(?:\w+\s+){0,2}(?:\w+est\b|first\b|only\b|most\b|highest\b|longest\b|sole\b|oldest\b)",
    re.IGNORECASE,
)


def sentence_questions(material: Material) -> Iterator[Candidate]:
    """Definitions, purposes, reasons, likenesses, names and functions."""
    for fact in material.facts:
        if fact.kind in {"definition", "called"}:
            yield from _definition(material, fact)
        elif fact.kind in _WH:
            yield from _clause(material, fact)


def _definition(material: Material, fact: Fact) -> Iterator[Candidate]:
    reading = material.reading
    statement = reading.statements[fact.statement]
    sentence = said(reading, statement, fact.start, fact.end)
    if sentence is None or sentence.context:
        return
    if fact.kind == "definition" and (
        is_opinion(statement.text) or re.search(r"\b(?:this|these|such)\b", fact.answer.text)
    ):
        return
    subject = re.sub(r"\s*\([^()]*\)|,\s.*$", "", fact.subject)
    verb = fact.relation
    if fact.kind == "called" and _HERE_AND_THERE.search(fact.answer.text):
        return  # "Tsangpo in Tibet and Jamuna in Bangladesh": called so where?
    if fact.kind == "called":
        yield short(fact, sentence.asked(f"{sentence.before}what?"), 0.8, "called")
        return
    if _UNIQUE.match(fact.answer.text) and not leaks(subject, fact.answer.text):
        wh = "who" if _person(subject, fact.answer.text) else "what"
        be = verb if verb in {"is", "are", "was", "were"} else "is"
        prompt = f"{wh} {be} {fact.answer.text}?"
        over = next((t for t in fact.topics if not leaks(subject, t) and not asks(t)), "")
        if not sentence.topic and over and not names_something("", fact.answer.text):
            sentence = replace(sentence, topic=over)
        yield Candidate(
            (fact.id,),
            "short",
            sentence.asked(prompt),
            Answer("text", subject.removeprefix("The ")),
            "definition-reverse",
            fact.spans,
            fact.section,
            0.8,
        )
        return
    if re.match(r"(?:The|A|An|This|One)\s+[a-z]", subject) or len(fact.answer.text.split()) < 4:
        return
    known = reading.lexicon.names.get(re.sub(r"^(?:The|A|An)\s", "", subject))
    if known is not None and known.kind == "authority":
        return
    if (known is not None and known.kind in {"country", "state"}) or _NO_SUBJECT.search(subject):
        return
    if re.search(r"\bto do so\b", fact.answer.text):
        return
    verb = verb if verb in {"is", "are", "was", "were"} else "is"
    wh = "who" if is_somebody(subject, reading) and len(subject.split()) > 1 else "what"
    prompt = f"{wh} {verb} {lowered(subject, reading)}?"
    yield short(fact, capitalised(prompt), 0.55, "definition")


_ROLES = re.compile(
    r"\b(?:president|minister|woman|man|chief|governor|justice|king|ruler|leader|founder|author|viceroy|chairman|"
    r"chairperson|speaker|emperor|sultan|cag|commissioner|secretary|indian to|person|cosmonaut|astronaut|general)\b",  # noqa: E501
    re.IGNORECASE,
)


def _person(subject: str, said: str) -> bool:
    """Whether a subject is somebody: a name with initials or title, in a role that people hold."""
    named = bool(
        re.match(
            r"^(?:(?:Dr|Mr|Mrs|Justice|Sir|Lord)\.?\s|(?:[A-Z]\.\s?)+)?(?:[A-Z][a-z]+\s?){1,3}$",
            subject,
        )
    )
    return named and bool(_ROLES.search(said[:70]))


def _clause(material: Material, fact: Fact) -> Iterator[Candidate]:
    reading = material.reading
    statement = reading.statements[fact.statement]
    sentence = said(reading, statement, fact.start, fact.end)
    if sentence is None or not sentence.before.strip():
        return
    if len(sentence.before.split()) < 3:
        return
    if fact.kind == "naming" and _HERE_AND_THERE.search(fact.answer.text):
        return
    if fact.kind == "naming" and (
        _PHRASE.match(fact.answer.text) or not _IS_CALLED.search(sentence.before)
    ):
        return
    wh = _WH[fact.kind]
    before = re.sub(r"\b(?:the|a|an)\s$", "", sentence.before)
    if fact.kind == "purpose" and not re.search(r"\bto\s$", before):
        wh = "what"
    if fact.kind == "reason" and re.search(r"\bbecause\s$", before):
        before = re.sub(r"\bbecause\s$", "for ", before)
        wh = "what reason"
    if fact.kind == "purpose" and re.search(r",?\s*(?:in order|so as) to\s$", before):
        before = re.sub(r",?\s*(?:in order|so as) to\s$", " ", before)
        wh = "for what purpose"
    prompt = (
        f"{before}{wh}{sentence.after if fact.kind in {'likeness', 'naming'} else ''}".rstrip(
            " ,.;"
        )
        + "?"
    )
    yield short(fact, sentence.asked(prompt), 0.6 if fact.kind != "naming" else 0.75, fact.kind)
