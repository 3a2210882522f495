"""Tables of text, their columns as wide as what stands in them: no figure is ever cut."""

from __future__ import annotations

from collections.abc import Sequence

from mdquiz.text import cell_width, padded

GAP = 2


def table(rows: Sequence[Sequence[str]], width: int = 80) -> list[str]:
    """Lines of a table: the first column to the left, all others to the right.

    Args:
        rows: Cells of each line, the head among them; all lines of one length.
        width: Columns there are; where they are short, cells stand one blank apart, not two.
    """
    widths = [max(map(cell_width, column)) for column in zip(*rows, strict=True)]
    gap = GAP if sum(widths) + GAP * (len(widths) - 1) <= width else 1
    lines = []
    for first, *others in rows:
        cells = [
            " " * (width - cell_width(cell)) + cell
            for cell, width in zip(others, widths[1:], strict=True)
        ]
        lines.append((" " * gap).join([padded(first, widths[0]), *cells]).rstrip())
    return lines


def cut(text: str, width: int) -> str:
    """Words in at most `width` terminal columns, with an ellipsis where they were cut."""
    if cell_width(text) <= width:
        return text
    while text and cell_width(text) > width - 1:
        text = text[:-1]
    return text.rstrip() + "…" if width > 0 else ""


def with_bars(lines: Sequence[str], bars: Sequence[str]) -> list[str]:
    """Each line with its bar behind it, all bars beginning in one column."""
    wide = max(map(cell_width, lines), default=0) + GAP
    return [(padded(line, wide) + bar).rstrip() for line, bar in zip(lines, bars, strict=True)]
