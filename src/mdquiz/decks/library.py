"""Every deck in the learner's folders, opened without the models while no file has changed."""

from __future__ import annotations

import contextlib
import gc
import os
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from mdquiz.decks.cache import Known, recall, remember
from mdquiz.decks.diagnostics import Diagnostic, duplicate_deck_id
from mdquiz.decks.entry import CardEntry, DeckEntry
from mdquiz.errors import DeckError, DeckNotFoundError
from mdquiz.paths import shipped_decks

if TYPE_CHECKING:
    from mdquiz.decks.deck import Deck

__all__ = [
    "CardEntry",
    "DeckEntry",
    "Library",
    "deck_files",
    "files_below",
    "is_folder",
    "is_there",
    "open_library",
]


class Library:
    """The decks that were found.

    Attributes:
        decks: One entry a deck, in the order of the folders, by path within each.
        problems: Everything that is to be said of their files.
    """

    def __init__(self, decks: tuple[DeckEntry, ...], problems: tuple[Diagnostic, ...] = ()) -> None:
        self.decks = decks
        self.problems = problems
        self._entries = {entry.id: entry for entry in decks}
        self._read: dict[str, Deck] = {}

    def only(self, deck_ids: Collection[str]) -> Library:
        """The same library with none but those decks and what is to be said of their files."""
        decks = tuple(entry for entry in self.decks if entry.id in deck_ids)
        paths = {str(entry.path) for entry in decks}
        return Library(decks, tuple(item for item in self.problems if item.path in paths))

    def entry(self, deck_id: str) -> DeckEntry:
        """The entry of the deck with that id.

        Raises:
            DeckNotFoundError: There is none.
        """
        if deck_id not in self._entries:
            raise self._not_found(deck_id)
        return self._entries[deck_id]

    def deck(self, deck_id: str) -> Deck:
        """The deck with that id, its sound questions in full; read once.

        Raises:
            DeckNotFoundError: There is none.
            DeckError: Its file has become unreadable since the library was opened.
        """
        if deck_id not in self._read:
            from mdquiz.decks.read import read_deck

            entry = self.entry(deck_id)
            reading = read_deck(entry.path)
            if reading.deck is None:
                first = reading.diagnostics[0]
                raise DeckError(
                    f"{entry.path}:{first.line}: {first.message}",
                    f"mdquiz check {entry.path} tells more",
                )
            if reading.content_hash != entry.content_hash:
                self._changed(entry)
            self._read[deck_id] = reading.deck
        return self._read[deck_id]

    def _changed(self, old: DeckEntry) -> None:
        """Know the deck of `old` as its file is now: it changed after the library was opened."""
        from mdquiz.decks.catalog import catalogued

        fresh, _, _ = catalogued(old.path)
        if fresh is None or fresh.id != old.id:
            raise DeckError(
                f"{old.path} has become another deck since it was opened.",
                "Go back to your decks and begin again.",
            )
        self._entries[old.id] = fresh
        self.decks = tuple(self._entries.values())

    def keep(self, older: Library) -> None:
        """Take over what `older` has read of the decks that have not changed since."""
        for deck_id, deck in older._read.items():
            entry = self._entries.get(deck_id)
            if entry is not None and entry.content_hash == older.entry(deck_id).content_hash:
                self._read[deck_id] = deck

    def find(self, name: str) -> DeckEntry:
        """The deck that goes by `name`: its id, path, file name or title, in that order.

        Raises:
            DeckNotFoundError: None does; the hint has the nearest names.
            DeckError: It is a file that was refused; the message has its first error.
        """
        if name in self._entries:
            return self._entries[name]
        wanted = _absolute(Path(name))
        for entry in self.decks:
            if entry.path == wanted:
                return entry
        self._check_refused(name, wanted)
        plain = name.casefold()
        for entry in self.decks:
            if plain in (entry.path.stem.casefold(), entry.path.name.casefold()):
                return entry
        for entry in self.decks:
            if plain == entry.title.casefold():
                return entry
        raise self._not_found(name)

    def _check_refused(self, name: str, path: Path) -> None:
        """Say what is wrong with the file at `path` if that is why it is no deck here."""
        for each in self.problems:
            if each.is_error and each.path == str(path):
                read = "cannot be used" if each.code == "duplicate-deck-id" else "cannot be read"
                raise DeckError(
                    f"{name} {read}. Line {each.line}: {each.message.rstrip('.')}.",
                    f"mdquiz check {name} tells more.",
                )

    def _not_found(self, name: str) -> DeckNotFoundError:
        from difflib import get_close_matches

        if name.endswith(".toml") and os.sep in name and not is_there(Path(name)):
            return DeckNotFoundError(f"There is no file {name}.", "Check the path.")
        names = {entry.id.casefold(): entry.id for entry in self.decks}
        names |= {entry.title.casefold(): entry.id for entry in self.decks}
        names |= {entry.path.stem.casefold(): entry.id for entry in self.decks}
        near = dict.fromkeys(
            names[each] for each in get_close_matches(name.casefold(), names, n=5, cutoff=0.5)
        )
        hint = (
            f"Did you mean {' or '.join(near)}?"
            if near
            else "mdquiz list names the decks there are."
        )
        return DeckNotFoundError(f'No deck is called "{name}".', hint)


def open_library(roots: Sequence[Path], cache: Path) -> Library:
    """The decks under `roots` (folders, walked for `*.toml`, or files); a missing root is empty.

    Args:
        roots: Where to look; of two decks with one id the first found is used.
        cache: A folder for what is remembered; it may be missing, unwritable or stale.
    """
    entries: dict[str, DeckEntry] = {}
    problems: list[Diagnostic] = []
    with _collector_at_rest():
        for path in deck_files(roots):
            entry, diagnostics = _known(path, cache)
            problems += diagnostics
            if entry is None:
                continue
            if entry.id not in entries:
                entries[entry.id] = entry
            elif not came_with_mdquiz(path):  # the learner's copy of a shipped deck is no mistake
                problems.append(duplicate_deck_id(entry.id, path, entries[entry.id].path))
    return Library(tuple(entries.values()), tuple(problems))


@contextlib.contextmanager
def _collector_at_rest() -> Iterator[None]:
    """No garbage collection: among 100,000 cards, none of them garbage, it takes half the time."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def deck_files(roots: Sequence[Path]) -> Iterator[Path]:
    """The absolute paths of the files among `roots` and the `*.toml` files below its folders.

    Each file once; hidden files and folders are left out.
    """
    seen: set[str] = set()
    for root in roots:
        for path in files_below(_absolute(root)):
            real = os.path.realpath(path)
            if real not in seen:
                seen.add(real)
                yield path


def files_below(root: Path) -> Iterator[Path]:
    """`root` itself where it is a file, else the `*.toml` files below it, sorted by folder."""
    if not is_folder(root):
        if is_there(root):
            yield root
        return
    walked: set[str] = set()
    for folder, folders, files in os.walk(root, followlinks=True):
        real = os.path.realpath(folder)
        if real in walked:  # a link back to a folder above
            folders.clear()
            continue
        walked.add(real)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.endswith(".toml") and not name.startswith("."):
                yield Path(folder, name)


def is_folder(path: Path) -> bool:
    """Whether `path` is a folder; False also for what can be no path (`is_dir` would raise)."""
    with contextlib.suppress(OSError, ValueError):
        return path.is_dir()
    return False


def is_there(path: Path) -> bool:
    """Whether there is anything at `path`; False also for what can be no path."""
    with contextlib.suppress(OSError, ValueError):
        return path.exists()
    return False


def came_with_mdquiz(deck_file: Path) -> bool:
    """Whether `deck_file` is one of the decks that ship with mdquiz."""
    return Path(os.path.realpath(deck_file)).is_relative_to(os.path.realpath(shipped_decks()))


def _known(path: Path, cache: Path) -> Known:
    try:
        status = path.stat()
    except OSError:
        status = None
    known = recall(cache, path, status) if status is not None else None
    if known is None:
        from mdquiz.decks.catalog import catalogued

        entry, diagnostics, content_hash = catalogued(path)
        known = (entry, diagnostics)
        if status is not None and content_hash:
            remember(cache, path, status, content_hash, known)
    return known


def _absolute(path: Path) -> Path:
    with contextlib.suppress(RuntimeError):  # "~name" of nobody
        path = path.expanduser()
    return Path(os.path.normpath(path.absolute()))
