"""The folders and files in which decks are looked for."""

from __future__ import annotations

from pathlib import Path

from mdquiz.paths import Places, shipped_decks
from mdquiz.settings import Settings


def deck_roots(places: Places, settings: Settings) -> tuple[Path, ...]:
    """The folders and files in which the learner's decks are looked for."""
    roots = [places.decks, *(_expanded(Path(folder)) for folder in settings.deck_folders)]
    if settings.shipped_decks:
        roots.append(shipped_decks())
    return tuple(roots)


def _expanded(folder: Path) -> Path:
    """`folder` with its ~ spelled out; as it is, and so missing, where nobody has that home."""
    try:
        return folder.expanduser()
    except RuntimeError:
        return folder
