"""A program in a pseudo-terminal, timed as a person at the keyboard would feel it."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from pathlib import Path
from types import TracebackType
from typing import Self


class Terminal:
    """`python -c code arguments` at a terminal of 80×24, with `home` as its MDQUIZ_HOME."""

    def __init__(self, code: str, arguments: list[str], home: Path) -> None:
        environment = {**os.environ, "MDQUIZ_HOME": str(home), "TERM": "xterm-256color"}
        environment.pop("NO_COLOR", None)
        self.began = time.perf_counter()
        self.process, self.fd = pty.fork()
        if self.process == 0:
            os.execve(sys.executable, [sys.executable, "-c", code, *arguments], environment)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.fd)

    def until(self, marker: bytes) -> float:
        """Seconds from exec until `marker` was written."""
        seen = b""
        while marker not in seen:
            if not self._ready(20):
                raise SystemExit(f"no {marker!r} within 20 s; the screen said {seen[-2000:]!r}")
            seen += os.read(self.fd, 65536)
        return time.perf_counter() - self.began

    def quiet(self, seconds: float) -> float:
        """Read until nothing was written for so long; when the last bytes came."""
        last = time.perf_counter()
        while self._ready(seconds):
            os.read(self.fd, 65536)
            last = time.perf_counter()
        return last

    def press(self, keys: str, settle: float = 0.25) -> float:
        """Seconds from sending `keys` until the last of what they made the screen draw."""
        self.quiet(settle)
        sent = time.perf_counter()
        os.write(self.fd, keys.encode())
        return self.quiet(settle) - sent

    def _ready(self, seconds: float) -> bool:
        return bool(select.select([self.fd], [], [], seconds)[0])
