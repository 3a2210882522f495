"""The answers in a log, each with what the memory model had expected of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from mdquiz.decks.card import CardId
from mdquiz.grading.verdict import Confidence, Outcome, Rating
from mdquiz.memory.fold import REFERRING, Models, step
from mdquiz.memory.model import Memory, model_of
from mdquiz.memory.state import CardState
from mdquiz.progress.log import Kind, LogRow

ANSWERS = frozenset({Kind.DRILL, Kind.AHEAD, Kind.CRAM, Kind.EXAM, Kind.REPAIR})
LONGEST_MS = 180_000
"""A longer answer is an interruption and counts as three minutes."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer that was not undone.

    Attributes:
        card: The card.
        kind: How it came to be asked.
        day: Study day.
        at_ms: Instant, milliseconds since 1970 UTC.
        rating: The rating that counts, regrades included; None where none was given.
        outcome: What grading found.
        confidence: How sure the learner was.
        seconds: Time taken, interruptions cut to three minutes.
        interrupted: It took three minutes or longer.
        review: It is the scheduled review of its card on its day, not a repeat or a cram.
        first: That review was the card's first.
        elapsed: Study days since the review before; 0 for a first.
        predicted: Probability of recall that was expected; None for a first or no review.
    """

    card: CardId
    kind: Kind
    day: int
    at_ms: int
    rating: int | None
    outcome: str
    confidence: str
    seconds: float
    interrupted: bool = False
    review: bool = False
    first: bool = False
    elapsed: int = 0
    predicted: float | None = None

    @property
    def passed(self) -> bool:
        """Recalled: rated better than Again; unrated answers count as graded."""
        if self.rating is None:
            return self.outcome == Outcome.RIGHT
        return self.rating != Rating.AGAIN

    @property
    def sure_and_wrong(self) -> bool:
        """Wrong though the learner was sure."""
        return self.outcome == Outcome.WRONG and self.confidence == Confidence.SURE


def logged_answers(rows: Iterable[LogRow], models: Models = model_of) -> list[Answer]:
    """Every answer of a log that was not undone, in the order it was given.

    Args:
        rows: The log, in any order.
        models: Finds the memory model a row was scheduled with.
    """
    by_card = sorted(rows, key=lambda row: (row.card, row.at_ms, row.id))
    found = [
        answer
        for _, own in groupby(by_card, key=lambda row: row.card)
        for answer in _card_answers(list(own), models)
    ]
    found.sort(key=lambda answer: answer.at_ms)
    return found


def between(answers: Iterable[Answer], first_day: int, last_day: int) -> list[Answer]:
    """The answers of study days `first_day` to `last_day`, both included."""
    return [answer for answer in answers if first_day <= answer.day <= last_day]


def _card_answers(rows: list[LogRow], models: Models) -> Iterator[Answer]:
    undone = {row.ref for row in rows if row.kind is Kind.UNDO}
    ratings = {
        row.ref: row.rating
        for row in rows
        if row.kind is Kind.REGRADE and row.rating is not None and row.id not in undone
    }
    state = CardState()
    for row in rows:
        if row.id in undone or row.kind in REFERRING:
            continue
        rating = ratings.get(row.id, row.rating)
        if row.kind in ANSWERS:
            yield _answer(row, rating, state, models)
        state = step(state, row, rating, models)


def _answer(row: LogRow, rating: int | None, before: CardState, models: Models) -> Answer:
    elapsed = row.day - before.last_day
    review = (
        row.kind is Kind.DRILL and rating is not None and (before.new or row.day > before.last_day)
    )
    predicted = None
    if review and not before.new:
        held = Memory(before.stability, before.difficulty)
        predicted = models(row.scheduler, row.parameters).recall(held, elapsed)
    return Answer(
        card=row.card,
        kind=row.kind,
        day=row.day,
        at_ms=row.at_ms,
        rating=rating,
        outcome=row.outcome,
        confidence=row.confidence,
        seconds=min(max(row.duration_ms, 0), LONGEST_MS) / 1000,
        interrupted=row.duration_ms >= LONGEST_MS,
        review=review,
        first=review and before.new,
        elapsed=elapsed if predicted is not None else 0,
        predicted=predicted,
    )
