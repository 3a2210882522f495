from __future__ import annotations

from datetime import UTC, datetime, timedelta

import fsrs
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mdquiz.memory.vector import DEFAULT_PARAMETERS, VectorFsrs6

START = datetime(2020, 1, 1, tzinfo=UTC)
HISTORIES = st.lists(
    st.tuples(st.integers(min_value=0, max_value=400), st.integers(min_value=1, max_value=4)),
    min_size=1,
    max_size=12,
)


def sane_parameters() -> st.SearchStrategy[tuple[float, ...]]:
    factor = st.floats(min_value=0.8, max_value=1.25)
    return st.tuples(*[factor] * 21).map(
        lambda factors: tuple(
            min(max(w * f, low), high)
            for w, f, low, high in zip(
                DEFAULT_PARAMETERS,
                factors,
                fsrs.scheduler.LOWER_BOUNDS_PARAMETERS,
                fsrs.scheduler.UPPER_BOUNDS_PARAMETERS,
                strict=True,
            )
        )
    )


def library(parameters: tuple[float, ...]) -> fsrs.Scheduler:
    return fsrs.Scheduler(parameters, learning_steps=(), relearning_steps=(), enable_fuzzing=False)


def test_the_default_parameters_are_the_librarys() -> None:
    assert fsrs.scheduler.DEFAULT_PARAMETERS == DEFAULT_PARAMETERS


@settings(max_examples=60, deadline=None)
@given(HISTORIES, sane_parameters())
def test_every_history_leaves_the_state_the_library_gives(
    history: list[tuple[int, int]], parameters: tuple[float, ...]
) -> None:
    scheduler, model = library(parameters), VectorFsrs6(parameters)
    card, day = fsrs.Card(card_id=1), 0
    stability = difficulty = np.asarray(0.0)
    for number, (gap, rating) in enumerate(history):
        day += gap
        card, _ = scheduler.review_card(card, fsrs.Rating(rating), START + timedelta(days=day))
        rated = np.asarray(rating)
        if number == 0:
            stability, difficulty = model.first(rated)
        else:
            stability, difficulty = model.review(
                stability, difficulty, np.asarray(float(gap)), rated
            )
        assert float(stability) == pytest.approx(card.stability, rel=1e-9)
        assert float(difficulty) == pytest.approx(card.difficulty, rel=1e-9)
        later = scheduler.get_card_retrievability(card, START + timedelta(days=day + 17))
        assert float(model.recall(np.asarray(17.0), stability)) == pytest.approx(later, rel=1e-9)
        assert card.due is not None
        due = (card.due - START).days - day
        assert int(model.interval(stability, 0.9)) == due


def test_many_cards_at_once_are_each_card_alone() -> None:
    model = VectorFsrs6()
    stability = np.array([0.3, 2.0, 40.0, 40.0])
    difficulty = np.array([9.0, 5.0, 2.0, 2.0])
    elapsed = np.array([0.0, 3.0, 30.0, 0.0])
    rating = np.array([1, 2, 3, 4])
    together = model.review(stability, difficulty, elapsed, rating)
    for at in range(4):
        alone = model.review(stability[at], difficulty[at], elapsed[at], rating[at])
        assert together[0][at] == pytest.approx(float(alone[0]), rel=1e-12)
        assert together[1][at] == pytest.approx(float(alone[1]), rel=1e-12)
