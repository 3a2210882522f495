"""The word lists of `words.toml`."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import resources

import tomli


@cache
def words(name: str) -> frozenset[str]:
    """The words of the list `name`; phrases where the list parts them by semicolons."""
    text = _lists()[name]
    parts = text.split(";") if ";" in text else text.split()
    return frozenset(" ".join(part.split()) for part in parts if part.strip())


@lru_cache(maxsize=1)
def _lists() -> dict[str, str]:
    file = resources.files("mdquiz.generate") / "words.toml"
    return tomli.loads(file.read_text(encoding="utf-8"))
