"""What the nine question types say of themselves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from mdquiz.decks.deck import Deck, deck_slug
from mdquiz.decks.kinds.cloze import Cloze, filled, gaps
from mdquiz.decks.question import Question, answer_hash
from mdquiz.decks.read import read_deck

DATA = Path(__file__).parent.parent / "data" / "decks"
_ADAPTER: TypeAdapter[Question] = TypeAdapter(Question)


def question(kind: str, **fields: Any) -> Question:
    return _ADAPTER.validate_python({"id": "q", "type": kind, **fields})


def cloze(text: str) -> Cloze:
    made = question("cloze", text=text)
    assert isinstance(made, Cloze)
    return made


def test_each_gap_of_a_cloze_is_a_card() -> None:
    made = cloze("{{Zambia}} mines {{copper::a metal}}.")
    assert made.parts() == ("1", "2")
    assert [(gap.answer, gap.hint) for gap in made.gaps] == [("Zambia", ""), ("copper", "a metal")]
    assert made.headline("1") == "[…] mines copper."
    assert filled(made.text) == "Zambia mines copper."
    assert answer_hash(made, "1") != answer_hash(made, "2")


@pytest.mark.parametrize("text", ["{{}}", "{a}", "a }} b {{", ""])
def test_single_or_stray_braces_are_no_gap_with_an_answer(text: str) -> None:
    assert [gap.answer for gap in gaps(text) if gap.answer] == []


def test_a_part_that_is_not_there_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        answer_hash(cloze("{{a}}"), "2")
    with pytest.raises(KeyError):
        answer_hash(question("true_false", prompt="P", answer=True), "1")


SHORT = {"prompt": "P", "answer": "$24 million"}
TRUTHS = [{"text": "a", "true": True}, {"text": "b", "true": False}]


@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [
        ("short", SHORT, {"prompt": "Other", "answer": "$24  Million", "accept": ["x"]}),
        ("short", {"prompt": "P", "answer": ["a", "b"]}, {"prompt": "P", "answer": ["b", "a"]}),
        (
            "choice",
            {"prompt": "P", "options": ["a", "b"], "answer": "a"},
            {"prompt": "P", "options": ["c", "A", "d"], "answer": "A"},
        ),
        (
            "statements",
            {"statements": TRUTHS},
            {"statements": [{**TRUTHS[0], "text": "reworded"}, TRUTHS[1]], "ask": "not"},
        ),
        ("cloze", {"text": "It is {{copper}}."}, {"text": "It was {{Copper::hint}}."}),
    ],
)
def test_rewording_keeps_the_answer_hash(
    kind: str, first: dict[str, Any], second: dict[str, Any]
) -> None:
    first_part, second_part = question(kind, **first), question(kind, **second)
    part = first_part.parts()[0]
    assert answer_hash(first_part, part) == answer_hash(second_part, part)


@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [
        ("short", SHORT, {"prompt": "P", "answer": "$42 million"}),
        ("short", {"prompt": "P", "answer": 1950}, {"prompt": "P", "answer": 1951}),
        (
            "short",
            {"prompt": "P", "answer": ["a", "b"], "ordered": True},
            {"prompt": "P", "answer": ["b", "a"], "ordered": True},
        ),
        (
            "choice",
            {"prompt": "P", "options": ["a", "b"], "answer": "a"},
            {"prompt": "P", "options": ["a", "b"], "answer": "b"},
        ),
        ("true_false", {"prompt": "P", "answer": True}, {"prompt": "P", "answer": False}),
        (
            "statements",
            {"statements": TRUTHS},
            {"statements": [TRUTHS[0], {**TRUTHS[1], "true": True}]},
        ),
        (
            "order",
            {"axis": "x", "sequence": ["a", "b", "c"]},
            {"axis": "x", "sequence": ["a", "c", "b"]},
        ),
    ],
)
def test_another_key_gives_another_answer_hash(
    kind: str, first: dict[str, Any], second: dict[str, Any]
) -> None:
    assert answer_hash(question(kind, **first)) != answer_hash(question(kind, **second))


@pytest.mark.parametrize("name", ["hostile", "hindi"])
def test_every_card_has_a_headline_and_a_hash(name: str) -> None:
    deck = read_deck(DATA / name / f"{name}.toml").deck
    assert deck is not None
    for each in deck.questions:
        for part in each.parts():
            assert each.headline(part).strip()
            assert len(answer_hash(each, part)) == 16


def test_a_question_cannot_be_changed() -> None:
    made = question("true_false", prompt="P", answer=True)
    with pytest.raises(ValidationError):
        setattr(made, "id", "other")  # noqa: B010


def test_text_is_normalised() -> None:
    made = question("true_false", prompt="Cafe\u0301\r\nau lait", answer=True)
    assert made.headline() == "Café\nau lait"


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("India's mineral diplomacy", "india-s-mineral-diplomacy"),
        ("Économie — 2024", "economie-2024"),
        ("A" * 200, "a" * 60),
    ],
)
def test_a_latin_title_gives_a_readable_id(title: str, slug: str) -> None:
    assert deck_slug(title) == slug
    assert Deck(title=title).id == slug


def test_titles_in_other_scripts_give_ids_that_differ_and_stay() -> None:
    assert deck_slug("भूगोल") == deck_slug("भूगोल")
    assert deck_slug("भूगोल") != deck_slug("इतिहास")
    assert deck_slug("GS2 भूगोल") != deck_slug("GS2 इतिहास")
    assert deck_slug("GS2 भूगोल").startswith("gs2-")
    assert Deck(title="!!!").id.startswith("deck-")


def test_a_passage_is_given_in_the_language_that_is_shown() -> None:
    deck = read_deck(DATA / "hindi" / "hindi.toml").deck
    assert deck is not None
    assert "Parliament" in deck.passage_text("sansad", "en")
    assert "संसद" in deck.passage_text("sansad", "hi")
    assert "संसद" in deck.passage_text("sansad", "ta")
    assert deck.passage_text(None) == ""


def test_a_title_is_one_line() -> None:
    assert Deck(title="  One\n\ttitle ").title == "One title"
