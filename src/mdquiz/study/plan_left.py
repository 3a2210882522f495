"""What is left of a plan's choice for today: the cards that a drill begun now would ask of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mdquiz.decks.card import CardId
from mdquiz.progress.plans import StoredPlan
from mdquiz.study.plan_choice import Choice

if TYPE_CHECKING:
    from mdquiz.progress.store import Store


@dataclass(frozen=True, slots=True)
class Left:
    """Cards of a plan that are left for today.

    Attributes:
        due: Those learned before, cards missed today included.
        new: New ones.
    """

    due: int
    new: int


def left_of_choice(
    store: Store,
    plan: StoredPlan,
    kept: Choice,
    cards: Mapping[str, Iterable[CardId]],
    today: int,
    share: float,
) -> Left:
    """What a drill begun now would ask of the plan, counted without numpy.

    Args:
        store: The learner's progress.
        plan: The plan.
        kept: What it chose for today.
        cards: The decks in question, by their ids, and their cards.
        today: The study day.
        share: What today still has: cards, or seconds.
    """
    reviewed, aside = store.reviewed_on(today), store.set_aside_on(today)
    missed = [
        card
        for card, due_day in reviewed.items()
        if due_day <= today and (not plan.decks or card.deck in plan.decks)
    ]
    decks = {card.deck for card in (*missed, *(card for card, _ in kept.ranked))}
    there = {card for deck in decks for card in cards.get(deck, ())} - aside
    due, new = sum(card in there for card in missed), 0
    for card, seconds in kept.ranked:
        if share <= 0:
            break
        if card in there and card not in reviewed:
            share -= seconds if plan.cards is None else 1
            due += card in kept.due
            new += card in kept.new
    return Left(due, new)
