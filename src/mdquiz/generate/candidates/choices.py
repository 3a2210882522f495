"""Choices: a good short question with distractors of the answer's own type."""

from __future__ import annotations

from collections.abc import Iterator

from mdquiz.generate.candidates.candidate import Candidate, Material
from mdquiz.generate.candidates.distractors import distractors
from mdquiz.generate.candidates.phrases import MEASURED, NEGATED
from mdquiz.generate.chance import pick, shuffled
from mdquiz.generate.facts.fact import Fact
from mdquiz.generate.fold import folded
from mdquiz.generate.headings import names_a_class
from mdquiz.generate.words import words

_LOOKED_AT = 24
"""Of so many neighbours the wrong options are chosen, however long the list."""
_FROM = words("choices-from")


def choices(material: Material, shorts: list[Candidate]) -> Iterator[Candidate]:
    """A choice from each of `shorts` whose answer has three certain distractors."""
    facts = {fact.id: fact for fact in material.facts}
    siblings = _sibling_labels(material)
    keys = _row_keys(material)
    for short in shorts:
        if short.type != "short" or short.rule not in _FROM or short.answer.items:
            continue
        fact = facts[short.facts[0]]
        if short.rule in {"provision-which", "label-reverse"}:
            wrong = _others(short, siblings.get(fact.id, ()), material)
        elif short.rule == "cell-reverse":
            wrong = _others(short, keys.get(fact.table[0], ()), material)
        elif short.rule in {"definition-reverse", "expansion"}:
            continue
        elif fact.relation not in MEASURED and NEGATED.search(short.prompt):
            continue  # of what was not done, other names may be as right
        else:
            wrong = distractors(material, fact)
        if len(wrong) < 3:
            continue
        key = short.answer.text
        if fact.entity is not None and fact.entity.type == "ratio":
            key = key.replace(" ", "-")
        options = tuple(shuffled((key, *wrong), fact.id, material.seed, "options"))
        yield Candidate(
            short.facts,
            "choice",
            _as_choice(short.prompt),
            short.answer,
            f"choice/{short.rule}",
            short.spans,
            short.section,
            short.score - 0.05,
            options=options,
            label_answer=short.label_answer,
        )


def _as_choice(prompt: str) -> str:
    return prompt


def _others(short: Candidate, labels: tuple[str, ...], material: Material) -> tuple[str, ...]:
    key = short.answer.text
    if len(labels) > _LOOKED_AT:
        start = pick(len(labels), short.facts[0])
        labels = tuple(labels[(start + step) % len(labels)] for step in range(_LOOKED_AT))
    usable = [
        label
        for label in labels
        if folded(label) != folded(key)
        and folded(label) not in folded(short.prompt)
        and folded(label) not in folded(key)
        and folded(key) not in folded(label)
        and len(label) <= 2.5 * len(key) + 12
        and len(key) <= 2.5 * len(label) + 12
    ]
    return tuple(shuffled(usable, short.facts[0], material.seed)[:3])


def _sibling_labels(material: Material) -> dict[str, tuple[str, ...]]:
    """The labels that stand in one list, by the fact of each."""
    groups: dict[tuple[int, int], list[Fact]] = {}
    for fact in material.facts:
        if fact.kind in {"label", "explained"} and fact.statement >= 0:
            block = material.reading.document.blocks[
                material.reading.statements[fact.statement].block
            ]
            groups.setdefault((block.list_id, block.section), []).append(fact)
    found: dict[str, tuple[str, ...]] = {}
    for group in groups.values():
        labels = tuple(dict.fromkeys(o.subject for o in group if not names_a_class(o.subject)))
        found.update((fact.id, labels) for fact in group)
    return found


def _row_keys(material: Material) -> dict[int, tuple[str, ...]]:
    keys: dict[int, dict[str, None]] = {}
    for fact in material.facts:
        if fact.kind == "cell" and fact.table:
            keys.setdefault(fact.table[0], {})[fact.subject] = None
    return {table: tuple(names) for table, names in keys.items()}
