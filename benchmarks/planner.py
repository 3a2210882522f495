"""Expected recall on the exam day: the planner, its rivals, and the bound no policy can exceed.

    python benchmarks/planner.py [--seeds 3] [--only "60 days, 600 s"] [--no-search]

FSRS-6 is the memory. Every policy meets the same luck: session k of card i goes by one drawn
number whatever the day. Time figures mean little on a busy machine. One thread of linear algebra
(OPENBLAS_NUM_THREADS=1) is fastest.
"""

from __future__ import annotations

import argparse
import dataclasses
import itertools
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np

from mdquiz.memory.plan.cards import Cards, new_cards
from mdquiz.memory.plan.dual import Dual, grouped
from mdquiz.memory.plan.grid import Grid
from mdquiz.memory.plan.learner import Learner
from mdquiz.memory.plan.planner import Planner
from mdquiz.memory.plan.prices import find_prices
from mdquiz.memory.plan.programme import Programme
from mdquiz.memory.plan.rivals import Cramming, PlainFsrs, RoundRobin
from mdquiz.memory.plan.simulate import Policy, Truth, play
from mdquiz.memory.vector import DEFAULT_PARAMETERS, Floats, Ints, VectorFsrs6

DEFAULT = Learner(second_look=True)
SESSIONS = Learner(
    second_look=True, first_seconds=(1,) * 4, later_seconds=(1,) * 4, relearn_seconds=0
)


def with_decay(decay: float) -> VectorFsrs6:
    return VectorFsrs6((*DEFAULT_PARAMETERS[:20], decay))


class ExponentialForgetting(VectorFsrs6):
    """FSRS-6 but for the shape of forgetting."""

    def recall(self, elapsed: Floats, stability: Floats) -> Floats:
        """As in the older theory: nine tenths of what is left are left after each stability."""
        return np.asarray(0.9 ** (elapsed / stability))


@dataclass(frozen=True)
class Scenario:
    """A deck, days and a budget; part of the deck may be known already, to degrees as they come."""

    name: str
    count: int
    days: int
    budget: float
    known: float = 0.0
    learner: Learner = DEFAULT

    def cards(self) -> Cards:
        """The deck before the first day."""
        rng = np.random.default_rng(20_26)
        cards = new_cards(self.count)
        learned = int(self.known * self.count)
        stability = 10 * np.exp(rng.standard_normal(self.count))
        cards.elapsed[:learned] = np.floor(rng.random(self.count) * stability)[:learned]
        cards.difficulty[:] = rng.uniform(3, 8, self.count)
        cards.stability[:learned] = stability[:learned]
        return cards

    def budgets(self) -> Floats:
        """Seconds (or sessions) of each day."""
        return np.full(self.days, self.budget)


FIRST_TABLE = (
    Scenario("all new, 30 days, 900 s", 1000, 30, 900),
    Scenario("all new, 60 days, 300 s", 1000, 60, 300),
    Scenario("all new, 60 days, 600 s", 1000, 60, 600),
    Scenario("all new, 60 days, 900 s", 1000, 60, 900),
    Scenario("all known, 60 days, 600 s", 1000, 60, 600, known=1),
    Scenario("2,000 new, 60 days, 50 sessions", 2000, 60, 50, learner=SESSIONS),
    Scenario("all new, 120 days, 300 s", 1000, 120, 300),
    Scenario("all known, 60 days, 300 s", 1000, 60, 300, known=1),
    Scenario("half new, 60 days, 600 s", 1000, 60, 600, known=0.5),
    Scenario("500 new, 60 days, 50 sessions", 500, 60, 50, learner=SESSIONS),
    Scenario("2,000 new, 60 days, 100 sessions", 2000, 60, 100, learner=SESSIONS),
    Scenario(
        "all new, decay 0.3, 60 days, 600 s",
        1000,
        60,
        600,
        learner=Learner(with_decay(0.3), second_look=True),
    ),
)
TRUTH_SCENARIO = FIRST_TABLE[2]
RICH_SCENARIO = FIRST_TABLE[3]


MISSED: dict[str, Callable[[np.random.Generator], Ints]] = {
    "20 of the 60 days missed, here and there": lambda rng: rng.choice(60, 20, replace=False),
    "days 11 to 30 missed": lambda _: np.arange(10, 30),
    "days 31 to 50 missed": lambda _: np.arange(30, 50),
    "the last 20 days missed": lambda _: np.arange(40, 60),
}


def truths(count: int) -> Iterator[tuple[str, Scenario, Truth]]:
    def everywhere(strength: float) -> Floats:
        return np.full(count, strength)

    hidden = np.exp(0.8 * np.random.default_rng(5).standard_normal(count))
    plain = VectorFsrs6()
    yield "as believed", TRUTH_SCENARIO, Truth()
    yield "decay 0.3", TRUTH_SCENARIO, Truth(with_decay(0.3))
    yield "decay 0.5", TRUTH_SCENARIO, Truth(with_decay(0.5))
    yield "exponential forgetting", TRUTH_SCENARIO, Truth(ExponentialForgetting())
    yield "weaker learner (stability times 0.6)", TRUTH_SCENARIO, Truth(plain, everywhere(0.6))
    yield "stronger learner (times 1.5)", TRUTH_SCENARIO, Truth(plain, everywhere(1.5))
    yield "far weaker learner (half the stability)", TRUTH_SCENARIO, Truth(plain, everywhere(0.5))
    yield "far stronger learner (twice)", TRUTH_SCENARIO, Truth(plain, everywhere(2.0))
    yield "hidden stability, sigma 0.8", TRUTH_SCENARIO, Truth(plain, hidden)
    yield "exponential forgetting, 900 s", RICH_SCENARIO, Truth(ExponentialForgetting())


def upper_bound(scenario: Scenario) -> float:
    # Prices from coarse to fine; the bound itself on a grid where it has converged to 0.1.
    cards, prices, bound = scenario.cards(), None, 0.0
    for grid in (Grid(20, 4), Grid(), Grid(48, 8)):
        programme = Programme(scenario.learner, scenario.days, grid)
        dual = Dual(
            programme, grouped(programme, cards, exact=grid.stabilities == 48), scenario.budgets()
        )
        if grid.stabilities < 48:
            prices = find_prices(dual, prices).per_second
        elif prices is not None:
            bound = dual.bound(prices)
    return 100 * bound / scenario.count


def policies(scenario: Scenario, *, search: bool = False) -> dict[str, Callable[[], Policy]]:
    learner, budgets = scenario.learner, scenario.budgets()
    made: dict[str, Callable[[], Policy]] = {
        "planner": lambda: Planner(learner, budgets),
        "prices kept": lambda: Planner(learner, budgets, every=0),
        "greedy": lambda: Planner(learner, budgets, every=0, greedy=True),
        "FSRS 0.8": lambda: PlainFsrs(learner, 0.8),
        "FSRS 0.9": lambda: PlainFsrs(learner, 0.9),
        "FSRS 0.95": lambda: PlainFsrs(learner, 0.95),
        "robin": RoundRobin,
        "cram": lambda: Cramming(scenario.days),
    }
    if search:
        best = best_fsrs(scenario)
        made[f"FSRS {best.desired_retention}/{best.new_per_day}*"] = lambda: best
    return made


def best_fsrs(scenario: Scenario) -> PlainFsrs:
    """The best desired retention and new cards a day, by search on luck of its own."""
    cards, budgets = scenario.cards(), scenario.budgets()
    draws = np.random.default_rng(777).random((len(cards), scenario.days + 1))
    least = max(1, scenario.count // scenario.days)
    tried = [
        PlainFsrs(scenario.learner, retention, int(least * pace), new_first=True)
        for retention, pace in itertools.product((0.7, 0.8, 0.85, 0.9, 0.95), (1.1, 1.5, 2.5, 50))
    ]
    return max(
        tried, key=lambda policy: play(policy, cards, scenario.learner, budgets, draws).recall.sum()
    )


def mean_recall(
    scenario: Scenario,
    make: Callable[[], Policy],
    seeds: int,
    truth: Truth | None = None,
    missed: Callable[[np.random.Generator], Ints] | None = None,
) -> list[float]:
    results = []
    for seed in range(seeds):
        rng = np.random.default_rng(seed)
        draws = rng.random((scenario.count, scenario.days + 1))
        budgets = scenario.budgets()
        if missed:
            budgets[missed(rng)] = 0
        played = play(make(), scenario.cards(), scenario.learner, budgets, draws, truth)
        results.append(100 * float(played.recall.mean()))
    return results


def show(name: str, figures: dict[str, list[float]], bound: float | None) -> None:
    planner = np.asarray(figures["planner"])
    print(f"\n{name}" + ("" if bound is None else f"   upper bound {bound:.1f}"))
    for policy, results in figures.items():
        mean = float(np.mean(results))
        ahead = planner - np.asarray(results)
        noise = float(np.std(ahead, ddof=1) / len(ahead) ** 0.5) if len(ahead) > 1 else 0.0
        note = ""
        if policy != "planner":
            note = f"   planner ahead by {ahead.mean():+5.2f} ± {noise:.2f}"
        print(f"  {policy:<14}{mean:6.1f}{note}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--only", default="", help="scenarios whose name contains this")
    parser.add_argument("--no-search", action="store_true", help="leave out searched FSRS")
    parser.add_argument("--table", choices=("first", "truth", "both"), default="both")
    chosen = parser.parse_args()
    if chosen.table != "truth":
        for scenario in FIRST_TABLE:
            if chosen.only in scenario.name:
                makers = policies(scenario, search=not chosen.no_search)
                figures = {
                    name: mean_recall(scenario, make, chosen.seeds) for name, make in makers.items()
                }
                show(scenario.name, figures, upper_bound(scenario))
    if chosen.table != "first":
        for name, scenario, truth in truths(1000):
            if chosen.only in name:
                figures = {
                    policy: mean_recall(scenario, make, chosen.seeds, truth)
                    for policy, make in policies(scenario, search=not chosen.no_search).items()
                }
                show("truth: " + name, figures, None)
        for name, missed in MISSED.items():
            if chosen.only in name:
                figures = {
                    policy: mean_recall(TRUTH_SCENARIO, make, chosen.seeds, missed=missed)
                    for policy, make in policies(TRUTH_SCENARIO, search=False).items()
                }
                show("truth: " + name, figures, None)
        if chosen.only in "time moved":
            last = np.zeros(60)
            last[-7:] = 60 * 600 / 7
            moved = dataclasses.replace(TRUTH_SCENARIO, name="moved")
            figures = {
                "planner": mean_recall(TRUTH_SCENARIO, policies(moved)["planner"], chosen.seeds),
                "last week": [
                    100 * float(np.mean(recall))
                    for recall in (
                        play(
                            Planner(DEFAULT, last),
                            moved.cards(),
                            DEFAULT,
                            last,
                            np.random.default_rng(seed).random((1000, 61)),
                        ).recall
                        for seed in range(chosen.seeds)
                    )
                ],
            }
            show("all 36,000 seconds moved into the last week (86 minutes a day)", figures, None)


if __name__ == "__main__":
    main()
