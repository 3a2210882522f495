"""What is left behind when mdquiz itself is at fault: a report in a file, a sentence on screen."""

from __future__ import annotations

import sys
import traceback

from mdquiz import __version__
from mdquiz.cli.output import narrate
from mdquiz.errors import MdquizError
from mdquiz.paths import places


def report(bug: BaseException) -> None:
    """Write the traceback of `bug` to a file and tell the user where it is."""
    text = f"mdquiz {__version__}, Python {sys.version}\n\n" + "".join(
        traceback.format_exception(bug)
    )
    narrate(f"mdquiz: a bug in mdquiz, not your fault: {type(bug).__name__}: {bug}")
    narrate("        What was answered is saved.")
    try:
        file = places().cache / "crash.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", errors="backslashreplace")
    except (OSError, MdquizError):
        return
    narrate(f"        Please report it with the file {file}.")
