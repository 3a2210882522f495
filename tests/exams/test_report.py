from __future__ import annotations

import json
import re
from dataclasses import replace
from fractions import Fraction
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdquiz.decks.asked import Asked
from mdquiz.decks.card import CardId
from mdquiz.exams.attempt import BY_TIME, Attempt, ClockNote, Reply, Submission, begun
from mdquiz.exams.confidence import Bucket
from mdquiz.exams.error_log import Cause
from mdquiz.exams.paper import Paper
from mdquiz.exams.report import Past, Report, past_of, report
from mdquiz.exams.report_html import report_page
from mdquiz.exams.report_value import report_value
from mdquiz.exams.report_words import (
    break_even_line,
    change_line,
    closing_line,
    counts_line,
    known_line,
    left_line,
    minutes_text,
    score_line,
    verdict_lines,
)
from mdquiz.exams.rescore import Correction
from mdquiz.exams.scheme import Scheme, Worth
from mdquiz.grading.verdict import Response
from tests.exams.papers import (
    BLANK,
    BOTH,
    DECLINED,
    RIGHT,
    WRONG,
    choice,
    full_paper,
    numeric,
    paper,
    scheme,
    sheet,
    sure,
)

F = Fraction
START = 1_700_000_000_000


def taken(made: Paper, replies: list[Reply]) -> Attempt:
    attempt = begun(made, START)
    submitted = Submission(START + 3_600_000, "candidate")
    return replace(attempt, replies=tuple(replies), submitted=submitted)


def reported(replies: list[Reply], made: Paper | None = None) -> Report:
    made = made or paper(scheme(), [choice(at + 1) for at in range(len(replies))])
    return report("1", taken(made, replies))


def test_each_degree_of_confidence_shows_what_it_earned() -> None:
    made = reported(
        [sure(RIGHT, Bucket.SURE)] * 3
        + [sure(WRONG, Bucket.SURE)]
        + [sure(RIGHT, Bucket.HALF), sure(WRONG, Bucket.HALF)]
        + [sure(WRONG, Bucket.BLIND)] * 3
        + [RIGHT, BLANK]
    )
    earned = {row.bucket: (row.tally.attempted, row.tally.score) for row in made.buckets}
    assert earned == {
        Bucket.SURE: (4, F(16, 3)),
        Bucket.HALF: (2, F(4, 3)),
        Bucket.BLIND: (3, F(-2)),
        Bucket.UNSAID: (1, F(2)),
    }


def test_the_what_if_line_says_what_leaving_the_blind_guesses_would_have_given() -> None:
    made = reported([RIGHT] * 45 + [sure(WRONG, Bucket.BLIND)] * 9 + [BLANK] * 46)
    assert left_line(made) == "Had you left the 9 blind guesses: 84.00 -> 90.00."


def test_the_what_if_line_admits_that_guessing_paid() -> None:
    made = reported([sure(RIGHT, Bucket.BLIND), BLANK])
    assert left_line(made) == "Had you left the one blind guess: 2.00 -> 0.00."


def test_the_what_if_line_is_about_guesses_and_not_about_what_one_is_sure_of() -> None:
    made = reported([sure(WRONG, Bucket.SURE), sure(RIGHT, Bucket.HALF), WRONG])
    assert left_line(made) == "Had you left the one answer you called 50-50: 0.67 -> -1.33."
    assert left_line(reported([sure(WRONG, Bucket.SURE), WRONG])) == ""


def test_leaving_costs_what_blanks_cost() -> None:
    rules = Scheme(F(1), F(1, 3), blank_penalty=F(1, 3))
    made = paper(rules, [choice(1), choice(2)])
    row = reported([RIGHT, sure(WRONG, Bucket.BLIND)], made).buckets[0]
    assert (row.bucket, row.if_left) == (Bucket.BLIND, F(2, 3))
    fifth = replace(made, scheme=replace(rules, not_attempted_option=True))
    assert reported([RIGHT, sure(WRONG, Bucket.BLIND)], fifth).buckets[0].if_left == F(1)


def test_a_blind_guess_among_four_under_a_third_is_worth_nothing() -> None:
    made = reported([RIGHT])
    (only,) = made.break_evens
    worth = {row.open_options: row.marks for row in only.guesses}
    assert worth == {4: F(0), 3: F(2, 9), 2: F(2, 3)}
    assert (only.chance, only.questions) == (F(1, 4), 1)
    assert break_even_line(made) == (
        "Answer from a chance of 25.0 % of being right. A guess is worth on average: "
        "among 4 options 0.00, among 3 options +0.22, among 2 options +0.67 marks."
    )


def test_without_a_penalty_the_advice_is_to_answer_everything() -> None:
    assert "answer every question" in break_even_line(
        reported([BLANK] * 200, full_paper("tnpsc-g1"))
    )


def test_where_blanks_cost_as_much_answering_always_pays_and_the_fifth_option_changes_that() -> (
    None
):
    rules = Scheme(F(4, 3), F(4, 9), blank_penalty=F(4, 9))
    worth = rules.worth(0)
    assert rules.break_even(worth) == 0
    assert replace(rules, not_attempted_option=True).break_even(worth) == F(1, 4)


def test_the_error_log_puts_misconceptions_first_then_lost_even_chances_slips_and_gaps() -> None:
    changed = replace(WRONG, earlier=(Response(chosen=(0,)),))
    made = reported(
        [
            BLANK,
            sure(WRONG, Bucket.BLIND),
            BOTH,
            changed,
            sure(WRONG, Bucket.HALF),
            sure(WRONG, Bucket.SURE),
            RIGHT,
        ]
    )
    assert [(row.number, row.cause) for row in made.errors] == [
        (6, Cause.MISCONCEPTION),
        (5, Cause.LOST_EVEN),
        (3, Cause.SLIP),
        (4, Cause.SLIP),
        (1, Cause.GAP),
        (2, Cause.GAP),
    ]
    assert made.errors[3].remark == "changed away from the right answer"


def test_lucky_answers_do_not_count_as_known_and_are_drilled_before_those_left() -> None:
    made = reported(
        [RIGHT, sure(RIGHT, Bucket.BLIND), sure(WRONG, Bucket.SURE), WRONG, BLANK, DECLINED]
    )
    assert (made.known, [row.number for row in made.lucky]) == (1, [2])
    assert known_line(made) == "Known: 1 of 2 right answers; 1 by luck."
    assert made.misses == (
        CardId("deck", "q3"),
        CardId("deck", "q4"),
        CardId("deck", "q2"),
        CardId("deck", "q5"),
        CardId("deck", "q6"),
    )


def test_tables_by_topic_format_and_difficulty_add_up_to_the_whole() -> None:
    asked = [choice(1, tags=("polity",)), choice(2, tags=("polity",)), choice(3, tags=())]
    made = reported([RIGHT, WRONG, RIGHT], paper(scheme(), asked))
    assert [(row.name, row.tally.score) for row in made.topics] == [
        ("polity", F(4, 3)),
        ("untagged", F(2)),
    ]
    for table in (made.topics, made.formats, made.difficulties):
        assert sum(row.tally.score for row in table) == made.score.total.score


def test_the_score_is_said_exactly_and_as_a_decimal() -> None:
    made = reported([RIGHT] * 40 + [WRONG] * 20 + [BLANK] * 40)
    assert score_line(made) == "66 2/3 of 200 marks (66.67, 33.3 %)"
    assert counts_line(made.score.total) == (
        "attempted 60: 40 right, 20 wrong; 40 left; accuracy 66.7 %"
    )


def test_disqualification_and_the_qualifying_mark_are_said() -> None:
    made = reported(sheet(150, right=100), full_paper("rpsc-ras"))
    assert verdict_lines(made)[0].startswith("Disqualified: 33.3 % of the questions")
    made = reported(sheet(80, right=30), full_paper("upsc-cse-csat"))
    assert verdict_lines(made)[0] == "The qualifying 33 % is reached."


def test_how_the_attempt_ended_is_said() -> None:
    attempt = taken(full_paper("mppsc"), sheet(100))
    assert closing_line(replace(attempt, submitted=None)) == "Still running."
    attempt = replace(
        attempt,
        submitted=Submission(START, BY_TIME),
        resumed=2,
        clock_notes=(ClockNote(START, 3_600_000),),
    )
    assert closing_line(attempt) == (
        "Handed in when time was over. Opened again 2 times. "
        "The machine's clock was set back by 1:00:00; that granted no time."
    )


def test_earlier_attempts_at_the_same_exam_are_compared_with() -> None:
    def past(name: str, at: int, preset: str = "own") -> Past:
        return Past(name, START + at, preset, "An exam", F(1), F(2), F(1, 2))

    made = paper(scheme(), [choice(1)])
    others = [past("b", -1), past("a", -2), past("x", -1, "other"), past("later", 1)]
    found = report("1", taken(made, [RIGHT]), earlier=others)
    assert [one.name for one in found.earlier] == ["a", "b"]
    assert change_line(found) == "Against attempt b: +50.0 percentage points."
    assert past_of("1", found.attempt)[0].share == 1


def test_a_corrected_key_is_shown_as_such() -> None:
    made = paper(scheme(), [choice(1)])
    found = report("1", taken(made, [WRONG]), [Correction(1, right=(1,), reason="official key")])
    assert found.score.total.score == 2
    lines = report_value(found)["corrections"]
    assert lines == ["Question 1: key set to (b) option 1 (official key)."]


def test_the_slowest_questions_are_named() -> None:
    times = [1000, 5000, 0, 3000]
    made = reported([replace(RIGHT, spent_ms=spent) for spent in times])
    assert [one.number for one in made.slowest] == [2, 4, 1]


def test_the_report_is_plain_json_with_exact_marks() -> None:
    value = report_value(reported([RIGHT, WRONG, BLANK]))
    assert json.loads(json.dumps(value)) == value
    assert value["score"]["marks"] == {"exact": "4/3", "decimal": "1.33"}


class Page(HTMLParser):
    """What a browser would see: the tags, and everything that would be fetched."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.fetched: list[str | None] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.fetched += [value for name, value in attrs if name in ("src", "href")]

    def handle_data(self, data: str) -> None:
        self.text += data


def hostile(text: str) -> Asked:
    return replace(
        choice(1),
        stem=text,
        answer=text,
        explanation=text,
        tags=(text,),
        options=tuple(replace(option, text=text) for option in choice(1).options),
    )


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "\"><img src=x onerror='x'>", "</title><b>", "&lt;i&gt;"]
)
def test_deck_text_cannot_become_markup_of_the_page(text: str) -> None:
    page = Page()
    page.feed(report_page(reported([WRONG], paper(scheme(), [hostile(text)])), "today"))
    assert page.tags.isdisjoint({"script", "img", "b", "i", "iframe"})
    assert text in page.text


def test_the_page_needs_nothing_from_outside() -> None:
    made = report_page(reported([RIGHT, WRONG, BLANK]), "22 November 2026")
    page = Page()
    page.feed(made)
    assert page.fetched == []
    assert "default-src 'none'" in made
    assert not re.search(r"https?://|url\(|@import", made)


def test_the_page_shows_every_question_with_what_was_given_and_the_key() -> None:
    page = Page()
    page.feed(report_page(reported([RIGHT, WRONG, BLANK]), "today"))
    for words in (
        "Question 1?",
        "Question 3?",
        "nothing marked",
        "Given: (b) option 1",
        "Key: (a) option 0",
    ):
        assert words in page.text


def test_times_are_shown_as_clocks_show_them() -> None:
    assert [minutes_text(ms) for ms in (0, 65_000, 7_200_000)] == ["0:00", "1:05", "2:00:00"]


REPLIES = st.lists(
    st.builds(
        lambda reply, bucket: replace(reply, bucket=bucket),
        st.sampled_from([RIGHT, WRONG, BLANK, BOTH, DECLINED]),
        st.sampled_from(Bucket),
    ),
    min_size=1,
    max_size=25,
)


@given(REPLIES)
def test_the_score_is_the_sum_of_its_buckets(replies: list[Reply]) -> None:
    made = reported(replies)
    assert made.score.total.score == sum(row.tally.score for row in made.buckets)
    assert made.score.total.attempted == sum(row.tally.attempted for row in made.buckets)


@given(REPLIES)
def test_every_question_is_known_lucky_or_in_the_error_log(replies: list[Reply]) -> None:
    made = reported(replies)
    assert made.known + len(made.lucky) + len(made.errors) == len(replies)


def test_a_mixed_paper_gives_each_worth_its_own_break_even() -> None:
    rules = Scheme(F(1), F(1, 3))
    made = paper(rules, [choice(1), choice(2), choice(3), numeric(4), numeric(5), numeric(6)])
    worths = [F(1), F(2), F(2), F(4), F(4), F(4)]
    penalties = [F(1, 3), F(2), F(2), F(0), F(0), F(0)]
    items = tuple(
        replace(item, worth=Worth(marks, penalty))
        for item, marks, penalty in zip(made.items, worths, penalties, strict=True)
    )
    found = report("1", taken(replace(made, items=items), [BLANK] * 6))
    assert [(row.questions, row.chance) for row in found.break_evens] == [
        (1, F(1, 4)),
        (2, F(1, 2)),
    ]
    assert break_even_line(found) == (
        "Answer from a chance of being right of 25.0 % (+1 / -1/3), 50.0 % (+2 / -2). A guess is "
        "worth on average: of +1 / -1/3 among 4 options 0.00, among 3 options +0.11, among 2 "
        "options +0.33; of +2 / -2 among 4 options -1.00, among 3 options -0.67, among 2 options "
        "0.00 marks."
    )


def test_numbers_without_a_penalty_do_not_hide_when_to_answer_the_rest() -> None:
    rules = Scheme(F(1), F(1, 3), numeric_penalty=F(0))
    made = paper(rules, [choice(1), *(numeric(at) for at in range(2, 9))])
    items = tuple(
        replace(item, worth=rules.worth(0, form="numeric" if item.number > 1 else "choice"))
        for item in made.items
    )
    said = break_even_line(report("1", taken(replace(made, items=items), [BLANK] * 8)))
    assert said.startswith("Answer from a chance of 25.0 % of being right.")


def test_where_a_blank_costs_as_much_as_a_wrong_answer_all_are_to_be_answered() -> None:
    made = paper(Scheme(F(1), F(1, 3), blank_penalty=F(1, 3)), [choice(1)])
    assert break_even_line(report("1", taken(made, [BLANK]))).startswith(
        "A wrong answer costs no more than none: answer every question."
    )
