"""Where the learner stands, in numbers: what `mdquiz stats` and the stats screen show."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from mdquiz.decks.card import CardId
from mdquiz.errors import DeckNotFoundError
from mdquiz.insight.answers import between, logged_answers
from mdquiz.insight.calibration import Calibration, confidence_calibration, model_calibration
from mdquiz.insight.effort import DayEffort, Square, Streak, effort_by_day, streaks, year_of_days
from mdquiz.insight.forecast import DayLoad, due_forecast
from mdquiz.insight.proportion import Proportion
from mdquiz.insight.retention import Retention, retention_by_age, retention_by_day
from mdquiz.insight.topics import Topic, TopicCard, topics
from mdquiz.insight.trouble import Leech, Misconception, leeches, misconceptions
from mdquiz.memory.day import day_date
from mdquiz.memory.state import NEVER_SEEN
from mdquiz.study.plan import admits, in_force

if TYPE_CHECKING:
    from mdquiz.progress.plans import StoredPlan
    from mdquiz.study.desk import Desk

PERIODS = {"week": 7, "month": 30, "quarter": 91, "year": 365, "all": 0}
"""Study days of each period; 0 for the whole log."""
FORECAST_DAYS = 30
"""Days ahead, or more where the exam is later."""
SPANS = 30
"""A period is told in at most so many spans of days."""


@dataclass(frozen=True, slots=True)
class PlannedLoad:
    """Some days of the plan, as it was last played.

    Attributes:
        first: First study day.
        last: Last study day.
        minutes: Minutes in all.
        cards: Cards asked in all.
    """

    first: int
    last: int
    minutes: float
    cards: float


@dataclass(frozen=True, slots=True)
class Stats:
    """Numbers about a learner's progress.

    Attributes:
        today: The present study day.
        first_day: First study day of the period.
        exam_day: Study day of the planned exam; None without a plan.
        outside_plan: Cards of decks outside the plan, which bring no marks of its exam.
        answers: Answers of the period.
        retention: Scheduled reviews recalled, over spans of the period.
        retention_by_age: The same by days since the review before.
        retained: All scheduled reviews of the period.
        model: Predicted against seen.
        confidence: Right answers by how sure the learner was; "sure", "unsure", "guess".
        forecast: Cards that come due on the days ahead.
        planned: What the plan asks until the exam; empty without a plan, and until it was played
            today (`mdquiz plan show` or the plan page do).
        topics: Most marks to gain first.
        misconceptions: Cards wrong though sure, open ones first; those put right are of the period.
        leeches: Cards missed again and again.
        effort: Answers and time of each day of the period.
        year: The year's days, week by week.
        streak: Days in a row.
    """

    today: int
    first_day: int
    exam_day: int | None
    outside_plan: int
    answers: int
    retention: tuple[Retention, ...]
    retention_by_age: tuple[Retention, ...]
    retained: Proportion
    model: Calibration
    confidence: dict[str, Proportion]
    forecast: tuple[DayLoad, ...]
    planned: tuple[PlannedLoad, ...]
    topics: tuple[Topic, ...]
    misconceptions: tuple[Misconception, ...]
    leeches: tuple[Leech, ...]
    effort: tuple[DayEffort, ...]
    year: tuple[tuple[Square | None, ...], ...]
    streak: Streak

    @property
    def seconds(self) -> float:
        """Time spent on answers in the period."""
        return sum(day.seconds for day in self.effort)

    def as_json(self) -> dict[str, Any]:
        """Everything as plain data; days as dates."""
        return {
            "today": _date(self.today),
            "from": _date(self.first_day),
            "exam": None if self.exam_day is None else _date(self.exam_day),
            "cards_outside_plan": self.outside_plan,
            "answers": self.answers,
            "minutes": self.seconds / 60,
            "streak": asdict(self.streak),
            "retention": {
                "all": _share(self.retained),
                "by_day": [
                    {"from": _date(one.first), "to": _date(one.last or one.first)} | _retention(one)
                    for one in self.retention
                ],
                "by_age": [
                    {"from_days": one.first, "to_days": one.last} | _retention(one)
                    for one in self.retention_by_age
                ],
            },
            "calibration": {
                "reviews": self.model.reviews,
                "log_loss": self.model.log_loss,
                "error": self.model.error,
                "bins": [
                    {"predicted": one.predicted} | _share(one.seen) for one in self.model.bins
                ],
                "confidence": {name: _share(seen) for name, seen in self.confidence.items()},
            },
            "forecast": [
                {"day": _date(load.day), "due": load.due, "total": load.total}
                for load in self.forecast
            ],
            "planned": [
                {**asdict(load), "first": _date(load.first), "last": _date(load.last)}
                for load in self.planned
            ],
            "topics": [asdict(topic) for topic in self.topics],
            "misconceptions": [
                {**asdict(one), "card": str(one.card), "last_day": _date(one.last_day)}
                for one in self.misconceptions
            ],
            "leeches": [{**asdict(one), "card": str(one.card)} for one in self.leeches],
            "days": [{**asdict(day), "day": _date(day.day)} for day in self.effort],
            "year": [
                {"day": _date(square.day), "answers": square.answers, "level": square.level}
                for week in self.year
                for square in week
                if square is not None
            ],
        }


def _date(day: int) -> str:
    return day_date(day).isoformat()


def _share(seen: Proportion) -> dict[str, Any]:
    low, high = seen.interval()
    return {
        "recalled": seen.hits,
        "reviews": seen.trials,
        "share": seen.share,
        "low": low,
        "high": high,
    }


def _retention(one: Retention) -> dict[str, Any]:
    return {**_share(one.seen), "predicted": one.predicted}


def gather_stats(desk: Desk, period: str = "month", decks: Collection[str] = ()) -> Stats:
    """Read the log and reckon; about a second for 20,000 answers.

    Args:
        desk: Where decks and progress are at hand.
        period: One of `PERIODS`.
        decks: Ids of decks; empty for all.
    """
    today = desk.today()
    rows = [row for row in desk.store.all_rows() if not decks or row.card.deck in decks]
    answers = logged_answers(rows)
    days = {answer.day for answer in answers}
    length = PERIODS[period]
    first = today - length + 1 if length else min(days, default=today)
    within = between(answers, first, today)
    span = -(-(today - first + 1) // SPANS)
    by_age = retention_by_age(within)
    cards, plan = _topic_cards(desk, decks)
    exam_day = None if plan is None else plan.exam_day
    states = {card.card: card.state for card in cards}
    by_day = {day.day: day.answers for day in effort_by_day(answers, today - 371, today)}
    return Stats(
        today=today,
        first_day=first,
        exam_day=exam_day,
        outside_plan=sum(not card.gain for card in cards),
        answers=len(within),
        retention=retention_by_day(within, first, today, span),
        retention_by_age=by_age,
        retained=sum((one.seen for one in by_age), Proportion()),
        model=model_calibration(within),
        confidence={
            str(name): seen for name, seen in confidence_calibration(within).items() if seen.trials
        },
        forecast=due_forecast(
            states.values(), today, max(FORECAST_DAYS, (exam_day or today) - today + 1)
        ),
        planned=() if plan is None else _planned(desk, plan),
        topics=topics(cards, today, desk.model, exam_day),
        misconceptions=tuple(
            one
            for one in misconceptions(answers, states)
            if one.card in states and (one.open or one.last_day >= first)
        ),
        leeches=leeches(answers, states),
        effort=effort_by_day(within, first, today),
        year=year_of_days(by_day, today),
        streak=streaks(days, today),
    )


def _topic_cards(desk: Desk, decks: Collection[str]) -> tuple[list[TopicCard], StoredPlan | None]:
    """The cards there are with what each is worth, and the plan in force.

    Under a plan cards outside it are worth nothing: marks of its exam and a mark a card would not
    add up.
    """
    plan = in_force(desk.store, desk.today())
    entries = [
        entry
        for deck in desk.library.decks
        if not decks or deck.id in decks
        for entry in deck.cards
        if not entry.resting
    ]
    gains = [1.0] * len(entries)
    if plan is not None:
        from mdquiz.study.plan_marks import exam_preset, marks_of

        worth = marks_of(plan, exam_preset(desk, plan), entries)
        gains = [
            marks.gain if admits(plan, entry.card.deck) else 0.0
            for marks, entry in zip(worth, entries, strict=True)
        ]
    states = desk.states
    cards = [
        TopicCard(entry.card, states.get(entry.card, NEVER_SEEN), entry.tags, gain)
        for entry, gain in zip(entries, gains, strict=True)
    ]
    return cards, plan


def _planned(desk: Desk, plan: StoredPlan) -> tuple[PlannedLoad, ...]:
    """The load of the plan as it was last played today."""
    from mdquiz.study.plan_outlook import kept_report

    told, _ = kept_report(desk, plan)
    return tuple(
        PlannedLoad(
            date.fromisoformat(load["first"]).toordinal(),
            date.fromisoformat(load["last"]).toordinal(),
            load["minutes"],
            load["cards"],
        )
        for load in (told["load"] if told else ())
    )


def prompt_of(desk: Desk, card: CardId) -> str:
    """The prompt of `card` in one line; its id where its deck is gone."""
    try:
        return " ".join(desk.entry(card).prompt.split())
    except DeckNotFoundError:
        return str(card)
