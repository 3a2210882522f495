"""Where a learner stands topic by topic: strength, and marks still to gain by the exam."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mdquiz.decks.card import CardId
from mdquiz.memory.counts import is_leech
from mdquiz.memory.model import Memory, MemoryModel
from mdquiz.memory.state import CardState

UNTAGGED = ""


@dataclass(frozen=True, slots=True)
class TopicCard:
    """A card and what it counts for.

    Attributes:
        card: Its id.
        state: What is known of it.
        tags: Its topics; a card counts in full under each.
        gain: Marks that remembering it brings on the exam day.
    """

    card: CardId
    state: CardState
    tags: tuple[str, ...] = ()
    gain: float = 1.0


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic.

    Attributes:
        tag: Its name; "" for cards without one.
        cards: Its cards, suspended ones left out.
        learned: Those learned at least once.
        strength: Mean recall today over all of its cards, new ones counting 0; 0 to 1.
        lasting: The same on the exam day if nothing more is done; today's without an exam.
        marks_to_gain: Marks that are not to be expected on that day as things stand.
        misconceptions: Cards last answered wrong though sure.
        leeches: Cards missed again and again.
    """

    tag: str
    cards: int
    learned: int
    strength: float
    lasting: float
    marks_to_gain: float
    misconceptions: int
    leeches: int


def topics(
    cards: Iterable[TopicCard], today: int, model: MemoryModel, exam_day: int | None = None
) -> tuple[Topic, ...]:
    """Every topic, most marks to gain first.

    Args:
        cards: All cards of the decks in question.
        today: The present study day.
        model: The memory model.
        exam_day: Study day of the exam; None, or a day gone by: today.
    """
    then = max(exam_day or today, today)
    by_tag: dict[str, list[tuple[TopicCard, float, float]]] = {}
    for card in cards:
        if card.state.suspended:
            continue
        recalls = recall_on(card.state, today, model), recall_on(card.state, then, model)
        for tag in dict.fromkeys(card.tags or (UNTAGGED,)):
            by_tag.setdefault(tag, []).append((card, *recalls))
    found = [_topic(tag, inside) for tag, inside in by_tag.items()]
    return tuple(sorted(found, key=lambda topic: (-topic.marks_to_gain, topic.tag)))


def recall_on(state: CardState, day: int, model: MemoryModel) -> float:
    """Probability of recall on a study day without another review; 0 for a new card."""
    if state.new:
        return 0.0
    held = Memory(state.stability, state.difficulty)
    return model.recall(held, max(day - state.last_day, 0))


def _topic(tag: str, inside: list[tuple[TopicCard, float, float]]) -> Topic:
    count = len(inside)
    return Topic(
        tag=tag,
        cards=count,
        learned=sum(not card.state.new for card, _, _ in inside),
        strength=sum(now for _, now, _ in inside) / count,
        lasting=sum(then for _, _, then in inside) / count,
        marks_to_gain=sum(card.gain * (1 - then) for card, _, then in inside),
        misconceptions=sum(card.state.misconception for card, _, _ in inside),
        leeches=sum(is_leech(card.state) for card, _, _ in inside),
    )
