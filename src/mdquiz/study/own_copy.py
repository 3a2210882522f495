"""A shipped deck as the learner's own: a copy to edit, which takes the shipped one's place."""

from __future__ import annotations

import shutil
from pathlib import Path

from mdquiz.errors import DeckError


def own_copy(deck_file: Path, decks: Path) -> Path:
    """Copy a deck, and the notes it was made from, into a folder of its own among `decks`.

    Ids stay as they are, so the history of its cards goes on with the copy.

    Args:
        deck_file: The deck, such as `shipped/rivers.toml`.
        decks: The learner's folder of decks; made where it is missing.

    Returns:
        The copy: `decks/rivers/rivers.toml`, the notes beside it as beside the original.

    Raises:
        DeckError: There is something of that name already, or it cannot be written.
    """
    own = decks / deck_file.stem
    try:
        if own.exists():
            raise DeckError(
                f"{own} is there already.", "Move it away, or edit the deck you have in it."
            )
        unfinished = own.with_name(f".{own.name}.new")
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True)
        shutil.copyfile(deck_file, unfinished / deck_file.name)
        for notes in _notes(deck_file):
            target = unfinished / notes.relative_to(deck_file.parent.resolve())
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(notes, target)
        unfinished.rename(own)
    except OSError as problem:
        raise DeckError(
            f"{deck_file} cannot be copied to {own}: {problem.strerror or problem}.",
            "See to it that the folder can be written to.",
        ) from None
    return own / deck_file.name


def _notes(deck_file: Path) -> list[Path]:
    """The notes that the deck names, where they are at hand below its own folder."""
    from mdquiz.decks.read import read_deck

    deck = read_deck(deck_file).deck
    if deck is None or deck.document is None:
        return []
    home = deck_file.parent.resolve()
    document = (home / deck.document.path).resolve()
    if not document.is_relative_to(home) or not document.is_file():
        return []
    return [document]
