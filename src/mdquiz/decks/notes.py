"""Holds a deck's sources against the notes beside it: lines that exist, quotes that stand there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from mdquiz.decks.deck import Deck
from mdquiz.decks.explain import Finding
from mdquiz.decks.kinds.base import Source
from mdquiz.text import normalised

LARGEST_NOTES = 20_000_000
"""Bytes up to which notes are read."""


def source_findings(raw: Mapping[str, Any], deck: Deck, deck_file: Path) -> Iterator[Finding]:
    """Warnings about the sources of `deck`, whose file says `raw`, or that its notes are missing.

    Only notes in the deck's own folder or below are opened: a deck is not trusted. Of questions
    that are marked stale it is known that the notes say something else.
    """
    if deck.document is None:
        return
    content = _content(deck.document.path, deck_file)
    if content is None:
        yield Finding(
            "notes-missing",
            ("document", "path"),
            f'there are no notes at "{deck.document.path}" in the folder of the deck',
            "correct the path, or put the notes there: sources cannot be looked up without them",
            severity="warning",
        )
        return
    stated = deck.document.sha256
    actual = sha256(content).hexdigest()
    if stated and stated != actual:
        yield Finding(
            "notes-changed",
            ("document", "sha256"),
            "the notes have changed since this deck was made from them",
            f'look the sources over, then write sha256 = "{actual}"',
            severity="warning",
        )
    if not isinstance(raw.get("question"), list):
        return
    lines = normalised(content.decode("utf-8-sig", "replace")).split("\n")
    sound = {question.id: question for question in deck.questions}
    for index, entry in enumerate(raw["question"]):
        question = sound.get(str(entry.get("id"))) if isinstance(entry, dict) else None
        if question is not None and question.status == "stale":
            continue
        for number, source in enumerate(question.source if question else ()):
            at = ("question", index, "source")
            in_list = isinstance(entry["source"], list)
            yield from _misplaced(source, lines, (*at, number) if in_list else at)


def _misplaced(source: Source, lines: list[str], at: tuple[str | int, ...]) -> Iterator[Finding]:
    if source.lines is None:
        return
    first, last = source.lines
    if last > len(lines):
        yield Finding(
            "lines-beyond-notes",
            (*at, "lines"),
            f"the notes have {len(lines)} lines, not {last}",
            "name the lines on which the answer stands",
            severity="warning",
        )
    elif source.quote and _plain(source.quote) not in _plain("\n".join(lines[first - 1 : last])):
        where = _found(source.quote, lines)
        yield Finding(
            "quote-elsewhere",
            (*at, "lines") if where else (*at, "quote"),
            f"the quote does not stand on lines {first} to {last} of the notes",
            f"write lines = [{where}, {where}]" if where else "copy the quote from the notes",
            severity="warning",
        )


def _found(quote: str, lines: list[str]) -> int:
    """The 1-based line that holds the whole quote, or 0."""
    wanted = _plain(quote)
    return next((at for at, line in enumerate(lines, start=1) if wanted in _plain(line)), 0)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _content(path: str, deck_file: Path) -> bytes | None:
    try:
        folder = deck_file.parent.resolve()
        notes = (folder / path).resolve()
        if not notes.is_relative_to(folder) or notes.stat().st_size > LARGEST_NOTES:
            return None
        return notes.read_bytes()
    except (OSError, ValueError):
        return None
