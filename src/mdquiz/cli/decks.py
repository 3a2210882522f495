"""`mdquiz check`, `list`, `show`, `new` and `schema`: decks as their authors see them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mdquiz.cli.context import format_option, learner
from mdquiz.cli.output import emit, emit_json, narrate
from mdquiz.errors import DeckError, DeckNotFoundError, UsageError
from mdquiz.text import counted

if TYPE_CHECKING:
    from mdquiz.decks.deck import Deck
    from mdquiz.decks.diagnostics import Diagnostic
    from mdquiz.decks.entry import DeckEntry
    from mdquiz.decks.library import Library
    from mdquiz.decks.question import Question
    from mdquiz.study.lines import Line

PROBLEMS_FOUND = 1


@click.command()
@click.argument(
    "paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path)
)
@format_option("json", "github")
@click.pass_context
def check(ctx: click.Context, paths: tuple[Path, ...], output_format: str) -> None:
    """Tell everything that is wrong with deck files, or with all decks in a folder.

    Exits with 1 when there are errors; warnings alone do not count.
    """
    from mdquiz.decks.check import check_decks
    from mdquiz.decks.diagnostics import as_github, as_json, as_text

    result = check_decks(paths)
    if output_format == "json":
        emit(as_json(result.diagnostics))
    elif result.diagnostics:
        emit((as_github if output_format == "github" else as_text)(result.diagnostics))
    narrate(result.summary)
    if result.errors:
        ctx.exit(PROBLEMS_FOUND)


@click.command("list")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@click.option("--tags", is_flag=True, help="List topics with their number of cards instead.")
@format_option()
def list_decks(paths: tuple[Path, ...], tags: bool, output_format: str) -> None:
    """List the decks there are, or those under PATH."""
    library = _library(paths, only=bool(paths))
    if tags:
        _emit_tags(library, output_format)
        return
    if output_format == "json":
        emit_json([_deck_json(entry) for entry in library.decks])
    else:
        width = max((len(entry.id) for entry in library.decks), default=0)
        for entry in library.decks:
            emit(
                f"{entry.id:<{width}}  {len(entry.card_ids):>5} cards  "
                f"{'/'.join(entry.languages):<5}  {entry.title}"
            )
    _narrate_problems(library.problems)
    if not library.decks:
        narrate("There are no decks here. Write one with `mdquiz new`.")


@click.command()
@click.argument("deck_name", metavar="DECK")
@click.argument("question_id", metavar="[ID]", required=False)
@click.option("--language", default="", help="Show in this language where there is one: en or hi.")
@format_option()
def show(deck_name: str, question_id: str | None, language: str, output_format: str) -> None:
    """Show a deck's questions as they will be asked, each with its key and explanation.

    DECK is an id, a title or a file.
    """
    from mdquiz.decks.library import is_folder, is_there

    own = Path(deck_name)
    is_file = is_there(own) and not is_folder(own)
    library = _library((own,) if is_file else ())
    entry = library.find(deck_name)
    deck = library.deck(entry.id)
    questions = deck.questions if question_id is None else (_question(deck, question_id),)
    if output_format == "json":
        emit_json([_shown(deck, question, language) for question in questions])
    else:
        for question in questions:
            _emit_question(deck, question, language)
    if entry.problems:
        narrate(f"{counted(entry.problems, 'error')} in {entry.path}: `mdquiz check` tells more.")


@click.command()
@click.argument("title", default="My deck")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path, allow_dash=True),
    help="The file to write; - for stdout. Without it, a new file among your own decks.",
)
def new(title: str, output: Path | None) -> None:
    """Write a commented starter deck called TITLE; a file that exists is never overwritten."""
    from mdquiz.decks.starter import starter_deck, starter_id
    from mdquiz.paths import places
    from mdquiz.text import forbidden_character

    if not title.strip() or forbidden_character(title):
        raise UsageError("A title needs text without control characters.", "Name the subject.")
    text = starter_deck(title)
    if output is not None and str(output) == "-":
        emit(text.rstrip("\n"))
        return
    path = output or places().decks / f"{starter_id(title)}.toml"
    _write_new(path, text)
    emit(str(path))
    narrate(f"Edit it, then `mdquiz check {path}` and `mdquiz drill {path}`.")


@click.command()
def schema() -> None:
    """Print the JSON Schema of deck files, by which editors complete and check them."""
    from mdquiz.decks.schema import deck_schema

    emit_json(deck_schema())


def _library(paths: tuple[Path, ...], *, only: bool = False) -> Library:
    """The decks under `paths` and, unless `only` those, the learner's own and the shipped ones."""
    from mdquiz.decks.library import is_there, open_library
    from mdquiz.paths import places

    for path in paths:
        if not is_there(path):
            raise DeckNotFoundError(f"There is no deck at {path}.", "Check the path.")
    return open_library(paths if only else learner(paths).roots, places().cache)


def _deck_json(entry: DeckEntry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "title": entry.title,
        "language": entry.language,
        "languages": list(entry.languages),
        "tags": list(entry.tags),
        "path": str(entry.path),
        "cards": len(entry.card_ids),
        "problems": entry.problems,
    }


def _emit_tags(library: Library, output_format: str) -> None:
    counts: dict[str, int] = {}
    for entry in library.decks:
        for card in entry.cards:
            for tag in card.tags:
                counts[tag] = counts.get(tag, 0) + 1
    if output_format == "json":
        emit_json(counts)
        return
    for tag, count in sorted(counts.items()):
        emit(f"{count:>6}  {tag}")


def _narrate_problems(problems: tuple[Diagnostic, ...]) -> None:
    errors: dict[str, int] = {}
    for each in problems:
        if each.is_error:
            errors[each.path] = errors.get(each.path, 0) + 1
    for path, count in errors.items():
        narrate(f"{counted(count, 'error')} in {path}: `mdquiz check` tells more.")


def _question(deck: Deck, question_id: str) -> Question:
    try:
        return deck.question(question_id)
    except KeyError:
        from difflib import get_close_matches

        near = get_close_matches(question_id, [question.id for question in deck.questions])
        hint = (
            f"Did you mean {' or '.join(near)}?" if near else f"`mdquiz show {deck.id}` lists all."
        )
        raise UsageError(f'"{deck.id}" has no question "{question_id}".', hint) from None


def _lines(
    deck: Deck, question: Question, part: str, language: str
) -> tuple[list[Line], list[Line]]:
    """The question and the answer of a card; its options in its own order, each time the same."""
    import random

    from mdquiz.decks.asking import ask
    from mdquiz.grading.verdict import Outcome, Verdict
    from mdquiz.study.lines import answer_lines, question_lines

    order = random.Random(f"{deck.id}/{question.id}/{part}")
    asked = ask(deck, question, part, rng=order, language=language)
    return question_lines(asked), answer_lines(asked, Verdict(Outcome.REVEALED, None))


def _emit_question(deck: Deck, question: Question, language: str) -> None:
    for part in question.parts():
        gap = f"  gap {part}" if part else ""
        emit(f"── {question.id}{gap}  ({question.type}){_STATUSES.get(question.status, '')}")
        asked, answer = _lines(deck, question, part, language)
        for line in asked:
            emit(line.text)
        emit()
        for line in answer:
            emit(line.text)
        emit()


_STATUSES: dict[str | None, str] = {
    "stale": "  stale: the notes no longer say this; it is not asked",
    "dropped": "  dropped by the examiner; it is not asked",
}


def _shown(deck: Deck, question: Question, language: str) -> dict[str, Any]:
    cards = []
    for part in question.parts():
        asked, answer = _lines(deck, question, part, language)
        cards.append(
            {
                "part": part,
                "question": [{"role": line.role, "text": line.text} for line in asked],
                "answer": [{"role": line.role, "text": line.text} for line in answer],
            }
        )
    return {
        "id": question.id,
        "type": question.type,
        "status": question.status,
        "tags": list(question.tags),
        "cards": cards,
    }


def _write_new(path: Path, text: str) -> None:
    from mdquiz.decks.library import is_there

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except OSError as problem:
        if is_there(path):
            hint = "Name another file with -o FILE."
            raise UsageError(f"{path} exists already.", hint) from None
        raise DeckError(
            f"{path} cannot be written: {problem.strerror or problem}.",
            "Name a file that you may write with -o FILE.",
        ) from None
