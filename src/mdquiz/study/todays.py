"""Which cards a sitting asks: the day's queue, cards ahead of their time, or everything."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from mdquiz.decks.card import CardId
from mdquiz.decks.library import Library
from mdquiz.memory.counts import done_on, is_askable, is_due
from mdquiz.memory.queue import (
    Candidate,
    Limits,
    in_rounds,
    sibling_keys,
    todays_queue,
    without_siblings,
)
from mdquiz.memory.state import NEVER_SEEN, CardState
from mdquiz.progress.log import Kind
from mdquiz.settings import Settings
from mdquiz.study.nothing import nothing_to_drill
from mdquiz.study.overview import remaining_limits
from mdquiz.study.scope import Scope


def chosen_cards(
    library: Library,
    states: Mapping[CardId, CardState],
    scope: Scope,
    settings: Settings,
    day: int,
) -> tuple[CardId, ...]:
    """The cards of `scope` in the order to ask them on study day `day`.

    Raises:
        NothingToDrillError: There is none; the hint says what to do.
        DeckNotFoundError: `scope` names a deck that is not there.
    """
    candidates = candidates_in(library, states, scope, day)
    # The day as seed: the same order whenever a sitting of that day is begun anew.
    rng = random.Random(f"queue:{day}")
    if scope.cards:
        there = {it.card for it in candidates if not it.state.suspended}
        cards = tuple(card for card in scope.cards if card in there)
    elif scope.kind is Kind.CRAM:
        askable = [it for it in candidates if not it.state.suspended]
        rng.shuffle(askable)
        cards = tuple(it.card for it in in_rounds(askable))
    else:
        limits = Limits(*remaining_limits(settings, done_on(states.values(), day)))
        rest = candidates_in(library, states, Scope(scope.decks), day) if scope.tags else ()
        cards = todays_queue(candidates, day, limits, rng, elsewhere=rest)
        if scope.kind is Kind.AHEAD:
            cards += _ahead(candidates, frozenset(cards), day)
    limit = scope.limit or settings.sitting_size or len(cards)
    if not cards:
        resting = _resting(library, scope) if not candidates else 0
        raise nothing_to_drill(candidates, scope, settings, states.values(), day, resting)
    return cards[:limit]


def candidates_in(
    library: Library, states: Mapping[CardId, CardState], scope: Scope, day: int
) -> list[Candidate]:
    """Every card of the decks and topics of `scope` that its deck does not say to leave out."""
    decks = [library.entry(deck) for deck in scope.decks] or library.decks
    out: list[Candidate] = []
    for deck in decks:
        for card in deck.cards:
            if card.resting or not scope.admits_tags((*card.tags, *deck.tags)):
                continue
            state = states.get(card.card, NEVER_SEEN)
            out.append(
                Candidate(
                    card=card.card,
                    state=state,
                    order=len(out),
                    topic=card.tags[0] if card.tags else "",
                    facts=card.facts,
                    passage=card.passage or "",
                    answered_today=state.last_day == day,
                )
            )
    return out


def _resting(library: Library, scope: Scope) -> int:
    """How many cards of `scope` are not asked because their decks say so."""
    decks = [library.entry(deck) for deck in scope.decks] or library.decks
    return sum(
        card.resting and scope.admits_tags((*card.tags, *deck.tags))
        for deck in decks
        if deck.resting
        for card in deck.cards
    )


def _ahead(
    candidates: Sequence[Candidate], chosen: frozenset[CardId], day: int
) -> tuple[CardId, ...]:
    """Learned cards that are not due yet, the soonest first; no sibling of a card in `chosen`."""
    seen = {key for it in candidates if it.card in chosen for key in sibling_keys(it)}
    early = [
        it
        for it in candidates
        if not it.state.new and not is_due(it.state, day) and is_askable(it.state, day)
    ]
    early.sort(key=lambda it: (it.state.due_day, it.order))
    return tuple(without_siblings(early, seen))
