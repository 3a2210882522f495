"""Which item of a list a bracket tells of: "Alloys: which one fits the description …?"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mdquiz.generate.candidates.candidate import Candidate, Material
from mdquiz.generate.candidates.phrases import leaks
from mdquiz.generate.chance import shuffled
from mdquiz.generate.facts.fact import Answer
from mdquiz.generate.facts.likeness import overlapping

_HINDI = re.compile(r"[\u0900-\u097f]")


def gloss_questions(material: Material) -> Iterator[Candidate]:
    """A short question and a choice for each gloss that one item of its list has."""
    facts = [fact for fact in material.facts if fact.kind == "gloss"]
    for fact in facts:
        gloss, name, topic = fact.answer.text, fact.subject, fact.relation
        if not topic or leaks(name, topic) or leaks(name, gloss):
            continue
        if _HINDI.search(gloss + name):
            prompt = f"{topic}: निम्नलिखित विवरण किसका है: “{gloss}”?"
        else:
            prompt = f"{topic}: which one fits the description “{gloss}”?"
        common = (fact.spans, fact.section)
        answer = Answer("text", name)
        yield Candidate((fact.id,), "short", prompt, answer, "gloss", *common, 0.6)
        usable = [other for other in fact.others[:24] if not overlapping(other, name)]
        wrong = shuffled(usable, fact.id, material.seed)[:3]
        if len(wrong) == 3:
            options = tuple(shuffled((name, *wrong), fact.id, material.seed, "options"))
            yield Candidate(
                (fact.id,), "choice", prompt, answer, "choice/gloss-reverse", *common, 0.55,
                options=options,
            )  # fmt: skip
