"""A line on home that says which exams are running, with their clocks, and how to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import work

from mdquiz.errors import MdquizError
from mdquiz.progress.attempts import LONGEST_EXAM_MS
from mdquiz.tui.widgets.prose import Block, Prose

if TYPE_CHECKING:
    from mdquiz.study.attempts import AttemptRow
    from mdquiz.study.desk import Desk
    from mdquiz.tui.app import MdquizApp
    from mdquiz.tui.countdown import Countdowns


class ExamOffer(Prose):
    """Nothing where no exam is running; several are counted, each with its clock."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.rows: tuple[AttemptRow, ...] = ()
        """Those that run, the latest first."""
        self._countdowns: Countdowns | None = None

    def on_mount(self) -> None:
        """Keep the clock running."""
        self.set_interval(1.0, self.show_left)

    @work(exclusive=True, group="exam-offer", exit_on_error=False)
    async def look(self) -> None:
        """Look which exams are running, after the screen stands: it reads stored papers."""
        app = cast("MdquizApp", self.app)
        try:
            self.rows = await app.run_in_desk(_running, app.desk)
        except (MdquizError, OSError):
            self.rows = ()  # the list of exams says what is wrong
        if self.rows:
            from mdquiz.tui.countdown import Countdowns

            self._countdowns = Countdowns(app.clock)
        self.show_left()
        self.screen.refresh_bindings()

    def show_left(self) -> None:
        """Show what is left of each; those whose time has run out go."""
        counted = self._countdowns
        if not self.rows or counted is None:
            self.show([])
            return
        from mdquiz.tui.widgets.exam_bar import left_words

        self.rows = tuple(row for row in self.rows if counted.left(row.left_ms))
        if not self.rows:
            self.show([])
            return
        clocks = [(row.number, left_words(counted.left(row.left_ms))) for row in self.rows]
        if len(clocks) == 1:
            number, left = clocks[0]
            words, more = f"Exam {number} is running: {left} left", "x goes on with it"
        else:
            each = ", ".join(f"{number} ({left} left)" for number, left in clocks)
            words, more = f"{len(clocks)} exams are running: {each}", "x lets you choose"
        self.show(
            [
                Block(words, "bold $text-warning", lead="▸ ", lead_style="bold $text-warning"),
                Block(more, "$foreground-muted", lead="  "),
            ]
        )


def _running(desk: Desk) -> tuple[AttemptRow, ...]:
    """The attempts that can be resumed; without a recent one, home need not load the exams."""
    if not desk.store.attempts.begun_since(desk.clock.now().utc_ms - LONGEST_EXAM_MS):
        return ()
    from mdquiz.study.attempts import running_rows

    return tuple(reversed(running_rows(desk)))
