"""What something is worked out from: "N2 = N1 + deposits with banks"."""

from __future__ import annotations

from collections.abc import Iterator

from mdquiz.generate.candidates.candidate import Candidate, Material, short
from mdquiz.generate.candidates.phrases import leaks
from mdquiz.generate.candidates.topics import front


def formula_questions(material: Material) -> Iterator[Candidate]:
    """One question a formula, for its right side."""
    for fact in material.facts:
        if fact.kind != "formula":
            continue
        topic = next((t for t in fact.topics if not leaks(fact.answer.text, t)), "")
        prompt = f"what is the formula of {fact.subject}?"
        asked = f"{front(topic)}: {prompt}" if topic else prompt[0].upper() + prompt[1:]
        yield short(fact, asked, 0.75, "formula")
