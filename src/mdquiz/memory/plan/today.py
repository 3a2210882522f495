"""A plan as it is kept from day to day, and the cards of one day by it, each with its reason."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from mdquiz.memory.plan.cards import Cards
from mdquiz.memory.plan.dual import Dual, grouped
from mdquiz.memory.plan.grid import COARSE, Grid
from mdquiz.memory.plan.learner import Learner
from mdquiz.memory.plan.prices import find_prices
from mdquiz.memory.plan.programme import Programme, sparse_gaps
from mdquiz.memory.plan.worth import Index, greedy_index, priced_index
from mdquiz.memory.vector import Floats, Ints

REFRESH_DAYS = 7
REFRESH_CHANGE = 0.1
"""Prices are found anew when time or marks at stake changed by more than this share."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Prices of time until an exam: all that has to be kept of a plan.

    Attributes:
        exam_day: Study day of the exam, proleptic ordinal.
        found_day: Study day on which the prices were found.
        per_second: Marks a second is worth on each day from `found_day`; infinite on days off.
        seconds: Time meant for each of these days, as believed then.
        marks: Marks at stake then.
    """

    exam_day: int
    found_day: int
    per_second: tuple[float, ...]
    seconds: tuple[float, ...]
    marks: float

    def as_json(self) -> dict[str, object]:
        """As plain values; the price of a day off is None."""
        prices = [price if math.isfinite(price) else None for price in self.per_second]
        return {
            "exam_day": self.exam_day,
            "found_day": self.found_day,
            "per_second": prices,
            "seconds": list(self.seconds),
            "marks": self.marks,
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, object]) -> Plan:
        """The plan that `as_json` wrote.

        Raises:
            ValueError: It is not such a thing.
        """
        exam, found = kept.get("exam_day"), kept.get("found_day")
        if not isinstance(exam, int) or not isinstance(found, int):
            raise ValueError("not a plan")
        prices = _numbers(kept.get("per_second"), exam - found, none=math.inf)
        seconds = _numbers(kept.get("seconds"), exam - found)
        (marks,) = _numbers([kept.get("marks")], 1)
        return cls(exam, found, prices, seconds, marks)

    def stale(self, today: int, seconds: Floats, marks: float) -> bool:
        """Whether prices should be found anew.

        Args:
            today: The present study day.
            seconds: Time meant for each day from today, as believed now; what was done of today
                is not taken off.
            marks: Marks at stake now.
        """
        if today >= self.exam_day or not 0 <= today - self.found_day < REFRESH_DAYS:
            return True
        then = sum(self.seconds[today - self.found_day :])
        apart = abs(float(seconds.sum()) - then) / max(then, 1.0)
        return apart > REFRESH_CHANGE or abs(marks - self.marks) > REFRESH_CHANGE * self.marks


def _numbers(kept: object, count: int, none: float | None = None) -> tuple[float, ...]:
    """A list of `count` finite numbers as it was kept, with `none` in place of None."""
    if not isinstance(kept, list) or len(kept) != count:
        raise ValueError("not a plan: it has not a number for each day")
    found = [none if number is None else number for number in kept]
    if not all(isinstance(number, (int, float)) and not math.isnan(number) for number in found):
        raise ValueError("not a plan: what should be numbers is not")
    return tuple(float(str(number)) for number in found)


def find_plan(
    learner: Learner,
    cards: Cards,
    budgets: Floats,
    today: int,
    earlier: Plan | None = None,
    meant: Floats | None = None,
    progress: Callable[[float], None] = lambda _: None,
) -> Plan:
    """Find the prices: a second or two for any deck, so best done aside.

    Args:
        learner: What is believed of memory and pace.
        cards: The deck as it stands before today.
        budgets: Seconds from today to the eve of the exam, expected absences taken off; not empty.
        today: The present study day.
        earlier: An earlier plan for the same exam to start from.
        meant: The same seconds without what was done today taken off; None: nothing was.
        progress: Told about which share is done, 0 to 1.
    """
    days = len(budgets)
    programme = Programme(learner, days, COARSE, sparse_gaps(days))
    start = None
    if earlier and earlier.exam_day == today + days and earlier.found_day <= today:
        start = np.asarray(earlier.per_second[today - earlier.found_day :])
        start = start if np.isfinite(start).sum() >= days / 2 else None
    found = find_prices(Dual(programme, grouped(programme, cards), budgets), start, progress)
    return Plan(
        today + days,
        today,
        tuple(float(price) for price in found.per_second),
        tuple(float(each) for each in (budgets if meant is None else meant)),
        float(cards.gain.sum()),
    )


class Reason(StrEnum):
    """Why a card is asked today, or is not."""

    NEW = "new"  # to be begun today
    DUE = "due"  # to be asked again today
    OTHERS = "others"  # other cards bring more today; its turn may come
    LATER = "later"  # better on a later day
    SAFE = "safe"  # known well enough to last until the exam
    NO_TIME = "no time"  # far from worth its time on any day before the exam


SAFE_RECALL = 0.9
"""What plain scheduling aims at by default."""
CLEARLY = 0.75
"""A session must bring less than this share of its price for there to be no time for it: prices
found on a coarse grid are some tenths off, and cards at the margin take turns."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """The cards of one day, arrays of one entry a card.

    Attributes:
        price: Marks a second is worth today.
        worth: Marks per second gained by a session today instead of waiting; minus infinity for
            cards already studied today.
        marks: Marks a session today brings on the exam day above never studying the card again.
        seconds: How long the session is expected to take.
        recall_then: Recall on the exam day if it is never studied again.
        return_on_price: What its best session on any day brings as a share of its price; 0 for
            cards ranked without prices.
        next_day: Best study day for the next session from tomorrow on; 0: none.
        new: The card was never learned.
        priced: There were prices; without them nothing is known of later days.
    """

    price: float
    worth: Floats
    marks: Floats
    seconds: Floats
    recall_then: Floats
    return_on_price: Floats
    next_day: Ints
    new: np.ndarray[tuple[int], np.dtype[np.bool_]]
    priced: bool

    def order(self) -> Ints:
        """Positions of the cards worth a session today, best first."""
        order = np.argsort(-self.worth, kind="stable")
        return np.asarray(order[self.worth[order] > 0], dtype=np.int64)

    def reason(self, at: int, *, chosen: bool) -> Reason:
        """Why the card at a position is asked today (`chosen`) or is not."""
        new = bool(self.new[at])
        if chosen:
            return Reason.NEW if new else Reason.DUE
        if not self.priced:
            return Reason.OTHERS
        if self.next_day[at]:
            return Reason.LATER
        if not new and self.recall_then[at] >= SAFE_RECALL and self.return_on_price[at] < 1:
            return Reason.SAFE
        return Reason.NO_TIME if self.return_on_price[at] < CLEARLY else Reason.OTHERS


def rank_today(
    learner: Learner,
    cards: Cards,
    days: int,
    plan: Plan | None = None,
) -> Ranking:
    """Rank the deck for today.

    Args:
        learner: What is believed of memory and pace.
        cards: The deck as it stands before today.
        days: Days from today to the exam, at least 1.
        plan: Prices that cover the days to the exam; without such, marks per second as if each
            session were the card's last, which needs no search.
    """
    programme = Programme(learner, days, Grid(), sparse_gaps(days))
    today = 0
    if plan is None or len(plan.per_second) < days:
        index = greedy_index(programme)
    else:
        today = plan.exam_day - days
        index = priced_index(programme, cards, np.asarray(plan.per_second[-days:]))
    return _ranked(index, cards, today)


def _ranked(index: Index, cards: Cards, today: int) -> Ranking:
    days = index.programme.days
    ahead = np.concatenate([[0], index.programme.gaps[index.programme.gaps < days]])
    count = len(cards)
    worth, marks, seconds, recall_then, pays = (np.zeros(count) for _ in range(5))
    next_day = np.zeros(count, dtype=np.int64)
    for at, sessions in index.sessions(cards, ahead):
        untouched = sessions.untouched[:, None]
        going_on = index.programme.going_on[ahead[1:]]
        later = untouched + going_on * (sessions.net[:, 1:] - untouched)
        best = later.max(axis=1, initial=-np.inf)
        wait = np.maximum(best, sessions.untouched)
        if later.shape[1]:
            then = ahead[1 + later.argmax(axis=1)] + today
            next_day[at] = np.where(best > sessions.untouched, then, 0)
        seconds[at] = sessions.seconds[:, 0] * cards.pace[at]
        worth[at] = (sessions.gross[:, 0] - wait) * cards.gain[at] / seconds[at]
        marks[at] = (sessions.gross[:, 0] - sessions.untouched) * cards.gain[at]
        recall_then[at] = sessions.untouched
        with np.errstate(divide="ignore", invalid="ignore"):
            returns = (sessions.gross - untouched) / (sessions.gross - sessions.net)
        pays[at] = np.where(np.isnan(returns), np.inf, returns).max(axis=1)
    worth[~cards.new & (cards.elapsed < 1)] = -np.inf
    price = float(index.prices[0]) if np.isfinite(index.prices[0]) else 0.0
    priced = bool(np.isfinite(index.prices).any())
    return Ranking(price, worth, marks, seconds, recall_then, pays, next_day, cards.new, priced)
