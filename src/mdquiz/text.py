"""Text that came from outside: normalise it, refuse what could act on a terminal, measure it."""

from __future__ import annotations

import re
import unicodedata

# C0 and C1 controls but tab and newline, bidirectional overrides and isolates, lone surrogates.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
# The combining diacritical marks but the grapheme joiner (U+034F), which combines nothing.
_ACCENTS = re.compile("[\u0300-\u034e\u0350-\u036f]+")


def normalised(text: str) -> str:
    """`text` in Unicode NFC with `\\n` line ends."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n"))


def forbidden_character(text: str) -> str | None:
    """The first character of `text` that may not stand in a deck, or None.

    Forbidden are control characters other than newline and tab (an escape sequence begins with
    one), lone surrogates, and the bidirectional overrides that make text read as what it is not.
    """
    if text.isprintable():
        return None
    found = _FORBIDDEN.search(text)
    return found.group() if found else None


def printable(text: str) -> str:
    """`text` with every forbidden character shown as its code point: safe for any terminal."""
    return _FORBIDDEN.sub(lambda found: f"<U+{ord(found.group()):04X}>", text)


def folded(text: str) -> str:
    """`text` for comparison without case or accents: `Côte d'Ivoire` and `cote d'ivoire` agree.

    Only Latin accents fall; vowel signs of Indian scripts carry meaning and stay.
    """
    bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", text).casefold())
    return unicodedata.normalize("NFC", bare)


def cell_width(text: str) -> int:
    """Terminal columns that `text` takes (Devanagari vowel signs and wide letters counted)."""
    from wcwidth import wcswidth

    width = wcswidth(text)
    return width if width >= 0 else len(text)


def padded(text: str, width: int) -> str:
    """`text` filled with spaces to `width` terminal columns; longer text is returned whole."""
    return text + " " * max(0, width - cell_width(text))


def counted(count: float, noun: str, plural: str = "") -> str:
    """A count with its noun in the number that fits: "1 day", "2 days", "1,227 reviews".

    Args:
        count: How many; one that is no whole number is shown with one digit and takes the plural.
        noun: One of them.
        plural: Several of them; "" for the noun with an s.
    """
    number = f"{count:,.0f}" if count == int(count) else f"{count:,.1f}"
    return f"{number} {noun if number == '1' else plural or noun + 's'}"
