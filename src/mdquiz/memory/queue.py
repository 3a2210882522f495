"""Today's cards in their order: pure, from the states of the cards and the day."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from mdquiz.decks.card import CardId
from mdquiz.memory.arrange import block_topics_apart, interleaved, with_passages_together
from mdquiz.memory.counts import is_askable, is_due
from mdquiz.memory.state import CardState


@dataclass(frozen=True, slots=True)
class Candidate:
    """A card that could be asked today.

    Attributes:
        card: Which card.
        state: What is known of it.
        order: Its place in the deck; new cards come in this order.
        topic: Its leading tag; neighbours of one topic are avoided. May be empty.
        facts: What it is about; two cards that share a fact (or a question) are siblings.
        passage: The passage it belongs to; cards of one passage come together. May be empty.
        answered_today: A scheduling review of it was given today.
    """

    card: CardId
    state: CardState
    order: int = 0
    topic: str = ""
    facts: tuple[str, ...] = ()
    passage: str = ""
    answered_today: bool = False


@dataclass(frozen=True, slots=True)
class Limits:
    """How many cards today may still bring.

    Attributes:
        new: New cards; None for no limit.
        reviews: Due cards; cards missed today return without counting. None for no limit.
    """

    new: int | None = None
    reviews: int | None = None


def backlog_order(candidates: Iterable[Candidate], day: int, rng: random.Random) -> list[Candidate]:
    """The likeliest forgotten first: days since the last review as a share of stability.

    Under one forgetting curve that is the order of rising retrievability. Ties fall at random.
    """
    shuffled = list(candidates)
    rng.shuffle(shuffled)
    return sorted(
        shuffled, key=lambda it: (it.state.last_day - day) / max(it.state.stability, 1e-9)
    )


def todays_queue(
    candidates: Sequence[Candidate],
    day: int,
    limits: Limits,
    rng: random.Random,
    elsewhere: Iterable[Candidate] = (),
) -> tuple[CardId, ...]:
    """The cards to ask on study day `day`, in order.

    Misconceptions come first, then cards being relearned, then due cards by backlog order with
    the new ones, in deck order, spread evenly among them. Of siblings only the first is kept, and
    none when one was answered today; cards missed today return whatever their siblings did.
    Cards of one passage come together; neighbours of one topic are avoided where possible.

    Args:
        candidates: All cards of the decks to be drilled.
        day: Today.
        limits: How many new and due cards today may still bring.
        rng: Breaks ties.
        elsewhere: Further cards whose siblings are held back when they were answered today.
    """
    askable = [it for it in candidates if is_askable(it.state, day)]
    due = backlog_order((it for it in askable if is_due(it.state, day)), day, rng)
    due.sort(key=_urgency)
    new = sorted((it for it in askable if it.state.new), key=lambda it: it.order)
    seen = {
        key for it in (*candidates, *elsewhere) if it.answered_today for key in sibling_keys(it)
    }
    returning = [it for it in due if _missed_today(it, day)]
    seen.update(key for it in returning for key in sibling_keys(it))
    kept = set(
        without_siblings((it for it in due if not _missed_today(it, day)), seen, limits.reviews)
    )
    kept.update(it.card for it in returning)
    due = [it for it in due if it.card in kept]
    kept = set(without_siblings(new, seen, limits.new))
    new = [it for it in new if it.card in kept]
    urgent = [it for it in due if _urgency(it) < 2]
    rest = [it for it in due if _urgency(it) == 2]
    blocks = with_passages_together([*urgent, *interleaved(rest, new)])
    return tuple(it.card for it in block_topics_apart(blocks, urgent=len(urgent)))


def sibling_keys(candidate: Candidate) -> tuple[tuple[str, ...], ...]:
    """What siblings share: the question of a cloze's gaps, or a fact of the deck."""
    card = candidate.card
    facts = tuple((card.deck, "fact", fact) for fact in candidate.facts)
    return ((card.deck, "question", card.question), *facts)


def _urgency(candidate: Candidate) -> int:
    if candidate.state.misconception:
        return 0
    return 1 if candidate.state.relearning else 2


def _missed_today(candidate: Candidate, day: int) -> bool:
    return candidate.state.relearning and candidate.state.last_day >= day


def in_rounds(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The same cards with siblings far apart: first one of each family, then the second ones."""
    rounds: list[list[Candidate]] = []
    met: Counter[tuple[str, ...]] = Counter()
    for candidate in candidates:
        keys = sibling_keys(candidate)
        earlier = max(met[key] for key in keys)
        met.update(keys)
        if earlier >= len(rounds):
            rounds.append([])
        rounds[min(earlier, len(rounds) - 1)].append(candidate)
    return [candidate for cards in rounds for candidate in cards]


def without_siblings(
    candidates: Iterable[Candidate], seen: set[tuple[str, ...]], limit: int | None = None
) -> Collection[CardId]:
    """At most `limit` of the cards, none sharing a key with another or with `seen` (extended)."""
    kept: list[CardId] = []
    for candidate in candidates:
        if limit is not None and len(kept) >= limit:
            break
        keys = sibling_keys(candidate)
        if seen.isdisjoint(keys):
            seen.update(keys)
            kept.append(candidate.card)
    return kept
