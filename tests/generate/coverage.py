"""How many facts of a note its generated deck asks: `python -m tests.generate.coverage`."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path

import tomli

from mdquiz.decks.kinds.cloze import filled, gaps
from mdquiz.decks.question import Question
from mdquiz.generate.pipeline import Generation, generate
from mdquiz.generate.source import source_text
from mdquiz.text import normalised

NOTES = Path(__file__).parent.parent / "data" / "notes"


@dataclass(frozen=True, slots=True)
class Expected:
    """A fact that a teacher listed for a note."""

    fact: str
    must: bool
    answer: str
    about: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """Which listed facts a deck asks."""

    note: str
    asked: tuple[Expected, ...]
    missed: tuple[Expected, ...]

    def share(self, *, must: bool) -> tuple[int, int]:
        """Facts asked, and facts listed."""
        asked = sum(e.must or not must for e in self.asked)
        return asked, asked + sum(e.must or not must for e in self.missed)


def notes() -> list[Path]:
    """The notes that have a fact list."""
    return sorted(
        path.with_name(path.name.replace(".facts.toml", ".md"))
        for path in NOTES.glob("*.facts.toml")
    )


def listed_facts(note: Path) -> tuple[Expected, ...]:
    """The facts a teacher would ask of `note`."""
    table = tomli.loads(note.with_suffix(".facts.toml").read_text(encoding="utf-8"))
    return tuple(
        Expected(e["fact"], e["must"], normalised(e["answer"]), normalised(e["about"]))
        for e in table["fact"]
    )


def generated(note: Path) -> Generation:
    """What mdquiz makes of `note`."""
    return generate(source_text(note.name, note.read_bytes()))


def asked_pairs(question: Question) -> list[tuple[str, str]]:
    """What a question asks, and what it wants to hear."""
    if question.type in {"short", "choice"}:
        answer = question.answer
        return [(question.prompt, "; ".join(answer) if isinstance(answer, tuple) else str(answer))]
    if question.type == "cloze":
        return [(filled(question.text), gap.answer) for gap in gaps(question.text)]
    if question.type == "match":
        return [(pair.left, pair.right) for pair in question.pairs] + [
            (pair.right, pair.left) for pair in question.pairs
        ]
    if question.type == "rows":
        return [
            (row.original or " ".join(row.cells), row.original or " ".join(row.cells))
            for row in question.rows
        ]
    if question.type == "statements":
        return [(s.original or s.text, s.original or s.text) for s in question.statements]
    if question.type == "order":
        return [(f"{question.prompt} {question.axis} order", "; ".join(question.sequence))]
    if question.type == "true_false":
        text = question.prompt if question.answer else question.explanation
        return [(text, text)]
    return []


def coverage(note: Path) -> Coverage:
    """Hold the deck of `note` against its fact list."""
    pairs = [pair for question in generated(note).deck.questions for pair in asked_pairs(question)]
    asked: list[Expected] = []
    missed: list[Expected] = []
    for fact in listed_facts(note):
        answer, about = re.compile(fact.answer, re.DOTALL), re.compile(fact.about)
        hit = any(answer.search(said) and about.search(prompt) for prompt, said in pairs)
        (asked if hit else missed).append(fact)
    return Coverage(note.stem, tuple(asked), tuple(missed))


def main() -> None:
    """Print a line a note, and the facts that were missed."""
    for note in notes():
        found = coverage(note)
        must, musts = found.share(must=True)
        every, all_ = found.share(must=False)
        sys.stdout.write(
            f"{found.note:26} must {must:3}/{musts:<3} {100 * must // musts:3} %   all {every:3}/{all_:<3}\n"  # noqa: E501
        )
        if "-v" in sys.argv:
            for fact in found.missed:
                sys.stdout.write(f"    missed{' (must)' if fact.must else ''}: {fact.fact}\n")


if __name__ == "__main__":
    main()
