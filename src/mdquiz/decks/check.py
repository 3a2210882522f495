"""Checks deck files as their author asks for it: each by itself, and all of them together."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mdquiz.decks.diagnostics import Diagnostic, duplicate_deck_id
from mdquiz.decks.library import files_below, is_folder
from mdquiz.decks.read import read_deck
from mdquiz.text import counted


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found.

    Attributes:
        files: How many files were read.
        questions: How many questions are sound.
        diagnostics: Every finding, file by file.
    """

    files: int
    questions: int
    diagnostics: tuple[Diagnostic, ...]

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(each.is_error for each in self.diagnostics)

    @property
    def summary(self) -> str:
        """One sentence."""
        if not self.files:
            return "No deck files (*.toml) there."
        warnings = len(self.diagnostics) - self.errors
        sound = f"{counted(self.files, 'file')}, {counted(self.questions, 'sound question')}"
        return f"{sound}; {counted(self.errors, 'error')}, {counted(warnings, 'warning')}."


def check_decks(paths: Sequence[Path]) -> Checked:
    """Read every file of `paths` and every `*.toml` file below its folders."""
    files: dict[str, Path] = {}
    for path in paths:
        for file in files_below(path) if is_folder(path) else (path,):
            files.setdefault(os.path.realpath(file), file)
    found: list[Diagnostic] = []
    questions = 0
    ids: dict[str, Path] = {}
    for file in files.values():
        reading = read_deck(file, with_notes=True)
        found += reading.diagnostics
        if reading.deck is None:
            continue
        questions += len(reading.deck.questions)
        first = ids.setdefault(reading.deck.id, file)
        if first != file:
            found.append(duplicate_deck_id(reading.deck.id, file, first))
    return Checked(len(files), questions, tuple(found))
