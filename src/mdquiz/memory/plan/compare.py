"""One deck under several budgets and ways of studying: what a person needs to choose minutes."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from mdquiz.memory.plan.cards import Cards
from mdquiz.memory.plan.learner import Learner
from mdquiz.memory.plan.outlook import RUNS, Expected, MakePolicy, PricedOnce, expected
from mdquiz.memory.plan.planner import Planner
from mdquiz.memory.plan.rivals import PlainFsrs, RoundRobin
from mdquiz.memory.vector import Floats

RETENTIONS = (0.8, 0.9, 0.95)


@dataclass(frozen=True, slots=True)
class Compared:
    """One way of studying at one budget.

    Attributes:
        policy: "plan", "greedy", "FSRS 0.90" or "round robin".
        budget: Name of the budget.
        score: What to expect.
    """

    policy: str
    budget: str
    score: Expected


def ways() -> dict[str, Callable[[], MakePolicy]]:
    """The ways of studying that are compared, by name; each call makes a fresh maker."""
    made: dict[str, Callable[[], MakePolicy]] = {
        "plan": PricedOnce,
        "greedy": lambda: lambda learner, budgets: Planner(learner, budgets, every=0, greedy=True),
        "round robin": lambda: lambda _learner, _budgets: RoundRobin(),
    }
    for retention in RETENTIONS:
        made[f"FSRS {retention:.2f}"] = lambda retention=retention: (  # type: ignore[misc]
            lambda learner, _: PlainFsrs(learner, retention)
        )
    return made


def compare(
    learner: Learner,
    cards: Cards,
    budgets: Mapping[str, Floats],
    seed: int,
    *,
    policies: Sequence[str] = (),
    forgotten: float = 0.0,
    runs: int = RUNS,
    progress: Callable[[float], None] | None = None,
) -> tuple[Compared, ...]:
    """Play each way of studying at each budget, all on the same luck.

    Args:
        learner: What is believed of memory and pace.
        cards: The deck before the first day.
        budgets: Seconds of each day to the exam, by a name for them ("45 min").
        seed: Where luck comes from.
        policies: Names out of `ways`; all when empty.
        forgotten: Marks that all cards would bring though forgotten.
        runs: How often to play each.
        progress: Told the share done, 0 to 1.

    Raises:
        KeyError: A policy has no such name.
    """
    makers = ways()
    chosen = [(name, makers[name]) for name in (policies or makers)]
    found: list[Compared] = []
    for name, seconds in budgets.items():
        for policy, make in chosen:
            rng = random.Random(seed)
            score = expected(make(), learner, cards, seconds, rng, forgotten=forgotten, runs=runs)
            found.append(Compared(policy, name, score))
            if progress is not None:
                progress(len(found) / (len(chosen) * len(budgets)))
    return tuple(found)
