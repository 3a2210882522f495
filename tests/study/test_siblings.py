from __future__ import annotations

from pathlib import Path

from mdquiz.clock import ManualClock
from mdquiz.grading.verdict import Rating, Response
from mdquiz.progress.log import Kind
from mdquiz.study.desk import Desk
from mdquiz.study.scope import Scope
from tests.desks import MORNING, desk_with, short_deck

GAPS = 'title = "Gaps"\n[[question]]\nid = "q"\ntype = "cloze"\ntext = "{{a}}, {{b}} and {{c}}"\n'
ONE_FACT = """
title = "One fact"

[[question]]
id = "one"
type = "short"
prompt = "What?"
answer = "x"
facts = ["f"]
tags = ["alpha"]

[[question]]
id = "two"
type = "short"
prompt = "Which?"
answer = "x"
facts = ["f"]
tags = ["beta"]
"""


def drill_through(desk: Desk, scope: Scope) -> None:
    drill = desk.drill(scope)
    while drill.asked:
        drill.answer(Response(revealed=True))
        drill.rate(Rating.GOOD)


def test_drilling_ahead_never_asks_two_gaps_of_one_sentence(tmp_path: Path) -> None:
    clock = ManualClock.at(MORNING)
    with desk_with(tmp_path, GAPS, clock=clock) as desk:
        for _ in range(3):
            drill_through(desk, Scope())
            clock.advance(days=1)
        assert len(desk.drill(Scope(kind=Kind.AHEAD)).sitting.queue) == 1


def test_two_topics_drilled_on_one_day_do_not_ask_one_fact_twice(tmp_path: Path) -> None:
    with desk_with(tmp_path, ONE_FACT + short_deck(1, tag="beta").split("\n", 1)[1]) as desk:
        drill_through(desk, Scope(tags=("alpha",)))
        asked = [step.card.question for step in desk.drill(Scope(tags=("beta",))).sitting.queue]
    assert asked == ["q1"]


def test_a_cram_asks_siblings_as_far_apart_as_it_can(tmp_path: Path) -> None:
    with desk_with(tmp_path, GAPS, short_deck(5)) as desk:
        queue = desk.drill(Scope(kind=Kind.CRAM)).sitting.queue
        gaps = [at for at, step in enumerate(queue) if step.card.question == "q"]
    assert len(gaps) == 3
    assert gaps[0] < 6
    assert gaps[1:] == [6, 7]
