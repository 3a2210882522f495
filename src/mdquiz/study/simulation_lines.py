"""Minutes a day against expected marks, as a table and its picture, with what follows from both."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

from mdquiz.study.plan import date_words
from mdquiz.study.plots import clusters
from mdquiz.study.simulation import RETENTIONS, WAYS, Simulation
from mdquiz.text import counted

HEADS = {"round robin": ("round", "robin"), "last week": ("last", "week")}
ROWS = 23
"""Lines of a small screen less one for the prompt."""
LOW_PICTURE, HIGH_PICTURE = 4, 8


def simulation_lines(found: Simulation, width: int = 80) -> list[str]:
    """What a person needs to choose minutes a day.

    Args:
        found: What was played.
        width: Columns; the table takes 40 at least.
    """
    budgets = sorted({one.minutes for one in found.played})
    about = (
        f"Expected on {date_words(found.exam_day)}, % of the marks of "
        f"{counted(found.cards, 'card')}, by minutes a day:"
    )
    head = [*wrap(about, width), "", *_table(found, budgets, width), ""]
    last = ["", *wrap(_enough(found, budgets), width), *wrap(_plain(found), width)]
    last += wrap(_legend(), width)
    room = ROWS - len(head) - len(last) - 2
    groups = [
        (f"{budget:g} min", [found.share(one) for one in found.played if one.minutes == budget])
        for budget in budgets
    ]
    height = HIGH_PICTURE if room >= HIGH_PICTURE else LOW_PICTURE
    return [*head, *clusters(groups, height=height, width=width), *last]


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


def _enough(found: Simulation, budgets: Sequence[float]) -> str:
    """Which minutes a day lose nothing worth naming."""
    shares = {one.minutes: 100 * found.share(one) for one in found.of("plan")}
    most, enough = budgets[-1], found.enough_minutes
    if len(budgets) == 1:
        return f"By the plan {counted(most, 'minute')} a day bring {shares[most]:.1f}%."
    if enough < most:
        verb = "is" if enough == 1 else "are"
        return (
            f"By the plan {counted(enough, 'minute')} a day {verb} as good as {most:g}: "
            f"{shares[enough]:.1f}%."
        )
    before = budgets[-2]
    return (
        f"By the plan each minute up to {most:g} a day pays: {shares[most]:.1f}%, with {before:g} "
        f"{shares[before]:.1f}%."
    )


def _plain(found: Simulation) -> str:
    """Which desired retention serves without a plan, if it makes a difference at all."""
    enough = found.enough_minutes
    best = found.best_retentions(enough)
    if len(best) == len(RETENTIONS):
        return "Without a plan, it makes no difference there which desired retention is set."
    which = " or ".join(best)
    return f"Without a plan, a desired retention of {which} does best there."


def _legend() -> str:
    percents = ", ".join(f"{100 * each:.0f}" for each in RETENTIONS)
    return (
        "a plan; b to d FSRS, plain scheduling: asks a card again once the chance that you know it "
        f"is down to {percents} %; e round robin: all cards in turn; f last week: nothing until "
        "then. Differences below half a percent are luck."
    )
