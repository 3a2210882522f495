"""Fold a card's log into its state: the one meaning of every kind of row.

Pure: the same rows give the same state to the last bit, whenever and wherever they are folded.
Each review is scheduled by the model, parameters and desired retention that stand in its row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Protocol

from mdquiz.decks.card import CardId
from mdquiz.grading.verdict import Confidence, Outcome, Rating
from mdquiz.memory.model import MemoryModel, model_of
from mdquiz.memory.review import reviewed
from mdquiz.memory.state import CardState

REFERRING = frozenset({"undo", "regrade"})
"""Kinds that change what an earlier row means, so that the card is folded anew."""

Models = Callable[[str, str], MemoryModel]


class Row(Protocol):
    """What folding reads of a log row (`progress.LogRow` is one)."""

    @property
    def id(self) -> bytes:
        """Orders rows of one instant."""

    @property
    def card(self) -> CardId:
        """The card it happened to."""

    @property
    def kind(self) -> str:
        """A `progress.Kind` value."""

    @property
    def at_ms(self) -> int:
        """Milliseconds since 1970 UTC."""

    @property
    def day(self) -> int:
        """Study day."""

    @property
    def ref(self) -> bytes | None:
        """The row that an undo or regrade is about."""

    @property
    def rating(self) -> int | None:
        """1 to 4, or None."""

    @property
    def outcome(self) -> str:
        """A `grading.Outcome` value, or ""."""

    @property
    def confidence(self) -> str:
        """A `grading.Confidence` value."""

    @property
    def scheduler(self) -> str:
        """Name and version of the model."""

    @property
    def parameters(self) -> str:
        """The model's parameters as JSON."""


def fold(rows: Iterable[Row], models: Models = model_of) -> CardState:
    """The state of a card whose whole log is `rows`, given in any order.

    Rows that an UNDO refers to do not count, nor do later ratings of them; an UNDO itself cannot
    be undone. The last REGRADE of an answer replaces its rating.
    """
    ordered = sorted(rows, key=lambda row: (row.at_ms, row.id))
    undone = {row.ref for row in ordered if row.kind == "undo"}
    ratings = {
        row.ref: row.rating
        for row in ordered
        if row.kind == "regrade" and row.rating is not None and row.id not in undone
    }
    state = CardState()
    for row in ordered:
        if row.id not in undone and row.kind not in REFERRING:
            state = step(state, row, ratings.get(row.id, row.rating), models)
    return state


def step(state: CardState, row: Row, rating: int | None, models: Models = model_of) -> CardState:
    """`state` after one more row, the latest of its card and none of `REFERRING`.

    Args:
        state: The state before.
        row: What happened.
        rating: The rating that counts: the row's own, or that of its last regrade.
        models: Finds the model by name and parameters.
    """
    match row.kind:
        case "drill":
            return state if rating is None else _drilled(state, row, Rating(rating), models)
        case "reset":
            return CardState(flagged=state.flagged)
        case "suspend":
            return replace(state, suspended=True)
        case "resume":
            return replace(state, suspended=False)
        case "bury":
            return replace(state, buried_day=row.day)
        case "flag":
            return replace(state, flagged=True)
        case "unflag":
            return replace(state, flagged=False)
        case _:
            return state


def _drilled(state: CardState, row: Row, rating: Rating, models: Models) -> CardState:
    model = models(row.scheduler, row.parameters)
    after = reviewed(state, row.card, row.day, rating, model)
    if rating != Rating.AGAIN:
        misconception = False
    elif row.outcome == Outcome.WRONG and row.confidence == Confidence.SURE:
        misconception = True
    else:
        misconception = state.misconception
    return replace(after, misconception=misconception)
