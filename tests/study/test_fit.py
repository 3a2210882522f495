"""Fitting the memory model to one learner: judged on what came later, kept only if better."""

from __future__ import annotations

import importlib.util
import math
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from mdquiz.clock import ManualClock
from mdquiz.decks.card import CardId
from mdquiz.errors import UsageError
from mdquiz.insight.answers import Answer, logged_answers
from mdquiz.insight.calibration import model_calibration
from mdquiz.memory.vector import DEFAULT_PARAMETERS
from mdquiz.progress.log import Kind
from mdquiz.settings import Settings
from mdquiz.study.desk import Desk
from mdquiz.study.fit import (
    Fit,
    History,
    Judged,
    fit_memory,
    keep_fit,
    keep_if_better,
    optimised,
    paired_gain,
    predicted,
    review_histories,
    undo_fit,
    until,
)
from mdquiz.study.fit_lines import fit_lines, verdict_words
from mdquiz.study.history import History as CardHistory
from tests.desks import MORNING, desk_with, short_deck
from tests.study.logs import study_plainly

needs_optimiser = pytest.mark.skipif(
    importlib.util.find_spec("fsrs_rs_python") is None, reason="the extra mdquiz[fit] is not there"
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    clock = ManualClock.at(MORNING)
    settings = Settings(shipped_decks=False, new_per_day=10)
    with desk_with(tmp_path, short_deck(60), settings=settings, clock=clock) as desk:
        study_plainly(desk, clock, 25)
        yield desk


def rash(_: Sequence[History]) -> tuple[float, ...]:
    """Parameters of one who never forgets: every miss comes as a great surprise."""
    return (90.0, 91.0, 92.0, 93.0, *DEFAULT_PARAMETERS[4:])


def test_the_published_parameters_predict_what_the_schedule_predicted(desk: Desk) -> None:
    answers = logged_answers(desk.store.all_rows())
    ours = model_calibration(predicted(review_histories(answers), DEFAULT_PARAMETERS))
    scheduled = model_calibration(answers)
    assert ours.reviews == scheduled.reviews > 100
    assert ours.log_loss == pytest.approx(scheduled.log_loss, abs=1e-9)


def test_a_fresh_start_begins_another_history(desk: Desk) -> None:
    card = next(iter(desk.states))
    before = len(review_histories(logged_answers(desk.store.all_rows())))
    desk.reset([card])
    assert isinstance(desk.clock, ManualClock)
    desk.clock.advance(days=1)
    study_plainly(desk, desk.clock, 3)
    assert len(review_histories(logged_answers(desk.store.all_rows()))) == before + 1


def test_nothing_of_the_judged_reviews_is_trained_on(desk: Desk) -> None:
    seen: list[Sequence[History]] = []

    def spying(histories: Sequence[History]) -> tuple[float, ...]:
        seen.append(histories)
        return DEFAULT_PARAMETERS

    found = fit_memory(desk, spying, least=100)
    first = max(answer.at_ms for own in seen[0] for answer in own)
    later = [answer.at_ms for own in seen[1] for answer in own if answer.at_ms > first]
    assert found.trained_on + found.judged_on == found.reviews
    assert len(later) >= found.judged_on
    assert until(seen[1], min(later)) == list(seen[0])


def test_with_few_reviews_it_refuses(desk: Desk) -> None:
    with pytest.raises(UsageError, match="repeated reviews to fit to"):
        fit_memory(desk, rash, least=10_000)


def test_worse_parameters_are_seen_to_be_worse(desk: Desk) -> None:
    assert not fit_memory(desk, rash, least=100).better


def test_a_gain_within_chance_is_not_called_better(desk: Desk) -> None:
    """A hair of change in the forgetting curve predicts some reviews better, others worse."""

    def near(_: Sequence[History]) -> tuple[float, ...]:
        return (*DEFAULT_PARAMETERS[:20], DEFAULT_PARAMETERS[20] * 1.01)

    def other(_: Sequence[History]) -> tuple[float, ...]:
        return (*DEFAULT_PARAMETERS[:20], DEFAULT_PARAMETERS[20] * 0.99)

    found = [fit_memory(desk, way, least=100) for way in (near, other)]
    assert max(fit.gain for fit in found) > 0
    assert not any(fit.better for fit in found)
    assert found[0].gain == pytest.approx(found[0].before.log_loss - found[0].after.log_loss)


def test_reviews_of_one_card_are_one_observation() -> None:
    def review(card: int, predicted: float) -> Answer:
        return Answer(
            CardId("d", f"q{card}"), Kind.DRILL, 1, 1, 3, "right", "", 5.0, predicted=predicted
        )

    cards = [0, 0, 0, 1, 1, 1, 2, 2, 2]
    before = [review(card, 0.8) for card in cards]
    after = [review(card, (0.95, 0.7, 0.9)[card]) for card in cards]
    apart = [replace(one, card=CardId("d", f"q{at}")) for at, one in enumerate(before)]
    gain, error = paired_gain(before, after)
    same_gain, smaller = paired_gain(apart, after)
    assert gain == pytest.approx(same_gain)
    assert error > 1.4 * smaller > 0
    assert paired_gain(before[:3], after[:3]) == (0.0, math.inf)


def gloomy(_: Sequence[History]) -> tuple[float, ...]:
    """Parameters of one who forgets at once: whatever is remembered comes as a surprise."""
    return (*[0.01] * 4, *DEFAULT_PARAMETERS[4:8], 0.0, *DEFAULT_PARAMETERS[9:20], 0.8)


def test_only_what_predicts_better_by_far_comes_into_force(desk: Desk) -> None:
    assert not keep_if_better(desk, fit_memory(desk, rash, least=100))
    assert desk.store.fits.parameters() is None
    keep_fit(desk, fit_memory(desk, gloomy, least=100))
    assert keep_if_better(desk, fit_memory(desk, lambda _: DEFAULT_PARAMETERS, least=100))
    assert desk.store.fits.parameters() == DEFAULT_PARAMETERS


def test_kept_parameters_count_from_the_next_review_and_move_no_card(desk: Desk) -> None:
    before = dict(desk.states)
    keep_fit(desk, fit_memory(desk, rash, least=100))
    assert "90.0" in desk.model.parameters_json
    assert desk.states == before
    assert CardHistory(desk.store).differing() == 0
    assert isinstance(desk.clock, ManualClock)
    study_plainly(desk, desk.clock, 3)
    assert CardHistory(desk.store).differing() == 0  # each row by its own parameters


def test_taking_back_goes_to_the_fit_before_and_then_to_the_published_parameters(
    desk: Desk,
) -> None:
    published = desk.model.parameters_json
    fit = fit_memory(desk, rash, least=100)
    keep_fit(desk, fit)
    first = desk.model.parameters_json
    keep_fit(desk, fit_memory(desk, lambda _: DEFAULT_PARAMETERS, least=100))
    assert undo_fit(desk)
    assert desk.model.parameters_json == first
    assert not undo_fit(desk)
    assert desk.model.parameters_json == published
    with pytest.raises(UsageError, match="no fit to take back"):
        undo_fit(desk)


@needs_optimiser
def test_the_optimiser_runs_in_its_own_process_and_always_finds_the_same(desk: Desk) -> None:
    histories = review_histories(logged_answers(desk.store.all_rows()))
    found = optimised(histories)
    assert len(found) == len(DEFAULT_PARAMETERS)
    assert found == optimised(histories)
    loss = [
        model_calibration(predicted(histories, parameters)).log_loss
        for parameters in (found, DEFAULT_PARAMETERS)
    ]
    # The published parameters are the truth here: as good as them is as good as can be.
    assert loss[0] < loss[1] + 0.02 < math.log(2)


def test_without_the_optimiser_it_says_so_before_anything_else(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "fsrs_rs_python", None)
    said: list[str] = []
    with pytest.raises(UsageError, match="not installed") as refused:
        fit_memory(desk, progress=said.append, least=100)
    assert not said
    assert "mdquiz[fit]" in refused.value.hint


@pytest.mark.parametrize("width", [40, 80])
def test_what_was_found_says_which_figure_decides(width: int) -> None:
    found = Fit(
        reviews=1_514, trained_on=1_211, judged_on=303,
        before=Judged(0.6413, 0.154), after=Judged(0.6436, 0.125),
        gain=-0.0023, gain_error=0.01, parameters=DEFAULT_PARAMETERS,
    )  # fmt: skip
    lines = fit_lines(found, width)
    assert max(map(len, lines)) <= width
    said = " ".join(" ".join(lines).split())
    assert "Log loss decides." in said
    assert "Error is how far" in said
    assert "By log loss the present parameters" in verdict_words(found, dry_run=False)
