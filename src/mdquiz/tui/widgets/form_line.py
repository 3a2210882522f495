"""One line of a form: a label, what is chosen, a remark; written or chosen from a list."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content
from textual.events import Click, Key
from textual.message import Message
from textual.widget import Widget

from mdquiz.tui.literal import literal_line
from mdquiz.tui.wrap import cells, shortened

LABEL_WIDTH = 11


class FormLine(Widget, can_focus=True):
    """Something to choose from a list."""

    DEFAULT_CSS = """
    FormLine { height: 1; width: 1fr; text-wrap: nowrap; text-overflow: clip; }
    FormLine:focus { background: $panel; }
    """

    @dataclass
    class Activated(Message):
        """The line was clicked while it had the focus."""

        line: FormLine

    HINT = "Enter lists"

    def __init__(self, label: str, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.label = label
        self.value = ""
        self.remark = ""
        self.own = False

    def show(self, value: str, remark: str = "", *, own: bool = False) -> None:
        """Show what is chosen.

        Args:
            value: What is chosen; it may be deck text.
            remark: What to know of it.
            own: Whether the learner chose it, rather than the exam.
        """
        self.value, self.remark, self.own = value, remark, own
        self.refresh()

    def render(self) -> Content:
        """One line; deck text stands last but for our own remark, which it may push."""
        width = self.content_size.width
        pointer = "▌" if self.has_focus else " "
        parts = [
            (f"{pointer} ", "$primary"),
            (f"{self.label:<{LABEL_WIDTH}}", "bold" if self.has_focus else "$foreground-muted"),
        ]
        room = width - LABEL_WIDTH - 2
        value = literal_line(self.value, max(room, 4))
        parts.append((value, "bold $primary" if self.own else ""))
        room -= cells(value) + 3
        remark = self.HINT if self.has_focus else self.remark
        if remark and room >= 8:
            parts.append((f"   {shortened(remark, room)}", "$foreground-muted"))
        return Content.assemble(*parts)

    def on_click(self, event: Click) -> None:
        """Choose the line; once more, change it."""
        event.stop()
        self.focus()
        self.post_message(self.Activated(self))


class NumberLine(FormLine):
    """A number to write; empty for what the exam has."""

    MOST_DIGITS = 6
    HINT = "digits or ← →; x as the exam"

    @dataclass
    class Written(Message):
        """Another number stands there; None for none."""

        line: NumberLine
        number: int | None

    def __init__(self, label: str, *, id: str, least: int, most: int) -> None:  # noqa: A002
        super().__init__(label, id=id)
        self.number: int | None = None
        self.least, self.most = least, most

    def on_key(self, event: Key) -> None:
        """Digits write, backspace rubs out; all other keys are the form's."""
        key = event.character or ""
        digits = "" if self.number is None else str(self.number)
        if len(key) == 1 and key in "0123456789":
            digits = (digits + key)[-self.MOST_DIGITS :]
        elif event.key == "backspace":
            digits = digits[:-1]
        else:
            return
        event.stop()
        event.prevent_default()
        self.write(int(digits) if digits else None)

    def write(self, number: int | None) -> None:
        """Set the number; more than the most is the most."""
        self.number = None if number is None else min(number, self.most)
        self.post_message(self.Written(self, self.number))
