"""The memory model: how strong a memory is, and how a review changes it.

The only module that knows the FSRS library. What it hides of it: instants only in UTC, days that
are 24-hour spans, unseeded fuzz, learning steps, a card without an id that sleeps, a retrievability
of 0 for a new card, silently accepted negative gaps and unchecked desired retention.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, Protocol

from mdquiz.errors import ProgressNewerError, SettingsError
from mdquiz.grading.verdict import Rating

if TYPE_CHECKING:
    import fsrs

DEFAULT_RETENTION = 0.9
MIN_RETENTION = 0.70
MAX_RETENTION = 0.99
PARAMETER_COUNT = 21
MAX_INTERVAL = 3650
"""Ten years: further ahead than any exam, so that nothing is ever lost from sight."""

_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


class Memory(NamedTuple):
    """How well one card is held.

    Attributes:
        stability: Days until retrievability falls to 0.9; above 0.
        difficulty: 1 (easy) to 10.
    """

    stability: float
    difficulty: float


class MemoryModel(Protocol):
    """What scheduling needs of a memory model, whichever it is."""

    @property
    def name(self) -> str:
        """Name and version, logged with every review."""

    @property
    def parameters_json(self) -> str:
        """Parameters and desired retention, logged with every review; `model_of` reads it back."""

    def init(self, rating: Rating) -> Memory:
        """The memory after the first review."""

    def step(self, memory: Memory, elapsed_days: int, rating: Rating) -> Memory:
        """The memory after a review `elapsed_days` (0 or more; less counts as 0) later."""

    def recall(self, memory: Memory, elapsed_days: int) -> float:
        """Probability of recall, 0 to 1, `elapsed_days` after the last review."""

    def interval(self, stability: float) -> int:
        """Days, 1 to `MAX_INTERVAL`, until recall falls to the desired retention."""


class Fsrs6:
    """FSRS-6 on whole study days.

    Args:
        parameters: The 21 parameters; None for the published defaults.
        desired_retention: Recall to schedule for, 0.70 to 0.99.

    Raises:
        SettingsError: A parameter or the desired retention is out of its range.
    """

    name = "fsrs-6/6.3.2"

    def __init__(
        self,
        parameters: Sequence[float] | None = None,
        desired_retention: float = DEFAULT_RETENTION,
    ) -> None:
        if not MIN_RETENTION <= desired_retention <= MAX_RETENTION:
            raise SettingsError(
                f"Desired retention is {desired_retention}.",
                f"Choose a number from {MIN_RETENTION:.2f} to {MAX_RETENTION:.2f}; "
                f"{DEFAULT_RETENTION} suits most learners.",
            )
        if parameters is not None and len(parameters) != PARAMETER_COUNT:
            raise SettingsError(
                f"The memory model has {PARAMETER_COUNT} parameters, not {len(parameters)}.",
                "`mdquiz fit --undo` goes back to the parameters before them.",
            )
        self.desired_retention = float(desired_retention)
        self._scheduler = _scheduler(parameters, self.desired_retention)
        self.parameters: tuple[float, ...] = tuple(float(p) for p in self._scheduler.parameters)
        self.parameters_json = json.dumps(
            {"desired_retention": self.desired_retention, "parameters": self.parameters},
            separators=(",", ":"),
        )
        decay = -self.parameters[20]
        self._interval_factor: float = (self.desired_retention ** (1 / decay) - 1) / (
            0.9 ** (1 / decay) - 1
        )

    def init(self, rating: Rating) -> Memory:
        """The memory after the first review."""
        return self._reviewed(_card(None, None), 0, rating)

    def step(self, memory: Memory, elapsed_days: int, rating: Rating) -> Memory:
        """The memory after a review `elapsed_days` (0 or more; less counts as 0) later."""
        return self._reviewed(_card(memory, _EPOCH), elapsed_days, rating)

    def recall(self, memory: Memory, elapsed_days: int) -> float:
        """Probability of recall, 0 to 1, `elapsed_days` after the last review."""
        moment = _EPOCH + timedelta(days=max(elapsed_days, 0))
        return float(self._scheduler.get_card_retrievability(_card(memory, _EPOCH), moment))

    def interval(self, stability: float) -> int:
        """Days, 1 to `MAX_INTERVAL`, until recall falls to the desired retention.

        The forgetting curve of FSRS-6 solved for time.
        """
        return min(max(round(stability * self._interval_factor), 1), MAX_INTERVAL)

    def _reviewed(self, card: fsrs.Card, elapsed_days: int, rating: Rating) -> Memory:
        moment = _EPOCH + timedelta(days=max(elapsed_days, 0))
        after, _ = self._scheduler.review_card(card, _ratings()[rating - 1], moment)
        if after.stability is None or after.difficulty is None:
            raise AssertionError("the FSRS library left a reviewed card without a memory")
        return Memory(after.stability, after.difficulty)


@lru_cache(maxsize=64)
def model_of(name: str, parameters_json: str) -> MemoryModel:
    """The model that a log row was scheduled with.

    Args:
        name: `MemoryModel.name`; "" stands for the present model.
        parameters_json: `MemoryModel.parameters_json`; "" stands for the defaults.

    Raises:
        ProgressNewerError: This mdquiz does not know the model.
        SettingsError: The parameters are out of their ranges.
    """
    if name.partition("/")[0] not in ("", "fsrs-6"):
        raise ProgressNewerError(
            f"The progress file was scheduled with the memory model {name}, "
            "which this mdquiz does not know.",
            "Install the newest mdquiz.",
        )
    if not parameters_json:
        return Fsrs6()
    stored = json.loads(parameters_json)
    return Fsrs6(stored.get("parameters"), stored.get("desired_retention", DEFAULT_RETENTION))


def _scheduler(parameters: Sequence[float] | None, desired_retention: float) -> fsrs.Scheduler:
    from fsrs import Scheduler

    try:
        if parameters is None:
            return Scheduler(
                desired_retention=desired_retention,
                learning_steps=(),
                relearning_steps=(),
                enable_fuzzing=False,
            )
        return Scheduler(
            parameters=tuple(parameters),
            desired_retention=desired_retention,
            learning_steps=(),
            relearning_steps=(),
            enable_fuzzing=False,
        )
    except ValueError as error:
        detail = " ".join(str(error).split())
        raise SettingsError(
            f"The memory model's parameters cannot be used: {detail}",
            "`mdquiz fit --undo` goes back to the parameters before them.",
        ) from error


def _card(memory: Memory | None, last_review: datetime | None) -> fsrs.Card:
    from fsrs import Card, State

    if memory is None:
        return Card(card_id=1, due=_EPOCH)
    return Card(
        card_id=1,
        state=State.Review,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=_EPOCH,
        last_review=last_review,
    )


@lru_cache(maxsize=1)
def _ratings() -> tuple[fsrs.Rating, ...]:
    from fsrs import Rating as LibraryRating

    return tuple(LibraryRating(rating) for rating in (1, 2, 3, 4))
