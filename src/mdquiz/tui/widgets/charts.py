"""Charts as lines of styled text: columns, bars, curves, and what stands beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise

from mdquiz.tui.widgets.plot import Piece
from mdquiz.tui.wrap import cells

Line = list[Piece]

MUTED = "$foreground-muted"
EIGHTHS = " ▁▂▃▄▅▆▇█"
BRAILLE = 0x2800
GAP = 3
BLOCK_GAP = 2


@dataclass(frozen=True, slots=True)
class Curve:
    """Points of one curve.

    Attributes:
        points: Where it runs, in the picture's own units, from left to right.
        look: Its style.
        marker: What stands on each point; "" for a bare line.
        joined: Whether a line runs from point to point.
    """

    points: Sequence[tuple[float, float]]
    look: str
    marker: str = ""
    joined: bool = True


def title(words: str, remark: str = "") -> Line:
    """A heading, and what to know of it."""
    return [(words, "bold $primary"), (f"  {remark}" if remark else "", MUTED)]


def width_of(line: Sequence[Piece]) -> int:
    """Columns that `line` takes."""
    return sum(cells(text) for text, _ in line)


def widest(lines: Sequence[Line]) -> int:
    """Columns that the longest of `lines` takes."""
    return max(map(width_of, lines), default=0)


def beside(
    left: Sequence[Line], right: Sequence[Line], width: int = 1000, gap: int = GAP
) -> list[Line]:
    """`right` to the right of `left`, which holds no deck text; below it where it has no room."""
    wide = widest(left) + gap
    if wide + widest(right) > width:
        return [*left, [], *right]
    lines: list[Line] = []
    for at in range(max(len(left), len(right))):
        first = left[at] if at < len(left) else []
        second = right[at] if at < len(right) else []
        pad = [(" " * (wide - width_of(first)), "")] if second else []
        lines.append([*first, *pad, *second])
    return lines


def in_blocks(head: Line, rows: Sequence[Line], height: int, width: int) -> list[Line]:
    """A table of at most `height` lines, head included, in blocks side by side while they fit.

    Args:
        head: Stands over each block, as wide as the rows.
        rows: All lines of the table, in order.
        height: Lines there are; with more rows than fit, the table is longer.
        width: Columns there are.
    """
    each = max(width_of(head), widest(rows)) + BLOCK_GAP
    most = max((width + BLOCK_GAP) // each, 1)
    count = min(max(-(-len(rows) // max(height - 1, 1)), 1), most)
    deep = -(-len(rows) // count)
    blocks = [[head, *rows[at * deep : (at + 1) * deep]] for at in range(count)]
    return reduce(lambda left, right: beside(left, right, gap=BLOCK_GAP), blocks)


def meter(share: float, width: int, look: str, expected: float | None = None) -> Line:
    """A share of 1 as a bar `width` columns wide, with a tick where it was expected to end."""
    filled = round(width * min(max(share, 0.0), 1.0))
    parts = [("━", look)] * filled + [("─", "$primary-muted")] * (width - filled)
    if expected is not None:
        at = min(round(width * min(max(expected, 0.0), 1.0)), width - 1)
        parts[at] = ("┃", "$text-accent")
    return _joined(parts)


def bar(value: float, most: float, width: int, look: str) -> Line:
    """A bar in proportion to `value` of `most`, padded to `width` columns."""
    drawn = most > 0 and value > 0 and width > 0
    filled = max(1, round(width * min(value / most, 1.0))) if drawn else 0
    return [("█" * filled, look), (" " * (width - filled), "")]


def _scale(most: float) -> str:
    return f"{most:,.0f}" if most >= 10 or most == int(most) else f"{most:.1f}"


def scale_width(values: Sequence[float]) -> int:
    """Columns that the scale of `columns` takes."""
    return max(len(_scale(max(values, default=0.0) or 1.0)), 4) + 1


def columns(
    values: Sequence[float],
    width: int,
    height: int,
    *,
    look: str,
    x_words: tuple[str, str],
    special: Sequence[int] = (),
) -> list[Line]:
    """One column a value, the scale at the left.

    Args:
        values: Not more than `width` less `scale_width`; none below 0.
        width: Columns of the whole picture.
        height: Lines of the tallest column, above 0.
        look: Style of the columns.
        x_words: What stands under the first and the last column.
        special: Positions of columns that stand out.
    """
    most = max(values, default=0.0) or 1.0
    scale, margin = _scale(most), scale_width(values)
    step = max(min((width - margin) // max(len(values), 1), 6), 1)
    thick = max(step - 1, 1)
    looks = ["$text-accent" if at in special else look for at in range(len(values))]
    lines: list[Line] = []
    for row in reversed(range(height)):
        label = scale if row == height - 1 else "0" if row == 0 else ""
        line: Line = [(f"{label:>{margin - 1}} ", MUTED)]
        for value, style in zip(values, looks, strict=True):
            eighths = max(round(8 * height * value / most), int(value > 0))
            full = EIGHTHS[min(max(eighths - 8 * row, 0), 8)]
            line.append((full * thick + " " * (step - thick), style))
        lines.append(line)
    return [*lines, _ends(x_words, margin, len(values) * step - (step - thick))]


def curves(
    drawn: Sequence[Curve],
    width: int,
    height: int,
    *,
    low: float,
    x_words: tuple[str, str],
    x_range: tuple[float, float],
) -> list[Line]:
    """Curves of shares over a common axis from `low` to 1; the last of them lies on top.

    A share stands in the middle of the row of its label; rows at round shares have one.
    """
    margin = 6
    across = max(width - margin, 10)
    grid: list[list[Piece]] = [[(" ", "")] * across for _ in range(height)]
    for curve in drawn:
        picture = _dots(curve, across, height, low, x_range)
        for row, text in enumerate(picture):
            for at, sign in enumerate(text[:across]):
                if ord(sign) != BRAILLE:
                    grid[row][at] = (_over(grid[row][at][0], sign), curve.look)
    lines: list[Line] = []
    for row, signs in enumerate(grid):
        label = ""
        percent = 100 * (1 - (1 - low) * row / max(height - 1, 1))
        if row in (0, height - 1) or abs(percent / 5 - round(percent / 5)) < 1e-6:
            label = f"{percent:.0f} %"
        lines.append([(f"{label:>{margin - 1}} ", MUTED), *_joined(signs)])
    return [*lines, _ends(x_words, margin, across)]


def _dots(
    curve: Curve, width: int, height: int, low: float, x_range: tuple[float, float]
) -> list[str]:
    """One curve alone, in Braille dots, two by four a letter."""
    from plotille import Canvas  # type: ignore[import-untyped]

    left, right = x_range
    right = right if right > left else left + 1
    half = (1 - low) / max(height - 1, 1) / 2
    # The library leaves out what falls on the right edge itself.
    edge = left + (right - left) * 2 * width / (2 * width - 1)
    canvas = Canvas(width, height, left, low - half, edge, 1 + half)
    points = [(x, min(max(y, low), 1.0)) for x, y in curve.points]
    if curve.joined:
        for (x, y), (next_x, next_y) in pairwise(points):
            canvas.line(x, y, next_x, next_y)
    for x, y in points:
        canvas.point(x, y, marker=curve.marker or None)
    return str(canvas.plot()).splitlines()


def _over(under: str, sign: str) -> str:
    """Both signs in one place: dots add up, a marker covers all."""
    dots = range(BRAILLE, BRAILLE + 256)
    if ord(sign) in dots and ord(under) in dots:
        return chr(ord(under) | ord(sign))
    return under if ord(sign) in dots and under != " " else sign


def _ends(words: tuple[str, str], margin: int, width: int) -> Line:
    first, last = words
    room = max(width - cells(first) - cells(last), 1)
    return [(" " * margin + first + " " * room + last, MUTED)]


def _joined(parts: Sequence[Piece]) -> Line:
    """Neighbours of one style as one piece."""
    line: Line = []
    for text, style in parts:
        if line and line[-1][1] == style:
            line[-1] = (line[-1][0] + text, style)
        else:
            line.append((text, style))
    return line
