"""What a plan can be expected to bring: the score on the day, the load, what is left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from mdquiz.memory.day import day_date
from mdquiz.memory.plan.outlook import MORE_SECONDS, Expected, Outlook, outlook
from mdquiz.memory.plan.today import Plan, Reason
from mdquiz.memory.vector import Floats
from mdquiz.progress.plans import StoredPlan
from mdquiz.study.plan import study_days
from mdquiz.study.plan_cards import Problem, even_paced, known_beliefs, plan_problem, share_used
from mdquiz.study.plan_words import WEEKDAYS
from mdquiz.study.planned import Today, look_at_today

if TYPE_CHECKING:
    from mdquiz.study.desk import Desk

DAILY_ROWS = 14
"""A longer load to come is told by weeks, and from twelve weeks on by four weeks."""


@dataclass(frozen=True, slots=True)
class Load:
    """Some days of the plan.

    Attributes:
        first: First study day.
        last: Last study day.
        minutes: Minutes in all.
        cards: Cards asked in all, repeats within a day left out.
    """

    first: int
    last: int
    minutes: float
    cards: float


@dataclass(frozen=True, slots=True)
class PlanReport:
    """A plan and what it can be expected to bring.

    Attributes:
        plan: What the learner set.
        today: The present study day.
        study_days: Days of study left, days of rest left out.
        cards: Cards in the plan.
        new: Those never learned.
        used: Share of the time meant that was really used so far.
        outlook: The score to expect in several ways.
        due_today: Cards learned before that the plan chose for today.
        new_today: New cards that it chose for today.
        more_today: Marks that ten more minutes today would bring; None until prices are found.
        no_time: Cards never begun in the days played by the plan, on average.
        no_time_topics: How many of them each topic has, most first; "" for those without one.
        safe: Cards known well enough to last until the exam; 0 until prices are found.
        paper_marks: Marks of the exam's paper; None without a preset.
    """

    plan: StoredPlan
    today: int
    study_days: int
    cards: int
    new: int
    used: float
    outlook: Outlook
    due_today: int
    new_today: int
    more_today: float | None
    no_time: int
    no_time_topics: tuple[tuple[str, float], ...]
    safe: int
    paper_marks: float | None

    @property
    def load(self) -> tuple[Load, ...]:
        """The load to come by the plan, in spans of one, seven or 28 days."""
        seconds, sessions = self.outlook.plan.seconds, self.outlook.plan.sessions
        days = len(seconds)
        span = 1 if days <= DAILY_ROWS else 7 if days <= 84 else 28
        return tuple(
            Load(
                self.today + start,
                self.today + min(start + span, days) - 1,
                sum(seconds[start : start + span]) / 60,
                sum(sessions[start : start + span]),
            )
            for start in range(0, days, span)
        )

    def share(self, expected: Expected) -> float:
        """The share of all marks, 0 to 1."""
        return expected.marks / self.outlook.out_of if self.outlook.out_of else 0.0

    def as_json(self) -> dict[str, Any]:
        """Everything as plain data; days as dates."""
        ways = {name: getattr(self.outlook, name) for name in ("plan", "plain", "stop", "more")}
        return {
            "plan": plan_json(self.plan),
            "today": day_date(self.today).isoformat(),
            "study_days_left": self.study_days,
            "cards": self.cards,
            "new_cards": self.new,
            "time_used_so_far": self.used,
            "marks_in_all": self.outlook.out_of,
            "paper_marks": self.paper_marks,
            "expected": {
                name: {
                    "marks": way.marks,
                    "spread": way.spread,
                    "share": self.share(way),
                    "recall": way.recall,
                    "never_seen": way.unseen,
                }
                for name, way in ways.items()
            },
            "chosen_today": {"due": self.due_today, "new": self.new_today},
            "ten_more_minutes_today": self.more_today,
            "ten_more_minutes_a_day": self.outlook.more.marks - self.outlook.plan.marks,
            "cards_without_time": self.no_time,
            "cards_without_time_by_topic": dict(self.no_time_topics),
            "cards_safe_until_the_exam": self.safe,
            "load": [
                {
                    **asdict(load),
                    "first": day_date(load.first).isoformat(),
                    "last": day_date(load.last).isoformat(),
                }
                for load in self.load
            ],
        }


def plan_json(plan: StoredPlan) -> dict[str, Any]:
    """What the learner set, as plain data."""
    assert plan.exam_day is not None
    return {
        "exam": day_date(plan.exam_day).isoformat(),
        "minutes": plan.minutes,
        "cards": plan.cards,
        "decks": list(plan.decks),
        "weights": dict(plan.weights),
        "rest": [
            *(WEEKDAYS[day] for day in sorted(plan.rest_weekdays)),
            *(day_date(day).isoformat() for day in sorted(plan.rest_days)),
        ],
        "preset": plan.preset,
        "made": day_date(plan.day).isoformat(),
    }


def _from_today(prices: Plan, days: int) -> Floats:
    """What a second is worth on each of the days that are left."""
    return np.asarray(prices.per_second[-days:])


def _topics(desk: Desk, problem: Problem, played: Expected) -> tuple[tuple[str, float], ...]:
    """By its leading topic, how many cards are never begun in the days played."""
    counts: dict[str, float] = {}
    for at, cards in played.never:
        tags = desk.entry(problem.ids[at]).tags
        topic = tags[0] if tags else ""
        counts[topic] = counts.get(topic, 0.0) + cards
    return tuple(sorted(counts.items(), key=lambda each: (-each[1], each[0])))


def _more_today(today: Today) -> float:
    """Marks that `MORE_SECONDS` after today's cards bring, spent on the next best there are."""
    ranking, taken = today.ranking, {*today.chosen, *today.held}
    marks = spent = 0.0
    for at in ranking.order():
        if at in taken:
            continue
        if spent >= MORE_SECONDS:
            break
        part = min((MORE_SECONDS - spent) / ranking.seconds[at], 1.0)
        marks += float(part * ranking.worth[at] * ranking.seconds[at])
        spent += float(ranking.seconds[at])
    return marks


def plan_report(
    desk: Desk, plan: StoredPlan, progress: Callable[[float], None] | None = None
) -> PlanReport:
    """Play the days to the exam in several ways: some seconds.

    Args:
        desk: Where decks and progress are at hand.
        plan: A plan whose exam is to come.
        progress: Told the share done, 0 to 1.
    """
    assert plan.exam_day is not None
    problem = plan_problem(desk, plan, known_beliefs(desk, plan))
    today, _ = look_at_today(desk, plan)
    learner = even_paced(problem.learner)[0] if plan.cards is not None else problem.learner
    found = outlook(
        learner,
        problem.cards,
        problem.budgets,
        seed=plan.exam_day,
        desired_retention=desk.settings.desired_retention,
        forgotten=problem.forgotten,
        prices=None if today.prices is None else _from_today(today.prices, len(problem.budgets)),
        progress=progress,
    )
    chosen, new = frozenset(today.chosen), today.ranking.new
    reasons = [
        today.ranking.reason(at, chosen=False) for at in range(len(problem.ids)) if at not in chosen
    ]
    return PlanReport(
        plan=plan,
        today=problem.today,
        study_days=study_days(plan, problem.today),
        cards=len(problem.ids),
        new=int(problem.cards.new.sum()),
        used=share_used(desk, plan),
        outlook=found,
        due_today=len(today.returning) + sum(not new[at] for at in chosen),
        new_today=sum(bool(new[at]) for at in chosen),
        more_today=None if today.prices is None else _more_today(today),
        no_time=round(found.plan.unseen),
        no_time_topics=_topics(desk, problem, found.plan),
        safe=sum(reason is Reason.SAFE for reason in reasons),
        paper_marks=None if problem.preset is None else float(problem.preset.total),
    )
