"""What each rating would do, shown before the learner chooses; exactly what is then stored."""

from __future__ import annotations

from mdquiz.decks.card import CardId
from mdquiz.grading.verdict import Rating
from mdquiz.memory.model import MemoryModel
from mdquiz.memory.review import reviewed
from mdquiz.memory.state import CardState


def previewed_intervals(
    state: CardState,
    card: CardId,
    day: int,
    model: MemoryModel,
    review_day: int | None = None,
) -> dict[Rating, int]:
    """Days from study day `day` until the card is due again, for each rating.

    0 means that it returns within the sitting. The numbers are those that `fold` will store.

    Args:
        state: What is known of the card.
        card: Which card.
        day: Today.
        model: What schedules it.
        review_day: The study day that the answer counts on, where that is not today.
    """
    counts_on = day if review_day is None else review_day
    return {
        rating: max(reviewed(state, card, counts_on, rating, model).due_day - day, 0)
        for rating in Rating
    }
