"""An exam on the screen: its question, palette and clock, and the one road to the desk."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import Resize
from textual.widgets import Input

from mdquiz.decks.asked import Asked, Form
from mdquiz.errors import MdquizError, ProgressBusyError, UsageError
from mdquiz.exams.hand_in import whole_left_ms
from mdquiz.grading.verdict import Response
from mdquiz.study import attempts
from mdquiz.study.exam import Elsewhere, Exam
from mdquiz.study.exam_claim import Claim
from mdquiz.tui.commands import Command, Place, bindings
from mdquiz.tui.exam_wording import open_headings, palette_cells, palette_signs
from mdquiz.tui.screens.exam_question import question_parts
from mdquiz.tui.screens.place import PlaceScreen
from mdquiz.tui.widgets.answer_sheet import AnswerSheet
from mdquiz.tui.widgets.bucket_chips import BucketChips
from mdquiz.tui.widgets.exam_bar import ExamBar, left_words
from mdquiz.tui.widgets.key_bar import KeyBar
from mdquiz.tui.widgets.palette_grid import PaletteGrid, PaletteStrip
from mdquiz.tui.widgets.palette_legend import PaletteLegend
from mdquiz.tui.widgets.question_pane import QuestionPane
from mdquiz.tui.widgets.section_tabs import SectionTabs

LAST_MOMENT_MS = 5_000
"""With less time left than this, what is being typed is saved at each look at the clock."""


class ShownExam(PlaceScreen):
    """What an attempt under way shows. Every act runs in the desk's thread, one after the other.

    Args:
        exam: The attempt.
    """

    place = Place.EXAM
    CSS_PATH = "exam_shown.tcss"
    BINDINGS = bindings(Place.EXAM)

    bar = getters.query_one(ExamBar)
    tabs = getters.query_one(SectionTabs)
    pane = getters.query_one(QuestionPane)
    chips = getters.query_one(BucketChips)

    def __init__(self, exam: Exam) -> None:
        super().__init__()
        self.exam = exam
        self.attempt = exam.attempt
        self._turn = asyncio.Lock()
        self._shown = 0
        self._text = ""
        self._trouble = ""
        self._done = False
        self._claim: Claim | None = None

    def compose(self) -> ComposeResult:
        """Clock, sections, palette to the left of the question, what to press."""
        yield ExamBar()
        yield SectionTabs()
        with Horizontal(id="desk"):
            with VerticalScroll(id="side", can_focus=False):
                yield PaletteLegend()
                yield PaletteGrid(id="palette")
            yield QuestionPane(id="paper")
        with Vertical(id="dock"):
            yield PaletteStrip(id="strip")
            yield BucketChips()
        yield KeyBar()

    def on_mount(self) -> None:
        """Open the first question, and look at the clock every second."""
        self._claim = Claim(self.mdquiz.desk.places, self.exam.number)
        self._show()
        self.set_interval(1.0, self.look_at_clock)

    async def on_unmount(self) -> None:
        """Save the time spent on the open question, however the app was left."""
        if self._claim is not None:
            self._claim.release()
        if not self._done:
            self._done = True
            with suppress(MdquizError, OSError):  # there is no screen left to say it on
                await self.mdquiz.run_in_desk(self._save_and_leave, self._unsaved())

    def _save_and_leave(self, typed: Response | None) -> None:
        with suppress(UsageError):  # the time ran out a moment ago
            if typed is not None:
                self.exam.answer(typed)
        self.exam.leave()

    @property
    def asked(self) -> Asked:
        """The open question."""
        return self.attempt.paper.item(self.attempt.current).asked(self.attempt.language)

    def can(self, command: Command) -> bool:
        """Hide what the paper or the open question has no use for."""
        reply = self.attempt.reply(self.attempt.current)
        match command.id:
            case "exam.language":
                return len(self.attempt.paper.languages) > 1
            case "exam.decline":
                return self.attempt.paper.scheme.not_attempted_option
            case "exam.clear":
                return reply.answered
            case "exam.previous":
                return self.attempt.current > self.attempt.open_numbers[0]
            case _:
                return True

    def label(self, command: Command) -> str:
        """Before the last of locked sections, handing in closes the section."""
        sections = self.attempt.paper.sections
        if (
            command.id == "exam.hand-in"
            and self.attempt.paper.locked
            and self.attempt.section + 1 < len(sections)
        ):
            return "Close section"
        return command.label

    # Showing

    def on_resize(self, event: Resize) -> None:  # noqa: ARG002
        """Name the degrees of confidence as long as there is room for."""
        self.call_after_refresh(self._show_sureness)

    @property
    def sheet(self) -> AnswerSheet:
        """The options."""
        return self.pane.sheet

    @property
    def typed(self) -> Input:
        """The line to type in."""
        return self.pane.typed

    def _show(self) -> None:
        """Show the attempt as it stands."""
        self.attempt = self.exam.attempt
        now = self.attempt
        if now.submitted:
            self._finish()
            return
        with self.app.batch_update():
            self.bar.show(now, self.exam.left_ms())
            self.tabs.show(now)
            cells = palette_cells(now)
            self.query_one("#palette", PaletteGrid).show(cells, now.current, open_headings(now))
            self.query_one("#strip", PaletteStrip).show(cells, now.current)
            self.query_one(PaletteLegend).show(palette_signs(now))
            self._show_question()
            self._show_sureness()
        self.refresh_bindings()

    def _show_question(self) -> None:
        now, asked = self.attempt, self.asked
        reply = now.reply(now.current)
        other = self._shown != now.current
        self._shown = now.current
        self.pane.show(*question_parts(now, asked))
        self.sheet.fill(
            asked,
            reply.response.chosen if reply.response else (),
            declinable=now.paper.scheme.not_attempted_option,
            declined=reply.declined,
            fresh=other,
        )
        typing = asked.form is Form.TYPED
        self.pane.show_typing(typing)
        self.pane.fit()
        if other:
            self._write(reply.response.typed if reply.response else "")
            self.set_focus(self.typed if typing else None)
            self.call_after_refresh(self._keep_palette_in_view)

    def _write(self, text: str) -> None:
        """Put `text` into the line to type in."""
        self._text = self.typed.value = text

    @on(Input.Changed, "#typed")
    def _typing(self, event: Input.Changed) -> None:
        event.stop()
        self._text = event.value

    def _show_sureness(self) -> None:
        self.chips.show(self.attempt.reply(self.attempt.current).bucket)

    def _keep_palette_in_view(self) -> None:
        grid = self.query_one("#palette", PaletteGrid)
        region = grid.region_of(self.attempt.current)
        at = grid.virtual_region.offset
        self.query_one("#side", VerticalScroll).scroll_to_region(
            region.translate(at), animate=False, force=True
        )

    # The clock

    async def look_at_clock(self) -> None:
        """Show the time left; warn; close what has run out."""
        if self._done:
            return
        if self._turn.locked():
            return  # an answer is being saved: the next second looks again
        left = self.exam.left_ms()
        self.bar.show_left(left)
        section = self.attempt.section
        async with self._turn:
            try:
                what = await self.mdquiz.run_in_desk(
                    self._tick, self._unsaved(left <= LAST_MOMENT_MS)
                )
            except (MdquizError, OSError) as problem:
                self._say_trouble(problem)
                return
        if what is not Elsewhere.NOTHING:
            self._gone(what)
            return
        self._trouble = ""
        self._warn()
        if self.exam.over or self.exam.attempt.section != section:
            self.app.bell()
            if not self.exam.over:
                name = self.exam.attempt.open_section.name
                self.mdquiz.say(f"The time of that section is over. Now: {name}")
            self._show()

    def _left_words(self) -> str:
        left = self.exam.left_ms()
        words = f"{left_words(left)} left"
        if not self.attempt.paper.locked:
            return words
        whole = whole_left_ms(self.attempt, left)
        return f"{words} in this section, {left_words(whole)} in the paper"

    def _tick(self, typed: Response | None) -> Elsewhere:
        """Close what has run out of time, unless the attempt is another window's now."""
        what = self.exam.elsewhere()
        if what is Elsewhere.NOTHING:
            if typed is not None and not self.exam.tick():
                self.exam.answer(typed)
            self.exam.tick()
        return what

    def _warn(self) -> None:
        words = self.exam.warning()
        if words:
            self.app.bell()
            self.mdquiz.say(words, severity="warning")

    def _say_trouble(self, problem: MdquizError | OSError) -> None:
        """Once: the same trouble a second later is no news."""
        if str(problem) != self._trouble:
            self._trouble = str(problem)
            self.mdquiz.report(problem)

    # Acting

    def _unsaved(self, wanted: bool = True) -> Response | None:
        """What is typed and not saved yet."""
        reply = self.attempt.reply(self.attempt.current)
        saved = reply.response.typed if reply.response else ""
        if not wanted or self.asked.form is not Form.TYPED or self._text.strip() == saved:
            return None
        return Response(typed=self._text.strip())

    async def _act(self, act: Callable[[], object] | None = None) -> None:
        """Save what is typed, run `act` in the desk's thread, and show what came of it."""
        async with self._turn:
            if self._done:
                return
            typed = self._unsaved()
            try:
                if typed is not None:
                    await self.mdquiz.run_in_desk(self.exam.answer, typed)
                if act is not None:
                    await self.mdquiz.run_in_desk(act)
            except UsageError as problem:
                self.mdquiz.say(f"{problem.message} {problem.hint}".strip(), severity="warning")
            except ProgressBusyError:
                what = await self.mdquiz.run_in_desk(self.exam.elsewhere)
                if what is Elsewhere.NOTHING:
                    raise
                self._gone(what)
            finally:
                self._show()

    # Another window

    def _gone(self, what: Elsewhere) -> None:
        """Another window has the attempt: nothing can be saved from here any more."""
        if self._done or not self.is_attached:
            return
        self._done = True
        self._pop_windows()
        self._say_elsewhere(what)

    def _say_elsewhere(self, what: Elsewhere) -> None:
        from mdquiz.tui.screens.exam_elsewhere import ElsewhereScreen

        window = ElsewhereScreen(self.exam.number, what, self._look_elsewhere)
        self.app.push_screen(window, self._asked_elsewhere)

    async def _look_elsewhere(self) -> Elsewhere:
        return await self.mdquiz.run_in_desk(self.exam.elsewhere)

    async def _asked_elsewhere(self, choice: str | None) -> None:
        """Take the attempt back, open its report, or leave it where it is."""
        what = await self._look_elsewhere()
        if choice == "handed in":
            self._say_elsewhere(what)
        elif what is Elsewhere.HANDED_IN:
            self._open_report()
        elif choice == "take":
            try:
                self.exam = await self.mdquiz.run_in_desk(
                    attempts.resume, self.mdquiz.desk, self.exam.number
                )
            except (MdquizError, OSError) as problem:
                self.dismiss()
                self.mdquiz.report(problem)
            else:
                self._done = False
                self._show()
        else:
            self.dismiss()

    def _pop_windows(self) -> None:
        """Close whatever window stands above this screen."""
        while self.app.screen is not self and self in self.app.screen_stack:
            self.app.pop_screen()

    def _finish(self) -> None:
        """The paper is handed in: its report takes the place of this screen."""
        if self._done or not self.is_attached:
            return
        self._done = True
        self._pop_windows()
        self._open_report()

    def _open_report(self) -> None:
        from mdquiz.tui.screens.exam_report import ReportScreen

        self.app.switch_screen(ReportScreen(self.exam.number))
