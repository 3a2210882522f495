"""States follow from the log: whatever was recorded, in whatever order, and undone."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mdquiz.decks.card import CardId
from mdquiz.errors import ProgressBusyError
from mdquiz.memory.fold import fold
from mdquiz.memory.model import Fsrs6, MemoryModel, model_of
from mdquiz.memory.state import CardState
from mdquiz.progress import database
from mdquiz.progress.log import Kind, LogRow
from mdquiz.progress.store import Store
from mdquiz.study.history import History

CARDS = (CardId("minerals", "kabil"), CardId("minerals", "gaps", "1"), CardId("rivers", "kabil"))
MODELS = (Fsrs6(), Fsrs6([*Fsrs6().parameters[:20], 0.3], desired_retention=0.8))
ANSWERS = (Kind.DRILL, Kind.DRILL, Kind.DRILL, Kind.AHEAD, Kind.CRAM, Kind.EXAM, Kind.REPAIR)
MARKS = (Kind.BURY, Kind.SUSPEND, Kind.RESUME, Kind.FLAG, Kind.UNFLAG, Kind.RESET)

ANSWER = st.tuples(st.sampled_from(ANSWERS), st.one_of(st.none(), st.integers(1, 4)), st.just(0))
MARK = st.tuples(st.sampled_from(MARKS), st.none(), st.just(0))
REGRADE = st.tuples(st.just(Kind.REGRADE), st.integers(1, 4), st.integers(0, 50))
UNDO = st.tuples(st.just(Kind.UNDO), st.none(), st.integers(0, 50))


@st.composite
def logs(draw: st.DrawFn, *, undos: bool = True, backwards: bool = True) -> list[LogRow]:
    """Rows as a learner makes them; the clock may be set back, an undo may refer to any row."""
    acts = st.one_of(ANSWER, ANSWER, MARK, REGRADE, *([UNDO] if undos else []))
    rows: list[LogRow] = []
    at_ms = 1_700_000_000_000
    for number in range(draw(st.integers(0, 25))):
        kind, rating, back = draw(acts)
        at_ms += draw(st.sampled_from((0, 40_000, 20 * 3_600_000, 3 * 86_400_000)))
        if backwards and draw(st.integers(0, 9)) == 0:
            at_ms -= 5 * 86_400_000
        card = draw(st.sampled_from(CARDS))
        ref = None
        if kind in (Kind.REGRADE, Kind.UNDO):
            if not rows:
                continue
            about = rows[-1 - back % len(rows)]
            card, ref = about.card, about.id
        model = draw(st.sampled_from(MODELS))
        rows.append(
            LogRow(
                id=(number + 1).to_bytes(16),
                sitting=bytes(16),
                card=card,
                kind=kind,
                at_ms=at_ms,
                offset_minutes=330,
                day=738_000 + at_ms // 86_400_000,
                ref=ref,
                rating=rating,
                outcome=draw(st.sampled_from(("right", "wrong"))),
                confidence=draw(st.sampled_from(("", "sure"))),
                scheduler=model.name,
                parameters=model.parameters_json,
            )
        )
    return rows


@contextmanager
def history() -> Iterator[History]:
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "p.db") as store:
        store._connection.execute("PRAGMA synchronous = OFF")  # speed: durability is tested apart
        yield History(store)


def exact(states: dict[CardId, CardState]) -> dict[CardId, str]:
    """States to the last bit: the representation of a float is exact, of an int no float."""
    return {card: repr(state) for card, state in states.items() if state != CardState()}


@given(logs(), st.integers(1, 4))
@settings(max_examples=60, deadline=None)
def test_replaying_the_log_gives_bit_identical_states(rows: list[LogRow], batch: int) -> None:
    with history() as kept:
        for first in range(0, len(rows), batch):
            kept.record(rows[first : first + batch])
        incremental = exact(kept.states())
        whole = {card: fold(row for row in rows if row.card == card) for card in CARDS}
        assert incremental == exact(whole)
        assert kept.rebuild().changed == 0
        assert exact(kept.states()) == incremental


@given(logs(undos=False), st.integers(1, 25))
@settings(max_examples=60, deadline=None)
def test_undoing_the_last_answers_gives_the_states_before_them(
    rows: list[LogRow], undone: int
) -> None:
    undone = min(undone, len(rows))
    with history() as kept:
        kept.record(rows[: len(rows) - undone])
        before = exact(kept.states())
        kept.record(rows[len(rows) - undone :])
        for number, row in enumerate(reversed(rows[len(rows) - undone :])):
            undo = LogRow(
                id=(1000 + number).to_bytes(16),
                sitting=bytes(16),
                card=row.card,
                kind=Kind.UNDO,
                at_ms=1_900_000_000_000,
                offset_minutes=330,
                day=760_000,
                ref=row.id,
            )
            kept.record([undo])
        assert exact(kept.states()) == before


def test_recording_returns_the_states_that_are_then_read() -> None:
    with history() as kept:
        row = answer(1, CARDS[1])
        returned = kept.record([row])
        assert returned == {CARDS[1]: kept.state(CARDS[1])}
        assert kept.states("minerals") == returned
        assert kept.states("rivers") == {}
        assert kept.state(CARDS[0]) == CardState()


def test_a_rebuild_repairs_states_that_are_wrong_or_missing() -> None:
    with history() as kept:
        kept.record([answer(number, card) for number, card in enumerate(CARDS, start=1)])
        right = kept.states()
        connection = kept.store._connection
        connection.execute("UPDATE card_state SET stability = 99 WHERE card = 1")
        connection.execute("DELETE FROM card_state WHERE card = 2")
        rebuilt = kept.rebuild()
        assert (rebuilt.rows, rebuilt.cards, rebuilt.changed) == (3, 3, 2)
        assert kept.states() == right


def test_looking_for_damage_beside_an_open_sitting_finds_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with history() as mine, Store.open(mine.store.path) as theirs:
        History(theirs).record([answer(1, CARDS[0])])
        monkeypatch.setattr(database, "BUSY_TIMEOUT_MS", 20)
        read_states = mine.states

        def states_and_then_an_answer(deck: str | None = None) -> dict[CardId, CardState]:
            found = read_states(deck)
            with suppress(ProgressBusyError):  # the answer waits, or is not seen
                theirs._connection.execute("PRAGMA busy_timeout = 20")
                History(theirs).record([answer(2, CARDS[1])])
            return found

        monkeypatch.setattr(mine, "states", states_and_then_an_answer)
        assert mine.differing() == 0


def test_a_row_that_another_process_wrote_meanwhile_is_built_upon() -> None:
    with history() as mine, Store.open(mine.store.path) as theirs:
        first, second = answer(1, CARDS[0], day=738_000), answer(2, CARDS[0], day=738_003)
        assert mine.state(CARDS[0]).new
        History(theirs).record([first])
        mine.record([second])
        assert mine.state(CARDS[0]) == fold([first, second])


def test_nobody_else_can_write_between_reading_a_state_and_saving_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_TIMEOUT_MS", 20)
    refused: list[str] = []
    with Store.open(tmp_path / "p.db") as mine, Store.open(tmp_path / "p.db") as theirs:

        def meanwhile(name: str, parameters: str) -> MemoryModel:
            with pytest.raises(ProgressBusyError) as caught:
                theirs.append([answer(2, CARDS[0])], {})
            refused.append(caught.value.message)
            return model_of(name, parameters)

        History(mine, meanwhile).record([answer(1, CARDS[0])])
        assert len(refused) == 1
        History(theirs).record([answer(2, CARDS[0])])
        assert History(mine).rebuild().changed == 0


def answer(number: int, card: CardId, day: int = 738_000) -> LogRow:
    return LogRow(
        id=number.to_bytes(16),
        sitting=bytes(16),
        card=card,
        kind=Kind.DRILL,
        at_ms=1_700_000_000_000 + number,
        offset_minutes=330,
        day=day,
        rating=3,
    )
