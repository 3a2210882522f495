"""The report of a mock exam: the score, where it came from, what to repair first."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widget import Widget

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
                    made.paper.title,
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
        if command.id in ("report.review", "report.drill"):
            made = self.report
            return made is not None and (command.id == "report.review" or bool(made.misses))
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
    """Everything there is to say, in the order it matters."""
    yield Prose(list(score_blocks(report)), id="score")
    plots: list[tuple[str, Draw]] = [
        ("What each degree of confidence earned", partial(exam_plots.confidence_lines, report)),
        ("This exam, attempt by attempt", partial(exam_plots.score_lines, report)),
        ("Time per question", partial(exam_plots.time_lines, report)),
        ("", partial(exam_plots.tally_lines, "section", report.sections)),
        ("Topics, the weakest first", partial(exam_plots.tally_lines, "topic", report.topics)),
        ("", partial(exam_plots.tally_lines, "format", report.formats)),
        ("", partial(exam_plots.tally_lines, "difficulty", report.difficulties)),
    ]
    below = {0: list(break_even_blocks(report)), 2: list(slowest_blocks(report))}
    yield Prose(list(error_blocks(report)), classes="part")
    yield Prose(list(lucky_blocks(report)), classes="part")
    for at, (title, draw) in enumerate(plots):
        if draw(80):
            yield Prose([Block(title, "bold $primary")] if title else [], classes="heading")
            yield Plot(draw)
            yield Prose(below.get(at, []), classes="below")
    yield Prose(list(note_blocks(report)), classes="part")
