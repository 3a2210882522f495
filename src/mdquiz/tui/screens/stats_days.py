"""Days: those to come, those studied, and the year at a glance."""

from __future__ import annotations

from collections.abc import Sequence

from mdquiz.insight.effort import DayEffort, Square
from mdquiz.memory.day import day_date
from mdquiz.tui.screens.stats_pages import (
    View,
    date,
    hours,
    nothing,
    since_first_answer,
    span_words,
    words,
)
from mdquiz.tui.widgets.charts import MUTED, Line, beside, columns, title

SHADES = (
    ("·", "$foreground-muted"),
    ("░", "$success 55%"),
    ("▒", "$success 70%"),
    ("▓", "$success 85%"),
    ("█", "$success"),
)
WEEKDAYS = ("Mon", "", "Wed", "", "Fri", "", "Sun")
TABLE = 28
"""Columns of a table beside its picture."""


def ahead(view: View) -> list[Line]:
    """Cards that come due on the days ahead, up to the exam where one is planned."""
    stats = view.stats
    loads = stats.forecast
    if not loads or not loads[-1].total:
        return nothing(view, "No card comes due in the days ahead")
    room = view.width - TABLE - 12 if view.wide else view.width - 8
    span = _span(len(loads), room)
    groups = [loads[start : start + span] for start in range(0, len(loads), span)]
    height = view.picture_height(5)
    picture = columns(
        [sum(load.due for load in group) for group in groups],
        view.width - TABLE - 3 if view.wide else view.width,
        height,
        look="$primary",
        x_words=("today", date(loads[-1].day)),
        special=(0,),
    )
    table: list[Line] = [[(f"{'':<15}{'due':>5}{'in all':>8}", MUTED)]]
    rest = loads[1:]
    size = max(-(-len(rest) // max(height - 1, 1)), span) if view.wide else max(span, 7)
    spans = [loads[:1], *(rest[start : start + size] for start in range(0, len(rest), size))]
    for some in spans:
        when = "today" if some is spans[0] else span_words(some[0].day, some[-1].day)
        table.append(
            [
                (f"{when:<15}", ""),
                (f"{sum(load.due for load in some):>5}", "bold $primary"),
                (f"{some[-1].total:>8,}", MUTED),
            ]
        )
    until = f"exam on {date(stats.exam_day)}" if stats.exam_day else f"{len(loads)} days ahead"
    per = {1: "day", 7: "week", 28: "four weeks"}[span]
    remark = (
        "If nothing new is begun, each card counted once."
        if stats.exam_day is None
        else "If nothing new is begun; what your plan will ask is on the page Plan."
    )
    return [
        title(f"Cards that come due, by {per}" if view.wide else f"Due by {per}", until),
        *(beside(picture, table) if view.wide else [*picture, [], *table]),
        [],
        *words(remark, view.width),
    ]


def _span(days: int, room: int) -> int:
    """Days to a column, so that all have room."""
    return next((span for span in (1, 7) if -(-days // span) <= max(room, 10)), 28)


def time(view: View) -> list[Line]:
    """Minutes a day, or a week in longer periods."""
    effort = since_first_answer(view.stats.effort)
    studied = [day for day in effort if day.answers]
    if not studied:
        return nothing(view)
    room = view.width - 31 - 8 if view.wide else view.width - 8
    span = _span(len(effort), room)
    ends = range(len(effort), 0, -span)
    groups = [effort[max(end - span, 0) : end] for end in ends][::-1][-max(room, 10) :]
    height = view.picture_height(6)
    picture = columns(
        [sum(day.seconds for day in group) / 60 for group in groups],
        view.width - 31 if view.wide else view.width,
        height,
        look="$primary",
        x_words=(date(groups[0][0].day), "today"),
    )
    table = _effort_table(groups, height if view.wide else 12)
    per = {1: "day", 7: "week", 28: "four weeks"}[span]
    mean = view.stats.seconds / len(studied)
    return [
        title(f"Minutes by {per}", f"{hours(view.stats.seconds)} in all"),
        *(beside(picture, table) if view.wide else [*picture, [], *table]),
        [],
        *words(
            f"On the {len(studied)} days you studied: {hours(mean)} a day, "
            f"{sum(day.answers for day in studied) / len(studied):.0f} answers.",
            view.width,
        ),
    ]


def _effort_table(groups: Sequence[Sequence[DayEffort]], rows: int) -> list[Line]:
    """The spans in at most `rows` lines and a head."""
    lines: list[Line] = [[(f"{'':<15}{'time':>8}{'new':>5}", MUTED)]]
    size = -(-len(groups) // max(rows, 1))
    for end in range(len(groups), 0, -size):
        days = [day for group in groups[max(end - size, 0) : end] for day in group]
        lines.insert(
            1,
            [
                (f"{span_words(days[0].day, days[-1].day):<15}", ""),
                (f"{hours(sum(day.seconds for day in days)):>8}", "bold $primary"),
                (f"{sum(day.new for day in days):>5}", MUTED),
            ],
        )
    return lines


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
    fits = view.width >= 4 + step * len(shown) + 19 and view.wide
    best = max(days, key=lambda day: day.answers)
    streak = stats.streak
    return [
        title("The year", f"{len(days)} days with an answer"),
        *(beside(picture, table) if fits else [*picture, [], *table]),
        [],
        *words(
            f"{_days(streak.current)} in a row now, {_days(streak.longest)} at the longest; "
            f"most answers: {best.answers:,} on {date(best.day)}.",
            view.width,
        ),
    ]


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"


def _heat(weeks: Sequence[Sequence[Square | None]], step: int) -> list[Line]:
    months = [" "] * (len(weeks) * step + 4)
    shown = free = 0
    for at, week in enumerate(weeks):
        monday = week[0]
        if monday is None:
            continue
        month = day_date(monday.day).month
        if month != shown and at * step >= free and (shown or day_date(monday.day).day <= 14):
            months[at * step : at * step + 3] = f"{day_date(monday.day):%b}"
            free = at * step + 4
        shown = month
    lines: list[Line] = [[("    " + "".join(months).rstrip(), MUTED)]]
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


def _months_table(days: Sequence[Square], rows: int) -> list[Line]:
    months: dict[str, list[Square]] = {}
    for day in days:
        months.setdefault(f"{day_date(day.day):%b %Y}", []).append(day)
    lines: list[Line] = [[("    days answers", MUTED)]]
    for name, inside in list(months.items())[-max(rows, 3) :]:
        lines.append(
            [
                (f"{name[:3]} ", ""),
                (f"{len(inside):>4}", "bold $text-success"),
                (f"{sum(day.answers for day in inside):>8,}", MUTED),
            ]
        )
    return lines
