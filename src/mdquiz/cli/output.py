"""How the command line speaks: data to stdout, narration to stderr, all of it inert."""

from __future__ import annotations

import json
import sys
from typing import Any

from mdquiz.text import printable


def emit(text: str = "") -> None:
    """Print a line of data."""
    _write(sys.stdout, text)


def emit_json(value: Any) -> None:
    """Print `value` as JSON; non-ASCII letters as they are where the terminal can show them."""
    ascii_only = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
    _write(sys.stdout, json.dumps(value, ensure_ascii=ascii_only, indent=2))


def narrate(text: str = "") -> None:
    """Print a line for the person at the terminal."""
    _write(sys.stderr, text)


def _write(stream: Any, text: str) -> None:
    safe = printable(text)
    encoding = stream.encoding or "utf-8"
    stream.write(safe.encode(encoding, "backslashreplace").decode(encoding) + "\n")
    stream.flush()
