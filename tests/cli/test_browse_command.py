"""`mdquiz browse` at a real terminal."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

from mdquiz.text import cell_width

PATIENCE_S = 30
"""Far more than any step takes; only a hang uses it up."""

DECK = """
title = "Rivers"

[[question]]
id = "ganga"
type = "short"
prompt = "गंगा नदी का उद्गम: which glacier does the Bhagirathi, its headstream, come out of?"
answer = "Gangotri"

[[question]]
id = "river-of-the-south"
type = "short"
prompt = "Which river is called the Ganga of the South, and why is it called so by many?"
answer = "Godavari"
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX terminal")


def at_terminal(home: Path, *arguments: str, columns: int, until: bytes = b"") -> str:
    """What `mdquiz ARGUMENTS` shows at a terminal; up to `until`, where it runs on."""
    (home / "decks").mkdir()
    (home / "decks" / "rivers.toml").write_text(DECK, encoding="utf-8")
    (home / "config.toml").write_text("shipped_decks = false\n", encoding="utf-8")
    fd, terminal = pty.openpty()
    termios.tcsetwinsize(terminal, (24, columns))
    environment = {**os.environ, "MDQUIZ_HOME": str(home), "TERM": "xterm-256color"}
    for name in ("COLUMNS", "LINES"):
        environment.pop(name, None)
    process = subprocess.Popen(
        [sys.executable, "-m", "mdquiz", *arguments],
        env=environment,
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
    )
    os.close(terminal)
    seen = b""
    end = time.monotonic() + PATIENCE_S
    try:
        while time.monotonic() < end and not (until and until in seen):
            if not select.select([fd], [], [], 0.1)[0]:
                continue
            try:
                seen += os.read(fd, 65_536)
            except OSError:  # nobody is at the other end any more
                break
    finally:
        process.kill()
        process.wait()
        os.close(fd)
    return seen.decode()


@pytest.mark.parametrize("columns", [40, 80])
def test_lines_fit_the_terminal(tmp_path: Path, columns: int) -> None:
    shown = at_terminal(tmp_path, "browse", "--plain", columns=columns).splitlines()
    assert shown.pop() == "2 cards."
    assert len(shown) == 2
    assert all(cell_width(line) <= columns for line in shown)
    assert "rivers/river" in shown[1]
    assert shown[1].endswith("…")


def test_a_query_opens_the_app_on_it(tmp_path: Path) -> None:
    shown = at_terminal(tmp_path, "browse", "Godavari", "deck:rivers", columns=80, until=b"No card")
    assert "\x1b[?1049h" in shown
    assert "Godavari deck:rivers" in shown
