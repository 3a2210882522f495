"""`mdquiz fit`: memory parameters from the learner's own log."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from mdquiz.cli.context import format_option, open_desk
from mdquiz.cli.output import emit, emit_json, narrate, text_columns
from mdquiz.cli.progress_line import progress_line
from mdquiz.cli.wrapping import narrate_wrapped

if TYPE_CHECKING:
    from mdquiz.study.desk import Desk


@click.command()
@click.option("--undo", is_flag=True, help="Go back to the parameters before the last fit.")
@click.option("--dry-run", is_flag=True, help="Tell what a fit would bring; change nothing.")
@format_option()
def fit(undo: bool, dry_run: bool, output_format: str) -> None:
    """Fit the memory model to your own log, if that predicts you better.

    Parameters are fitted to the earlier four fifths of your reviews and judged on the last fifth.
    Only if they predict it better than the present ones, and by more than chance would bring, do
    they come into force: for each card at its next review, so that nothing becomes due at once.
    It then tells which desired retention your own times speak for. Needs the extra: pip install
    'mdquiz[fit]'.
    """
    from mdquiz.study.fit import fit_memory, keep_if_better, undo_fit
    from mdquiz.study.fit_lines import fit_lines, verdict_words
    from mdquiz.study.plan_cards import memory_of
    from mdquiz.study.retention import retention_advice
    from mdquiz.study.retention_lines import advice_lines

    with open_desk(read_only=dry_run) as desk:
        if undo:
            earlier = undo_fit(desk)
            _replan(desk)
            which = "the fit before it" if earlier else "the published parameters"
            narrate_wrapped(
                f"The last fit is taken back; from each card's next review on {which} count."
            )
            return
        present = memory_of(desk).parameters
        found = fit_memory(desk, progress=narrate)
        kept = not dry_run and keep_if_better(desk, found)
        if kept:
            _replan(desk)
        narrate("Playing your cards ahead at several desired retentions ...")
        advice = retention_advice(desk, present, found.parameters if found.better else None)
    if output_format == "json":
        emit_json({**found.as_json(), "kept": kept, "retention": advice.as_json()})
    else:
        width = text_columns()
        for line in [*fit_lines(found, width), "", *advice_lines(advice, width)]:
            emit(line)
    narrate_wrapped(verdict_words(found, dry_run=dry_run))


def _replan(desk: Desk) -> None:
    """A plan goes by what is believed of the memory."""
    from mdquiz.study.plan import in_force

    plan = in_force(desk.store, desk.today())
    if plan is None:
        return
    from mdquiz.study.price_search import search_prices

    with progress_line("Finding what the time of each day is worth by them ...") as progress:
        search_prices(desk, plan, always=True, progress=progress)
