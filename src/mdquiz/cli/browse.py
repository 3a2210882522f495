"""`mdquiz browse`: find cards, in the app or as lines."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import click

from mdquiz.cli.context import format_option, open_desk, run_in_app, terminal_can_show_app
from mdquiz.cli.output import emit, emit_json, narrate
from mdquiz.text import cell_width, counted

if TYPE_CHECKING:
    from mdquiz.study.browse import BrowseRow


@click.command()
@click.argument("query", nargs=-1)
@click.option("--plain", is_flag=True, help="Print lines instead of opening the app.")
@format_option()
@click.pass_context
def browse(ctx: click.Context, query: tuple[str, ...], plain: bool, output_format: str) -> None:
    """Find cards by words and terms: tag:, deck:, type:, state:, due:.

    At a terminal the app opens with the search; elsewhere, and with --plain, lines are printed.

    \b
    mdquiz browse lithium
    mdquiz browse state:leech
    mdquiz browse tag:ir due:7 -type:cloze

    Put a term that begins with a dash behind `--`.
    """
    text = output_format == "text" and not plain
    if text and terminal_can_show_app():
        with open_desk() as desk:
            ctx.exit(run_in_app(desk, start="browse", query=" ".join(query)))
    with open_desk(read_only=True) as desk:
        rows = desk.browse(" ".join(query))
    if output_format == "json":
        emit_json([as_json(row) for row in rows])
        return
    for row in rows:
        when = "" if row.due_in is None else f"{row.due_in}d"
        flag = "*" if row.flagged else " "
        prompt = " ".join(row.entry.prompt.split())
        emit(_fitting(f"{row.state_name:<9} {when:>5} {flag} {row.entry.card}  {prompt}"))
    narrate(f"{counted(len(rows), 'card')}.")


def _fitting(line: str) -> str:
    """`line`, cut to the terminal's width where it goes to one."""
    if not sys.stdout.isatty():
        return line
    width = max(shutil.get_terminal_size().columns, 20)
    if cell_width(line) <= width:
        return line
    end = min(len(line), width)
    while cell_width(line[:end]) > width - 1:
        end -= 1
    return line[:end].rstrip() + "…"


def as_json(row: BrowseRow) -> dict[str, object]:
    """One card found, as plain data."""
    card = row.entry
    return {
        "deck": card.card.deck,
        "question": card.card.question,
        "part": card.card.part,
        "type": card.type,
        "prompt": card.prompt,
        "tags": list(card.tags),
        "state": row.state_name,
        "due_in": row.due_in,
        "flagged": row.flagged,
    }
