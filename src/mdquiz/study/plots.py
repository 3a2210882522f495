"""Pictures of numbers in plain text, for both front ends: no colour, any terminal with Unicode."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mdquiz.memory.day import day_date

WIDTH, HEIGHT = 62, 10
_EIGHTHS = " ▏▎▍▌▋▊▉█"
_SHADES = "·░▒▓█"


def line_plot(
    lines: Mapping[str, Sequence[tuple[float, float]]],
    *,
    x_words: tuple[str, str],
    low: float = 0.0,
    high: float = 1.0,
    percent: bool = True,
    height: int = HEIGHT,
) -> list[str]:
    """Lines over a common axis, at most 78 columns wide.

    Args:
        lines: Points of each line, by its name; lines without points are left out.
        x_words: What stands under the left and the right end.
        low: Bottom of the picture.
        high: Top of the picture.
        percent: Whether values are shares, 0 to 1.
        height: Rows of the picture.
    """
    import plotille  # type: ignore[import-untyped]

    drawn = {name: points for name, points in lines.items() if points}
    if not drawn:
        return []
    at = [x for points in drawn.values() for x, _ in points]
    left, right = min(at), max(at)
    figure = plotille.Figure()
    figure.width, figure.height, figure.with_colors = WIDTH, height, False
    figure.set_x_limits(min_=left, max_=right if right > left else left + 1)
    high = high if high > low else low + 1
    # A row has four dots; the library leaves out what falls on the upper edge itself.
    figure.set_y_limits(min_=low, max_=low + (high - low) * 4 * height / (4 * height - 1))
    figure.y_ticks_fkt = lambda value, _: _tick(min(value, high), percent)
    markers = ("", "x", "o", "+", "*")
    for number, (name, points) in enumerate(drawn.items()):
        marker = markers[number % len(markers)] or None
        figure.plot([x for x, _ in points], [y for _, y in points], label=name, marker=marker)
    picture = figure.show().splitlines()
    rows = [row for row in picture if "|" in row and not row.startswith("-")][:-1]
    indent = rows[0].index("|") + 2 if rows else 0
    ends = x_words[0] + x_words[1].rjust(WIDTH - len(x_words[0]))
    keys = "  ".join(
        f"{markers[number % len(markers)] or '─'} {name}" for number, name in enumerate(drawn)
    )
    legend = [" " * indent + keys] if len(drawn) > 1 else []
    return [*(row.rstrip() for row in rows), " " * indent + ends, *legend]


def _tick(value: float, percent: bool) -> str:
    return f"{100 * value:5.0f} %" if percent else f"{value:7.0f}"


def bar(value: float, most: float, width: int) -> str:
    """A bar of at most `width` columns for `value` of `most`; "" for nothing."""
    if most <= 0 or value <= 0:
        return ""
    eighths = max(1, round(8 * width * min(value / most, 1.0)))
    return ("█" * (eighths // 8) + _EIGHTHS[eighths % 8]).rstrip()


def year_picture(levels: Sequence[Sequence[int | None]], first_days: Sequence[int]) -> list[str]:
    """A year of days, a column a week, rows from Monday to Sunday, months above.

    Args:
        levels: For each week its seven days' shades, 0 to 4; None for days to come.
        first_days: The Monday of each week, a study day.
    """
    months = [" "] * (len(levels) + 4)
    shown, free = 0, 0
    for at, monday in enumerate(first_days):
        month = day_date(monday).month
        if month != shown and at >= free:
            months[at : at + 3] = f"{day_date(monday):%b}"
            free = at + 4
        shown = month
    rows = ["    " + "".join(months).rstrip()]
    for weekday, name in enumerate(("Mon", "", "Wed", "", "Fri", "", "Sun")):
        cells = (week[weekday] for week in levels)
        row = "".join(" " if level is None else _SHADES[level] for level in cells)
        rows.append(f"{name:<4}{row}".rstrip())
    return rows
