from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mdquiz.clock import ManualClock
from mdquiz.decks.card import CardId
from mdquiz.errors import NothingToDrillError, UsageError
from mdquiz.grading.verdict import Confidence, Outcome, Rating, Response
from mdquiz.progress.log import Kind
from mdquiz.study.desk import Desk
from mdquiz.study.drill import Drill
from mdquiz.study.scope import Scope
from mdquiz.study.view import Phase
from tests.desks import MORNING, desk_with, short_deck

STATEMENTS = """
title = "Minerals"

[[question]]
id = "kabil"
type = "statements"
prompt = "With reference to KABIL"
ask = "which"
statements = [
  { text = "It looks for minerals abroad.", true = true },
  { text = "It is a bank.", true = false, why = "It is a joint venture of three companies." },
  { text = "It signed a pact in Argentina.", true = true },
]
"""

BILINGUAL = """
title = "Two languages"

[[question]]
id = "capital"
type = "choice"
prompt = "Capital of India?"
options = ["New Delhi", "Mumbai", "Kolkata", "Chennai"]
answer = "New Delhi"
hi = { prompt = "भारत की राजधानी?", options = ["नई दिल्ली", "मुंबई", "कोलकाता", "चेन्नई"] }
"""


def given_number(drill: Drill, *, right: bool = True) -> Response:
    """The right answer to a question of `short_deck`, or a wrong one."""
    assert drill.asked is not None
    number = int(drill.asked.card.question.removeprefix("q"))
    return Response(typed=str(number if right else number + 1000))


def test_an_answer_is_in_the_log_before_its_verdict_is_shown(tmp_path: Path) -> None:
    with desk_with(tmp_path, short_deck(2)) as desk:
        drill = desk.drill()
        assert drill.asked is not None
        card = drill.asked.card
        verdict = drill.answer(given_number(drill))
        assert verdict.outcome is Outcome.RIGHT
        assert drill.saved
        [row] = desk.store.rows(card)
        assert (row.kind, row.rating, row.outcome) == (Kind.DRILL, Rating.GOOD, "right")


def test_taking_the_suggested_rating_adds_nothing_to_the_log(tmp_path: Path) -> None:
    with desk_with(tmp_path, short_deck(2)) as desk:
        drill = desk.drill()
        drill.answer(given_number(drill))
        drill.rate()
        assert desk.store.row_count() == 1
        assert drill.done == 1


def test_an_override_counts_instead_of_the_suggestion(tmp_path: Path) -> None:
    with desk_with(tmp_path, short_deck(2)) as desk:
        drill = desk.drill()
        assert drill.asked is not None
        card = drill.asked.card
        drill.answer(given_number(drill))
        expected = drill.intervals[Rating.EASY]
        drill.rate(Rating.EASY)
        assert desk.state(card).due_day - desk.today() == expected
        assert desk.store.rows(card)[-1].kind is Kind.REGRADE


@pytest.mark.parametrize("rating", list(Rating))
def test_the_interval_shown_is_the_interval_kept(tmp_path: Path, rating: Rating) -> None:
    clock = ManualClock.at(MORNING)
    with desk_with(tmp_path, short_deck(1), clock=clock) as desk:
        for _ in range(4):
            drill = desk.drill()
            assert drill.asked is not None
            card = drill.asked.card
            drill.answer(given_number(drill))
            expected = drill.intervals[rating]
            drill.rate(rating)
            assert desk.state(card).due_day - desk.today() == expected
            if rating is Rating.AGAIN:
                drill.answer(given_number(drill))
                drill.rate(Rating.GOOD)
            clock.advance(days=desk.state(card).due_day - desk.today())


def test_a_revealed_answer_is_saved_when_the_learner_rates_it(tmp_path: Path) -> None:
    with desk_with(tmp_path, short_deck(1)) as desk:
        drill = desk.drill()
        drill.answer(Response(revealed=True))
        assert not drill.saved
        with pytest.raises(UsageError):
            drill.rate()
        drill.rate(Rating.HARD)
        [row] = desk.store.all_rows()
        assert (row.rating, row.outcome) == (Rating.HARD, "revealed")


def test_two_answers_to_one_question_are_impossible(tmp_path: Path) -> None:
    with desk_with(tmp_path, short_deck(2)) as desk:
        drill = desk.drill()
        drill.answer(given_number(drill))
        with pytest.raises(UsageError):
            drill.answer(given_number(drill))
        assert desk.store.row_count() == 1


def test_a_miss_returns_in_the_sitting_and_its_repeat_does_not_inflate_stability(
    tmp_path: Path,
) -> None:
    with desk_with(tmp_path, short_deck(3)) as desk:
        drill = desk.drill()
        assert drill.asked is not None
        card = drill.asked.card
        drill.answer(given_number(drill, right=False))
        drill.rate()
        after_miss = desk.state(card)
        assert after_miss.relearning
        while drill.asked and drill.asked.card != card:
            drill.answer(given_number(drill))
            drill.rate()
        for _ in range(3):
            drill.answer(given_number(drill))
            drill.undo()
        drill.answer(given_number(drill))
        drill.rate(Rating.EASY)
        state = desk.state(card)
        assert (state.stability, state.difficulty) == (after_miss.stability, after_miss.difficulty)
        assert not state.relearning
        assert state.due_day > desk.today()


def test_sure_and_wrong_is_a_misconception_and_comes_first_tomorrow(tmp_path: Path) -> None:
    clock = ManualClock.at(MORNING)
    with desk_with(tmp_path, short_deck(6), clock=clock) as desk:
        drill = desk.drill()
        for position in range(6):
            assert drill.asked is not None
            sure = Confidence.SURE if position == 4 else Confidence.UNSAID
            verdict = drill.answer(given_number(drill, right=False), sure)
            if position == 4:
                assert verdict.misconception
                card = drill.asked.card
            drill.bury()
        clock.advance(days=1)
        assert desk.drill().step is not None
        assert desk.drill().sitting.queue[0].card == card


def test_a_lucky_guess_counts_as_not_known(tmp_path: Path) -> None:
    with desk_with(tmp_path, short_deck(2)) as desk:
        drill = desk.drill()
        verdict = drill.answer(given_number(drill), Confidence.GUESS)
        assert (verdict.outcome, verdict.suggested) == (Outcome.RIGHT, Rating.AGAIN)
        drill.rate()
        [row, *_] = drill.summary().rows
        assert row.lucky


def test_an_answer_read_off_the_source_counts_as_not_known(tmp_path: Path) -> None:
    sourced = short_deck(1) + 'source = { section = "Numbers", lines = [1, 1], quote = "1" }\n'
    with desk_with(tmp_path, sourced) as desk:
        drill = desk.drill()
        assert drill.source()[0].lines == ("1",)
        verdict = drill.answer(given_number(drill))
        assert (verdict.outcome, verdict.suggested) == (Outcome.RIGHT, Rating.AGAIN)
        assert "looked at the source" in verdict.notes[0].text


def test_a_misjudged_statement_is_asked_again_alone(tmp_path: Path) -> None:
    with desk_with(tmp_path, STATEMENTS) as desk:
        drill = desk.drill()
        assert drill.asked is not None
        wrong = next(
            position
            for position, option in enumerate(drill.asked.options)
            if option.asserts == (True, True, True) or option.asserts == (True, True, False)
        )
        misjudged = {
            position
            for position, (said, claim) in enumerate(
                zip(drill.asked.options[wrong].asserts or (), drill.asked.claims, strict=True)
            )
            if said != claim.true
        }
        drill.answer(Response(chosen=(wrong,)))
        drill.rate()
        assert {step.claim for step in drill.sitting.queue} == {None, *misjudged}
        assert drill.asked is not None
        assert [claim.text for claim in drill.asked.claims] == ["It is a bank."]
        drill.answer(Response(chosen=(1,)))
        kinds = [row.kind for row in desk.store.all_rows()]
        assert kinds == [Kind.DRILL, Kind.REPAIR]


def test_cramming_moves_no_schedule(tmp_path: Path) -> None:
    with desk_with(tmp_path, short_deck(2)) as desk:
        before = dict(desk.states)
        drill = desk.drill(Scope(kind=Kind.CRAM))
        while drill.asked:
            drill.answer(given_number(drill))
            assert drill.intervals == {}
            drill.rate()
        assert {card: state.due_day for card, state in desk.states.items() if state.due_day} == {}
        assert before == {}
        assert desk.store.row_count() == 2


def test_drilling_ahead_moves_only_what_was_due(tmp_path: Path) -> None:
    with desk_with(tmp_path, short_deck(2)) as desk:
        drill = desk.drill(Scope(limit=1))
        drill.answer(given_number(drill))
        drill.rate()
        before = dict(desk.states)
        ahead = desk.drill(Scope(kind=Kind.AHEAD))
        kinds = {}
        while ahead.asked:
            card = ahead.asked.card
            ahead.answer(given_number(ahead))
            kinds[card] = desk.store.rows(card)[-1].kind
            ahead.rate()
        known = next(iter(before))
        assert kinds.pop(known) is Kind.AHEAD
        assert set(kinds.values()) == {Kind.DRILL}
        assert desk.state(known) == before[known]


def test_a_buried_card_returns_tomorrow_and_a_suspended_one_never(tmp_path: Path) -> None:
    clock = ManualClock.at(MORNING)
    with desk_with(tmp_path, short_deck(2), clock=clock) as desk:
        drill = desk.drill()
        buried, suspended = [step.card for step in drill.sitting.queue]
        drill.bury()
        drill.suspend()
        assert drill.phase is Phase.OVER
        with pytest.raises(NothingToDrillError):
            desk.drill()
        clock.advance(days=1)
        assert [step.card for step in desk.drill().sitting.queue] == [buried]
        desk.set_suspended([suspended], False)
        assert len(desk.drill().sitting.queue) == 2


def test_the_other_language_shows_the_same_options_in_the_same_order(tmp_path: Path) -> None:
    with desk_with(tmp_path, BILINGUAL) as desk:
        drill = desk.drill()
        assert drill.asked is not None
        key = [option.right for option in drill.asked.options]
        assert drill.switch_language()
        assert drill.asked.language == "hi"
        assert drill.asked.stem == "भारत की राजधानी?"
        assert [option.right for option in drill.asked.options] == key


def test_a_deck_without_another_language_says_so(tmp_path: Path) -> None:
    with desk_with(tmp_path, short_deck(1)) as desk:
        assert not desk.drill().switch_language()


def test_an_edited_deck_is_asked_as_it_now_stands(tmp_path: Path) -> None:
    with desk_with(tmp_path, short_deck(2)) as desk:
        drill = desk.drill()
        file, line = desk.deck_location(drill.sitting.queue[0].card)
        assert file.read_text(encoding="utf-8").splitlines()[line - 1] == "[[question]]"
        text = short_deck(1).replace("What is", "How much is")
        file.write_text(text, encoding="utf-8")
        drill.reload()
        assert drill.total == 2
        assert drill.asked is not None
        assert drill.asked.stem == "How much is 1?"
        assert [step.card.question for step in drill.sitting.queue] == ["q1"]


def test_a_changed_key_is_told_and_the_card_can_start_afresh(tmp_path: Path) -> None:
    clock = ManualClock.at(MORNING)
    with desk_with(tmp_path, short_deck(1), clock=clock) as desk:
        drill = desk.drill()
        assert drill.asked is not None
        card = drill.asked.card
        drill.answer(given_number(drill))
        drill.rate()
        file, _ = desk.deck_location(card)
        file.write_text(short_deck(1).replace("answer = 1", "answer = 7"), encoding="utf-8")
        clock.advance(days=40)
        desk.reload()
        drill = desk.drill()
        assert drill.key_changed
        drill.reset_card()
        assert not drill.key_changed
        assert desk.state(card).new


def test_renaming_moving_and_reordering_a_deck_keeps_its_history(tmp_path: Path) -> None:
    with desk_with(tmp_path, short_deck(3)) as desk:
        drill = desk.drill()
        drill.answer(given_number(drill))
        drill.rate()
        learned = {card for card, state in desk.states.items() if not state.new}
        file, _ = desk.deck_location(next(iter(learned)))
        head, *questions = file.read_text(encoding="utf-8").split("[[question]]")
        moved = file.parent / "sub" / "renamed.toml"
        moved.parent.mkdir()
        moved.write_text(
            head.replace("\n", "\n", 1) + "".join(f"[[question]]{q}" for q in reversed(questions)),
            encoding="utf-8",
        )
        file.unlink()
        desk.reload()
        [row] = desk.overview().decks
        assert (row.learned, row.new, row.total) == (1, 2, 3)


def test_fifty_answers_in_a_burst_are_fifty_rows(tmp_path: Path) -> None:
    from mdquiz.settings import Settings

    roomy = Settings(new_per_day=100, shipped_decks=False)
    with desk_with(tmp_path, short_deck(50), settings=roomy) as desk:
        drill = desk.drill()
        for _ in range(50):
            drill.answer(given_number(drill))
            drill.rate()
        assert drill.phase is Phase.OVER
        assert desk.store.row_count() == 50


def test_two_windows_see_each_others_answers(tmp_path: Path) -> None:
    with desk_with(tmp_path, short_deck(2)) as one, desk_with(tmp_path, short_deck(2)) as two:
        drill = one.drill()
        assert drill.asked is not None
        card = drill.asked.card
        drill.answer(given_number(drill))
        assert not two.state(card).new
        assert two.overview().answered_today == 1


ACTS: dict[str, Callable[[Drill], object]] = {
    "right": lambda drill: drill.answer(given_number(drill)),
    "wrong": lambda drill: drill.answer(given_number(drill, right=False), Confidence.SURE),
    "reveal": lambda drill: drill.answer(Response(revealed=True)),
    "take": lambda drill: drill.rate(),
    "hard": lambda drill: drill.rate(Rating.HARD),
    "again": lambda drill: drill.rate(Rating.AGAIN),
    "skip": lambda drill: drill.skip(),
    "bury": lambda drill: drill.bury(),
    "suspend": lambda drill: drill.suspend(),
    "flag": lambda drill: drill.toggle_flag(),
    "reset": lambda drill: drill.reset_card(),
}


def picture(desk: Desk, drill: Drill) -> tuple[object, ...]:
    """Everything that undo has to bring back."""
    states = {card: state for card, state in desk.states.items() if state != desk.state(NOBODY)}
    return states, drill.sitting, drill.phase, drill.asked, drill.verdict, drill.saved


NOBODY = CardId("no", "body")


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=st.lists(st.sampled_from(sorted(ACTS)), max_size=25))
def test_undo_of_any_depth_brings_back_exactly_what_was(acts: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        clock = ManualClock.at(MORNING)
        with desk_with(Path(folder), short_deck(4), clock=clock) as desk:
            drill = desk.drill()
            before = [picture(desk, drill)]
            depth = [len(drill._acts)]
            for act in acts:
                if drill.phase is Phase.OVER:
                    break
                try:
                    ACTS[act](drill)
                except UsageError:
                    continue
                if len(drill._acts) == depth[-1]:
                    before[-1] = picture(desk, drill)  # a rating belongs to the answer before it
                    continue
                depth.append(len(drill._acts))
                clock.advance(seconds=7)
                before.append(picture(desk, drill))
            for expected in reversed(before[:-1]):
                assert drill.undo()
                assert picture(desk, drill) == expected
            assert not drill.undo()
            assert desk._history.rebuild().changed == 0
