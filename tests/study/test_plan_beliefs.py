"""What a plan believes of a learner comes from the log: ratings, seconds and misses that count."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mdquiz.clock import ManualClock
from mdquiz.decks.card import CardId
from mdquiz.grading.verdict import Rating, Response
from mdquiz.memory.plan.pace import TimedAnswer
from mdquiz.study.desk import Desk
from mdquiz.study.plan import Changes, make_plan
from mdquiz.study.plan_cards import believed, plan_problem, timed_answers
from mdquiz.study.scope import Scope
from mdquiz.study.view import Phase
from tests.desks import MORNING, desk_with, short_deck

CARD = CardId("numbers", "q1")
HOUR = 3600


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock.at(MORNING)


@pytest.fixture
def desk(tmp_path: Path, clock: ManualClock) -> Iterator[Desk]:
    with desk_with(tmp_path, short_deck(40), clock=clock) as desk:
        desk.begin_search = lambda _: None
        yield desk


def answer(desk: Desk, clock: ManualClock, *times: tuple[float, bool]) -> None:
    """Answer one card in a sitting: seconds, and whether rightly, one after the other."""
    drill = desk.drill(Scope(cards=(CARD,)))
    for seconds, right in times:
        assert drill.asked is not None
        clock.advance(seconds=seconds)
        drill.answer(Response(typed=drill.asked.answer if right else "99999"))
        drill.rate(Rating.GOOD if right else Rating.AGAIN)
    assert drill.phase is Phase.OVER


def timed(desk: Desk) -> list[TimedAnswer]:
    return list(timed_answers(desk))


def test_the_looks_after_a_miss_are_its_repeats_and_no_later_reviews(
    desk: Desk, clock: ManualClock
) -> None:
    answer(desk, clock, (20, False), (6, False), (4, True))
    assert timed(desk) == [TimedAnswer("short", True, 1, 20.0, (6.0, 4.0))]


def test_an_answer_taken_back_tells_nothing(desk: Desk, clock: ManualClock) -> None:
    drill = desk.drill(Scope(cards=(CARD,)))
    clock.advance(seconds=90)
    drill.answer(Response(typed="99999"))
    drill.undo()
    clock.advance(seconds=5)
    drill.answer(Response(typed="1"))
    drill.rate(Rating.EASY)
    assert timed(desk) == [TimedAnswer("short", True, 4, 5.0)]


def test_the_first_answer_after_a_fresh_start_is_a_first_one(
    desk: Desk, clock: ManualClock
) -> None:
    answer(desk, clock, (8, True))
    clock.advance(days=1)
    desk.reset([CARD])
    answer(desk, clock, (9, True))
    assert [one.first for one in timed(desk)] == [True, True]


def test_a_question_left_open_for_hours_tells_no_time(desk: Desk, clock: ManualClock) -> None:
    answer(desk, clock, (3 * HOUR, True))
    assert [one.seconds for one in timed(desk)] == [None]


def test_what_takes_this_learner_long_is_planned_with_more_time(
    tmp_path: Path, clock: ManualClock
) -> None:
    slow = "\n".join(
        f'[[question]]\nid = "q{n}"\ntype = "true_false"\nprompt = "{n}?"\nanswer = true\n'
        for n in range(40)
    )
    with desk_with(tmp_path, short_deck(40), f'title = "Slow"\n{slow}', clock=clock) as desk:
        desk.begin_search = lambda _: None
        drill = desk.drill(Scope(cards=tuple(desk.card_ids())))
        while drill.asked is not None:
            right = [at for at, option in enumerate(drill.asked.options) if option.right]
            clock.advance(seconds=90 if right else 5)
            drill.answer(Response(chosen=(right[0],)) if right else Response(drill.asked.answer))
            drill.rate(Rating.GOOD)
        beliefs = believed(desk)
        plan = make_plan(desk, Changes(exam_day=desk.today() + 30, minutes=20))
        cards = plan_problem(desk, plan, beliefs).cards
        decks = [card.deck for card in plan_problem(desk, plan, beliefs).ids]
    assert beliefs.learner.first_seconds[2] > 30
    assert beliefs.paces["true_false"] > 1.4
    assert beliefs.paces["short"] < 0.6
    paces = dict(zip(decks, cards.pace, strict=True))
    assert paces == {"numbers": beliefs.paces["short"], "slow": beliefs.paces["true_false"]}
