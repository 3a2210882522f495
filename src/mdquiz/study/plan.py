"""The plan towards the exam: made, changed, ended, and what of it stands today. Loads no numpy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from mdquiz.decks.card import CardId
from mdquiz.errors import UsageError
from mdquiz.memory.day import day_date
from mdquiz.progress.ids import IDS
from mdquiz.progress.plans import StoredPlan
from mdquiz.study.plan_choice import NOTHING_CHOSEN, kept_choice
from mdquiz.study.plan_left import left_of_choice
from mdquiz.text import counted

if TYPE_CHECKING:
    from mdquiz.progress.store import Store
    from mdquiz.study.desk import Desk

MOST_MINUTES, MOST_CARDS = 1440, 9999
LONGEST_PLAN = 730
"""Days ahead: what is planned for longer would be guessed."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What of a plan to set; None leaves as it is, or as it is by default in a first plan.

    Attributes:
        exam_day: Study day of the exam.
        minutes: Minutes a day, above 0; sets `cards` aside.
        cards: Cards a day, above 0; sets `minutes` aside.
        decks: Ids of decks; empty for all.
        weights: Tag and what its questions count for, above 0.
        rest_weekdays: 0 Monday to 6 Sunday.
        rest_days: Study days.
        preset: An exam's name; "" for a mark a card.
    """

    exam_day: int | None = None
    minutes: float | None = None
    cards: int | None = None
    decks: tuple[str, ...] | None = None
    weights: Mapping[str, float] | None = None
    rest_weekdays: frozenset[int] | None = None
    rest_days: frozenset[int] | None = None
    preset: str | None = None


@dataclass(frozen=True, slots=True)
class Glance:
    """What home tells of the plan.

    Attributes:
        exam_day: Study day of the exam.
        days_to_exam: Days from today to it; 0 or less from the exam day on.
        study_days: Days of study before it, today's included, days of rest left out.
        rest: Today is a day of rest.
        done: Nothing is left of today's time, or of the cards it has.
        due: Cards learned before that a drill would ask now; None until today's were chosen.
        new: New cards that it would ask; None until today's were chosen.
        decks: Ids of the decks of the plan; empty for all.
        minutes: Minutes a day; None where the plan counts cards.
        cards: Cards a day; None where it counts minutes.
        left: What today still has: seconds, or cards.
    """

    exam_day: int
    days_to_exam: int
    study_days: int
    rest: bool
    done: bool
    due: int | None
    new: int | None
    decks: tuple[str, ...] = ()
    minutes: float | None = None
    cards: int | None = None
    left: float = 0.0

    @property
    def over(self) -> bool:
        """Whether plain scheduling is back, for the exam day has come."""
        return self.days_to_exam <= 0

    def chooses_of(self, deck: str) -> bool:
        """Whether the plan has chosen today's cards of the deck of that id."""
        chosen = self.due is not None and not self.over
        return chosen and (not self.decks or deck in self.decks)

    @property
    def words(self) -> str:
        """The plan in a sentence."""
        date = date_words(self.exam_day)
        if self.over:
            return (
                f"The exam day of your plan, {date}, has come; cards are scheduled plainly again. "
                "`mdquiz plan --exam DATE` plans towards another, `mdquiz plan end` ends this one."
            )
        now = ""
        if self.rest:
            now = " Today is a day of rest."
        elif self.due is None:
            now = " Today's cards are chosen when you begin."
        elif not self.due and not self.new:
            now = (
                " Today's share is done; `mdquiz drill --limit 20` goes on."
                if self.done
                else " What it chose for today is done; a drill looks whether more is worth asking."
            )
        return f"By the plan for the exam on {date}: {self.left_words}.{now}"

    @property
    def left_words(self) -> str:
        """The days of study left: "12 days of study left"."""
        if not self.study_days:
            return "no day of study left before it"
        return f"{counted(self.study_days, 'day')} of study left"


def changed(plan: StoredPlan | None, changes: Changes, desk: Desk) -> StoredPlan:
    """The plan that `changes` make of `plan` (None: a first one); nothing is stored.

    Raises:
        UsageError: The exam day is missing, past or too far away, or there is no budget.
    """
    now, today = desk.clock.now(), desk.today()
    base = plan or StoredPlan(b"", 0, 0, today, None)
    given = {
        name: value for name in Changes.__slots__ if (value := getattr(changes, name)) is not None
    }
    if changes.minutes is not None:
        given["cards"] = None
    elif changes.cards is not None:
        given["minutes"] = None
    made = replace(
        base,
        **given,
        id=IDS.new(now.utc_ms),
        made_ms=now.utc_ms,
        offset_minutes=now.offset_minutes,
        day=today,
    )
    _refuse(made, today)
    return made


def _refuse(plan: StoredPlan, today: int) -> None:
    if plan.exam_day is None:
        raise UsageError(
            "A plan needs the date of the exam.", "Write `mdquiz plan --exam 2027-05-23`."
        )
    date = day_date(plan.exam_day).isoformat()
    if plan.exam_day <= today:
        raise UsageError(f"The exam on {date} leaves no day to study.", "Name a later date.")
    if plan.exam_day - today > LONGEST_PLAN:
        raise UsageError(
            f"The exam on {date} is more than two years away.", "Plan again when it is nearer."
        )
    if plan.rest_weekdays == frozenset(range(7)):
        raise UsageError("Seven days of rest a week leave none to study.", "Name fewer.")
    if plan.minutes is None and plan.cards is None:
        raise UsageError("A plan needs the time of a day.", "Add --minutes 45, or --cards 60.")
    if plan.minutes is not None and not 1 <= plan.minutes <= MOST_MINUTES:
        raise UsageError(
            f"{plan.minutes:g} is no number of minutes for a day.", "Name 1 to 1440 minutes."
        )
    if plan.cards is not None and not 1 <= plan.cards <= MOST_CARDS:
        raise UsageError(f"{plan.cards} is no number of cards for a day.", "Name 1 to 9999 cards.")


def date_words(day: int) -> str:
    """Study day `day` as people write it: 23 May 2027."""
    date = day_date(day)
    return f"{date.day} {date:%B %Y}"


def rests_on(plan: StoredPlan, day: int) -> bool:
    """Whether study day `day` is a day of rest."""
    return (day + 6) % 7 in plan.rest_weekdays or day in plan.rest_days


def study_days(plan: StoredPlan, today: int) -> int:
    """Days of study from study day `today` to the eve of the exam, days of rest left out."""
    assert plan.exam_day is not None
    return sum(not rests_on(plan, day) for day in range(today, plan.exam_day))


def admits(plan: StoredPlan, deck: str) -> bool:
    """Whether the deck of that id belongs to the plan."""
    return not plan.decks or deck in plan.decks


def in_force(store: Store, today: int) -> StoredPlan | None:
    """The plan by which cards are chosen on study day `today`; None from the exam day on."""
    plan = store.plans.latest()
    if plan is None or plan.exam_day is None or plan.exam_day <= today:
        return None
    return plan


def make_plan(desk: Desk, changes: Changes) -> StoredPlan:
    """Store a plan in place of the present one; what `changes` leaves out stays as it was.

    Raises:
        UsageError: It cannot be a plan.
        ProgressError: It could not be stored.
    """
    plan = changed(desk.store.plans.latest(), changes, desk)
    desk.store.plans.add(plan)
    return plan


def end_plan(desk: Desk) -> bool:
    """End the present plan: cards are scheduled plainly again. False where there was none."""
    if desk.store.plans.latest() is None:
        return False
    now = desk.clock.now()
    end = StoredPlan(IDS.new(now.utc_ms), now.utc_ms, now.offset_minutes, desk.today(), None)
    desk.store.plans.add(end)
    return True


def seconds_left(store: Store, plan: StoredPlan, today: int) -> float:
    """Seconds that today's time still has; 0 on a day of rest and where the plan counts cards."""
    if plan.minutes is None or rests_on(plan, today):
        return 0.0
    return max(60 * plan.minutes - store.seconds_by_day(today, plan.decks).get(today, 0.0), 0.0)


def cards_left(store: Store, plan: StoredPlan, today: int) -> int:
    """Cards that today still has; 0 on a day of rest and where the plan counts minutes."""
    if plan.cards is None or rests_on(plan, today):
        return 0
    return max(plan.cards - store.cards_by_day(today, plan.decks).get(today, 0), 0)


def glance(
    store: Store, cache: Path, today: int, cards: Mapping[str, Iterable[CardId]]
) -> Glance | None:
    """What of the plan stands on study day `today`; None without a plan.

    Args:
        store: The learner's progress.
        cache: Where today's choice is kept.
        today: The study day.
        cards: The decks in question, by their ids, and their cards.
    """
    plan = store.plans.latest()
    if plan is None or plan.exam_day is None:
        return None
    if plan.exam_day <= today:
        return Glance(plan.exam_day, plan.exam_day - today, 0, False, True, None, None)
    rest = rests_on(plan, today)
    share = (
        seconds_left(store, plan, today) if plan.cards is None else cards_left(store, plan, today)
    )
    kept = kept_choice(cache, plan, today) or (NOTHING_CHOSEN if rest else None)
    left = None if kept is None else left_of_choice(store, plan, kept, cards, today, share)
    return Glance(
        plan.exam_day,
        plan.exam_day - today,
        study_days(plan, today),
        rest,
        not share,
        None if left is None else left.due,
        None if left is None else left.new,
        plan.decks,
        plan.minutes,
        plan.cards,
        share,
    )
