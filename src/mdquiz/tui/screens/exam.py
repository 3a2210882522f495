"""Taking a mock exam: one question at a time, its palette, and the clock as it truly stands."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import Key
from textual.widgets import Input

from mdquiz.decks.asked import Asked, Form
from mdquiz.errors import MdquizError, UsageError
from mdquiz.exams.confidence import Bucket
from mdquiz.grading.verdict import Response
from mdquiz.study.exam import Exam
from mdquiz.tui.commands import Command, Place, bindings
from mdquiz.tui.exam_wording import BUCKETS, palette_cells, section_headings
from mdquiz.tui.screens.exam_question import option_of, question_parts
from mdquiz.tui.screens.place import PlaceScreen, reported
from mdquiz.tui.widgets.answer_sheet import AnswerSheet
from mdquiz.tui.widgets.bucket_chips import BucketChips
from mdquiz.tui.widgets.choices import NOWHERE, Choices
from mdquiz.tui.widgets.exam_bar import ExamBar, left_words
from mdquiz.tui.widgets.key_bar import KeyBar
from mdquiz.tui.widgets.palette_grid import PaletteGrid, PaletteStrip
from mdquiz.tui.widgets.palette_legend import PaletteLegend
from mdquiz.tui.widgets.prose import Prose
from mdquiz.tui.widgets.section_tabs import SectionTabs

LAST_MOMENT_MS = 5_000
"""With less time left than this, what is being typed is saved at each look at the clock."""

LEAST_STEM = 3
"""Lines of the question that are always in view."""


class ExamScreen(PlaceScreen):
    """An attempt under way. Every act runs in the desk's thread, one after the other.

    Args:
        exam: The attempt.
    """

    place = Place.EXAM
    CSS_PATH = "exam.tcss"
    BINDINGS = bindings(Place.EXAM)

    bar = getters.query_one(ExamBar)
    tabs = getters.query_one(SectionTabs)
    stem = getters.query_one("#stem", VerticalScroll)
    answers = getters.query_one("#answers", VerticalScroll)
    sheet = getters.query_one(AnswerSheet)
    typed = getters.query_one("#typed", Input)
    chips = getters.query_one(BucketChips)

    def __init__(self, exam: Exam) -> None:
        super().__init__()
        self.exam = exam
        self.attempt = exam.attempt
        self._turn = asyncio.Lock()
        self._shown: tuple[int, str] | None = None
        self._trouble = ""
        self._done = False

    def compose(self) -> ComposeResult:
        """Clock, sections, palette to the left of the question, what to press."""
        yield ExamBar()
        yield SectionTabs()
        with Horizontal(id="desk"):
            with VerticalScroll(id="side", can_focus=False):
                yield PaletteLegend()
                yield PaletteGrid(id="palette")
            with Vertical(id="paper"):
                with VerticalScroll(id="stem", can_focus=False), Vertical(id="column"):
                    yield Prose(id="heading")
                    yield Prose(id="passage")
                    yield Prose(id="question")
                with VerticalScroll(id="answers", can_focus=False):
                    yield AnswerSheet(id="sheet")
                    typed = Input(id="typed", placeholder="Type the answer; Enter saves it")
                    typed.cursor_blink = False
                    yield typed
        with Vertical(id="dock"):
            yield PaletteStrip(id="strip")
            yield BucketChips()
        yield KeyBar()

    def on_mount(self) -> None:
        """Open the first question, and look at the clock every second."""
        self._show()
        self.set_interval(1.0, self.look_at_clock)

    async def on_unmount(self) -> None:
        """Save the time spent on the open question, however the app was left."""
        if not self._done:
            self._done = True
            await self.mdquiz.run_in_desk(self.exam.leave)

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

    # Showing

    def on_resize(self) -> None:
        """Share the screen between question and options anew."""
        self._show_sureness()
        self._fit()

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
            self.query_one("#palette", PaletteGrid).show(
                cells, now.current, section_headings(now.paper)
            )
            self.query_one("#strip", PaletteStrip).show(cells, now.current)
            self.query_one(PaletteLegend).show(now.palette())
            self._show_question()
            self._show_sureness()
            self._fit()
        self.refresh_bindings()

    def _show_question(self) -> None:
        now, asked = self.attempt, self.asked
        reply = now.reply(now.current)
        fresh = self._shown != (now.current, asked.language)
        other = self._shown is None or self._shown[0] != now.current
        self._shown = (now.current, asked.language)
        heading, passage, question = question_parts(now, asked)
        self.query_one("#heading", Prose).show(heading)
        self.query_one("#passage", Prose).show(passage)
        self.query_one("#question", Prose).show(question)
        self.sheet.fill(
            asked,
            reply.response.chosen if reply.response else (),
            declinable=now.paper.scheme.not_attempted_option,
            declined=reply.declined,
            fresh=other,
        )
        typing = asked.form is Form.TYPED
        self.typed.display = typing
        self.sheet.display = not typing
        if fresh:
            self.stem.scroll_home(animate=False)
            self.answers.scroll_home(animate=False)
            self.call_after_refresh(self._keep_palette_in_view)
        if other:
            self.typed.value = reply.response.typed if reply.response else ""
            self.set_focus(self.typed if typing else None)

    def _show_sureness(self) -> None:
        self.chips.show(self.attempt.reply(self.attempt.current).bucket)

    def _keep_palette_in_view(self) -> None:
        grid = self.query_one("#palette", PaletteGrid)
        region = grid.region_of(self.attempt.current)
        at = grid.virtual_region.offset
        self.query_one("#side", VerticalScroll).scroll_to_region(
            region.translate(at), animate=False, force=True
        )

    def _fit(self) -> None:
        """Let options take what they need, up to half; the question takes the rest and scrolls."""
        room = self.query_one("#paper").size.height
        if not room:
            self.call_after_refresh(self._fit)
            return
        options = self.sheet.lines_at(max(self.answers.size.width - 3, 1))
        if self.typed.display:
            options = 1 if self.has_class("-short") else 3
        stem = self.query_one("#column").outer_size.height or LEAST_STEM
        short = 0 if self.has_class("-short") else 1
        most = max(room // 2, room - stem)
        taken = min(options + short, max(most, 1))
        self.answers.styles.max_height = taken
        self.stem.styles.max_height = max(room - taken, LEAST_STEM)

    # The clock

    async def look_at_clock(self) -> None:
        """Show the time left; warn; close what has run out."""
        if self._done:
            return
        left = self.exam.left_ms()
        self.bar.show_left(left)
        if self._turn.locked():
            return  # an answer is being saved: the next second looks again
        section = self.attempt.section
        async with self._turn:
            try:
                await self.mdquiz.run_in_desk(self._tick, self._unsaved(left <= LAST_MOMENT_MS))
            except (MdquizError, OSError) as problem:
                self._say_trouble(problem)
                return
        self._trouble = ""
        self._warn()
        if self.exam.over or self.exam.attempt.section != section:
            self.app.bell()
            if not self.exam.over:
                name = self.exam.attempt.open_section.name
                self.mdquiz.say(f"The time of that section is over. Now: {name}")
            self._show()

    def _tick(self, typed: Response | None) -> None:
        if typed is not None and not self.exam.tick():
            self.exam.answer(typed)
        self.exam.tick()

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
        if not wanted or self.asked.form is not Form.TYPED or self.typed.value.strip() == saved:
            return None
        return Response(typed=self.typed.value.strip())

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
            finally:
                self._show()

    async def _pick(self, position: int) -> None:
        """Mark an option; where several may be right, tick it or take the tick off."""
        if position == self.sheet.count:
            await self.action_decline()
            return
        chosen: tuple[int, ...] = (position,)
        if self.asked.form is Form.SEVERAL:
            chosen = tuple(sorted({*self.sheet.picked} ^ {position}))
        self.sheet.cursor = position
        await self._act(partial(self.exam.answer, Response(chosen=chosen)))
        self._keep_in_view(position)

    def _keep_in_view(self, position: int) -> None:
        if 0 <= position < len(self.sheet.blocks):
            at = self.sheet.virtual_region.offset
            self.answers.scroll_to_region(
                self.sheet.region_of(position).translate(at), animate=False, force=True
            )

    @on(Choices.Picked)
    @reported
    async def _clicked(self, event: Choices.Picked) -> None:
        event.stop()
        await self._pick(event.position)

    @on(PaletteGrid.Chosen)
    @reported
    async def _number_clicked(self, event: PaletteGrid.Chosen) -> None:
        event.stop()
        await self._open(event.number)

    async def _open(self, number: int | None) -> None:
        if number is not None and number != self.attempt.current:
            await self._act(partial(self.exam.visit, number))

    @on(Input.Submitted)
    @reported
    async def _typed_answer(self, event: Input.Submitted) -> None:
        event.stop()
        await self._step(1)

    @reported
    async def on_key(self, event: Key) -> None:
        """Digits and letters mark options."""
        position = option_of(self.asked, event.character or "")
        if position is not None:
            event.prevent_default()
            event.stop()
            await self._pick(position)

    async def _step(self, by: int) -> None:
        moved: list[bool] = []
        await self._act(lambda: moved.append(self.exam.step(by)))
        if moved == [False] and not self._done:
            where = "of this section" if self.attempt.paper.locked else "of the paper"
            end = "last" if by > 0 else "first"
            self.mdquiz.say(f"This is the {end} question {where}. v shows all, s hands in.")

    @reported
    async def action_take(self) -> None:
        """Mark what the cursor is on, where it is not; then go on."""
        at = self.sheet.cursor
        marked = at in self.sheet.picked or (at == self.sheet.count and self.sheet.declined)
        if at != NOWHERE and not marked and self.asked.form is Form.ONE:
            await self._pick(at)
        else:
            await self._step(1)

    @reported
    async def action_next(self) -> None:
        """Open the next question."""
        await self._step(1)

    @reported
    async def action_previous(self) -> None:
        """Open the question before."""
        await self._step(-1)

    @reported
    async def action_mark(self) -> None:
        """Mark for review, or take the mark off."""
        await self._act(self.exam.toggle_mark)

    @reported
    async def action_clear(self) -> None:
        """Take the answer back."""
        self.typed.value = ""
        self.sheet.cursor = NOWHERE
        await self._act(self.exam.clear)

    @reported
    async def action_decline(self) -> None:
        """Mark "not attempted"."""
        self.typed.value = ""
        self.sheet.cursor = self.sheet.count
        await self._act(self.exam.decline)

    @reported
    async def action_confidence(self) -> None:
        """Say the next degree of confidence."""
        ladder = (Bucket.UNSAID, *BUCKETS)
        said = self.attempt.reply(self.attempt.current).bucket
        await self._say(ladder[(ladder.index(said) + 1) % len(ladder)])

    @reported
    async def action_say_confidence(self, said: str) -> None:
        """Say how sure; the same again takes it back."""
        bucket = Bucket(said)
        now = self.attempt.reply(self.attempt.current).bucket
        await self._say(Bucket.UNSAID if bucket is now else bucket)

    async def _say(self, bucket: Bucket) -> None:
        await self._act(partial(self.exam.say_confidence, bucket))

    @reported
    async def action_language(self) -> None:
        """Show the other language."""
        await self._act(self.exam.switch_language)

    @reported
    async def action_palette(self) -> None:
        """See how all questions stand."""
        from mdquiz.tui.screens.exam_palette import PaletteScreen

        await self._act()
        if not self._done:
            now = self.attempt
            self.app.push_screen(
                PaletteScreen(
                    palette_cells(now),
                    now.current,
                    section_headings(now.paper),
                    counts=now.palette(),
                    left=lambda: f"{left_words(self.exam.left_ms())} left",
                ),
                self._open_reported,
            )

    @reported
    async def _open_reported(self, number: int | None) -> None:
        await self._open(number)

    @reported
    async def action_hand_in(self) -> None:
        """Hand in after a look at what is blank."""
        from mdquiz.tui.screens.exam_hand_in import HandInScreen

        await self._act()
        if not self._done:
            self.app.push_screen(HandInScreen(self.attempt), self._handed_in)

    @reported
    async def _handed_in(self, choice: str | None) -> None:
        if choice == "paper":
            await self._act(self.exam.submit)
        elif choice == "section":
            await self._act(self.exam.close_section)

    @reported
    async def action_leave(self) -> None:
        """Leave after a word on the clock, which runs on."""
        from mdquiz.tui.screens.exam_hand_in import LeaveScreen

        await self._act()
        if not self._done:
            self.app.push_screen(LeaveScreen(self.exam.left_ms()), self._left)

    @reported
    async def _left(self, choice: str | None) -> None:
        if choice != "leave":
            return
        async with self._turn:
            await self.mdquiz.run_in_desk(self.exam.leave)
        if self.exam.over:
            self._show()
            return
        self._done = True
        self.mdquiz.say(f"The clock runs on: {left_words(self.exam.left_ms())} left.")
        self.dismiss()

    def _finish(self) -> None:
        """The paper is handed in: its report takes the place of this screen."""
        from mdquiz.tui.screens.exam_report import ReportScreen

        if self._done or not self.is_attached:
            return
        self._done = True
        while self.app.screen is not self:
            self.app.pop_screen()
        self.app.switch_screen(ReportScreen(self.exam.number))

    # Moving

    def action_next_option(self) -> None:
        """Move down."""
        self._move(1)

    def action_previous_option(self) -> None:
        """Move up."""
        self._move(-1)

    def _move(self, steps: int) -> None:
        self.sheet.step_cursor(steps)
        self._keep_in_view(self.sheet.cursor)

    @reported
    async def action_toggle_option(self) -> None:
        """Mark the option the cursor is on."""
        if self.sheet.cursor != NOWHERE:
            await self._pick(self.sheet.cursor)

    def action_scroll_down(self) -> None:
        """Read on."""
        self._scroll(1)

    def action_scroll_up(self) -> None:
        """Read back."""
        self._scroll(-1)

    def _scroll(self, pages: int) -> None:
        lines = max(self.stem.size.height - 1, 1)
        self.stem.scroll_relative(y=pages * lines, animate=False)
