"""Where a quote stands in notes: at the lines that were given, or elsewhere since."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from mdquiz.text import normalised

_TELLING = 40
"""Characters from which a quote that stands several times is still no chance find."""
_SAYS_SOMETHING = 12
"""Characters below which a quote is no statement by itself."""
_LEAST = 8
"""Characters below which a quote is not looked for elsewhere: "five" stands in many places."""


class Notes:
    """The lines of notes, to look quotes up in; white space and line breaks count as one space.

    Args:
        lines: All lines of the notes.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        plain = [normalised(line) for line in lines]
        self._text = "\n".join(plain)
        self._starts = list(accumulate((len(line) + 1 for line in plain), initial=0))[:-1]

    def stands(self, quote: str, lines: tuple[int, int]) -> bool:
        """Whether the quote stands on `lines`, 1-based, both included."""
        first, last = lines
        if not quote.strip() or not 1 <= first <= last <= len(self._starts):
            return False
        end = self._starts[last] if last < len(self._starts) else len(self._text)
        return _pattern(quote).search(self._text, self._starts[first - 1], end) is not None

    def has(self, quote: str) -> bool:
        """Whether the quote stands anywhere: as words and numbers of its own, not inside others.

        A short one, such as the heading "1885", has to be all that its line says.
        """
        if not quote.strip():
            return False
        found = _pattern(quote).finditer(self._text)
        if len(quote.strip()) >= _SAYS_SOMETHING:
            return next(found, None) is not None
        return any(self._alone(each.start(), each.end()) for each in found)

    def _alone(self, start: int, end: int) -> bool:
        first = self._text.rfind("\n", 0, start) + 1
        last = self._text.find("\n", end)
        rest = self._text[first:start] + self._text[end : last if last >= 0 else None]
        return not any(char.isalnum() for char in rest)

    def place(self, quote: str, near: tuple[int, int] | None) -> tuple[int, int] | None:
        """The lines on which the quote stands; None where it does not, or may be another passage.

        Args:
            quote: The quote.
            near: Where it stood; of several places the nearest is taken.
        """
        if near is not None and self.stands(quote, near):
            return near
        short = len("".join(quote.split()))
        if short < _LEAST:
            return None
        found = [self._lines(each.span()) for each in _pattern(quote).finditer(self._text)]
        if not found or (len(found) > 1 and (short < _TELLING or near is None)):
            return None
        return min(found, key=lambda lines: abs(lines[0] - (near[0] if near else 0)))

    def _lines(self, span: tuple[int, int]) -> tuple[int, int]:
        start, end = span
        return bisect_right(self._starts, start), bisect_right(self._starts, end - 1)


@lru_cache(maxsize=64)
def _pattern(quote: str) -> re.Pattern[str]:
    words = r"\s+".join(re.escape(word) for word in normalised(quote).split())
    before = r"(?<!\w)(?<!\d[.,])" if quote.strip()[:1].isalnum() else ""
    after = r"(?!\w|[.,]\d)" if quote.strip()[-1:].isalnum() else ""
    return re.compile(before + words + after)
