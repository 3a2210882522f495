"""Which desired retention a learner's own times per answer, verdict and card speak for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from mdquiz.grading.verdict import Rating
from mdquiz.memory.plan.learner import Learner
from mdquiz.memory.plan.pace import PRIOR_ANSWERS, learned_pace
from mdquiz.memory.plan.retention import RETENTIONS, Tried, best_tried, try_retentions
from mdquiz.memory.vector import VectorFsrs6
from mdquiz.study.plan import Changes, changed, in_force
from mdquiz.study.plan_cards import Beliefs, memory_of, plan_problem, timed_answers

if TYPE_CHECKING:
    from mdquiz.study.desk import Desk

AHEAD_DAYS = 180
"""How far ahead is looked without an exam."""
LATELY_DAYS = 28
"""The minutes a day are those of so many days past; of the whole log where none of them has any."""
SEED = 1


@dataclass(frozen=True, slots=True)
class Advice:
    """What plain scheduling at several desired retentions would bring a learner.

    Attributes:
        days: Days ahead, to the exam where there is one.
        minutes: Minutes a day that there are.
        cards: Cards it is about.
        answers: The learner's own timed repeated answers.
        misses: Those of them that were misses.
        pass_seconds: What a repeated answer that is right takes.
        miss_seconds: What a miss takes, with the second look that follows.
        setting: The present desired retention.
        planned: A plan is in force, and chooses the cards of its decks itself.
        present: By the present parameters; empty where there is too little to say.
        fitted: By the fitted parameters; empty where they are no better.
    """

    days: int
    minutes: float
    cards: int
    answers: int
    misses: int
    pass_seconds: float
    miss_seconds: float
    setting: float
    planned: bool
    present: tuple[Tried, ...] = ()
    fitted: tuple[Tried, ...] = ()

    @property
    def enough(self) -> bool:
        """Whether the learner's own times weigh more than the published ones, misses too."""
        return self.misses >= PRIOR_ANSWERS <= self.answers - self.misses and self.cards > 0

    @property
    def tried(self) -> tuple[Tried, ...]:
        """By the parameters that predict the learner best."""
        return self.fitted or self.present

    def at_setting(self) -> Tried:
        """What the present setting brings."""
        return next(one for one in self.tried if one.retention == self.setting)

    def as_json(self) -> dict[str, Any]:
        """Everything as plain data; `advised` is None where there is too little to say."""
        plain = asdict(self)
        for name in ("present", "fitted"):
            tried: tuple[Tried, ...] = getattr(self, name)
            best = best_tried(tried).retention if tried else None
            plain[name] = {"advised": best, "tried": [_plain(one) for one in tried]}
        return {**plain, "enough": self.enough}


def retention_advice(
    desk: Desk,
    present: Sequence[float],
    fitted: Sequence[float] | None = None,
    progress: Callable[[float], None] = lambda _: None,
) -> Advice:
    """Play the learner's own cards ahead at several desired retentions; some seconds.

    The cards are those of the plan in force, or all. New cards come as the settings say; the time
    of a day is that of the plan, or what the learner used lately. Answers cost what they cost this
    learner, by verdict and question type.

    Args:
        desk: Where decks and progress are at hand.
        present: Memory parameters in force.
        fitted: Others to compare with.
        progress: Told the share done, 0 to 1.
    """
    answers = list(timed_answers(desk))
    learner, paces = learned_pace(answers, Learner(memory=memory_of(desk)))
    plan = in_force(desk.store, desk.today())
    minutes = (plan.minutes if plan else None) or _usual_minutes(desk)
    exam_day = plan.exam_day if plan else desk.today() + AHEAD_DAYS
    ahead = changed(plan, Changes(exam_day=exam_day, minutes=minutes), desk)
    problem = plan_problem(desk, ahead, Beliefs(learner, paces))
    repeated = [answer for answer in answers if not answer.first]
    passed = np.asarray(learner.pass_ratings) @ np.asarray(learner.later_seconds[1:])
    advice = Advice(
        days=len(problem.budgets),
        minutes=minutes,
        cards=len(problem.ids),
        answers=len(repeated),
        misses=sum(answer.rating == Rating.AGAIN for answer in repeated),
        pass_seconds=float(passed) / sum(learner.pass_ratings),
        miss_seconds=learner.later_seconds[0] + learner.relearn_seconds,
        setting=desk.settings.desired_retention,
        planned=plan is not None,
    )
    if not advice.enough:
        return advice
    sets = [present] if fitted is None else [present, fitted]

    def tried(number: int) -> tuple[Tried, ...]:
        return try_retentions(
            replace(learner, memory=VectorFsrs6(tuple(sets[number]))),
            problem.cards,
            problem.budgets,
            SEED,
            retentions=sorted({*RETENTIONS, advice.setting}),
            new_per_day=desk.settings.new_per_day,
            forgotten=problem.forgotten,
            progress=lambda done: progress((number + done) / len(sets)),
        )

    return replace(advice, present=tried(0), fitted=() if fitted is None else tried(1))


def _plain(one: Tried) -> dict[str, float]:
    return {
        "retention": one.retention,
        "minutes_a_day": one.minutes,
        "share": one.share,
        "marks_per_hour": one.per_hour,
    }


def _usual_minutes(desk: Desk) -> float:
    """Minutes of a day with study, lately; at least one."""
    today = desk.today()
    spent = desk.store.seconds_by_day(today - LATELY_DAYS) or desk.store.seconds_by_day(0)
    return max(round(float(np.mean(list(spent.values()) or [0.0])) / 60), 1)
