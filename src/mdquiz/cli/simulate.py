"""`mdquiz simulate`: the learner's own deck under several budgets, to choose minutes a day by."""

from __future__ import annotations

from datetime import date

import click

from mdquiz.cli.context import format_option, open_desk, plan_decks
from mdquiz.cli.dates import DATE
from mdquiz.cli.output import emit, emit_json, text_columns
from mdquiz.cli.progress_line import progress_line
from mdquiz.errors import UsageError


@click.command()
@click.option(
    "--exam",
    "exam_date",
    type=DATE,
    help="The day of the exam; without it, that of the plan.",
)
@click.option(
    "--minutes",
    default="15,30,45,60,90",
    show_default=True,
    metavar="N,...",
    help="Minutes a day to try.",
)
@click.option("--decks", multiple=True, metavar="DECK", help="Only these decks; `all` for all.")
@click.option(
    "--seed", type=int, default=1, show_default=True, help="Luck: the same, the same figures."
)
@click.option(
    "--runs", type=click.IntRange(1, 50), default=2, show_default=True, help="Plays of each."
)
@format_option()
def simulate(
    exam_date: date | None,
    minutes: str,
    decks: tuple[str, ...],
    seed: int,
    runs: int,
    output_format: str,
) -> None:
    """Play your cards through to the exam under several minutes a day and ways of studying.

    The ways: mdquiz's plan; plain scheduling at three desired retentions; the deck round and
    round; nothing until the last week. All meet the same luck.
    """
    from mdquiz.study.plan import Changes, changed
    from mdquiz.study.simulation import simulate as play
    from mdquiz.study.simulation_lines import simulation_lines

    budgets = _budgets(minutes)
    names = [part.strip() for name in decks for part in name.split(",") if part.strip()]
    with open_desk(read_only=True) as desk:
        kept = desk.store.plans.latest()
        if kept is None and exam_date is None:
            raise UsageError("There is no plan to take the exam's date from.", "Add --exam DATE.")
        terms = Changes(
            exam_day=None if exam_date is None else exam_date.toordinal(),
            minutes=budgets[0],
            decks=plan_decks(desk.library, names),
        )
        plan = changed(kept, terms, desk)
        with progress_line("Playing the days through to the exam ...") as progress:
            found = play(desk, plan, budgets, seed=seed, runs=runs, progress=progress)
    if output_format == "json":
        emit_json(found.as_json())
        return
    for line in simulation_lines(found, text_columns()):
        emit(line)


def _budgets(text: str) -> list[float]:
    try:
        budgets = sorted({float(part) for part in text.split(",") if part.strip()})
    except ValueError:
        budgets = []
    if not budgets or not all(1 <= budget <= 1440 for budget in budgets):
        raise UsageError(
            f"--minutes {text} is no list of minutes.", "Write numbers from 1 to 1440: 15,30,45."
        )
    return budgets
