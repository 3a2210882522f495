"""The memory model, held against the library it hides and against its own formula."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest
from fsrs import Card, Scheduler
from fsrs import Rating as LibraryRating
from hypothesis import given, settings
from hypothesis import strategies as st

from mdquiz.errors import ProgressNewerError, SettingsError
from mdquiz.grading.verdict import Rating
from mdquiz.memory.model import MAX_INTERVAL, Fsrs6, Memory, model_of

RATINGS = st.sampled_from(list(Rating))
EPOCH = datetime(2020, 1, 1, tzinfo=UTC)


@given(
    first=RATINGS,
    later=st.lists(st.tuples(st.integers(1, 400), RATINGS), max_size=12),
    retention=st.floats(0.70, 0.99),
)
@settings(max_examples=60, deadline=None)
def test_whole_days_agree_with_the_library_to_the_last_bit(
    first: Rating, later: list[tuple[int, Rating]], retention: float
) -> None:
    model = Fsrs6(desired_retention=retention)
    library = Scheduler(
        desired_retention=retention, learning_steps=(), relearning_steps=(), enable_fuzzing=False
    )
    moment = EPOCH
    card, _ = library.review_card(Card(card_id=1), LibraryRating(first), moment)
    memory = model.init(first)
    for gap, rating in later:
        moment += timedelta(days=gap)
        assert model.recall(memory, gap) == library.get_card_retrievability(card, moment)
        card, _ = library.review_card(card, LibraryRating(rating), moment)
        memory = model.step(memory, gap, rating)
        assert memory == (card.stability, card.difficulty)
        assert model.interval(memory.stability) == min((card.due - moment).days, MAX_INTERVAL)


@given(stability=st.floats(0.001, 30_000), retention=st.floats(0.70, 0.99))
@settings(max_examples=100, deadline=None)
def test_an_interval_is_a_day_at_least_and_ten_years_at_most(
    stability: float, retention: float
) -> None:
    assert 1 <= Fsrs6(desired_retention=retention).interval(stability) <= MAX_INTERVAL


def test_recall_falls_to_nine_tenths_after_stability_days() -> None:
    assert Fsrs6().recall(Memory(10.0, 5.0), 10) == pytest.approx(0.9)


def test_a_gap_below_zero_counts_as_the_same_day() -> None:
    model = Fsrs6()
    memory = Memory(10.0, 5.0)
    assert model.step(memory, -3, Rating.GOOD) == model.step(memory, 0, Rating.GOOD)
    assert model.recall(memory, -3) == 1.0


@pytest.mark.parametrize("retention", [0.0, 0.5, 0.699, 0.991, 1.0, -1.0, float("nan")])
def test_a_desired_retention_out_of_range_is_refused_with_the_range(retention: float) -> None:
    with pytest.raises(SettingsError) as caught:
        Fsrs6(desired_retention=retention)
    assert "0.70 to 0.99" in caught.value.hint


def test_parameters_of_another_version_or_out_of_bounds_are_refused() -> None:
    with pytest.raises(SettingsError, match="21 parameters, not 17"):
        Fsrs6(parameters=[1.0] * 17)
    wild = list(Fsrs6().parameters)
    wild[4] = 99.0
    with pytest.raises(SettingsError, match=r"parameters\[4\]"):
        Fsrs6(parameters=wild)


def test_a_model_comes_back_from_what_the_log_keeps_of_it() -> None:
    parameters = [*Fsrs6().parameters[:20], 0.2]
    model = Fsrs6(parameters, desired_retention=0.87)
    again = model_of(model.name, model.parameters_json)
    assert again.parameters_json == model.parameters_json
    assert again.step(Memory(3.3, 6.1), 9, Rating.HARD) == model.step(
        Memory(3.3, 6.1), 9, Rating.HARD
    )
    assert json.loads(model.parameters_json)["desired_retention"] == 0.87


def test_a_log_of_an_unknown_model_asks_for_a_newer_mdquiz() -> None:
    with pytest.raises(ProgressNewerError, match=r"fsrs-9/1\.0"):
        model_of("fsrs-9/1.0", "{}")


def test_importing_memory_does_not_load_the_fsrs_library() -> None:
    code = (
        "import sys, mdquiz.memory.fold, mdquiz.memory.queue, mdquiz.memory.preview\n"
        "print([name for name in ('fsrs', 'pydantic', 'textual') if name in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"
