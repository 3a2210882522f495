"""Today's cards by the plan: ranked by worth, cut to today's time, arranged as a sitting likes."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

import numpy as np

from mdquiz.decks.card import CardId
from mdquiz.decks.entry import CardEntry
from mdquiz.errors import NothingToDrillError
from mdquiz.memory.arrange import block_topics_apart, with_passages_together
from mdquiz.memory.counts import done_on, is_askable
from mdquiz.memory.plan.today import Plan, Ranking, Reason, rank_today
from mdquiz.memory.queue import Candidate, Limits, sibling_keys, todays_queue
from mdquiz.progress.plans import StoredPlan
from mdquiz.study.overview import remaining_limits
from mdquiz.study.plan import (
    admits,
    cards_left,
    date_words,
    in_force,
    rests_on,
    seconds_left,
    study_days,
)
from mdquiz.study.plan_cards import Problem, kept_search, known_beliefs, plan_problem
from mdquiz.study.plan_choice import Choice, keep_choice, stamp_of
from mdquiz.study.scope import Scope
from mdquiz.study.todays import candidates_in, chosen_cards

if TYPE_CHECKING:
    from mdquiz.study.desk import Desk


USUAL_SESSIONS = 3
"""A card has about so many sessions until an exam: siblings are spread over the days as if."""


@dataclass(frozen=True, slots=True)
class Today:
    """One day by the plan.

    Attributes:
        problem: The cards that were ranked.
        ranking: How they rank.
        prices: The prices it went by; None where it went by marks a second.
        chosen: Positions in `problem.ids` of the cards that fit today, best first.
        held: Positions of the cards that time is left for, but not beside their siblings.
        returning: Cards missed today that have still to be known once.
        stale: Whether prices should be found anew.
    """

    problem: Problem
    ranking: Ranking
    prices: Plan | None
    chosen: tuple[int, ...]
    held: tuple[int, ...]
    returning: tuple[CardId, ...]
    stale: bool


def stored_prices(desk: Desk, plan: StoredPlan) -> Plan | None:
    """The prices last found for `plan` if they reach from today to its exam."""
    kept = kept_search(desk, plan)
    try:
        prices = Plan.from_json(kept["prices"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return None  # none yet, or of another version of mdquiz: they are found anew
    covers = prices.exam_day == plan.exam_day and prices.found_day <= desk.today()
    return prices if covers else None


def plan_today(
    desk: Desk,
    plan: StoredPlan,
    candidates: Sequence[Candidate],
    limit: int | None = None,
    elsewhere: Iterable[Candidate] = (),
) -> Today:
    """Rank the cards of the plan and choose today's among `candidates`.

    Prices that no longer fit what was done would mislead more than none: without fresh ones,
    cards rank by marks a second until a search has found others.

    Args:
        desk: Where progress is at hand.
        plan: A plan whose exam is to come.
        candidates: The cards of the plan that are in scope.
        limit: Choose so many although today's time is used up or it is a day of rest.
        elsewhere: Further cards whose siblings are held back when they were answered today.
    """
    assert plan.exam_day is not None
    today = desk.today()
    problem = plan_problem(desk, plan, known_beliefs(desk, plan))
    prices = stored_prices(desk, plan)
    stale = prices is None or prices.stale(today, problem.meant, problem.marks)
    if stale:
        prices = None
    ranking = rank_today(problem.learner, problem.cards, plan.exam_day - today, prices)
    returning = tuple(
        it.card
        for it in candidates
        if it.state.relearning and it.state.last_day == today and is_askable(it.state, today)
    )
    open_cards = {it.card: it for it in candidates if is_askable(it.state, today)}
    done = {it.card: it for it in (*candidates, *elsewhere) if it.answered_today}
    asked = Counter(key for it in done.values() for key in sibling_keys(it))
    cards = None if plan.cards is None else cards_left(desk.store, plan, today)
    seconds = problem.left
    if limit is not None and (seconds <= 0 or cards == 0):
        seconds, cards = float("inf"), limit
    days = 1 if limit is not None else max(study_days(plan, today), 1)
    chosen, held = _fitting(problem, ranking, open_cards, asked, seconds, cards, days)
    return Today(problem, ranking, prices, chosen, held, returning, stale)


def _fitting(
    problem: Problem,
    ranking: Ranking,
    open_cards: dict[CardId, Candidate],
    asked: Counter[tuple[str, ...]],
    seconds: float,
    cards: int | None,
    days: int,
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Best first while time is left (the last may run over, as people do), and what is held back.

    Of siblings one is taken. Where that leaves time, more of a family are, in rounds, but no more
    than its sessions come to when spread over the `days` of study left.
    """
    place = {card: at for at, card in enumerate(problem.ids)}
    families = {place[card]: sibling_keys(it) for card, it in open_cards.items()}
    waiting = [at for at in ranking.order().tolist() if at in families]
    size = Counter(key for at in waiting for key in families[at])
    allowed = {
        at: min(ceil(size[key] * USUAL_SESSIONS / days) for key in families[at]) for at in waiting
    }
    chosen: list[int] = []
    held: dict[int, None] = {}
    spent, most = 0.0, 1
    while waiting and most <= max(allowed[at] for at in waiting):
        for at in waiting:
            if spent >= seconds or (cards is not None and len(chosen) >= cards):
                return tuple(chosen), tuple(held)
            if all(asked[key] < min(most, allowed[at]) for key in families[at]):
                asked.update(families[at])
                held.pop(at, None)
                chosen.append(at)
                spent += float(ranking.seconds[at])
            else:
                held[at] = None
        waiting, most = [*held], most + 1
    return tuple(chosen), tuple(held)


def planned_cards(desk: Desk, plan: StoredPlan, scope: Scope) -> tuple[CardId, ...]:
    """The cards of `scope` in the order to ask them today, by the plan.

    Misconceptions and cards missed today come first. Cards of decks that are not in the plan
    follow, scheduled plainly.

    Raises:
        NothingToDrillError: There is none; the hint says what to do.
        DeckNotFoundError: `scope` names a deck that is not there.
    """
    day = desk.today()
    candidates = candidates_in(desk.library, desk.states, scope, day)
    mine = [it for it in candidates if admits(plan, it.card.deck)]
    others = [it for it in candidates if not admits(plan, it.card.deck)]
    rest = candidates_in(desk.library, desk.states, Scope(scope.decks), day) if scope.tags else ()
    today = plan_today(desk, plan, mine, scope.limit, rest)
    cards = _arranged(mine, today) + _plainly(desk, others, day)
    if not (scope.decks or scope.tags or scope.limit):
        _keep(desk, plan, today, cards)
    if today.stale:
        desk.begin_search(desk)
    if not cards:
        raise _nothing(desk, plan, mine, today)
    return cards[: scope.limit or desk.settings.sitting_size or len(cards)]


def form_today(desk: Desk, plan: StoredPlan) -> Today:
    """Choose today's cards of all decks and write the choice down, for home and for the drill."""
    today, cards = look_at_today(desk, plan)
    _keep(desk, plan, today, cards)
    return today


def look_at_today(desk: Desk, plan: StoredPlan) -> tuple[Today, tuple[CardId, ...]]:
    """Today by the plan, and the cards of all decks in the order to ask them; nothing is kept."""
    day = desk.today()
    candidates = candidates_in(desk.library, desk.states, Scope(), day)
    mine = [it for it in candidates if admits(plan, it.card.deck)]
    others = [it for it in candidates if not admits(plan, it.card.deck)]
    today = plan_today(desk, plan, mine)
    return today, _arranged(mine, today) + _plainly(desk, others, day)


def _keep(desk: Desk, plan: StoredPlan, today: Today, cards: tuple[CardId, ...]) -> None:
    ids, new = today.problem.ids, today.ranking.new
    due = [*today.returning, *(ids[at] for at in today.chosen if not new[at])]
    begun = [ids[at] for at in today.chosen if new[at]]
    stamp = "" if today.stale else stamp_of(desk)
    ranked = tuple((ids[at], float(today.ranking.seconds[at])) for at in today.chosen)
    choice = Choice(frozenset(due), frozenset(begun), ranked, cards, stamp)
    keep_choice(desk.places.cache, plan, desk.today(), choice)


def _arranged(candidates: Sequence[Candidate], today: Today) -> tuple[CardId, ...]:
    by_card = {it.card: it for it in candidates}
    ranked = [by_card[today.problem.ids[at]] for at in today.chosen]
    returning = [by_card[card] for card in today.returning]
    urgent = [it for it in ranked if it.state.misconception]
    calm = [it for it in ranked if not it.state.misconception]
    blocks = with_passages_together([*urgent, *returning, *calm])
    front = len(urgent) + len(returning)
    return tuple(it.card for it in block_topics_apart(blocks, urgent=front))


def _plainly(desk: Desk, candidates: Collection[Candidate], day: int) -> tuple[CardId, ...]:
    if not candidates:
        return ()
    limits = Limits(*remaining_limits(desk.settings, done_on(desk.states.values(), day)))
    return todays_queue([*candidates], day, limits, random.Random(f"queue:{day}"))


def _nothing(
    desk: Desk, plan: StoredPlan, candidates: Collection[Candidate], today: Today
) -> NothingToDrillError:
    assert plan.exam_day is not None
    day = today.problem.today
    more = "`mdquiz drill --limit 20` goes on with the next best 20 cards all the same."
    if not candidates:
        return NothingToDrillError(
            "There are no questions of your plan to drill here.",
            "`mdquiz plan show` tells which decks it is about.",
        )
    if rests_on(plan, day):
        return NothingToDrillError("By your plan today is a day of rest.", more)
    if plan.cards is not None and not cards_left(desk.store, plan, day):
        return NothingToDrillError("By your plan today's cards are done.", more)
    if plan.cards is None and not seconds_left(desk.store, plan, day):
        return NothingToDrillError("By your plan today's time is done.", more)
    if today.held:
        count = len(today.held)
        left = "1 card is" if count == 1 else f"{count} cards are"
        return NothingToDrillError(
            f"{left} left, on facts that you were asked today: the one answer would give away the "
            "other. Your plan has them on the days to come.",
            "`mdquiz drill --limit 20` asks them today all the same.",
        )
    return NothingToDrillError(
        f"No card gains from being asked today, for the exam on {date_words(plan.exam_day)}.",
        "Drill what you know ahead of time with --ahead; nothing is lost by waiting.",
    )


def why(desk: Desk, cards: Sequence[CardId] | None = None) -> list[tuple[CardId, str]]:
    """Why cards are asked today or are not, in a line each: by the plan, or by their due day.

    Args:
        desk: Where decks and progress are at hand; nothing is written.
        cards: Which; None for those asked today, in their order.

    Raises:
        DeckNotFoundError: No deck has one of the cards.
        NothingToDrillError: Without a plan no card is to be asked now.
    """
    plan = in_force(desk.store, desk.today())
    if plan is None:
        asked = cards
        if asked is None:
            asked = chosen_cards(desk.library, desk.states, Scope(), desk.settings, desk.today())
        return [(card, _why(desk, desk.entry(card), None, None)) for card in asked]
    today, todays = look_at_today(desk, plan)
    places = {card: at for at, card in enumerate(today.problem.ids)}
    return [
        (card, _why(desk, desk.entry(card), today, places.get(card)))
        for card in (todays if cards is None else cards)
    ]


def _why(desk: Desk, entry: CardEntry, today: Today | None, at: int | None) -> str:
    card, state = entry.card, desk.state(entry.card)
    if state.suspended:
        return "suspended"
    if entry.resting:
        return _RESTING[entry.status]
    if today is None or at is None:
        return _plain_why(state.new, state.due_day - desk.today())
    if card in today.returning:
        return "due: missed today, to be known once"
    if not state.new and state.last_day == desk.today():
        return "done for today"
    if at in today.held:
        return "a sibling is asked today: the one answer would give away the other"
    return _reason(today, at)


_RESTING = {
    "stale": "stale: the notes no longer have its passage",
    "dropped": "dropped by the examiner",
}


def _plain_why(new: bool, days: int) -> str:
    if new:
        return "new"
    if days <= 0:
        return "due"
    return "due tomorrow" if days == 1 else f"due in {days} days"


def _reason(today: Today, at: int) -> str:
    ranking = today.ranking
    worth = f"worth {ranking.marks[at]:.2f} marks for {ranking.seconds[at]:.0f} s"
    chosen = at in today.chosen
    match ranking.reason(at, chosen=chosen):
        case Reason.NEW:
            return f"new: {worth}"
        case Reason.DUE:
            return f"due: {worth}"
        case Reason.LATER:
            when = date_words(int(ranking.next_day[at]))
            return f"better later, about {when}" + (" (new)" if ranking.new[at] else "")
        case Reason.SAFE:
            known = np.round(100 * ranking.recall_then[at])
            return f"safe until the exam: {known:.0f} % likely to be known then"
        case Reason.NO_TIME:
            return f"no time: other cards bring more than its {worth.removeprefix('worth ')}"
        case _:
            return f"not today: other cards bring more than its {worth.removeprefix('worth ')}"
