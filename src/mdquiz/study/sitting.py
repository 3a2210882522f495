"""A sitting: what is still to be asked and what was answered. Pure; every change is a new value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from mdquiz.decks.card import CardId
from mdquiz.grading.verdict import Outcome, Rating

RETURN_AFTER_MISS = 4
"""Cards asked before a missed one returns."""

RETURN_AFTER_MISCONCEPTION = 2
"""Cards asked before one returns that was wrong though sure."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to ask.

    Attributes:
        card: The card.
        claim: Position of the one claim to ask alone (after it was misjudged); None for the card.
        again: How often the card was missed before in this sitting.
    """

    card: CardId
    claim: int | None = None
    again: int = 0


@dataclass(frozen=True, slots=True)
class Result:
    """One answer of the sitting.

    Attributes:
        step: What was asked.
        prompt: The prompt as it was worded, in one line.
        answer: The key as it was then, in words.
        outcome: What grading found.
        rating: The rating that stands.
        misconception: Wrong though sure.
        lucky: Right, but guessed.
    """

    step: Step
    outcome: Outcome
    rating: Rating
    misconception: bool = False
    lucky: bool = False
    prompt: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Sitting:
    """What is to be asked (first of `queue` next) and the answers so far, in order."""

    queue: tuple[Step, ...]
    results: tuple[Result, ...] = ()
    total: int = 0

    @classmethod
    def of(cls, cards: Iterable[CardId]) -> Sitting:
        """A sitting that asks each of `cards` until it is known once."""
        queue = tuple(Step(card) for card in cards)
        return cls(queue=queue, total=len(queue))

    @property
    def step(self) -> Step | None:
        """What is asked now; None when the sitting is over."""
        return self.queue[0] if self.queue else None

    @property
    def done(self) -> int:
        """Cards finished: known, buried or suspended. Never above `total`."""
        waiting = {step.card for step in self.queue}
        return self.total - len(waiting)

    def answered(self, result: Result, misjudged: Iterable[int] = ()) -> Sitting:
        """After an answer; a missed card returns a few cards later.

        Its misjudged claims come just before it, each alone.
        """
        step, *rest = self.queue
        queue = tuple(rest)
        if step.claim is None and result.rating is Rating.AGAIN:
            gap = RETURN_AFTER_MISCONCEPTION if result.misconception else RETURN_AFTER_MISS
            claims = tuple(Step(step.card, claim) for claim in misjudged)
            returning = (*claims, Step(step.card, again=step.again + 1))
            queue = queue[:gap] + returning + queue[gap:]
        return replace(self, queue=queue, results=(*self.results, result))

    def skipped(self) -> Sitting:
        """The present card goes to the end, with its single claims still before it."""
        own = 0
        while own < len(self.queue) and self.queue[own].card == self.queue[0].card:
            own += 1
        return replace(self, queue=self.queue[own:] + self.queue[:own])

    def without(self, card: CardId) -> Sitting:
        """Without a card and its single claims: buried or suspended."""
        return replace(self, queue=tuple(step for step in self.queue if step.card != card))
