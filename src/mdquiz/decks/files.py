"""Gets the bytes of a deck file, and refuses what is no text."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from mdquiz.decks.diagnostics import Diagnostic

MOST_BYTES = 20_000_000
"""Largest deck file that is read; some 25,000 questions."""


def bytes_of(path: Path) -> bytes | Diagnostic:
    """What the file holds, or why it cannot be read."""
    found = _bytes_or_refusal(path)
    if isinstance(found, bytes):
        return found
    code, message, remedy = found
    return Diagnostic(str(path), 1, 1, code, "", message, remedy)


def _bytes_or_refusal(path: Path) -> bytes | tuple[str, str, str]:
    try:
        mode = path.stat()
        if stat.S_ISDIR(mode.st_mode):
            return ("is-directory", "this is a folder", "name a .toml file in it")
        if not stat.S_ISREG(mode.st_mode):
            return ("not-a-file", "this is not a regular file", "name a .toml file")
        if mode.st_size <= MOST_BYTES:
            with path.open("rb") as file:
                content = file.read(MOST_BYTES + 1)
            if len(content) <= MOST_BYTES:
                return content
        size = f"{max(mode.st_size, MOST_BYTES + 1) / 1e6:.0f} MB"
        return (
            "too-large",
            f"the file is too large ({size}; a deck may have {MOST_BYTES // 10**6} MB)",
            "split the deck into several files",
        )
    except FileNotFoundError:
        return ("file-not-found", "there is no such file", "check the path")
    except PermissionError:
        return ("not-readable", "the file may not be read", f"allow it: chmod u+r {path.name}")
    except (OSError, ValueError) as error:
        reason = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else error
        return ("not-readable", f"the file cannot be read: {reason}", "check the path")


def not_text(content: bytes, name: str) -> Diagnostic | None:
    """Why `content` is no UTF-8 text, or None where it is."""
    nul = content.find(b"\0")
    try:
        content.decode("utf-8")
        bad = -1
    except UnicodeDecodeError as error:
        bad = error.start
    if nul < 0 and bad < 0:
        return None
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return Diagnostic(
            name, 1, 1, "not-utf8", "", "the file is UTF-16", "save it as UTF-8 in your editor"
        )
    at = min(each for each in (nul, bad) if each >= 0)
    line_start = content.rfind(b"\n", 0, at) + 1
    line = content.count(b"\n", 0, at) + 1
    source = content[line_start : line_start + 400].split(b"\n")[0].decode("utf-8", "replace")
    column = len(content[line_start:at].decode("utf-8", "replace")) + 1
    if at == nul:
        message, code = "the file holds a zero byte, as no text does", "binary"
        remedy = "name a deck in TOML; if this is one, save it again as UTF-8 text"
    else:
        message, code = f"byte 0x{content[at]:02X} is not UTF-8", "not-utf8"
        remedy = "save the file as UTF-8 in your editor"
    return Diagnostic(name, line, column, code, "", message, remedy, source)
