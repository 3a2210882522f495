"""Pictures of numbers in plain text, for both front ends: no colour, any terminal with Unicode."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import ceil

from mdquiz.memory.day import day_date

WIDTH = 78
_EIGHTHS = " ▏▎▍▌▋▊▉█"
_HEIGHTS = " ▁▂▃▄▅▆▇█"
_SHADES = "·░▒▓█"
_MARKERS = ("", "x", "o", "+", "*")
_STEPS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5)
_MARGIN = 6


def axis(low: float, most_rows: int) -> tuple[float, float, int]:
    """Where an axis of shares up to 1 begins, what a row of it stands for, and its rows.

    Args:
        low: Least share to be shown, below 1.
        most_rows: Rows there may be, at least 3.
    """
    for step in _STEPS:
        rows = max(ceil(round((1 - low) / step, 6)), 1)
        if rows + 1 <= most_rows:
            return 1 - rows * step, step, rows + 1
    return 0.0, 0.5, 3


def line_plot(
    lines: Mapping[str, Sequence[tuple[float, float]]],
    *,
    x_words: tuple[str, str],
    low: float = 0.0,
    height: int = 10,
    width: int = WIDTH,
) -> list[str]:
    """Lines of shares over a common axis up to 100 %; a share stands in the row of its label.

    Args:
        lines: Points of each line, by its name; lines without points are left out.
        x_words: What stands under the left and the right end.
        low: The least share that has to be seen.
        height: Rows of the picture, at most.
        width: Columns, at most.
    """
    from plotille import Canvas  # type: ignore[import-untyped]

    drawn = {name: points for name, points in lines.items() if points}
    if not drawn:
        return []
    bottom, step, rows = axis(low, height)
    at = [x for points in drawn.values() for x, _ in points]
    left, right = min(at), max(at)
    right = right if right > left else left + 1
    across = width - _MARGIN
    # Half a row more at either end puts a share into the middle of its own row. The library
    # leaves out what falls on the right edge itself.
    edge = left + (right - left) * 2 * across / (2 * across - 1)
    canvas = Canvas(across, rows, left, bottom - step / 2, edge, 1 + step / 2)
    marks = dict(zip(drawn, _MARKERS * len(drawn), strict=False))
    for name, points in drawn.items():
        if not marks[name]:
            for (x, y), (next_x, next_y) in pairwise(points):
                canvas.line(x, y, next_x, next_y)
        for x, y in points:
            canvas.point(x, y, marker=marks[name] or None)
    picture = [
        f"{_tick(1 - row * step):>{_MARGIN - 1}} {text}".rstrip()
        for row, text in enumerate(_plain(str(canvas.plot())))
    ]
    ends = x_words[0] + x_words[1].rjust(across - len(x_words[0]))
    keys = "  ".join(f"{mark or '─'} {name}" for name, mark in marks.items())
    legend = [" " * _MARGIN + keys] if len(drawn) > 1 else []
    return [*picture, " " * _MARGIN + ends, *legend]


def _plain(picture: str) -> list[str]:
    """Its lines, with blanks for letters without a dot."""
    return picture.replace("\u2800", " ").splitlines()


def _tick(share: float) -> str:
    return f"{100 * share:.0f} %"


def clusters(
    groups: Sequence[tuple[str, Sequence[float]]], *, height: int = 8, width: int = WIDTH
) -> list[str]:
    """Columns of shares in groups: each group a name below, each column a letter (a, b, c …).

    Columns side by side cannot hide one another, as lines would where they meet. Groups that
    have no room beside the others stand in a picture below.

    Args:
        groups: Name and shares of each group, all of one length.
        height: Rows of a full column; a multiple of four puts labels at quarters.
        width: Columns, at most.
    """
    if not groups:
        return []
    each = len(groups[0][1])
    wide = max(each, *(len(name) for name, _ in groups)) + 1
    thick = max(min((width - _MARGIN) // max(len(groups) * (each + 1), 1), 3), 1)
    wide = max(wide, each * thick + 1)
    fit = max((width - _MARGIN + 1) // wide, 1)
    lines: list[str] = []
    for start in range(0, len(groups), fit):
        lines += ([""] if lines else []) + _cluster_rows(
            groups[start : start + fit], height, wide, thick
        )
    return lines


def _cluster_rows(
    groups: Sequence[tuple[str, Sequence[float]]], height: int, wide: int, thick: int
) -> list[str]:
    lines = []
    gap = " " if thick > 1 else ""
    for row in reversed(range(height)):
        share = (row + 1) / height
        label = _tick(share) if 4 * (row + 1) % height == 0 else ""
        cells = ""
        for _, values in groups:
            signs = (_HEIGHTS[min(max(round(8 * height * v) - 8 * row, 0), 8)] for v in values)
            cells += "".join(sign * max(thick - 1, 1) + gap for sign in signs).ljust(wide)
        lines.append(f"{label:>{_MARGIN - 1}} {cells}".rstrip())
    letters = "".join(
        "".join(chr(ord("a") + at) + " " * (thick - 1) for at in range(len(values))).ljust(wide)
        for _, values in groups
    )
    names = "".join(name.ljust(wide) for name, _ in groups)
    blank = " " * _MARGIN
    return [*lines, (blank + letters).rstrip(), (blank + names).rstrip()]


def bar(value: float, most: float, width: int) -> str:
    """A bar of at most `width` columns for `value` of `most`; "" for nothing."""
    if most <= 0 or value <= 0 or width <= 0:
        return ""
    eighths = max(1, round(8 * width * min(value / most, 1.0)))
    return ("█" * (eighths // 8) + _EIGHTHS[eighths % 8]).rstrip()


def year_picture(
    levels: Sequence[Sequence[int | None]], first_days: Sequence[int], width: int = WIDTH
) -> list[str]:
    """A year of days, a column a week, rows from Monday to Sunday, months above.

    Args:
        levels: For each week its seven days' shades, 0 to 4; None for days to come.
        first_days: The Monday of each week, a study day.
        width: Columns; weeks that have no room, the earliest, are left out.
    """
    levels, first_days = levels[-(width - 4) :], first_days[-(width - 4) :]
    rows = ["    " + month_names(first_days)]
    for weekday, name in enumerate(("Mon", "", "Wed", "", "Fri", "", "Sun")):
        cells = (week[weekday] for week in levels)
        row = "".join(" " if level is None else _SHADES[level] for level in cells)
        rows.append(f"{name:<4}{row}".rstrip())
    return rows


def month_names(mondays: Sequence[int], step: int = 1) -> str:
    """The months above a year's weeks, each where it begins and has room.

    Args:
        mondays: The Monday of each week, a study day.
        step: Columns a week.
    """
    room = len(mondays) * step
    months = [" "] * room
    shown = free = 0
    for week, monday in enumerate(mondays):
        month, at = day_date(monday).month, week * step
        begins = shown or day_date(monday).day <= 14
        if month != shown and begins and free <= at <= room - 3:
            months[at : at + 3] = f"{day_date(monday):%b}"
            free = at + 4
        shown = month
    return "".join(months).rstrip()
