"""What home says of the day, of the plan, of a deck, and where there is none."""

from __future__ import annotations

from collections.abc import Iterator

from mdquiz.memory.day import day_date
from mdquiz.study.overview import DeckRow, Overview
from mdquiz.study.plan import Glance, date_words
from mdquiz.text import counted
from mdquiz.tui.bar import progress_bar
from mdquiz.tui.widgets.prose import Block

MUTED = "$foreground-muted"


def today_blocks(overview: Overview) -> Iterator[Block]:
    """Today's load, what was done, and the streak, in three lines."""
    if not overview.decks:
        return
    load = overview.due_today + overview.new_today
    plan = overview.plan if overview.plan and not overview.plan.over else None
    if load:
        open_plan = plan is not None and plan.due is None and not plan.rest
        what = "wait" if open_plan else "to drill today"
        if open_plan and load == 1:
            what = "waits"
        yield Block(f"{'card' if load == 1 else 'cards'} {what}", "bold")
        yield Block(f"{overview.due_today:,} due · {overview.new_today:,} new", MUTED)
    elif plan is not None and plan.rest and not overview.answered_today:
        yield Block("A day of rest", "bold $text-success")
        yield Block("Your plan asks no card today.", MUTED)
    else:
        yield Block("Done for today", "bold $text-success")
        yield Block(_next_words(overview), MUTED)
    said = []
    if overview.answered_today:
        said.append(f"{overview.answered_today:,} answered today")
    if overview.streak:
        said.append(f"{counted(overview.streak, 'day')} in a row")
    if overview.broken:
        files = counted(len(overview.broken), "deck file")
        yield Block(f"{files} cannot be read (p shows)", "$text-error", lead="! ")
    else:
        yield Block(" · ".join(said) or "Every answer is saved at once", MUTED)


def _next_words(overview: Overview) -> str:
    plan = overview.plan
    if plan is not None and not plan.over:
        return "Your plan rests today." if plan.rest else "Nothing of today's plan is left."
    match overview.next_due_in:
        case None:
            return "No card is scheduled."
        case 0:
            return "What is due goes beyond today's limit."
        case 1:
            return "The next card returns tomorrow."
        case days:
            return f"The next card returns in {counted(days, 'day')}."


def plan_blocks(plan: Glance, *, short: bool) -> Iterator[Block]:
    """The exam day, the days left, and what the plan has for today.

    Args:
        plan: The plan as it stands.
        short: Whether there is room for one line only.
    """
    exam = date_words(plan.exam_day)
    if plan.days_to_exam <= 0:
        yield from _over(plan, exam, short=short)
        return
    ahead = "tomorrow" if plan.days_to_exam == 1 else f"in {counted(plan.days_to_exam, 'day')}"
    if short:
        date = day_date(plan.exam_day)
        days = f"{plan.days_to_exam} d"
        yield Block(f"Exam {date.day} {date:%b} ({days}) · {_budget_words(plan)}", MUTED)
        return
    yield Block(f"Exam on {exam}, {ahead}: {plan.left_words}.", "$text-accent")
    yield Block(_todays_words(plan), MUTED)


def _over(plan: Glance, exam: str, *, short: bool) -> Iterator[Block]:
    if not plan.days_to_exam:
        yield Block("Today is the day of your exam.", "bold $text-accent")
    else:
        yield Block(f"Your exam was on {exam}.", "$text-accent")
    if not short:
        yield Block(
            "Cards are scheduled plainly again; `mdquiz plan --exam DATE` plans towards another "
            "exam.",
            MUTED,
        )


def _budget_words(plan: Glance) -> str:
    if plan.rest:
        return "rest today"
    if plan.cards is not None:
        return f"{counted(plan.left, 'card')} left"
    return f"{plan.left / 60:,.0f} min left"


def _todays_words(plan: Glance) -> str:
    if plan.rest:
        return "Today is a day of rest by your plan. Enter offers cards all the same."
    if plan.cards is not None:
        budget, left = counted(plan.cards, "card"), f"{plan.left:,.0f}"
    else:
        budget = counted(plan.minutes or 0.0, "minute")
        left = f"{max(plan.left / 60, 1):,.0f}"
    done = "is" if budget.startswith("1 ") else "are"
    if plan.due is None or plan.new is None:
        return f"Today: {budget}; your plan chooses the cards when you begin."
    if plan.done and not plan.due + plan.new:
        return f"Today's {budget} {done} done. Enter offers more all the same."
    if not plan.due + plan.new:
        return "What your plan chose for today is done; Enter looks whether more is worth asking."
    return f"Today: {left} of {budget} left, {plan.due:,} due and {counted(plan.new, 'new card')}."


def empty_blocks(folder: str) -> Iterator[Block]:
    """What to do where there is no deck."""
    yield Block("There are no decks yet", "bold $primary")
    yield Block("A deck is one TOML file of questions. Write a first one with", gap=1)
    yield Block("mdquiz new my-deck.toml", "bold", lead="  ")
    yield Block("and put it into", gap=1)
    yield Block(folder, "bold", lead="  ")
    yield Block("Then press r.", gap=1)


def deck_blocks(deck: DeckRow) -> Iterator[Block]:
    """How the cards of a deck stand."""
    filled, empty = progress_bar(deck.learned, deck.total, 40)
    yield Block(empty, "$primary-muted", lead=filled, lead_style="$success")
    words = [f"{deck.learned:,} of {counted(deck.total, 'card')} learned"]
    if deck.suspended:
        words.append(f"{deck.suspended:,} suspended")
    if deck.leeches:
        words.append(f"{counted(deck.leeches, 'leech', 'leeches')}: missed again and again")
    yield Block(" · ".join(words), MUTED)
    if deck.problems:
        count = counted(deck.problems, "problem")
        yield Block(f"{count} in {deck.path} (p shows)", "$text-error", lead="! ")
