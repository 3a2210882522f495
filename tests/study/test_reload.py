"""A deck edited, broken or shortened in the middle of a sitting loses no answer and no sitting."""

from __future__ import annotations

from pathlib import Path

import pytest

from mdquiz.clock import ManualClock
from mdquiz.errors import DeckError
from mdquiz.grading.verdict import Confidence, Outcome, Rating, Response
from mdquiz.progress.log import Kind
from mdquiz.study.desk import Desk
from mdquiz.study.drill import Drill
from mdquiz.study.view import Phase
from tests.desks import MORNING, desk_with, short_deck


def file_of(desk: Desk) -> Path:
    return desk.library.decks[0].path


def answer(drill: Drill, *, right: bool = True) -> None:
    assert drill.asked is not None
    number = drill.asked.card.question.removeprefix("q")
    drill.answer(Response(typed=number if right else "1000"))


def test_a_slip_in_the_editor_is_named_and_the_sitting_goes_on(tmp_path: Path) -> None:
    with desk_with(tmp_path, short_deck(3)) as desk:
        drill = desk.drill()
        answer(drill)
        drill.rate()
        whole = file_of(desk).read_text(encoding="utf-8")
        file_of(desk).write_text(whole + "\nthis is = = not TOML\n", encoding="utf-8")
        with pytest.raises(DeckError) as caught:
            drill.reload()
        assert f"{file_of(desk)}:" in caught.value.message
        assert len(drill.sitting.queue) == 2
        answer(drill)
        drill.rate()
        file_of(desk).write_text(whole.replace("What is", "How much is"), encoding="utf-8")
        drill.reload()
        assert drill.asked is not None
        assert drill.asked.stem == "How much is 3?"


def test_a_question_removed_after_its_answer_stays_in_the_summary(tmp_path: Path) -> None:
    with desk_with(tmp_path, short_deck(3)) as desk:
        drill = desk.drill()
        answer(drill, right=False)
        drill.rate()
        text = short_deck(3).replace('id = "q1"', 'id = "other"')
        file_of(desk).write_text(text, encoding="utf-8")
        drill.reload()
        [row] = drill.summary().rows
        assert (row.prompt, row.misses) == ("What is 1?", 1)
        assert drill.undo()
        assert drill.asked is not None
        assert drill.asked.card.question == "q2"  # q1 is gone and is not asked again
        answer(drill)
        assert desk.store.rows(drill.asked.card)[-1].outcome == "right"


def test_a_question_removed_elsewhere_leaves_before_it_is_asked(tmp_path: Path) -> None:
    with desk_with(tmp_path, short_deck(2)) as desk:
        file_of(desk).write_text(short_deck(1), encoding="utf-8")
        assert [step.card.question for step in desk.drill().sitting.queue] == ["q1"]


def test_a_verdict_stays_while_the_deck_is_edited(tmp_path: Path) -> None:
    with desk_with(tmp_path, short_deck(3)) as desk:
        drill = desk.drill()
        answer(drill, right=False)
        text = short_deck(2).replace("answer = 1", "answer = 1000").replace("What", "Whatever")
        file_of(desk).write_text(text, encoding="utf-8")
        drill.reload()
        assert drill.phase is Phase.ANSWERED
        assert drill.verdict is not None
        assert drill.verdict.outcome is Outcome.WRONG
        drill.rate()
        assert desk.store.row_count() == 1
        assert drill.summary().rows[0].misses == 1
        assert [step.card.question for step in drill.sitting.queue] == ["q2", "q1"]


def test_a_card_set_aside_after_its_answer_is_still_in_the_summary(tmp_path: Path) -> None:
    with desk_with(tmp_path, short_deck(2)) as desk:
        drill = desk.drill()
        answer(drill, right=False)
        drill.suspend()
        assert [row.misses for row in drill.summary().rows] == [1]
        assert [step.card.question for step in drill.sitting.queue] == ["q2"]


def test_the_time_of_an_answer_is_from_the_question_to_the_answer(tmp_path: Path) -> None:
    clock = ManualClock.at(MORNING)
    with desk_with(tmp_path, short_deck(2), clock=clock) as desk:
        drill = desk.drill()
        clock.advance(seconds=5)
        drill.answer(Response(revealed=True))
        clock.advance(seconds=100)
        drill.rate(Rating.GOOD)
        clock.advance(seconds=60)
        drill.undo()
        clock.advance(seconds=2)
        answer(drill)
        assert [row.duration_ms for row in desk.store.all_rows()] == [5000, 0, 2000]


def test_a_card_that_is_not_due_keeps_its_schedule_whatever_asks_it(tmp_path: Path) -> None:
    from mdquiz.study.scope import Scope

    with desk_with(tmp_path, short_deck(1)) as desk:
        drill = desk.drill()
        assert drill.asked is not None
        card = drill.asked.card
        answer(drill)
        drill.rate()
        before = desk.state(card)
        again = desk.drill(Scope(cards=(card,)))
        answer(again)
        again.rate(Rating.EASY)
        assert desk.state(card) == before
        assert desk.store.rows(card)[-2].kind is Kind.AHEAD


def test_skipping_keeps_single_claims_before_their_card(tmp_path: Path) -> None:
    from tests.study.test_drill import STATEMENTS

    text = STATEMENTS + short_deck(2).split("\n", 1)[1]
    with desk_with(tmp_path, text) as desk:
        drill = desk.drill()
        while drill.asked and drill.asked.card.question != "kabil":
            drill.skip()
        assert drill.asked is not None
        wrong = next(at for at, option in enumerate(drill.asked.options) if not option.right)
        drill.answer(Response(chosen=(wrong,)), Confidence.SURE)
        drill.rate()
        while drill.step is not None and drill.step.card.question != "kabil":
            drill.skip()
        before = [step.claim for step in drill.sitting.queue if step.card.question == "kabil"]
        drill.skip()
        after = [step.claim for step in drill.sitting.queue if step.card.question == "kabil"]
        assert before == after
        assert before[-1] is None
