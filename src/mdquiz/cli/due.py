"""`mdquiz due`: what waits today, in a few milliseconds."""

from __future__ import annotations

import dataclasses
import shutil
import sys
from datetime import date
from typing import TYPE_CHECKING

import click

from mdquiz.cli.context import deck_ids, deck_paths, format_option, learner
from mdquiz.cli.output import emit, emit_json, narrate
from mdquiz.cli.wrapping import narrate_wrapped
from mdquiz.text import counted

if TYPE_CHECKING:
    from mdquiz.study.overview import DeckRow, Overview

NARROW = 60
"""Columns below which a table of decks leaves out what is learned."""


@click.command()
@click.argument("decks", nargs=-1, metavar="[DECK]...")
@format_option()
def due(decks: tuple[str, ...], output_format: str) -> None:
    """Show how many cards wait today, deck by deck."""
    from mdquiz.decks.library import open_library
    from mdquiz.study.overview import overview_of

    here = learner(deck_paths(decks))
    library = open_library(here.roots, here.places.cache)
    if decks:
        library = library.only(deck_ids(library, decks))
    overview = overview_of(library, here.places, here.settings, here.clock)
    rows = list(overview.decks)
    if output_format == "json":
        emit_json(as_json(overview, rows))
        return
    if not rows:
        narrate("There are no decks yet. Write one with `mdquiz new`.")
        narrate_broken(overview)
        return
    emit_rows(rows)
    narrate_wrapped(todays_line(overview))
    narrate_broken(overview)
    if overview.plan is not None:
        narrate_wrapped(overview.plan.words)


def as_json(overview: Overview, rows: list[DeckRow]) -> dict[str, object]:
    """The overview as plain data; the exam's day as a date."""
    whole = dataclasses.asdict(overview)
    if overview.plan is not None:
        exam = date.fromordinal(overview.plan.exam_day).isoformat()
        whole["plan"] = {**dataclasses.asdict(overview.plan), "exam_day": exam}
    whole["decks"] = [{**dataclasses.asdict(row), "path": str(row.path)} for row in rows]
    return whole


def emit_rows(rows: list[DeckRow]) -> None:
    """Print a table of decks; the titles stand last, for they can be of any width.

    In a terminal they are broken into its width; a narrow one has no learned cards and totals.
    """
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    narrow = 0 < width < NARROW
    more = "" if narrow else f"{'learned':>8} {'cards':>6} "
    emit(f"{'due':>5} {'new':>5} {more} deck")
    for row in rows:
        mark = f"  ({row.problems} with errors: mdquiz check {row.path})" if row.problems else ""
        counts = f"{row.due:>5} {row.new:>5} "
        counts += " " if narrow else f"{row.learned:>8} {row.total:>6}  "
        first, *others = _title_lines(f"{row.title}{mark}", width - len(counts), whole=not width)
        emit(counts + first)
        for other in others:
            emit(" " * len(counts) + other)


def _title_lines(text: str, room: int, *, whole: bool) -> list[str]:
    if whole:
        return [text]
    from mdquiz.cli.wrapping import broken

    return broken(text, max(room, 12))


def narrate_broken(overview: Overview) -> None:
    """Name the deck files that give no deck."""
    for path in overview.broken:
        narrate(f"This file gives no deck; `mdquiz check` tells why: {path}")


def todays_line(overview: Overview) -> str:
    """Today's load and the streak, in a sentence."""
    if overview.due_today or overview.new_today:
        load = f"Today: {overview.due_today} due and {counted(overview.new_today, 'new card')}."
    elif overview.plan is not None and not overview.plan.over:
        load = "Nothing of today's plan is left."
    elif overview.next_due_in:
        days = counted(overview.next_due_in, "day")
        when = "tomorrow" if overview.next_due_in == 1 else f"in {days}"
        load = f"Nothing is due now; the next card comes {when}."
    elif waiting := sum(row.due + row.new for row in overview.decks):
        wait = "waits" if waiting == 1 else "wait"
        load = f"Today's limits are reached; {counted(waiting, 'more card')} {wait}."
    else:
        load = "Nothing is due now."
    streak = counted(overview.streak, "day")
    return f"{load} Done today: {overview.answered_today}. Streak: {streak}."
