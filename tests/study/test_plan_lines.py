"""A plan in words, as wide as the terminal."""

from __future__ import annotations

from datetime import date

import pytest

from mdquiz.memory.plan.outlook import Expected, Outlook
from mdquiz.progress.plans import StoredPlan
from mdquiz.study.plan_lines import heading_lines, report_lines
from mdquiz.study.plan_report import PlanReport
from mdquiz.text import cell_width

TODAY = date(2026, 11, 22).toordinal()


def plan(**terms: object) -> StoredPlan:
    given: dict[str, object] = {"exam_day": TODAY + 60, "minutes": 45.0, **terms}
    return StoredPlan(b"", 0, 0, TODAY, **given)  # type: ignore[arg-type]


def report(marks: float = 796.9, days: int = 60, cards: int = 900) -> PlanReport:
    load = tuple(300.0 + day for day in range(days))
    way = Expected(marks, 10.5, 0.8, 6, load, load)
    return PlanReport(
        plan(exam_day=TODAY + days), TODAY, days, cards, 640, 0.5,
        Outlook(1.13 * marks, way, Expected(marks + 50, 3, 0.9, 0), way, way),
        1, 1, 1.0, 6, (("polity.rights", 4.2), ("", 1.8)), 1, 200.0,
    )  # fmt: skip


@pytest.mark.parametrize("width", [40, 60, 80])
@pytest.mark.parametrize("marks", [1.0, 796.9, 123_456.7])
@pytest.mark.parametrize("days", [1, 14, 60, 700])
def test_no_line_is_wider_than_the_terminal_and_no_figure_cut(
    width: int, marks: float, days: int
) -> None:
    lines = report_lines(report(marks, days), width)
    assert max(map(cell_width, lines)) <= width
    assert f"{marks:,.1f}" in "\n".join(lines)


def test_one_is_not_several() -> None:
    said = " ".join(" ".join(report_lines(report(days=1, cards=1), 80)).split())
    for words in (
        "tomorrow.",
        "1 card, 640 of them new; 1 day of study left.",
        "about 50 marks.",
        "today alone: about 1 mark.",
        "Today: 1 due and 1 new card; 1 is safe until the exam as it is.",
    ):
        assert words in said
    assert "1 minute a day" in " ".join(heading_lines(plan(minutes=1.0), TODAY))
    assert "1 card a day" in " ".join(heading_lines(plan(minutes=None, cards=1), TODAY))
    assert "maths 1 time;" not in " ".join(heading_lines(plan(weights={"maths": 2.0}), TODAY))
