"""A line on home that says an exam is running, with its clock, and how to go on with it."""

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


class ExamOffer(Prose):
    """Nothing where no exam is running."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.row: AttemptRow | None = None
        self._read_ms = 0

    def on_mount(self) -> None:
        """Keep the clock running."""
        self.set_interval(1.0, self._show)

    @work(exclusive=True, group="exam-offer", exit_on_error=False)
    async def look(self) -> None:
        """Look whether an exam is running, after the screen stands: it reads stored papers."""
        app = cast("MdquizApp", self.app)
        try:
            self.row = await app.run_in_desk(_running, app.desk)
        except (MdquizError, OSError):
            self.row = None  # the list of exams says what is wrong
        self._read_ms = app.clock.monotonic_ms()
        self._show()
        self.screen.refresh_bindings()

    def _show(self) -> None:
        if self.row is None:
            self.show([])
            return
        from mdquiz.tui.widgets.exam_bar import left_words

        now = cast("MdquizApp", self.app).clock.monotonic_ms()
        left = self.row.left_ms - (now - self._read_ms)
        if left <= 0:
            self.row = None
            self.show([])
            return
        words = f"Exam {self.row.number} is running: {left_words(left)} left"
        self.show(
            [
                Block(words, "bold $text-warning", lead="▸ ", lead_style="bold $text-warning"),
                Block("x goes on with it", "$foreground-muted", lead="  "),
            ]
        )


def _running(desk: Desk) -> AttemptRow | None:
    """The attempt that can be resumed; without a recent one, home need not load the exams."""
    if not desk.store.attempts.begun_since(desk.clock.now().utc_ms - LONGEST_EXAM_MS):
        return None
    from mdquiz.study.attempts import running_row

    return running_row(desk)
