"""What an abbreviation stands for."""

from __future__ import annotations

from collections.abc import Iterator

from mdquiz.generate.candidates.candidate import Candidate, Material


def expansion_questions(material: Material) -> Iterator[Candidate]:
    """One question an abbreviation."""
    hindi = material.reading.document.language == "hi"
    for fact in material.facts:
        if fact.kind != "expansion":
            continue
        prompt = (
            f"{fact.subject} का पूरा नाम क्या है?" if hindi else f"What does {fact.subject} stand for?"
        )
        yield Candidate(
            (fact.id,), "short", prompt, fact.answer, "expansion", fact.spans, fact.section, 0.8
        )
