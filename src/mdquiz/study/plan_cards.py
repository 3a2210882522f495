"""The cards of a plan as the planner reckons with them: states, marks, pace and the days' time."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from mdquiz.decks.card import CardId
from mdquiz.decks.entry import CardEntry
from mdquiz.insight.answers import Answer, logged_answers
from mdquiz.memory.plan.budget import WeeklyTime, used_share
from mdquiz.memory.plan.cards import Cards, cards_of
from mdquiz.memory.plan.learner import Learner
from mdquiz.memory.plan.pace import TimedAnswer, learned_pace
from mdquiz.memory.vector import DEFAULT_PARAMETERS, Floats, VectorFsrs6
from mdquiz.progress.log import Kind
from mdquiz.progress.plans import StoredPlan
from mdquiz.study.plan import admits, cards_left, rests_on, seconds_left
from mdquiz.study.plan_marks import exam_preset, marks_of

if TYPE_CHECKING:
    from mdquiz.exams.preset import Preset
    from mdquiz.study.desk import Desk

REMEMBERED_DAYS = 28
"""How far back the share of the time meant that was really used is looked for."""
USUAL_RECALL = 0.9


@dataclass(frozen=True, slots=True)
class Beliefs:
    """What is believed of the learner.

    Attributes:
        learner: Memory, ratings and seconds.
        paces: For each question type how many times the usual seconds it takes.
    """

    learner: Learner
    paces: dict[str, float]

    def as_json(self) -> dict[str, Any]:
        """As plain values, but for the memory, whose parameters stand elsewhere."""
        numbers = asdict(self.learner)
        del numbers["memory"]
        return {"learner": numbers, "paces": self.paces}

    @classmethod
    def from_json(cls, kept: dict[str, Any], memory: VectorFsrs6) -> Beliefs:
        """The beliefs that `as_json` wrote, with a memory.

        Raises:
            ValueError, KeyError, TypeError, AttributeError: They are not such.
        """
        usual = asdict(Learner())
        numbers: dict[str, Any] = {}
        for name, value in kept["learner"].items():
            before = usual[name]
            if isinstance(before, bool):
                numbers[name] = bool(value)
            elif isinstance(before, tuple):
                numbers[name] = tuple(positive(each) for each in value)
                if len(value) != len(before):
                    raise ValueError("not as many numbers as there are ratings")
            else:
                numbers[name] = positive(value)
        paces = {str(kind): positive(pace) for kind, pace in kept["paces"].items()}
        return cls(Learner(memory=memory, **numbers), paces)


def positive(number: object) -> float:
    """`number` as a finite number of 0 or more.

    Raises:
        ValueError, TypeError: It is none.
    """
    if isinstance(number, bool) or not isinstance(number, (int, float)):
        raise TypeError("no number")
    if not 0 <= number < math.inf:
        raise ValueError("out of range")
    return float(number)


def memory_of(desk: Desk) -> VectorFsrs6:
    """The learner's own memory model where one was fitted, else the published one."""
    return VectorFsrs6(desk.store.fits.parameters() or DEFAULT_PARAMETERS)


def believed(desk: Desk) -> Beliefs:
    """What the whole log tells of the learner: some time for a long log, so best done aside."""
    return Beliefs(*learned_pace(timed_answers(desk), Learner(memory=memory_of(desk))))


def timed_answers(desk: Desk) -> Iterator[TimedAnswer]:
    """The scheduled answers of the whole log, with the repeats of a miss; regrades count."""
    types = {card.card: card.type for deck in desk.library.decks for card in deck.cards}
    scheduled: list[tuple[Answer, list[float | None]]] = []
    latest: dict[CardId, list[float | None]] = {}
    for answer in logged_answers(desk.store.all_rows()):
        if answer.review:
            latest[answer.card] = []
            scheduled.append((answer, latest[answer.card]))
        elif answer.kind in (Kind.DRILL, Kind.REPAIR) and answer.card in latest:
            latest[answer.card].append(_seconds(answer))
    for answer, repeats in scheduled:
        assert answer.rating is not None
        kind = types.get(answer.card, "short")
        yield TimedAnswer(kind, answer.first, answer.rating, _seconds(answer), tuple(repeats))


def _seconds(answer: Answer) -> float | None:
    return None if answer.interrupted else answer.seconds


def kept_search(desk: Desk, plan: StoredPlan) -> dict[str, Any]:
    """What the last search for prices stored; empty before it."""
    try:
        kept = json.loads(desk.store.plans.prices(plan.id) or "{}")
    except ValueError:
        return {}  # they are found anew
    return kept if isinstance(kept, dict) else {}


def known_beliefs(desk: Desk, plan: StoredPlan) -> Beliefs:
    """What was believed when prices were last found; the published learner before that."""
    memory = memory_of(desk)
    try:
        return Beliefs.from_json(kept_search(desk, plan)["beliefs"], memory)
    except (ValueError, KeyError, TypeError, AttributeError):
        return Beliefs(Learner(memory=memory), {})


@dataclass(frozen=True, slots=True)
class Problem:
    """A deck to be planned from today on.

    Attributes:
        plan: What the learner set.
        today: The present study day.
        ids: The cards, in deck order.
        cards: The same as arrays.
        learner: What is believed of memory and pace.
        budgets: Seconds of each day to the eve of the exam, expected absences taken off, today's
            what is left of it.
        meant: The same without what was done today taken off.
        left: Seconds that today still has, without regard to absences.
        forgotten: Marks that all cards would bring though forgotten.
        preset: The exam whose marks count; None for a mark a card.
    """

    plan: StoredPlan
    today: int
    ids: tuple[CardId, ...]
    cards: Cards
    learner: Learner
    budgets: Floats
    meant: Floats
    left: float
    forgotten: float
    preset: Preset | None

    @property
    def marks(self) -> float:
        """Marks at stake."""
        return float(self.cards.gain.sum())


def plan_problem(
    desk: Desk,
    plan: StoredPlan,
    beliefs: Beliefs,
    among: Sequence[CardId] | None = None,
) -> Problem:
    """The cards of `plan` as they stand now.

    Args:
        desk: Where decks and progress are at hand.
        plan: A plan whose exam is to come.
        beliefs: What is believed of the learner.
        among: The cards to take, in order; None for all of the plan that are not suspended.
    """
    assert plan.exam_day is not None
    today = desk.today()
    entries = plan_entries(desk, plan) if among is None else [desk.entry(card) for card in among]
    states = [desk.state(entry.card) for entry in entries]
    preset = exam_preset(desk, plan)
    marks = marks_of(plan, preset, entries)
    learner, paces, session = beliefs.learner, beliefs.paces, 0.0
    if plan.cards is not None:
        learner, session = even_paced(learner)
        paces = {}
    minutes = (plan.minutes or 0.0) if plan.cards is None else plan.cards * session / 60
    time = WeeklyTime.every_day(minutes, plan.rest_weekdays)
    time = replace(time, off=plan.rest_days)
    left = (
        seconds_left(desk.store, plan, today)
        if plan.cards is None
        else session * cards_left(desk.store, plan, today)
    )
    meant = time.budgets(today, plan.exam_day) * share_used(desk, plan)
    budgets = np.append(min(left, meant[0]), meant[1:])
    return Problem(
        plan,
        today,
        tuple(entry.card for entry in entries),
        cards_of(
            states,
            [each.gain for each in marks],
            [paces.get(entry.type, 1.0) for entry in entries],
            today,
        ),
        learner,
        budgets,
        meant,
        left,
        sum(each.forgotten for each in marks),
        preset,
    )


def plan_entries(desk: Desk, plan: StoredPlan) -> list[CardEntry]:
    """The cards of a plan in deck order, suspended, dropped and stale ones left out."""
    return [
        card
        for deck in desk.library.decks
        if admits(plan, deck.id)
        for card in deck.cards
        if not card.resting and not desk.state(card.card).suspended
    ]


def even_paced(learner: Learner) -> tuple[Learner, float]:
    """The learner of a plan that counts cards: every session takes as long, and how long."""
    later = learner.seconds(first=False)
    passed = float(np.asarray(learner.pass_ratings) @ later[1:]) / sum(learner.pass_ratings)
    usual = (1 - USUAL_RECALL) * float(later[0]) + USUAL_RECALL * passed
    same = (usual, usual, usual, usual)
    return replace(learner, first_seconds=same, later_seconds=same, relearn_seconds=0.0), usual


def share_used(desk: Desk, plan: StoredPlan) -> float:
    """The share of the time meant that was really used, between 0 and 1.

    From the day of the first plan for this exam on, at most four weeks back, today left out. Each
    day is judged by the plan that it began with; the very first counts only where all was done, for
    nobody knows how much of it was left when the plan was made.
    """
    today = desk.today()
    alike = _same_exam(desk, plan)
    made_on = min(made.day for made in alike)
    first = max(made_on, today - REMEMBERED_DAYS)
    spent = desk.store.seconds_by_day(first, plan.decks)
    counted = desk.store.cards_by_day(first, plan.decks)
    done = []
    for day in range(first, today):
        then = next(made for made in alike if made.day < day or made is alike[-1])
        if rests_on(then, day):
            continue
        meant = then.cards if then.minutes is None else 60 * then.minutes
        did = counted.get(day, 0) if then.minutes is None else spent.get(day, 0.0)
        share = did / (meant or 1)
        if day > made_on or share >= 1:
            done.append(share)
    return used_share([1.0] * len(done), done)


def _same_exam(desk: Desk, plan: StoredPlan) -> list[StoredPlan]:
    """This plan and those before it that are for the same exam day, the latest first."""
    found = [plan]
    for made in desk.store.plans.all():
        if made.exam_day != plan.exam_day:
            break
        if made.id != plan.id:
            found.append(made)
    return found
