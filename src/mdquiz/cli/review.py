"""`mdquiz generate --review`: opens the review of the deck that was just written or added to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mdquiz.cli.context import open_desk, terminal_can_show_app
from mdquiz.cli.output import narrate
from mdquiz.errors import UsageError

if TYPE_CHECKING:
    from mdquiz.generate.pipeline import Generation

LATER = "The same command, run in a terminal, opens the review."


def check_review_wishes(
    *, several: bool, output: Path | None, dry_run: bool, output_format: str, stdin: bool
) -> None:
    """Refuse `--review` with what it cannot go together.

    Raises:
        UsageError: It cannot.
    """
    if several:
        raise UsageError(
            "--review goes through one deck at a time.", "Name one document, and its deck with -o."
        )
    if output is None:
        raise UsageError("--review needs a deck to keep.", "Name its file: -o DECK.toml.")
    for on, name in ((dry_run, "--dry-run"), (output_format == "json", "--format json")):
        if on:
            raise UsageError(f"--review and {name} do not go together.", "Leave out one of them.")
    if stdin:
        raise UsageError(
            "--review needs the keyboard, so the document cannot come from standard input.",
            "Save the notes in a file and name it.",
        )


def review_deck(target: Path, generation: Generation) -> None:
    """Go through the deck `target`, which `generation` has been put into.

    Raises:
        DeckError: The deck or the review beside it cannot be used.
    """
    from mdquiz.study.deck_review import STANDINGS, TO_DO, DeckReview

    if not terminal_can_show_app():
        narrate(f"This is no terminal that the review can run in. {target} is written. {LATER}")
        return
    from mdquiz.cli.open_app import open_review

    notes = generation.reading.document.lines
    review = DeckReview(target, generation.deck.questions, notes)
    with open_desk(read_only=True) as desk:
        code = open_review(desk, review)
    if code:
        click.get_current_context().exit(code)
    picture = review.look()
    counts = ", ".join(f"{picture.count(name)} {name}" for name in STANDINGS if picture.count(name))
    narrate(f"Review of {target}: {counts or 'no generated questions'}.")
    if picture.count(TO_DO):
        narrate("Those to do stay in the deck meanwhile; the same command goes on with them.")
