"""Taking a mock exam at a real desk: saved as it goes, true to the clock."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from mdquiz.clock import ManualClock
from mdquiz.errors import NothingToDrillError, ProgressBusyError, ProgressError, UsageError
from mdquiz.exams.attempt import BY_HAND, BY_TIME, Palette, Submission
from mdquiz.exams.confidence import Bucket
from mdquiz.exams.rescore import Correction
from mdquiz.grading.verdict import Response
from mdquiz.progress.log import Kind
from mdquiz.study import attempts
from mdquiz.study.desk import Desk
from mdquiz.study.exam import Elsewhere, Exam
from tests.desks import MORNING, desk_with
from tests.exams.decks import EVERY_TYPE

MINUTE = 60


def sums(count: int, *, tag: str = "maths") -> str:
    """A deck of `count` sums, each a choice whose key is the smallest number."""
    questions = [
        f'[[question]]\nid = "q{at}"\ntype = "choice"\nprompt = "{tag}: {at} + {at}?"\n'
        f'options = ["{2 * at}", "{2 * at + 1}", "{2 * at + 2}", "{2 * at + 3}"]\n'
        f'answer = "{2 * at}"\ntags = ["{tag}"]\n'
        for at in range(1, count + 1)
    ]
    return "\n".join([f'title = "Sums {tag}"\n', *questions])


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock.at(MORNING)


@pytest.fixture
def desk(tmp_path: Path, clock: ManualClock) -> Desk:
    return desk_with(tmp_path, sums(120), clock=clock)


def begin(desk: Desk, **chosen: object) -> Exam:
    preset = str(chosen.pop("preset", "upsc-cse-gs1"))
    return attempts.start(desk, attempts.blueprint(desk, preset, **{"seed": 1, **chosen}))


def key(exam: Exam) -> Response:
    return Response(chosen=(next(at for at, one in enumerate(exam.asked.options) if one.right),))


def wrong(exam: Exam) -> Response:
    at = next(at for at, one in enumerate(exam.asked.options) if not one.right)
    return Response(chosen=(at,))


def reopened(folder: Path, clock: ManualClock, *decks: str) -> Desk:
    return desk_with(folder, *decks, clock=clock)


def test_a_hundred_questions_are_taken_in_two_hours(desk: Desk, clock: ManualClock) -> None:
    exam = begin(desk)
    assert (len(exam.paper.items), exam.left_ms()) == (100, 7_200_000)
    for number in range(1, 101):
        exam.visit(number)
        clock.advance(seconds=60)
        if number <= 60:
            exam.answer(key(exam), Bucket.SURE)
        elif number <= 90:
            exam.answer(wrong(exam), Bucket.BLIND)
    assert exam.attempt.palette()[Palette.ANSWERED] == 90
    exam.submit()
    made = attempts.report_of(desk, exam.number)
    assert made.score.total.score == Fraction(100)
    assert made.attempt.submitted == Submission(exam.attempt.started_ms + 6_000_000, BY_HAND)
    assert sum(reply.spent_ms for reply in made.attempt.replies) == 6_000_000
    assert {reply.spent_ms for reply in made.attempt.replies} == {60_000}


def test_every_answer_is_on_the_disk_before_the_next_question(
    desk: Desk, tmp_path: Path, clock: ManualClock
) -> None:
    exam = begin(desk)
    exam.answer(key(exam), Bucket.HALF)
    exam.step(1)
    exam.toggle_mark()
    clock.advance(seconds=10 * MINUTE)
    other = attempts.resume(reopened(tmp_path, clock, sums(120)))
    assert other.attempt.replies == exam.attempt.replies
    assert other.attempt.reply(1).bucket is Bucket.HALF
    assert (other.current, other.left_ms()) == (2, 110 * MINUTE * 1000)
    assert other.attempt.resumed == 1


def test_at_zero_the_paper_is_handed_in_by_itself(desk: Desk, clock: ManualClock) -> None:
    exam = begin(desk)
    exam.answer(key(exam))
    clock.advance(seconds=120 * MINUTE - 1)
    assert not exam.tick()
    clock.advance(seconds=1)
    assert exam.tick()
    assert exam.over
    assert not exam.tick()
    with pytest.raises(UsageError, match="time is over"):
        exam.answer(key(exam))
    sitting = desk.store.attempts.get(1).id
    assert len([row for row in desk.store.all_rows() if row.sitting == sitting]) == 1


def test_an_answer_after_the_deadline_hands_in_what_was_there(
    desk: Desk, clock: ManualClock
) -> None:
    exam = begin(desk)
    exam.answer(key(exam))
    exam.step(1)
    clock.advance(seconds=5 * 3600)
    with pytest.raises(UsageError, match="time is over"):
        exam.answer(key(exam))
    assert exam.over
    made = attempts.report_of(desk, 1)
    assert made.attempt.submitted == Submission(exam.attempt.started_ms + 7_200_000, BY_TIME)
    assert made.score.total.attempted == 1
    assert [row.kind for row in desk.store.all_rows()] == [Kind.EXAM]


def test_a_clock_set_back_grants_no_time_and_is_noted(
    desk: Desk, tmp_path: Path, clock: ManualClock
) -> None:
    exam = begin(desk)
    clock.advance(seconds=60 * MINUTE)
    exam.answer(key(exam))
    clock.advance(seconds=-50 * MINUTE)
    exam.answer(key(exam))
    assert exam.left_ms() == 60 * MINUTE * 1000
    assert [note.amount_ms for note in exam.attempt.clock_notes] == [50 * MINUTE * 1000]
    clock.advance(seconds=10 * MINUTE)
    again = attempts.resume(reopened(tmp_path, clock, sums(120)))
    assert again.left_ms() == 50 * MINUTE * 1000


def test_a_clock_set_back_while_mdquiz_was_closed_is_noticed_on_resuming(
    desk: Desk, tmp_path: Path, clock: ManualClock
) -> None:
    exam = begin(desk)
    clock.advance(seconds=60 * MINUTE)
    exam.answer(key(exam))
    clock.advance(seconds=-60 * MINUTE)
    again = attempts.resume(reopened(tmp_path, clock, sums(120)))
    assert again.left_ms() == 60 * MINUTE * 1000
    assert len(again.attempt.clock_notes) == 1


def test_what_ran_out_while_mdquiz_was_closed_is_handed_in_on_resuming(
    desk: Desk, tmp_path: Path, clock: ManualClock
) -> None:
    exam = begin(desk)
    exam.answer(wrong(exam))
    clock.advance(days=1)
    later = reopened(tmp_path, clock, sums(120))
    assert not attempts.attempt_rows(later)[0].running
    with pytest.raises(UsageError, match="No exam is running"):
        attempts.resume(later)
    with pytest.raises(UsageError, match="Attempt 1 is closed"):
        attempts.resume(later, 1)
    assert [row.outcome for row in later.store.all_rows()] == ["wrong"]


def test_an_exam_moves_no_schedule(desk: Desk) -> None:
    before = desk.overview()
    exam = begin(desk)
    exam.answer(key(exam))
    exam.step(1)
    exam.answer(wrong(exam))
    exam.submit()
    after = desk.overview()
    assert (after.due_today, after.new_today) == (before.due_today, before.new_today)
    rows = list(desk.store.all_rows())
    assert {row.kind for row in rows} == {Kind.EXAM}
    assert all(desk.state(row.card).new for row in rows)


def test_misses_go_to_the_drill_by_the_learners_choice(desk: Desk) -> None:
    exam = begin(desk)
    exam.answer(wrong(exam), Bucket.SURE)
    missed = exam.asked.card
    exam.step(1)
    exam.answer(key(exam), Bucket.BLIND)
    lucky = exam.asked.card
    exam.submit()
    drill = desk.drill(attempts.misses(desk, exam.number))
    queue = [step.card for step in drill.sitting.queue]
    assert queue[:2] == [missed, lucky]
    assert len(queue) == len(exam.paper.items)  # then those left


def test_nothing_missed_is_nothing_to_drill(desk: Desk) -> None:
    exam = begin(desk, questions=1)
    exam.answer(key(exam), Bucket.SURE)
    exam.submit()
    with pytest.raises(NothingToDrillError):
        attempts.misses(desk, exam.number)


def test_warnings_come_once_at_five_minutes_and_at_one(desk: Desk, clock: ManualClock) -> None:
    exam = begin(desk)
    said = []
    for _ in range(120):
        clock.advance(seconds=MINUTE)
        exam.tick()
        said.append(exam.warning())
    assert [words for words in said if words] == ["5 minutes left.", "1 minute left."]
    assert (said[114], said[118]) == ("5 minutes left.", "1 minute left.")


def test_locked_sections_close_by_the_clock_and_by_hand(tmp_path: Path, clock: ManualClock) -> None:
    tags = ("reasoning", "gk", "quant", "english")
    desk = desk_with(tmp_path, *(sums(30, tag=tag) for tag in tags), clock=clock)
    exam = begin(desk, preset="ssc-cgl-t1")
    exam.answer(key(exam))
    with pytest.raises(UsageError, match="not open"):
        exam.visit(26)
    clock.advance(seconds=15 * MINUTE)
    assert exam.tick()
    assert (exam.current, exam.left_ms()) == (26, 15 * MINUTE * 1000)
    with pytest.raises(UsageError, match="not open"):
        exam.visit(1)
    exam.close_section()
    exam.close_section()
    assert exam.attempt.open_section.name == "English Comprehension"
    exam.answer(key(exam))
    exam.close_section()
    assert exam.over
    made = attempts.report_of(desk, exam.number)
    assert [row.tally.score for row in made.sections] == [2, 0, 0, 2]
    assert len(list(desk.store.all_rows())) == 2


def test_the_stored_paper_outlives_its_deck(desk: Desk, tmp_path: Path, clock: ManualClock) -> None:
    exam = begin(desk)
    exam.answer(key(exam))
    prompt = exam.asked.stem
    (tmp_path / "decks" / "deck-1.toml").unlink()
    later = desk_with(tmp_path, sums(1, tag="other"), clock=clock)
    again = attempts.resume(later)
    assert again.asked.stem == prompt
    again.submit()
    assert attempts.report_of(later, 1).score.total.score == 2
    assert attempts.rescore(later, 1).applied == ()


def test_two_windows_cannot_take_one_attempt_at_once(
    desk: Desk, tmp_path: Path, clock: ManualClock
) -> None:
    exam = begin(desk)
    other = attempts.resume(reopened(tmp_path, clock, sums(120)))
    with pytest.raises(ProgressBusyError, match="another window"):
        exam.answer(key(exam))
    other.answer(key(other))


def test_a_key_corrected_in_the_deck_remarks_the_attempt(
    desk: Desk, tmp_path: Path, clock: ManualClock
) -> None:
    exam = begin(desk)
    exam.answer(key(exam))
    number = int(exam.asked.card.question[1:])
    exam.submit()
    deck = tmp_path / "decks" / "deck-1.toml"
    text = deck.read_text(encoding="utf-8")
    old, new = f'answer = "{2 * number}"\n', f'answer = "{2 * number + 1}"\n'
    later = reopened(tmp_path, clock, text.replace(old, new))
    done = attempts.rescore(later, 1)
    assert [one.number for one in done.applied] == [1]
    assert done.before.score.total.score == 2
    assert done.after.score.total.score == Fraction(-2, 3)
    assert attempts.rescore(later, 1).applied == ()
    assert attempts.report_of(later, 1).corrections == done.applied


def test_a_correction_by_hand_is_not_undone_by_the_deck(desk: Desk) -> None:
    exam = begin(desk)
    exam.answer(wrong(exam))
    marked = exam.reply.response
    assert marked is not None
    exam.submit()
    attempts.rescore(desk, 1, [Correction(1, right=marked.chosen, by_hand=True)])
    assert attempts.report_of(desk, 1).score.total.score == 2
    assert attempts.rescore(desk, 1).applied == ()
    attempts.rescore(desk, 1, [Correction(1, dropped=True, by_hand=True)])
    assert attempts.report_of(desk, 1).score.total.maximum == 198


def test_a_report_compares_with_earlier_attempts_at_the_same_exam(
    desk: Desk, clock: ManualClock
) -> None:
    for preset in ("mppsc", "upsc-cse-gs1", "mppsc"):
        begin(desk, preset=preset).submit()
        clock.advance(seconds=60)
    assert [past.name for past in attempts.report_of(desk, 3).earlier] == ["1"]
    assert [row.preset for row in attempts.attempt_rows(desk)] == ["mppsc", "upsc-cse-gs1", "mppsc"]


def test_a_running_exam_tells_nothing_of_its_keys(desk: Desk) -> None:
    exam = begin(desk)
    exam.answer(key(exam))
    for look in (attempts.report_of, attempts.rescore, attempts.misses):
        with pytest.raises(UsageError, match="still runs"):
            look(desk, exam.number)


def test_an_exam_that_nobody_came_back_to_is_logged_when_the_next_begins(
    desk: Desk, clock: ManualClock
) -> None:
    exam = begin(desk)
    exam.answer(key(exam))
    clock.advance(days=2)
    assert desk.store.row_count() == 0
    begin(desk)
    assert desk.store.row_count() == 1


def test_the_same_seed_draws_the_same_paper(desk: Desk) -> None:
    assert begin(desk, seed=9).paper == begin(desk, seed=9).paper
    assert begin(desk, seed=9).paper != begin(desk, seed=10).paper


def test_the_language_can_be_switched_for_the_whole_paper(
    tmp_path: Path, clock: ManualClock
) -> None:
    desk = desk_with(tmp_path, EVERY_TYPE, clock=clock)
    exam = begin(desk, formats=("choice",))
    exam.answer(key(exam))
    assert exam.switch_language()
    assert exam.asked.stem == "कौन सी जलसंधि?"
    exam.answer(key(exam))
    exam.submit()
    row = next(desk.store.all_rows())
    assert (row.language, row.given) == ("hi", "मलक्का")


def test_what_is_available_is_counted_before_the_exam_begins(desk: Desk) -> None:
    found = attempts.availability(desk, attempts.blueprint(desk, "upsc-cse-gs1"))
    assert (found.total, found.topics) == (120, {"maths": 120})


def test_an_answer_that_cannot_be_saved_does_not_stand(desk: Desk) -> None:
    exam = begin(desk)
    before = exam.attempt
    desk.store.close()
    with pytest.raises(ProgressError):
        exam.answer(key(exam))
    assert exam.attempt == before


def test_an_older_window_knows_what_was_done_elsewhere(
    desk: Desk, tmp_path: Path, clock: ManualClock
) -> None:
    exam = begin(desk)
    exam.answer(key(exam))
    assert exam.elsewhere() is Elsewhere.NOTHING
    other = attempts.resume(reopened(tmp_path, clock, sums(120)))
    assert exam.elsewhere() is Elsewhere.GOES_ON
    other.submit()
    assert exam.elsewhere() is Elsewhere.HANDED_IN
    assert other.elsewhere() is Elsewhere.NOTHING


def test_confidence_can_be_said_of_a_question_that_is_not_open(desk: Desk) -> None:
    exam = begin(desk)
    exam.answer(key(exam))
    exam.step(1)
    exam.say_confidence(Bucket.SURE, 1)
    assert [exam.attempt.reply(number).bucket for number in (1, 2)] == [Bucket.SURE, Bucket.UNSAID]
    assert exam.current == 2
