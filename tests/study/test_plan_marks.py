"""What a card is worth on the exam day, as the exam marks the section it would stand in."""

from __future__ import annotations

from fractions import Fraction

import pytest

from mdquiz.decks.card import CardId
from mdquiz.decks.entry import CardEntry
from mdquiz.exams.preset import Preset
from mdquiz.exams.presets import load_preset
from mdquiz.exams.scheme import Scheme, Section
from mdquiz.progress.plans import StoredPlan
from mdquiz.study.plan_marks import card_marks

PLAN = StoredPlan(b"", 0, 0, 1, 2, minutes=20)


def card(type_: str = "choice", *tags: str, form: str = "", options: int = 4) -> CardEntry:
    return CardEntry(CardId("d", "q"), type_, "?", tags, (), "", "", "", "", form, options)


def preset(scheme: Scheme, *formats: str) -> Preset:
    return Preset("x", "X", 100, Fraction(60), scheme, formats or ("choice", "short", "several"))


@pytest.mark.parametrize(
    ("tag", "marks"), [("english.grammar", 1), ("quant", 6 / 7), ("reasoning", 8 / 7)]
)
def test_each_topic_counts_as_its_section_does(tag: str, marks: float) -> None:
    found = card_marks(PLAN, load_preset("ibps-po-pre"), card("choice", tag))
    assert found.known == pytest.approx(marks)


def test_a_topic_of_no_section_counts_as_the_mean_question() -> None:
    sections = (
        Section("A", 10, marks=Fraction(1), tags=("art",)),
        Section("B", 30, marks=Fraction(3), tags=("law",)),
    )
    exam = preset(Scheme(Fraction(1), sections=sections))
    assert card_marks(PLAN, exam, card("choice", "history")).known == 2.5


def test_a_section_of_its_own_format_counts_for_that_format() -> None:
    sections = (
        Section("A", 20, marks=Fraction(1), formats=("choice",)),
        Section("B", 10, marks=Fraction(4), formats=("numeric",)),
    )
    exam = preset(Scheme(Fraction(1), sections=sections))
    typed = card("short", form="numeric", options=0)
    assert card_marks(PLAN, exam, typed).known == 4
    assert card_marks(PLAN, exam, card()).known == 1


def test_a_wrong_answer_costs_what_the_exam_says_for_its_form() -> None:
    scheme = Scheme(Fraction(2), Fraction(1, 2), several_penalty=Fraction(0))
    one = card_marks(PLAN, preset(scheme), card(options=4))
    several = card_marks(PLAN, preset(scheme), card(form="several", options=4))
    assert one.forgotten == pytest.approx(2 / 4 - 0.5 * 3 / 4)
    assert several.forgotten == pytest.approx(2 / 15)


def test_a_harsh_penalty_makes_a_blank_the_better_guess() -> None:
    assert card_marks(PLAN, preset(Scheme(Fraction(2), Fraction(2))), card()).forgotten == 0


def test_the_questions_own_number_of_options_tells_what_a_guess_brings() -> None:
    exam = preset(Scheme(Fraction(3)))
    assert card_marks(PLAN, exam, card(options=3)).forgotten == 1
    assert card_marks(PLAN, exam, card("short", options=0)).forgotten == 0


def test_what_the_exam_does_not_ask_in_that_format_is_asked_with_four_options() -> None:
    exam = preset(Scheme(Fraction(2)), "choice")
    assert card_marks(PLAN, exam, card("short", options=0)).forgotten == 0.5


def test_without_a_preset_a_guess_among_options_still_pays() -> None:
    assert card_marks(PLAN, None, card(options=4)).forgotten == 0.25
    assert card_marks(PLAN, None, card("true_false", options=2)).forgotten == 0.5
    typed = card_marks(PLAN, None, card("short", options=0))
    assert (typed.known, typed.forgotten) == (1, 0)
