"""Counting in the database agrees with counting states."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from mdquiz.decks.card import CardId
from mdquiz.memory.counts import LEECH_LAPSES, Counts, done_on, is_askable, is_due
from mdquiz.memory.state import CardState
from mdquiz.progress.log import Kind, LogRow
from mdquiz.progress.store import Store
from mdquiz.study.standing import days_to_next, deck_counts

TODAY = 739_577
DECKS = {
    deck: tuple(CardId(deck, f"q{number}", part) for number in range(4) for part in ("", "1"))
    for deck in ("minerals", "rivers")
}
GONE = CardId("rivers", "deleted")
CARDS = (*DECKS["minerals"], *DECKS["rivers"], GONE)

STATES = st.builds(
    CardState,
    last_day=st.integers(TODAY - 3, TODAY + 1),
    due_day=st.integers(TODAY - 2, TODAY + 2),
    reviews=st.integers(0, 3),
    lapses=st.sampled_from([0, 7, 8, 20]),
    suspended=st.booleans(),
    buried_day=st.sampled_from([0, TODAY - 1, TODAY]),
)


@given(st.dictionaries(st.sampled_from(CARDS), STATES))
@settings(max_examples=60, deadline=None)
def test_the_database_counts_as_the_states_do(states: dict[CardId, CardState]) -> None:
    rows = [
        LogRow(
            id=number.to_bytes(16),
            sitting=bytes(16),
            card=card,
            kind=Kind.DRILL,
            at_ms=number,
            offset_minutes=330,
            day=TODAY,
        )
        for number, card in enumerate(states)
    ]
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "p.db") as store:
        store.append(rows, states)
        found = deck_counts(store, DECKS, TODAY)
        upcoming = days_to_next(store, DECKS, TODAY)
        done = store.done_on(TODAY)
    known = {card: states.get(card, CardState()) for card in CARDS if card != GONE}
    assert found == {
        deck: counted((known[card] for card in cards), TODAY) for deck, cards in DECKS.items()
    }
    later = [
        state.due_day - TODAY
        for state in known.values()
        if not state.new and not state.suspended and state.due_day > max(TODAY, state.last_day)
    ]
    assert upcoming == min(later, default=None)
    assert done == done_on(states.values(), TODAY)


def counted(states: Iterable[CardState], day: int) -> Counts:
    """How cards with those states stand, counted one by one: what the database agrees with."""
    known = list(states)
    return Counts(
        due=sum(is_due(state, day) for state in known),
        new=sum(state.new and is_askable(state, day) for state in known),
        learned=sum(not state.new for state in known),
        suspended=sum(state.suspended for state in known),
        leeches=sum(not state.new and state.lapses >= LEECH_LAPSES for state in known),
    )
