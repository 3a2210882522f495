"""A window to choose one or several things from a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from mdquiz.tui.literal import literal_line
from mdquiz.tui.widgets.prose import Block, Prose
from mdquiz.tui.widgets.rows import Piece, Rows


@dataclass(frozen=True, slots=True)
class Pick:
    """One thing to choose: its value, figures of ours before its words, its words, more of it."""

    value: str
    words: str
    figures: str = ""
    more: str = ""


class PickScreen(ModalScreen[tuple[str, ...] | None]):
    """Dismissed with the values chosen, or None where nothing is to change.

    Args:
        title: What is chosen.
        picks: What there is.
        chosen: What is chosen now.
        several: Whether any number can be chosen; none then stands for all.
    """

    CSS_PATH = "exam_pick.tcss"
    BINDINGS = [
        ("escape,q", "close", "Close"),
        ("enter", "take", "Take"),
        ("space", "tick", "Tick"),
        ("x", "clear", "None"),
    ]
    AUTO_FOCUS = "Rows"

    def __init__(
        self, title: str, picks: Sequence[Pick], chosen: Sequence[str], *, several: bool
    ) -> None:
        super().__init__()
        self.title_words = title
        self.picks = tuple(picks)
        self.chosen = list(chosen)
        self.several = several

    def compose(self) -> ComposeResult:
        """Title, list, what is known of the chosen one, keys."""
        with Vertical(classes="window"):
            yield Prose([Block(self.title_words, "bold $primary")])
            yield Rows(id="picks")
            more = any(pick.more for pick in self.picks)
            yield Prose(id="more", classes="" if more else "-none")
            keys = "Space ticks · Enter takes · x none" if self.several else "Enter takes"
            yield Prose([Block(f"{keys} · Esc leaves it", "$foreground-muted")], id="keys")

    def on_mount(self) -> None:
        """Begin at what is chosen."""
        values = [pick.value for pick in self.picks]
        at = next((values.index(value) for value in self.chosen if value in values), 0)
        self._show(at)

    def _show(self, at: int) -> None:
        self.query_one("#picks", Rows).show_rows(len(self.picks), self._draw, cursor=at)

    def _draw(self, row: int, width: int) -> list[Piece]:
        pick = self.picks[row]
        on = pick.value in self.chosen
        sign = ("■ " if on else "□ ") if self.several else ("● " if on else "○ ")
        pieces: list[Piece] = [(sign, "accent" if on else "muted")]
        if pick.figures:
            pieces.append((f"{pick.figures}  ", "muted"))
        room = width - sum(len(text) for text, _ in pieces)
        return [*pieces, (literal_line(pick.words, room), "strong" if on else "")]

    @on(Rows.Moved)
    def _moved(self, event: Rows.Moved) -> None:
        event.stop()
        if 0 <= event.row < len(self.picks):
            more = self.picks[event.row].more
            self.query_one("#more", Prose).show([Block(more, "$foreground-muted")] if more else [])

    @on(Rows.Activated)
    def _clicked(self, event: Rows.Activated) -> None:
        event.stop()
        if self.several:
            self.action_tick()
        else:
            self.action_take()

    def action_tick(self) -> None:
        """Tick the line, or take the tick off."""
        at = self.query_one("#picks", Rows).cursor
        if self.several and at < len(self.picks):
            value = self.picks[at].value
            if value in self.chosen:
                self.chosen.remove(value)
            else:
                self.chosen.append(value)
            self._show(at)

    def action_clear(self) -> None:
        """Tick none."""
        if self.several:
            self.chosen = []
            self._show(self.query_one("#picks", Rows).cursor)

    def action_take(self) -> None:
        """Take what is ticked; of a list for one, the line."""
        at = self.query_one("#picks", Rows).cursor
        if self.several:
            order = [pick.value for pick in self.picks]
            self.dismiss(tuple(value for value in order if value in self.chosen))
        elif at < len(self.picks):
            self.dismiss((self.picks[at].value,))

    def action_close(self) -> None:
        """Leave it as it was."""
        self.dismiss(None)
