"""Ids for log rows and sittings: UUIDv7, in the order they were made."""

from __future__ import annotations

import os
from collections.abc import Callable

_TAIL_BITS = 74


class Ids:
    """Makes UUIDv7 ids (RFC 9562), each greater than the one before, even if the clock is set back.

    Args:
        random_bytes: Gives that many random bytes; replaced in tests only.
    """

    def __init__(self, random_bytes: Callable[[int], bytes] = os.urandom) -> None:
        self._random_bytes = random_bytes
        self._ms = -1
        self._tail = 0

    def new(self, at_ms: int) -> bytes:
        """16 bytes; the first six are `at_ms` unless an id was made at that instant or later."""
        if at_ms > self._ms:
            self._ms = at_ms
            self._tail = self._drawn(_TAIL_BITS - 1)  # the top bit is left to count upwards in
        else:
            self._tail += 1 + self._drawn(32)
            if self._tail >> _TAIL_BITS:
                self._ms += 1
                self._tail = self._drawn(_TAIL_BITS - 1)
        high, low = self._tail >> 62, self._tail & ((1 << 62) - 1)
        value = self._ms << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low
        return value.to_bytes(16)

    def _drawn(self, bits: int) -> int:
        return int.from_bytes(self._random_bytes(10)) & ((1 << bits) - 1)


IDS = Ids()
"""The ids of this process."""
