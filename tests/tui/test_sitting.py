"""What a learner can do with a question besides answering it."""

from __future__ import annotations

from pathlib import Path

from textual.widgets._toast import Toast

from mdquiz.clock import ManualClock
from mdquiz.decks.card import CardId
from mdquiz.grading.verdict import Rating, Response
from mdquiz.progress.log import Kind
from mdquiz.settings import Settings
from mdquiz.study.desk import Desk
from mdquiz.study.scope import Scope
from mdquiz.study.view import Phase
from mdquiz.tui.app import MdquizApp
from mdquiz.tui.screens.drill import DrillScreen
from mdquiz.tui.screens.home import HomeScreen
from mdquiz.tui.screens.source import SourceScreen
from mdquiz.tui.screens.summary import SummaryScreen
from mdquiz.tui.widgets.chips import Chip
from tests.desks import MORNING, desk_with, places_in, short_deck
from tests.tui.running import (
    NINE_TYPES,
    clock_of,
    drill_of,
    nine,
    press,
    rows_of,
    running,
    settled,
    text_of,
    write,
)

TODAY = Scope()

TWO_LANGUAGES = """
title = "Two languages"
id = "two"

[[question]]
id = "capital"
type = "choice"
prompt = "Capital of India?"
options = ["New Delhi", "Mumbai", "Kolkata", "Chennai"]
answer = "New Delhi"
hi = { prompt = "भारत की राजधानी?", options = ["नई दिल्ली", "मुंबई", "कोलकाता", "चेन्नई"] }
"""


def number_asked(screen: DrillScreen) -> str:
    """The right answer to a question of `short_deck`."""
    assert screen.shown.asked is not None
    return screen.shown.asked.card.question.removeprefix("q")


async def test_fifty_answers_typed_ahead_give_fifty_rows(tmp_path: Path) -> None:
    settings = Settings(shipped_decks=False, new_per_day=50)
    async with running(tmp_path, short_deck(50), scope=TODAY, settings=settings) as (app, pilot):
        queue = drill_of(pilot).drill.sitting.queue
        for step in queue:
            for letter in step.card.question.removeprefix("q"):
                app.simulate_key(letter)
            app.simulate_key("enter")
            app.simulate_key("3")
        await pilot.pause()
        await settled(pilot)
        await settled(pilot)
        assert isinstance(app.screen, SummaryScreen)
        rows = rows_of(app.desk)
    assert [row.card for row in rows] == [step.card for step in queue]
    assert {row.outcome for row in rows} == {"right"}


async def test_a_second_enter_takes_no_rating_before_the_verdict_can_have_been_read(
    tmp_path: Path,
) -> None:
    async with running(tmp_path, short_deck(3), scope=TODAY) as (app, pilot):
        await write(pilot, number_asked(drill_of(pilot)))
        for _ in range(5):
            app.simulate_key("enter")
        await pilot.pause()
        await settled(pilot)
        assert drill_of(pilot).shown.phase is Phase.ANSWERED
        clock_of(pilot).advance(seconds=0.2)
        app.simulate_key("enter")
        await settled(pilot)
        assert drill_of(pilot).shown.phase is Phase.ANSWERED
        clock_of(pilot).advance(seconds=0.2)
        app.simulate_key("enter")
        await settled(pilot)
        assert drill_of(pilot).shown.phase is Phase.ASKING
        assert len(rows_of(app.desk)) == 1


async def test_an_enter_that_bounces_off_the_verdict_does_not_give_up_the_next_question(
    tmp_path: Path,
) -> None:
    async with running(tmp_path, short_deck(3), scope=TODAY) as (app, pilot):
        await write(pilot, number_asked(drill_of(pilot)))
        await press(pilot, "enter", "enter")
        app.simulate_key("enter")
        await settled(pilot)
        assert drill_of(pilot).shown.phase is Phase.ASKING
        assert len(rows_of(app.desk)) == 1


async def test_undo_says_what_it_took_back(tmp_path: Path) -> None:
    said: list[str] = []
    async with running(tmp_path, short_deck(4), scope=TODAY) as (app, pilot):
        for keys in (
            ["f6"],
            ["f7"],
            ["f8"],
            ["f9"],
            ["ctrl+r"],
            ["9", "enter"],
            ["9", "enter", "enter"],
        ):
            await press(pilot, *keys, "ctrl+z")
            (toast,) = app._notifications
            said.append(toast.message)
        await press(pilot, "ctrl+z")
        (toast,) = app._notifications
        said.append(toast.message)
    assert said == [
        "Taken back: the skip.",
        "Taken back: the burial.",
        "Taken back: the suspension.",
        "Taken back: the flag.",
        "Taken back: the answer.",
        "Taken back: the answer.",
        "Taken back: the answer and its rating.",
        "There is nothing to take back.",
    ]


async def test_one_remark_at_a_time_and_never_over_the_ratings(tmp_path: Path) -> None:
    async with running(tmp_path, short_deck(4), scope=TODAY) as (app, pilot):
        await press(pilot, "f7", "f8", "ctrl+r", "enter")
        await settled(pilot)
        toasts = [each.region for each in app.screen.query(Toast) if each.display]
        assert len(toasts) == 1
        assert "Press 1 to 4" in " ".join(text_of(app).split())
        for chip in app.screen.query(Chip):
            assert not chip.region.overlaps(toasts[0])


async def test_the_digit_that_answered_does_not_also_rate(tmp_path: Path) -> None:
    async with running(tmp_path, NINE_TYPES, scope=nine("choice")) as (app, pilot):
        app.simulate_key("2")
        app.simulate_key("2")
        await pilot.pause()
        await settled(pilot)
        assert drill_of(pilot).shown.phase is Phase.ANSWERED
        await press(pilot, "2")  # a second later it is meant
        assert rows_of(app.desk)[-1].rating == Rating.HARD


async def test_another_rating_overrides_the_suggested_one(tmp_path: Path) -> None:
    async with running(tmp_path, short_deck(2), scope=TODAY) as (app, pilot):
        await write(pilot, number_asked(drill_of(pilot)))
        await press(pilot, "enter", "1")
        rows = rows_of(app.desk)
    assert [(row.kind, row.rating) for row in rows] == [(Kind.DRILL, 3), (Kind.REGRADE, 1)]


async def test_the_intervals_shown_are_the_intervals_stored(tmp_path: Path) -> None:
    async with running(tmp_path, short_deck(2), scope=TODAY) as (app, pilot):
        await write(pilot, number_asked(drill_of(pilot)))
        await press(pilot, "enter")
        shown = drill_of(pilot).shown
        assert shown.asked is not None
        days = shown.intervals[Rating.EASY]
        assert f"{days} d" in text_of(app)
        await press(pilot, "4")
        assert app.desk.state(shown.asked.card).due_day == app.desk.today() + days


async def test_a_revealed_answer_waits_for_the_learners_own_rating(tmp_path: Path) -> None:
    async with running(tmp_path, short_deck(2), scope=TODAY) as (app, pilot):
        await press(pilot, "enter")
        assert "How well did you know it?" in text_of(app)
        await press(pilot, "enter")
        assert rows_of(app.desk) == []
        await press(pilot, "3")
        assert [(row.outcome, row.rating) for row in rows_of(app.desk)] == [("revealed", 3)]


async def test_undo_takes_back_answer_after_answer(tmp_path: Path) -> None:
    async with running(tmp_path, short_deck(3), scope=TODAY) as (app, pilot):
        first = number_asked(drill_of(pilot))
        for _ in range(2):
            await write(pilot, number_asked(drill_of(pilot)))
            await press(pilot, "enter", "enter")
        await press(pilot, "ctrl+z", "ctrl+z")
        assert number_asked(drill_of(pilot)) == first
        assert drill_of(pilot).shown.phase is Phase.ASKING
        states = [app.desk.state(CardId("numbers", f"q{number}")).new for number in (1, 2, 3)]
    assert states == [True, True, True]


async def test_undo_from_the_summary_goes_back_to_the_last_question(tmp_path: Path) -> None:
    async with running(tmp_path, short_deck(1), scope=TODAY) as (app, pilot):
        await write(pilot, "1")
        await press(pilot, "enter", "enter")
        assert isinstance(app.screen, SummaryScreen)
        await press(pilot, "u")
        assert drill_of(pilot).shown.phase is Phase.ASKING


async def test_a_card_is_skipped_buried_and_suspended_while_typing(tmp_path: Path) -> None:
    async with running(tmp_path, short_deck(3), scope=TODAY) as (app, pilot):
        first = number_asked(drill_of(pilot))
        await press(pilot, "f6")
        second = number_asked(drill_of(pilot))
        await press(pilot, "f7")
        third = number_asked(drill_of(pilot))
        await press(pilot, "f8")
        assert number_asked(drill_of(pilot)) == first
        assert app.desk.state(CardId("numbers", f"q{second}")).buried_day == app.desk.today()
        assert app.desk.state(CardId("numbers", f"q{third}")).suspended


async def test_a_burial_is_taken_back_though_nothing_was_answered(tmp_path: Path) -> None:
    async with running(tmp_path, short_deck(2), scope=TODAY) as (app, pilot):
        first = number_asked(drill_of(pilot))
        await press(pilot, "f7", "ctrl+z")
        assert number_asked(drill_of(pilot)) == first
        assert app.desk.state(CardId("numbers", f"q{first}")).buried_day == 0


async def test_letters_are_text_while_an_answer_is_typed(tmp_path: Path) -> None:
    async with running(tmp_path, short_deck(2), scope=TODAY) as (app, pilot):
        await press(pilot, "u", "z", "x", "q")
        assert drill_of(pilot).typed.value == "uzxq"
        assert rows_of(app.desk) == []


async def test_a_flag_keeps_what_is_typed_and_shows(tmp_path: Path) -> None:
    async with running(tmp_path, short_deck(2), scope=TODAY) as (app, pilot):
        await write(pilot, "12")
        await press(pilot, "f9")
        assert "Flagged" in text_of(app)
        assert drill_of(pilot).typed.value == "12"
        await press(pilot, "f9")
        assert [row.kind for row in rows_of(app.desk)] == [Kind.FLAG, Kind.UNFLAG]


async def test_the_language_is_switched_before_and_after_the_answer(tmp_path: Path) -> None:
    async with running(tmp_path, TWO_LANGUAGES, scope=TODAY) as (app, pilot):
        await press(pilot, "l")
        assert "राजधानी" in text_of(app)
        await press(pilot, "1")
        await press(pilot, "l")
        assert "Capital of India?" in text_of(app)
        assert drill_of(pilot).shown.phase is Phase.ANSWERED
        assert [row.language for row in rows_of(app.desk)] == ["hi"]


async def test_a_card_whose_key_changed_is_reset_on_request(tmp_path: Path) -> None:
    with desk_with(tmp_path, short_deck(1)) as desk:
        drill = desk.drill(TODAY)
        drill.answer(Response(typed="1"))
        drill.rate()
    changed = short_deck(1).replace("answer = 1", "answer = 7")
    scope = Scope(cards=(CardId("numbers", "q1"),))
    async with running(tmp_path, changed, scope=scope) as (app, pilot):
        assert "answer has changed" in " ".join(text_of(app).split())
        await press(pilot, "ctrl+n")
        assert app.desk.state(CardId("numbers", "q1")).new
        assert "answer has changed" not in text_of(app)


async def test_where_no_editor_can_open_the_place_of_the_question_is_said(tmp_path: Path) -> None:
    async with running(tmp_path, short_deck(2), scope=TODAY) as (app, pilot):
        await press(pilot, "f5")
        shown = "".join(text_of(app).split())
        assert "deck-1.toml:" in shown


async def test_the_source_shows_the_notes_and_closes(tmp_path: Path) -> None:
    deck = NINE_TYPES.replace(
        'tags = ["test"]\n',
        'tags = ["test"]\n\n[document]\npath = "notes.md"\nsha256 = "' + "0" * 64 + '"\n',
    ).replace(
        'explanation = "A lithium exploration pact."',
        'explanation = "A pact."\nsource = { section = "Latin America", lines = [3, 3], '
        'quote = "worth $24 million" }',
    )
    (tmp_path / "decks").mkdir()
    notes = "# Notes\n\nThe pact is worth $24 million.\n\nMore.\n"
    (tmp_path / "decks" / "notes.md").write_text(notes, encoding="utf-8")
    async with running(tmp_path, deck, scope=nine("short")) as (app, pilot):
        await press(pilot, "f3")
        assert isinstance(app.screen, SourceScreen)
        shown = text_of(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, DrillScreen)
    assert "Latin America" in shown
    assert "▌   3 The pact is worth $24 million." in shown


async def test_leaving_half_way_shows_how_it_went_and_can_be_gone_on_with(tmp_path: Path) -> None:
    async with running(tmp_path, short_deck(3), scope=TODAY) as (app, pilot):
        await write(pilot, number_asked(drill_of(pilot)))
        await press(pilot, "enter", "enter", "escape")
        assert isinstance(app.screen, SummaryScreen)
        await press(pilot, "c")
        assert drill_of(pilot).shown.phase is Phase.ASKING
        await press(pilot, "f10", "enter")
        assert isinstance(app.screen, HomeScreen)


async def test_the_misses_are_redone_without_moving_the_schedule(tmp_path: Path) -> None:
    async with running(tmp_path, short_deck(1), scope=TODAY) as (app, pilot):
        await press(pilot, "f2")
        await write(pilot, "99")
        await press(pilot, "enter", "enter")
        await write(pilot, "1")
        await press(pilot, "enter", "enter")
        assert isinstance(app.screen, SummaryScreen)
        assert "Wrong, though you were sure" in text_of(app)
        due = app.desk.state(CardId("numbers", "q1")).due_day
        await press(pilot, "r")
        await write(pilot, "1")
        await press(pilot, "enter", "4")
        assert rows_of(app.desk)[-2].kind is Kind.CRAM
        assert app.desk.state(CardId("numbers", "q1")).due_day == due


async def test_the_elapsed_time_goes_by_the_given_clock(tmp_path: Path) -> None:
    async with running(tmp_path, short_deck(2), scope=TODAY) as (app, pilot):
        clock_of(pilot).advance(seconds=100)
        await press(pilot, "f9")
        assert "1:41" in text_of(app)


async def test_a_shipped_deck_is_copied_before_it_is_edited(tmp_path: Path) -> None:
    with Desk.open(places_in(tmp_path), Settings(), ManualClock.at(MORNING)) as desk:
        cards = [each.card for each in desk.library.entry("mineral-diplomacy").cards]
        app = MdquizApp(desk, Scope(cards=tuple(cards[:2])))
        async with app.run_test(size=(80, 24)) as pilot:
            await settled(pilot)
            await press(pilot, "f5")
            assert "came with mdquiz" in text_of(app)
            await press(pilot, "c")
            await settled(pilot)
            copy = tmp_path / "decks" / "mineral-diplomacy" / "mineral-diplomacy.toml"
            assert desk.library.entry("mineral-diplomacy").path == copy
            assert drill_of(pilot).shown.phase is Phase.ASKING
