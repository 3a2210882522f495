from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdquiz.exams.attempt import (
    BY_HAND,
    BY_TIME,
    Attempt,
    Palette,
    Submission,
    after,
    begun,
    folded_attempt,
    refusal,
    standing,
)
from mdquiz.exams.confidence import Bucket
from mdquiz.exams.event import Event, EventKind
from mdquiz.exams.marking import mark
from mdquiz.exams.paper import Paper
from mdquiz.grading.verdict import Response
from tests.exams.papers import choice, full_paper, paper, scheme

START = 1_700_000_000_000
MINUTE = 60_000


def ten() -> Paper:
    return paper(scheme(), [choice(at) for at in range(1, 11)], seconds=600)


def event(
    kind: EventKind,
    number: int = 0,
    *,
    at: int = 1000,
    chosen: int | None = None,
    value: str = "",
    spent: int = 0,
) -> Event:
    response = None if chosen is None else Response(chosen=(chosen,))
    return Event(kind, START + at, number, response, value, spent)


def run(made: Paper, *events: Event) -> Attempt:
    return folded_attempt(made, START, events)


def test_the_palette_knows_the_five_states_of_the_exam_hall() -> None:
    attempt = run(
        ten(),
        event(EventKind.ANSWER, 1, chosen=0),
        event(EventKind.VISIT, 2),
        event(EventKind.MARK, 3),
        event(EventKind.ANSWER, 4, chosen=2),
        event(EventKind.MARK, 4),
    )
    states = [reply.palette for reply in attempt.replies[:5]]
    assert states == [
        Palette.ANSWERED,
        Palette.NOT_ANSWERED,
        Palette.MARKED,
        Palette.ANSWERED_MARKED,
        Palette.NOT_VISITED,
    ]
    assert sum(attempt.palette().values()) == 10


def test_the_first_question_is_open_from_the_start() -> None:
    attempt = begun(ten(), START)
    assert (attempt.current, attempt.reply(1).palette) == (1, Palette.NOT_ANSWERED)


def test_clearing_takes_the_answer_and_its_confidence_back() -> None:
    attempt = run(
        ten(),
        event(EventKind.ANSWER, 1, chosen=0, value="sure"),
        event(EventKind.CLEAR, 1),
    )
    reply = attempt.reply(1)
    assert (reply.response, reply.bucket, reply.answered) == (None, Bucket.UNSAID, False)


def test_an_answer_of_nothing_clears() -> None:
    nothing = Event(EventKind.ANSWER, START + 2, 1, Response(typed="  "))
    attempt = run(ten(), event(EventKind.ANSWER, 1, chosen=0, at=1), nothing)
    assert not attempt.reply(1).answered


def test_a_changed_answer_remembers_what_stood_before() -> None:
    attempt = run(ten(), event(EventKind.ANSWER, 1, chosen=0), event(EventKind.ANSWER, 1, chosen=3))
    reply = attempt.reply(1)
    assert reply.response == Response(chosen=(3,))
    assert reply.earlier == (Response(chosen=(0,)),)


def test_at_zero_the_paper_is_handed_in_at_its_deadline() -> None:
    attempt = run(ten(), event(EventKind.ANSWER, 1, chosen=0))
    assert standing(attempt, START + 599_999).submitted is None
    closed = standing(attempt, START + 5 * 3600_000)
    assert closed.submitted == Submission(START + 600_000, BY_TIME)


def test_a_suspended_laptop_grants_no_time() -> None:
    late = event(EventKind.ANSWER, 2, at=600_000, chosen=0)
    attempt = run(ten(), event(EventKind.ANSWER, 1, chosen=0), late)
    assert not attempt.reply(2).answered
    assert attempt.submitted == Submission(START + 600_000, BY_TIME)
    assert "time is over" in refusal(attempt, late)


def test_nothing_changes_after_handing_in() -> None:
    attempt = run(
        ten(), event(EventKind.SUBMIT, at=5000), event(EventKind.ANSWER, 1, at=6000, chosen=0)
    )
    assert attempt.submitted == Submission(START + 5000, BY_HAND)
    assert not attempt.reply(1).answered


def test_time_is_counted_on_the_question_that_was_open() -> None:
    attempt = run(
        ten(),
        event(EventKind.ANSWER, 1, at=20_000, chosen=0, spent=20_000),
        event(EventKind.VISIT, 5, at=21_000, spent=1000),
        event(EventKind.TICK, at=51_000, spent=30_000),
    )
    assert (attempt.reply(1).spent_ms, attempt.reply(5).spent_ms) == (21_000, 30_000)


def test_time_counted_never_passes_the_clock_or_the_deadline() -> None:
    attempt = run(ten(), event(EventKind.TICK, at=1000, spent=50_000))
    assert attempt.reply(1).spent_ms == 1000
    attempt = run(ten(), event(EventKind.TICK, at=700_000, spent=700_000))
    assert attempt.reply(1).spent_ms == 600_000


def test_a_crash_and_a_resume_give_the_same_attempt() -> None:
    before = [
        event(EventKind.ANSWER, 1, chosen=0, at=1000),
        event(EventKind.MARK, 2, at=2000),
    ]
    attempt = run(ten(), *before, event(EventKind.RESUME, at=90_000))
    assert attempt.resumed == 1
    assert attempt.replies == run(ten(), *before).replies
    assert attempt.left_ms(START + 90_000) == 510_000


def test_locked_sections_open_one_after_the_other() -> None:
    made = full_paper("ssc-cgl-t1")
    attempt = begun(made, START)
    assert attempt.open_numbers == range(1, 26)
    assert "not open" in refusal(attempt, event(EventKind.VISIT, 26))
    attempt = standing(attempt, START + 15 * MINUTE)
    assert (attempt.open_numbers, attempt.current) == (range(26, 51), 26)
    assert "not open" in refusal(attempt, event(EventKind.ANSWER, 1, at=15 * MINUTE, chosen=0))


def test_a_section_closed_early_begins_the_next_at_once_and_carries_no_time_over() -> None:
    made = full_paper("ssc-cgl-t1")
    attempt = run(made, event(EventKind.SECTION, at=5 * MINUTE))
    assert (attempt.current, attempt.deadline_ms) == (26, START + 20 * MINUTE)


def test_a_locked_paper_left_alone_runs_through_all_its_sections() -> None:
    made = full_paper("ibps-po-pre")
    attempt = standing(begun(made, START), START + 50 * MINUTE)
    assert (attempt.section, attempt.deadline_ms) == (2, START + 60 * MINUTE)
    closed = standing(attempt, START + 24 * 60 * MINUTE)
    assert closed.submitted == Submission(START + 60 * MINUTE, BY_TIME)


def test_closing_the_last_section_hands_in() -> None:
    made = full_paper("ibps-po-pre")
    closing = [event(EventKind.SECTION, at=at) for at in (1000, 2000, 3000)]
    assert run(made, *closing).submitted == Submission(START + 3000, BY_HAND)


def test_an_open_paper_has_no_section_to_close() -> None:
    attempt = begun(ten(), START)
    assert refusal(attempt, event(EventKind.SECTION))


@pytest.mark.parametrize(
    "bad",
    [
        event(EventKind.VISIT, 11),
        event(EventKind.ANSWER, -1, chosen=0),
        event(EventKind.ANSWER, 1, chosen=4),
        event(EventKind.DECLINE, 1),
        event(EventKind.CONFIDENCE, 1, value="very"),
    ],
)
def test_what_cannot_happen_is_refused_and_changes_nothing(bad: Event) -> None:
    attempt = begun(ten(), START)
    assert refusal(attempt, bad).endswith(".")
    assert after(attempt, bad) == replace(attempt, last_ms=bad.at_ms)


def test_the_fifth_option_is_there_only_where_the_exam_has_it() -> None:
    made = full_paper("rpsc-ras")
    attempt = run(made, event(EventKind.DECLINE, 1))
    assert attempt.reply(1).declined
    assert attempt.reply(1).palette is Palette.ANSWERED


KINDS = st.sampled_from([kind for kind in EventKind if kind is not EventKind.CONFIDENCE])
EVENTS = st.lists(
    st.builds(
        Event,
        kind=KINDS,
        at_ms=st.integers(START - 1000, START + 700_000),
        number=st.integers(0, 11),
        response=st.none() | st.builds(Response, chosen=st.tuples(st.integers(0, 4))),
        value=st.sampled_from(["", "sure", "blind"]),
        spent_ms=st.integers(-10, 100_000),
        amount_ms=st.integers(0, 1000),
    ),
    max_size=25,
)


@given(EVENTS)
def test_the_palette_counts_add_up_to_the_paper_whatever_happens(events: list[Event]) -> None:
    attempt = run(ten(), *events)
    assert sum(attempt.palette().values()) == 10
    assert 1 <= attempt.current <= 10


@given(EVENTS)
def test_time_on_questions_never_exceeds_the_time_of_the_paper(events: list[Event]) -> None:
    attempt = run(ten(), *sorted(events, key=lambda one: one.at_ms))
    assert sum(reply.spent_ms for reply in attempt.replies) <= 600_000


@given(EVENTS, st.integers(0, 25))
def test_folding_can_stop_anywhere_and_go_on(events: list[Event], cut: int) -> None:
    attempt = run(ten(), *events[:cut])
    for one in events[cut:]:
        attempt = after(attempt, one)
    assert attempt == run(ten(), *events)


@given(st.dictionaries(st.integers(1, 10), st.integers(0, 3)))
def test_answering_in_another_order_scores_the_same(
    answers: dict[int, int],
) -> None:
    numbers = list(answers)
    given_in_order = [
        event(EventKind.ANSWER, number, at=at, chosen=answers[number])
        for at, number in enumerate(numbers)
    ]
    backwards = [
        event(EventKind.ANSWER, number, at=at, chosen=answers[number])
        for at, number in enumerate(reversed(numbers))
    ]
    one, other = run(ten(), *given_in_order), run(ten(), *backwards)
    assert mark(one.paper, one.replies).total.score == mark(other.paper, other.replies).total.score
    right = sum(chosen == 0 for chosen in answers.values())
    expected = 2 * right - Fraction(2, 3) * (len(answers) - right)
    assert mark(one.paper, one.replies).total.score == expected
