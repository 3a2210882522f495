"""The passage of the notes that a question was made from, the quoted lines lit up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen

from mdquiz.study.source import SourcePassage
from mdquiz.tui.widgets.prose import Block, Prose


class SourceScreen(ModalScreen[None]):
    """Lines of the notes with their numbers."""

    BINDINGS = [
        ("escape,q,s,f3,enter", "close", "Close"),
        ("down,j", "scroll(1)", "Down"),
        ("up,k", "scroll(-1)", "Up"),
        ("pagedown,space", "scroll(8)", "Page down"),
        ("pageup", "scroll(-8)", "Page up"),
    ]
    AUTO_FOCUS = ""

    def __init__(self, passages: Sequence[SourcePassage]) -> None:
        super().__init__()
        self.passages = tuple(passages)

    def compose(self) -> ComposeResult:
        """One passage below the other."""
        with VerticalScroll(classes="window -deck", can_focus=False):
            yield Prose(list(_blocks(self.passages)))

    def action_close(self) -> None:
        """Back to the question."""
        self.dismiss()

    def on_click(self) -> None:
        """Back to the question."""
        self.dismiss()

    def action_scroll(self, lines: int) -> None:
        """Move by some lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)


_GONE = "The notes no longer say this at the lines named; the quote alone:"


def merged(passages: Sequence[SourcePassage]) -> list[SourcePassage]:
    """`passages` with those joined that overlap or touch in the same notes, in reading order."""
    found: list[SourcePassage] = []
    for passage in sorted(passages, key=lambda it: (it.path, it.first_line)):
        last = found[-1] if found else None
        if (
            last is not None
            and last.path == passage.path
            and last.first_line
            and passage.first_line <= last.first_line + len(last.lines)
        ):
            found[-1] = _joined(last, passage)
        elif passage not in found:
            found.append(passage)
    return found


def _joined(first: SourcePassage, second: SourcePassage) -> SourcePassage:
    offset = second.first_line - first.first_line
    beyond = second.lines[max(len(first.lines) - offset, 0) :]
    quoted = {*first.quoted, *(at + offset for at in second.quoted)}
    section = first.section if first.section == second.section else first.path
    return SourcePassage(
        first.path, section, first.first_line, (*first.lines, *beyond), tuple(sorted(quoted))
    )


def _blocks(passages: Sequence[SourcePassage]) -> Iterator[Block]:
    for passage in merged(passages):
        yield Block(passage.section or passage.path or "Source", "bold $primary", gap=1)
        where = passage.path
        if not passage.first_line:
            where = _GONE if passage.gone else "The notes are not at hand; the quote alone:"
        if where:
            yield Block(where, "$foreground-muted")
        for at, line in enumerate(passage.lines):
            quoted = at in passage.quoted
            number = str(passage.first_line + at) if passage.first_line else ""
            yield Block(
                line,
                "bold" if quoted else "$foreground-muted",
                lead=f"{'▌' if quoted else ' '}{number:>4} ",
                lead_style="$accent" if quoted else "$foreground-muted",
                gap=1 if at == 0 else 0,
            )
    yield Block("Esc closes this.", "$foreground-muted", gap=1)
