"""Which attempts are open in a window of this machine, so that none is taken over unasked."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mdquiz.paths import Places


class Claim:
    """An attempt is open here until `release`, or until this process ends, however it ends.

    Where the system has no such locks, or the folder cannot be written, nothing is claimed and
    nobody is asked: what is saved is safe all the same.

    Args:
        places: Where the lock can be kept.
        number: The attempt.
    """

    def __init__(self, places: Places, number: int) -> None:
        self._path = places.cache / f"exam-{number}.lock"
        self._file: int | None = None
        self.refused = False
        """Another window has it."""
        try:
            import fcntl
        except ImportError:
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self.refused = True
            self._close()
        except OSError:
            self._close()

    def release(self) -> None:
        """It is open here no more."""
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._path.unlink()
            self._close()

    def _close(self) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None


def open_elsewhere(places: Places, number: int) -> bool:
    """Whether another window has that attempt open now."""
    claim = Claim(places, number)
    claim.release()
    return claim.refused
