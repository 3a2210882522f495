from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from mdquiz.decks.asked import Form
from mdquiz.decks.library import Library
from mdquiz.errors import NothingToDrillError, ProgressDamagedError, ProgressNewerError
from mdquiz.exams.blueprint import Blueprint, Selection
from mdquiz.exams.draw import draw
from mdquiz.exams.formats import FORMATS
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
    assert "4 fitting questions, not 100: the paper is scaled to 8 marks" in paper.notes[0]


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
