"""The editor, at a real terminal: one that cannot be started, and one that can."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import termios
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.desks import short_deck

PATIENCE_S = 30
"""Far more than any step takes; only a hang uses it up."""


class App:
    """mdquiz at a pseudo-terminal of 80×24, on a deck with three questions."""

    def __init__(self, home: Path, editor: str) -> None:
        (home / "decks").mkdir()
        (home / "decks" / "numbers.toml").write_text(short_deck(3), encoding="utf-8")
        (home / "config.toml").write_text("shipped_decks = false\n", encoding="utf-8")
        self.fd, terminal = pty.openpty()
        termios.tcsetwinsize(terminal, (24, 80))
        self.process = subprocess.Popen(
            [sys.executable, "-m", "mdquiz"],
            env={
                **os.environ,
                "MDQUIZ_HOME": str(home),
                "TERM": "xterm-256color",
                "VISUAL": "",
                "EDITOR": editor,
            },
            stdin=terminal,
            stdout=terminal,
            stderr=terminal,
        )
        os.close(terminal)
        os.set_blocking(self.fd, False)

    def press(self, keys: str) -> None:
        """Send `keys`."""
        os.write(self.fd, keys.encode())

    def shows(self, words: bytes) -> bool:
        """Whether `words` appear on the screen before patience ends."""
        seen = b""
        until = time.monotonic() + PATIENCE_S
        while words not in seen:
            if time.monotonic() > until or self.process.poll() is not None:
                return False
            with suppress(BlockingIOError):
                seen += os.read(self.fd, 65_536)
            time.sleep(0.01)
        return True

    def leave(self) -> int:
        """Quit, and the exit code; killed where it hangs."""
        self.press("q")
        try:
            return self.process.wait(PATIENCE_S)
        except subprocess.TimeoutExpired:
            return -signal.SIGKILL
        finally:
            self.process.kill()
            os.close(self.fd)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX terminal")
def test_an_editor_that_is_not_there_is_told_of_and_the_app_goes_on(tmp_path: Path) -> None:
    app = App(tmp_path, "nosucheditor")
    try:
        assert app.shows(b"Numbers")
        app.press("e")
        assert app.shows(b"cannot be started")
        app.press("\r")
        assert app.shows(b"Numbers")
    finally:
        code = app.leave()
    assert code == 0
