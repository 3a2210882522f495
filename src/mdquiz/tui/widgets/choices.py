"""The options of a question, or the items to put in order: one widget, clicked or chosen by key."""

from __future__ import annotations

from dataclasses import dataclass

from textual.events import Click, MouseMove
from textual.geometry import Region
from textual.message import Message

from mdquiz.decks.asked import Asked, Form
from mdquiz.grading.verdict import Response
from mdquiz.tui.widgets.prose import Block, Prose

LETTERS = "abcdefgh"
NOWHERE = -1


class Choices(Prose):
    """Options or items, and what the learner has chosen of them so far."""

    DEFAULT_CSS = """
    Choices { margin: 1 0 0 0; }
    """

    @dataclass
    class Picked(Message):
        """The learner clicked the option at `position` (from 0)."""

        position: int

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.asked: Asked | None = None
        self.cursor = NOWHERE
        self.hovered = NOWHERE
        self.picked: tuple[int, ...] = ()
        self.settled = False

    # What is shown

    def ask(self, asked: Asked, *, keep: bool = False) -> None:
        """Show the options or items of `asked`, nothing chosen.

        Args:
            asked: The question.
            keep: It is the same question in other words: what was chosen stays.
        """
        self.asked = asked
        if not keep:
            self.cursor = self.hovered = NOWHERE
            self.picked = ()
            self.settled = False
        self._redraw()

    def settle(self) -> None:
        """Show what was right, beside what the learner chose."""
        self.settled = True
        self.cursor = self.hovered = NOWHERE
        self._redraw()

    @property
    def count(self) -> int:
        """How many options or items there are."""
        return len(self._texts())

    @property
    def response(self) -> Response:
        """What the learner has chosen, ready to be graded."""
        if self.asked is not None and self.asked.form is Form.ARRANGE:
            return Response(arranged=self.picked)
        return Response(chosen=tuple(sorted(self.picked)))

    @property
    def complete(self) -> bool:
        """Whether enough is chosen to be an answer."""
        if self.asked is not None and self.asked.form is Form.ARRANGE:
            return len(self.picked) == self.count
        return bool(self.picked)

    # Choosing

    def toggle(self, position: int) -> None:
        """Choose the option or place the item at `position`; or take it back."""
        if not 0 <= position < self.count or self.settled:
            return
        if position in self.picked:
            self.picked = tuple(at for at in self.picked if at != position)
        else:
            self.picked = (*self.picked, position)
        self.cursor = position
        self._redraw()

    def choose_only(self, position: int) -> None:
        """Choose the option at `position` and no other."""
        self.picked = (position,)
        self.cursor = position
        self._redraw()

    def take_back(self) -> None:
        """Take back what was chosen or placed last."""
        if self.picked and not self.settled:
            self.picked = self.picked[:-1]
            self._redraw()

    def move(self, steps: int) -> None:
        """Move the cursor; from nowhere to the first or last."""
        if not self.count or self.settled:
            return
        if self.cursor == NOWHERE:
            self.cursor = 0 if steps > 0 else self.count - 1
        else:
            self.cursor = min(max(self.cursor + steps, 0), self.count - 1)
        self._redraw()

    def region_of(self, position: int) -> Region:
        """Where the option at `position` stands inside this widget."""
        width = self.content_size.width
        item = self.laid(width)[position]
        return Region(0, item.top, width, len(item.lines))

    # Mouse

    def on_click(self, event: Click) -> None:
        """Tell the screen which option was clicked."""
        at = self._position_at(event.y)
        if at != NOWHERE and not self.settled:
            event.stop()
            self.post_message(self.Picked(at))

    def on_mouse_move(self, event: MouseMove) -> None:
        """Light up the option under the pointer; Enter never answers with it."""
        self._hover(self._position_at(event.y))

    def on_leave(self) -> None:
        """The pointer is elsewhere."""
        self._hover(NOWHERE)

    def _hover(self, position: int) -> None:
        if position != self.hovered and not self.settled:
            self.hovered = position
            self._redraw()

    def _position_at(self, y: int) -> int:
        for position, item in enumerate(self.laid(self.content_size.width)):
            if item.top <= y < item.top + len(item.lines):
                return position
        return NOWHERE

    # Drawing

    def _texts(self) -> tuple[str, ...]:
        if self.asked is None:
            return ()
        if self.asked.form is Form.ARRANGE:
            return self.asked.arrange
        return tuple(option.text for option in self.asked.options)

    def _redraw(self) -> None:
        self.show([self._block(at, text) for at, text in enumerate(self._texts())])

    def _block(self, position: int, text: str) -> Block:
        assert self.asked is not None
        style, mark = self._mark(position)
        if self.asked.form is Form.ARRANGE:
            place = str(self.picked.index(position) + 1) if position in self.picked else " "
            lead = f"{mark} [{place}] {position + 1}. "
        elif self.asked.form is Form.SEVERAL:
            tick = "x" if position in self.picked else " "
            lead = f"{mark} [{tick}] ({LETTERS[position]}) "
        else:
            lead = f"{mark} ({LETTERS[position]}) "
        return Block(text, style, lead=lead, lead_style=style or "$accent")

    def _mark(self, position: int) -> tuple[str, str]:
        """Style and sign of one option."""
        assert self.asked is not None
        if not self.settled:
            on_it = position == self.cursor
            chosen = position in self.picked and self.asked.form is not Form.ARRANGE
            near = on_it or position == self.hovered
            style = "bold $primary" if chosen else "$primary" if near else ""
            return style, "›" if on_it else " "
        if self.asked.form is Form.ARRANGE:
            return "$foreground-muted", " "
        if self.asked.options[position].right:
            return "bold $text-success", "✓"
        if position in self.picked:
            return "$text-error", "✗"
        return "$foreground-muted", " "
