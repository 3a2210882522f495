"""The top line of an exam: time left, which question, how many are answered, which exam."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from mdquiz.exams.attempt import Attempt
from mdquiz.exams.hand_in import answered_count, whole_left_ms
from mdquiz.exams.report_words import minutes_text
from mdquiz.tui.exam_wording import reply_look, reply_words
from mdquiz.tui.literal import literal_line
from mdquiz.tui.wrap import cells

SHORT_MS = 300_000
"""Time left, in milliseconds, from which the clock stands out."""
SHORTEST_TITLE = 12
ROOMY = 60
"""Columns from which the clocks of section and paper are called so in whole words."""


class ExamBar(Widget):
    """`1:42:09 left  12/100 ● answered  58 answered  UPSC …`; the exam's title stands last."""

    DEFAULT_CSS = """
    ExamBar { dock: top; height: 1; padding: 0 1; background: $surface; text-wrap: nowrap; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._attempt: Attempt | None = None
        self.left_ms = 0

    def show(self, attempt: Attempt, left_ms: int) -> None:
        """Show another moment."""
        self._attempt = attempt
        self.left_ms = left_ms
        self.refresh()

    def show_left(self, left_ms: int) -> None:
        """Show what time is left, where it shows."""
        if _seconds(left_ms) != _seconds(self.left_ms):
            self.left_ms = left_ms
            self.refresh()

    def render(self) -> Content:
        """One line."""
        now = self._attempt
        if now is None:
            return Content("")
        width = self.content_size.width
        reply = now.reply(now.current)
        sign, style = reply_look(reply)
        short = self.left_ms <= SHORT_MS
        clock = f"{'▲ ' if short else ''}{self._clock(now, roomy=width >= ROOMY)}"
        parts: list[tuple[str, str]] = [(clock, "bold $text-error" if short else "bold $primary")]
        used = cells(clock)
        for text, look, gap in (
            (f"{now.current}/{len(now.replies)} {sign}", "bold", 3),
            (f" {reply_words(reply)}", style, 0),
            (f"{answered_count(now)} answered", "$foreground-muted", 3),
        ):
            taken = gap + cells(text)
            if used + taken <= width:
                parts.append((" " * gap + text, look))
                used += taken
        if width - used - 3 >= SHORTEST_TITLE:
            title = literal_line(now.paper.title, width - used - 3)
            parts.append((f"   {title}", "$foreground-muted"))
        return Content.assemble(*parts)

    def _clock(self, now: Attempt, *, roomy: bool) -> str:
        """Time left; where sections are locked, that of the section beside that of the paper."""
        left = left_words(self.left_ms)
        if not now.paper.locked:
            return f"{left} left"
        whole = left_words(whole_left_ms(now, self.left_ms))
        if roomy:
            return f"{left} left in section · {whole} in paper"
        return f"{left} section · {whole} paper"


def left_words(left_ms: int) -> str:
    """Time left, a begun second counted: `1:42:09`, `4:59`."""
    return minutes_text(_seconds(left_ms) * 1000)


def _seconds(left_ms: int) -> int:
    return -(-left_ms // 1000)
