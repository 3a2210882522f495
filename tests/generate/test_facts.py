"""Each extractor on its own fixture."""

from __future__ import annotations

import pytest

from mdquiz.generate.facts import extract
from tests.generate.conftest import Read


def answers(read: Read, text: str, kind: str) -> set[str]:
    return {fact.answer.text for fact in extract(read(text)) if fact.kind == kind}


@pytest.mark.parametrize(
    ("kind", "text", "answer"),
    [
        ("expansion", "KABIL (Khanij Bidesh India Ltd.) signed it.", "Khanij Bidesh India Ltd."),
        (
            "expansion",
            "The Mineral Security Partnership (MSP) grew.",
            "Mineral Security Partnership",
        ),
        ("label", "## Lokpal\n\n- **Tenure**: five years\n", "five years"),
        ("event", "- 1909: Morley-Minto Reforms\n", "1909"),
        ("event", "### 1885\n\nThe Congress was founded in Bombay.\n", "1885"),
        ("event", "## Lucknow Pact (1916)\n\nText here.\n", "1916"),
        ("cell", "| Lake | State |\n|---|---|\n| Chilika | Odisha |\n", "Odisha"),
        ("value", "The Mission has an outlay of ₹500 crore.", "₹500 crore"),
        ("set", "It lies between Nepal and China.", "Nepal; China"),
        (
            "members",
            "The Lithium Triangle (Argentina, Chile and Bolivia) is rich.",
            "Argentina; Chile; Bolivia",
        ),
        ("list", "The reasons include:\n- no strategy\n- no roadmap\n", "no strategy; no roadmap"),
        ("list", "It faces two challenges:\n\n## 1. Cost\nx.\n\n## 2. Time\ny.\n", "Cost; Time"),
        (
            "list",
            "The range has three belts: the Himadri, the Himachal and the Shivalik.",
            "Himadri; Himachal; Shivalik",
        ),
        (
            "definition",
            "An estuary is a partly enclosed body of brackish water.",
            "a partly enclosed body of brackish water",
        ),
        ("called", "Longitudinal valleys are called duns.", "duns"),
        ("reason", "The river shifts because it carries much silt.", "it carries much silt"),
        (
            "likeness",
            "A division similar to the NEST division was planned.",
            "NEST division was planned",
        ),
        (
            "term",
            "The index measures **intergenerational mobility** in every large state.",
            "intergenerational mobility",
        ),
    ],
)
def test_an_extractor_finds_its_kind(read: Read, kind: str, text: str, answer: str) -> None:
    assert answer in answers(read, text, kind)


def test_an_open_list_is_not_exhaustive(read: Read) -> None:
    facts = extract(read("Partners such as Nepal, Bhutan and China matter.\n"))
    assert [f.exhaustive for f in facts if f.kind == "set"] == [False]


def test_a_fact_keeps_its_id_when_the_passage_moves(read: Read) -> None:
    passage = "The Mission has an outlay of ₹500 crore.\n"
    before = {f.id for f in extract(read(passage))}
    after = {
        f.id for f in extract(read("# New title\n\nSomething else was said in 1990.\n\n" + passage))
    }
    assert before <= after


def test_every_fact_stands_on_its_lines(read: Read) -> None:
    reading = read("## A\n\n- **B**: c, d and *e*\n\n| x | y |\n|-|-|\n| p | q |\n")
    for fact in extract(reading):
        assert all(reading.document.quote_stands(span) for span in fact.spans)
