"""Remembers the entries of deck files between runs, one small file a deck: a checksum, then JSON.

A file is trusted while the deck's modification time and size stand. A deck that was changed within
two seconds of the cache may have been changed again unseen (file systems keep times that coarse),
so its content hash is compared as well. What is not as it was written is as good as absent.
"""

from __future__ import annotations

import json
import os
from dataclasses import astuple
from itertools import repeat
from pathlib import Path
from typing import Any
from zlib import adler32, crc32

from mdquiz import __version__
from mdquiz.decks.card import CardId
from mdquiz.decks.diagnostics import Diagnostic
from mdquiz.decks.entry import CardEntry, DeckEntry

FORMAT = f"{__version__}/5"
"""Changes with the program and with what is kept: the rules that a deck was checked by."""

_COARSE_NS = 2_000_000_000

Known = tuple[DeckEntry | None, tuple[Diagnostic, ...]]


def recall(folder: Path, path: Path, status: os.stat_result) -> Known | None:
    """What is remembered of the deck at `path` (absolute), or None where it must be read."""
    file = _file(folder, path)
    try:
        written = file.stat().st_mtime_ns
        kept = _read(file)
        if kept["format"] != FORMAT or kept["path"] != str(path) or kept["size"] != status.st_size:
            return None
        settled = kept["mtime_ns"] == status.st_mtime_ns
        if not (settled and status.st_mtime_ns + _COARSE_NS < written):
            from hashlib import sha256

            if sha256(path.read_bytes()).hexdigest() != kept["hash"]:
                return None
            kept["mtime_ns"] = status.st_mtime_ns
            _write(file, kept)
        return _entry(kept, path), tuple(Diagnostic(*row) for row in kept["diagnostics"])
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return None


def remember(
    folder: Path, path: Path, status: os.stat_result, content_hash: str, known: Known
) -> None:
    """Keep what was read of `path`; a folder that cannot be written is no error."""
    entry, diagnostics = known
    kept: dict[str, Any] = {
        "format": FORMAT,
        "path": str(path),
        "mtime_ns": status.st_mtime_ns,
        "size": status.st_size,
        "hash": content_hash,
        "diagnostics": [astuple(each) for each in diagnostics],
        "deck": None,
    }
    if entry is not None:
        kept["deck"] = [entry.id, entry.title, entry.language, entry.languages, entry.tags]
        kept["problems"] = entry.problems
        kept["questions"] = [card.question for card in entry.card_ids]
        kept["parts"] = [card.part for card in entry.card_ids]
        kept["resting"] = [n for n, card in enumerate(entry.card_ids) if card in entry.resting]
        # As text within the text: read only when more than the ids is asked for.
        kept["cards"] = json.dumps(_columns(entry.cards), separators=(",", ":"))
    _write(_file(folder, path), kept)


def _columns(cards: tuple[CardEntry, ...]) -> list[list[Any]]:
    """A list for each attribute: it loads three times as fast as a list for each card.

    100,000 cards share a few dozen lists of topics, so those are kept once, and by number.
    """
    topics = {tags: number for number, tags in enumerate(dict.fromkeys(c.tags for c in cards))}
    rows = [(*c[1:3], topics[c.tags], *c[4:]) for c in cards]
    return [list(topics), *(list(column) for column in zip(*rows, strict=True))]


def _cards(ids: tuple[CardId, ...], columns: list[list[Any]]) -> tuple[CardEntry, ...]:
    topics, *rest = columns
    if not ids:
        return ()
    if {len(column) for column in rest} != {len(ids)}:
        raise ValueError("the columns differ in length")
    kinds, prompts, tags, facts, *others = rest
    shared = [tuple(each) for each in topics]
    return tuple(
        map(CardEntry, ids, kinds, prompts, (shared[n] for n in tags), map(tuple, facts), *others)
    )


def _entry(kept: dict[str, Any], path: Path) -> DeckEntry | None:
    if kept["deck"] is None:
        return None
    deck, title, language, languages, tags = kept["deck"]
    questions, parts = kept["questions"], kept["parts"]
    if len(questions) != len(parts):
        raise ValueError("the columns differ in length")
    ids = tuple(map(CardId, repeat(deck), questions, parts))

    def load_cards() -> tuple[CardEntry, ...]:
        try:
            return _cards(ids, json.loads(kept["cards"]))
        except (ValueError, LookupError, TypeError, RecursionError):
            from mdquiz.decks.catalog import catalogued

            entry, _, _ = catalogued(path)
            return entry.cards if entry else ()

    return DeckEntry(
        id=deck,
        title=title,
        language=language,
        languages=tuple(languages),
        tags=tuple(tags),
        path=path,
        content_hash=kept["hash"],
        card_ids=ids,
        problems=kept["problems"],
        load_cards=load_cards,
        resting=frozenset(ids[number] for number in kept["resting"]),
    )


def _file(folder: Path, path: Path) -> Path:
    # Two checksums are as good as a hash here (the path is compared as well), and load nothing.
    name = os.fsencode(path)
    return folder / "decks" / f"{crc32(name):08x}{adler32(name):08x}.cache"


def _read(file: Path) -> dict[str, Any]:
    content = file.read_bytes()
    if content[:_CHECKSUM] != _checksum(content[_CHECKSUM:]):
        raise ValueError("not as it was written")
    kept: dict[str, Any] = json.loads(content[_CHECKSUM:])
    return kept


def _checksum(content: bytes) -> bytes:
    return b"%08x\n" % crc32(content)


_CHECKSUM = len(_checksum(b""))


def _write(file: Path, kept: dict[str, Any]) -> None:
    temporary = file.with_suffix(f".{os.getpid()}.tmp")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        content = json.dumps(kept, separators=(",", ":")).encode("ascii")
        temporary.write_bytes(_checksum(content) + content)
        temporary.replace(file)
    except OSError:
        return
