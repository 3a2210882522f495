"""What the review of a generated deck shows: the passage and its quote, the question and key."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from unicodedata import category, east_asian_width

from mdquiz.decks.asked import Asked
from mdquiz.decks.asking import ask
from mdquiz.decks.card import CardId
from mdquiz.decks.deck import Deck
from mdquiz.study.deck_review import ACCEPTED, EDITED, REJECTED, Item
from mdquiz.study.lines import option_label
from mdquiz.study.source import SourcePassage
from mdquiz.tui.widgets.prose import Block
from mdquiz.tui.wording import whole_blocks

STANDING_LOOKS = {
    ACCEPTED: ("✓", "$text-success"),
    EDITED: ("✎", "$text-accent"),
    REJECTED: ("✗", "$text-error"),
}
_QUOTE = "bold"
_MUTED = "$foreground-muted"


def fits_beside(lines: Sequence[str]) -> bool:
    """Whether every terminal gives these lines the columns that we count.

    Where one may not (vowel signs, joiners, emoji with selectors), nothing can stand to the right
    of them: it would be pushed out of its place.
    """
    letters = {letter for line in lines if not line.isascii() for letter in line}
    return not any(
        category(letter) in ("Mn", "Mc", "Me", "Cf") or east_asian_width(letter) in ("A", "W", "F")
        for letter in letters
        if letter not in _COMMON_SIGNS
    )


_COMMON_SIGNS = frozenset("–—‘’“”…•·×°§±→←≥≤≈®©½¼¾€")
"""Ambiguous by the standard, one column in every terminal set to a Western or Indian language."""


def passage_view(found: Sequence[SourcePassage], quotes: Sequence[str]) -> list[Block]:
    """The passages with their line numbers, what is quoted standing out."""
    return list(_passages(found, quotes))


def first_quoted(blocks: Sequence[Block]) -> int:
    """The first block that is quoted; 0 where none is."""
    return next((at for at, block in enumerate(blocks) if block.lead.startswith("▌")), 0)


def _passages(found: Sequence[SourcePassage], quotes: Sequence[str]) -> Iterator[Block]:
    for passage in found:
        heading = passage.section or passage.path or "Source"
        yield Block(heading, "bold $primary", gap=1)
        if not passage.first_line:
            yield Block("The notes no longer say this at the lines named.", "$text-warning")
        for at, line in enumerate(passage.lines):
            number = f"{passage.first_line + at:>4}" if passage.first_line else "    "
            if at in passage.quoted:
                yield from _quoted_line(line, number, quotes)
            else:
                yield Block(line, _MUTED, lead=f" {number} ", lead_style=_MUTED)


def _quoted_line(line: str, number: str, quotes: Sequence[str]) -> Iterator[Block]:
    """A line in parts: what is quoted of it, and the rest."""
    for text, quoted in _parts(line, [part for quote in quotes for part in quote.split("\n")]):
        sign, style = ("▌", _QUOTE) if quoted else (" ", _MUTED)
        yield Block(text, style, lead=f"{sign}{number} ", lead_style="$accent")
        number = " " * len(number)


_CLOSING = frozenset(".,;:!?)]}*_।")
"""Signs that stay with the words before them."""


def _parts(line: str, quotes: Sequence[str]) -> list[tuple[str, bool]]:
    inside = [False] * len(line)
    for quote in quotes:
        at = line.find(quote) if quote else -1
        if at >= 0:
            inside[at : at + len(quote)] = [True] * len(quote)
    says = [on for letter, on in zip(line, inside, strict=True) if letter.isalnum()]
    if all(says) or not any(says):
        return [(line, True)]
    parts: list[tuple[str, bool]] = []
    start = 0
    for end in range(1, len(line) + 1):
        if end == len(line) or (inside[end] != inside[start] and line[end] not in _CLOSING):
            text = line[start:end].strip()
            if any(letter.isalnum() for letter in text):
                parts.append((text, inside[start]))
            start = end
    return parts


def question_view(deck: Deck, item: Item) -> list[Block]:
    """The question with its key, and all that tells whether it is a good one."""
    return list(_question(deck, item))


def _question(deck: Deck, item: Item) -> Iterator[Block]:
    question = item.question
    looks = STANDING_LOOKS.get(item.standing)
    if looks:
        yield Block(item.standing.capitalize(), f"bold {looks[1]}", f"{looks[0]} ", looks[1])
    if item.stale:
        yield Block("Stale: its passage is no longer in the notes.", "$text-warning", "! ")
    for part in question.parts():
        card = CardId(deck.id, question.id, part)
        asked = ask(deck, question, part, rng=random.Random(str(card)))
        first, *rest = whole_blocks(replace(asked, sources=()), answer=True)
        yield replace(first, gap=1)
        yield from rest
        yield from _reasons(asked)
    yield Block(f"{question.type} · {question.rule} · {question.id}", _MUTED, gap=1)


def _reasons(asked: Asked) -> Iterator[Block]:
    """What the learner sees only after a miss: further right answers, why an option is wrong."""
    notes: list[tuple[str, str]] = []
    if asked.expected is not None and asked.expected.accept:
        notes.append(("Also right: ", " · ".join(asked.expected.accept)))
    for at, option in enumerate(asked.options):
        if option.why:
            notes.append((f"{option_label(at)} ", option.why))
    for claim in asked.claims:
        new = claim.original.strip(".") not in claim.why
        original = f"In the notes: {claim.original}" if new else ""
        notes += [(f"{claim.label}. ", text) for text in (claim.why, original) if text]
    for number, (lead, text) in enumerate(notes):
        yield Block(text, _MUTED, lead, _MUTED, gap=int(number == 0))
