"""`mdquiz why`: where a question of a deck comes from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mdquiz.cli.output import emit, emit_json
from mdquiz.errors import DeckError, DeckNotFoundError

if TYPE_CHECKING:
    from mdquiz.decks.deck import Deck
    from mdquiz.decks.question import Question
    from mdquiz.generate.why import Passage, Reason

_STATUSES: dict[str | None, str] = {
    "stale": "Stale: the notes no longer say what it was made from. It is not asked.",
    "dropped": "Dropped by the examiner. It is not asked.",
}


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
    found = _reason(deck, reading.deck, question)
    if output_format == "json":
        emit_json(_as_json(question, found))
        return
    emit(f"{question.id}  ({question.type})")
    emit(f"Rule: {found.rule or 'written by hand'}{', edited by hand' if found.edited else ''}")
    if question.status in _STATUSES:
        emit(_STATUSES[question.status])
    notes = reading.deck.document.path if reading.deck.document else "the notes"
    read = found.rule != "" and not found.remark.startswith(("The document was", "No document"))
    for passage in found.passages:
        section = passage.source.section or "the beginning"
        emit(f"From {notes}, {section}, {_where(passage, read=read)}:")
        for line in passage.source.quote.splitlines():
            emit(f"    {line}")
    for verdict in found.gates:
        said = f": {verdict.reason}" if verdict.reason else ""
        emit(f"  {'passed' if verdict.ok else 'HELD BACK'}  {verdict.gate}{said}")
    if found.remark:
        emit(found.remark)


def _reason(file: Path, deck: Deck, question: Question) -> Reason:
    from mdquiz.generate.review import load_review
    from mdquiz.generate.why import reason

    generation, missing = None, ""
    if deck.document is not None and question.rule:
        path = (file.parent / deck.document.path).resolve()
        if path.is_file():
            from mdquiz.cli.generate_deck import generation_of, source_of
            from mdquiz.generate.pipeline import Wishes

            generation = generation_of(source_of(path, file), Wishes(max_per_fact=9), None, None)
        else:
            missing = str(file.parent / deck.document.path)
    return reason(question, generation, 0, load_review(file), missing)


def _where(passage: Passage, *, read: bool) -> str:
    lines = passage.source.lines
    if lines is None:
        return "no lines"
    said = f"lines {lines[0]}–{lines[1]}"
    if not read or passage.now == lines:
        return said
    if passage.now is None:
        return f"formerly {said} (it stands there no more)"
    return f"lines {passage.now[0]}–{passage.now[1]} (the deck says {lines[0]}–{lines[1]})"


def _as_json(question: Question, found: Reason) -> dict[str, Any]:
    return {
        "id": question.id,
        "status": question.status,
        "rule": found.rule,
        "edited": found.edited,
        "facts": list(found.facts),
        "passages": [
            {**p.source.model_dump(mode="json"), "lines_now": p.now} for p in found.passages
        ],
        "gates": [{"gate": g.gate, "passed": g.ok, "reason": g.reason} for g in found.gates],
        "remark": found.remark,
    }
