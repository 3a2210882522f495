"""What `mdquiz generate` makes sure of before it begins: hours of notes are not read in vain."""

from __future__ import annotations

import tempfile
from pathlib import Path

from mdquiz.cli.output import narrate
from mdquiz.errors import UsageError


def check_lexicons(folder: Path | None) -> None:
    """Read the word lists once, and tell what is doubtful in them.

    Args:
        folder: The folder given with --lexicons; None for that of the settings, which may be
            missing or empty.

    Raises:
        UsageError: The folder given is none, or has no word list.
        SettingsError: A word list is not sound.
    """
    from mdquiz.generate.lexicon import load_lexicon
    from mdquiz.paths import places

    if folder is not None:
        if not folder.is_dir():
            kind = "is a file" if folder.exists() else "is not there"
            raise UsageError(
                f"The folder of word lists {folder} {kind}.",
                "Give --lexicons the folder that your TOML files stand in.",
            )
        if not any(folder.glob("*.toml")):
            raise UsageError(
                f"There is no word list in {folder}.",
                "Word lists are files that end in .toml; docs/guide/generate.md shows one.",
            )
    lexicon = load_lexicon(folder if folder is not None else places().config / "lexicons")
    for warning in lexicon.warnings:
        narrate(warning)


def check_rejects(path: Path | None) -> None:
    """Make sure that the file of --rejects can be written, before the deck is.

    Raises:
        UsageError: It cannot.
    """
    if path is None:
        return
    why = ""
    above = path.parent
    while not above.exists() and above != above.parent:
        above = above.parent  # folders that are missing are made
    if path.is_dir():
        why = "it is a folder"
    elif not above.is_dir():
        why = f"{above} is a file"
    else:
        try:
            with tempfile.TemporaryFile(dir=above):
                pass
        except OSError as error:
            why = f"{above}: {error.strerror}"
    if why:
        raise UsageError(
            f"{path} of --rejects cannot be written: {why}. Nothing was done.",
            "Give --rejects another file.",
        )
