"""`mdquiz generate` and `mdquiz why`: a document becomes a deck, and a question its reason."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mdquiz.cli.output import emit, emit_json, narrate
from mdquiz.errors import DeckError, DeckNotFoundError, DocumentError, UsageError

if TYPE_CHECKING:
    from mdquiz.generate.merge import Merged
    from mdquiz.generate.pipeline import Generation, Proposer, Wishes
    from mdquiz.generate.source import SourceText

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
_LONG = 200_000
"""Bytes from which a person is told that work is going on."""


@click.command()
@click.argument(
    "documents", nargs=-1, required=True, metavar="DOCUMENT...", type=click.Path(path_type=Path)
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Deck file; for several documents, a folder.",
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
    output: Path | None,
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
    from mdquiz.generate.documents import document_paths, names
    from mdquiz.generate.pipeline import Wishes

    wishes = Wishes(_types(types), max_per_fact, seed, title or "")
    given = click.get_current_context().get_parameter_source("llm_calls")
    if given is click.core.ParameterSource.COMMANDLINE and not llm:
        raise UsageError("--llm-calls is of no use without --llm.", "Add --llm, or leave it out.")
    paths = document_paths(documents)
    several = len(paths) > 1
    if several and output is None and not dry_run:
        raise UsageError(
            f"{len(paths)} documents make {len(paths)} decks.", "Name a folder for them with -o."
        )
    if several and output is not None and output.suffix == ".toml":
        raise UsageError(
            f"{len(paths)} documents cannot go into the one file {output}.",
            "Name a folder with -o.",
        )
    if review:
        from mdquiz.cli.review import check_review_wishes, review_deck

        check_review_wishes(
            several=several,
            output=output,
            dry_run=dry_run,
            output_format=output_format,
            stdin=str(paths[0]) == "-",
        )
    reports: list[dict[str, Any]] = []
    log: list[str] = []
    for path, name in zip(paths, names(paths), strict=True):
        target = output / name if output is not None and (several or output.is_dir()) else output
        generation = _generation(
            _source(path, target), wishes, lexicons, _proposer(llm_calls) if llm else None
        )
        log += _rejections(generation) if rejects is not None else []
        reports.append(_deliver(generation, target, dry_run=dry_run, quiet=output_format == "json"))
        if review and target is not None and "beside" not in reports[-1]:
            review_deck(target, generation)
    if rejects is not None and not dry_run:
        _write(rejects, "".join(log))
    if output_format == "json":
        emit_json(reports if several else reports[0])


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


def _source(path: Path, target: Path | None) -> SourceText:
    from mdquiz.generate.documents import read_source
    from mdquiz.generate.source import source_text

    if str(path) == "-":
        return source_text("-", sys.stdin.buffer.read())
    name = path.as_posix()
    if target is not None:
        name = Path(os.path.relpath(path.resolve(), target.resolve().parent)).as_posix()
    source = read_source(path, name)
    if sum(map(len, source.lines)) > _LONG:
        narrate(f"Reading {path} …")
    return source


def _proposer(calls: int) -> Proposer:
    from mdquiz.generate.llm_call import http_library
    from mdquiz.generate.llm_endpoint import Caller, endpoint_from
    from mdquiz.generate.llm_proposals import proposals
    from mdquiz.paths import places

    http_library()
    caller = Caller(endpoint_from(), calls, places().cache / "llm", narrate)
    narrate(f"Asking {caller.endpoint.model} at {caller.endpoint.address}, up to {calls} times.")
    return lambda material: proposals(material, caller)


def _generation(
    source: SourceText, wishes: Wishes, lexicons: Path | None, proposer: Proposer | None
) -> Generation:
    from mdquiz.generate.lexicon import load_lexicon
    from mdquiz.generate.pipeline import generate as make
    from mdquiz.paths import places

    folder = lexicons if lexicons is not None else places().config / "lexicons"
    generation = make(source, wishes, load_lexicon(folder), proposer)
    if not any(line.strip() for line in source.lines):
        raise DocumentError(f"{source.name} is empty.", "Give a document with text in it.")
    return generation


def _deliver(
    generation: Generation, target: Path | None, *, dry_run: bool, quiet: bool
) -> dict[str, Any]:
    from mdquiz.decks.write import deck_text
    from mdquiz.generate.summary import summarise, summary_lines

    summary = summarise(generation)
    report: dict[str, Any] = {**summary.as_table(), "output": str(target) if target else None}
    if target is not None and target.exists():
        report |= _merge_into(generation, target, dry_run=dry_run)
    elif target is not None:
        report["added"] = [question.id for question in generation.deck.questions]
        if not dry_run:
            from mdquiz.generate.review import Review, review_path, review_text

            _write(target, deck_text(generation.deck))
            _write(review_path(target), review_text(Review().written(generation.deck.questions)))
        narrate(f"{'Would write' if dry_run else 'Wrote'} {target}.")
    elif quiet:
        report["deck"] = generation.deck.model_dump(
            mode="json", by_alias=True, exclude_defaults=True
        )
    elif not dry_run:
        emit(deck_text(generation.deck).rstrip("\n"))
    for line in summary_lines(summary):
        narrate(line)
    return report


def _merge_into(generation: Generation, target: Path, *, dry_run: bool) -> dict[str, Any]:
    from mdquiz.decks.read import read_deck
    from mdquiz.decks.write import deck_text
    from mdquiz.generate.merge import merge
    from mdquiz.generate.review import load_review, review_path, review_text

    reading = read_deck(target)
    review = load_review(target)
    beside = target.with_suffix(".new.toml")
    if reading.deck is None or any(d.severity == "error" for d in reading.diagnostics):
        if not dry_run:
            _write(beside, deck_text(generation.deck))
        narrate(
            f"{target} has errors and is left as it is; the new deck {'would go' if dry_run else 'is'} beside it: {beside}."  # noqa: E501
        )
        return {"beside": str(beside)}
    with target.open(encoding="utf-8-sig", newline="") as file:
        text = file.read()
    merged = merge(text, reading.deck, generation.deck, generation.reading.document, review)
    _tell(merged, target, dry_run=dry_run)
    report = {
        "added": [question.id for question in merged.added],
        "stale": list(merged.stale),
        "revived": list(merged.revived),
        "refused": list(merged.refused),
        "edited": list(merged.edited),
    }
    if dry_run:
        return report
    if not merged.sound:
        _write(beside, deck_text(generation.deck))
        narrate(
            f"{target} is laid out in a way that cannot be added to safely; it is left as it is, and the new deck is {beside}."  # noqa: E501
        )
        return {**report, "beside": str(beside)}
    if merged.changed:
        _write(target, merged.text)
    known = [
        q for q in generation.deck.questions if q.id in merged.kept and q.id not in review.entries
    ]
    _write(review_path(target), review_text(review.written([*merged.added, *known])))
    return report


def _tell(merged: Merged, target: Path, *, dry_run: bool) -> None:
    would = "Would add" if dry_run else "Added"
    narrate(
        f"{would} {len(merged.added)} questions to {target}; {len(merged.kept)} were there already."
    )
    if dry_run:
        for question in merged.added:
            narrate(
                f"  + {question.id}  {getattr(question, 'prompt', '') or getattr(question, 'text', '') or question.rule}"  # noqa: E501
            )
    for name, ids in (
        ("edited by hand and kept", merged.edited),
        ("stale now", merged.stale),
        ("no longer stale", merged.revived),
        ("rejected earlier", merged.refused),
    ):
        if ids:
            narrate(f"  {len(ids)} {name}: {', '.join(ids[:8])}{' …' if len(ids) > 8 else ''}")


def _rejections(generation: Generation) -> list[str]:
    import json

    return [
        json.dumps(
            {
                "document": generation.reading.document.name,
                "gate": r.gate,
                "reason": r.reason,
                "type": r.candidate.type,
                "rule": r.candidate.rule,
                "prompt": r.candidate.prompt,
                "answer": r.candidate.answer.text,
                "lines": [r.candidate.spans[0].first, r.candidate.spans[0].last]
                if r.candidate.spans
                else None,
            },
            ensure_ascii=False,
        )
        + "\n"
        for r in generation.rejected
    ]


def _write(path: Path, text: str) -> None:
    """Put `text` in place of `path` in one step: a reader sees the old file or the new one."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise DeckError(
            f"{path} cannot be written: {error.strerror}.", "Choose another place with -o."
        ) from error


@click.command()
@click.argument("deck", type=click.Path(path_type=Path))
@click.argument("question_id", metavar="ID")
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
)
def why(deck: Path, question_id: str, output_format: str) -> None:
    """Tell why question ID is in the file DECK: the rule, the passage, and what each gate says."""
    from mdquiz.decks.read import read_deck
    from mdquiz.generate.why import reason

    reading = read_deck(deck)
    if reading.deck is None:
        raise DeckError(
            f"{deck} cannot be read.", f"`mdquiz check {deck}` tells what is wrong with it."
        )
    try:
        question = reading.deck.question(question_id)
    except KeyError:
        raise DeckNotFoundError(
            f'{deck} has no question "{question_id}".', f"`mdquiz show {deck}` lists them."
        ) from None
    generation = None
    document = reading.deck.document
    if document is not None and question.rule:
        path = (deck.parent / document.path).resolve()
        if path.is_file():
            from mdquiz.generate.pipeline import Wishes

            generation = _generation(_source(path, deck), Wishes(max_per_fact=9), None, None)
    found = reason(question, generation)
    if output_format == "json":
        emit_json(
            {
                "id": question.id,
                "rule": found.rule,
                "facts": list(found.facts),
                "passages": [p.model_dump(mode="json") for p in found.passages],
                "gates": [
                    {"gate": g.gate, "passed": g.ok, "reason": g.reason} for g in found.gates
                ],
            }
        )
        return
    emit(f"{question.id}  ({question.type})")
    emit(f"Rule: {found.rule or 'written by hand'}")
    for passage in found.passages:
        lines = f"lines {passage.lines[0]}–{passage.lines[1]}" if passage.lines else "no lines"
        emit(
            f"From {document.path if document else 'the notes'}, {passage.section or 'the beginning'}, {lines}:"  # noqa: E501
        )
        for line in passage.quote.splitlines():
            emit(f"    {line}")
    for verdict in found.gates:
        emit(
            f"  {'passed' if verdict.ok else 'HELD BACK'}  {verdict.gate}{': ' + verdict.reason if verdict.reason else ''}"  # noqa: E501
        )
    if not found.gates and found.rule:
        emit(
            "The document is not where the deck says, or no longer gives this question; its gates cannot be shown."  # noqa: E501
        )
