"""`mdquiz plan`: the exam day, the time there is for it, and what can be expected of both."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from mdquiz.cli.context import format_option, open_desk, plan_decks
from mdquiz.cli.dates import DATE
from mdquiz.cli.output import emit, emit_json, narrate, text_columns
from mdquiz.cli.progress_line import progress_line
from mdquiz.errors import UsageError

if TYPE_CHECKING:
    from mdquiz.progress.plans import StoredPlan
    from mdquiz.study.desk import Desk
    from mdquiz.study.plan import Changes

NO_PLAN = (
    "There is no plan.",
    "Make one: `mdquiz plan --exam 2027-05-23 --minutes 45`.",
)


@click.group(invoke_without_command=True)
@click.option("--exam", "exam_date", type=DATE, help="The day of the exam.")
@click.option("--minutes", type=click.FloatRange(1, 1440), help="Minutes of study a day.")
@click.option("--cards", type=click.IntRange(1, 9999), help="Cards a day, instead of minutes.")
@click.option("--decks", multiple=True, metavar="DECK", help="Only these decks; `all` for all.")
@click.option(
    "--weights",
    multiple=True,
    metavar="TAG=N",
    help="A topic's questions count N times; `none` takes all weights away.",
)
@click.option(
    "--rest",
    multiple=True,
    metavar="DAY,...",
    help="Days without study: sun, or 2027-01-26; `none` for no such days.",
)
@click.option(
    "--preset", metavar="NAME", help="The exam whose marks count; `none` for a mark a card."
)
@click.pass_context
def plan(
    ctx: click.Context,
    exam_date: date | None,
    minutes: float | None,
    cards: int | None,
    decks: tuple[str, ...],
    weights: tuple[str, ...],
    rest: tuple[str, ...],
    preset: str | None,
) -> None:
    """Plan every study day so that as much as possible is known on the exam day.

    \b
    mdquiz plan --exam 2027-05-23 --minutes 45 --rest sun
    mdquiz plan --minutes 60                 another budget; the rest stays as it is
    mdquiz plan --weights polity=2 --weights art=0.5
    mdquiz plan show

    What is left out stays as it was. From then on `mdquiz drill` asks the plan's cards.
    """
    given = (exam_date, minutes, cards, preset)
    changing = any(value is not None for value in given) or bool(decks or weights or rest)
    if ctx.invoked_subcommand is not None:
        if changing:
            raise click.UsageError("Set the plan first, then look at it with `mdquiz plan show`.")
        return
    if not changing:
        ctx.invoke(show, output_format="text")
        return
    if minutes is not None and cards is not None:
        raise click.UsageError("Choose one of --minutes and --cards.")
    from mdquiz.study.plan import Changes
    from mdquiz.study.plan_words import parts_of, read_rest, read_weights

    with open_desk() as desk:
        days = None if not rest else read_rest(parts_of(rest), "--rest")
        _make(
            desk,
            Changes(
                exam_day=None if exam_date is None else exam_date.toordinal(),
                minutes=minutes,
                cards=cards,
                decks=plan_decks(desk.library, parts_of(decks)),
                weights=read_weights(parts_of(weights), desk) if weights else None,
                rest_weekdays=None if days is None else days[0],
                rest_days=None if days is None else days[1],
                preset=_preset(desk, preset),
            ),
        )


def _make(desk: Desk, changes: Changes) -> None:
    from mdquiz.study.plan import make_plan
    from mdquiz.study.plan_lines import heading_lines, today_words
    from mdquiz.study.planned import form_today
    from mdquiz.study.price_search import search_prices

    made = make_plan(desk, changes)
    narrate("The plan is stored.")
    with progress_line("Finding what the time of each day is worth ...") as progress:
        search_prices(desk, made, always=True, progress=progress)
    today = form_today(desk, made)
    new = sum(bool(today.ranking.new[at]) for at in today.chosen)
    due = len(today.chosen) + len(today.returning) - new
    for line in heading_lines(made, desk.today(), text_columns()):
        emit(line)
    emit(f"{today_words(due, new)}.")
    narrate("`mdquiz plan show` tells what to expect of it; `mdquiz drill` begins.")


@plan.command()
@format_option()
def show(output_format: str) -> None:
    """Show what to expect on the exam day, and the load until then."""
    from mdquiz.study.plan import Glance

    with open_desk(read_only=True) as desk:
        kept = desk.store.plans.latest()
        if kept is None or kept.exam_day is None:
            raise UsageError(*NO_PLAN)
        if kept.exam_day <= desk.today():
            narrate(Glance(kept.exam_day, 0, 0, False, True, None, None).words)
            if output_format == "json":
                from mdquiz.study.plan_report import plan_json

                emit_json({"plan": plan_json(kept), "over": True})
            return
        from mdquiz.study.plan_lines import report_lines
        from mdquiz.study.plan_outlook import keep_report
        from mdquiz.study.plan_report import plan_report

        _renew(desk, kept)
        with progress_line("Playing the days through to the exam ...") as progress:
            report = plan_report(desk, kept, progress)
        keep_report(desk, kept, report.as_json())
    if output_format == "json":
        emit_json({**report.as_json(), "over": False})
        return
    for line in report_lines(report, text_columns()):
        emit(line)


def _renew(desk: Desk, plan: StoredPlan) -> None:
    """Find prices where those of the plan no longer fit; only then is anything written."""
    from mdquiz.study.planned import look_at_today
    from mdquiz.study.price_search import search_prices

    if look_at_today(desk, plan)[0].stale:
        words = "Finding what the time of each day is worth ..."
        with open_desk() as writing, progress_line(words) as progress:
            search_prices(writing, plan, progress=progress)


@plan.command()
@click.argument("deck_name", metavar="[DECK]", required=False)
@click.argument("question", metavar="[ID]", required=False)
def why(deck_name: str | None, question: str | None) -> None:
    """Tell why a card is asked today or is not: today's cards, those of DECK, or one question."""
    from mdquiz.study.planned import why as reasons

    with open_desk(read_only=True) as desk:
        cards = None
        if deck_name is not None:
            entry = desk.library.find(deck_name)
            cards = [card.card for card in entry.cards if question in (None, card.card.question)]
            if not cards:
                raise UsageError(
                    f"{entry.title} has no question {question}.",
                    f"`mdquiz show {entry.id}` lists its questions.",
                )
        found = reasons(desk, cards)
        if not found:
            narrate("No card is to be asked now; name a deck to learn why.")
        for card, reason in found:
            emit(f"{card}  {reason}")


@plan.command()
def end() -> None:
    """End the plan: cards are scheduled plainly again."""
    from mdquiz.study.plan import end_plan

    with open_desk() as desk:
        if not end_plan(desk):
            raise UsageError(*NO_PLAN)
    narrate("The plan has ended; cards are scheduled plainly again. Every answer stands.")


# Options


def _preset(desk: Desk, name: str | None) -> str | None:
    if name is None or name == "none":
        return None if name is None else ""
    from mdquiz.exams.presets import load_preset
    from mdquiz.study.attempts import presets_folder

    return load_preset(name, presets_folder(desk.places)).name
