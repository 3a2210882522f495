"""Which of the sound candidates go into the deck: the best of each fact, each prompt once."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from mdquiz.generate.candidates.candidate import Candidate, Material
from mdquiz.generate.fold import folded
from mdquiz.generate.questions import question_id

_GROUPED = frozenset({"statements", "rows", "match", "order", "assertion"})
_GAP = re.compile(r"\{\{.*?\}\}")
_WORD = re.compile(r"\w+")
_RECALL = frozenset({"short", "cloze"})


@dataclass(frozen=True, slots=True)
class Rejected:
    """A candidate that was held back, by which gate, and why."""

    candidate: Candidate
    gate: str
    reason: str


@dataclass
class Selection:
    """What was chosen, in reading order, and what was not."""

    chosen: list[Candidate] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)


def select(material: Material, sound: list[Candidate], max_per_fact: int) -> Selection:
    """Choose from candidates that passed every gate.

    Args:
        material: The document and its facts.
        sound: Candidates in the order they were written.
        max_per_fact: How many questions may ask one fact by itself; questions that combine
            facts (statements, pairs, match, order) are not counted.
    """
    selection = Selection()
    all_said = [_said(candidate) for candidate in sound]
    ambiguous = _ambiguous(sound, all_said)
    order = {fact.id: number for number, fact in enumerate(material.facts)}
    by_fact: Counter[str] = Counter()
    types: set[tuple[str, str]] = set()
    recalled: set[tuple[str, str]] = set()
    prompts: set[tuple[str, str]] = set()
    ids: set[str] = set()
    gaps: Counter[str] = Counter()
    truths: Counter[bool] = Counter()
    asked_spans: Counter[tuple[int, int, str]] = Counter()
    ranked = sorted(
        enumerate(sound),
        key=lambda pair: (
            pair[1].type in {"choice", "true_false"},
            pair[1].type in _GROUPED,
            -pair[1].score,
            pair[0],
        ),
    )
    for number, candidate in ranked:
        reason, gate = "", "unique"
        said = all_said[number]
        first = candidate.facts[0]
        if said in ambiguous:
            reason = "two answers fit this prompt"
        elif (said, candidate.type) in prompts or question_id(candidate) in ids:
            reason = "the same question is asked already"
        elif candidate.type not in _GROUPED:
            heard = (candidate.spans[0].quote, folded(candidate.answer.text))
            kind = "recall" if candidate.type in _RECALL else candidate.type
            if (first, kind) in types:
                reason, gate = "a better question asks this fact in this form", "once"
            elif kind == "recall" and heard in recalled:
                reason, gate = "the same answer is asked of this passage already", "once"
            elif by_fact[first] >= max_per_fact:
                reason, gate = "the fact is asked often enough", "once"
            elif candidate.type == "cloze" and gaps[heard[0]] >= _GAPS:
                reason, gate = "the sentence has gaps enough", "once"
            elif candidate.type == "true_false" and _covered(candidate, asked_spans):
                reason, gate = "the sentence is asked in better forms", "once"
            elif (
                candidate.type == "true_false"
                and truths[candidate.truth] > truths[not candidate.truth]
            ):
                reason, gate = "its truth is the key too often already", "balance"
            else:
                types.add((first, kind))
                gaps[heard[0]] += candidate.type == "cloze"
                by_fact[first] += 1
                recalled.add(heard)
        if reason:
            selection.rejected.append(Rejected(candidate, gate, reason))
            continue
        if candidate.type == "true_false":
            truths[candidate.truth] += 1
        prompts.add((said, candidate.type))
        ids.add(question_id(candidate))
        for span in candidate.spans if candidate.type not in _GROUPED else ():
            asked_spans[(span.first, span.last, span.quote)] += 1
        selection.chosen.append(candidate)
    selection.chosen.sort(
        key=lambda c: (
            max(order.get(f, len(order)) for f in c.facts)
            if c.type in _GROUPED
            else order.get(c.facts[0], len(order)),
            c.type in _GROUPED,
            c.type,
            c.rule,
        )
    )
    return selection


_GAPS = 3
"""Questions of one sentence that differ only in what is left out."""
_WELL_ASKED = 4
"""So many questions of a sentence leave a true/false nothing to add."""


def _covered(candidate: Candidate, asked: Counter[tuple[int, int, str]]) -> bool:
    """Whether a true/false adds nothing; the same for true and false, or the key would show."""
    span = candidate.spans[0]
    return asked[(span.first, span.last, span.quote)] >= _WELL_ASKED


def _said(candidate: Candidate) -> str:
    extra = "|".join(
        [
            *(j.text for j in candidate.judged),
            *(left for left, _ in candidate.pairs),
            *candidate.sequence,
        ]
    )
    text = candidate.prompt if candidate.type != "cloze" else _GAP.sub("…", candidate.prompt)
    return " ".join(_WORD.findall(folded(f"{text} {extra}")))


def _ambiguous(sound: list[Candidate], said: list[str]) -> set[str]:
    answers: dict[str, set[str]] = {}
    for candidate, words in zip(sound, said, strict=True):
        if candidate.type in {"short", "choice"}:
            answers.setdefault(words, set()).add(folded(candidate.answer.text))
    return {words for words, found in answers.items() if len(found) > 1}
