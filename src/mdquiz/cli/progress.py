"""`mdquiz doctor`, `backup`, `restore` and `export`: looking after what was learned."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mdquiz.cli.context import format_option
from mdquiz.cli.output import emit, emit_json, narrate

if TYPE_CHECKING:
    from mdquiz.clock import Instant
    from mdquiz.decks.card import CardId
    from mdquiz.settings import Settings
    from mdquiz.study.health import Health


@click.command()
@click.option("--rebuild", is_flag=True, help="Replay the log and put right what differs from it.")
@format_option()
@click.pass_context
def doctor(ctx: click.Context, rebuild: bool, output_format: str) -> None:
    """Look over progress, decks, terminal and versions.

    Exit code 1 if something has to be mended.
    """
    found = _examined(rebuild)
    if output_format == "json":
        emit_json(
            {
                **found.sections,
                "problems": [{"message": it.message, "hint": it.hint} for it in found.problems],
                "notes": [{"message": it.message, "hint": it.hint} for it in found.notes],
            }
        )
    else:
        _print(found)
    ctx.exit(1 if found.problems else 0)


@click.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
def backup(file: Path | None) -> None:
    """Copy the progress to FILE, or into the folder of copies.

    FILE must not exist yet; a folder gets a file named by the date. mdquiz also makes a copy of
    its own before the first answer of each day, and keeps the last 10.
    """
    from mdquiz.decks.library import is_folder, is_there
    from mdquiz.errors import UsageError
    from mdquiz.paths import places
    from mdquiz.progress.backup import backup as copy_progress

    here = places()
    name = f"progress-{_now().local:%Y-%m-%d-%H%M%S}.db"
    target = file or here.backups / name
    if is_folder(target):
        target /= name
    if is_there(target):
        raise UsageError(f"{target} is there already.", "Name another file.")
    emit(str(copy_progress(here.progress_file, target)))


@click.command()
@click.argument("file", required=False)
def restore(file: str | None) -> None:
    """Bring back the progress from the copy FILE; without FILE, list the copies.

    FILE is a path, or a name from the list. The present progress is kept as a copy first.
    """
    from mdquiz.decks.library import is_there
    from mdquiz.paths import places
    from mdquiz.progress import backup as copies

    here = places()
    now = _now()
    if file is None:
        for copy in copies.backups(here.backups):
            when = copies.local_time(copy, now.offset_minutes)
            emit(f"{copy.name}\t{when:%Y-%m-%d %H:%M}\t{copy.stat().st_size} bytes")
        narrate(f"The copies are in {here.backups}. `mdquiz restore NAME` brings one back.")
        return
    source = Path(file) if is_there(Path(file)) else here.backups / file
    kept = copies.restore(here.progress_file, source, here.backups, now)
    narrate(f"Progress restored from {source}.")
    if kept is not None:
        narrate(f"What it replaced is kept: `mdquiz restore {kept.name}` takes this back.")


@click.group()
def export() -> None:
    """Write what mdquiz keeps for other programs."""


@export.command()
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file."
)
def progress(output: Path | None) -> None:
    """Write the review log as JSON Lines: one object for each thing that happened, oldest first."""
    from mdquiz.paths import places
    from mdquiz.progress.export import json_lines
    from mdquiz.progress.store import Store

    with Store.open(places().progress_file, read_only=True) as store:
        rows = store.all_rows()
        if output is not None:
            count = _write_lines(output, json_lines(rows))
            narrate(f"Rows written to {output}: {count}.")
            return
        utf8 = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
        for line in json_lines(rows, ascii_only=not utf8):
            emit(line)


def _now() -> Instant:
    from mdquiz.clock import SystemClock

    return SystemClock().now()


def _write_lines(path: Path, lines: Iterable[str]) -> int:
    """Write `lines` to `path`, which changes only once all of them are written."""
    from mdquiz.errors import UsageError

    partial = path.with_name(path.name + ".partial")
    count = 0
    try:
        with partial.open("w", encoding="utf-8", newline="\n") as file:
            for line in lines:
                file.write(line + "\n")
                count += 1
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except OSError as error:
        raise UsageError(
            f"{path} cannot be written: {error.strerror or error}.", "Name another file."
        ) from error
    finally:
        if partial.exists():
            partial.unlink()
    return count


def _examined(rebuild: bool) -> Health:
    from mdquiz.cli.terminal import terminal_facts, version_facts
    from mdquiz.errors import SettingsError
    from mdquiz.paths import places
    from mdquiz.settings import Settings, load_settings
    from mdquiz.study.health import Problem, health

    here = places()
    wrong = None
    try:
        settings = load_settings(here.settings_file)
    except SettingsError as problem:
        settings, wrong = Settings(), Problem(problem.message, problem.hint)
    found = health(here, _now(), lambda: _cards(settings), rebuild=rebuild)
    if wrong is not None:
        found.problems.insert(0, wrong)
    found.sections["terminal"] = terminal_facts()
    found.sections["versions"] = version_facts()
    return found


def _cards(settings: Settings) -> frozenset[CardId]:
    from mdquiz.decks.library import open_library
    from mdquiz.paths import places
    from mdquiz.study.roots import deck_roots

    here = places()
    roots = [root for root in deck_roots(here, settings) if root.exists()]
    library = open_library(roots, here.cache)
    return frozenset(card for deck in library.decks for card in deck.card_ids)


def _print(found: Health) -> None:
    for heading, facts in found.sections.items():
        emit(heading)
        for name, value in facts.items():
            emit(f"  {name:<10} {value}")
    for note in found.notes:
        emit(f"note: {note.message}")
        emit(f"      {note.hint}")
    for problem in found.problems:
        emit(f"problem: {problem.message}")
        if problem.hint:
            emit(f"         {problem.hint}")
    narrate("Nothing is wrong." if not found.problems else f"Problems: {len(found.problems)}.")
