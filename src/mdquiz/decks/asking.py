"""Turn a question into what the learner sees: the one way in to asking."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from mdquiz.decks.ask.assertion import ask_assertion
from mdquiz.decks.ask.choice import ask_choice
from mdquiz.decks.ask.claims import ask_rows, ask_statements
from mdquiz.decks.ask.cloze import ask_cloze
from mdquiz.decks.ask.match import ask_match
from mdquiz.decks.ask.order import ask_order
from mdquiz.decks.ask.setting import Setting
from mdquiz.decks.ask.short import ask_short
from mdquiz.decks.ask.true_false import ask_true_false, repair
from mdquiz.decks.asked import Asked, Source
from mdquiz.decks.card import CardId
from mdquiz.decks.deck import Deck
from mdquiz.decks.question import Question, answer_hash
from mdquiz.decks.question import languages as second_languages

__all__ = ["ask", "repair"]

_BY_TYPE: dict[str, Callable[[Any, Setting], Asked]] = {
    "short": ask_short,
    "choice": ask_choice,
    "true_false": ask_true_false,
    "cloze": ask_cloze,
    "statements": ask_statements,
    "rows": ask_rows,
    "match": ask_match,
    "assertion": ask_assertion,
    "order": ask_order,
}


def ask(
    deck: Deck, question: Question, part: str, *, rng: random.Random, language: str = ""
) -> Asked:
    """`question` as it is put to the learner.

    Args:
        deck: The deck it stands in.
        question: One of its questions.
        part: "" or, for a cloze, the number of the gap.
        rng: Shuffles options and items; an equally seeded one gives an equal result, and the
            same places in every language.
        language: The language to show; the deck's own where it is empty or not to be had.

    Raises:
        KeyError: The question has no such part.
    """
    if part not in question.parts():
        raise KeyError(part)
    shown = _translation_of(question, language) or deck.language
    translated = shown != deck.language
    setting = Setting(CardId(deck.id, question.id, part), shown, translated, rng)
    translation = getattr(question, shown, None) if translated else None
    explanation = translation.explanation if translation is not None else ""
    path = deck.document.path if deck.document is not None else ""
    return replace(
        _BY_TYPE[question.type](question, setting),
        languages=(deck.language, *_others(deck, question)),
        passage=deck.passage_text(question.passage, shown),
        explanation=explanation or question.explanation,
        sources=tuple(
            Source(path, each.section, each.lines, each.quote) for each in question.source
        ),
        tags=tuple(dict.fromkeys((*question.tags, *deck.tags))),
        answer_hash=answer_hash(question, part),
    )


def _others(deck: Deck, question: Question) -> tuple[str, ...]:
    return tuple(code for code in second_languages(question) if code != deck.language)


def _translation_of(question: Question, language: str) -> str:
    return language if language in second_languages(question) else ""
