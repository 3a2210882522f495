"""What a second of each day is worth: the prices at which the bound is lowest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from mdquiz.memory.plan.dual import Dual
from mdquiz.memory.vector import Floats

LOWEST, HIGHEST = 1e-5, 0.5  # marks a second
GAMMA = 0.25
KNOT_GROWTH = 1.6
COARSE_TO_FINE = ((0.004, 15), (0.001, 30))  # temperature in marks, steps of descent
REFINING = 8  # steps of descent from an earlier solution
CHEAPEST = 1e-7
LONGEST_STEP = 0.7  # in log price


@dataclass(frozen=True, slots=True)
class Prices:
    """A price path.

    Attributes:
        per_second: Marks that a second of each day is worth; infinite on days without study.
        bound: Marks on the exam day that no policy can be expected to exceed.
    """

    per_second: Floats
    bound: float


def shaped(level: float, gamma: float, days: int) -> Floats:
    """Prices that rise towards the exam as ((days left)/days)^−gamma."""
    left = (days - np.arange(days)) / days
    return np.asarray(level * left**-gamma, dtype=np.float64)


def find_prices(
    dual: Dual,
    start: Floats | None = None,
    progress: Callable[[float], None] = lambda _: None,
) -> Prices:
    """The price path at which the bound is lowest, smooth in the logarithm of the days left.

    Args:
        dual: The relaxed problem.
        start: Prices to refine (an earlier solution); found on a coarse search when None.
        progress: Told about which share is done, 0 to 1.
    """
    days = dual.programme.days
    fresh = start is None
    if start is None:
        start = best_level(dual)
    basis = knot_basis(days)
    known = np.where(np.isfinite(start), np.maximum(start, CHEAPEST), np.nan)
    here = np.isfinite(known)
    knots = np.asarray(np.linalg.pinv(basis[here]) @ np.log(known[here]), dtype=np.float64)
    best = Prices(start, dual.bound(start))
    stages = COARSE_TO_FINE if fresh else COARSE_TO_FINE[-1:]
    for stage, (temperature, rounds) in enumerate(stages):
        tried = 0

        def smooth(
            knots: Floats,
            temperature: float = temperature,
            stage: int = stage,
            most: int = rounds if fresh else REFINING,
        ) -> tuple[float, Floats]:
            nonlocal tried
            tried += 1
            progress((stage + min(tried / most, 1.0)) / len(stages))
            prices = np.exp(basis @ knots)
            bound, excess = dual.bound_and_excess(prices, temperature)
            return bound, basis.T @ (prices * excess)

        knots = descend(smooth, knots, rounds if fresh else REFINING)
        prices = np.exp(basis @ knots)
        bound = dual.bound(prices)
        if bound < best.bound:
            best = Prices(prices, bound)
        progress((stage + 1) / len(stages))
    return Prices(np.where(dual.budgets > 0, best.per_second, np.inf), best.bound)


def best_level(dual: Dual) -> Floats:
    """The best price path of the shape ((days left)/days)^−0.25, by golden section."""
    days = dual.programme.days

    def bound(level: float) -> float:
        return dual.bound(shaped(float(np.exp(level)), GAMMA, days))

    golden = (5**0.5 - 1) / 2
    low, high = float(np.log(LOWEST)), float(np.log(HIGHEST))
    left, right = high - golden * (high - low), low + golden * (high - low)
    at_left, at_right = bound(left), bound(right)
    while high - low > 0.3:
        if at_left <= at_right:
            high, right, at_right = right, left, at_left
            left = high - golden * (high - low)
            at_left = bound(left)
        else:
            low, left, at_left = left, right, at_right
            right = low + golden * (high - low)
            at_right = bound(right)
    return shaped(float(np.exp((low + high) / 2)), GAMMA, days)


def knot_basis(days: int) -> Floats:
    """Linear interpolation between knots that lie denser towards the exam: (days, knots)."""
    left = [1]
    while left[-1] < days:
        left.append(min(days, max(left[-1] + 1, int(left[-1] * KNOT_GROWTH))))
    places = np.log(np.asarray(left, dtype=np.float64))
    at = np.log(days - np.arange(days, dtype=np.float64))
    return np.stack([np.interp(at, places, unit) for unit in np.eye(len(left))], axis=1)


def descend(
    function: Callable[[Floats], tuple[float, Floats]], start: Floats, rounds: int
) -> Floats:
    """A local minimum of a smooth function by BFGS with backtracking (Nocedal and Wright, 6.1)."""
    point, unit = start, np.eye(len(start))
    value, slope = function(point)
    inverse = unit * (0.3 / (np.abs(slope).max() + 1e-12))
    for _ in range(rounds):
        direction = -inverse @ slope
        direction *= min(1.0, LONGEST_STEP / (np.abs(direction).max() + 1e-12))
        fraction, found = 1.0, False
        for _ in range(6):
            step = fraction * direction
            lower, steepness = function(point + step)
            if lower <= value + 1e-4 * float(slope @ step):
                found = True
                break
            fraction *= 0.4
        if not found:
            return point
        bend = steepness - slope
        curvature = float(step @ bend)
        if curvature > 1e-12:
            left = unit - np.outer(step, bend) / curvature
            inverse = left @ inverse @ left.T + np.outer(step, step) / curvature
        gained = value - lower
        point = np.asarray(point + step, dtype=np.float64)
        value, slope = lower, steepness
        if gained < 1e-5 * abs(value):
            return point
    return point
