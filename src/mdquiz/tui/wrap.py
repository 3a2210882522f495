"""Wrapping by the columns a terminal really takes, Devanagari vowel signs included."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import category

from rich.cells import cell_len

JOINER = "\u200d"


@lru_cache(maxsize=4096)
def cells(text: str) -> int:
    """Columns that `text` may take: Rich's count, and one for each spacing vowel sign.

    Rich gives those signs (category Mc) no column, most terminals give them one.
    """
    if text.isascii():
        return len(text)
    return cell_len(text) + sum(category(letter) == "Mc" for letter in text)


def wrapped(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` columns (at least 1 line).

    Breaks stand between words; a word longer than a line is cut between whole letters. Line breaks
    and leading spaces of `text` are kept.
    """
    width = max(width, 2)
    lines: list[str] = []
    for paragraph in text.expandtabs(4).split("\n"):
        lines.extend(_wrapped_paragraph(paragraph.rstrip(), width))
    return lines


def shortened(text: str, width: int) -> str:
    """`text` on one line of at most `width` columns, with an ellipsis where it was cut."""
    line = " ".join(text.split())
    if cells(line) <= width:
        return line
    return _cut(line, max(width - 1, 0))[0].rstrip() + "…" if width > 0 else ""


def _wrapped_paragraph(paragraph: str, width: int) -> list[str]:
    lines: list[str] = []
    line = ""
    used = 0
    for word in _words(paragraph):
        taken = cells(word)
        if used + cells(word.rstrip(" ")) <= width:
            line, used = line + word, used + taken
            continue
        if line.strip():
            lines.append(line.rstrip())
            line, used = "", 0
        while cells(word.rstrip(" ")) > width:
            piece, word = _cut(word, width)
            lines.append(piece)
        line, used = word, cells(word)
    lines.append(line.rstrip())
    return lines


def _words(paragraph: str) -> list[str]:
    """The words of `paragraph`, each with the spaces after it; leading spaces go with the first."""
    words: list[str] = []
    start = 0
    length = len(paragraph)
    at = len(paragraph) - len(paragraph.lstrip(" "))
    while at < length:
        end = paragraph.find(" ", at)
        if end < 0:
            words.append(paragraph[start:])
            return words
        at = end
        while at < length and paragraph[at] == " ":
            at += 1
        words.append(paragraph[start:at])
        start = at
    if start < length:
        words.append(paragraph[start:])
    return words


def _cut(word: str, width: int) -> tuple[str, str]:
    """`word` in two: as many whole letters as fit `width` (at least one), and the rest."""
    end = used = 0
    while end < len(word):
        after = _next_letter(word, end)
        used += cells(word[end:after])
        if end and used > width:
            break
        end = after
    return word[:end], word[end:]


def _next_letter(word: str, start: int) -> int:
    """Where the letter that begins at `start` ends, with the signs that belong to it."""
    end = start + 1
    while end < len(word) and (
        category(word[end]) in ("Mn", "Mc", "Me") or word[end] == JOINER or word[end - 1] == JOINER
    ):
        end += 1
    return end
