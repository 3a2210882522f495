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


def occurrences(words: str, text: str, most: int) -> int:
    """How often `words` stands in `text` as whole words, letter for letter; counted to `most`."""
    count = 0
    at = text.find(words)
    while at >= 0 and count < most:
        end = at + len(words)
        inside = text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()
        count += not inside
        at = text.find(words, at + 1)
    return count
