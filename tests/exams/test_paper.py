from __future__ import annotations

import json
import random
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from mdquiz.decks.asked import Asked, Form
from mdquiz.decks.card import CardId
from mdquiz.decks.library import Library
from mdquiz.errors import NothingToDrillError, ProgressDamagedError, ProgressNewerError
from mdquiz.exams.blueprint import Blueprint, Selection
from mdquiz.exams.draw import draw
from mdquiz.exams.formats import FORMATS, format_of, format_of_question
from mdquiz.exams.paper import Paper, assemble
from mdquiz.exams.presets import load_preset, preset_names
from mdquiz.exams.stored import paper_from, paper_value
from tests.exams.decks import EVERY_TYPE, drawn_paper, library_of, putting
from tests.exams.papers import full_paper


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_of(tmp_path / "decks", EVERY_TYPE)


def everything(library: Library, seed: int = 1) -> Paper:
    return drawn_paper(library, Selection(seed, formats=FORMATS))


def test_the_same_seed_gives_the_same_paper_shuffles_included(library: Library) -> None:
    assert everything(library) == everything(library)
    shuffles = {
        tuple(option.text for option in item.asked().options)
        for seed in range(8)
        for item in everything(library, seed).items
        if item.card.question == "choice"
    }
    assert len(shuffles) > 1


def test_by_default_a_paper_asks_what_has_options_and_nothing_else(library: Library) -> None:
    paper = drawn_paper(library, Selection(1))
    assert {item.format for item in paper.items} == {"choice", "statements", "match", "order"}
    assert {item.asked().form for item in paper.items} == {Form.ONE}


def test_an_order_is_asked_with_its_orders_as_options(library: Library) -> None:
    order = next(item for item in everything(library).items if item.format == "order").asked()
    items = {claim.label: claim.text for claim in order.claims}
    right = [option.text for option in order.options if option.right]
    named = [" → ".join(items[label] for label in option.split(" – ")) for option in right]
    assert named == ["Black Sea → Caspian Sea → Aral Sea → Lake Balkhash"]
    assert len({option.text for option in order.options}) == 4
    assert "from west to east" in order.closing


def test_every_language_of_a_question_has_one_shuffle(library: Library) -> None:
    choice = next(item for item in everything(library).items if item.card.question == "choice")
    english, hindi = choice.asked("en"), choice.asked("hi")
    pairs = {"Malacca": "मलक्का", "Hormuz": "होर्मुज़", "Gibraltar": "जिब्राल्टर"}
    for one, other in zip(english.options, hindi.options, strict=True):
        assert one.right == other.right
        assert pairs.get(one.text, other.text) == other.text
    assert everything(library).languages == ("en", "hi")


def test_a_deck_too_small_scales_the_paper_and_says_so(library: Library) -> None:
    paper = drawn_paper(library, Selection(1))
    assert (len(paper.items), paper.total, paper.seconds) == (4, Fraction(8), 4 * 72)
    assert paper.notes[0] == (
        "The decks have 4 fitting questions, not 100: the paper is scaled to 8 marks and "
        "4:48 minutes."
    )


def test_one_question_is_one_and_its_time_is_told_in_seconds(library: Library) -> None:
    paper = drawn_paper(library, Selection(1, formats=("numeric",)), "bpsc-pt")
    assert paper.notes[0] == (
        "The decks have 1 fitting question, not 150: the paper is scaled to 1 mark and 48 seconds."
    )


def test_time_that_is_stated_is_not_said_to_be_scaled(library: Library) -> None:
    paper = drawn_paper(library, Selection(1, minutes=3))
    assert paper.notes[0].endswith("the paper is scaled to 8 marks.")


SHARED = """
title = "Shared"

[[question]]
id = "one"
type = "choice"
prompt = "First?"
options = ["a", "b"]
answer = "a"
facts = ["f1"]

[[question]]
id = "two"
type = "choice"
prompt = "Second?"
options = ["a", "b"]
answer = "b"
facts = ["f1"]
"""


def test_questions_that_share_a_fact_are_told_from_those_that_can_be_asked(tmp_path: Path) -> None:
    paper = drawn_paper(library_of(tmp_path / "shared", SHARED), Selection(1))
    assert "1 question can be asked without asking a fact twice (2 fit), not 100" in paper.notes[0]


def test_stated_minutes_are_shared_among_short_locked_sections(tmp_path: Path) -> None:
    tagged = EVERY_TYPE.replace('tags = ["gs"]', 'tags = ["quant"]')
    paper = drawn_paper(
        library_of(tmp_path / "quant", tagged), Selection(1, minutes=60), "ssc-cgl-t1"
    )
    assert paper.seconds == 3600
    assert [(part.count, part.seconds) for part in paper.sections] == [(4, 3600)]


def test_an_odd_number_of_seconds_is_shared_out_to_the_last(library: Library) -> None:
    blueprint = Blueprint(load_preset("ssc-cgl-t1"), Selection(1, minutes=1, questions=3))
    cards = library.decks[0].cards
    paper = assemble(blueprint, draw(blueprint, cards, lambda card: card.type), putting(library))
    assert (paper.seconds, [part.seconds for part in paper.sections]) == (60, [20, 20, 20])


def test_a_paper_keeps_what_was_asked_for_and_whose_figures_it_follows(library: Library) -> None:
    chosen = Selection(3, tags=("gs",), formats=("choice", "order"), questions=9, minutes=20)
    paper = drawn_paper(library, chosen)
    assert paper.origin is not None
    assert paper.origin.selection == chosen
    assert (paper.origin.as_of, paper.origin.verified) == ("2026-11", True)
    again = paper_from(json.loads(json.dumps(paper_value(paper))))
    assert again.origin == paper.origin


def test_a_paper_stored_before_its_origin_was_kept_is_read(library: Library) -> None:
    value = paper_value(everything(library))
    del value["origin"]
    assert paper_from(value) == replace(everything(library), origin=None)


def test_a_translation_with_another_key_is_not_offered(library: Library) -> None:
    put = putting(library)

    def astray(card: CardId, rng: random.Random, language: str) -> Asked:
        asked = put(card, rng, language)
        if language != "hi":
            return asked
        return replace(
            asked, options=tuple(replace(one, right=not one.right) for one in asked.options)
        )

    blueprint = Blueprint(load_preset("upsc-cse-gs1"), Selection(1))
    drawing = draw(blueprint, library.decks[0].cards, lambda card: card.type)
    assert assemble(blueprint, drawing, put).languages == ("en", "hi")
    assert assemble(blueprint, drawing, astray).languages == ("en",)


def test_a_format_is_known_without_asking_the_question(library: Library) -> None:
    deck = library.decks[0]
    full = library.deck(deck.id)
    for item in everything(library).items:
        question = full.question(item.card.question)
        assert format_of_question(question) == format_of(item.asked()) == item.format


def test_minutes_that_the_learner_states_stand(library: Library) -> None:
    assert drawn_paper(library, Selection(1, minutes=30)).seconds == 1800


def test_locked_sections_are_scaled_each_with_its_time(library: Library) -> None:
    paper = drawn_paper(library, Selection(1), "ssc-cgl-t1")
    assert [(part.count, part.seconds) for part in paper.sections] == [(1, 36)] * 4
    assert paper.seconds == 144


def test_compensatory_time_lengthens_the_paper(library: Library) -> None:
    preset = load_preset("upsc-cse-gs1")
    scheme = replace(preset.scheme, extra_time_percent=Fraction(100, 3))
    blueprint = Blueprint(replace(preset, scheme=scheme), Selection(1, minutes=60))
    cards = library.decks[0].cards
    paper = assemble(blueprint, draw(blueprint, cards, lambda card: card.type), putting(library))
    assert paper.seconds == 80 * 60


def test_an_unverified_preset_says_so_on_the_paper(library: Library) -> None:
    paper = drawn_paper(library, Selection(1), "bpsc-pt")
    assert "unverified" in paper.notes[-1]


def test_no_question_that_fits_is_an_error_with_a_remedy(library: Library) -> None:
    with pytest.raises(NothingToDrillError) as caught:
        drawn_paper(library, Selection(1, tags=("nowhere",)))
    assert caught.value.hint


def test_a_stored_paper_stands_on_its_own(library: Library) -> None:
    paper = everything(library)
    assert paper_from(json.loads(json.dumps(paper_value(paper)))) == paper


@pytest.mark.parametrize("name", preset_names())
def test_the_paper_of_every_preset_is_stored_and_read_back(name: str) -> None:
    paper = full_paper(name)
    assert paper_from(json.loads(json.dumps(paper_value(paper)))) == paper


def test_a_damaged_paper_is_refused_in_words(library: Library) -> None:
    value = paper_value(everything(library))
    with pytest.raises(ProgressDamagedError):
        paper_from({**value, "items": [{}]})
    with pytest.raises(ProgressDamagedError):
        paper_from({})
    with pytest.raises(ProgressNewerError):
        paper_from({**value, "version": 99})
