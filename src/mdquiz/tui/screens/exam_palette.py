"""The palette in a window: how all questions stand; a number or Enter opens one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.events import Key
from textual.screen import ModalScreen

from mdquiz.tui.widgets.palette_grid import Cell, PaletteGrid
from mdquiz.tui.widgets.palette_legend import PaletteLegend, Sign
from mdquiz.tui.widgets.prose import Block, Prose


class PaletteScreen(ModalScreen[int | None]):
    """Dismissed with the number of the question to open, or None.

    Args:
        cells: All questions.
        current: The one that is open.
        headings: Section names by the number they begin at.
        signs: What the signs mean, with how many questions have each.
        left: What to say of the time left, asked for every second; None where no clock runs.
    """

    CSS_PATH = "exam_palette.tcss"
    BINDINGS = [
        ("escape,q,v,f3", "close", "Close"),
        ("enter", "open", "Open"),
        ("left,h", "move(-1, 0)", "Left"),
        ("right,l", "move(1, 0)", "Right"),
        ("up,k", "move(0, -1)", "Up"),
        ("down,j", "move(0, 1)", "Down"),
        ("pageup", "move(0, -5)", "Page up"),
        ("pagedown", "move(0, 5)", "Page down"),
        ("backspace", "rub_out", "Rub out"),
    ]
    AUTO_FOCUS = ""

    def __init__(
        self,
        cells: Sequence[Cell],
        current: int,
        headings: Mapping[int, str] = {},
        *,
        signs: Sequence[Sign] = (),
        left: Callable[[], str] | None = None,
    ) -> None:
        super().__init__()
        self.cells = tuple(cells)
        self.cursor = current
        self.headings = headings
        self.signs = tuple(signs)
        self.left = left
        self.typed = ""

    def compose(self) -> ComposeResult:
        """Clock and typed number, legend, grid."""
        with Vertical(classes="window"):
            yield Prose(id="clock")
            if self.signs:
                yield PaletteLegend()
            with VerticalScroll(id="all", can_focus=False):
                yield PaletteGrid()

    def on_mount(self) -> None:
        """Show where the learner is."""
        if self.signs:
            self.query_one(PaletteLegend).show(self.signs)
        self._show()
        if self.left is not None:
            self.set_interval(1.0, self._show_line)

    def _show(self) -> None:
        grid = self.query_one(PaletteGrid)
        grid.show(self.cells, self.cursor, self.headings)
        self._show_line()
        self.call_after_refresh(self._keep_in_view)

    def _show_line(self) -> None:
        clock = f"{self.left()}   " if self.left is not None else ""
        words = f"Question {self.typed}_" if self.typed else "Type or move; Enter opens"
        style = "bold" if self.typed else "$foreground-muted"
        self.query_one("#clock", Prose).show(
            [Block(words, style, lead=clock, lead_style="bold $primary")]
        )

    def _keep_in_view(self) -> None:
        grid = self.query_one(PaletteGrid)
        region = grid.region_of(self.cursor)
        self.query_one("#all").scroll_to_region(
            region.grow((1, 0, 1, 0)), animate=False, force=True
        )

    def on_key(self, event: Key) -> None:
        """Digits write a number."""
        key = event.character or ""
        if len(key) == 1 and key in "0123456789":
            event.stop()
            typed = (self.typed + key).lstrip("0")
            if len(typed) > len(str(len(self.cells))):
                typed = key.lstrip("0")
            self._type(typed)

    def _type(self, typed: str) -> None:
        self.typed = typed
        if typed and 1 <= int(typed) <= len(self.cells):
            self.cursor = int(typed)
        self._show()

    def action_rub_out(self) -> None:
        """Take the last digit back."""
        self._type(self.typed[:-1])

    def action_move(self, right: int, down: int) -> None:
        """Move over the grid."""
        self.typed = ""
        self.cursor = self.query_one(PaletteGrid).moved(self.cursor, right, down)
        self._show()

    @on(PaletteGrid.Chosen)
    def _clicked(self, event: PaletteGrid.Chosen) -> None:
        event.stop()
        self.dismiss(event.number)

    def action_open(self) -> None:
        """Open the question the cursor is on; a number that no question has stays typed."""
        if self.typed and not 1 <= int(self.typed) <= len(self.cells):
            self.notify(f"There are questions 1 to {len(self.cells)}.", markup=False, timeout=3)
            self._type("")
            return
        self.dismiss(self.cursor)

    def action_close(self) -> None:
        """Back to where the learner was."""
        self.dismiss(None)
