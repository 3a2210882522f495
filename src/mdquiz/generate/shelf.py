"""The decks of a folder by the notes they were made from: which file is whose, and free names."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any

import tomli

from mdquiz.decks.deck import Deck, deck_slug
from mdquiz.decks.quotes import Notes

_FIRST_QUESTION = re.compile(r"^[ \t]*\[\[", re.MULTILINE)
_BESIDE = re.compile(r"\.new(?:-\d+)?\.toml$")


@dataclass(frozen=True, slots=True)
class Head:
    """What a deck file says of itself above its questions.

    Attributes:
        id: The deck's id.
        notes: The notes it was made from, as it names them; empty for one made by hand.
        sha256: Their digest; may be empty.
        readable: Whether it is a deck at all.
    """

    id: str = ""
    notes: str = ""
    sha256: str = ""
    readable: bool = True


class Shelf:
    """The decks of one folder, which need not be there yet.

    Args:
        folder: Where decks are put.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        files = sorted(folder.glob("*.toml")) if folder.is_dir() else []
        self._heads = {file: head_of(file) for file in files if file.is_file()}

    def targets(self, documents: Sequence[Path]) -> list[tuple[Path, str]]:
        """A deck file for each document, and what there is to say about its name.

        A document whose deck is there already gets that one, whatever its name; no document gets
        a deck that was made from another.
        """
        mine: dict[Path, Path] = {}
        for same in (_is_path, _has_moved):
            for document in documents:
                files = (
                    file
                    for file, head in self._heads.items()
                    if head.notes
                    and not _BESIDE.search(file.name)
                    and file not in mine.values()
                    and same(head, file, document)
                )
                found = sorted(files, key=lambda file: (file.stem != document.stem, file.name))
                if document not in mine and found:
                    mine[document] = found[0]
        taken = set(mine.values())
        out = []
        for document in documents:
            said = ""
            if document not in mine:
                mine[document] = self._free(_stem(document), taken)
                taken.add(mine[document])
                first = self.folder / f"{_stem(document)}.toml"
                if mine[document] != first:
                    said = f"{first} is another deck; the one of {document} is {mine[document]}."
            out.append((mine[document], said))
        return out

    def _free(self, stem: str, taken: set[Path]) -> Path:
        for number in count(1):
            file = self.folder / (f"{stem}.toml" if number == 1 else f"{stem}-{number}.toml")
            broken = file in self._heads and not self._heads[file].readable
            if file not in taken and (broken or not os.path.lexists(file)):
                return file
        raise AssertionError

    def free_id(self, wanted: str, file: Path) -> str:
        """`wanted`, or where another deck of the folder has that id, one made of the file name."""
        taken = {head.id for other, head in self._heads.items() if other != file}
        if wanted not in taken:
            return wanted
        base = deck_slug(file.stem)
        names = (base if number == 1 else f"{base}-{number}" for number in count(1))
        return next(name for name in names if name not in taken)

    def put(self, file: Path, deck_id: str) -> None:
        """Remember that `file` is, or would be, the deck of that id."""
        self._heads[file] = Head(deck_id)


def _stem(document: Path) -> str:
    return "notes" if str(document) == "-" else document.stem or "notes"


def head_of(file: Path) -> Head:
    """What the deck `file` says of itself; not readable where it is none."""
    try:
        text = file.read_text(encoding="utf-8-sig")
        first = _FIRST_QUESTION.search(text)
        raw: dict[str, Any] = tomli.loads(text[: first.start()] if first else text)
        if "title" not in raw:
            raw = tomli.loads(text)
    except (OSError, ValueError, RecursionError):
        return Head(readable=False)
    document = raw.get("document")
    told = document if isinstance(document, dict) else {}
    return Head(
        str(raw.get("id") or deck_slug(str(raw.get("title", "")))),
        str(told.get("path", "")),
        str(told.get("sha256", "")),
    )


def _notes_of(head: Head, file: Path) -> Path:
    return Path(os.path.realpath(file.parent / head.notes))


def _is_path(head: Head, file: Path, document: Path) -> bool:
    return _notes_of(head, file) == Path(os.path.realpath(document))


def _has_moved(head: Head, file: Path, document: Path) -> bool:
    """Whether the deck's notes are gone, and `document` is what became of them."""
    if _notes_of(head, file).exists():
        return False
    if Path(head.notes).name == document.name:
        return True
    try:
        return bool(head.sha256) and sha256(document.read_bytes()).hexdigest() == head.sha256
    except OSError:
        return False


def made_from_other_notes(file: Path, deck: Deck, document: Path, lines: Iterable[str]) -> str:
    """The notes that the deck `file` was made from, if `document` is not those; else "".

    Notes that were moved or renamed are known by what they say.

    Args:
        file: The deck.
        deck: What it says.
        document: The notes given now; "-" for standard input.
        lines: Their lines.
    """
    head = head_of(file)
    if not head.notes or head.notes == str(document):
        return ""
    named = str(document) != "-"
    if named and (_is_path(head, file, document) or _has_moved(head, file, document)):
        return ""
    if not named or not _notes_of(head, file).exists():
        notes = Notes([*lines])
        made = [question for question in deck.questions if question.rule]
        found = sum(all(notes.has(s.quote) for s in question.source) for question in made)
        if 2 * found >= len(made):
            return ""
    return head.notes


def free_beside(file: Path, text: str) -> Path:
    """Where a deck goes that cannot be put into `file`: `x.new.toml`, or the next free name.

    A file that says `text` already is as good as free.
    """
    for number in count(1):
        beside = file.with_suffix(".new.toml" if number == 1 else f".new-{number}.toml")
        try:
            if not os.path.lexists(beside) or beside.read_text(encoding="utf-8") == text:
                return beside
        except (OSError, ValueError):
            continue
    raise AssertionError
