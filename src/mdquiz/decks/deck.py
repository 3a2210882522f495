"""A deck: its heading, its passages and its questions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from hashlib import sha256
from typing import Annotated, Any

from pydantic import AfterValidator, ConfigDict, Field, StringConstraints

from mdquiz.decks.card import CardId
from mdquiz.decks.kinds.base import Id, Problem, Prose, Table, Tag, Words
from mdquiz.decks.question import Question, languages
from mdquiz.text import folded

Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]


def deck_slug(title: str) -> str:
    """A deck id made from its title: the Latin words, and a short hash of what they leave out."""
    plain = folded(title)
    slug = "-".join(re.findall(r"[a-z0-9]+", plain))[:60].strip("-")
    lost = any(char.isalnum() and not char.isascii() for char in plain)
    if lost or not slug:
        digest = sha256(plain.encode()).hexdigest()[:10]
        slug = f"{slug}-{digest}" if slug else f"deck-{digest}"
    return slug


def _one_line(text: str) -> str:
    return " ".join(text.split())


class Document(Table):
    """What a deck was made from."""

    path: Words
    sha256: Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{64})?$")] = ""


class PassageTranslation(Table):
    """A passage in another language."""

    text: Words


class Passage(Table):
    """A text that several questions are about."""

    id: Id
    text: Words
    hi: PassageTranslation | None = None
    en: PassageTranslation | None = None


def _id_from_title(data: dict[str, Any]) -> str:
    return deck_slug(data.get("title", ""))


class Deck(Table):
    """What one deck file says."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True)

    title: Annotated[Words, AfterValidator(_one_line)]
    id: Id = Field(default_factory=_id_from_title)
    """The name that the learner's history is kept under; made from the title when left out."""
    language: Language = "en"
    tags: tuple[Tag, ...] = ()
    """Topics of the whole deck."""
    description: Prose = ""
    author: Prose = ""
    document: Document | None = None
    passages: tuple[Passage, ...] = Field(default=(), alias="passage")
    questions: tuple[Question, ...] = Field(default=(), alias="question")

    @cached_property
    def _by_id(self) -> dict[str, Question]:
        return {question.id: question for question in self.questions}

    def question(self, question_id: str) -> Question:
        """The question of that id.

        Raises:
            KeyError: There is none.
        """
        return self._by_id[question_id]

    def find(self, question_id: str) -> Question | None:
        """The question of that id, or None."""
        return self._by_id.get(question_id)

    def passage_text(self, passage_id: str | None, language: str = "") -> str:
        """The text of a passage in `language` where it has one; "" where there is no passage."""
        for passage in self.passages:
            if passage.id == passage_id:
                translated = {"hi": passage.hi, "en": passage.en}.get(language)
                return passage.text if translated is None else translated.text
        return ""

    def cards(self) -> tuple[CardId, ...]:
        """Every card in the order of the file."""
        return tuple(
            CardId(self.id, question.id, part)
            for question in self.questions
            for part in question.parts()
        )

    def problems(self) -> Iterator[Problem]:
        """Ids given twice, passages that are not there, a translation into the deck's language."""
        yield from repeated_ids([passage.id for passage in self.passages], "passage")
        yield from repeated_ids([question.id for question in self.questions], "question")
        passages = {passage.id for passage in self.passages}
        for index, question in enumerate(self.questions):
            if question.passage is not None and question.passage not in passages:
                known = ", ".join(sorted(passages)) or "none so far"
                yield Problem(
                    "unknown-passage",
                    ("question", index, "passage"),
                    f'there is no passage "{question.passage}"',
                    f"name the id of a [[passage]] of this deck ({known})",
                )
            if self.language in languages(question):
                yield Problem(
                    "own-language",
                    ("question", index, self.language),
                    f'"{self.language}" is the language of the deck itself',
                    "remove it, or change `language` at the top of the deck",
                )


def repeated_ids(ids: Sequence[object], noun: str) -> Iterator[Problem]:
    """A problem for each text among `ids` that was there before; anything else is left alone."""
    seen: dict[str, int] = {}
    for index, name in enumerate(ids):
        if not isinstance(name, str):
            continue
        if name in seen:
            yield Problem(
                "duplicate-id",
                (noun, index, "id"),
                f'"{name}" is the id of another {noun} already',
                f"give one of the two {noun}s another id",
                also=(noun, seen[name], "id"),
            )
        seen.setdefault(name, index)
