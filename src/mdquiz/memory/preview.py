"""What each rating would do, shown before the learner chooses; exactly what is then stored."""

from __future__ import annotations

from mdquiz.decks.card import CardId
from mdquiz.grading.verdict import Rating
from mdquiz.memory.model import MemoryModel
from mdquiz.memory.review import reviewed
from mdquiz.memory.state import CardState


def previewed_intervals(
    state: CardState, card: CardId, day: int, model: MemoryModel
) -> dict[Rating, int]:
    """Days from study day `day` until the card is due again, for each rating.

    0 means that it returns within the sitting. The numbers are those that `fold` will store.
    """
    return {
        rating: max(reviewed(state, card, day, rating, model).due_day - day, 0) for rating in Rating
    }
