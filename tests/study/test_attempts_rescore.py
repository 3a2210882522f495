"""Marking attempts again at a real desk: from the deck the paper came from, and by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mdquiz.clock import ManualClock
from mdquiz.errors import UsageError
from mdquiz.exams.report_words import correction_line
from mdquiz.exams.rescore import Correction
from mdquiz.settings import Settings
from mdquiz.study import attempts
from mdquiz.study.attempts_rescore import Remarked, corrections_by_hand
from mdquiz.study.desk import Desk
from tests.desks import MORNING, desk_with, places_in
from tests.exams.decks import EVERY_TYPE
from tests.study.test_exam import begin, key, sums, wrong


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock.at(MORNING)


def file_desk(folder: Path, clock: ManualClock, *files: Path) -> Desk:
    """A desk whose own folder is empty, opened with files named on the command line."""
    settings = Settings(shipped_decks=False)
    return Desk.open(places_in(folder), settings, clock, (*files, folder / "decks"))


def taken(folder: Path, clock: ManualClock, file: Path, count: int = 2) -> None:
    """An exam on a file named on the command line, its first answer right."""
    file.write_text(sums(count), encoding="utf-8")
    with file_desk(folder, clock, file) as desk:
        exam = begin(desk)
        exam.answer(key(exam))
        exam.submit()


def with_other_keys(file: Path, count: int = 2) -> None:
    text = file.read_text(encoding="utf-8")
    for at in range(1, count + 1):
        text = text.replace(f'answer = "{2 * at}"\n', f'answer = "{2 * at + 1}"\n')
    file.write_text(text, encoding="utf-8")


def later(folder: Path, clock: ManualClock) -> Remarked:
    with file_desk(folder, clock) as desk:
        return attempts.rescore(desk, 1)


def test_a_deck_named_on_the_command_line_is_read_where_it_was(
    tmp_path: Path, clock: ManualClock
) -> None:
    file = tmp_path / "mini.toml"
    taken(tmp_path, clock, file)
    with_other_keys(file)
    done = later(tmp_path, clock)
    assert [one.number for one in done.applied] == [1, 2]
    assert done.uncompared == ()


def test_a_deck_that_is_gone_is_told_and_changes_nothing(
    tmp_path: Path, clock: ManualClock
) -> None:
    file = tmp_path / "mini.toml"
    taken(tmp_path, clock, file)
    file.unlink()
    done = later(tmp_path, clock)
    assert (done.applied, done.before) == ((), done.after)
    assert done.uncompared == (
        f"The deck Sums maths ({file}) was not found; 2 questions not compared.",
    )


def test_a_deck_that_cannot_be_read_is_told(tmp_path: Path, clock: ManualClock) -> None:
    file = tmp_path / "mini.toml"
    taken(tmp_path, clock, file)
    file.write_text("title = ", encoding="utf-8")
    (said,) = later(tmp_path, clock).uncompared
    assert "cannot be read" in said
    assert "2 questions not compared" in said


def test_a_question_gone_from_its_deck_is_told(tmp_path: Path, clock: ManualClock) -> None:
    file = tmp_path / "mini.toml"
    taken(tmp_path, clock, file)
    file.write_text(sums(1), encoding="utf-8")
    assert later(tmp_path, clock).uncompared == (
        "The deck Sums maths no longer has what was asked; 1 question not compared.",
    )


def test_a_deck_that_moved_is_found_by_its_id(tmp_path: Path, clock: ManualClock) -> None:
    file = tmp_path / "mini.toml"
    taken(tmp_path, clock, file)
    with_other_keys(file)
    (tmp_path / "decks").mkdir()
    file.rename(tmp_path / "decks" / "mini.toml")
    done = later(tmp_path, clock)
    assert (len(done.applied), done.uncompared) == (2, ())


def test_an_attempt_stored_without_its_decks_is_compared_with_those_at_hand(
    tmp_path: Path, clock: ManualClock
) -> None:
    from mdquiz.exams.stored import paper_from, paper_value

    desk = desk_with(tmp_path, sums(2), clock=clock)
    exam = begin(desk)
    value = json.loads(json.dumps(paper_value(exam.paper)))
    del value["origin"]
    assert paper_from(value).origin is None
    number = desk.store.attempts.begin(
        desk.new_sitting(), clock.now().utc_ms, 330, json.dumps(value)
    )
    clock.advance(days=1)
    assert attempts.rescore(desk, number).uncompared == ()


def test_one_run_applies_all_that_the_deck_says(tmp_path: Path, clock: ManualClock) -> None:
    desk = desk_with(tmp_path, sums(2), clock=clock)
    begin(desk).submit()
    deck = tmp_path / "decks" / "deck-1.toml"
    dropped = sums(2).replace('tags = ["maths"]', 'tags = ["maths"]\nstatus = "dropped"')
    first = attempts.rescore(desk_with(tmp_path, dropped, clock=clock), 1)
    assert [one.dropped for one in first.applied] == [True, True]
    deck.write_text(sums(2), encoding="utf-8")
    with_other_keys(deck)
    kept = deck.read_text(encoding="utf-8")
    desk = desk_with(tmp_path, kept, clock=clock)
    second = attempts.rescore(desk, 1)
    assert [(one.dropped, len(one.right)) for one in second.applied] == [(False, 1)] * 2
    assert attempts.rescore(desk, 1).applied == ()


def remarked(desk: Desk, *keys: str, drops: tuple[int, ...] = ()) -> Remarked:
    paper = attempts.paper_of(desk, 1)
    return attempts.rescore(desk, 1, corrections_by_hand(paper, keys, drops))


def test_the_same_key_by_hand_is_stored_once(tmp_path: Path, clock: ManualClock) -> None:
    desk = desk_with(tmp_path, sums(3), clock=clock)
    begin(desk).submit()
    assert len(remarked(desk, "1=b", drops=(2,)).applied) == 2
    assert remarked(desk, "1=b", drops=(2,)).applied == ()
    assert [one.number for one in remarked(desk, "1=c", drops=(2,)).applied] == [1]
    assert len(attempts.report_of(desk, 1).corrections) == 3


def test_a_key_by_hand_is_kept_though_it_is_the_present_one(
    tmp_path: Path, clock: ManualClock
) -> None:
    desk = desk_with(tmp_path, sums(1), clock=clock)
    exam = begin(desk)
    letter = "abcd"[key(exam).chosen[0]]
    exam.submit()
    assert len(remarked(desk, f"1={letter}").applied) == 1
    deck = tmp_path / "decks" / "deck-1.toml"
    with_other_keys(deck, 1)
    desk = desk_with(tmp_path, deck.read_text(encoding="utf-8"), clock=clock)
    assert attempts.rescore(desk, 1).applied == ()


def test_a_typed_key_by_hand_may_have_several_right_answers(
    tmp_path: Path, clock: ManualClock
) -> None:
    desk = desk_with(tmp_path, EVERY_TYPE, clock=clock)
    exam = begin(desk, formats=("short",), tags=())
    number = next(item.number for item in exam.paper.items if item.card.question == "word")
    exam.submit()
    paper = attempts.paper_of(desk, 1)
    (made,) = corrections_by_hand(paper, [f"{number}=Almaty", f"{number}=Nur-Sultan"])
    assert (made.typed[0].expected.value, made.typed[0].expected.accept) == (
        "Almaty",
        ("Nur-Sultan",),
    )


def test_each_correction_is_told_by_what_it_set_itself(tmp_path: Path, clock: ManualClock) -> None:
    desk = desk_with(tmp_path, sums(1), clock=clock)
    begin(desk).submit()
    made = [Correction(1, right=(at,), by_hand=True) for at in (1, 2)]
    made += [Correction(1, True, reason="dropped by hand"), Correction(1, reason="kept by hand")]
    for one in made:
        attempts.rescore(desk, 1, [one])
    report = attempts.report_of(desk, 1)
    options = report.paper.items[0].asked().options
    assert [correction_line(report, one) for one in report.corrections] == [
        f"Question 1: key set to (b) {options[1].text}.",
        f"Question 1: key set to (c) {options[2].text}.",
        "Question 1: dropped (dropped by hand).",
        "Question 1: it counts (kept by hand).",
    ]


@pytest.mark.parametrize("number", [0, 4])
def test_a_number_that_no_question_has_is_refused(
    tmp_path: Path, clock: ManualClock, number: int
) -> None:
    desk = desk_with(tmp_path, sums(3), clock=clock)
    exam = begin(desk)
    exam.answer(wrong(exam))
    exam.submit()
    with pytest.raises(UsageError, match="the paper has 3"):
        remarked(desk, drops=(number,))


def test_the_report_tells_what_the_paper_was_made_of(tmp_path: Path, clock: ManualClock) -> None:
    from mdquiz.exams.report_value import report_value

    desk = desk_with(tmp_path, sums(3), clock=clock)
    begin(desk, questions=2, tags=("maths",)).submit()
    value = json.loads(json.dumps(report_value(attempts.report_of(desk, 1))))
    assert value["origin"]["selection"]["questions"] == 2
    assert value["origin"]["selection"]["tags"] == ["maths"]
    assert value["origin"]["as_of"] == "2026-11"
    assert value["origin"]["decks"][0]["title"] == "Sums maths"
