"""Mock exams: those taken and the one running, and the way to a new one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual import getters, on
from textual.app import ComposeResult
from textual.events import Resize

from mdquiz.exams.amounts import decimal_text, percent_text
from mdquiz.study import attempts
from mdquiz.study.attempts import AttemptRow
from mdquiz.study.desk import Desk
from mdquiz.tui.commands import Command, Place, bindings
from mdquiz.tui.countdown import Countdowns
from mdquiz.tui.exam_sittings import resume_exam
from mdquiz.tui.screens.exam_report import ReportScreen, drill_misses
from mdquiz.tui.screens.offer import Offer, OfferScreen
from mdquiz.tui.screens.place import PlaceScreen, reported
from mdquiz.tui.widgets.exam_bar import left_words
from mdquiz.tui.widgets.key_bar import KeyBar
from mdquiz.tui.widgets.prose import Block, Prose
from mdquiz.tui.widgets.rows import Piece, Rows
from mdquiz.tui.wrap import shortened

NEEDS_CLOSED = {"exams.review", "exams.drill"}


class ExamsScreen(PlaceScreen):
    """All attempts, the latest first."""

    place = Place.EXAMS
    CSS_PATH = "exams.tcss"
    BINDINGS = bindings(Place.EXAMS)

    listed = getters.query_one("#list", Rows)

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[AttemptRow, ...] = ()
        self._countdowns: Countdowns | None = None

    def compose(self) -> ComposeResult:
        """Title, what runs, the list."""
        yield Prose([Block("Mock exams", "bold $primary")], id="title")
        yield Prose(id="running")
        yield Prose(id="heading")
        yield Rows(id="list")
        yield Prose(id="empty")
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin in the list."""
        self.listed.focus()
        self.set_interval(1.0, self._show_running)

    @reported
    async def on_screen_resume(self) -> None:
        """Show how things stand now."""
        found = await self.mdquiz.run_in_desk(_rows, self.mdquiz.desk)
        chosen = self.chosen
        self._countdowns = Countdowns(self.mdquiz.clock)
        self.rows = tuple(reversed(found))
        at = next(
            (at for at, row in enumerate(self.rows) if chosen and row.number == chosen.number), 0
        )
        self.listed.display = bool(self.rows)
        self.query_one("#empty", Prose).show([] if self.rows else list(_empty_blocks()))
        self._show_heading()
        self.listed.show_rows(len(self.rows), self._draw, cursor=at)
        self._show_running()
        self.refresh_bindings()

    @property
    def chosen(self) -> AttemptRow | None:
        """The attempt the cursor is on."""
        return self.rows[self.listed.cursor] if self.listed.cursor < len(self.rows) else None

    def can(self, command: Command) -> bool:
        """Hide what needs an attempt, or one that is closed."""
        if command.id == "exams.open":
            return self.chosen is not None
        if command.id == "exams.abandon":
            return self.chosen is not None and self.chosen.running
        if command.id in NEEDS_CLOSED:
            return self.chosen is not None and not self.chosen.running
        return True

    def on_resize(self, event: Resize) -> None:  # noqa: ARG002
        """A narrow screen has no room for marks."""
        self.call_after_refresh(self._show_heading)

    def _show_heading(self) -> None:
        words = "   no  begun          share" + (
            "" if self.has_class("-narrow") else "     marks   exam"
        )
        self.query_one("#heading", Prose).show([Block(words)] if self.rows else [])

    def _left_ms(self, row: AttemptRow) -> int:
        return self._countdowns.left(row.left_ms) if self._countdowns else row.left_ms

    def _show_running(self) -> None:
        clocks = [
            (row.number, left_words(left))
            for row in self.rows
            if row.running and (left := self._left_ms(row))
        ]
        blocks = []
        if clocks:
            if len(clocks) == 1:
                words = f"Exam {clocks[0][0]} is running: {clocks[0][1]} left"
            else:
                each = ", ".join(f"{number} ({left} left)" for number, left in clocks)
                words = f"{len(clocks)} exams are running: {each}"
            blocks = [
                Block(words, "bold $text-warning", lead="▸ ", lead_style="bold $text-warning")
            ]
        self.query_one("#running", Prose).show(blocks)

    def _draw(self, at: int, width: int) -> list[Piece]:
        row = self.rows[at]
        share = "running"
        look = "warn"
        if row.abandoned:
            share, look = "given up", "muted"
        elif not row.running:
            maximum = row.tally.maximum
            share = percent_text(row.tally.score / maximum) if maximum else "-"
            look = "strong"
        pieces: list[Piece] = [
            (f"{row.number:>4}  {row.started.local:%d %b %H:%M}", "muted"),
            (f"  {share:>7}", look),
        ]
        if not self.has_class("-narrow"):
            marks = "" if row.running else decimal_text(row.tally.score)
            pieces.append((f"  {marks:>8}", ""))
        left = width - sum(len(text) for text, _ in pieces) - 3
        return [*pieces, ("   ", ""), (shortened(row.title, left), "")]

    @on(Rows.Moved)
    def _moved(self) -> None:
        self.refresh_bindings()

    @on(Rows.Activated)
    @reported
    async def _activated(self) -> None:
        await self.action_open()

    @reported
    async def action_open(self) -> None:
        """Resume the chosen attempt, or read its report."""
        row = self.chosen
        if row is None:
            return
        if row.running and self._left_ms(row):
            await resume_exam(self.mdquiz, row.number)
        else:
            await self.mdquiz.run_in_desk(attempts.hand_in_what_ran_out, self.mdquiz.desk)
            self.app.push_screen(ReportScreen(row.number))

    @reported
    async def action_review(self) -> None:
        """Go through the chosen paper's questions."""
        from mdquiz.tui.screens.exam_review import ReviewScreen

        if self.chosen is not None:
            made = await self.mdquiz.run_in_desk(
                attempts.report_of, self.mdquiz.desk, self.chosen.number
            )
            self.app.push_screen(ReviewScreen(made))

    @reported
    async def action_drill(self) -> None:
        """Drill what was wrong or lucky in the chosen attempt."""
        if self.chosen is not None:
            await drill_misses(self, self.chosen.number)

    def action_abandon(self) -> None:
        """Give up the chosen attempt, asked first."""
        row = self.chosen
        if row is None:
            return
        words = (
            f"Give up exam {row.number}? It is no longer offered, nor compared with; what was "
            "answered stays in the log."
        )

        @reported
        async def taken(screen: ExamsScreen, choice: str | None) -> None:
            if choice == "abandon":
                await screen.mdquiz.run_in_desk(attempts.abandon, screen.mdquiz.desk, row.number)
                await screen.on_screen_resume()

        self.app.push_screen(
            OfferScreen(words, (Offer("y", "abandon", "Yes, give it up"),)), partial(taken, self)
        )

    def action_new(self) -> None:
        """Choose an exam and begin it."""
        from mdquiz.tui.screens.exam_form import FormScreen

        preset = self.rows[0].preset if self.rows else ""
        self.app.push_screen(FormScreen(preset))

    def action_home(self) -> None:
        """Back to the decks."""
        self.app.switch_mode("home")


def _rows(desk: Desk) -> tuple[AttemptRow, ...]:
    """All attempts, those handed in whose time ran out while nobody looked."""
    attempts.hand_in_what_ran_out(desk)
    return attempts.attempt_rows(desk)


def _empty_blocks() -> Iterator[Block]:
    yield Block("No exam was taken yet", "bold $primary")
    yield Block(
        "A mock exam is drawn from your decks, timed and marked as the real one: UPSC, State PSCs, "
        "SSC, banks, NDA, CDS and more.",
        gap=1,
    )
    yield Block("Choose one and begin.", lead="n  ", lead_style="bold $accent", gap=1)
