"""`mdquiz.text.folded`, remembered: the same passages are folded over and over."""

from __future__ import annotations

from functools import lru_cache

from mdquiz.text import folded as _folded


def folded(text: str) -> str:
    """`text` for comparison without case or accents; see `mdquiz.text.folded`."""
    return text.casefold() if text.isascii() else _remembered(text)


@lru_cache(maxsize=8192)
def _remembered(text: str) -> str:
    return _folded(text)
