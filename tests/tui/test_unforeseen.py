"""An error nobody foresaw, met in the app: a sentence, a report in a file, and a sane terminal."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import termios
from contextlib import suppress
from pathlib import Path

import pytest

from tests.desks import short_deck

BROKEN = """
import asyncio
from mdquiz.tui.screens.home import HomeScreen
from mdquiz.tui.app import MdquizApp

def broken(*_):
    raise LookupError("a screw is loose")

async def broken_later(*_, **__):
    broken()

async def broken_in_a_worker(self):
    self.run_worker(broken_later())

def broken_on_the_desk(self):
    return self.mdquiz.run_in_desk(broken)

"""

PLACES = {
    "an action": "HomeScreen.action_drill_all = broken_later",
    "a worker": "HomeScreen.action_drill_all = broken_in_a_worker",
    "the desk": "HomeScreen.action_drill_all = broken_on_the_desk",
    "a key": "MdquizApp._check_bindings = broken_later",
    "the first look": "HomeScreen.on_mount = broken",
}


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX terminal")
@pytest.mark.parametrize("place", PLACES)
def test_an_unforeseen_error_ends_the_app_in_words(tmp_path: Path, place: str) -> None:
    (tmp_path / "decks").mkdir()
    for name in ("Numbers", "Sums"):
        deck = short_deck(3, title=name)
        (tmp_path / "decks" / f"{name}.toml").write_text(deck, encoding="utf-8")
    (tmp_path / "config.toml").write_text("shipped_decks = false\n", encoding="utf-8")
    master, terminal = pty.openpty()
    before = termios.tcgetattr(terminal)
    process = subprocess.Popen(
        [
            sys.executable,
            "-c",
            f"{BROKEN}\n{PLACES[place]}\nfrom mdquiz.cli.main import run\nrun()",
        ],
        env={**os.environ, "MDQUIZ_HOME": str(tmp_path), "TERM": "xterm-256color"},
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
    )
    termios.tcsetwinsize(terminal, (24, 80))
    os.set_blocking(master, False)
    shown = b""
    pressed = False
    while process.poll() is None:
        with suppress(BlockingIOError):
            shown += os.read(master, 65_536)
        if not pressed and b"All decks" in shown:
            os.write(master, b"a")
            pressed = True
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.05)
    with suppress(BlockingIOError):
        shown += os.read(master, 65_536)
    assert process.returncode == 70
    assert b"mdquiz: a bug in mdquiz, not your fault: LookupError: a screw is loose" in shown
    assert b"Traceback" not in shown
    report = (tmp_path / "cache" / "crash.txt").read_text(encoding="utf-8")
    assert "a screw is loose" in report
    assert "Traceback" in report
    assert termios.tcgetattr(terminal) == before
    os.close(master)
    os.close(terminal)
