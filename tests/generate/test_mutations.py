"""Defects seeded into sound questions of real notes: the gates must catch every one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from mdquiz.generate.candidates.candidate import Candidate, Material
from mdquiz.generate.document import SourceSpan
from mdquiz.generate.gates import examine
from mdquiz.generate.gates.gate import Bench
from mdquiz.generate.pipeline import Generation
from mdquiz.generate.select import select
from tests.generate.coverage import generated, notes


def _first_span(c: Candidate, quote: str) -> tuple[SourceSpan, ...]:
    return (replace(c.spans[0], quote=quote), *c.spans[1:])


DEFECTS: dict[str, tuple[frozenset[str], Callable[[Candidate], Candidate]]] = {
    "a hallucinated quote": (
        frozenset({"short", "choice", "cloze"}),
        lambda c: replace(c, spans=_first_span(c, c.spans[0].quote + " indeed so")),
    ),
    "a quote on other lines": (
        frozenset({"short", "cloze"}),
        lambda c: replace(
            c, spans=tuple(replace(s, first=s.first + 400, last=s.last + 400) for s in c.spans)
        ),
    ),
    "the answer in the prompt": (
        frozenset({"short"}),
        lambda c: replace(
            c,
            prompt=f"{c.prompt.rstrip('?')} ({c.answer.items[0] if c.answer.items else c.answer.text})?",  # noqa: E501
        ),
    ),
    "an invented answer": (
        frozenset({"short"}),
        lambda c: replace(
            c, answer=replace(c.answer, text="Quetzalcoatl Accord", items=(), accept=())
        ),
    ),
    "two right options": (
        frozenset({"choice"}),
        lambda c: replace(
            c,
            options=(*c.options[:3], f"{c.answer.text} ")
            if c.options[3] != c.answer.text
            else (f"{c.answer.text} ", *c.options[1:]),
        ),
    ),
    "options of mixed types": (
        frozenset({"choice"}),
        lambda c: replace(
            c,
            options=tuple(
                "Quetzal 77"
                if o != c.answer.text
                and n == next(i for i, x in enumerate(c.options) if x != c.answer.text)
                and not any(ch.isdigit() for ch in c.answer.text)
                else "Quetzal"
                if o != c.answer.text
                and n == next(i for i, x in enumerate(c.options) if x != c.answer.text)
                else o
                for n, o in enumerate(c.options)
            ),
        ),
    ),
    "a dangling reference": (
        frozenset({"short", "cloze"}),
        lambda c: replace(c, prompt="It " + c.prompt[0].lower() + c.prompt[1:]),
    ),
    "an imported name": (
        frozenset({"short", "cloze"}),
        lambda c: replace(c, prompt="Quetzalcoatl: " + c.prompt),
    ),
    "an imported number": (
        frozenset({"short", "cloze"}),
        lambda c: replace(c, prompt="98765: " + c.prompt),
    ),
    "a key conspicuously long": (
        frozenset({"choice"}),
        lambda c: replace(c, options=tuple(o if o == c.answer.text else o[:1] for o in c.options)),
    ),
    "a false statement that is true": (
        frozenset({"true_false"}),
        lambda c: replace(
            c, truth=False, prompt=c.original or c.prompt, original=c.original or c.prompt
        ),
    ),
    "left-over markup": (
        frozenset({"short", "cloze", "true_false"}),
        lambda c: replace(c, prompt=c.prompt + " **bold**"),
    ),
}


@pytest.fixture(scope="module")
def generations() -> list[Generation]:
    return [generated(note) for note in notes()]


@pytest.mark.parametrize("defect", DEFECTS)
def test_every_seeded_defect_is_caught(generations: list[Generation], defect: str) -> None:
    types, spoil = DEFECTS[defect]
    seeded = 0
    for generation in generations:
        bench = Bench(Material(generation.reading, generation.facts))
        for candidate in generation.chosen:
            if candidate.type not in types or (
                "conspicuously" in defect and len(candidate.answer.text) < 20
            ):
                continue
            seeded += 1
            assert not examine(spoil(candidate), bench).ok, (defect, spoil(candidate))
    assert seeded >= 5


def test_a_duplicate_and_an_ambiguous_prompt_are_not_chosen(generations: list[Generation]) -> None:
    generation = generations[0]
    material = Material(generation.reading, generation.facts)
    sound = [c for c in generation.chosen if c.type == "short"][:1]
    other = replace(
        sound[0], facts=("another",), answer=replace(sound[0].answer, text="something else")
    )
    assert len(select(material, [sound[0], sound[0]], 2).chosen) == 1
    assert select(material, [sound[0], other], 2).chosen == []
