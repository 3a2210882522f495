"""The passage of the notes that a question was made from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mdquiz.decks.asked import Source
from mdquiz.decks.quotes import Notes
from mdquiz.text import normalised, printable

CONTEXT_LINES = 2
LARGEST_NOTES = 5_000_000


@dataclass(frozen=True, slots=True)
class SourcePassage:
    """Some lines of the notes.

    Attributes:
        path: The notes' path as the deck gives it.
        section: The heading it stands under; may be empty.
        first_line: 1-based number of the first of `lines`; 0 where the notes are not at hand and
            `lines` is the quote alone.
        lines: The quoted lines and a few around them.
        quoted: Positions in `lines` (from 0) of the quoted ones.
        gone: Whether the notes are at hand, but the quote was not found in them.
    """

    path: str
    section: str
    first_line: int
    lines: tuple[str, ...]
    quoted: tuple[int, ...]
    gone: bool = False


def source_passage(source: Source, deck_file: Path) -> SourcePassage:
    """The passage `source` speaks of, from the notes beside `deck_file` where they can be read.

    Where the quote no longer stands at its lines it is looked for near them; the quote alone is
    shown where it is not found. A deck is not trusted: notes outside the deck's own folder are not
    opened.
    """
    lines = _notes(source.path, deck_file)
    place = source.lines
    if lines and place and source.quote:
        place = Notes(lines).place(printable(source.quote), place)
    if lines and place and place[0] <= len(lines):
        first, last = place
        start = max(1, first - CONTEXT_LINES)
        shown = lines[start - 1 : last + CONTEXT_LINES]
        quoted = range(first - start, min(last - start + 1, len(shown)))
        return SourcePassage(source.path, source.section, start, tuple(shown), tuple(quoted))
    quote = tuple(source.quote.splitlines())
    every = tuple(range(len(quote)))
    return SourcePassage(source.path, source.section, 0, quote, every, gone=bool(lines))


def _notes(path: str, deck_file: Path) -> list[str]:
    folder = deck_file.parent.resolve()
    try:
        notes = (folder / path).resolve()
        if not path or not notes.is_relative_to(folder) or notes.stat().st_size > LARGEST_NOTES:
            return []
        return printable(normalised(notes.read_text(encoding="utf-8-sig"))).split("\n")
    except (OSError, ValueError):
        return []
