"""Put the text of a deck, or of what stands beside it, in place of its file in one step."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def replace_text(path: Path, text: str) -> None:
    """Write `text` to `path`, letter for letter: a reader sees the old file or the new one.

    A link is followed to its file, which keeps its permissions.

    Raises:
        OSError: It cannot be written; what was there is left as it was.
    """
    target = path.resolve()
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        beside.write_text(text, encoding="utf-8", newline="")
        if target.exists():
            beside.chmod(target.stat().st_mode & 0o7777)
        beside.replace(target)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
