"""How far a generation is: each step tells its own share, and knows nothing of the others."""

from __future__ import annotations

from collections.abc import Callable

Tell = Callable[[float], None]
"""Told the share of the work that is done, 0 to 1; never less than before."""


def silent(share: float) -> None:
    """Tell nobody."""
    del share


def part(tell: Tell, start: float, end: float) -> Tell:
    """What a step is given that makes up the work from `start` to `end`."""
    return lambda share: tell(start + (end - start) * share)
