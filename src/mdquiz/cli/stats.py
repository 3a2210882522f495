"""`mdquiz stats`: where the learner stands, in pictures with their tables."""

from __future__ import annotations

import click

from mdquiz.cli.context import deck_ids, format_option, open_desk
from mdquiz.cli.output import emit, emit_json, text_columns

PERIODS = ("week", "month", "quarter", "year", "all")
SECTIONS = (
    "overview",
    "retention",
    "calibration",
    "forecast",
    "topics",
    "trouble",
    "time",
    "year",
)


@click.command()
@click.argument("sections", nargs=-1, metavar="[SECTION]...", type=click.Choice(SECTIONS))
@click.option(
    "--period",
    type=click.Choice(PERIODS),
    default="month",
    show_default=True,
    help="Of what past.",
)
@click.option("--decks", multiple=True, metavar="DECK", help="Only these decks.")
@format_option()
def stats(
    sections: tuple[str, ...], period: str, decks: tuple[str, ...], output_format: str
) -> None:
    """Show where you stand: all of it, or single SECTIONs.

    \b
    overview     answers, time, what was remembered, the streak
    retention    remembered over the days, and by the age of the memory
    calibration  expected recall against seen, and how far to trust your own confidence
    forecast     cards that come due
    topics       strength and marks still to gain, topic by topic
    trouble      misconceptions and leeches
    time         minutes a day
    year         every day of the year
    """
    from mdquiz.study.stats import gather_stats, prompt_of

    names = [part.strip() for name in decks for part in name.split(",") if part.strip()]
    with open_desk(read_only=True) as desk:
        found = gather_stats(desk, period, deck_ids(desk.library, names))
        from mdquiz.study.stats_lines import section_json, section_lines

        if output_format == "json":
            emit_json(section_json(found, sections))
            return
        lines = section_lines(found, lambda card: prompt_of(desk, card), sections, text_columns())
        for line in lines:
            emit(line)
