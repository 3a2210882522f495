"""How the sitting went: misconceptions first, then what was missed, guessed and known."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from mdquiz.study.summary import Summary, SummaryRow
from mdquiz.tui.commands import Command, Place, bindings
from mdquiz.tui.days import clock_words, days_words
from mdquiz.tui.screens.place import PlaceScreen
from mdquiz.tui.widgets.key_bar import KeyBar
from mdquiz.tui.widgets.prose import Block, Prose


class SummaryScreen(PlaceScreen):
    """A sitting in numbers and cards; dismissed with "home", "redo", "undo" or "resume".

    Args:
        summary: The sitting.
        over: Whether nothing is left to ask; else it can be gone on with.
    """

    place = Place.SUMMARY
    CSS_PATH = "summary.tcss"
    BINDINGS = bindings(Place.SUMMARY)

    def __init__(self, summary: Summary, *, over: bool) -> None:
        super().__init__()
        self.summary = summary
        self.over = over

    def compose(self) -> ComposeResult:
        """Everything in one text that scrolls."""
        with VerticalScroll(id="body", can_focus=False):
            yield Prose(list(summary_blocks(self.summary, over=self.over)), id="report")
        yield KeyBar()

    def can(self, command: Command) -> bool:
        """Redo only where something was missed; go on only where something is left."""
        match command.id:
            case "summary.redo":
                return bool(self.summary.missed)
            case "summary.resume":
                return not self.over
            case "summary.undo":
                return bool(self.summary.rows)
            case _:
                return True

    def action_home(self) -> None:
        """Back to the decks."""
        self.dismiss("home")

    def action_redo(self) -> None:
        """Go through the misses once more."""
        self.dismiss("redo")

    def action_undo(self) -> None:
        """Take back the last answer."""
        self.dismiss("undo")

    def action_resume(self) -> None:
        """Go on with the sitting."""
        self.dismiss("resume")

    def action_scroll_down(self) -> None:
        """Read on."""
        body = self.query_one("#body")
        body.scroll_relative(y=max(body.size.height // 2, 1), animate=False)

    def action_scroll_up(self) -> None:
        """Read back."""
        body = self.query_one("#body")
        body.scroll_relative(y=-max(body.size.height // 2, 1), animate=False)


def summary_blocks(summary: Summary, *, over: bool) -> Iterator[Block]:
    """The whole report."""
    cards = len(summary.rows)
    yield Block("Sitting complete" if over else "So far", "bold $primary")
    yield Block(f"{summary.right_first} of {cards} known at the first go", "bold", gap=1)
    answers = "1 answer" if summary.answers == 1 else f"{summary.answers} answers"
    yield Block(
        f"{answers} in {clock_words(summary.elapsed_ms)}, every one saved", "$foreground-muted"
    )
    for title, style, rows in _sections(summary.rows):
        if rows:
            yield Block(title, f"bold {style}", gap=1)
            for row in rows:
                yield from _row_blocks(row, style)


def _sections(rows: tuple[SummaryRow, ...]) -> Iterator[tuple[str, str, list[SummaryRow]]]:
    """Each row in the first section it fits."""
    misconceptions = [row for row in rows if row.misconception]
    rest = [row for row in rows if not row.misconception]
    yield "✗ Wrong, though you were sure", "$text-error", misconceptions
    yield "✗ Missed", "$text-error", [row for row in rest if row.misses and not row.lucky]
    yield "≈ Right, but guessed", "$text-warning", [row for row in rest if row.lucky]
    yield "✓ Known", "$text-success", [row for row in rest if not (row.misses or row.lucky)]


def _row_blocks(row: SummaryRow, style: str) -> Iterator[Block]:
    when = "" if row.returns_in is None else days_words(row.returns_in)
    lead = f"  {when:<7}"
    yield Block(row.prompt, lead=lead, lead_style="$accent")
    yield Block(row.answer, "bold", lead=" " * len(lead) + "→ ", lead_style=style)
