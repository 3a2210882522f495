"""Memory parameters fitted to the learner's own log, and judged on its later reviews."""

from __future__ import annotations

import importlib.util
import json
import math
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from mdquiz.decks.card import CardId
from mdquiz.errors import SettingsError, UsageError
from mdquiz.insight.answers import Answer, logged_answers
from mdquiz.insight.calibration import model_calibration, review_loss
from mdquiz.memory.model import Fsrs6
from mdquiz.memory.vector import DEFAULT_PARAMETERS, VectorFsrs6
from mdquiz.progress.fits import StoredFit
from mdquiz.progress.ids import IDS

if TYPE_CHECKING:
    from mdquiz.study.desk import Desk

LEAST_REVIEWS = 400
"""Reviews with something to predict. Anki, too, asked for 400 reviews before it let FSRS be fitted
(github.com/ankitects/anki/pull/2977): with fewer the published parameters mostly predict better."""
TRAINING_SHARE = 0.8
"""The earlier reviews, by which parameters are judged on the rest."""
SURE_ERRORS = 1.64
"""Standard errors that a gain must exceed: chance alone comes so far one time in twenty."""

History = list[Answer]
"""The scheduled reviews of one card from its first (or from a fresh start) on."""
Optimiser = Callable[[Sequence[History]], tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Judged:
    """How well parameters predict reviews they were not fitted to.

    Attributes:
        log_loss: Mean −ln of the probability given to what happened.
        error: Root mean square distance of seen from predicted.
    """

    log_loss: float
    error: float


@dataclass(frozen=True, slots=True)
class Fit:
    """What a fit found.

    Attributes:
        reviews: Reviews with something to predict.
        trained_on: How many of them parameters were fitted to before judging.
        judged_on: The later ones, on which both were judged.
        before: The present parameters.
        after: The fitted ones.
        gain: How much less log loss the fitted ones have; a review judged by both, on average.
        gain_error: Standard error of that, reviews of one card taken as one.
        parameters: Fitted to all reviews.
    """

    reviews: int
    trained_on: int
    judged_on: int
    before: Judged
    after: Judged
    gain: float
    gain_error: float
    parameters: tuple[float, ...]

    @property
    def better(self) -> bool:
        """Whether the fitted parameters predict the later reviews better, and not by chance."""
        return self.gain > SURE_ERRORS * self.gain_error

    def as_json(self) -> dict[str, Any]:
        """Everything as plain data."""
        return {**asdict(self), "better": self.better}


def review_histories(answers: Sequence[Answer]) -> list[History]:
    """The scheduled reviews of each card, oldest first; a fresh start begins another history."""
    by_card: dict[CardId, list[History]] = {}
    for answer in answers:
        if not answer.review:
            continue
        own = by_card.setdefault(answer.card, [])
        if answer.first:
            own.append([])
        if own:
            own[-1].append(answer)
    return [history for own in by_card.values() for history in own]


def until(histories: Sequence[History], at_ms: int) -> list[History]:
    """What of the histories had happened before an instant."""
    cut = ([answer for answer in history if answer.at_ms < at_ms] for history in histories)
    return [history for history in cut if history]


def predicted(histories: Sequence[History], parameters: Sequence[float]) -> list[Answer]:
    """Every review but the first ones, with what `parameters` would have expected of it."""
    memory = VectorFsrs6(tuple(parameters))
    stability, difficulty = np.zeros(len(histories)), np.zeros(len(histories))
    found = []
    for number in range(max(map(len, histories), default=0)):
        at = np.array([place for place, own in enumerate(histories) if len(own) > number])
        now = [histories[place][number] for place in at]
        rating = np.array([answer.rating for answer in now], dtype=np.int64)
        if number == 0:
            stability[at], difficulty[at] = memory.first(rating)
            continue
        elapsed = np.array([answer.elapsed for answer in now], dtype=np.float64)
        recall = memory.recall(elapsed, stability[at])
        found += [
            replace(answer, predicted=float(expected))
            for answer, expected in zip(now, recall, strict=True)
        ]
        stability[at], difficulty[at] = memory.review(
            stability[at], difficulty[at], elapsed, rating
        )
    return found


def fit_memory(
    desk: Desk,
    optimise: Optimiser | None = None,
    progress: Callable[[str], None] = lambda _: None,
    least: int = LEAST_REVIEWS,
) -> Fit:
    """Fit parameters to the log and judge them on its later part; nothing is stored.

    Args:
        desk: Where progress is at hand.
        optimise: Finds parameters for histories; None for the one of the extra `mdquiz[fit]`.
        progress: Told in words what goes on.
        least: Refuse with fewer reviews.

    Raises:
        UsageError: There are too few reviews, or the extra is not installed.
        SettingsError: The optimiser found what no memory model can use.
    """
    optimise = optimise or optimised
    histories = review_histories(logged_answers(desk.store.all_rows()))
    moments = sorted(answer.at_ms for own in histories for answer in own[1:])
    if len(moments) < least:
        raise UsageError(
            f"There are {len(moments)} repeated reviews to fit to, and fewer than {least} would "
            "make predictions worse.",
            "Until then the published parameters serve you best.",
        )
    if optimise is optimised and importlib.util.find_spec("fsrs_rs_python") is None:
        raise not_installed()
    split = moments[int(TRAINING_SHARE * len(moments))]
    progress("Fitting to the earlier four fifths of your reviews ...")
    tried = optimise(until(histories, split))
    progress("Judging on the last fifth ...")
    present = desk.store.fits.parameters() or DEFAULT_PARAMETERS
    later = [_later(histories, each, split) for each in (present, tried)]
    before, after = (model_calibration(answers) for answers in later)
    gain, gain_error = paired_gain(*later)
    progress("Fitting to all of them ...")
    parameters = optimise(histories)
    Fsrs6(parameters)  # refuses what it cannot use
    return Fit(
        reviews=len(moments),
        trained_on=sum(moment < split for moment in moments),
        judged_on=before.reviews,
        before=Judged(before.log_loss, before.error),
        after=Judged(after.log_loss, after.error),
        gain=gain,
        gain_error=gain_error,
        parameters=parameters,
    )


def _later(histories: Sequence[History], parameters: Sequence[float], split: int) -> list[Answer]:
    return [answer for answer in predicted(histories, parameters) if answer.at_ms >= split]


def paired_gain(before: Sequence[Answer], after: Sequence[Answer]) -> tuple[float, float]:
    """How much less log loss the same reviews have, on average, and the standard error of that.

    Reviews of one card share what is odd about it, so that each card is one observation: the error
    is the cluster-robust one (Liang and Zeger 1986, Biometrika 73).

    Args:
        before: Reviews with one prediction.
        after: The same, in the same order, with another.
    """
    by_card: dict[CardId, list[float]] = {}
    for one, other in zip(before, after, strict=True):
        by_card.setdefault(one.card, []).append(review_loss(one) - review_loss(other))
    count = len(before)
    if len(by_card) < 2:
        return 0.0, math.inf
    mean = sum(map(sum, by_card.values())) / count
    spread = sum((sum(own) - mean * len(own)) ** 2 for own in by_card.values())
    return mean, math.sqrt(spread * len(by_card) / (len(by_card) - 1)) / count


def optimised(histories: Sequence[History]) -> tuple[float, ...]:
    """Parameters for the histories, found in a process of its own.

    Raises:
        UsageError: The optimiser is not installed.
        SettingsError: It failed.
    """
    job = json.dumps([[[answer.rating, answer.elapsed] for answer in own] for own in histories])
    done = subprocess.run(
        [sys.executable, "-m", "mdquiz.study.fit_process"],
        input=job,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode == NOT_INSTALLED:
        raise not_installed()
    try:
        found = json.loads(done.stdout)
        # A number at its bound comes back a hair beyond it, for the optimiser reckons in float32.
        return tuple(round(float(number), 6) for number in found)
    except (ValueError, TypeError):
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise SettingsError(
            f"The optimiser failed: {last}", "Nothing was changed; the present parameters stand."
        ) from None


def not_installed() -> UsageError:
    """Says what to install for a fit."""
    return UsageError(
        "The optimiser is not installed.", "Install it with `pip install 'mdquiz[fit]'`."
    )


NOT_INSTALLED = 3
"""Exit code of the optimiser's process where the extra is missing."""


def keep_fit(desk: Desk, fit: Fit) -> None:
    """Put fitted parameters in force: each card goes by them from its next review on."""
    now = desk.clock.now().utc_ms
    report = json.dumps(fit.as_json())
    desk.store.fits.add(StoredFit(IDS.new(now), now, fit.parameters, report))


def keep_if_better(desk: Desk, fit: Fit) -> bool:
    """Put fitted parameters in force where they predict better; whether they do."""
    if fit.better:
        keep_fit(desk, fit)
    return fit.better


def undo_fit(desk: Desk) -> bool:
    """Put the parameters before the last fit back in force; whether they are an earlier fit's.

    Raises:
        UsageError: There is no fit to take back.
    """
    standing: list[tuple[float, ...] | None] = []
    for fit in reversed(desk.store.fits.all()):
        if json.loads(fit.report).get("undo"):
            standing.pop()
        else:
            standing.append(fit.parameters)
    if not standing:
        raise UsageError("There is no fit to take back.", "The published parameters are in force.")
    before = standing[-2] if len(standing) > 1 else None
    now = desk.clock.now().utc_ms
    desk.store.fits.add(StoredFit(IDS.new(now), now, before, json.dumps({"undo": True})))
    return before is not None
