"""Long lines broken between words where a terminal shows them; a pipe gets them whole."""

from __future__ import annotations

import re
import shutil
import sys
from typing import TextIO

from mdquiz.cli.output import emit, narrate
from mdquiz.text import cell_width

_LABEL = re.compile(r"\s*(?:\(?(?:[0-9]{1,3}|[IVX]{1,4}|[A-Za-z])[.)]\s+)?")
LEAST = 20
"""Columns below which breaking lines would help nobody."""


def emit_wrapped(text: str) -> None:
    """Print `text` as data; on a terminal, broken between words and set in under its label."""
    for line in _lines(text, sys.stdout):
        emit(line)


def narrate_wrapped(text: str) -> None:
    """Tell `text`; on a terminal, broken as `emit_wrapped` does."""
    for line in _lines(text, sys.stderr):
        narrate(line)


def _lines(text: str, stream: TextIO) -> list[str]:
    if not stream.isatty():
        return [text]
    width = max(shutil.get_terminal_size().columns, LEAST)
    return [part for line in text.split("\n") for part in broken(line, width)]


def broken(line: str, width: int) -> list[str]:
    """`line` in lines of at most `width` columns; only a word longer than a line stands over.

    Lines after the first are set in as far as the label of an option or statement reaches.
    """
    label = _LABEL.match(line)
    indent = " " * min(len(label.group()) if label else 0, width // 2)
    lines: list[str] = []
    now = ""
    for word in re.findall(r"\s*\S+", line):
        if now and cell_width(now + word) > width:
            lines.append(now)
            now = indent + word.lstrip()
        else:
            now += word
    return [*lines, now]
