"""How far a long work is: one line written anew in a terminal, a line a quarter elsewhere."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from mdquiz.cli.output import narrate

QUARTERS = 4


@contextmanager
def progress_line(words: str) -> Iterator[Callable[[float], None]]:
    """Say `words`, and how much is done, whenever what this gives is told the share (0 to 1).

    However the work ends, what is said next begins a line of its own.
    """
    if sys.stderr.isatty() and os.environ.get("TERM", "dumb") not in ("", "dumb"):
        write = _rewriting(words)
        write(0.0)
        try:
            yield write
        finally:
            narrate()
    else:
        narrate(words)
        yield _quarters()


def _rewriting(words: str) -> Callable[[float], None]:
    def tell(done: float) -> None:
        room = max(shutil.get_terminal_size().columns - 1, 10)
        said = words if len(words) + 6 <= room else words[: room - 7] + "…"
        with suppress(OSError):
            sys.stderr.write(f"\r{said} {100 * min(done, 1):3.0f} %")
            sys.stderr.flush()

    return tell


def _quarters() -> Callable[[float], None]:
    told = 0

    def tell(done: float) -> None:
        nonlocal told
        if int(QUARTERS * done + 1e-9) > told:
            told = int(QUARTERS * done + 1e-9)
            narrate(f"{100 * told // QUARTERS:3} %")

    return tell
