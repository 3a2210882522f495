"""Days: those to come, those studied, and the year at a glance."""

from __future__ import annotations

from collections.abc import Sequence

from mdquiz.insight.effort import Square
from mdquiz.memory.day import day_date
from mdquiz.study.plots import month_names
from mdquiz.study.spans import grouped, per_words, since_first_answer, span_for
from mdquiz.text import counted
from mdquiz.tui.screens.stats_pages import View, date, hours, nothing, words
from mdquiz.tui.widgets.charts import (
    BLOCK_GAP,
    GAP,
    MUTED,
    Line,
    beside,
    columns,
    in_blocks,
    scale_width,
    title,
    widest,
)

SHADES = (
    ("·", "$foreground-muted"),
    ("░", "$success 55%"),
    ("▒", "$success 70%"),
    ("▓", "$success 85%"),
    ("█", "$success"),
)
WEEKDAYS = ("Mon", "", "Wed", "", "Fri", "", "Sun")
TABLE = 18
"""Columns of a block of a table beside its picture."""
MARGIN = 8
"""Columns of a picture's scale, at most; usually five."""


def ahead(view: View) -> list[Line]:
    """Cards that come due on the days ahead, up to the exam where one is planned."""
    stats = view.stats
    loads = stats.forecast
    if not loads or not loads[-1].total:
        return nothing(view, "No card comes due in the days ahead")
    height = view.picture_height(5)
    span = _span(len(loads), view, height)
    groups = [loads[start : start + span] for start in range(0, len(loads), span)]
    rows: list[Line] = [
        [
            (f"{'today' if span == 1 and not at else date(some[0].day):<6}", ""),
            (f"{sum(load.due for load in some):>5,}", "bold $primary"),
            (f"{some[-1].total:>7,}", MUTED),
        ]
        for at, some in enumerate(groups)
    ]
    head: Line = [(f"{'' if span == 1 else 'from':<6}{'due':>5}{'in all':>7}", MUTED)]
    until = f"exam on {date(stats.exam_day)}" if stats.exam_day else ""
    until = until or f"{counted(len(loads), 'day')} ahead"
    per = per_words(span)
    remark = (
        "If nothing new is begun, each card counted once."
        if stats.exam_day is None
        else "If nothing new is begun; what your plan will ask is on the page Plan."
    )
    return [
        title(f"Cards that come due, by {per}" if view.wide else f"Due by {per}", until),
        *_with_table(
            view,
            [sum(load.due for load in group) for group in groups],
            head,
            rows,
            height,
            ("today", date(loads[-1].day)),
            special=(0,),
        ),
        [],
        *words(remark, view.width),
    ]


def _with_table(
    view: View,
    values: Sequence[float],
    head: Line,
    rows: Sequence[Line],
    height: int,
    x_words: tuple[str, str],
    special: Sequence[int] = (),
) -> list[Line]:
    """Columns with the table of the same spans: beside them where there is room, else below."""
    if not view.wide:
        picture = columns(
            values, view.width, height, look="$primary", x_words=x_words, special=special
        )
        return [*picture, [], head, *rows]
    least = len(values) + scale_width(values)
    table = in_blocks(head, rows, height + 1, view.width - least - GAP)
    room = max(view.width - widest(table) - GAP, least)
    picture = columns(values, room, height, look="$primary", x_words=x_words, special=special)
    return beside(picture, table, view.width)


def _span(days: int, view: View, height: int) -> int:
    """Days to a column, so that all columns have room and, beside them, all lines of the table."""
    if not view.wide:
        return span_for(days, max(view.width - MARGIN, 10))
    for most in range(view.width - MARGIN, 10, -1):
        blocks = (view.width - most - 5 - GAP + BLOCK_GAP) // (TABLE + BLOCK_GAP)
        if most <= blocks * max(height + 2, 5):
            return span_for(days, most)
    return span_for(days, 10)


def time(view: View) -> list[Line]:
    """Minutes a day, or a week in longer periods."""
    effort = since_first_answer(view.stats.effort)
    studied = [day for day in effort if day.answers]
    if not studied:
        return nothing(view)
    height = view.picture_height(6)
    span = _span(len(effort), view, height)
    groups = grouped(effort, span)
    head: Line = [(f"{'' if span == 1 else 'from':<6}{'time':>8}{'new':>4}", MUTED)]
    rows: list[Line] = [
        [
            (f"{date(days[0].day):<6}", ""),
            (f"{hours(sum(day.seconds for day in days)):>8}", "bold $primary"),
            (f"{sum(day.new for day in days):>4,}", MUTED),
        ]
        for days in groups
    ]
    mean = view.stats.seconds / len(studied)
    answers = round(sum(day.answers for day in studied) / len(studied))
    on = f"On the {counted(len(studied), 'day')}" if len(studied) > 1 else "On the day"
    return [
        title(
            f"{'Minutes' if view.wide else 'Time'} by {per_words(span)}",
            f"{hours(view.stats.seconds)} in all",
        ),
        *_with_table(
            view,
            [sum(day.seconds for day in group) / 60 for group in groups],
            head,
            rows,
            height,
            (date(groups[0][0].day), "today"),
        ),
        [],
        *words(f"{on} you studied: {hours(mean)} a day, {counted(answers, 'answer')}.", view.width),
    ]


def year(view: View) -> list[Line]:
    """Every day of the year, a column a week, and each month in figures."""
    stats = view.stats
    weeks = stats.year
    days = [day for week in weeks for day in week if day is not None and day.answers]
    if not days:
        return nothing(view, "No answers in this year yet")
    step = 2 if view.width >= 4 + 2 * len(weeks) else 1
    shown = weeks[-((view.width - 4) // step) :]
    picture = _heat(shown, step)
    table = _months_table(days, view.height - 4 if view.wide else 12)
    best = max(days, key=lambda day: day.answers)
    streak = stats.streak
    return [
        title("The year", f"{counted(len(days), 'day')} with an answer"),
        *beside(picture, table, view.width),
        [],
        *words(
            f"{counted(streak.current, 'day')} in a row now, "
            f"{counted(streak.longest, 'day')} at the longest; "
            f"most answers: {best.answers:,} on {date(best.day)}.",
            view.width,
        ),
    ]


def _heat(weeks: Sequence[Sequence[Square | None]], step: int) -> list[Line]:
    mondays = [week[0].day for week in weeks if week[0] is not None]
    lines: list[Line] = [[("    " + month_names(mondays, step), MUTED)]]
    for weekday, name in enumerate(WEEKDAYS):
        line: Line = [(f"{name:<4}", MUTED)]
        for week in weeks:
            square = week[weekday]
            sign, look = (" ", "") if square is None else SHADES[square.level]
            line.append(
                (sign * step if square is None or square.level else f"{sign:<{step}}", look)
            )
        lines.append(line)
    legend: Line = [("    ", ""), ("none ", MUTED)]
    legend += [(sign * 2 + " ", look) for sign, look in SHADES]
    return [*lines, [*legend, ("many answers", MUTED)]]


def _months_table(days: Sequence[Square], rows_there_are: int) -> list[Line]:
    months: dict[str, list[Square]] = {}
    for day in days:
        months.setdefault(f"{day_date(day.day):%b %Y}", []).append(day)
    rows: list[Line] = []
    for name, inside in list(months.items())[-max(rows_there_are, 3) :]:
        rows.append(
            [
                (f"{name[:3]} ", ""),
                (f"{len(inside):>4}", "bold $text-success"),
                (f"{sum(day.answers for day in inside):>8,}", MUTED),
            ]
        )
    return [[("    days answers", MUTED)], *rows]
