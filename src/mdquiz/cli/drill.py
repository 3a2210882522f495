"""`mdquiz drill`, and what `mdquiz` alone does: begin a sitting, in the app or in plain lines."""

from __future__ import annotations

import click

from mdquiz.cli.context import (
    deck_ids,
    deck_paths,
    open_desk,
    run_in_app,
    terminal_can_show_app,
)
from mdquiz.cli.output import narrate

NO_TERMINAL = "This is no terminal that the app can run in, so here are plain lines."


@click.command()
@click.argument("decks", nargs=-1, metavar="[DECK]...")
@click.option("--tag", "tags", multiple=True, help="Only this topic and its sub-topics.")
@click.option("-n", "--limit", type=click.IntRange(min=1), help="At most so many cards.")
@click.option(
    "--ahead", is_flag=True, help="After today's, also cards not due yet; those move no schedule."
)
@click.option("--cram", is_flag=True, help="Every card, in any order; none moves the schedule.")
@click.option("--plain", is_flag=True, help="Plain lines: for screen readers, pipes, any terminal.")
@click.pass_context
def drill(
    ctx: click.Context,
    decks: tuple[str, ...],
    tags: tuple[str, ...],
    limit: int | None,
    ahead: bool,
    cram: bool,
    plain: bool,
) -> None:
    """Drill today's cards of the DECKs: names, files or folders; without any, of all decks."""
    from mdquiz.progress.log import Kind
    from mdquiz.study.scope import Scope

    if ahead and cram:
        raise click.UsageError("Choose one of --ahead and --cram.")
    kind = Kind.AHEAD if ahead else Kind.CRAM if cram else Kind.DRILL
    with open_desk(deck_paths(decks)) as desk:
        scope = Scope(decks=deck_ids(desk.library, decks), tags=tags, kind=kind, limit=limit)
        if not plain and terminal_can_show_app():
            ctx.exit(run_in_app(desk, scope))
        if not plain:
            narrate(NO_TERMINAL)
        from mdquiz.cli.plain import drill_in_lines

        if kind is Kind.DRILL and (plan := desk.plan()) is not None:
            narrate(plan.words)
        drill_in_lines(desk, scope)


def home() -> int:
    """What `mdquiz` alone does; the exit code."""
    with open_desk() as desk:
        if terminal_can_show_app():
            return run_in_app(desk)
        narrate(NO_TERMINAL)
        from mdquiz.cli.due import emit_rows, narrate_broken, todays_line
        from mdquiz.cli.plain import drill_in_lines
        from mdquiz.study.scope import Scope

        overview = desk.overview()
        emit_rows(list(overview.decks))
        narrate(todays_line(overview))
        narrate_broken(overview)
        drill_in_lines(desk, Scope())
    return 0
