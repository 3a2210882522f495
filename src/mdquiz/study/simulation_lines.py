"""Minutes a day against expected marks, as a table and its picture, for 24 lines of 40 columns."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

from mdquiz.study.plan import date_words
from mdquiz.study.plots import WIDTH, line_plot
from mdquiz.study.simulation import WAYS, Simulation

HEADS = {"round robin": ("round", "robin"), "last week": ("last", "week")}
DRAWN = ("plan", "FSRS 0.9", "last week")
ROWS = 23
"""Lines of a small screen less one for the prompt."""


def simulation_lines(found: Simulation, width: int = 80) -> list[str]:
    """What a person needs to choose minutes a day.

    Args:
        found: What was played.
        width: Columns; the table takes 40 at least.
    """
    budgets = sorted({one.minutes for one in found.played})
    about = (
        f"Expected on {date_words(found.exam_day)}, % of the marks of {found.cards} cards, "
        "by minutes a day:"
    )
    lines = [*wrap(about, width), "", *_table(found, budgets, width)]
    middle = budgets[len(budgets) // 2]
    best = found.best_retention(middle)
    advice = f"Without a plan, a desired retention of {best} does best at {middle:g} minutes."
    last = ["", *wrap(advice, width)]
    if len(budgets) > 1:
        lines += ["", *_picture(found, budgets, width, ROWS - len(lines) - len(last) - 3)]
    return [*lines, *last]


def _table(found: Simulation, budgets: Sequence[float], width: int) -> list[str]:
    room = min(max((width - 4) // len(WAYS), 6), 11)
    heads = [HEADS.get(way) or (*way.split(), "")[:2] for way in WAYS]
    lines = [
        "".ljust(4) + "".join(f"{first if second else '':>{room}}" for first, second in heads),
        "min".ljust(4) + "".join(f"{second or first:>{room}}" for first, second in heads),
    ]
    for budget in budgets:
        shares = {one.way: found.share(one) for one in found.played if one.minutes == budget}
        cells = "".join(f"{100 * shares[way]:>{room}.1f}" for way in WAYS)
        lines.append(f"{budget:<4g}{cells}")
    return lines


def _picture(found: Simulation, budgets: Sequence[float], width: int, height: int) -> list[str]:
    curves = {way: [(one.minutes, found.share(one)) for one in found.of(way)] for way in DRAWN}
    return line_plot(
        curves,
        x_words=(f"{budgets[0]:g} minutes", f"{budgets[-1]:g} minutes"),
        low=min(share for points in curves.values() for _, share in points),
        height=max(height, 5),
        width=min(width, WIDTH),
    )
