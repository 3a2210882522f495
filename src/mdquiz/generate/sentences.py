"""Part running text into sentences."""

from __future__ import annotations

import re

_BREAK = re.compile(
    r"(?<=[.!?।॥])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[^\sa-z])|(?<=[a-z)\d][.।])(?=[A-Z][a-z])|(?<=।)"
    r"|(?<=;)\s+(?=[12]\d{3}\s?[-–:]\s)"
)
_NO_BREAK = re.compile(
    r"(?:\b(?:[A-Z]|Max|Min|Dr|Mr|Mrs|Ms|Sr|Jr|St|Smt|Shri|Art|Arts|Sec|No|Nos|vs|v|viz|etc|cf|al|approx|Rs|Ltd|Pvt|"
    r"Inc|Co|Corp|Gen|Col|Lt|Gov|Prof|Hon|Vol|Fig|Ch|p|pp|ed|eds|est|govt|dept|e\.g|i\.e|a\.m|"
    r"p\.m|c|ca|sq|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|U\.S|U\.K|U\.N|डॉ|श्री|सं)\.|(?:^|[\s(.])[\u0900-\u097f]{1,3}\.)$"
)
_END = re.compile("[.!?।॥]")
_NUMBER = re.compile(r"\s*\d{1,2}\.")


def sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence of `text`, without the spaces between them."""
    if not _END.search(text, 0, max(len(text) - 1, 0)):
        return [_trim(text, 0, len(text))] if text.strip() else []
    out: list[tuple[int, int]] = []
    start = 0
    for found in _BREAK.finditer(text):
        before = text[max(start, found.start() - 12) : found.start()]
        if _NUMBER.fullmatch(text, start, found.start()):
            continue
        if _NO_BREAK.search(before) or text.count("(", start, found.start()) > text.count(
            ")", start, found.end()
        ):
            continue
        if text[start : found.end()].strip():
            out.append(_trim(text, start, found.end()))
        start = found.end()
    if text[start:].strip():
        out.append(_trim(text, start, len(text)))
    return out


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
