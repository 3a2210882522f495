"""What a learner may type for the shipped questions, and what is said of it."""

from __future__ import annotations

import random
from functools import cache

import pytest

from mdquiz.decks.asked import Asked, Form
from mdquiz.decks.asking import ask
from mdquiz.decks.deck import Deck
from mdquiz.decks.read import read_deck
from mdquiz.grading.grade import grade
from mdquiz.grading.verdict import Outcome, Response
from tests.shipped.test_shipped_decks import CONSTITUTION, MINERALS

SEEDS = range(3)


@cache
def deck_at(name: str) -> Deck:
    path = {MINERALS.stem: MINERALS, CONSTITUTION.stem: CONSTITUTION}[name]
    deck = read_deck(path).deck
    assert deck is not None
    return deck


def put(deck: Deck, question_id: str, part: str = "", language: str = "", seed: int = 1) -> Asked:
    question = deck.question(question_id)
    return ask(deck, question, part, rng=random.Random(seed), language=language)


def key_of(asked: Asked) -> Response:
    if asked.form is Form.TYPED:
        assert asked.expected is not None
        value = asked.expected.value
        return Response(typed=", ".join(value) if isinstance(value, tuple) else str(value))
    if asked.form is Form.ARRANGE:
        return Response(arranged=tuple(asked.arrange.index(item) for item in asked.arrange_key))
    return Response(chosen=tuple(at for at, option in enumerate(asked.options) if option.right))


@pytest.mark.parametrize(
    ("name", "language"),
    [("mineral-diplomacy", "en"), ("bharat-samvidhan", "en"), ("bharat-samvidhan", "hi")],
)
def test_the_key_of_every_card_is_graded_right(name: str, language: str) -> None:
    deck = deck_at(name)
    for card in deck.cards():
        for seed in SEEDS:
            asked = put(deck, card.question, card.part, language, seed)
            assert grade(asked, key_of(asked)).outcome is Outcome.RIGHT, card


@pytest.mark.parametrize("name", ["mineral-diplomacy", "bharat-samvidhan"])
def test_every_choice_has_one_right_option_unless_it_asks_for_several(name: str) -> None:
    deck = deck_at(name)
    for card in deck.cards():
        asked = put(deck, card.question, card.part)
        if asked.form is Form.ONE:
            assert sum(option.right for option in asked.options) == 1, card
            assert len({option.text for option in asked.options}) == len(asked.options), card


@pytest.mark.parametrize(
    ("question", "typed", "outcome"),
    [
        ("kabil-argentina-value", "$24 million", Outcome.RIGHT),
        ("kabil-argentina-value", "24 million dollars", Outcome.RIGHT),
        ("kabil-argentina-value", "US$ 24 mn", Outcome.RIGHT),
        ("kabil-argentina-value", "$42 million", Outcome.WRONG),
        ("kabil-argentina-value", "$24 billion", Outcome.WRONG),
        ("australia-mou-date", "Mar 2022", Outcome.RIGHT),
        ("australia-mou-date", "March 2023", Outcome.WRONG),
        ("australia-total", "five", Outcome.RIGHT),
        ("argentina-blocks", "6", Outcome.WRONG),
        ("triangle-members", "Chile, Argentina and Bolivia", Outcome.RIGHT),
        ("triangle-members", "Chile, Argentina and Peru", Outcome.WRONG),
        ("quad-members", "India, Japan, Australia, USA", Outcome.RIGHT),
        ("four-frameworks", "quad, ipef, msp and g7", Outcome.RIGHT),
        ("kabil-expansion", "Khanij Bidesh India Limited", Outcome.RIGHT),
        ("division-ministry", "MEA", Outcome.RIGHT),
        ("division-ministry", "Ministry of Mines", Outcome.WRONG),
        ("msp-india", "June 2022", Outcome.WRONG),
        ("partners-named", "European Union and South Korea", Outcome.RIGHT),
        ("main-supplier", "china", Outcome.RIGHT),
        ("central-asia-partner", "Uzbekistan", Outcome.WRONG),
        ("critical-list", "thirty", Outcome.RIGHT),
        ("main-supplier", "PRC", Outcome.RIGHT),
        ("quad-members", "US, India, Japan, Australia", Outcome.RIGHT),
        ("quad-members", "India, UK, Japan, Australia", Outcome.WRONG),
        ("msp-expansion", "Minerals Security Partnership", Outcome.RIGHT),
        ("partners-named", "EU, Republic of Korea", Outcome.RIGHT),
        ("partners-named", "EU, North Korea", Outcome.WRONG),
        ("four-frameworks", "G7, IPEF, Quad, Mineral Security Partnership", Outcome.RIGHT),
        ("four-frameworks", "Quad, IPEF, MSP, G20", Outcome.WRONG),
        ("kabil-parents", "NALCO, Hindustan Copper, MECL", Outcome.RIGHT),
        ("kabil-parents", "NALCO, HCL, MOIL", Outcome.WRONG),
        ("kabil-formed", "Aug 2019", Outcome.RIGHT),
        ("kabil-formed", "August 2018", Outcome.WRONG),
        (
            "first-pillar-countries",
            "Chile, Bolivia, Argentina, Australia, Kazakhstan",
            Outcome.RIGHT,
        ),
        ("first-pillar-countries", "Chile, Peru, Argentina, Australia, Kazakhstan", Outcome.WRONG),
        ("australia-signatory", "Khanij Bidesh India Limited", Outcome.RIGHT),
        ("ireuk-parent", "IREL (India) Ltd", Outcome.RIGHT),
        ("ireuk-parent", "KABIL", Outcome.WRONG),
        ("ireuk-product", "slag", Outcome.RIGHT),
        ("ireuk-product", "titanium sponge", Outcome.WRONG),
        ("msp-announced", "06/2022", Outcome.RIGHT),
        ("msp-announced", "June 2023", Outcome.WRONG),
        ("msp-lead", "USA", Outcome.RIGHT),
        ("msp-lead", "UK", Outcome.WRONG),
        ("division-name", "a Mineral Diplomacy Division", Outcome.RIGHT),
        ("nest-date", "Jan 2020", Outcome.RIGHT),
        ("critical-list-date", "June 2022", Outcome.WRONG),
        ("titanium-uses", "Ti", Outcome.RIGHT),
    ],
)
def test_a_typed_answer_on_minerals(question: str, typed: str, outcome: Outcome) -> None:
    asked = put(deck_at("mineral-diplomacy"), question)
    assert grade(asked, Response(typed=typed)).outcome is outcome


@pytest.mark.parametrize(
    ("question", "gap", "typed", "outcome"),
    [
        ("camyen-signing", "1", "Jan 2024", Outcome.RIGHT),
        ("camyen-signing", "2", "province of Catamarca", Outcome.RIGHT),
        ("ipef-launch", "1", "Seoul", Outcome.WRONG),
        ("ipef-launch", "2", "05/2022", Outcome.RIGHT),
        ("specialists-posted", "2", "mission", Outcome.RIGHT),
        ("australia-projects", "1", "2", Outcome.RIGHT),
        ("australia-projects", "2", "two", Outcome.WRONG),
        ("private-reasons", "2", "road map", Outcome.RIGHT),
        ("two-pillars", "1", "multilateral", Outcome.WRONG),
    ],
)
def test_a_typed_gap_on_minerals(question: str, gap: str, typed: str, outcome: Outcome) -> None:
    asked = put(deck_at("mineral-diplomacy"), question, gap)
    assert grade(asked, Response(typed=typed)).outcome is outcome


@pytest.mark.parametrize(
    ("question", "typed", "outcome"),
    [
        ("assembly-first-meeting", "9 दिसंबर 1946", Outcome.RIGHT),
        ("assembly-first-meeting", "९ दिसंबर १९४६", Outcome.RIGHT),
        ("assembly-first-meeting", "11 दिसंबर 1946", Outcome.WRONG),
        ("drafting-chairman", "अंबेडकर", Outcome.RIGHT),
        ("three-lists", "संघ सूची, समवर्ती सूची और राज्य सूची", Outcome.RIGHT),
        ("duties-number", "११", Outcome.RIGHT),
        ("duties-number", "10", Outcome.WRONG),
        ("untouchability", "17", Outcome.RIGHT),
        ("untouchability", "अनु. 17", Outcome.RIGHT),
        ("three-lists", "संघ, राज्य, समवर्ती", Outcome.RIGHT),
        ("drafting-chairman", "डॉ. बी. आर. अम्बेडकर", Outcome.RIGHT),
        ("objectives-mover", "नेहरु", Outcome.RIGHT),
        ("objectives-mover", "पटेल", Outcome.WRONG),
        ("emergency-article", "३५२", Outcome.RIGHT),
        ("emergency-article", "356", Outcome.WRONG),
        ("eighth-schedule-languages", "बाईस", Outcome.RIGHT),
        ("basic-structure-case", "केशवानन्द भारती", Outcome.RIGHT),
    ],
)
def test_a_typed_answer_in_hindi(question: str, typed: str, outcome: Outcome) -> None:
    asked = put(deck_at("bharat-samvidhan"), question, language="hi")
    assert grade(asked, Response(typed=typed)).outcome is outcome
