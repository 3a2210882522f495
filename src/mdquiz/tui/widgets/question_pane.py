"""An exam's question above its options: options stay in view, a long question scrolls."""

from __future__ import annotations

from collections.abc import Sequence

from textual import getters
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from mdquiz.tui.widgets.answer_sheet import AnswerSheet
from mdquiz.tui.widgets.pane import Pane
from mdquiz.tui.widgets.prose import Block, Prose

WIDEST = 96
"""Columns of text; longer lines are hard to read."""

LEAST_STEM = 3
"""Lines of the question that are in view whatever the options take."""


class QuestionPane(Vertical):
    """Heading, passage and question in one scrolling part, options or a line to type in below."""

    stem = getters.query_one("#stem", Pane)
    answers = getters.query_one("#answers", Pane)
    sheet = getters.query_one(AnswerSheet)
    typed = getters.query_one("#typed", Input)

    def compose(self) -> ComposeResult:
        """Two parts that scroll on their own."""
        with Pane(id="stem"), Vertical(id="column"):
            yield Prose(id="heading")
            yield Prose(id="passage")
            yield Prose(id="question")
        with Pane(id="answers"):
            yield AnswerSheet(id="sheet")
            typed = Input(id="typed", placeholder="Type the answer; Enter saves it")
            typed.cursor_blink = False
            yield typed

    def on_resize(self) -> None:
        """Share the room anew."""
        self.fit()

    def show(
        self, heading: Sequence[Block], passage: Sequence[Block], question: Sequence[Block]
    ) -> None:
        """Show a question, from its beginning where it is another."""
        body = self.query_one("#question", Prose)
        if tuple(question) != body.blocks:
            self.stem.scroll_home(animate=False)
            self.answers.scroll_home(animate=False)
        self.query_one("#heading", Prose).show(heading)
        self.query_one("#passage", Prose).show(passage)
        body.show(question)

    def show_typing(self, typing: bool) -> None:
        """Show the line to type in, or the options."""
        self.typed.display = typing
        self.sheet.display = not typing

    def fit(self) -> None:
        """Let the options have what they need, but half at most where the question needs it too."""
        room = self.size.height
        if not room:
            return
        short = self.screen.has_class("-short")
        width = min(self.size.width - 1, WIDEST) - 2
        typing = 1 if short else 3
        options = typing if self.typed.display else self.sheet.lines_at(width)
        question = self._question_lines(width, short=short)
        taken = min(options, max(room // 2, room - question))
        self.answers.styles.max_height = max(taken, 1)
        self.stem.styles.max_height = max(room - taken, min(LEAST_STEM, room - 1))

    def _question_lines(self, width: int, *, short: bool) -> int:
        """Lines that everything above the options takes."""
        lines = 0 if short else 4  # the padding, the heading and the line below it
        passage = self.query_one("#passage", Prose)
        if passage.blocks:
            lines += lines_of(passage, width - 2) + 1
        return lines + lines_of(self.query_one("#question", Prose), width)

    def keep_in_view(self, position: int) -> None:
        """Scroll the options to the one at `position`."""
        if 0 <= position < len(self.sheet.blocks):
            at = self.sheet.virtual_region.offset
            self.answers.scroll_to_region(
                self.sheet.region_of(position).translate(at), animate=False, force=True
            )

    def scroll_stem(self, pages: int) -> None:
        """Move the question by pages, a line of the one before in view."""
        lines = max(self.stem.size.height - 1, 1)
        self.stem.scroll_relative(y=pages * lines, animate=False)


def lines_of(prose: Prose, width: int) -> int:
    """Lines that a text takes at `width` columns."""
    laid = prose.laid(max(width, 1))
    return laid[-1].top + len(laid[-1].lines) if laid else 0
