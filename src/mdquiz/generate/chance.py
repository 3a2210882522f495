"""Choices that look random but depend on nothing except what is chosen for."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def pick(limit: int, *seeds: object) -> int:
    """A number from 0 to `limit` − 1, the same for the same seeds on every machine."""
    text = "\x1f".join(str(seed) for seed in seeds)
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big") % max(limit, 1)


def shuffled(items: Sequence[T], *seeds: object) -> list[T]:
    """`items` in an order that depends on the seeds and the items alone."""
    begun = hashlib.sha256("\x1f".join([*map(str, seeds), ""]).encode())

    def key(item: T) -> tuple[int, str]:
        text = str(item)
        digest = begun.copy()
        digest.update(text.encode())
        return int.from_bytes(digest.digest()[:8], "big") % (1 << 62), text

    return sorted(items, key=key)
