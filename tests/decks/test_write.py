"""A deck that is written reads back as an equal deck."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mdquiz.decks.deck import Deck
from mdquiz.decks.question import QUESTION_TYPES
from mdquiz.decks.read import read_deck, read_deck_text
from mdquiz.decks.write import deck_text

DATA = Path(__file__).parent.parent / "data" / "decks"

_LETTERS = st.characters(exclude_categories=("Cc", "Cs")) | st.sampled_from("\n\t\"'\\{}[]#=ािक्ष")
_OVERRIDES = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))


def _harmless(text: str) -> str:
    return text.translate(dict.fromkeys(_OVERRIDES))


_ANY: st.SearchStrategy[str] = st.text(_LETTERS, max_size=20).map(_harmless)
WORDS = _ANY.filter(str.strip)
IDS = st.from_regex(r"[a-z0-9][a-z0-9._-]{0,8}", fullmatch=True)
NUMBERS = st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False, allow_infinity=False)


@st.composite
def several(draw: st.DrawFn, least: int, most: int) -> list[str]:
    """Texts that differ in more than case, spaces and the way their letters are composed."""
    numbers = draw(st.lists(st.integers(0, 999), min_size=least, max_size=most, unique=True))
    return [f"{number} {draw(WORDS)}" for number in numbers]


def tables(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=fields)


SOURCE = tables(
    section=_ANY,
    lines=st.tuples(st.integers(1, 9), st.integers(9, 99)).map(list),
    quote=_ANY,
)
COMMON = tables(
    explanation=_ANY,
    source=SOURCE | st.lists(SOURCE, max_size=3),
    tags=st.lists(IDS, max_size=3),
    difficulty=st.sampled_from(["easy", "medium", "hard"]),
    facts=st.lists(WORDS, max_size=2),
    rule=_ANY,
    pyq=st.fixed_dictionaries({"exam": WORDS, "year": st.integers(1950, 2030)}),
    key_status=st.sampled_from(["official", "provisional", "unofficial"]),
    status=st.sampled_from(["dropped", "stale"]),
)


@st.composite
def shorts(draw: st.DrawFn) -> dict[str, Any]:
    answer = draw(WORDS | NUMBERS | st.dates(date(1000, 1, 1)) | several(2, 4))
    made: dict[str, Any] = {
        "prompt": draw(WORDS),
        "answer": answer,
        "accept": draw(st.lists(WORDS, max_size=2)),
    }
    if isinstance(answer, list):
        made["ordered"] = draw(st.booleans())
    elif isinstance(answer, int | float):
        made["tolerance"] = draw(st.floats(0, 9) | st.just("5%"))
    if draw(st.booleans()):
        made["hi"] = {"prompt": draw(WORDS), "explanation": draw(_ANY)}
    return made


@st.composite
def choices(draw: st.DrawFn) -> dict[str, Any]:
    options = draw(several(2, 5))
    right = draw(st.lists(st.sampled_from(options), min_size=1, unique=True))
    made = {
        "prompt": draw(WORDS),
        "options": options,
        "answer": draw(st.sampled_from([right, right[0]])),
        "pin": draw(st.lists(st.sampled_from(options), max_size=2, unique=True)),
        "why": draw(st.dictionaries(st.sampled_from(options), _ANY, max_size=2)),
    }
    if draw(st.booleans()):
        made["hi"] = {"prompt": draw(WORDS), "options": draw(several(len(options), len(options)))}
    return made


@st.composite
def clozes(draw: st.DrawFn) -> dict[str, Any]:
    plain = st.text(_LETTERS.filter(lambda char: char not in "{}:"), max_size=8)
    said = draw(st.lists(plain.filter(str.strip), min_size=1, max_size=3))
    text = "".join(f"{draw(plain)}{{{{{answer}::{draw(plain)}}}}}" for answer in said)
    return {"text": _harmless(text)}


@st.composite
def statements(draw: st.DrawFn) -> dict[str, Any]:
    texts = draw(several(2, 6))
    return {
        "prompt": draw(_ANY),
        "ask": draw(st.sampled_from(["which", "how_many", "not"])),
        "labels": draw(st.sampled_from(["1", "I"])),
        "statements": [
            {"text": text, "true": draw(st.booleans()), "why": draw(_ANY)} for text in texts
        ],
    }


@st.composite
def rows(draw: st.DrawFn) -> dict[str, Any]:
    width = draw(st.integers(2, 4))
    return {
        "columns": draw(several(width, width)),
        "rows": [
            {"cells": [cell, *draw(several(width - 1, width - 1))], "true": draw(st.booleans())}
            for cell in draw(several(2, 6))
        ],
    }


@st.composite
def matches(draw: st.DrawFn) -> dict[str, Any]:
    count = draw(st.integers(3, 6))
    pairs = zip(draw(several(count, count)), draw(several(count, count)), strict=True)
    return {
        "left_title": draw(WORDS),
        "right_title": draw(WORDS),
        "pairs": [{"left": left, "right": right} for left, right in pairs],
    }


@st.composite
def assertions(draw: st.DrawFn) -> dict[str, Any]:
    return {
        "statement_1": {"text": draw(WORDS), "true": True, "why": draw(_ANY)},
        "statement_2": {"text": draw(WORDS), "true": True, "explains": draw(st.booleans())},
    }


@st.composite
def orders(draw: st.DrawFn) -> dict[str, Any]:
    return {"sequence": draw(several(3, 8)), "axis": draw(WORDS)}


KINDS: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "short": shorts(),
    "choice": choices(),
    "true_false": st.fixed_dictionaries({"prompt": WORDS, "answer": st.booleans()}),
    "cloze": clozes(),
    "statements": statements(),
    "rows": rows(),
    "match": matches(),
    "assertion": assertions(),
    "order": orders(),
}


@st.composite
def decks(draw: st.DrawFn) -> Deck:
    ids = draw(st.lists(IDS, min_size=1, max_size=3, unique=True))
    questions = []
    for name in ids:
        kind = draw(st.sampled_from(sorted(KINDS)))
        questions.append({"id": name, "type": kind, **draw(KINDS[kind]), **draw(COMMON)})
    heading = draw(
        tables(
            id=IDS,
            tags=st.lists(IDS, max_size=3),
            description=_ANY,
            author=_ANY,
            document=st.fixed_dictionaries({"path": WORDS}),
            passage=st.lists(
                st.fixed_dictionaries({"id": IDS, "text": WORDS}),
                max_size=2,
                unique_by=lambda passage: str(passage["id"]),
            ),
        )
    )
    return Deck.model_validate({"title": draw(WORDS), **heading, "question": questions})


def test_every_type_is_written_in_the_property_test() -> None:
    assert sorted(KINDS) == sorted(QUESTION_TYPES)


@given(decks())
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_written_deck_reads_back_as_an_equal_deck_and_is_written_alike_again(deck: Deck) -> None:
    text = deck_text(deck)
    reading = read_deck_text(text, "x.toml")
    assert reading.errors == ()
    assert reading.deck == deck
    assert deck_text(reading.deck) == text


@pytest.mark.parametrize("name", ["hostile", "hindi"])
def test_a_deck_written_by_hand_survives_being_written_by_the_tool(name: str) -> None:
    deck = read_deck(DATA / name / f"{name}.toml").deck
    assert deck is not None
    assert read_deck_text(deck_text(deck), "x.toml").deck == deck


def test_text_of_several_lines_is_written_as_such() -> None:
    deck = Deck.model_validate(
        {
            "title": "T",
            "question": [
                {
                    "id": "a",
                    "type": "short",
                    "prompt": "one\ntwo",
                    "answer": "A",
                    "source": {"lines": [1, 2]},
                }
            ],
        }
    )
    assert deck_text(deck) == (
        'id = "t"\ntitle = "T"\nlanguage = "en"\n\n[[question]]\nid = "a"\ntype = "short"\n'
        'prompt = """\none\ntwo"""\nanswer = "A"\nsource = { lines = [1, 2] }\n'
    )
