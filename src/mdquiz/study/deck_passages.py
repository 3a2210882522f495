"""The passages that a generated question was made from, in the notes they were made from."""

from __future__ import annotations

from collections.abc import Sequence

from mdquiz.decks.kinds.base import Source
from mdquiz.decks.question import Question
from mdquiz.decks.quotes import Notes
from mdquiz.study.source import SourcePassage

AROUND = 3
"""Lines shown before and after a quote."""


def passages(question: Question, notes: Sequence[str], path: str) -> list[SourcePassage]:
    """Where each source of `question` stands, with some lines around it.

    Args:
        question: The question.
        notes: All lines of its document.
        path: What the deck calls the document.

    Returns:
        One passage a source; where the quote does not stand at its lines nor is found near them,
        the quote alone.
    """
    where = Notes(notes)
    return [_passage(source, notes, where, path) for source in question.source]


def _passage(source: Source, notes: Sequence[str], where: Notes, path: str) -> SourcePassage:
    place = where.place(source.quote, source.lines) if source.lines is not None else None
    if place is not None:
        first, last = place
        start, end = max(1, first - AROUND), min(len(notes), last + AROUND)
        while start < first and not notes[start - 1].strip():
            start += 1
        while end > last and not notes[end - 1].strip():
            end -= 1
        quoted = tuple(range(first - start, last - start + 1))
        shown = tuple(notes[start - 1 : end])
        return SourcePassage(path, source.section, start, shown, quoted)
    quote = tuple(source.quote.splitlines())
    return SourcePassage(path, source.section, 0, quote, tuple(range(len(quote))), gone=True)
