"""Where a paper came from: what the learner asked for, whose figures it follows, which decks."""

from __future__ import annotations

from dataclasses import dataclass

from mdquiz.exams.blueprint import Selection


@dataclass(frozen=True, slots=True)
class PaperDeck:
    """A deck that a paper was drawn from.

    Attributes:
        id: Its id.
        title: Its title.
        path: Its file then, absolute.
        content_hash: SHA-256 of the file then.
    """

    id: str
    title: str
    path: str
    content_hash: str


@dataclass(frozen=True, slots=True)
class Origin:
    """What a paper was made of, kept with it.

    Attributes:
        selection: What the learner asked for: decks, tags, formats, questions, minutes, seed.
        as_of: The month in which the preset's figures were gathered ("2026-11").
        source: Where they were gathered.
        verified: Whether they agreed in all sources seen.
        decks: The decks its questions are from.
    """

    selection: Selection
    as_of: str = ""
    source: str = ""
    verified: bool = False
    decks: tuple[PaperDeck, ...] = ()
