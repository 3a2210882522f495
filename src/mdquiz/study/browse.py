"""Finding cards: a query of words and `key:value` terms, over any number of cards."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from mdquiz.decks.card import CardId
from mdquiz.decks.entry import RESTING
from mdquiz.decks.library import CardEntry, DeckEntry, Library
from mdquiz.errors import UsageError
from mdquiz.memory.counts import is_leech
from mdquiz.memory.state import NEVER_SEEN, CardState
from mdquiz.text import folded


@dataclass(frozen=True, slots=True)
class BrowseRow:
    """One card found.

    Attributes:
        entry: The card and its question in brief.
        deck_title: The title of its deck.
        state_name: new, due, learned, buried, suspended or leech; stale or dropped where the deck
            says not to ask it.
        due_in: Days until it is due (0: today or before); None for cards that are new or not asked.
        flagged: Whether the learner flagged it.
    """

    entry: CardEntry
    deck_title: str
    state_name: str
    due_in: int | None
    flagged: bool


Test = Callable[[DeckEntry, CardEntry, CardState], bool]

STATE_NAMES = (
    "new",
    "due",
    "learned",
    "buried",
    "suspended",
    "leech",
    "stale",
    "dropped",
    "flagged",
    "misconception",
)


def matching_cards(
    library: Library, states: Mapping[CardId, CardState], query: str, today: int
) -> tuple[BrowseRow, ...]:
    """The cards that `query` describes, in deck order.

    A query is words, all of which stand in the prompt or the id, and terms: `tag:ir` (sub-topics
    included), `deck:mineral`, `type:short`, `state:due` (or new, learned, buried, suspended, leech,
    stale, dropped, flagged, misconception), `due:3` (due within 3 days). `-` before a word or term:
    not.

    Raises:
        UsageError: The query has a term that means nothing, and finds nothing as a word either.
    """
    tests = [_test(word, today) for word in query.split()]
    rows = []
    for deck in library.decks:
        for card in deck.cards:
            state = states.get(card.card, NEVER_SEEN)
            if all(test(deck, card, state) for test in tests):
                rows.append(_row(deck, card, state, today))
    if not rows:
        _explain_unknown_terms(query)
    return tuple(rows)


def _explain_unknown_terms(query: str) -> None:
    """Say of what looks like a term, and was looked for as a word in vain, that it is none."""
    for word in query.split():
        key, colon, value = word.lstrip("-").partition(":")
        if colon and value and key.isascii() and key.isalpha() and key.lower() not in _TERMS:
            known = ", ".join(f"{term}:" for term in _TERMS)
            raise UsageError(
                f"No card has {word!r}, and there is no search term {key}:",
                f"The terms are {known}.",
            )


def state_name(state: CardState, today: int) -> str:
    """How a card stands on study day `today`, in one word; the most telling one first."""
    if state.suspended:
        return "suspended"
    if state.buried_day == today:
        return "buried"
    if is_leech(state):
        return "leech"
    if state.new:
        return "new"
    return "due" if state.due_day <= max(today, state.last_day) else "learned"


def _row(deck: DeckEntry, card: CardEntry, state: CardState, today: int) -> BrowseRow:
    scheduled = not (state.new or state.suspended or card.resting)
    return BrowseRow(
        entry=card,
        deck_title=deck.title,
        state_name=_standing(card, state, today),
        due_in=max(state.due_day - today, 0) if scheduled else None,
        flagged=state.flagged,
    )


def _test(word: str, today: int) -> Test:
    if word.startswith("-") and len(word) > 1:
        inner = _test(word[1:], today)
        return lambda deck, card, state: not inner(deck, card, state)
    key, colon, value = word.partition(":")
    if not colon or not value or key.lower() not in _TERMS:
        if colon and value and key.isalpha() and (near := difflib.get_close_matches(key, _TERMS)):
            raise UsageError(f"There is no search term {key}:", f"Did you mean {near[0]}:{value}?")
        return _words(folded(word))
    return _TERMS[key.lower()](value, today)


def _words(wanted: str) -> Test:
    return lambda _deck, card, _state: wanted in folded(card.prompt) or wanted in card.card.question


def _tag(value: str, _today: int) -> Test:
    wanted = value.lower()
    return lambda _deck, card, _state: any(
        tag == wanted or tag.startswith(f"{wanted}.") or f".{wanted}" in tag for tag in card.tags
    )


def _deck(value: str, _today: int) -> Test:
    wanted = folded(value)
    return lambda deck, _card, _state: wanted in deck.id or wanted in folded(deck.title)


def _type(value: str, _today: int) -> Test:
    return lambda _deck, card, _state: card.type == value.lower()


def _state(value: str, today: int) -> Test:
    wanted = value.lower()
    if wanted not in STATE_NAMES:
        raise UsageError(
            f"There is no state {value!r}.", "Write one of " + ", ".join(STATE_NAMES) + "."
        )
    if wanted == "flagged":
        return lambda _deck, _card, state: state.flagged
    if wanted == "misconception":
        return lambda _deck, _card, state: state.misconception
    if wanted == "learned":
        return lambda _deck, _card, state: not state.new
    if wanted in RESTING:
        return lambda _deck, card, _state: card.status == wanted
    return lambda _deck, card, state: _standing(card, state, today) == wanted


def _standing(card: CardEntry, state: CardState, today: int) -> str:
    if card.resting and not state.suspended:
        return card.status
    return state_name(state, today)


_MOST_DIGITS = 6
"""Of a number of days; Python itself refuses to read thousands of digits."""


def _due(value: str, today: int) -> Test:
    if not (value.isdecimal() and len(value) <= _MOST_DIGITS):
        raise UsageError(
            f"due:{value[:20]} is no number of days.", "Write due:0 for today, due:7, …."
        )
    latest = today + int(value)
    return lambda _deck, card, state: (
        not (state.new or state.suspended or card.resting) and state.due_day <= latest
    )


_TERMS: dict[str, Callable[[str, int], Test]] = {
    "tag": _tag,
    "deck": _deck,
    "type": _type,
    "state": _state,
    "due": _due,
}
