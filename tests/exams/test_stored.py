from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mdquiz.clock import Steady
from mdquiz.decks.asked import Asked, Claim, Expected, Form, Option, Source
from mdquiz.decks.card import CardId
from mdquiz.errors import ProgressDamagedError
from mdquiz.exams.event import Event, EventKind
from mdquiz.exams.rescore import Correction, TypedKey
from mdquiz.exams.stored import (
    asked_from,
    asked_value,
    correction_from,
    correction_value,
    event_from,
    event_value,
)
from mdquiz.grading.verdict import Response

WORDS = st.text(max_size=8)
SOME = st.lists(WORDS, max_size=3).map(tuple)
KEYS = st.one_of(
    WORDS, st.integers(), st.floats(allow_nan=False), st.dates(), SOME, st.just(date(2024, 1, 5))
)
ASKED = st.builds(
    Asked,
    card=st.builds(CardId, WORDS, WORDS, WORDS),
    type=WORDS,
    form=st.sampled_from(Form),
    language=WORDS,
    stem=WORDS,
    answer=WORDS,
    languages=SOME,
    passage=WORDS,
    claims=st.lists(st.builds(Claim, WORDS, WORDS, st.booleans(), WORDS, WORDS), max_size=3).map(
        tuple
    ),
    columns=SOME,
    lists=st.lists(st.lists(st.tuples(WORDS, WORDS), max_size=2).map(tuple), max_size=2).map(tuple),
    list_titles=SOME,
    closing=WORDS,
    options=st.lists(
        st.builds(
            Option,
            WORDS,
            st.booleans(),
            WORDS,
            st.none() | st.lists(st.booleans(), max_size=3).map(tuple),
        ),
        max_size=4,
    ).map(tuple),
    arrange=SOME,
    arrange_key=SOME,
    expected=st.none()
    | st.builds(Expected, KEYS, WORDS, SOME, st.none() | st.just("5%") | st.just(0.5)),
    hint=WORDS,
    explanation=WORDS,
    sources=st.lists(
        st.builds(Source, WORDS, WORDS, st.none() | st.tuples(st.integers(), st.integers()), WORDS),
        max_size=2,
    ).map(tuple),
    tags=SOME,
    answer_hash=WORDS,
)


@settings(max_examples=40)
@given(ASKED)
def test_a_question_as_asked_survives_storage_whole(asked: Asked) -> None:
    assert asked_from(json.loads(json.dumps(asked_value(asked)))) == asked


@given(
    st.builds(
        Event,
        st.sampled_from(EventKind),
        st.integers(),
        st.integers(0, 200),
        st.none()
        | st.builds(
            Response,
            WORDS,
            st.lists(st.integers(0, 5)).map(tuple),
            st.lists(st.integers(0, 5)).map(tuple),
        ),
        WORDS,
        st.integers(),
        st.integers(),
        st.none() | st.builds(Steady, WORDS, st.integers(), st.booleans()),
    )
)
def test_an_event_survives_storage_whole(event: Event) -> None:
    assert event_from(json.loads(json.dumps(event_value(event)))) == event


@pytest.mark.parametrize(
    "value", [{}, {"kind": "cheat", "at_ms": 1}, {"kind": "answer", "at_ms": 1, "response": 5}]
)
def test_a_damaged_event_is_refused_in_words(value: dict[str, object]) -> None:
    with pytest.raises(ProgressDamagedError):
        event_from(value)


@given(
    st.builds(
        Correction,
        st.integers(1, 200),
        st.booleans(),
        st.lists(st.integers(0, 4)).map(tuple),
        st.lists(
            st.builds(TypedKey, WORDS, st.builds(Expected, KEYS, WORDS, SOME), WORDS), max_size=2
        ).map(tuple),
        WORDS,
        st.booleans(),
    )
)
def test_a_correction_survives_storage_whole(correction: Correction) -> None:
    assert correction_from(json.loads(json.dumps(correction_value(correction)))) == correction


def test_a_correction_stored_before_keys_had_languages_is_read() -> None:
    value = {"number": 3, "dropped": False, "right": [], "reason": "", "by_hand": True}
    value |= {"expected": {"value": 8, "kind": "number", "accept": []}, "answer": "8"}
    assert correction_from(value) == Correction(
        3, typed=(TypedKey("", Expected(8, "number"), "8"),), by_hand=True
    )
    assert correction_from(value | {"expected": None}) == Correction(3, by_hand=True)


def test_a_damaged_correction_is_refused_in_words() -> None:
    with pytest.raises(ProgressDamagedError):
        correction_from({"number": 3})
