"""One review of one card: what it does to the card's state, and what each button would do."""

from __future__ import annotations

from dataclasses import replace

from mdquiz.decks.card import CardId
from mdquiz.grading.verdict import Rating
from mdquiz.memory.fuzz import fuzzed
from mdquiz.memory.model import Memory, MemoryModel
from mdquiz.memory.state import CardState


def reviewed(
    state: CardState, card: CardId, day: int, rating: Rating, model: MemoryModel
) -> CardState:
    """`state` after a scheduled review on study day `day`.

    Only the first review of a study day moves stability and difficulty. A miss makes the card
    `relearning`, due that same day; the next pass of the day ends that and sets the due day.
    A day before the last review (a journey across time zones) counts as the day of that review.
    """
    if state.reviews and day <= state.last_day:
        return _repeated(state, card, rating, model)
    if state.new:
        memory = model.init(rating)
    else:
        held = Memory(state.stability, state.difficulty)
        memory = model.step(held, day - state.last_day, rating)
    moved = replace(
        state,
        stability=memory.stability,
        difficulty=memory.difficulty,
        last_day=day,
        reviews=state.reviews + 1,
        lapses=state.lapses + (rating == Rating.AGAIN and not state.new),
    )
    return _scheduled(moved, card, rating, model)


def _repeated(state: CardState, card: CardId, rating: Rating, model: MemoryModel) -> CardState:
    if state.relearning or rating == Rating.AGAIN:
        return _scheduled(state, card, rating, model)
    return state


def _scheduled(state: CardState, card: CardId, rating: Rating, model: MemoryModel) -> CardState:
    if rating == Rating.AGAIN:
        return replace(state, relearning=True, due_day=state.last_day)
    interval = fuzzed(model.interval(state.stability), card, state.reviews)
    return replace(state, relearning=False, due_day=state.last_day + interval)
