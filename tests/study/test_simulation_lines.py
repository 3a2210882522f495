"""The table and the picture that a person chooses minutes a day by."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from mdquiz.memory.plan.outlook import Expected
from mdquiz.study.simulation import WAYS, Played, Simulation
from mdquiz.study.simulation_lines import simulation_lines
from mdquiz.text import cell_width

EXAM = date(2027, 5, 23).toordinal()
BUDGETS = (15, 30, 45, 60, 90)


def simulation(*minutes: float, share: Callable[[float, int], float] | None = None) -> Simulation:
    """Of 1000 marks; `share` tells what each budget and way brings."""
    share = share or (lambda each, at: (9 * each + 10 * (len(WAYS) - at)) / 1000)
    played = tuple(
        Played(each, way, Expected(1000 * share(each, at), 5, 0.5, 0))
        for each in minutes
        for at, way in enumerate(WAYS)
    )
    return Simulation(EXAM, 900, 1000.0, 1, played)


def told(found: Simulation, width: int = 80) -> str:
    return " ".join(" ".join(simulation_lines(found, width)).split())


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("minutes", [BUDGETS, (30,), (1, 2, 3, 4, 5, 6, 7, 8, 1440)])
def test_nothing_is_wider_than_the_terminal(minutes: tuple[float, ...], width: int) -> None:
    lines = simulation_lines(simulation(*minutes), width)
    assert max(map(cell_width, lines)) <= width


def test_table_picture_and_advice_fit_a_screen() -> None:
    assert len(simulation_lines(simulation(*BUDGETS))) < 24


@pytest.mark.parametrize("width", [40, 80])
def test_every_way_has_its_figure_at_every_budget(width: int) -> None:
    found = simulation(15, 30, 90)
    rows = [line.split() for line in simulation_lines(found, width)]
    for each in (15, 30, 90):
        shares = {
            one.way: f"{100 * found.share(one):.1f}" for one in found.played if one.minutes == each
        }
        assert [f"{each}", *(shares[way] for way in WAYS)] in rows


@pytest.mark.parametrize("minutes", [BUDGETS, (30,)])
def test_every_way_has_its_column_at_every_budget_even_where_all_are_alike(
    minutes: tuple[float, ...],
) -> None:
    lines = simulation_lines(simulation(*minutes, share=lambda each, at: 0.998))
    letters = next(line for line in lines if line.split()[:1] == [line.strip()[:1]] and "f" in line)
    assert [letters.count(letter) for letter in "abcdef"] == [len(minutes)] * 6
    top = next(line for line in lines if line.startswith("100 %"))
    assert top.count("█") >= 6 * len(minutes)


def test_minutes_that_bring_nothing_more_are_not_recommended() -> None:
    said = told(simulation(*BUDGETS, share=lambda each, at: 0.998 + each / 1e6))
    assert "15 minutes a day are as good as 90: 99.8%." in said
    assert "no difference there which desired retention" in said


def test_minutes_that_pay_are_told_with_what_fewer_would_bring() -> None:
    said = told(simulation(*BUDGETS))
    assert "each minute up to 90 a day pays: 87.0%, with 60 60.0%." in said
    assert "a desired retention of 0.8 does best there" in said


def test_retentions_that_are_alike_are_named_together() -> None:
    shares = {1: 0.9, 2: 0.897, 3: 0.8}
    said = told(simulation(30, 60, share=lambda each, at: shares.get(at, 0.95)))
    assert "a desired retention of 0.8 or 0.9 does best there" in said


def test_one_minute_is_one_minute() -> None:
    assert "1 minute a day is as good as 2" in told(simulation(1, 2, share=lambda each, at: 0.9))


def test_what_the_ways_are_is_explained() -> None:
    said = told(simulation(*BUDGETS), 40)
    for words in ("FSRS, plain scheduling", "all cards in turn", "nothing until then"):
        assert words in said
