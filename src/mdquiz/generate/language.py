"""Which language a document is in, by its letters."""

from __future__ import annotations

import re

_DEVANAGARI = re.compile(r"[\u0900-\u097f]+")
_LATIN = re.compile(r"[a-zA-Z]+")


def language_of(lines: tuple[str, ...]) -> str:
    """`hi` when most letters are Devanagari, else `en`."""
    text = "\n".join(lines)
    hindi, english = (sum(map(len, letters.findall(text))) for letters in (_DEVANAGARI, _LATIN))
    return "hi" if hindi > english else "en"
