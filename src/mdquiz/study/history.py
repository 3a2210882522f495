"""The learner's history: what is recorded, and the state of each card that follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from mdquiz.decks.card import CardId
from mdquiz.memory.state import CardState
from mdquiz.progress.log import LogRow
from mdquiz.progress.store import Store

if TYPE_CHECKING:
    from mdquiz.memory.fold import Models


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What a replay of the whole log found.

    Attributes:
        rows: Rows replayed.
        cards: Cards that have a state.
        changed: Cards whose stored state was not what their log says.
    """

    rows: int
    cards: int
    changed: int


class History:
    """Binds the log to the states folded from it.

    Args:
        store: The open progress file.
        models: Finds the memory model a row was scheduled with; None for the ones mdquiz knows.
    """

    def __init__(self, store: Store, models: Models | None = None) -> None:
        self.store = store
        self._models = models

    def record(self, rows: Sequence[LogRow]) -> dict[CardId, CardState]:
        """Save `rows` and the states they lead to, in one transaction.

        Returns:
            The new states of the cards they are about, on the disk when this returns.

        Raises:
            ProgressError: Nothing of it could be saved.
        """
        by_card: dict[CardId, list[LogRow]] = {}
        for row in rows:
            by_card.setdefault(row.card, []).append(row)
        with self.store.transaction():
            states = {card: self._after(card, added) for card, added in by_card.items()}
            self.store.append(rows, states)
        return states

    def state(self, card: CardId) -> CardState:
        """The state of `card`; that of a new card where it was never asked."""
        values = self.store.state(card)
        return _state(*values) if values else CardState()

    def states(self, deck: str | None = None) -> dict[CardId, CardState]:
        """The states of all cards ever asked, or of those of one deck."""
        return {
            CardId(deck, question, part): _state(*values)
            for deck, question, part, *values in self.store.states(deck)
        }

    def rebuild(self) -> Rebuilt:
        """Replay the whole log and put the states it leads to in place of the stored ones."""
        with self.store.transaction():
            before = self.states()
            after, rows = self._replayed(self.store.rows_by_card())
            self.store.replace_states(after)
        return Rebuilt(rows, len(after), _differing(before, after))

    def differing(self) -> int:
        """How many cards' stored states are not what their log says; writes nothing."""
        with self.store.snapshot():  # held no longer than reading takes: a sitting may be open
            states = self.states()
            rows = list(self.store.rows_by_card())
        return _differing(states, self._replayed(rows)[0])

    def _replayed(self, log: Iterable[LogRow]) -> tuple[dict[CardId, CardState], int]:
        states: dict[CardId, CardState] = {}
        rows = 0
        for card, group in groupby(log, key=lambda row: row.card):
            history = list(group)
            states[card] = self._fold(history)
            rows += len(history)
        return states, rows

    def _after(self, card: CardId, added: Sequence[LogRow]) -> CardState:
        """The state of `card` with `added`: step by step where they only add to its past."""
        from mdquiz.memory.fold import REFERRING, step

        latest = self.store.latest(card)
        key = latest or (-1, b"")
        plain = True
        for row in added:
            plain = plain and row.kind not in REFERRING and (row.at_ms, row.id) > key
            key = (row.at_ms, row.id)
        if not plain:
            return self._fold([*self.store.rows(card), *added])
        state = self.state(card) if latest else CardState()
        for row in added:
            if self._models is None:
                state = step(state, row, row.rating)
            else:
                state = step(state, row, row.rating, self._models)
        return state

    def _fold(self, rows: Iterable[LogRow]) -> CardState:
        from mdquiz.memory.fold import fold  # what only looks at states need not load it

        return fold(rows) if self._models is None else fold(rows, self._models)


def _differing(before: Mapping[CardId, CardState], after: Mapping[CardId, CardState]) -> int:
    return sum(before.get(card) != after.get(card) for card in before.keys() | after.keys())


def _state(
    stability: float,
    difficulty: float,
    last_day: int,
    due_day: int,
    reviews: int,
    lapses: int,
    relearning: int,
    misconception: int,
    suspended: int,
    buried_day: int,
    flagged: int,
) -> CardState:
    """A stored state; SQLite keeps a truth value as 0 or 1."""
    return CardState(
        stability,
        difficulty,
        last_day,
        due_day,
        reviews,
        lapses,
        relearning == 1,
        misconception == 1,
        suspended == 1,
        buried_day,
        flagged == 1,
    )
