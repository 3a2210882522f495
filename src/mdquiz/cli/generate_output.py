"""Where `mdquiz generate` puts its decks: to standard output, into a file, or into a folder."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from mdquiz.errors import UsageError
from mdquiz.text import counted

if TYPE_CHECKING:
    from mdquiz.generate.shelf import Shelf


def output_places(
    said: str | None, given: Sequence[Path], documents: Sequence[Path], *, dry_run: bool
) -> tuple[list[tuple[Path | None, str]], Shelf | None]:
    """For each document its deck file (None for standard output) and a word on its name.

    A trailing slash, a folder that is there, a folder of notes and several documents all mean a
    folder of decks.

    Args:
        said: What `-o` says, as it was typed.
        given: The documents and folders that were named.
        documents: The documents in them.
        dry_run: Whether nothing is to be written.

    Raises:
        UsageError: The decks cannot go there.
    """
    from mdquiz.generate.shelf import Shelf

    if said is None:
        if len(documents) > 1 and not dry_run:
            raise UsageError(
                f"{len(documents)} documents make {len(documents)} decks.",
                "Name a folder for them with -o.",
            )
        return [(None, "")] * len(documents), None
    output = Path(said)
    slash = said.endswith(("/", os.sep))
    notes_folder = any(path.is_dir() for path in given)
    folder = slash or notes_folder or output.is_dir() or len(documents) > 1
    if folder and not slash and not output.is_dir() and output.suffix == ".toml":
        what = counted(len(documents), "document") if len(documents) > 1 else "A folder of notes"
        raise UsageError(
            f"{what} cannot go into the one file {output}.",
            "Name a folder with -o, such as decks/.",
        )
    if not folder and output.suffix != ".toml":
        raise UsageError(
            f"{output} is no name for a deck file: it does not end in .toml.",
            f"Name it {output}.toml, or a folder: {output}/",
        )
    place = output if folder else output.parent
    for parent in (place, *place.parents):
        if os.path.lexists(parent) and not parent.is_dir():
            raise UsageError(
                f"No deck can be put into {place}: {parent} is a file.",
                "Name another place with -o.",
            )
    shelf = Shelf(place)
    if not folder:
        return [(output, "")], shelf
    return [*shelf.targets(documents)], shelf
