"""Which language a document is in, by its letters."""

from __future__ import annotations

import re

_DEVANAGARI = re.compile(r"[\u0900-\u097f]")
_LATIN = re.compile(r"[a-zA-Z]")


def language_of(lines: tuple[str, ...]) -> str:
    """`hi` when most letters are Devanagari, else `en`."""
    text = "\n".join(lines)
    return "hi" if len(_DEVANAGARI.findall(text)) > len(_LATIN.findall(text)) else "en"
