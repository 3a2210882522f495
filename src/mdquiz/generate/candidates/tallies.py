"""Questions about a count: how many, where most, and how many there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mdquiz.generate.candidates.candidate import Candidate, Material, short
from mdquiz.generate.candidates.phrases import lowered
from mdquiz.generate.candidates.topics import front


def tally_questions(material: Material) -> Iterator[Candidate]:
    """One question a figure or place of a count."""
    for fact in material.facts:
        if fact.kind != "tally":
            continue
        said = lowered(fact.subject, material.reading)
        said = (
            said[0].lower() + said[1:]
            if re.match(r"(?:First|Second|Third|Fourth|Fifth|Last|Latest|All)\b", said)
            else said
        )
        what = said if said.startswith("the ") else f"the {said}"
        name, _, relation = fact.relation.partition(" ")
        if name == "total":
            prompt = f"What number did {what} give?"
        elif name == "part":
            prompt = f"What number did {what} give for {relation}?"
        else:
            known = fact.entity is not None and fact.entity.wh.startswith("which ")
            where = f"in {fact.entity.wh}" if known and fact.entity is not None else "where"
            prompt = f"According to {what}, {where} was the number {_MOST.get(relation, relation)}?"
        topic = next(iter(fact.topics), "")
        if topic and len(fact.subject.split()) < 3:
            prompt = f"{front(topic)}: {prompt}"
        yield short(fact, prompt, 0.94, "tally")


_MOST = {"most": "highest", "maximum": "highest", "fewest": "lowest", "minimum": "lowest"}
