"""`mdquiz exam`: take mock exams, read their reports, re-mark them, and look at presets."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mdquiz.cli.context import (
    deck_ids,
    deck_paths,
    format_option,
    open_desk,
    run_in_app,
    terminal_can_show_app,
)
from mdquiz.cli.exam_review import review
from mdquiz.cli.numbers import Whole
from mdquiz.cli.output import emit, emit_json, narrate
from mdquiz.errors import DeckNotFoundError, UsageError
from mdquiz.exams.presets import DEFAULT_PRESET

if TYPE_CHECKING:
    from mdquiz.decks.library import Library
    from mdquiz.exams.rescore import Correction, Unclear
    from mdquiz.study.attempts import Remarked
    from mdquiz.study.desk import Desk
    from mdquiz.study.exam import Exam


@click.group()
def exam() -> None:
    """Take mock exams from your own decks, marked as the exam is marked."""


exam.add_command(review)


@exam.command()
@click.argument("decks", nargs=-1, metavar="[DECK]...")
@click.option("--preset", default=DEFAULT_PRESET, show_default=True, help="Which exam.")
@click.option("--questions", type=Whole(1, 1000), help="Size; time in proportion.")
@click.option("--minutes", type=Whole(1, 1440), help="Time, whatever the size.")
@click.option("--tags", default="", help="Only these topics and their sub-topics: ir,polity.")
@click.option("--formats", default="", help="Only these formats: choice,statements,true_false.")
@click.option("--seed", type=int, help="Same seed and decks, same paper; else drawn anew.")
@click.option("--plain", is_flag=True, help="Plain lines: for screen readers, pipes, any terminal.")
@click.option("--dry-run", is_flag=True, help="Only show the paper that would begin.")
def start(
    decks: tuple[str, ...],
    preset: str,
    questions: int | None,
    minutes: int | None,
    tags: str,
    formats: str,
    seed: int | None,
    plain: bool,
    dry_run: bool,
) -> None:
    """Begin a mock exam.

    Its questions come from the DECKs: names, files or folders; without any, from all decks.
    """
    from mdquiz.study import attempts

    with open_desk(deck_paths(decks), read_only=dry_run) as desk:
        plan = attempts.blueprint(
            desk,
            preset,
            decks=_deck_ids(desk.library, decks),
            tags=_listed(tags),
            formats=_formats(formats),
            questions=questions,
            minutes=minutes,
            seed=seed,
        )
        if dry_run:
            from mdquiz.cli.exam_dry_run import emit_dry_run

            emit_dry_run(desk, plan)
            return
        begun = attempts.start(desk, plan)
        for row in attempts.running_rows(desk):
            if row.number != begun.number:
                narrate(f"Attempt {row.number} is still running; its clock runs on.")
        _take(desk, begun, plain)


@exam.command()
@click.argument("attempt", type=int, required=False)
@click.option("--plain", is_flag=True, help="Plain lines: for screen readers, pipes, any terminal.")
@click.option("--take-over", is_flag=True, help="Also from another window, without asking.")
def resume(attempt: int | None, plain: bool, take_over: bool) -> None:
    """Go on with ATTEMPT, or with the latest one running.

    The clock has run on meanwhile; an attempt whose time is over is handed in.
    """
    from mdquiz.study import attempts

    with open_desk() as desk:
        if not take_over:
            _ask_other_window(desk, attempt)
        taken = attempts.resume(desk, attempt)
        for row in attempts.running_rows(desk):
            if row.number != taken.number:
                narrate(
                    f"Attempt {row.number} is running as well: `mdquiz exam resume {row.number}`."
                )
        _take(desk, taken, plain)


@exam.command()
@click.argument("attempt", type=int)
@click.option("--yes", is_flag=True, help="Do not ask.")
def abandon(attempt: int, yes: bool) -> None:
    """Give up ATTEMPT, which runs.

    It is no longer offered, nor compared with. What was answered stays in the log.
    """
    from mdquiz.study import attempts

    with open_desk() as desk:
        if attempt not in {row.number for row in attempts.running_rows(desk)}:
            desk.store.attempts.get(attempt)
            raise UsageError(f"Attempt {attempt} does not run.", "`mdquiz exam list` shows all.")
        if not yes:
            click.confirm(f"Give up attempt {attempt}?", abort=True, err=True)
        attempts.abandon(desk, attempt)
        narrate(f"Attempt {attempt} is abandoned; what was answered stays in the log.")


@exam.command("list")
@format_option()
def list_attempts(output_format: str) -> None:
    """List all attempts."""
    from mdquiz.cli.exam_list import emit_attempts
    from mdquiz.study import attempts

    with open_desk(read_only=True) as desk:
        emit_attempts(attempts.attempt_rows(desk), output_format)
        _narrate_unreadable(desk)


@exam.command()
@click.argument("attempt", type=int, required=False)
@format_option("json", "html")
def report(attempt: int | None, output_format: str) -> None:
    """Show the report of ATTEMPT, or of the latest.

    Score, what each degree of confidence earned, topics, errors by cause, earlier attempts.

    `--format html` prints one page that needs nothing else, to be printed or handed on.
    """
    from mdquiz.study import attempts

    with open_desk(read_only=True) as desk:
        number = attempt if attempt is not None else attempts.latest_number(desk)
        _emit_report(desk, number, output_format)


@exam.command("drill")
@click.argument("attempt", type=int, required=False)
@click.option("--plain", is_flag=True, help="Plain lines: for screen readers, pipes, any terminal.")
@click.pass_context
def drill_misses(ctx: click.Context, attempt: int | None, plain: bool) -> None:
    """Drill what was wrong, lucky or left in ATTEMPT, or in the latest."""
    from mdquiz.study import attempts

    with open_desk() as desk:
        number = attempt if attempt is not None else attempts.latest_number(desk)
        scope = attempts.misses(desk, number)
        if not plain and terminal_can_show_app():
            ctx.exit(run_in_app(desk, scope))
        from mdquiz.cli.plain import drill_in_lines

        drill_in_lines(desk, scope)


@exam.command()
@click.argument("attempt", type=int, required=False)
@click.option(
    "--key", "keys", multiple=True, metavar="N=KEY", help="Question N's key: 12=b, 12=a,c."
)
@click.option(
    "--drop", "drops", multiple=True, type=int, metavar="N", help="Question N is dropped."
)
@click.option("--keep", "keeps", multiple=True, type=int, metavar="N", help="It is not, after all.")
def rescore(
    attempt: int | None, keys: tuple[str, ...], drops: tuple[int, ...], keeps: tuple[int, ...]
) -> None:
    """Re-mark ATTEMPT, or all, by keys corrected since.

    Keys are taken from the decks as they are today, or from these options.

    The questions stay as they were asked; corrections are stored beside them and shown.
    """
    from mdquiz.study import attempts
    from mdquiz.study.attempts_rescore import corrections_by_hand

    if (keys or drops or keeps) and attempt is None:
        raise UsageError("Which attempt?", "mdquiz exam rescore ATTEMPT --drop 17")
    with open_desk() as desk:
        by_hand: tuple[Correction, ...] = ()
        if attempt is not None:
            paper = attempts.paper_of(desk, attempt)
            by_hand = corrections_by_hand(paper, keys, drops, keeps)
        numbers = attempts.closed_numbers(desk) if attempt is None else [attempt]
        if not numbers:
            narrate("No exam was handed in yet.")
        for number in numbers:
            _emit_remarked(attempts.rescore(desk, number, by_hand))
        _narrate_unreadable(desk, attempt is None)


@exam.command()
@format_option()
def presets(output_format: str) -> None:
    """List the exams there are presets for, your own among them."""
    from mdquiz.cli.exam_list import emit_presets
    from mdquiz.paths import places
    from mdquiz.study.exam_plan import presets_folder, sound_presets

    sound, broken = sound_presets(places())
    for problem in broken:
        narrate(problem)
    emit_presets([*sound.values()], output_format)
    folder = presets_folder(places())
    narrate(f"Your own presets are TOML files in {folder}.")


@exam.group("preset")
def preset_group() -> None:
    """Look at a preset."""


@preset_group.command("show")
@click.argument("name")
def show_preset(name: str) -> None:
    """Print the preset NAME as TOML, to copy into your own presets and change there."""
    from mdquiz.exams.presets import load_preset, preset_text
    from mdquiz.paths import places
    from mdquiz.study.exam_plan import presets_folder

    folder = presets_folder(places())
    emit(preset_text(name, folder).rstrip("\n"))
    load_preset(name, folder)  # a file that is no preset is shown, and what is wrong with it said


def _ask_other_window(desk: Desk, attempt: int | None) -> None:
    """Ask before an attempt is taken from a window that has it open.

    Raises:
        UsageError: There is nobody to ask.
        Abort: It is not to be.
    """
    from mdquiz.study import attempts
    from mdquiz.study.exam_claim import open_elsewhere

    running = [row.number for row in attempts.running_rows(desk)]
    number = attempt if attempt is not None else next(reversed(running), None)
    if number not in running or not open_elsewhere(desk.places, number):
        return
    if not sys.stdin.isatty():
        raise UsageError(
            f"Attempt {number} is open in another window.",
            "Go on there, or add --take-over to go on here.",
        )
    question = f"Attempt {number} is open in another window. Go on here, and not there?"
    click.confirm(question, abort=True, err=True)


def _take(desk: Desk, taken: Exam, plain: bool) -> None:
    if not plain and terminal_can_show_app():
        run_in_app(desk, exam=taken)
        if taken.over:
            narrate(f"`mdquiz exam report {taken.number}` shows how it went.")
        else:
            narrate(f"The clock runs on; `mdquiz exam resume {taken.number}` goes on.")
        return
    from mdquiz.cli.exam_lines import take_in_lines
    from mdquiz.study.exam_claim import Claim

    claim = Claim(desk.places, taken.number)
    try:
        handed_in = take_in_lines(taken)
    finally:
        claim.release()
    if handed_in:
        emit()
        _emit_report(desk, taken.number, "text")


def _emit_report(desk: Desk, number: int, output_format: str) -> None:
    from mdquiz.study import attempts

    made = attempts.report_of(desk, number)
    started = attempts.started_text(desk, number)
    if output_format == "json":
        from mdquiz.exams.report_value import report_value

        emit_json(report_value(made, attempts.started_with_zone(desk, number)))
    elif output_format == "html":
        from mdquiz.exams.report_html import report_page

        emit(report_page(made, started).rstrip("\n"))
    else:
        from mdquiz.cli.exam_report import emit_report

        emit_report(made, started)


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _formats(text: str) -> tuple[str, ...]:
    from mdquiz.exams.formats import FORMATS, format_named

    chosen = []
    for name in _listed(text):
        found = format_named(name)
        if not found:
            raise UsageError(f"No format is called {name!r}.", f"There are {', '.join(FORMATS)}.")
        chosen.append(found)
    return tuple(dict.fromkeys(chosen))


def _deck_ids(library: Library, names: tuple[str, ...]) -> tuple[str, ...]:
    """The ids of the decks named; what of a folder cannot be used is said.

    Raises:
        DeckError: A name stands for no deck that can be used.
    """
    from mdquiz.decks.library import is_folder
    from mdquiz.study.exam_plan import left_out, unusable

    ids: list[str] = []
    for name in names:
        try:
            ids += deck_ids(library, [name])
        except DeckNotFoundError as problem:
            raise unusable(library, name) or problem from None
        if is_folder(Path(name)) and (said := left_out(library, Path(name))):
            narrate(said)
    return tuple(dict.fromkeys(ids))


def _emit_remarked(done: Remarked) -> None:
    from mdquiz.exams.amounts import decimal_text
    from mdquiz.exams.report_words import correction_line

    before, after = done.before.score.total, done.after.score.total
    if not done.applied:
        compared = " of those compared" if done.uncompared else ""
        words = f"no key{compared} has changed"
        emit(f"Attempt {done.number}: {words}; {decimal_text(after.score)} marks.")
    else:
        emit(
            f"Attempt {done.number}: {decimal_text(before.score)} -> {decimal_text(after.score)} "
            f"of {decimal_text(after.maximum)} marks."
        )
        for one in done.applied:
            emit(f"  {correction_line(done.after, one)}")
    for why in done.uncompared:
        narrate(f"Attempt {done.number}: {why}")
    for unclear in done.unclear:
        command = f"mdquiz exam rescore {done.number}"
        key = shlex.quote(f"{unclear.number}={_key_meant(done, unclear)}")
        narrate(f"Attempt {done.number}, question {unclear.number}: {unclear.why}.")
        narrate(
            f"  `{command} --key {key}` sets or keeps its key; `--drop {unclear.number}` drops it."
        )


def _key_meant(done: Remarked, unclear: Unclear) -> str:
    """What to write after `--key N=`: the letters that are likely meant, else what stands."""
    letters = [chr(ord("a") + at) for at in unclear.likely]
    asked = done.after.paper.item(unclear.number).versions[0]
    if not letters:
        letters = [chr(ord("a") + at) for at, one in enumerate(asked.options) if one.right]
    return ",".join(letters) or asked.answer


def _narrate_unreadable(desk: Desk, wanted: bool = True) -> None:
    from mdquiz.study import attempts

    for words in attempts.unreadable(desk) if wanted else ():
        narrate(words)
