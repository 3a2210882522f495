"""How the command line speaks: data to stdout, narration to stderr, all of it inert."""

from __future__ import annotations

import json
import os
import shutil
import sys
from contextlib import suppress
from typing import Any, TextIO

from mdquiz.errors import UsageError
from mdquiz.text import printable


class ReaderGoneError(Exception):
    """Whoever read our output wants no more of it; no error, and no `OSError` that click eats."""


def emit(text: str = "") -> None:
    """Print a line of data.

    Raises:
        ReaderGoneError: Nobody reads it any more.
        UsageError: It cannot be written: the disk that stdout goes to is full, for one.
    """
    _write_data(sys.stdout, text)


def emit_json(value: Any) -> None:
    """Print `value` as JSON; non-ASCII letters as they are where the terminal can show them.

    Raises:
        ReaderGoneError, UsageError: As `emit`.
    """
    ascii_only = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
    _write_data(sys.stdout, json.dumps(value, ensure_ascii=ascii_only, indent=2))


def narrate(text: str = "") -> None:
    """Print a line for the person at the terminal; where none can be shown, go on without."""
    try:
        _write(sys.stderr, text)
    except OSError:
        _muted(sys.stderr)


def text_columns() -> int:
    """Columns for lines of text: the terminal's, but not more than read well, nor fewer than 36."""
    return min(max(shutil.get_terminal_size().columns, 36), 80)


def usable_streams() -> None:
    """Have something behind stdin, stdout and stderr, even where the caller has closed them.

    A closed one becomes the null device, and so no file opened later can take its descriptor.
    Bytes of stdin that are no text are read as the sign that stands for such.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115
    reconfigure = getattr(sys.stdin, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")


def _write_data(stream: TextIO, text: str) -> None:
    try:
        _write(stream, text)
    except BrokenPipeError:
        _muted(stream)
        raise ReaderGoneError from None
    except OSError as problem:
        _muted(stream)
        raise UsageError(
            f"The output cannot be written: {problem.strerror or problem}.",
            "Nothing else was changed. Send it elsewhere, then repeat.",
        ) from None


def _write(stream: TextIO, text: str) -> None:
    safe = printable(text)
    encoding = stream.encoding or "utf-8"
    stream.write(safe.encode(encoding, "backslashreplace").decode(encoding) + "\n")
    stream.flush()


def _muted(stream: TextIO) -> None:
    """Let what is still to be flushed, at the end of the program too, go nowhere."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
