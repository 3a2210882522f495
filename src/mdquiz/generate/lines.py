"""Where one line of a paragraph ends what it says, and the next begins something else."""

from __future__ import annotations

import re
from itertools import pairwise

from mdquiz.generate.entities.dates import HAS_YEAR, IS_DATE, STARTS_DATED

_ENDS = (".", ":", ";", "!", "?", "।", "|")
_NEW_LINE_STARTS = re.compile(
    r"^(?:\*\*|__)?(?:[\d०-९]{3,4}\b|[A-Z(“\"\u0904-\u0939][^.:|।]{1,60}(?:\*\*)?(?:\s*(?:[:–—=→]|->)|\s-\s)|\*\*)"
)
Piece = tuple[str, int, int, bool]
"""Raw text, line (from 0), column, whether the column is exact."""


_RECORD_LINE = re.compile(
    r"^(?:\*\*|__)?[A-Z\u0904-\u0939][^\s:.,]*(?:\s[^\s:.,]+){0,3}\s?"
    r"(?:(?:->|=>|→)\s?\S|(?::(?:\*\*|__)?\s+|(?<!\d):(?:\*\*|__)?(?!//))\S)"
)


_FORMULA = re.compile(r"[A-Z][\w-]{0,5}\s=\s")
"""A line such as "M3 = M1 + time deposits", which says one thing by itself."""


_UNFINISHED = re.compile(
    r"\s(?:a|an|the|of|by|in|on|at|to|for|from|with|and|or|as|its|their|is|are|was|were)$"
)


_ASIDE = re.compile(r"^\((?:[^()\s]+\s){2,}[^()]*\)\.?$")
"""A line that is one bracket of three words or more: no part of the value on the line above."""


def _dated_line(text: str) -> bool:
    """Whether a line begins a new entry of a timeline."""
    found = STARTS_DATED.match(text)
    if found is None:
        return bool(IS_DATE.match(text.strip("*_ :–-")))
    strong = bool(found["sep"].strip(" ,")) or text.startswith(("**", "__"))
    return strong or (text[found.end()].isupper() and HAS_YEAR.match(text) is not None)


def logical_lines(pieces: list[Piece]) -> list[list[Piece]]:
    """Lines of one paragraph, parted where a line ends what it says."""
    if len(pieces) == 1:
        return [pieces]
    longest = max(len(piece[0]) for piece in pieces)
    out = [[pieces[0]]]
    for before, piece in pairwise(pieces):
        if before[0].lstrip().startswith("[!") and re.match(r"\s*\[!\w+\]", before[0]):
            out.append([piece])  # a callout's title
            continue
        ended = before[0].rstrip("*_ ").endswith(_ENDS) or before[0].endswith("\\")
        short = len(before[0]) < 0.6 * longest or longest < 60
        starts = bool(_NEW_LINE_STARTS.match(piece[0]))
        dated = bool(_dated_line(piece[0]))
        begins = not piece[0][:1].islower() and not _UNFINISHED.search(before[0])
        if begins and (
            ended
            or _ASIDE.match(piece[0]) is not None
            or _RECORD_LINE.match(piece[0]) is not None
            or _FORMULA.match(piece[0]) is not None
            or _FORMULA.match(before[0]) is not None
            or dated
            or (starts and short)
            or (short and longest >= 60 and starts)
            or (longest < 60 and starts)
        ):
            out.append([piece])
        else:
            out[-1].append(piece)
    return out
