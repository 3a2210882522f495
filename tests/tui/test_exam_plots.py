"""The report's plots: whatever the width, no line is longer, and no answer is left out."""

from __future__ import annotations

import pytest

from mdquiz.clock import ManualClock
from mdquiz.exams.confidence import Bucket
from mdquiz.exams.report import Report
from mdquiz.grading.verdict import Response
from mdquiz.study import attempts
from mdquiz.tui import exam_plots
from mdquiz.tui.exam_plots import Line
from mdquiz.tui.wrap import cells
from tests.desks import MORNING, desk_with
from tests.study.test_exam import sums

BUCKETS = [Bucket.SURE, Bucket.HALF, Bucket.THIRD, Bucket.BLIND, Bucket.UNSAID]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The report of a second attempt at a hundred questions, some right, some wrong, some left."""
    clock = ManualClock.at(MORNING)
    folder = tmp_path_factory.mktemp("plots")
    with desk_with(folder, sums(120, tag="a-topic-with-a-long-name"), clock=clock) as desk:
        for _ in range(2):
            exam = attempts.start(desk, attempts.blueprint(desk, "upsc-cse-gs1", seed=1))
            for number in range(1, 91):
                exam.visit(number)
                clock.advance(seconds=number % 50)
                exam.answer(Response(chosen=(number % 4,)), BUCKETS[number % 5])
            exam.submit()
            clock.advance(days=1)
        return attempts.report_of(desk, 2)


def width_of(line: Line) -> int:
    return sum(cells(text) for text, _ in line)


@pytest.mark.parametrize("width", [36, 38, 49, 56, 60, 70, 76, 100, 160])
def test_no_line_of_a_plot_is_longer_than_there_is_room(made: Report, width: int) -> None:
    for lines in (
        exam_plots.score_lines(made, width),
        exam_plots.confidence_lines(made, width),
        exam_plots.time_lines(made, width),
        exam_plots.tally_lines("topic", made.topics, width),
        exam_plots.tally_lines("format", made.formats, width),
    ):
        assert lines
        assert max(map(width_of, lines)) <= width, lines


@pytest.mark.parametrize("width", [36, 76, 160])
def test_every_question_has_its_column_and_its_sign(made: Report, width: int) -> None:
    text = "".join(part for line in exam_plots.time_lines(made, width) for part, _ in line)
    total = made.score.total
    assert text.count("✓") + text.count("≈") == total.right
    assert text.count("✗") == total.wrong
    assert text.count("·") == total.blank


def test_a_bar_of_confidence_shows_right_against_wrong(made: Report) -> None:
    lines = exam_plots.confidence_lines(made, 100)
    for row, line in zip(made.buckets, lines[1:], strict=False):
        text = "".join(part for part, _ in line)
        assert ("█" in text) is (row.tally.right > 0)
        assert ("░" in text) is (row.tally.wrong > 0)
