"""The plan towards the exam: what to expect of it, of other ways, and the load until then."""

from __future__ import annotations

import asyncio
import datetime
import json
import os
import sys
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass
from typing import Any

from mdquiz.study.desk import Desk
from mdquiz.study.plan import Glance, date_words, in_force
from mdquiz.study.plan_outlook import Told, kept_report
from mdquiz.study.price_search import job_of
from mdquiz.text import counted
from mdquiz.tui.screens.stats_pages import WIDE, date, words
from mdquiz.tui.widgets.charts import (
    GAP,
    MUTED,
    Line,
    beside,
    columns,
    in_blocks,
    meter,
    scale_width,
    title,
    widest,
)

WAYS = (
    ("plan", "by your plan", "$success"),
    ("plain", "plain scheduling", "$primary"),
    ("stop", "if you stop today", "$warning"),
    ("more", "plan + 10 min a day", "$accent"),
)
NEXT_TO_NOTHING = 0.05
"""Marks."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of the plan.

    Attributes:
        glance: What stands of it today; None without a plan.
        told: What to expect, as it was last played today; None until it was.
        job: What a process needs to play it; "" where nothing happened since.
        done: The share played so far.
        failed: Whether playing ended without a report.
    """

    glance: Glance | None = None
    told: Told | None = None
    job: str = ""
    done: float = 0.0
    failed: bool = False

    @property
    def playing(self) -> bool:
        """Whether a report is on its way."""
        return bool(self.job) and not self.failed


def standing_of(desk: Desk) -> Standing:
    """How the plan stands, with today's report where it was played already."""
    plan = in_force(desk.store, desk.today())
    glance = desk.plan()
    if plan is None:
        return Standing(glance)
    told, fresh = kept_report(desk, plan)
    return Standing(glance, told, "" if told and fresh else job_of(desk))


async def played(job: str) -> AsyncGenerator[float | Told, None]:
    """Play a plan in a process of its own: the share done, again and again, then the report."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "mdquiz.study.plan_outlook",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
        limit=2**20,
    )
    assert process.stdin is not None and process.stdout is not None
    try:
        process.stdin.write(job.encode())
        await process.stdin.drain()
        process.stdin.close()
        async for line in process.stdout:
            told: Any = json.loads(line)
            yield told
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


def plan_lines(standing: Standing, width: int, height: int) -> list[Line]:
    """The page, at most `width` columns wide."""
    glance, told = standing.glance, standing.told
    if glance is None:
        return [
            [("No exam is planned", "bold $primary")],
            [],
            *words("With the day of the exam and the time you have, mdquiz chooses each", width),
            *words("day's cards so that as much as possible is known on that day.", width),
            *words("Set it here (the keys below say how), or on the command line:", width),
            [],
            *words("  mdquiz plan --exam 2027-05-23 --minutes 45", width, "bold"),
        ]
    if glance.over:
        return [
            [("The exam day of your plan has come", "bold $primary")],
            [],
            *words(glance.words, width),
        ]
    remark = glance.left_words
    if width < WIDE:
        lines: list[Line] = [title(f"Exam on {date_words(glance.exam_day)}"), [(remark, MUTED)]]
    else:
        lines = [title(f"Exam on {date_words(glance.exam_day)}", remark)]
    if told is None:
        return [*lines, [], *_waiting(standing, width)]
    lines += words(_terms(told, glance), width)
    if standing.playing:
        lines += [[*meter(standing.done, 10, "$primary"), (" being played anew", MUTED)]]
    lines += [[]]
    lines += _expected(told, width)
    lines += words(_worth(told), width, "")
    return [*lines, [], *_load(told, width, height - len(lines) - 4)]


def _waiting(standing: Standing, width: int) -> list[Line]:
    if standing.failed:
        return words("It could not be played through; `mdquiz plan show` tells why.", width)
    return [
        *words("Playing the days through to the exam; this takes a while, and you can", width),
        *words("drill meanwhile.", width),
        [],
        [*meter(standing.done, min(width - 8, 50), "$primary"), (f" {standing.done:4.0%}", MUTED)],
    ]


def _terms(told: Told, glance: Glance) -> str:
    plan = told["plan"]
    cards = plan["cards"]
    budget = counted(cards, "card") if cards else counted(plan["minutes"], "minute")
    terms = [
        f"{budget} a day",
        f"{counted(told['cards'], 'card')}, {told['new_cards']:,} of them new",
    ]
    if plan["rest"]:
        terms.append(f"rest on {', '.join(plan['rest'])}")
    if plan["preset"]:
        terms.append(f"marks of {plan['preset']}")
    chosen = told["chosen_today"]
    due = chosen["due"] if glance.due is None else glance.due
    new = chosen["new"] if glance.new is None else glance.new
    today = "rest" if glance.rest else f"{due:,} due and {counted(new, 'new card')}"
    return f"{'; '.join(terms)}. Today: {today}."


def _expected(told: Told, width: int) -> list[Line]:
    wide = width >= WIDE
    ways = [told["expected"][name] for name, _, _ in WAYS]
    marks = _aligned([f"{way['marks']:,.0f}" for way in ways])
    luck = [f"±{way['spread']:,.0f}" for way in ways]
    luck = [said.ljust(max(map(len, luck))) + " " for said in luck]
    shares = _aligned([f"{100 * way['share']:.{1 if wide else 0}f}%" for way in ways])
    unseen = [f"{way['never_seen']:,.0f}" if round(way["never_seen"]) else "" for way in ways]
    unseen = [f"  {said} unseen" if said.strip() else "" for said in _aligned(unseen)]
    named = max(len(called) for _, called, _ in WAYS)
    taken = named + sum(max(map(len, column)) for column in (marks, luck, shares)) + 3
    if taken - 1 > width:
        luck = [""] * len(luck)
    room = width - taken - max(map(len, unseen))
    what = "Expected on the exam day" if wide else "Expected"
    lines: list[Line] = [title(what, f"of {told['marks_in_all']:,.0f} marks")]
    for at, ((name, called, look), way) in enumerate(zip(WAYS, ways, strict=True)):
        style = "bold" if name == "plan" else ""
        line: Line = [(f"{called:<{named}} {marks[at]}", style), (f" {luck[at]}", MUTED)]
        if wide and room >= 6:
            line += [*meter(way["share"], room, look), (" ", "")]
        line.append((shares[at], style))
        if wide:
            line.append((unseen[at], MUTED))
        lines.append(line)
    return lines


def _aligned(texts: Sequence[str]) -> list[str]:
    """All as wide as the widest, figures under figures."""
    wide = max(map(len, texts))
    return [text.rjust(wide) for text in texts]


def _worth(told: Told) -> str:
    """What more time buys, and what there is no time for."""
    gain, today = told["ten_more_minutes_a_day"], told["ten_more_minutes_today"]
    if gain < NEXT_TO_NOTHING:
        said = "Ten more minutes a day bring next to nothing: your cards fit the time."
    else:
        said = f"Ten more minutes a day bring about {gain:.1f} marks"
        alone = f", today alone {today:.1f}." if today and today >= NEXT_TO_NOTHING else "."
        said += alone
    plan, plain = told["expected"]["plan"], told["expected"]["plain"]
    if abs(plan["marks"] - plain["marks"]) < max(plan["spread"], plain["spread"]):
        said += " Your plan and plain scheduling come out alike: time is not what is short."
    unseen = round(told["expected"]["plan"]["never_seen"])
    if unseen:
        cards = counted(unseen, "card")
        said += f" About {cards} cannot be begun in this time: others bring more."
    return f"{said} ± is luck in study and exam, not the memory model's own error."


def _load(told: Told, width: int, height: int) -> list[Line]:
    """Minutes of the days to come."""
    load = told["load"]
    if not load:
        return []
    wide = width >= WIDE
    days = [
        (
            datetime.date.fromisoformat(one["first"]).toordinal(),
            datetime.date.fromisoformat(one["last"]).toordinal(),
        )
        for one in load
    ]
    rows = min(max(height, 4), 14)
    single = days[0][0] == days[0][1]
    lines: list[Line] = [
        [
            (f"{date(first):<6}", ""),
            (f"{one['minutes']:>8,.0f}", "bold $primary"),
            (f"{one['cards']:>7,.0f}", MUTED),
        ]
        for (first, _), one in zip(days, load, strict=True)
    ]
    head: Line = [(f"{'' if single else 'from':<6}{'minutes':>8}{'cards':>7}", MUTED)]
    minutes = [one["minutes"] for one in load]
    least = len(load) + scale_width(minutes)
    table = in_blocks(head, lines, rows + 1, width - least - GAP) if wide else [head, *lines]
    picture = columns(
        minutes,
        max(width - widest(table) - GAP, least) if wide else width,
        rows,
        look="$primary",
        x_words=("now", "exam"),
    )
    by = "week" if days[0][1] - days[0][0] == 6 else "four weeks"
    by = "day" if single else by
    return [
        title("Load to come", f"minutes by {by}"),
        *(beside(picture, table, width) if wide else [*picture, [], *table]),
    ]
