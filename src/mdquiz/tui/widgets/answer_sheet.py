"""The options of an exam's question with a bubble each, as on the sheet that is filled in."""

from __future__ import annotations

from collections.abc import Iterable

from mdquiz.decks.asked import Asked, Form
from mdquiz.tui.widgets.choices import LETTERS, NOWHERE, Choices
from mdquiz.tui.widgets.prose import Block

NOT_ATTEMPTED = "Not attempted"


class AnswerSheet(Choices):
    """Options that can be chosen and changed until the paper is handed in."""

    DEFAULT_CSS = """
    AnswerSheet { margin: 0; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.declinable = False
        self.declined = False

    def fill(
        self, asked: Asked, chosen: Iterable[int], *, declinable: bool, declined: bool, fresh: bool
    ) -> None:
        """Show a question's options and what stands of them.

        Args:
            asked: The question.
            chosen: Positions (from 0) of the options that are marked.
            declinable: Whether "not attempted" can be marked.
            declined: Whether it is.
            fresh: Whether it is another question than before, so that the cursor starts anew.
        """
        self.asked = asked
        self.picked = tuple(chosen)
        self.declinable, self.declined = declinable, declined
        if fresh:
            self.cursor = self.picked[-1] if self.picked else NOWHERE
            self.hovered = NOWHERE
        self.show_again()

    def review(self, asked: Asked, chosen: Iterable[int]) -> None:
        """Show what was chosen beside what is right; nothing can be changed."""
        self.asked = asked
        self.picked = tuple(chosen)
        self.settled = True
        self.cursor = self.hovered = NOWHERE
        self.declinable = False
        self.show_again()

    def step_cursor(self, steps: int) -> None:
        """Move the cursor over all lines; from nowhere to the first or last."""
        last = len(self.blocks) - 1
        if last < 0:
            return
        if self.cursor == NOWHERE:
            self.cursor = 0 if steps > 0 else last
        else:
            self.cursor = min(max(self.cursor + steps, 0), last)
        self.show_again()

    def lines_at(self, width: int) -> int:
        """Lines that all options take at `width` columns."""
        laid = self.laid(width)
        return laid[-1].top + len(laid[-1].lines) if laid else 0

    def show_again(self) -> None:
        """Draw all lines."""
        blocks = [self._block(at, text) for at, text in enumerate(self._texts())]
        if self.declinable and blocks:
            blocks.append(self._line(self.count, "0", NOT_ATTEMPTED, chosen=self.declined))
        self.show(blocks)

    def _redraw(self) -> None:
        self.show_again()

    def _block(self, position: int, text: str) -> Block:
        return self._line(position, LETTERS[position], text, chosen=position in self.picked)

    def _line(self, position: int, label: str, text: str, *, chosen: bool) -> Block:
        several = self.asked is not None and self.asked.form is Form.SEVERAL
        bubble = ("■" if chosen else "□") if several else ("●" if chosen else "○")
        if self.settled:
            style, sign = self._mark(position)
            return Block(text, style, f"{sign} {bubble} ({label}) ", style)
        on_it = position == self.cursor
        near = on_it or position == self.hovered
        style = "bold $primary" if chosen else "$primary" if near else ""
        lead = f"{'›' if on_it else ' '} {bubble} ({label}) "
        return Block(text, style, lead=lead, lead_style=style or "$accent")
