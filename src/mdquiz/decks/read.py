"""Reads a deck file: the deck, and everything that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import tomli

from mdquiz.decks.advice import advice
from mdquiz.decks.deck import Deck
from mdquiz.decks.diagnostics import Diagnostic
from mdquiz.decks.explain import Finding
from mdquiz.decks.files import bytes_of, not_text
from mdquiz.decks.notes import source_findings
from mdquiz.decks.placing import placed
from mdquiz.decks.salvage import salvaged
from mdquiz.decks.syntax import syntax_finding


@dataclass(frozen=True, slots=True)
class DeckReading:
    """What a deck file gave.

    Attributes:
        path: The file.
        deck: The deck with every sound question; None where nothing could be read.
        diagnostics: Everything there is to say of it, in the order of the file.
        content_hash: SHA-256 of the file in hexadecimal; empty where it could not be read.
    """

    path: Path
    deck: Deck | None
    diagnostics: tuple[Diagnostic, ...]
    content_hash: str

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that are not mere warnings."""
        return tuple(each for each in self.diagnostics if each.is_error)


def read_deck(path: Path, *, with_notes: bool = False) -> DeckReading:
    """Read the deck at `path`; whatever is wrong is a diagnostic, never an exception.

    Args:
        path: The file.
        with_notes: Whether to hold its sources against the notes beside it as well.
    """
    content = bytes_of(path)
    if isinstance(content, Diagnostic):
        return DeckReading(path, None, (content,), "")
    return _read_bytes(content, path, with_notes=with_notes)


def read_deck_text(text: str, name: str) -> DeckReading:
    """Read a deck from `text`; `name` stands for the file in diagnostics."""
    return _read_bytes(text.encode("utf-8", "surrogatepass"), Path(name))


def _read_bytes(content: bytes, path: Path, *, with_notes: bool = False) -> DeckReading:
    digest = sha256(content).hexdigest()
    name = str(path)
    has_mark = content.startswith(b"\xef\xbb\xbf")
    body = content[3:] if has_mark else content
    refusal = not_text(body, name)
    if refusal is not None:
        return DeckReading(path, None, (refusal,), digest)
    text = body.decode("utf-8").replace("\r\n", "\n")
    try:
        raw = tomli.loads(text)
    except (ValueError, RecursionError) as error:
        finding = syntax_finding(error, text, name)
        return DeckReading(path, None, (finding,), digest)
    deck, found = salvaged(raw, path.stem)
    if has_mark:
        found.append(
            Finding(
                "byte-order-mark",
                (),
                "the file begins with a byte order mark",
                "save it as UTF-8 without BOM",
                severity="warning",
            )
        )
    if deck is not None:
        found += advice(raw, deck)
        if with_notes:
            found += source_findings(raw, deck, path)
    return DeckReading(path, deck, placed(found, raw, text, name), digest)
