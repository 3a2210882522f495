"""`mdquiz generate`: documents become decks, each by itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from mdquiz.cli.output import emit_json, narrate
from mdquiz.errors import MdquizError, UsageError
from mdquiz.text import counted

_TYPES = (
    "short",
    "choice",
    "true_false",
    "cloze",
    "statements",
    "rows",
    "match",
    "assertion",
    "order",
)


@click.command()
@click.argument(
    "documents", nargs=-1, required=True, metavar="DOCUMENT...", type=click.Path(path_type=Path)
)
@click.option(
    "-o",
    "--output",
    type=click.Path(),
    help="Deck file; a folder for several documents and folders of them.",
)
@click.option("--types", help="Only these question types, parted by commas.")
@click.option(
    "--max-per-fact",
    type=click.IntRange(1, 9),
    default=2,
    show_default=True,
    help="Questions that ask one fact by itself.",
)
@click.option("--seed", type=int, default=0, show_default=True, help="Chooses among equals.")
@click.option("--title", help="The deck's title; the first heading when left out.")
@click.option(
    "--lexicons", type=click.Path(path_type=Path), help="A folder of your own word lists."
)
@click.option(
    "--rejects",
    type=click.Path(path_type=Path),
    help="Write what was held back, and why, as JSON Lines.",
)
@click.option(
    "--llm", is_flag=True, help="Let the model of MDQUIZ_LLM_URL and MDQUIZ_LLM_MODEL propose more."
)
@click.option(
    "--llm-calls",
    type=click.IntRange(1),
    default=50,
    show_default=True,
    help="Calls to it a document.",
)
@click.option("--dry-run", is_flag=True, help="Write nothing; tell what would change.")
@click.option(
    "--review", is_flag=True, help="Then go through the questions: accept, edit or reject each."
)
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
)
def generate(
    documents: tuple[Path, ...],
    output: str | None,
    types: str | None,
    max_per_fact: int,
    seed: int,
    title: str | None,
    lexicons: Path | None,
    rejects: Path | None,
    llm: bool,
    llm_calls: int,
    dry_run: bool,
    review: bool,
    output_format: str,
) -> None:
    """Make a deck from study notes: Markdown files, folders, or - for standard input.

    A deck that is there already is added to: your edits stay, what you took out stays out, and
    questions whose passage is gone from the notes are marked stale.
    """
    from mdquiz.cli.generate_checks import check_lexicons, check_rejects
    from mdquiz.cli.generate_deck import deliver, generation_of, rejections, source_of, write
    from mdquiz.cli.generate_llm import proposer
    from mdquiz.cli.generate_output import output_places
    from mdquiz.generate.documents import document_paths
    from mdquiz.generate.pipeline import Wishes

    wishes = Wishes(_types(types), max_per_fact, seed, title or "")
    given = click.get_current_context().get_parameter_source("llm_calls")
    if given is click.core.ParameterSource.COMMANDLINE and not llm:
        raise UsageError("--llm-calls is of no use without --llm.", "Add --llm, or leave it out.")
    check_lexicons(lexicons)
    check_rejects(None if dry_run else rejects)
    paths = document_paths(documents)
    several = len(paths) > 1
    targets, shelf = output_places(output, documents, paths, dry_run=dry_run)
    if review:
        from mdquiz.cli.review import check_review_wishes, review_deck

        check_review_wishes(
            several=several,
            output=targets[0][0],
            dry_run=dry_run,
            output_format=output_format,
            stdin=str(paths[0]) == "-",
        )
    reports: list[dict[str, Any]] = []
    failures: list[tuple[Path, MdquizError]] = []
    log: list[str] = []
    for path, (target, said) in zip(paths, targets, strict=True):
        try:
            if said:
                narrate(said)
            source = source_of(path, target)
            generation = generation_of(
                source, wishes, lexicons, proposer(llm_calls) if llm else None
            )
            log += rejections(generation) if rejects is not None else []
            report = deliver(
                generation, path, target, shelf, dry_run=dry_run, quiet=output_format == "json"
            )
        except MdquizError as problem:
            failures.append((path, problem))
            continue
        reports.append(report)
        if review and target is not None and "beside" not in report:
            review_deck(target, generation)
    if rejects is not None and not dry_run:
        write(rejects, "".join(log), "--rejects")
    if failures and not several:
        raise failures[0][1]
    if output_format == "json":
        failed = [
            {"document": str(path), "error": failure.message, "hint": failure.hint}
            for path, failure in failures
        ]
        emit_json([*reports, *failed] if several else reports[0])
    if failures:
        narrate(f"{counted(len(failures), 'document')} of {len(paths)} gave no deck:")
        for path, failure in failures:
            narrate(f"  {path}: {failure.message} {failure.hint}".rstrip())
        click.get_current_context().exit(failures[0][1].exit_code)


def _types(said: str | None) -> tuple[str, ...]:
    wanted = tuple(
        part.strip().replace("-", "_") for part in (said or "").split(",") if part.strip()
    )
    for name in wanted:
        if name not in _TYPES:
            raise UsageError(
                f'There is no question type "{name}".', f"The types are {', '.join(_TYPES)}."
            )
    return wanted
