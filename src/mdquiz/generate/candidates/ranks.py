"""Questions about ranks in an index, and about the body behind an index or programme."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mdquiz.generate.candidates.candidate import Candidate, Material, short
from mdquiz.generate.candidates.phrases import leaks
from mdquiz.generate.candidates.subjects import is_action, noun_phrase
from mdquiz.generate.facts.fact import Fact
from mdquiz.generate.grammar import capitalised
from mdquiz.generate.shapes import INDEX


def rank_questions(material: Material) -> Iterator[Candidate]:
    """One question a rank, and one a body."""
    for fact in material.facts:
        prompt = ""
        if fact.kind == "rank" and not is_action(fact.subject):
            prompt = _rank(fact)
        elif fact.kind == "body" and not is_action(fact.subject):
            prompt = _body(fact, once=re.search(r"\d{4}", fact.spans[0].quote) is not None)
        if prompt and not leaks(fact.answer.text, prompt):
            yield short(fact, prompt, 0.93, fact.kind, label_answer=True)


def _rank(fact: Fact) -> str:
    where = noun_phrase(fact.subject)
    if not fact.relation:
        return f"{capitalised(where)}: which rank?"
    return f"What is {fact.relation}'s rank in {where}?"


def _body(fact: Fact, *, once: bool) -> str:
    what = noun_phrase(fact.subject)
    if fact.relation == "by":
        if INDEX.search(fact.subject):
            return f"Who brings out {what}?"
        return f"{capitalised(what)} – by whom?"
    if " " in fact.relation or fact.relation.endswith("ed"):
        verb = "was" if once or fact.relation.startswith(("set", "drawn", "prep")) else "is"
        return f"{capitalised(what)} {verb} {fact.relation} by whom?"
    return f"Under whose {fact.relation} does {what} come?"
