"""A plan and what to expect of it as lines of text, as wide as the terminal."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from mdquiz.memory.day import day_date
from mdquiz.progress.plans import StoredPlan
from mdquiz.study.plan import date_words
from mdquiz.study.plan_words import WEEKDAYS
from mdquiz.study.table import table
from mdquiz.text import counted

if TYPE_CHECKING:
    from mdquiz.study.plan_report import PlanReport

WIDE = 60
MOST_TOPICS = 5
NEXT_TO_NOTHING = 0.05
"""Marks."""


def heading_lines(plan: StoredPlan, today: int, width: int = 80) -> list[str]:
    """The exam day and the terms of the plan."""
    assert plan.exam_day is not None
    days = plan.exam_day - today
    ahead = "tomorrow" if days == 1 else f"in {counted(days, 'day')}"
    budget = counted(plan.cards or 0, "card")
    if plan.cards is None:
        budget = counted(plan.minutes or 0, "minute")
    off = [WEEKDAYS[day] for day in sorted(plan.rest_weekdays)]
    off += [date_words(day) for day in sorted(plan.rest_days) if day >= today]
    weights = ", ".join(
        f"{tag} {weight:g} time{'' if weight == 1 else 's'}" for tag, weight in plan.weights.items()
    )
    terms = [
        f"{budget} a day",
        f"rest on {', '.join(off)}" if off else "",
        f"decks: {', '.join(plan.decks)}" if plan.decks else "all decks",
        f"weights: {weights}" if weights else "",
        f"marks of {plan.preset}" if plan.preset else "",
    ]
    return [
        *wrap(f"Exam on {date_words(plan.exam_day)}, {ahead}.", width),
        *wrap("; ".join(term for term in terms if term) + ".", width, break_long_words=False),
    ]


def today_words(due: int, new: int) -> str:
    """Today's cards: "Today: 12 due and 3 new cards"."""
    return f"Today: {due:,} due and {counted(new, 'new card')}"


def report_lines(report: PlanReport, width: int = 80) -> list[str]:
    """The plan, what to expect of it, what more time would bring, and the load to come."""
    said: list[str] = []
    for words in _words(report):
        said += wrap(words, width)
    return [
        *heading_lines(report.plan, report.today, width),
        *_about(report, width),
        "",
        *_expected(report, width),
        "",
        *said,
        "",
        *_load(report, width),
        "",
        *wrap(
            f"{today_words(report.due_today, report.new_today)}; "
            f"{report.safe:,} {'is' if report.safe == 1 else 'are'} safe until the exam as "
            f"{'it is' if report.safe == 1 else 'they are'}.",
            width,
        ),
    ]


def _about(report: PlanReport, width: int) -> list[str]:
    cards, left = counted(report.cards, "card"), counted(report.study_days, "day")
    lines = wrap(f"{cards}, {report.new:,} of them new; {left} of study left.", width)
    if report.used < 0.95:
        used = f"So far {100 * report.used:.0f} % of the time meant was used; so much is reckoned "
        lines += wrap(f"{used}with.", width)
    return lines


def _expected(report: PlanReport, width: int) -> list[str]:
    outlook = report.outlook
    wide = width >= WIDE
    rows = [
        ("by this plan" if wide else "by the plan", outlook.plan),
        ("plain FSRS, same time" if wide else "plain FSRS", outlook.plain),
        ("if you stop today" if wide else "if you stop", outlook.stop),
        ("plan + 10 minutes a day" if wide else "10 min more", outlook.more),
    ]
    first, last = ("Expected on the exam day", "never seen") if wide else ("Expected", "unseen")
    return table(
        [
            (first, "marks", "+/-", "of all", last),
            *(
                (
                    name,
                    f"{way.marks:,.1f}",
                    f"{way.spread:,.1f}",
                    f"{100 * report.share(way):.1f}%",
                    f"{way.unseen:,.0f}",
                )
                for name, way in rows
            ),
        ],
        width,
    )


def _words(report: PlanReport) -> list[str]:
    outlook, said = report.outlook, []
    if report.paper_marks:
        marks = report.share(outlook.plan) * report.paper_marks
        said.append(
            f"On a paper of {report.paper_marks:g} marks that your cards cover: about {marks:.0f}."
        )
    if unseen := round(outlook.plan.unseen):
        said.append(
            f"About {counted(unseen, 'card')} cannot be begun any more in this time: others bring "
            f"more.{_topics(report)}"
        )
    gain = outlook.more.marks - outlook.plan.marks
    if gain < NEXT_TO_NOTHING:
        said.append("Ten more minutes a day would bring next to nothing: your cards fit the time.")
    else:
        said.append(f"Ten more minutes a day would bring about {_marks(gain)}.")
    if report.more_today is not None and report.more_today >= NEXT_TO_NOTHING:
        said.append(f"Ten more minutes today alone: about {_marks(report.more_today)}.")
    said.append(
        "+/- is luck in study and exam; the memory model's own error is not in it. Plain FSRS asks "
        "a card again when it is about to be forgotten, whatever the day of the exam."
    )
    return said


def _topics(report: PlanReport) -> str:
    """Where most of what cannot be begun is, and how to see which cards these are."""
    named = [(topic, round(count)) for topic, count in report.no_time_topics if round(count)]
    if not any(topic for topic, _ in named):
        return " `mdquiz plan why DECK` tells which."
    told = ", ".join(f"{topic or 'no topic'} {count:,}" for topic, count in named[:MOST_TOPICS])
    more = " and others" if len(named) > MOST_TOPICS else ""
    return f" Most by topic: {told}{more}. `mdquiz plan why DECK` tells which."


def _marks(gain: float) -> str:
    """Marks to a tenth: "2.7 marks", "1 mark"."""
    return counted(round(gain, 1), "mark")


def _load(report: PlanReport, width: int) -> list[str]:
    rows = [("Load to come", "minutes", "cards")]
    for load in report.load:
        first, last = day_date(load.first), day_date(load.last)
        when = f"{first:%a %d %b}" if first == last else f"{first:%d %b} to {last:%d %b}"
        rows.append((when, f"{load.minutes:,.0f}", f"{load.cards:,.0f}"))
    return table(rows, width)
