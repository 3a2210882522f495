"""The palette: the numbers of all questions, each with a sign of how it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.widget import Widget

from mdquiz.tui.literal import literal_line


@dataclass(frozen=True, slots=True)
class Cell:
    """One question: its number, a sign with its style, and whether it may be opened now."""

    number: int
    sign: str
    style: str
    open: bool = True


class PaletteGrid(Widget):
    """All questions in rows; the one the cursor is on stands out by a pointer and by colour."""

    DEFAULT_CSS = """
    PaletteGrid { height: auto; width: 1fr; text-wrap: nowrap; }
    """

    @dataclass
    class Chosen(Message):
        """Question `number` was clicked."""

        number: int

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.cells: tuple[Cell, ...] = ()
        self.headings: Mapping[int, str] = {}
        self.cursor = 1
        self._rows: tuple[int, list[list[Cell] | str]] | None = None

    def show(self, cells: Sequence[Cell], cursor: int, headings: Mapping[int, str] = {}) -> None:
        """Show other questions, or the same in other states.

        Args:
            cells: All questions, by number.
            cursor: The number that stands out.
            headings: What stands above the row that begins with a number.
        """
        if (tuple(cells), cursor, headings) == (self.cells, self.cursor, self.headings):
            return
        count = len(self.cells)
        self.cells, self.cursor, self.headings = tuple(cells), cursor, headings
        self._rows = None
        self.refresh(layout=count != len(self.cells))

    @property
    def cell_width(self) -> int:
        """Columns that a question takes: a pointer, its number, its sign, a space."""
        return len(str(len(self.cells))) + 3

    def columns(self, width: int) -> int:
        """How many questions stand in a row."""
        return max(width // self.cell_width, 1)

    def rows(self, width: int) -> list[list[Cell] | str]:
        """Rows of cells and headings at `width` columns."""
        if self._rows is None or self._rows[0] != width:
            self._rows = (width, list(self._laid_out(self.columns(width))))
        return self._rows[1]

    def _laid_out(self, columns: int) -> list[list[Cell] | str]:
        rows: list[list[Cell] | str] = []
        row: list[Cell] = []
        for cell in self.cells:
            if cell.number in self.headings or len(row) == columns:
                if row:
                    rows.append(row)
                row = []
            if cell.number in self.headings:
                rows.append(self.headings[cell.number])
            row.append(cell)
        return [*rows, row] if row else rows

    def moved(self, number: int, right: int, down: int) -> int:
        """The number that stands so many places to the right of and rows below `number`."""
        if right:
            return min(max(number + right, 1), len(self.cells))
        rows = [row for row in self.rows(self.content_size.width) if not isinstance(row, str)]
        at = next(at for at, row in enumerate(rows) if row[-1].number >= number)
        place = number - rows[at][0].number
        row = rows[min(max(at + down, 0), len(rows) - 1)]
        return row[min(place, len(row) - 1)].number

    def region_of(self, number: int) -> Region:
        """Where a question stands inside this widget."""
        for y, row in enumerate(self.rows(self.content_size.width)):
            if not isinstance(row, str) and row[0].number <= number <= row[-1].number:
                x = (number - row[0].number) * self.cell_width
                return Region(x, y, self.cell_width, 1)
        return Region(0, 0, 1, 1)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Lines that the questions take."""
        return len(self.rows(width))

    def render(self) -> Content:
        """All rows."""
        width = self.content_size.width
        parts: list[tuple[str, str]] = []
        for row in self.rows(width):
            if parts:
                parts.append(("\n", ""))
            if isinstance(row, str):
                parts.append((literal_line(row, width), "$foreground-muted"))
            else:
                for cell in row:
                    parts += cell_parts(cell, self.cell_width - 3, on_it=cell.number == self.cursor)
        return Content.assemble(*parts)

    def on_click(self, event: Click) -> None:
        """Tell the screen which question was clicked."""
        rows = self.rows(self.content_size.width)
        if 0 <= event.y < len(rows) and not isinstance(row := rows[event.y], str):
            at = event.x // self.cell_width
            if 0 <= at < len(row):
                event.stop()
                self.post_message(self.Chosen(row[at].number))


class PaletteStrip(Widget):
    """One line of the palette: the questions around the one that is open."""

    DEFAULT_CSS = """
    PaletteStrip { height: 1; padding: 0 1; text-wrap: nowrap; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.cells: tuple[Cell, ...] = ()
        self.cursor = 1

    def show(self, cells: Sequence[Cell], cursor: int) -> None:
        """Show the questions around `cursor`."""
        self.cells, self.cursor = tuple(cells), cursor
        self.refresh()

    def shown(self, width: int) -> Sequence[Cell]:
        """The questions that fit `width` columns."""
        room = max((width + 1) // self._cell_width, 1)
        first = min(max(self.cursor - 1 - room // 2, 0), max(len(self.cells) - room, 0))
        return self.cells[first : first + room]

    @property
    def _cell_width(self) -> int:
        return len(str(len(self.cells))) + 3

    def render(self) -> Content:
        """One line."""
        parts: list[tuple[str, str]] = []
        for cell in self.shown(self.content_size.width):
            parts += cell_parts(cell, self._cell_width - 3, on_it=cell.number == self.cursor)
        return Content.assemble(*parts)

    def on_click(self, event: Click) -> None:
        """Tell the screen which question was clicked."""
        shown = self.shown(self.content_size.width)
        at = (event.x - self.styles.padding.left) // self._cell_width
        if 0 <= at < len(shown):
            event.stop()
            self.post_message(PaletteGrid.Chosen(shown[at].number))


def cell_parts(cell: Cell, digits: int, *, on_it: bool) -> list[tuple[str, str]]:
    """A pointer, the number and the sign of one question, and a space after it."""
    number = f"{cell.number:>{digits}}"
    if on_it:
        return [
            ("▸", "bold $primary"),
            (f"{number}{cell.sign}", "bold $primary on $panel"),
            (" ", ""),
        ]
    style = "" if cell.open else "$foreground-muted"
    return [(f" {number}", style), (f"{cell.sign} ", cell.style)]
