"""Gives findings their places in the file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from mdquiz.decks.diagnostics import Diagnostic
from mdquiz.decks.explain import Finding
from mdquiz.decks.locate import KeyPath, Locator
from mdquiz.text import forbidden_character


def placed(
    found: Sequence[Finding], raw: dict[str, Any], text: str, name: str
) -> tuple[Diagnostic, ...]:
    """The diagnostics of `found`, in the order of the file.

    Args:
        found: What there is to say.
        raw: What the parser made of `text`.
        text: The file, with `\\n` line ends.
        name: What to call the file.
    """
    if not found:
        return ()
    locator = Locator(text)
    lines = text.split("\n")
    placed = []
    for finding in found:
        start, end = locator.value(finding.path)
        offset = locator.key(finding.path) if finding.on_key else start
        if finding.code == "control-character":
            bad = forbidden_character(text[start:end])
            offset = start + text[start:end].index(bad) if bad else _escape(text, start, end)
        line, column = locator.line_and_column(offset)
        message = finding.message
        if finding.also:
            message += f" (line {locator.line_and_column(locator.value(finding.also)[0])[0]})"
        placed.append(
            Diagnostic(
                name,
                line,
                column,
                finding.code,
                _spelt(finding.path, raw),
                message,
                finding.remedy,
                lines[line - 1],
                finding.severity,
            )
        )
    return tuple(sorted(placed, key=lambda each: (each.line, each.column)))


def _escape(text: str, start: int, end: int) -> int:
    """Where the first backslash escape of a control or bidirectional character stands."""
    found = re.compile(r"\\(?:[bfre]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})").finditer(
        text, start, end
    )
    for match in found:
        escape = match.group()
        code_point = 0 if len(escape) == 2 else int(f"0x{escape[2:]}", 0)
        if forbidden_character(chr(code_point)):
            return match.start()
    return start


def _spelt(path: KeyPath, raw: dict[str, Any]) -> str:
    """`question[kabil].options[2]`: a question by its id where it has one, the rest from 1."""
    spelt = ""
    here: Any = raw
    for part in path:
        try:
            here = here[part]
        except (KeyError, IndexError, TypeError):
            here = None
        if isinstance(part, int):
            known = here.get("id") if isinstance(here, dict) else None
            spelt += f"[{known if isinstance(known, str) and known else part + 1}]"
        else:
            spelt += f".{part}" if spelt else str(part)
    return spelt
