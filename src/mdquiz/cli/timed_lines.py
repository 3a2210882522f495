"""Lines from stdin, waited for no longer than a given time."""

from __future__ import annotations

import codecs
import io
import os
import select
import sys
from collections import deque


class TimedLines:
    """Reads stdin line by line; a wait can be cut short where the system allows it.

    On Windows, and where stdin is no file, a line is waited for as long as it takes.
    """

    def __init__(self) -> None:
        """Read from the present stdin."""
        self._descriptor = _descriptor()
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._ready: deque[str] = deque()
        self._rest = ""
        self._ended = False

    def read(self, seconds: float) -> str | None:
        """The next line without its end, or None where none came within `seconds`.

        Raises:
            EOFError: There will be no more.
        """
        if self._descriptor is None:
            line = sys.stdin.readline()
            if not line:
                raise EOFError
            return line.rstrip("\r\n")
        while not self._ready:
            if self._ended:
                raise EOFError
            if not select.select([self._descriptor], [], [], max(0.0, seconds))[0]:
                return None
            self._take(os.read(self._descriptor, 65_536))
        return self._ready.popleft()

    def _take(self, chunk: bytes) -> None:
        self._ended = not chunk
        self._rest += self._decoder.decode(chunk, final=self._ended)
        *lines, self._rest = self._rest.split("\n")
        if self._ended and self._rest:
            lines.append(self._rest)
            self._rest = ""
        self._ready.extend(line.rstrip("\r") for line in lines)


def _descriptor() -> int | None:
    if sys.platform == "win32":
        return None
    try:
        return sys.stdin.fileno()
    except (AttributeError, OSError, ValueError, io.UnsupportedOperation):
        return None
