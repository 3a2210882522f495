"""What a session with a card is believed to do to the memory of it, and how long it takes."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from mdquiz.memory.vector import AGAIN, GOOD, Floats, Ints, VectorFsrs6

RATINGS: Ints = np.array([1, 2, 3, 4])


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What a session may lead to; the last axis is the rating, Again to Easy.

    Attributes:
        chance: Probability of each rating.
        stability: Stability after it, in days.
        difficulty: Difficulty after it.
        seconds: Expected length of the session, without the last axis.
    """

    chance: Floats
    stability: Floats
    difficulty: Floats
    seconds: Floats


@dataclass(frozen=True, slots=True)
class Learner:
    """One learner's memory, habits and pace.

    The defaults are those of the published FSRS simulator
    (https://github.com/open-spaced-repetition/fsrs-optimizer).

    Attributes:
        memory: The memory model.
        first_ratings: How likely each rating is the first time a card is asked.
        pass_ratings: How likely Hard, Good and Easy are when a card is recalled.
        first_seconds: Length of the first answer by its rating.
        later_seconds: The same for later answers.
        relearn_seconds: Length of the second look, in the same sitting, that follows a miss.
        second_look: Whether that look, a Good on the day of the miss, moves the memory as well. It
            does not in `memory.fold`.
    """

    memory: VectorFsrs6 = field(default_factory=VectorFsrs6)
    first_ratings: tuple[float, float, float, float] = (0.24, 0.094, 0.495, 0.171)
    pass_ratings: tuple[float, float, float] = (0.224, 0.631, 0.145)
    first_seconds: tuple[float, float, float, float] = (33.8, 24.3, 13.7, 6.5)
    later_seconds: tuple[float, float, float, float] = (23.0, 11.7, 7.3, 5.6)
    relearn_seconds: float = 7.3
    second_look: bool = False

    def first_session(self) -> Outcomes:
        """What the first session with a new card leads to; arrays of shape (4,)."""
        stability, difficulty = self.memory.first(RATINGS)
        stability, difficulty = self._relearned(stability, difficulty)
        chance = np.asarray(self.first_ratings) / sum(self.first_ratings)
        return Outcomes(chance, stability, difficulty, chance @ self.seconds(first=True))

    def session(self, stability: Floats, difficulty: Floats, elapsed: Floats) -> Outcomes:
        """What a session `elapsed` days (at least 1) after the last leads to, for many cards.

        The three arguments broadcast against each other; the outcomes add an axis of 4.
        """
        recall = self.memory.recall(elapsed, stability)
        passed = np.asarray(self.pass_ratings) / sum(self.pass_ratings)
        chance = np.concatenate([(1 - recall)[..., None], recall[..., None] * passed], axis=-1)
        after, harder = self.memory.review(
            stability[..., None], difficulty[..., None], np.asarray(elapsed)[..., None], RATINGS
        )
        after, harder = self._relearned(after, harder)
        return Outcomes(chance, after, harder, chance @ self.seconds(first=False))

    def seconds(self, *, first: bool) -> Floats:
        """Length of a session by its rating, the second look after a miss included."""
        answer = np.asarray(self.first_seconds if first else self.later_seconds)
        return answer + np.where(RATINGS == AGAIN, self.relearn_seconds, 0.0)

    def _relearned(self, stability: Floats, difficulty: Floats) -> tuple[Floats, Floats]:
        """A miss is asked again in the same sitting until known: a Good on the day of the miss."""
        if not self.second_look:
            return stability, difficulty
        again, good = np.asarray(0.0), np.asarray(GOOD)
        known, harder = self.memory.review(stability, difficulty, again, good)
        missed = (RATINGS == AGAIN) & self.second_look
        return np.where(missed, known, stability), np.where(missed, harder, difficulty)
