"""What can be told of the terminal, the way `mdquiz doctor` reports it."""

from __future__ import annotations

import locale
import os
import platform
import shutil
import sys


def terminal_facts() -> dict[str, str | int]:
    """Size, kind, colours and encoding of the terminal mdquiz runs in."""
    size = shutil.get_terminal_size()
    return {
        "TERM": os.environ.get("TERM", "not set"),
        "COLORTERM": os.environ.get("COLORTERM", "not set"),
        "NO_COLOR": os.environ.get("NO_COLOR", "not set"),
        "columns": size.columns,
        "rows": size.lines,
        "input": "terminal" if sys.stdin.isatty() else "pipe or file",
        "output": "terminal" if sys.stdout.isatty() else "pipe or file",
        "encoding": sys.stdout.encoding or "unknown",
        "locale": locale.setlocale(locale.LC_CTYPE),
    }


def version_facts() -> dict[str, str | int]:
    """Versions of mdquiz and of what it stands on."""
    from importlib.metadata import PackageNotFoundError, version

    from mdquiz import __version__

    facts: dict[str, str | int] = {
        "mdquiz": __version__,
        "python": platform.python_version(),
        "system": platform.platform(),
    }
    for name in ("fsrs", "textual", "pydantic", "click"):
        try:
            facts[name] = version(name)
        except PackageNotFoundError:
            facts[name] = "not installed"
    return facts
