"""A true sentence made false by one change: another value of the same type in its place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mdquiz.generate.candidates.candidate import Material
from mdquiz.generate.candidates.distractors import distractors, is_rough
from mdquiz.generate.candidates.phrases import MEASURED, NEGATED
from mdquiz.generate.candidates.values import LAW_MADE, OF_A_HOUSE, counts_what_follows
from mdquiz.generate.candidates.wording import said
from mdquiz.generate.chance import pick
from mdquiz.generate.facts.fact import Fact
from mdquiz.generate.words import words

_WITH_ARTICLE = words("false_twins-with-article")
_SWAPPABLE = words("false_twins-swappable")


@dataclass(frozen=True, slots=True)
class Twin:
    """A false sentence beside its truth."""

    text: str
    original: str
    why: str
    fact: str


def false_twin(material: Material, values: list[Fact]) -> Twin | None:
    """One sentence falsified by one of its `values`; None where no change is certainly false."""
    usable = [f for f in values if f.entity is not None and f.entity.type in _SWAPPABLE]
    usable.sort(key=lambda f: pick(1 << 30, f.id, material.seed, "twin"))
    for fact in usable:
        statement = material.reading.statements[fact.statement]
        sentence = said(material.reading, statement, fact.start, fact.end)
        if (
            sentence is None
            or sentence.context
            or sentence.before.count("(") > sentence.before.count(")")
        ):
            continue
        if re.search(r"[A-Z][\w.]*\s$", sentence.before) and fact.relation not in {
            "year",
            "date",
            "money",
        }:
            starts = re.search(
                r"(?:^|[.,]\s)(?:The|In|On|By|Under|At|With|From)\s$", sentence.before
            )
            if not starts:
                continue
        if fact.answer.text == "Parliament" and LAW_MADE.match(sentence.after):
            continue
        if OF_A_HOUSE.search(sentence.before):
            continue
        if re.search(r"(?:\d(?:st|nd|rd|th)|first|second|former)\s$", sentence.before):
            continue  # "the 51st Chief Justice": only an office of that count could stand here
        if re.match(r"\s*\(", sentence.after) or re.match(r"[-–'’\w]", sentence.after):
            continue
        if is_rough(material, fact):
            continue
        if fact.relation not in MEASURED and NEGATED.search(statement.text):
            continue  # what no Registrar did, no Minister may have done either
        if counts_what_follows(statement, fact):
            continue  # who can count sees that it is false
        if fact.entity is not None and fact.entity.wh == "which House":
            continue  # what one House did the other may have done as well
        if fact.relation in {"country", "state"} and re.search(r"[A-Z]\w*,\s$", sentence.before):
            continue  # "Vientiane, Indonesia" is told by the town
        if fact.relation == "year" and re.search(r"\b(?:the|a|its)\s$", sentence.before):
            continue  # "the 2021 rules": there may be such rules too
        wrong = distractors(material, fact)
        if not wrong:
            continue
        value = wrong[pick(len(wrong), fact.id, material.seed, "wrong")]
        shown = value
        if fact.entity is not None and fact.entity.type == "quantity":
            unit = fact.entity.unit
            shown = value.removesuffix(f" {unit}")
        before = sentence.before
        if fact.relation == "country":
            before = re.sub(r"\bthe\s$", "", before)
            shown = f"the {shown}" if shown in _WITH_ARTICLE and before.strip() else shown
        false = sentence.asked(before + shown + sentence.after)
        why = f"It is {fact.answer.text}, not {value}."
        if re.search(r"[\u0900-\u097f]", sentence.whole):
            why = f"सही उत्तर {fact.answer.text} है, {value} नहीं।"
        return Twin(false, sentence.whole, why, fact.id)
    return None
