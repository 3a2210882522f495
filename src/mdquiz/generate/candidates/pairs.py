"""Match and pairs: facts of one relation side by side, from tables, labels and dated events."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from mdquiz.generate.candidates.candidate import Candidate, Judged, Material
from mdquiz.generate.candidates.columns import takes_noun
from mdquiz.generate.candidates.phrases import leaks
from mdquiz.generate.candidates.rows import reference
from mdquiz.generate.chance import pick, shuffled
from mdquiz.generate.facts.fact import Answer, Fact
from mdquiz.generate.facts.grids import title_in
from mdquiz.generate.facts.likeness import overlapping, shape
from mdquiz.generate.fold import folded
from mdquiz.generate.headings import is_generic, names_a_class

_YES_NO = re.compile(r"(?:yes|no|हाँ|हां|नहीं|[✓✔✗✘×])", re.IGNORECASE)


@dataclass(frozen=True)
class Relation:
    """Facts of one relation: left is the subject, right the answer."""

    left: str
    right: str
    facts: tuple[tuple[str, str, Fact], ...]

    @cached_property
    def said(self) -> frozenset[tuple[str, str]]:
        """Every pair that the document asserts."""
        return frozenset((folded(left), folded(right)) for left, right, _ in self.facts)


def pair_questions(material: Material) -> Iterator[Candidate]:
    """For each relation of four facts or more: a match, and a set of pairs."""
    for relation in relations(material):
        facts = relation.facts
        for at in range(0, len(facts) - 3, 4):
            group = facts[at : at + 4]
            if _distinct(group):
                yield _match(material, relation, group)
        for at in range(0, len(facts) - 2, 4):
            group = facts[at : at + 4] if len(facts) - at >= 4 else facts[at : at + 3]
            candidate = _rows(material, relation, group)
            if candidate is not None:
                yield candidate


def relations(material: Material) -> Iterator[Relation]:
    """Every relation that at least three facts of one table or list share."""
    groups: dict[tuple[object, ...], list[tuple[str, str, Fact]]] = {}
    titles: dict[tuple[object, ...], tuple[str, str]] = {}
    document = material.reading.document
    for fact in material.facts:
        if len(fact.answer.text) > 60 or len(fact.subject) > 70:
            continue
        if fact.kind == "cell" and fact.table:
            key: tuple[object, ...] = ("cell", *fact.table)
            lexicon = material.reading.lexicon
            form = shape(fact.answer.text, lexicon)
            if _YES_NO.fullmatch(fact.answer.text):
                continue
            if takes_noun(fact.relation, lexicon) and form not in {"noun", "number"}:
                continue
            hindi = bool(re.search(r"[\u0900-\u097f]", fact.subject))
            title = document.tables[fact.table[0]].columns[fact.table[1]]
            titles[key] = (title_in(title.strip(), hindi=hindi), fact.relation)
            groups.setdefault(key, []).append((fact.subject, fact.answer.text, fact))
        elif fact.kind == "event" and len(fact.subject) <= 60:
            key = ("event", fact.section)
            hindi = document.language == "hi"
            titles[key] = ("घटना", "तिथि") if hindi else ("Event", "Date")
            groups.setdefault(key, []).append((fact.subject.split("; ")[0], fact.answer.text, fact))
        elif fact.kind == "label" and not is_generic(fact.subject):
            if names_a_class(fact.subject):
                continue
            home = material.reading.statements[fact.statement].block
            listed = document.blocks[home].list_id
            if len(material.reading.of_block[home]) > 2:  # labelled values in one line
                key = ("label", "line", home)
            elif listed < 0:
                continue
            else:
                key = ("label", listed)
            titles[key] = (_kind_of_labels(fact, hindi=document.language == "hi"), "")
            groups.setdefault(key, []).append((fact.subject, fact.answer.text, fact))
    for key, facts in groups.items():
        left, right = titles[key]
        if key[0] == "label":
            types = {f.entity.type if f.entity else "" for _, _, f in facts}
            if len(facts) < (3 if "line" in key else 4) or (len(types) > 1 and "line" not in key):
                continue
            right = "विवरण" if document.language == "hi" else "Description"
        unique = _unique(facts)
        if len(unique) >= 3 and left and right:
            yield Relation(left, right, tuple(unique))


def _kind_of_labels(fact: Fact, *, hindi: bool) -> str:
    """What the labels of a list are, after its lead or heading: "Types of unemployment"."""
    over = fact.topics[0] if fact.topics else ""
    if re.search(r"[a-z]s$|[a-z]s\s(?:of|in|from)\s", over) and not is_generic(over):
        return over
    return "नाम" if hindi else "Term"


def _unique(facts: list[tuple[str, str, Fact]]) -> list[tuple[str, str, Fact]]:
    seen: set[str] = set()
    out = []
    for left, right, fact in facts:
        if folded(left) not in seen:
            seen.add(folded(left))
            out.append((left, right, fact))
    return out


def _distinct(group: tuple[tuple[str, str, Fact], ...]) -> bool:
    rights = {folded(right) for _, right, _ in group}
    return len(rights) == len(group) and all(
        folded(left) not in folded(right) and folded(right) not in folded(left)
        for left, right, _ in group
    )


def _match(
    material: Material, relation: Relation, group: tuple[tuple[str, str, Fact], ...]
) -> Candidate:
    return Candidate(
        tuple(f.id for _, _, f in group),
        "match",
        _about(material, group, ("match the following lists:", "निम्नलिखित का मिलान कीजिए:")),
        Answer("text", "; ".join(f"{left} = {right}" for left, right, _ in group)),
        "match",
        tuple(dict.fromkeys(span for _, _, f in group for span in f.spans)),
        group[0][2].section,
        0.6,
        columns=(relation.left, relation.right),
        pairs=tuple((left, right) for left, right, _ in group),
    )


def _rows(
    material: Material, relation: Relation, group: tuple[tuple[str, str, Fact], ...]
) -> Candidate | None:
    rights = [right for _, right, _ in group]
    first = group[0][2]
    repeats = len({folded(r) for r in rights}) < len(rights)
    if repeats and not first.table:
        return None
    count = 1 + pick(len(group) - 1, first.id, material.seed, "wrong")
    order = shuffled(range(len(group)), first.id, material.seed, "rows")
    shown = {folded(right) for right in rights}
    outside = [r for _, r, _ in relation.facts[:24] if folded(r) not in shown]
    moved = order[:count] if outside else order[: max(count, 2)]
    judged = []
    for number, (left, right, fact) in enumerate(group):
        if number not in moved:
            judged.append(Judged(f"{left}\t{right}", True, "", "", fact.id, fact.spans[0]))
            continue
        if repeats:
            others = [r for _, r, _ in relation.facts[:24] if not overlapping(r, right)]
            if not others:
                return None
            wrong = others[pick(len(others), fact.id, material.seed, "other")]
        elif len(moved) > 1:  # the wrong ones change places: no value is shown twice
            wrong = rights[moved[(moved.index(number) + 1) % len(moved)]]
        else:
            wrong = outside[pick(len(outside), fact.id, material.seed, "outside")]
        if (folded(left), folded(wrong)) in relation.said or overlapping(wrong, right):
            return None
        said = f"{left}: {right}"
        judged.append(Judged(f"{left}\t{wrong}", False, said, said, fact.id, fact.spans[0]))
    ask = ("how_many", "which")[pick(2, first.id, material.seed, "rows-ask")]
    return Candidate(
        tuple(f.id for _, _, f in group),
        "rows",
        _about(
            material,
            group,
            ("consider the following pairs:", "निम्नलिखित युग्मों पर विचार कीजिए:"),
        ),
        Answer("text", " ".join("true" if j.true else "false" for j in judged)),
        "pairs",
        tuple(dict.fromkeys(span for _, _, f in group for span in f.spans)),
        first.section,
        0.55,
        judged=tuple(judged),
        columns=(relation.left, relation.right),
        ask=ask,
    )


def _about(
    material: Material, group: tuple[tuple[str, str, Fact], ...], asks: tuple[str, str]
) -> str:
    """The opening words that say what the pairs are of; "" where no heading says it."""
    texts = [text for left, right, _ in group for text in (left, right)]
    topics = tuple(t for t in group[0][2].topics if not any(leaks(text, t) for text in texts))
    return reference(topics, hindi=material.reading.document.language == "hi", asks=asks)
