"""The road from a document to a deck: read, find facts, write questions, let the sound ones in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from mdquiz.decks.deck import Deck
from mdquiz.decks.deck import Document as DeckDocument
from mdquiz.generate.blocks import read_document
from mdquiz.generate.candidates import write_candidates
from mdquiz.generate.candidates.candidate import Candidate, Material
from mdquiz.generate.facts import extract
from mdquiz.generate.facts.fact import Fact
from mdquiz.generate.gates import examine
from mdquiz.generate.gates.gate import Bench
from mdquiz.generate.lexicon import Lexicon, load_lexicon
from mdquiz.generate.progress import Tell, part, silent
from mdquiz.generate.select import Rejected, select
from mdquiz.generate.source import SourceText
from mdquiz.generate.statements import Reading, read_statements


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the author wants of the deck.

    Attributes:
        types: Only these question types; empty for all.
        max_per_fact: How many questions may ask one fact by itself.
        seed: Chooses among equals.
    """

    types: tuple[str, ...] = ()
    max_per_fact: int = 2
    seed: int = 0
    title: str = ""
    """The deck's title; the document's first heading when empty."""


@dataclass(frozen=True)
class Generation:
    """What came of one document.

    Attributes:
        reading: The document read.
        facts: Every fact found.
        chosen: The candidates in the deck, in its order.
        rejected: The others, each with its gate and reason.
        deck: The deck.
    """

    reading: Reading
    facts: tuple[Fact, ...]
    chosen: tuple[Candidate, ...]
    rejected: tuple[Rejected, ...]
    deck: Deck
    skipped: dict[str, int] = field(default_factory=dict)


_READING, _FACTS, _WRITING, _GATES = (0.12, 0.3), (0.3, 0.5), (0.5, 0.7), (0.7, 1.0)
"""From where to where each step makes up the work, as measured on 200 KB of notes."""
_TOLD_EVERY = 100
"""Candidates."""

Proposer = Callable[[Material], Iterable[Candidate]]
"""Gives further candidates, which pass the same gates as the rules' own."""


def generate(
    source: SourceText,
    wishes: Wishes | None = None,
    lexicon: Lexicon | None = None,
    proposer: Proposer | None = None,
    tell: Tell = silent,
) -> Generation:
    """Make a deck from one document; the same input gives the same deck, byte for byte.

    Args:
        source: The document.
        wishes: What the author wants of the deck.
        lexicon: Word lists; those of the package when left out.
        proposer: Gives candidates beside the rules', such as a language model.
        tell: Told how far the work is.
    """
    wishes = wishes or Wishes()
    document = read_document(source)
    reading = read_statements(document, lexicon or load_lexicon(), part(tell, *_READING))
    facts = extract(reading, part(tell, *_FACTS))
    material = Material(reading, facts, wishes.seed)
    candidates = write_candidates(material, part(tell, *_WRITING))
    if proposer is not None:
        candidates += proposer(material)
    bench = Bench(material)
    sound: list[Candidate] = []
    rejected: list[Rejected] = []
    told = part(tell, *_GATES)
    for number, candidate in enumerate(candidates):
        if number % _TOLD_EVERY == 0:
            told(number / len(candidates))
        if wishes.types and candidate.type not in wishes.types:
            continue
        verdict = examine(candidate, bench)
        if verdict.ok:
            sound.append(candidate)
        else:
            rejected.append(Rejected(candidate, verdict.gate, verdict.reason))
    selection = select(material, sound, wishes.max_per_fact)
    tell(1.0)
    return Generation(
        reading,
        facts,
        tuple(selection.chosen),
        (*rejected, *selection.rejected),
        deck_of(bench, selection.chosen, wishes.title),
        dict(reading.skipped),
    )


def deck_of(bench: Bench, chosen: list[Candidate], title: str = "") -> Deck:
    """The deck of the chosen candidates."""
    document = bench.material.reading.document
    return Deck(
        title=title or title_of(bench.material.reading),
        language=document.language,
        document=DeckDocument(path=document.name, sha256=document.sha256),
        question=tuple(bench.question(candidate) for candidate in chosen),  # type: ignore[call-arg]
    )


def title_of(reading: Reading) -> str:
    """The document's first heading, else its file name."""
    document = reading.document
    for section in document.sections[1:]:
        if section.title:
            return section.title
    name = document.name.replace("\\", "/").rsplit("/", 1)[-1]
    return name.rsplit(".", 1)[0].strip() or "Notes"
