"""An author's edit of one question: taken if the deck is sound with it, else told what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import tomli

from mdquiz.decks.deck import Deck
from mdquiz.decks.diagnostics import Diagnostic
from mdquiz.decks.patch import question_text, with_text_of
from mdquiz.decks.read import read_deck_text

_NAME = "edit"
_ID_STAYS = (
    'The id must stay "{}": it keeps the learner\'s history, and the generator knows its question '
    "by it."
)
MOST_TOLD = 5
"""Problems told at once; mending the first often mends the others."""


@dataclass(frozen=True, slots=True)
class Edit:
    """The deck's text with the edit in it, or what is wrong with the edit."""

    text: str = ""
    problems: tuple[str, ...] = ()


def edited(text: str, question_id: str, block: str) -> Edit:
    """Put `block` in place of the question of a sound deck.

    Args:
        text: The deck, with `\\n` line ends.
        question_id: The question; its id must stay, further questions may be added to it.
        block: The edited TOML, from `[[question]]` on.
    """
    block = block.replace("\r\n", "\n").lstrip("\ufeff")
    if not block.strip():
        return Edit(problems=("Nothing is left of the question. To take it out, reject it.",))
    try:
        tables = tomli.loads(block).get("question", [])
    except (ValueError, RecursionError):
        return Edit(problems=_told(read_deck_text(block, _NAME).diagnostics, 0))
    ids = [table.get("id") for table in tables if isinstance(table, dict)]
    if not ids or not block.lstrip().startswith(("[[", "#")):
        return Edit(problems=('The edit must begin with the line "[[question]]".',))
    if ids[0] != question_id:
        return Edit(problems=(_ID_STAYS.format(question_id),))
    fresh = with_text_of(text, question_id, block)
    start = text.index(question_text(text, question_id))
    reading = read_deck_text(fresh, _NAME)
    if reading.deck is None or reading.errors:
        return Edit(problems=_told(reading.errors, text.count("\n", 0, start)))
    if not _rest_is_the_same(text, reading.deck, ids):
        return Edit(problems=("The edit would change more of the deck than this question.",))
    return Edit(fresh)


def _told(diagnostics: Sequence[Diagnostic], lines_before: int) -> tuple[str, ...]:
    found = [
        f"Line {max(each.line - lines_before, 1)}: {each.message}. Remedy: {each.remedy}."
        for each in diagnostics
        if each.is_error
    ]
    more = len(found) - MOST_TOLD
    return (*found[:MOST_TOLD], *([f"And {more} more."] if more > 0 else []))


def _rest_is_the_same(text: str, new: Deck, own: Sequence[object]) -> bool:
    old = read_deck_text(text, _NAME).deck
    return old is not None and _rest(old, own) == _rest(new, own)


def _rest(deck: Deck, own: Sequence[object]) -> Deck:
    others = tuple(question for question in deck.questions if question.id not in own)
    return deck.model_copy(update={"questions": others})
