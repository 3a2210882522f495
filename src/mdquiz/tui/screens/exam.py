"""Taking a mock exam: what the candidate can do with the open question and with the paper."""

from __future__ import annotations

from functools import partial

from textual import on
from textual.events import Key
from textual.widgets import Input

from mdquiz.decks.asked import Form
from mdquiz.errors import MdquizError
from mdquiz.exams.confidence import Bucket
from mdquiz.grading.verdict import Response
from mdquiz.tui.exam_wording import BUCKETS, open_headings, palette_cells, palette_signs
from mdquiz.tui.screens.exam_question import option_of
from mdquiz.tui.screens.exam_shown import ShownExam
from mdquiz.tui.screens.place import reported
from mdquiz.tui.widgets.choices import NOWHERE, Choices
from mdquiz.tui.widgets.palette_grid import PaletteGrid


class ExamScreen(ShownExam):
    """An attempt under way, and its keys."""

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
        self.pane.keep_in_view(position)

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
            keys = f"{self.key_for('exam.palette')} all, {self.key_for('exam.hand-in')} hand in"
            self.mdquiz.say(f"This is the {end} question {where}: {keys}.")

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
        self._write("")
        self.sheet.cursor = NOWHERE
        await self._act(self.exam.clear)

    @reported
    async def action_decline(self) -> None:
        """Mark "not attempted"."""
        self._write("")
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
        before = self.asked.language
        await self._act(self.exam.switch_language)
        if not self._done and self.asked.language == before:
            self.mdquiz.say("This question has no other language.")

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
                    open_headings(now),
                    signs=palette_signs(now),
                    left=self._left_words,
                ),
                self._open_reported,
            )

    @reported
    async def _open_reported(self, number: int | None) -> None:
        await self._open(number)

    @reported
    async def action_hand_in(self) -> None:
        """Hand in, or close a locked section, after a look at what is blank."""
        from mdquiz.tui.screens.exam_hand_in import CloseSectionScreen

        await self._act()
        if self._done:
            return
        paper = self.attempt.paper
        if paper.locked and self.attempt.section + 1 < len(paper.sections):
            window = CloseSectionScreen(self.attempt, self._left_words)
            self.app.push_screen(window, self._section_asked)
        else:
            self._ask_to_hand_in()

    def _ask_to_hand_in(self) -> None:
        from mdquiz.tui.screens.exam_hand_in import HandInScreen

        none_key = self.key_for("exam.decline")
        self.app.push_screen(
            HandInScreen(self.attempt, self._left_words, none_key), self._handed_in
        )

    @reported
    async def _section_asked(self, choice: str | None) -> None:
        if choice == "section":
            await self._act(self.exam.close_section)
        elif choice == "whole":
            self._ask_to_hand_in()

    @reported
    async def _handed_in(self, choice: str | None) -> None:
        if choice == "paper":
            await self._act(self.exam.submit)

    def action_leave(self) -> None:
        """Leave after a word on the clock, which runs on."""
        from mdquiz.tui.screens.exam_hand_in import LeaveScreen

        self.app.push_screen(LeaveScreen(self._left_words), self._left)

    async def _left(self, choice: str | None) -> None:
        """Leave; who cannot save can leave all the same."""
        if choice != "leave" or self._done:
            return
        words = ""
        async with self._turn:
            try:
                await self.mdquiz.run_in_desk(self._save_and_leave, self._unsaved())
            except MdquizError as problem:
                words = problem.message
            except OSError as problem:
                words = str(problem)
        if self.exam.over:
            self._show()
            return
        self._done = True
        self.mdquiz.say(words or f"The clock runs on: {self._left_words()}.")
        self.dismiss()

    # Moving

    def action_next_option(self) -> None:
        """Move down."""
        self._move(1)

    def action_previous_option(self) -> None:
        """Move up."""
        self._move(-1)

    def _move(self, steps: int) -> None:
        self.sheet.step_cursor(steps)
        self.pane.keep_in_view(self.sheet.cursor)

    @reported
    async def action_toggle_option(self) -> None:
        """Mark the option the cursor is on."""
        if self.sheet.cursor != NOWHERE:
            await self._pick(self.sheet.cursor)

    def action_scroll_down(self) -> None:
        """Read on."""
        self.pane.scroll_stem(1)

    def action_scroll_up(self) -> None:
        """Read back."""
        self.pane.scroll_stem(-1)
