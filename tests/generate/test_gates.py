"""Each gate: an example that passes, and one that it holds back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from mdquiz.generate.candidates.candidate import Candidate, Judged, Material
from mdquiz.generate.document import SourceSpan
from mdquiz.generate.facts import extract
from mdquiz.generate.facts.fact import Answer
from mdquiz.generate.gates import GATES, examine
from mdquiz.generate.gates.gate import Bench
from tests.generate.conftest import Read

NOTE = """# The Lokpal

The Lokpal Act was passed in 2013. The Lokpal has a Chairperson and eight other Members.
KABIL signed a pact of $24 million with a company in Argentina.
Posted at: 17/12/2024
"""
MONEY = "KABIL signed a pact of $24 million with a company in Argentina"
MEMBERS = "The Lokpal has a Chairperson and eight other Members"


@pytest.fixture
def bench(read: Read) -> Bench:
    reading = read(NOTE)
    return Bench(Material(reading, extract(reading)))


def short(**changes: Any) -> Candidate:
    sound = Candidate(
        ("f1",),
        "short",
        "KABIL signed a pact of how much with a company in Argentina?",
        Answer("money", "$24 million"),
        "test",
        (SourceSpan(4, 4, MONEY),),
        1,
    )
    return replace(sound, **changes)


def choice(**changes: Any) -> Candidate:
    sound = Candidate(
        ("f1",),
        "choice",
        "KABIL signed a pact with a company in which country?",
        Answer("text", "Argentina"),
        "test",
        (SourceSpan(4, 4, MONEY),),
        1,
        options=("Argentina", "Bolivia", "Chile", "Peru"),
    )
    return replace(sound, **changes)


def false_claim(**changes: Any) -> Candidate:
    sound = Candidate(
        ("f1",),
        "true_false",
        "The Lokpal has a Chairperson and six other Members.",
        Answer("bool", "false"),
        "test",
        (SourceSpan(3, 3, MEMBERS),),
        1,
        truth=False,
        original=MEMBERS + ".",
    )
    return replace(sound, **changes)


SOUND = [short(), choice(), false_claim()]


@pytest.mark.parametrize("candidate", SOUND, ids=lambda c: c.type)
def test_a_sound_question_passes_every_gate(bench: Bench, candidate: Candidate) -> None:
    assert examine(candidate, bench).reason == ""


HELD_BACK = {
    "quote": [
        short(spans=()),
        short(spans=(SourceSpan(4, 4, "KABIL signed a pact of $42 million"),)),
        short(spans=(SourceSpan(1, 1, MONEY),)),
    ],
    "furniture": [
        short(
            spans=(SourceSpan(5, 5, "Posted at: 17/12/2024"),), answer=Answer("text", "17/12/2024")
        ),
    ],
    "grounded": [short(answer=Answer("money", "$42 million"))],
    "leak": [
        short(prompt="What is the value of the $24 million pact?"),
        short(
            prompt="Which company is in Argentina?", answer=Answer("text", "a company in Argentina")
        ),
    ],
    "stands-alone": [
        short(prompt="It signed a pact of how much with a company?"),
        short(prompt="KABIL signed the above pact for how much?"),
        short(prompt="The Lokpal: These were signed for how much?"),
    ],
    "length": [
        short(prompt="Value?"),
        short(type="cloze", prompt="{{$24 million}} (pact)."),
        short(prompt="word " * 61),
    ],
    "grammar": [
        short(prompt="KABIL signed a how much pact?"),
        short(prompt="KABIL signed signed a pact of how much?"),
        short(prompt="KABIL signed a pact (of how much?"),
        short(prompt="KABIL signed a **pact** of how much?"),
        short(prompt="KABIL signed a pact, ?"),
    ],
    "worth-asking": [short(prompt="KABIL signed what?", answer=Answer("text", "a"))],
    "options": [
        choice(options=("Argentina", "Bolivia", "Chile", "argentina")),
        choice(options=("Bolivia", "Chile", "Peru", "Brazil")),
        choice(options=("Argentina", "Bolivia", "Chile", "KABIL")),
        choice(options=("Argentina", "Bolivia", "Chile", "1990")),
        choice(
            answer=Answer("text", "a company in Argentina"),
            options=("a company in Argentina", "x", "y", "z"),
        ),
    ],
    "imports": [
        short(prompt="Tata signed a pact of how much with a company?"),
        short(prompt="In 1999, KABIL signed a pact of how much?"),
    ],
    "twin": [
        false_claim(prompt=MEMBERS + "."),
        false_claim(prompt="The Lokpal Act was passed in 2013.", original="Something else."),
        false_claim(original=""),
    ],
    "schema": [
        Candidate(
            ("f1",),
            "match",
            "",
            Answer("text", ""),
            "test",
            (SourceSpan(4, 4, MONEY),),
            1,
            columns=("Firm", "Sum"),
            pairs=(("KABIL", "$24 million"),),
        ),
    ],
}


@pytest.mark.parametrize(
    ("gate", "candidate"),
    [(gate, candidate) for gate, examples in HELD_BACK.items() for candidate in examples],
)
def test_a_gate_holds_back_its_defect(bench: Bench, gate: str, candidate: Candidate) -> None:
    assert GATES[gate](candidate, bench) != ""
    assert not examine(candidate, bench).ok


def test_every_gate_has_an_example() -> None:
    assert set(HELD_BACK) == set(GATES)


def test_a_set_of_statements_passes_with_its_truths(bench: Bench) -> None:
    span = SourceSpan(3, 3, MEMBERS)
    candidate = Candidate(
        ("f1", "f2"),
        "statements",
        "",
        Answer("text", "true false"),
        "test",
        (span,),
        1,
        judged=(
            Judged("The Lokpal Act was passed in 2013.", True, "", "", "f1", span),
            Judged(
                "The Lokpal has a Chairperson and six other Members.",
                False,
                MEMBERS + ".",
                "It is eight.",
                "f2",
                span,
            ),
        ),
    )
    assert examine(candidate, bench).reason == ""
