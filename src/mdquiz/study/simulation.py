"""The learner's own deck played through to the exam, under several budgets and ways of studying."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from mdquiz.memory.day import day_date
from mdquiz.memory.plan.budget import WeeklyTime
from mdquiz.memory.plan.outlook import Expected, MakePolicy, PricedOnTheWay, expected
from mdquiz.memory.plan.retention import ALIKE
from mdquiz.memory.plan.rivals import Cramming, PlainFsrs, RoundRobin
from mdquiz.progress.plans import StoredPlan
from mdquiz.study.plan_cards import believed, plan_problem

if TYPE_CHECKING:
    from mdquiz.study.desk import Desk

RETENTIONS = (0.8, 0.9, 0.95)
WAYS = ("plan", *(f"FSRS {retention:g}" for retention in RETENTIONS), "round robin", "last week")


@dataclass(frozen=True, slots=True)
class Played:
    """One budget under one way of studying.

    Attributes:
        minutes: Minutes a day.
        way: One of `WAYS`.
        expected: What it brings.
    """

    minutes: float
    way: str
    expected: Expected


@dataclass(frozen=True, slots=True)
class Simulation:
    """Several budgets and ways, on the same luck.

    Attributes:
        exam_day: Study day of the exam.
        cards: Cards in the deck.
        out_of: Marks if everything were known.
        seed: Where luck came from.
        played: In the order of budgets, then of `WAYS`.
    """

    exam_day: int
    cards: int
    out_of: float
    seed: int
    played: tuple[Played, ...]

    def share(self, played: Played) -> float:
        """The share of all marks, 0 to 1."""
        return played.expected.marks / self.out_of if self.out_of else 0.0

    def of(self, way: str) -> list[Played]:
        """All budgets under one way."""
        return [played for played in self.played if played.way == way]

    @property
    def enough_minutes(self) -> float:
        """The fewest minutes tried under the plan that lose nothing worth naming (`ALIKE`)."""
        planned = self.of("plan")
        most = max(self.share(one) for one in planned)
        return min(one.minutes for one in planned if self.share(one) >= most - ALIKE)

    def best_retentions(self, minutes: float) -> tuple[str, ...]:
        """The desired retentions that do best without a plan, all that are alike."""
        plain = [one for one in self.played if one.minutes == minutes and "FSRS" in one.way]
        most = max(self.share(one) for one in plain)
        alike = [one for one in plain if self.share(one) >= most - ALIKE]
        return tuple(one.way.removeprefix("FSRS ") for one in alike)

    def as_json(self) -> dict[str, Any]:
        """Everything as plain data."""
        return {
            "exam": day_date(self.exam_day).isoformat(),
            "cards": self.cards,
            "marks_in_all": self.out_of,
            "seed": self.seed,
            "enough_minutes": self.enough_minutes,
            "results": [
                {
                    "minutes": one.minutes,
                    "way": one.way,
                    "share": self.share(one),
                    **{
                        name: value
                        for name, value in asdict(one.expected).items()
                        if name not in ("seconds", "sessions", "never")
                    },
                }
                for one in self.played
            ],
        }


def simulate(
    desk: Desk,
    plan: StoredPlan,
    minutes: Sequence[float],
    *,
    seed: int = 1,
    runs: int = 2,
    progress: Callable[[float], None] | None = None,
) -> Simulation:
    """Play the days to the exam: a second or so for each budget and way.

    Args:
        desk: Where decks and progress are at hand.
        plan: Exam, decks, weights and days of rest; its own budget is left aside.
        minutes: Minutes a day to try.
        seed: Where luck comes from; the same seed gives the same figures.
        runs: How often to play each.
        progress: Told the share done, 0 to 1.
    """
    assert plan.exam_day is not None
    problem = plan_problem(desk, plan, believed(desk))
    ways = dict(zip(WAYS, _policies(plan.exam_day - problem.today), strict=True))
    played = []
    for budget in minutes:
        time = WeeklyTime(
            WeeklyTime.every_day(budget, plan.rest_weekdays).minutes, off=plan.rest_days
        )
        budgets = time.budgets(problem.today, plan.exam_day)
        for way, make in ways.items():
            found = expected(
                make() if way == "plan" else make,
                problem.learner,
                problem.cards,
                budgets,
                random.Random(seed),
                forgotten=problem.forgotten,
                runs=runs,
            )
            played.append(Played(budget, way, found))
            if progress is not None:
                progress(len(played) / (len(minutes) * len(ways)))
    return Simulation(
        plan.exam_day,
        len(problem.ids),
        problem.forgotten + problem.marks,
        seed,
        tuple(played),
    )


def _policies(days: int) -> list[Any]:
    """What makes the policies of `WAYS`, in their order."""

    def plain(retention: float) -> MakePolicy:
        return lambda learner, _: PlainFsrs(learner, retention)

    return [
        PricedOnTheWay,
        *(plain(retention) for retention in RETENTIONS),
        lambda _learner, _budgets: RoundRobin(),
        lambda _learner, _budgets: Cramming(days),
    ]
