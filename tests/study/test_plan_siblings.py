"""Siblings under a plan: kept apart while there are days to spread them over, and not longer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mdquiz.clock import ManualClock
from mdquiz.decks.card import CardId
from mdquiz.errors import NothingToDrillError
from mdquiz.grading.verdict import Rating, Response
from mdquiz.study.desk import Desk
from mdquiz.study.drill import Drill
from mdquiz.study.plan import Changes, make_plan
from mdquiz.study.scope import Scope
from tests.desks import MORNING, desk_with, short_deck

GAPS = 'title = "Gaps"\n' + "\n".join(
    f'[[question]]\nid = "q{n}"\ntype = "cloze"\n'
    f'text = "{{{{a{n}}}}}, {{{{b{n}}}}}, {{{{c{n}}}}}"\n'
    for n in range(6)
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_with(tmp_path, GAPS, clock=ManualClock.at(MORNING)) as desk:
        desk.begin_search = lambda _: None
        yield desk


def asked(drill: Drill) -> list[CardId]:
    return [step.card for step in drill.sitting.queue]


def answer_all(drill: Drill) -> None:
    while drill.asked is not None:
        drill.answer(Response(typed=drill.asked.answer))
        drill.rate(Rating.GOOD)


def test_on_the_eve_every_gap_is_asked_one_of_each_sentence_first(desk: Desk) -> None:
    make_plan(desk, Changes(exam_day=desk.today() + 1, minutes=60))
    cards = asked(desk.drill())
    assert len(cards) == 18
    assert {card.question for card in cards[:6]} == {f"q{n}" for n in range(6)}


def test_with_days_to_come_one_gap_of_a_sentence_is_asked_a_day(desk: Desk) -> None:
    make_plan(desk, Changes(exam_day=desk.today() + 12, minutes=60))
    assert sorted(card.question for card in asked(desk.drill())) == [f"q{n}" for n in range(6)]


def test_what_is_left_beside_its_siblings_is_told_and_asked_when_told_to(desk: Desk) -> None:
    make_plan(desk, Changes(exam_day=desk.today() + 12, minutes=60))
    answer_all(desk.drill())
    with pytest.raises(
        NothingToDrillError, match="12 cards are left, on facts that you were asked"
    ):
        desk.drill()
    done = {card.part for card in desk.states if card.question == "q0"}
    other = next(
        card for card in desk.card_ids() if card.question == "q0" and card.part not in done
    )
    assert desk.why(other).startswith("a sibling is asked today")
    assert len(asked(desk.drill(Scope(limit=20)))) == 12


def test_time_that_others_can_fill_is_not_given_to_siblings(tmp_path: Path) -> None:
    with desk_with(tmp_path, GAPS, short_deck(40), clock=ManualClock.at(MORNING)) as desk:
        desk.begin_search = lambda _: None
        make_plan(desk, Changes(exam_day=desk.today() + 1, cards=20))
        questions = [(card.deck, card.question) for card in asked(desk.drill())]
    assert len(questions) == len(set(questions)) == 20


def test_a_topic_drilled_after_another_asks_no_fact_twice_a_day(tmp_path: Path) -> None:
    question = '[[question]]\ntype = "short"\nprompt = "{0}?"\nanswer = "x"\nfacts = ["f"]\n'
    deck = 'title = "One fact"\n' + "".join(
        question.format(name) + f'id = "{name}"\ntags = ["{name}"]\n' for name in ("one", "two")
    )
    with desk_with(tmp_path, deck, clock=ManualClock.at(MORNING)) as desk:
        desk.begin_search = lambda _: None
        make_plan(desk, Changes(exam_day=desk.today() + 30, minutes=60))
        answer_all(desk.drill(Scope(tags=("one",))))
        with pytest.raises(NothingToDrillError, match="1 card is left, on facts"):
            desk.drill(Scope(tags=("two",)))
