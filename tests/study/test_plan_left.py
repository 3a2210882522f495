"""Home and the drill agree on what is left of today by the plan."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mdquiz.clock import ManualClock
from mdquiz.decks.card import CardId
from mdquiz.errors import NothingToDrillError
from mdquiz.grading.verdict import Rating, Response
from mdquiz.study.desk import Desk
from mdquiz.study.overview import overview
from mdquiz.study.plan import Changes, make_plan
from mdquiz.study.planned import form_today
from mdquiz.study.scope import Scope
from tests.desks import MORNING, desk_with, short_deck


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock.at(MORNING)


@pytest.fixture
def desk(tmp_path: Path, clock: ManualClock) -> Iterator[Desk]:
    decks = short_deck(30), short_deck(8, title="Rivers")
    with desk_with(tmp_path, *decks, clock=clock) as desk:
        desk.begin_search = lambda _: None
        yield desk


def plan(desk: Desk, **changes: object) -> None:
    """A plan of 5 cards a day that has chosen today's."""
    usual: dict[str, object] = {"exam_day": desk.today() + 20}
    if "minutes" not in changes:
        usual["cards"] = 5
    form_today(desk, make_plan(desk, Changes(**{**usual, **changes})))  # type: ignore[arg-type]


def told(desk: Desk) -> int:
    found = desk.overview()
    return found.due_today + found.new_today


def asked(desk: Desk) -> int:
    try:
        return len(desk.drill().sitting.queue)
    except NothingToDrillError:
        return 0


def answer(desk: Desk, clock: ManualClock, count: int, *, right: bool, seconds: float = 5) -> None:
    drill = desk.drill()
    for _ in range(count):
        assert drill.asked is not None
        clock.advance(seconds=seconds)
        drill.answer(Response(typed=drill.asked.answer if right else "99999"))
        drill.rate(Rating.GOOD if right else Rating.AGAIN)


def test_missed_cards_are_still_to_be_asked(desk: Desk, clock: ManualClock) -> None:
    plan(desk)
    answer(desk, clock, 4, right=False)
    assert told(desk) == asked(desk) == 5
    assert desk.overview().due_today == 4


def test_decks_outside_the_plan_are_counted_plainly(desk: Desk, clock: ManualClock) -> None:
    plan(desk, decks=("numbers",))
    assert told(desk) == asked(desk) == 13
    answer(desk, clock, 5, right=True)
    assert told(desk) == asked(desk) == 8


def test_a_card_suspended_buried_or_gone_since_is_not_counted(
    desk: Desk, clock: ManualClock, tmp_path: Path
) -> None:
    plan(desk, decks=("numbers",))
    drill = desk.drill()
    chosen = [step.card for step in drill.sitting.queue if step.card.deck == "numbers"]
    desk.set_suspended(chosen[1:2], True)
    (tmp_path / "decks" / "deck-2.toml").unlink()
    drill.bury()
    desk.reload()
    assert told(desk) == 3
    (tmp_path / "decks" / "deck-1.toml").unlink()
    desk.reload()
    assert told(desk) == 0


def test_a_card_seen_in_a_cram_is_still_to_be_asked(desk: Desk, clock: ManualClock) -> None:
    from mdquiz.progress.log import Kind

    plan(desk)
    card = next(step.card for step in desk.drill().sitting.queue)
    drill = desk.drill(Scope(kind=Kind.CRAM, cards=(card,)))
    assert drill.asked is not None
    drill.answer(Response(typed=drill.asked.answer))
    drill.rate(Rating.GOOD)
    assert told(desk) == asked(desk) == 5


def test_time_used_up_leaves_nothing_and_the_plan_says_so(desk: Desk, clock: ManualClock) -> None:
    plan(desk, minutes=2.0, decks=("numbers",))
    before = told(desk) - 8
    assert before > 4
    answer(desk, clock, 2, right=True, seconds=70)
    assert told(desk) == asked(desk) == 8
    found = desk.overview().plan
    assert found is not None
    assert "Today's share is done" in found.words


def test_on_a_day_of_rest_nothing_waits(desk: Desk, clock: ManualClock) -> None:
    make_plan(
        desk, Changes(exam_day=desk.today() + 9, cards=5, rest_days=frozenset({desk.today()}))
    )
    assert told(desk) == asked(desk) == 0


def test_some_decks_alone_are_counted_alone(desk: Desk, clock: ManualClock) -> None:
    plan(desk, cards=34)
    library = desk.library.only(("rivers",))
    chosen = [step.card.deck for step in desk.drill().sitting.queue]
    found = overview(library, desk.store, desk.settings, desk.today(), desk.places.cache)
    assert found.new_today == chosen.count("rivers") > 0


def test_without_a_card_worth_asking_the_plan_and_no_limit_is_named(
    desk: Desk, clock: ManualClock
) -> None:
    from mdquiz.cli.due import todays_line

    plan(desk)
    answer(desk, clock, 5, right=True)
    assert "Nothing of today's plan is left." in todays_line(desk.overview())
    assert desk.state(CardId("numbers", "q30")).new
