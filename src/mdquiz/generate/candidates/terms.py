"""Gaps for bold terms: one text a sentence, each term a gap of its own."""

from __future__ import annotations

from collections.abc import Iterator

from mdquiz.generate.candidates.candidate import Candidate, Material
from mdquiz.generate.candidates.values import gapped, is_bare
from mdquiz.generate.candidates.wording import said
from mdquiz.generate.facts.claims import is_opinion
from mdquiz.generate.facts.fact import Answer, Fact
from mdquiz.generate.grammar import parse_clause

MOST = 3
MOST_IN_OPINION = 2


def term_questions(material: Material) -> Iterator[Candidate]:
    """One cloze for the bold terms of each sentence that no better fact claims."""
    reading = material.reading
    claimed: dict[int, list[tuple[int, int]]] = {}
    terms: dict[int, list[Fact]] = {}
    for fact in material.facts:
        if fact.kind in {"value", "set"}:
            claimed.setdefault(fact.statement, []).append((fact.start, fact.end))
        elif fact.kind == "term":
            terms.setdefault(fact.statement, []).append(fact)
    for number, facts in terms.items():
        statement = reading.statements[number]
        block = reading.document.blocks[statement.block]
        if statement.form == "lead" or (
            block.list_id >= 0
            and parse_clause(statement.text, reading.lexicon) is None
            and statement.text.isascii()
            and not _imperative(material, statement.text)
        ):
            continue  # an item of a list is asked with its list
        free = [
            fact
            for fact in facts
            if not is_bare(statement, fact)
            and not any(a < fact.end and fact.start < b for a, b in claimed.get(number, ()))
        ]
        most = MOST_IN_OPINION if is_opinion(statement.text) else MOST
        chosen = sorted(
            sorted(free, key=lambda fact: (-len(fact.answer.text.split()), fact.start))[:most],
            key=lambda fact: fact.start,
        )
        if chosen:
            yield from _cloze(material, chosen)


def _imperative(material: Material, text: str) -> bool:
    return text.split()[0].lower() in material.reading.lexicon.base


def _cloze(material: Material, facts: list[Fact]) -> Iterator[Candidate]:
    reading = material.reading
    statement = reading.statements[facts[0].statement]
    items = tuple(fact.answer.text for fact in facts)
    sentence = said(reading, statement, facts[0].start, facts[-1].end, items)
    text = gapped(items, sentence) if sentence is not None else ""
    if text:
        first = facts[0]
        answer = first.answer if len(items) == 1 else Answer("list", "; ".join(items), items)
        yield Candidate(
            tuple(fact.id for fact in facts),
            "cloze",
            text,
            answer,
            "terms",
            first.spans,
            first.section,
            0.3,
        )
    elif len(facts) > 1:
        yield from _cloze(material, facts[:1])
