"""What a generation found, asked and left out, in numbers and in words."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import Any

from mdquiz.decks.deck import Deck
from mdquiz.decks.kinds.base import Source
from mdquiz.decks.question import Question
from mdquiz.generate.pipeline import Generation
from mdquiz.text import counted


@dataclass(frozen=True)
class Summary:
    """The numbers of one generation, and of the deck that it went into.

    Attributes:
        document: The document's name.
        facts: Facts found.
        asked: Facts that a question of the deck asks.
        questions: Questions in the deck.
        stale: How many of them are stale.
        types: Questions by type.
        sections: Facts asked and found, by section title, in reading order.
        skipped: Passages left out before any fact was looked for, by reason.
        held_back: Candidates held back, by gate.
        key_positions: How often the key of a choice stands first, second, … in the file.
        truths: True and false among true/false questions and statements.
    """

    document: str
    facts: int
    asked: int
    questions: int
    types: dict[str, int]
    sections: dict[str, tuple[int, int]]
    skipped: dict[str, int]
    held_back: dict[str, int]
    key_positions: dict[int, int] = field(default_factory=dict)
    truths: dict[str, int] = field(default_factory=dict)
    stale: int = 0

    def as_table(self) -> dict[str, Any]:
        """The summary as JSON can say it."""
        return asdict(self)


def summarise(generation: Generation, deck: Deck | None = None) -> Summary:
    """The numbers of `generation`, and of `deck` where it went into one that was there."""
    document = generation.reading.document
    questions = (deck or generation.deck).questions
    asked = {fact for question in questions if not question.status for fact in question.facts}
    sections: dict[str, list[int]] = {}
    for fact in generation.facts:
        title = document.sections[fact.section].title or "(before the first heading)"
        count = sections.setdefault(title, [0, 0])
        count[0] += fact.id in asked
        count[1] += 1
    positions = Counter(
        q.options.index(q.answer) + 1
        for q in questions
        if q.type == "choice" and isinstance(q.answer, str)
    )
    truths = Counter(truth for question in questions for truth in _truths(question))
    return Summary(
        document=document.name,
        facts=len(generation.facts),
        asked=sum(fact.id in asked for fact in generation.facts),
        questions=len(questions),
        types=dict(sorted(Counter(q.type for q in questions).items())),
        sections={title: (a, b) for title, (a, b) in sections.items()},
        skipped=dict(sorted(generation.skipped.items())),
        held_back=dict(sorted(Counter(r.gate for r in generation.rejected).items())),
        key_positions=dict(sorted(positions.items())),
        truths={"true": truths[True], "false": truths[False]},
        stale=sum(question.status == "stale" for question in questions),
    )


def _truths(question: Question) -> list[bool]:
    if question.type == "true_false":
        return [question.answer]
    if question.type == "statements":
        return [statement.true for statement in question.statements]
    return []


_SECTIONS = 20
"""Sections that a person is shown; a big note has a thousand."""


def summary_lines(summary: Summary) -> list[str]:
    """The summary for a person."""
    types = ", ".join(f"{count} {name.replace('_', '/')}" for name, count in summary.types.items())
    stale = f", {summary.stale} of them stale" if summary.stale else ""
    opening = (
        f"{summary.document}: {summary.facts} facts found, {summary.asked} asked, "
        f"{summary.questions} questions ({types or 'none'}){stale}."
    )
    lines = [opening]
    if summary.skipped:
        said = ", ".join(f"{count} {reason}" for reason, count in summary.skipped.items())
        lines.append(f"Passages left out: {said}.")
    if summary.held_back:
        said = ", ".join(f"{gate} {count}" for gate, count in summary.held_back.items())
        lines.append(f"Candidates held back, by gate: {said}.")
    for title, (asked, found) in list(summary.sections.items())[:_SECTIONS]:
        lines.append(f"  {asked:>3} of {found:<3} {title}")
    more = len(summary.sections) - _SECTIONS
    if more > 0:
        lines.append(f"  … and {counted(more, 'more section')}; --format json has them all.")
    if summary.key_positions:
        said = ", ".join(f"{n}: {count}" for n, count in summary.key_positions.items())
        lines.append(f"Key positions of choices in the file: {said}; they are shuffled when asked.")
    if sum(summary.truths.values()):
        lines.append(f"Statements: {summary.truths['true']} true, {summary.truths['false']} false.")
    return lines


def sources_of(question: Question) -> tuple[Source, ...]:
    """The passages that a question names."""
    return (question.source,) if isinstance(question.source, Source) else question.source
