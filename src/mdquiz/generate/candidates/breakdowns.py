"""Gaps for the parts of a total, all of them at once."""

from __future__ import annotations

from collections.abc import Iterator

from mdquiz.generate.candidates.candidate import Candidate, Material
from mdquiz.generate.candidates.tallies import tally_questions
from mdquiz.generate.candidates.topics import front
from mdquiz.generate.headings import is_generic

MOST = 3


def breakdown_questions(material: Material) -> Iterator[Candidate]:
    """One cloze a breakdown, with a gap for each of its first parts; questions of counts."""
    yield from tally_questions(material)
    for fact in material.facts:
        if fact.kind != "breakdown":
            continue
        parts = fact.relation
        head = fact.subject[: fact.subject.rindex(parts)]
        items = [item for item in fact.answer.items if parts.count(item) == 1][-MOST:]
        for item in items:
            parts = parts.replace(item, f"{{{{{item}}}}}")
        topic = next((t for t in fact.topics if not is_generic(t)), "")
        shown = f"{head}{parts}{fact.subject[len(head) + len(fact.relation) :]}"
        told = f"{front(topic)}: " if topic and topic.casefold() not in shown.casefold() else ""
        if items:
            yield Candidate(
                (fact.id,),
                "cloze",
                f"{told}{shown}.",
                fact.answer,
                "breakdown",
                fact.spans,
                fact.section,
                0.8,
            )
