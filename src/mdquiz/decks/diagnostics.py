"""What is wrong with a deck file, where, and what to write instead; as text, JSON, annotations."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from mdquiz.text import cell_width, printable

_EXCERPT = 96
"""Longest part of a source line that is shown, in characters."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding.

    Attributes:
        path: The file, as it was named.
        line: From 1; 1 also where the finding is about the whole file.
        column: From 1, in characters.
        code: A stable slug, such as "duplicate-id".
        key_path: Which key: "question[kabil].options[2]"; may be empty.
        message: What is wrong.
        remedy: What to write instead.
        source_line: The line itself; empty where the file cannot be read.
        severity: "error" or "warning".
    """

    path: str
    line: int
    column: int
    code: str
    key_path: str
    message: str
    remedy: str
    source_line: str = ""
    severity: str = "error"

    @property
    def is_error(self) -> bool:
        """Whether the deck cannot be used as it stands."""
        return self.severity == "error"


def duplicate_deck_id(deck_id: str, second: Path, first: Path) -> Diagnostic:
    """The error that the file `second` has the deck id of the file `first`."""
    return Diagnostic(
        path=str(second),
        line=1,
        column=1,
        code="duplicate-deck-id",
        key_path="id",
        message=f'"{deck_id}" is the id of {first} already, so this deck is left out',
        remedy='give one of the two another id at its top: id = "…"',
    )


def as_text(diagnostics: Iterable[Diagnostic]) -> str:
    """Every finding with its line and a caret, for reading; an empty line between two."""
    return "\n\n".join(_block(diagnostic) for diagnostic in diagnostics)


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """A JSON list of objects with the attributes of `Diagnostic`."""
    return json.dumps([asdict(each) for each in diagnostics], ensure_ascii=False, indent=2)


def as_github(diagnostics: Iterable[Diagnostic]) -> str:
    """One workflow annotation a line, as GitHub Actions reads them."""
    return "\n".join(
        f"::{each.severity} file={_property(each.path)},line={each.line},col={each.column},"
        f"title={_property(each.code)}::{_data(f'{each.message}. Remedy: {each.remedy}')}"
        for each in diagnostics
    )


def _block(diagnostic: Diagnostic) -> str:
    place = f"{diagnostic.path}:{diagnostic.line}:{diagnostic.column}"
    head = f"{place}: {diagnostic.severity}[{diagnostic.code}]: {diagnostic.message}"
    gutter = " " * len(str(diagnostic.line))
    lines = [head]
    if diagnostic.source_line.strip():
        source, caret = _excerpt(diagnostic.source_line, diagnostic.column)
        lines += [f"{gutter} |", f"{diagnostic.line} | {source}", f"{gutter} | {caret}^"]
    if diagnostic.key_path:
        lines.append(f"{gutter} = at: {diagnostic.key_path}")
    lines.append(f"{gutter} = help: {diagnostic.remedy}")
    return "\n".join(printable(line) for line in lines)


def _excerpt(line: str, column: int) -> tuple[str, str]:
    """The part of `line` round `column`, and the blanks that put a caret below it."""
    start = 0
    if len(line) > _EXCERPT and column > _EXCERPT // 2:
        start = column - 1 - _EXCERPT // 2
    shown = printable(line[start : start + _EXCERPT].replace("\t", " "))
    before = printable(line[start : column - 1].replace("\t", " "))
    lead = "…" if start else ""
    tail = "…" if start + _EXCERPT < len(line) else ""
    return f"{lead}{shown}{tail}", " " * cell_width(lead + before)


def _data(text: str) -> str:
    return printable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
