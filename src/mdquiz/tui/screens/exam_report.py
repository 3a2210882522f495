"""The report of a mock exam: the score, where it came from, what to repair first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Digits

from mdquiz.exams.amounts import decimal_text
from mdquiz.exams.report import Report
from mdquiz.study import attempts
from mdquiz.study.desk import Desk
from mdquiz.tui import exam_plots
from mdquiz.tui.commands import Command, Place, bindings
from mdquiz.tui.exam_report_blocks import (
    break_even_blocks,
    error_blocks,
    lucky_blocks,
    note_blocks,
    rule_blocks,
    score_blocks,
    slowest_blocks,
)
from mdquiz.tui.screens.place import PlaceScreen, reported
from mdquiz.tui.sittings import try_drill
from mdquiz.tui.widgets.key_bar import KeyBar
from mdquiz.tui.widgets.plot import Draw, Plot
from mdquiz.tui.widgets.prose import Block, Prose


class ReportScreen(PlaceScreen):
    """Attempt `number` in figures, plots and questions."""

    place = Place.REPORT
    CSS_PATH = "exam_report.tcss"
    BINDINGS = bindings(Place.REPORT)

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number
        self.report: Report | None = None

    def compose(self) -> ComposeResult:
        """One text that scrolls; it is filled when the report is made."""
        yield Prose(id="title")
        yield VerticalScroll(id="body", can_focus=False)
        yield KeyBar()

    @reported
    async def on_mount(self) -> None:
        """Make the report."""
        made, started = await self.mdquiz.run_in_desk(
            _report_and_start, self.mdquiz.desk, self.number
        )
        self.report = made
        self.query_one("#title", Prose).show(
            [
                Block(
                    " ".join(made.paper.title.split()),
                    lead=f"Exam {self.number}   {started}   ",
                    lead_style="bold $primary",
                )
            ]
        )
        body = self.query_one("#body", VerticalScroll)
        await body.mount_all(list(_widgets(made)))
        self.refresh_bindings()

    def can(self, command: Command) -> bool:
        """Drill only where something was missed."""
        if command.id in ("exam-report.review", "exam-report.drill"):
            made = self.report
            return made is not None and (command.id == "exam-report.review" or bool(made.misses))
        return True

    @reported
    async def action_review(self) -> None:
        """Go through the questions."""
        from mdquiz.tui.screens.exam_review import ReviewScreen

        if self.report is not None:
            self.app.push_screen(ReviewScreen(self.report))

    @reported
    async def action_drill(self) -> None:
        """Drill what was wrong or lucky."""
        await drill_misses(self, self.number)

    def action_scroll_down(self) -> None:
        """Read on."""
        self._scroll(1)

    def action_scroll_up(self) -> None:
        """Read back."""
        self._scroll(-1)

    def _scroll(self, way: int) -> None:
        body = self.query_one("#body")
        body.scroll_relative(y=way * max(body.size.height // 2, 1), animate=False)

    def action_home(self) -> None:
        """Back to where the report was opened from."""
        self.dismiss()


async def drill_misses(screen: PlaceScreen, number: int) -> None:
    """Open a drill of what was wrong or right by luck in attempt `number`."""
    scope = await screen.mdquiz.run_in_desk(attempts.misses, screen.mdquiz.desk, number)
    await try_drill(screen.mdquiz, scope)


def _report_and_start(desk: Desk, number: int) -> tuple[Report, str]:
    return attempts.report_of(desk, number), attempts.started_text(desk, number)


def _widgets(report: Report) -> Iterator[Widget]:
    """Everything there is to say: the score, plots with their tables, then question by question."""
    total = report.score.total
    yield Horizontal(
        Digits(decimal_text(total.score), id="marks"),
        Prose(list(score_blocks(report)), id="score"),
        id="top",
    )
    yield Prose(list(rule_blocks(report)), classes="part")
    topics = "Topics, the weakest first"
    yield from _plot(
        "What each degree of confidence earned",
        partial(exam_plots.confidence_lines, report),
        break_even_blocks(report),
    )
    yield from _plot(
        "Time per question", partial(exam_plots.time_lines, report), slowest_blocks(report)
    )
    yield from _plot("Attempts at this exam", partial(exam_plots.score_lines, report))
    yield from _plot("Sections", partial(exam_plots.tally_lines, "section", report.sections))
    yield from _plot(topics, partial(exam_plots.tally_lines, "topic", report.topics))
    yield from _plot("Formats", partial(exam_plots.tally_lines, "format", report.formats))
    if any(row.name != "not stated" for row in report.difficulties):
        draw = partial(exam_plots.tally_lines, "difficulty", report.difficulties)
        yield from _plot("Difficulty", draw)
    yield Prose(list(error_blocks(report)), classes="part")
    yield Prose(list(lucky_blocks(report)), classes="part")
    yield Prose(list(note_blocks(report)), classes="part")


def _plot(title: str, draw: Draw, below: Iterable[Block] = ()) -> Iterator[Widget]:
    """A heading, the plot with its figures, a remark; nothing where there is nothing to draw."""
    if draw(80):
        yield Prose([Block(title, "bold $primary")], classes="part")
        yield Plot(draw)
        yield Prose(list(below))
