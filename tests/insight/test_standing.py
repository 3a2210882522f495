from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdquiz.decks.card import CardId
from mdquiz.insight.answers import logged_answers
from mdquiz.insight.effort import effort_by_day, streaks, year_of_days
from mdquiz.insight.forecast import due_forecast
from mdquiz.insight.topics import TopicCard, recall_on, topics
from mdquiz.insight.trouble import leeches, misconceptions
from mdquiz.memory.model import Fsrs6
from mdquiz.memory.state import CardState
from mdquiz.progress.log import Kind
from tests.insight.logs import CARD, DAY, OTHER, row

MODEL = Fsrs6()


def learned(due: int = 0, **more: object) -> CardState:
    values: dict[str, object] = {
        "stability": 10.0,
        "difficulty": 5.0,
        "last_day": DAY - 5,
        "due_day": DAY + due,
        "reviews": 3,
        **more,
    }
    return CardState(**values)  # type: ignore[arg-type]


def test_overdue_cards_fall_on_today_and_the_rest_on_their_days() -> None:
    states = [
        learned(-4),
        learned(0),
        learned(2),
        learned(9),
        CardState(),
        learned(0, suspended=True),
        learned(0, buried_day=DAY),
    ]
    loads = due_forecast(states, DAY, 4)
    assert [load.due for load in loads] == [2, 1, 1, 0]
    assert [load.total for load in loads] == [2, 3, 4, 4]
    assert loads[0].day == DAY


def test_topics_with_most_to_gain_come_first() -> None:
    cards = [
        TopicCard(CardId("d", "a"), CardState(), ("polity",), 2.0),
        TopicCard(CardId("d", "b"), learned(), ("economy", "budget"), 2.0),
        TopicCard(CardId("d", "c"), learned(suspended=True), ("polity",), 2.0),
        TopicCard(CardId("d", "e"), learned(misconception=True, lapses=9)),
    ]
    found = topics(cards, DAY, MODEL, DAY + 30)
    assert [topic.tag for topic in found] == ["polity", "budget", "economy", ""]
    assert found[0].marks_to_gain == 2
    assert found[0].cards == 1
    now = recall_on(learned(), DAY, MODEL)
    then = recall_on(learned(), DAY + 30, MODEL)
    assert now > then > 0.5
    assert found[1].strength == pytest.approx(now)
    assert found[1].marks_to_gain == pytest.approx(2 * (1 - then))
    assert (found[3].misconceptions, found[3].leeches) == (1, 1)


def test_an_exam_gone_by_is_as_none() -> None:
    cards = [TopicCard(CARD, learned())]
    assert topics(cards, DAY, MODEL, DAY - 3) == topics(cards, DAY, MODEL)


def test_open_misconceptions_come_before_mended_ones() -> None:
    rows = [
        row(0, 1, confidence="sure"),
        row(1, 1, confidence="sure", card=OTHER),
        row(1, 1, confidence="unsure", card=CardId("d", "x")),
        row(2, 1, confidence="sure", card=OTHER),
    ]
    states = {CARD: CardState(misconception=True), OTHER: CardState()}
    found = misconceptions(logged_answers(rows), states)
    assert [(one.card, one.times, one.open) for one in found] == [
        (CARD, 1, True),
        (OTHER, 2, False),
    ]
    assert found[1].last_day == DAY + 2


def test_a_leech_shows_the_time_it_took() -> None:
    answers = logged_answers([row(0, 1, seconds=20), row(1, 1, seconds=30)])
    found = leeches(answers, {CARD: learned(lapses=8), OTHER: learned(lapses=7)})
    assert [(one.card, one.lapses, one.seconds) for one in found] == [(CARD, 8, 50.0)]
    assert not leeches([], {CARD: learned(lapses=8, suspended=True)})


def test_a_day_counts_what_was_begun_reviewed_and_only_practised() -> None:
    rows = [row(0), row(0, 1, card=OTHER), row(0, 3, card=OTHER), row(2), row(2, kind=Kind.CRAM)]
    days = effort_by_day(logged_answers(rows), DAY, DAY + 2)
    assert [(day.answers, day.new, day.reviews) for day in days] == [
        (3, 2, 0),
        (0, 0, 0),
        (2, 0, 1),
    ]
    assert days[0].seconds == 24


def test_the_year_ends_in_the_present_week() -> None:
    year = year_of_days({DAY: 5, DAY - 1: 1, DAY - 500: 9}, DAY)
    assert len(year) == 53
    squares = [square for week in year for square in week if square]
    assert squares[-1].day == DAY
    assert sum(square.answers for square in squares) == 6
    assert (squares[0].day + 6) % 7 == 0
    assert squares[-1].level == 4
    assert all(square.level == 0 for square in squares if square.answers == 0)


@given(st.dictionaries(st.integers(DAY - 400, DAY + 3), st.integers(0, 300)))
def test_more_answers_never_look_paler(counts: dict[int, int]) -> None:
    squares = [square for week in year_of_days(counts, DAY) for square in week if square]
    squares.sort(key=lambda square: square.answers)
    levels = [square.level for square in squares]
    assert levels == sorted(levels)
    assert all((square.level == 0) == (square.answers == 0) for square in squares)


@pytest.mark.parametrize(
    ("ago", "current", "longest"),
    [([], 0, 0), ([0], 1, 1), ([1, 2], 2, 2), ([2, 3, 4], 0, 3), ([0, 1, 3, 4, 5, 5], 2, 3)],
    ids=["never", "today", "not yet today", "broken", "longer before"],
)
def test_a_streak_lasts_until_a_day_is_over_without_an_answer(
    ago: list[int], current: int, longest: int
) -> None:
    found = streaks([DAY - days for days in ago], DAY)
    assert (found.current, found.longest) == (current, longest)
