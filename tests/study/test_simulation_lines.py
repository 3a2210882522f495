"""The table and the picture that a person chooses minutes a day by."""

from __future__ import annotations

from datetime import date

import pytest

from mdquiz.memory.plan.outlook import Expected
from mdquiz.study.simulation import WAYS, Played, Simulation
from mdquiz.study.simulation_lines import simulation_lines
from mdquiz.text import cell_width

EXAM = date(2027, 5, 23).toordinal()


def simulation(*minutes: float) -> Simulation:
    played = tuple(
        Played(each, way, Expected(9 * each + 10 * at, 5, 0.5, 0))
        for each in minutes
        for at, way in enumerate(reversed(WAYS))
    )
    return Simulation(EXAM, 900, 1000.0, 1, played)


@pytest.mark.parametrize("width", [40, 80])
def test_table_and_picture_fit_a_screen(width: int) -> None:
    lines = simulation_lines(simulation(15, 30, 45, 60, 90), width)
    assert len(lines) < 24
    assert max(map(cell_width, lines)) <= width


@pytest.mark.parametrize("width", [40, 80])
def test_every_way_has_its_figure_at_every_budget(width: int) -> None:
    found = simulation(15, 30, 90)
    rows = [line.split() for line in simulation_lines(found, width)]
    for each in (15, 30, 90):
        shares = {
            one.way: f"{100 * found.share(one):.1f}" for one in found.played if one.minutes == each
        }
        assert [f"{each}", *(shares[way] for way in WAYS)] in rows


def test_the_picture_has_a_line_for_the_plan_and_marks_for_others() -> None:
    text = "\n".join(simulation_lines(simulation(15, 30, 45, 60, 90)))
    assert "15 minutes" in text and "90 minutes" in text
    assert "─ plan  x FSRS 0.9  o last week" in text
    assert "100 %" in text


def test_one_budget_alone_has_no_curve() -> None:
    text = "\n".join(simulation_lines(simulation(30)))
    assert "─ plan" not in text
    assert "does best at 30 minutes" in text
