"""One document's way into its deck: read, made, written or merged, and told about."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mdquiz.cli.output import emit, narrate
from mdquiz.cli.progress_line import progress_line
from mdquiz.errors import DeckError, DocumentError, UsageError
from mdquiz.text import counted

if TYPE_CHECKING:
    from mdquiz.decks.deck import Deck
    from mdquiz.generate.merge import Merged
    from mdquiz.generate.pipeline import Generation, Proposer, Wishes
    from mdquiz.generate.review import Review
    from mdquiz.generate.shelf import Shelf
    from mdquiz.generate.source import SourceText

_LONG = 200_000
"""Characters from which a person is told that work is going on."""
_EMPTY = "no-questions"
"""The one error of a deck that does not keep questions from being put into it."""


def source_of(path: Path, target: Path | None) -> SourceText:
    """The document at `path`, called as the deck at `target` sees it.

    Raises:
        DocumentError: It cannot be read.
    """
    from mdquiz.generate.documents import read_source
    from mdquiz.generate.source import source_text

    if str(path) == "-":
        return source_text("-", sys.stdin.buffer.read())
    name = path.as_posix()
    if target is not None:
        name = Path(os.path.relpath(path.resolve(), target.resolve().parent)).as_posix()
    return read_source(path, name)


def generation_of(
    source: SourceText, wishes: Wishes, lexicons: Path | None, proposer: Proposer | None
) -> Generation:
    """What comes of a document.

    Raises:
        DocumentError: It is empty.
    """
    from mdquiz.generate.lexicon import load_lexicon
    from mdquiz.generate.pipeline import generate as make
    from mdquiz.paths import places

    folder = lexicons if lexicons is not None else places().config / "lexicons"
    lexicon = load_lexicon(folder)
    if sum(map(len, source.lines)) > _LONG:
        name = "standard input" if source.name == "-" else source.name
        with progress_line(f"Reading {name}") as tell:
            generation = make(source, wishes, lexicon, proposer, tell)
    else:
        generation = make(source, wishes, lexicon, proposer)
    if not any(line.strip() for line in source.lines):
        raise DocumentError(f"{source.name} is empty.", "Give a document with text in it.")
    return generation


def deliver(
    generation: Generation,
    document: Path,
    target: Path | None,
    shelf: Shelf | None,
    *,
    dry_run: bool,
    quiet: bool,
) -> dict[str, Any]:
    """Write the deck, or add to the one that is there, and tell about it.

    Args:
        generation: What came of the document.
        document: The document.
        target: The deck file; None for standard output.
        shelf: The decks beside it.
        dry_run: Whether nothing is to be written.
        quiet: Whether standard output is for the report alone.

    Raises:
        DocumentError: The document gives no questions.
        UsageError: The deck was made from other notes.
        DeckError: The deck cannot be written.
    """
    from mdquiz.generate.summary import summarise, summary_lines

    report: dict[str, Any] = {"output": str(target) if target else None}
    deck = generation.deck
    if target is not None and os.path.lexists(target):
        merged_report, deck = _merge_into(generation, document, target, dry_run=dry_run)
        report |= merged_report
    else:
        _check_not_empty(generation, document)
        if target is not None:
            deck = _with_free_id(deck, target, shelf)
            _write_new(deck, target, dry_run=dry_run)
            report["added"] = [question.id for question in deck.questions]
    summary = summarise(generation, deck)
    if target is None and quiet:
        report["deck"] = deck.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    elif target is None and not dry_run:
        from mdquiz.decks.write import deck_text

        emit(deck_text(deck).rstrip("\n"))
    for line in summary_lines(summary):
        narrate(line)
    return {**summary.as_table(), **report}


def _check_not_empty(generation: Generation, document: Path) -> None:
    if not generation.deck.questions:
        held = "; what was found is held back by the checks" if generation.rejected else ""
        raise DocumentError(
            f"{document} gives no questions{held}. No deck is written.",
            "`--rejects FILE` tells what was held back. Notes give more where headings, labels "
            "and whole sentences say what they are about."
            if held
            else "It has no sentence, label or table that says a fact by itself.",
        )


def _with_free_id(deck: Deck, target: Path, shelf: Shelf | None) -> Deck:
    if shelf is None:
        return deck
    name = shelf.free_id(deck.id, target)
    shelf.put(target, name)
    if name == deck.id:
        return deck
    narrate(f'Another deck beside {target} has the id "{deck.id}"; this one gets "{name}".')
    return deck.model_copy(update={"id": name})


def _write_new(deck: Deck, target: Path, *, dry_run: bool) -> None:
    from mdquiz.decks.write import deck_text
    from mdquiz.generate.review import Review, review_path, review_text

    if not dry_run:
        write(target, deck_text(deck))
        write(review_path(target), review_text(Review().written(deck.questions)))
    narrate(f"{'Would write' if dry_run else 'Wrote'} {target}.")


def _merge_into(
    generation: Generation, document: Path, target: Path, *, dry_run: bool
) -> tuple[dict[str, Any], Deck]:
    """What merging did, and the deck as it is then."""
    from mdquiz.decks.read import read_deck
    from mdquiz.generate.merge import merge
    from mdquiz.generate.review import load_review, review_path, review_text
    from mdquiz.generate.shelf import made_from_other_notes

    reading = read_deck(target)
    if reading.deck is None or any(d.code != _EMPTY for d in reading.errors):
        return _beside(generation, document, target, "has errors", dry_run=dry_run)
    if not reading.deck.questions:
        _check_not_empty(generation, document)
    lines = generation.reading.document.lines
    if other := made_from_other_notes(target, reading.deck, document, lines):
        raise UsageError(
            f"{target} was made from {other}, not from {document}; nothing is changed.",
            "Name another deck with -o; a drill can ask several decks together. If the notes were "
            "renamed, say so in the deck: path, under [document].",
        )
    review = load_review(target)
    with target.open(encoding="utf-8-sig", newline="") as file:
        raw = file.read()
    text = raw.replace("\r\n", "\n")
    merged = merge(text, reading.deck, generation.deck, generation.reading.document, review)
    if not merged.sound:
        why = "is laid out in a way that cannot be added to safely"
        return _beside(generation, document, target, why, dry_run=dry_run)
    _tell(merged, target, remembered=bool(review.entries), dry_run=dry_run)
    report: dict[str, Any] = {
        "had": merged.had,
        "own": merged.own,
        "added": [question.id for question in merged.added],
        "stale": list(merged.stale),
        "stale_before": list(merged.still),
        "revived": list(merged.revived),
        "moved": list(merged.moved),
        "refused": list(merged.refused),
        "edited": list(merged.edited),
    }
    if not dry_run:
        if merged.text != text:
            ended = merged.text.replace("\n", "\r\n") if "\r\n" in raw else merged.text
            write(target, ended)
        write(review_path(target), review_text(_reviewed(review, merged, generation.deck)))
    return report, merged.deck


def _reviewed(review: Review, merged: Merged, made: Deck) -> Review:
    """The review with every question as the generator last wrote it."""
    untouched = [q for q in merged.deck.questions if q.rule and q.id not in merged.edited]
    forgotten = [q for q in made.questions if q.id in merged.edited and not review.knows(q.id)]
    return review.written([*untouched, *forgotten])


def _beside(
    generation: Generation, document: Path, target: Path, why: str, *, dry_run: bool
) -> tuple[dict[str, Any], Deck]:
    from mdquiz.decks.write import deck_text
    from mdquiz.generate.shelf import free_beside

    _check_not_empty(generation, document)
    text = deck_text(generation.deck)
    beside = free_beside(target, text)
    if not dry_run:
        write(beside, text)
    narrate(
        f"{target} {why} and is left as it is; the new deck {'would go' if dry_run else 'is'} "
        f"beside it: {beside}."
    )
    return {"beside": str(beside)}, generation.deck


def _tell(merged: Merged, target: Path, *, remembered: bool, dry_run: bool) -> None:
    edited = "edited by hand" + ("" if remembered else " or worded otherwise today")
    untouched = len(merged.kept) - len(merged.edited)
    parts = [f"{untouched} as they were made", f"{len(merged.edited)} {edited}"]
    parts += [f"{merged.own} of your own"] if merged.own else []
    narrate(f"{target} had {counted(merged.had, 'question')}: {', '.join(parts)}; all are kept.")
    now = counted(len(merged.deck.questions), "question")
    stale = len(merged.stale) + len(merged.still)
    resting = f", {stale} of them stale and not asked" if stale else ""
    narrate(
        f"{'Would add' if dry_run else 'Added'} {len(merged.added)}: it "
        f"{'would have' if dry_run else 'has'} {now}{resting}."
    )
    if dry_run:
        for question in merged.added:
            words = getattr(question, "prompt", "") or getattr(question, "text", "")
            narrate(f"  + {question.id}  {words or question.rule}")
    for name, ids in (
        (f"{edited}, and kept", merged.edited),
        ("stale now", merged.stale),
        ("no longer stale", merged.revived),
        ("with their lines brought up to date", merged.moved),
        ("rejected earlier", merged.refused),
    ):
        if ids:
            narrate(f"  {len(ids)} {name}: {', '.join(ids[:8])}{' …' if len(ids) > 8 else ''}")


def rejections(generation: Generation) -> list[str]:
    """What was held back, a line of JSON each."""
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


def write(path: Path, text: str, option: str = "-o") -> None:
    """Put `text` in place of `path` in one step: a reader sees the old file or the new one.

    Args:
        path: The file.
        text: All that is to stand in it.
        option: What the file was named with.

    Raises:
        DeckError: It cannot be written.
    """
    from mdquiz.decks.replace import replace_text

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_text(path, text)
    except OSError as error:
        raise DeckError(
            f"{path} cannot be written: {error.strerror}.", f"Choose another place with {option}."
        ) from error
