from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdquiz.exams.attempt import Reply
from mdquiz.exams.marking import Result, mark
from mdquiz.exams.paper import Paper
from mdquiz.exams.presets import load_preset, preset_names
from mdquiz.exams.scheme import Dropped, Override, Scheme
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
    several,
    sheet,
)

F = Fraction


def typed(text: str) -> Reply:
    return Reply(visited=True, response=Response(typed=text))


def replies_for(made: Paper, *, right: bool) -> list[Reply]:
    number = typed("42") if right else typed("41")
    return [
        number if item.format == "numeric" else RIGHT if right else WRONG for item in made.items
    ]


# All wrong, worked by hand: questions times penalty, section by section.
ALL_WRONG = {
    "upsc-cse-gs1": F(-200, 3),
    "upsc-cse-csat": F(-200, 3),
    "upsc-capf-1": F(-250, 3),
    "upsc-cds-gk": F(-100, 3),
    "upsc-cds-english": F(-100, 3),
    "upsc-nda-maths": F(-100),
    "upsc-nda-gat": F(-200),
    "uppsc-gs1": F(-200, 3),
    "bpsc-pt": F(-50),
    "rpsc-ras": F(-200, 3),
    "mppsc": F(-100),
    "tnpsc-g1": F(0),
    "ssc-cgl-t1": F(-50),
    "ibps-po-pre": F(-25),
    "neet-ug": F(-180),
    "jee-main-1": F(-75),
    "gate": F(-100, 3),
    "ugc-net": F(0),
}

# 40 right from the first question on, then 20 wrong, the rest blank; worked by hand.
MIXED = {
    "upsc-cse-gs1": F(80) - F(40, 3),
    "upsc-cse-csat": F(100) - F(50, 3),
    "upsc-capf-1": F(80) - F(40, 3),
    "upsc-cds-gk": F(100, 3) - F(50, 9),
    "upsc-cds-english": F(100, 3) - F(50, 9),
    "upsc-nda-maths": F(100) - F(50, 3),
    "upsc-nda-gat": F(160) - F(80, 3),
    "uppsc-gs1": F(160, 3) - F(80, 9),
    "bpsc-pt": F(40) - F(20, 3),
    "rpsc-ras": F(160, 3) - F(80, 9) - 90 * F(4, 9),
    "mppsc": F(100),
    "tnpsc-g1": F(60),
    "ssc-cgl-t1": F(70),
    "ibps-po-pre": (30 + 10 * F(6, 7)) - 20 * F(3, 14),
    "neet-ug": F(140),
    "jee-main-1": F(140),
    # 5 at 1, 5 at 2, 25 at 1, 5 at 2; then 20 two-mark questions wrong.
    "gate": F(5 + 10 + 25 + 10) - 20 * F(2, 3),
    "ugc-net": F(80),
}


def test_no_preset_is_without_its_hand_worked_papers() -> None:
    assert set(ALL_WRONG) == set(MIXED) == set(preset_names())


@pytest.mark.parametrize("name", ALL_WRONG)
def test_all_right_earns_the_full_marks(name: str) -> None:
    made = full_paper(name)
    total = mark(made, replies_for(made, right=True)).total
    assert (total.score, total.maximum) == (load_preset(name).total, load_preset(name).total)


@pytest.mark.parametrize(("name", "earned"), ALL_WRONG.items())
def test_all_wrong_costs_every_penalty(name: str, earned: Fraction) -> None:
    made = full_paper(name)
    assert mark(made, replies_for(made, right=False)).total.score == earned


@pytest.mark.parametrize("name", sorted(set(ALL_WRONG) - {"rpsc-ras"}))
def test_all_blank_earns_nothing(name: str) -> None:
    made = full_paper(name)
    score = mark(made, sheet(len(made.items)))
    assert (score.total.score, score.disqualified) == (F(0), False)


@pytest.mark.parametrize(("name", "earned"), MIXED.items())
def test_forty_right_twenty_wrong_and_the_rest_blank(name: str, earned: Fraction) -> None:
    made = full_paper(name)
    right, wrong = replies_for(made, right=True), replies_for(made, right=False)
    replies = [*right[:40], *wrong[40:60], *[BLANK] * (len(made.items) - 60)]
    score = mark(made, replies)
    assert score.total.score == earned
    assert (score.total.right, score.total.wrong) == (40, 20)


def test_rpsc_takes_a_third_for_blanks_and_nothing_for_the_fifth_option() -> None:
    made = full_paper("rpsc-ras")
    blank = mark(made, sheet(150))
    assert (blank.total.score, blank.disqualified) == (F(-200, 3), True)
    declined = mark(made, sheet(150, declined=150))
    assert (declined.total.score, declined.disqualified) == (F(0), False)
    mixed = mark(made, sheet(150, right=100, wrong=20, declined=20))
    assert mixed.total.score == F(400, 3) - F(80, 9) - F(40, 9)


@pytest.mark.parametrize(("blanks", "disqualified"), [(15, False), (16, True)])
def test_rpsc_disqualifies_above_a_tenth_of_blanks_not_at_it(
    blanks: int, disqualified: bool
) -> None:
    made = full_paper("rpsc-ras")
    assert mark(made, sheet(150, right=150 - blanks)).disqualified is disqualified


def test_a_disqualified_paper_does_not_qualify() -> None:
    rules = Scheme(F(1), max_blank_ratio=F(1, 10), qualify_percent=F(33))
    made = paper(rules, [choice(at) for at in range(1, 11)])
    assert mark(made, sheet(10, right=8)).qualified is False
    assert mark(made, sheet(10, right=9)).qualified is True


@pytest.mark.parametrize(("right", "qualified"), [(26, False), (27, True)])
def test_csat_qualifies_from_exactly_a_third_on(right: int, qualified: bool) -> None:
    made = full_paper("upsc-cse-csat")  # 33 % of 200 is 66 marks: 26 right are 65
    assert mark(made, sheet(80, right=right)).qualified is qualified


def test_exactly_the_qualifying_percentage_qualifies() -> None:
    made = paper(Scheme(F(1), qualify_percent=F(50)), [choice(at) for at in range(1, 11)])
    assert [mark(made, sheet(10, right=right)).qualified for right in (4, 5)] == [False, True]


def test_a_dropped_question_is_credited_to_all_under_neet() -> None:
    made = full_paper("neet-ug")
    items = [replace(item, dropped=item.number <= 3) for item in made.items]
    made = replace(made, items=tuple(items))
    score = mark(made, [RIGHT, WRONG, BLANK, RIGHT, WRONG, *[BLANK] * 175])
    assert (score.total.score, score.total.maximum) == (F(12 + 4 - 1), F(720))
    assert score.total.dropped == 3


def test_a_dropped_question_counts_for_nobody_under_upsc() -> None:
    made = full_paper("upsc-cse-gs1")
    items = [replace(item, dropped=item.number <= 3) for item in made.items]
    made = replace(made, items=tuple(items))
    score = mark(made, [RIGHT, WRONG, BLANK, RIGHT, WRONG, *[BLANK] * 95])
    assert (score.total.score, score.total.maximum) == (F(2) - F(2, 3), F(194))


def test_dropped_questions_do_not_count_as_blanks() -> None:
    made = full_paper("rpsc-ras")
    items = [replace(item, dropped=item.number > 130) for item in made.items]
    score = mark(replace(made, items=tuple(items)), sheet(150, right=118))
    assert (score.blank_ratio, score.disqualified) == (F(12, 130), False)


def test_each_locked_section_of_the_bank_exam_is_marked_at_its_own_rate() -> None:
    made = full_paper("ibps-po-pre")
    one_each = [
        RIGHT if item.number in (1, 31, 66) else WRONG if item.number in (2, 32, 67) else BLANK
        for item in made.items
    ]
    score = mark(made, one_each)
    assert [part.score for part in score.sections] == [F(3, 4), F(9, 14), F(6, 7)]
    assert [part.maximum for part in score.sections] == [F(30), F(30), F(40)]


def test_numbers_are_typed_and_their_penalty_is_their_own() -> None:
    gate = load_preset("gate").scheme
    asked = [numeric(1), numeric(2), several(3), several(4), choice(5)]
    made = paper(gate, asked)
    items = tuple(
        replace(item, worth=gate.worth(0, "", form))
        for item, form in zip(
            made.items, ["numeric", "numeric", "several", "several", "choice"], strict=True
        )
    )
    replies = [typed("42"), typed("41"), BOTH, RIGHT, WRONG]
    score = mark(replace(made, items=items), replies)
    assert [one.score for one in score.items] == [F(1), F(0), F(1), F(0), F(-1, 3)]


def test_a_number_within_its_tolerance_is_right() -> None:
    made = paper(scheme(), [numeric(1, 3.14, tolerance=0.01), numeric(2, 3.14, tolerance=0.01)])
    results = [one.result for one in mark(made, [typed("3.15"), typed("3.16")]).items]
    assert results == [Result.RIGHT, Result.WRONG]


def test_two_options_marked_are_wrong_even_if_one_is_the_key() -> None:
    made = paper(scheme(), [choice(1)])
    marked = mark(made, [BOTH]).items[0]
    assert (marked.score, marked.remark) == (F(-2, 3), "two options marked")


def test_where_the_examiner_accepts_two_keys_either_is_right() -> None:
    made = paper(scheme(), [choice(1, key=(0, 1)), choice(2, key=(0, 1))])
    assert mark(made, [RIGHT, WRONG]).total.score == F(4)


def test_a_single_question_can_have_its_own_marks() -> None:
    overrides = MappingProxyType(
        {"deck/q1": Override(marks=F(3)), "deck/q2": Override(penalty=F(0))}
    )
    rules = Scheme(F(2), F(2, 3), overrides=overrides)
    made = paper(rules, [choice(at) for at in (1, 2, 3)])
    assert [one.score for one in mark(made, [RIGHT, WRONG, WRONG]).items] == [F(3), F(0), F(-2, 3)]


def test_not_attempted_is_not_attempted_and_not_blank() -> None:
    made = paper(scheme(), [choice(1)])
    total = mark(made, [DECLINED]).total
    assert (total.not_attempted, total.blank, total.attempted) == (1, 0, 0)


SHEETS = st.lists(st.sampled_from([RIGHT, WRONG, BLANK, DECLINED, BOTH]), min_size=1, max_size=30)
DROPPED = st.sampled_from(list(Dropped))


@given(SHEETS, st.sets(st.integers(1, 30)), DROPPED)
def test_the_score_is_the_sum_of_its_questions_and_lies_within_bounds(
    replies: list[Reply], dropped: set[int], rule: Dropped
) -> None:
    made = paper(replace(scheme(), dropped=rule), [choice(at + 1) for at in range(len(replies))])
    items = tuple(replace(item, dropped=item.number in dropped) for item in made.items)
    score = mark(replace(made, items=items), replies)
    total = score.total
    assert total.score == sum(one.score for one in score.items)
    assert total.score == 2 * total.right - F(2, 3) * total.wrong + (
        2 * total.dropped if rule is Dropped.CREDIT_ALL else 0
    )
    assert total.count == len(replies)
    assert total.score <= total.maximum


@pytest.mark.parametrize("form", ["numeric", "several"])
def test_an_override_stands_before_the_penalty_of_a_format(form: str) -> None:
    overrides = MappingProxyType({"deck/q1": Override(penalty=F(1, 2))})
    rules = Scheme(F(2), F(2, 3), numeric_penalty=F(0), several_penalty=F(0), overrides=overrides)
    assert rules.worth(0, "deck/q1", form).penalty == F(1, 2)
    assert rules.worth(0, "deck/q2", form).penalty == 0
