"""Marking: an attempt's replies against the paper's keys, in exact fractions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from mdquiz.decks.asked import Form
from mdquiz.exams.attempt import Reply
from mdquiz.exams.confidence import Bucket
from mdquiz.exams.paper import Item, Paper
from mdquiz.exams.scheme import ZERO, Dropped
from mdquiz.grading.grade import grade
from mdquiz.grading.verdict import Outcome, Response


class Result(StrEnum):
    """What a question counted as."""

    RIGHT = "right"
    WRONG = "wrong"
    BLANK = "blank"
    NOT_ATTEMPTED = "not attempted"  # said so, where the exam has that option
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Marked:
    """One question marked.

    Attributes:
        number: The question.
        result: What it counted as.
        score: What it earned; below 0 for a penalty.
        maximum: The most it could earn.
        remark: Why, where that is not plain ("two options marked"); may be empty.
        nearly: Wrong, but as near as a slip of the pen.
        bucket: How sure the candidate said they were.
        spent_ms: Time it was open.
    """

    number: int
    result: Result
    score: Fraction
    maximum: Fraction
    remark: str = ""
    nearly: bool = False
    bucket: Bucket = Bucket.UNSAID
    spent_ms: int = 0

    @property
    def answered(self) -> bool:
        """Whether an answer was marked right or wrong."""
        return self.result in (Result.RIGHT, Result.WRONG)

    @property
    def lucky(self) -> bool:
        """Whether it is right, but guessed among three options or more."""
        return self.result is Result.RIGHT and self.bucket.guess


@dataclass(frozen=True, slots=True)
class Tally:
    """Questions counted and marks added up; `score` is the sum of its questions' scores."""

    right: int = 0
    wrong: int = 0
    blank: int = 0
    not_attempted: int = 0
    dropped: int = 0
    score: Fraction = ZERO
    maximum: Fraction = ZERO
    spent_ms: int = 0

    @property
    def count(self) -> int:
        """Questions in all."""
        return self.attempted + self.blank + self.not_attempted + self.dropped

    @property
    def attempted(self) -> int:
        """Questions answered, right or wrong."""
        return self.right + self.wrong

    @property
    def accuracy(self) -> Fraction | None:
        """Right answers as a share of those attempted; None where none was."""
        return Fraction(self.right, self.attempted) if self.attempted else None


@dataclass(frozen=True, slots=True)
class Score:
    """A paper marked.

    Attributes:
        items: One a question, in their order.
        sections: One a section, in their order.
        total: All of it.
        blank_ratio: Questions with nothing marked, as a share of those not dropped.
        disqualified: There were more blanks than the exam allows.
        qualified: Whether the qualifying percentage is reached; None where there is none.
    """

    items: tuple[Marked, ...]
    sections: tuple[Tally, ...]
    total: Tally
    blank_ratio: Fraction
    disqualified: bool
    qualified: bool | None


def mark(paper: Paper, replies: Sequence[Reply]) -> Score:
    """Mark a paper.

    Args:
        paper: The paper, its keys as corrected so far.
        replies: One a question, in their order.
    """
    items = tuple(
        mark_item(item, reply, paper.scheme.dropped)
        for item, reply in zip(paper.items, replies, strict=True)
    )
    total = tally(items)
    counted = total.count - total.dropped
    blank_ratio = Fraction(total.blank, counted) if counted else ZERO
    limit = paper.scheme.max_blank_ratio
    disqualified = limit is not None and blank_ratio > limit
    percent = paper.scheme.qualify_percent
    qualified = None
    if percent is not None:
        qualified = not disqualified and total.score * 100 >= percent * total.maximum
    return Score(
        items=items,
        sections=tuple(
            tally(items[number - 1] for number in part.numbers) for part in paper.sections
        ),
        total=total,
        blank_ratio=blank_ratio,
        disqualified=disqualified,
        qualified=qualified,
    )


def mark_item(item: Item, reply: Reply, dropped: Dropped) -> Marked:
    """Mark one question; `dropped` says what a dropped one counts."""
    result, remark, nearly = _result(item, reply)
    worth = item.worth
    maximum = worth.marks
    if result is Result.DROPPED and dropped is Dropped.EXCLUDE:
        maximum = ZERO
    score = {
        Result.RIGHT: worth.marks,
        Result.WRONG: -worth.penalty,
        Result.BLANK: -worth.blank_penalty,
        Result.NOT_ATTEMPTED: ZERO,
        Result.DROPPED: maximum,
    }[result]
    bucket = reply.bucket if reply.response is not None else Bucket.UNSAID
    return Marked(
        item.number, result, score, maximum, remark, nearly, bucket, spent_ms=reply.spent_ms
    )


def tally(items: Iterable[Marked]) -> Tally:
    """Count and add up."""
    marked = list(items)
    counts = {result: sum(one.result is result for one in marked) for result in Result}
    return Tally(
        right=counts[Result.RIGHT],
        wrong=counts[Result.WRONG],
        blank=counts[Result.BLANK],
        not_attempted=counts[Result.NOT_ATTEMPTED],
        dropped=counts[Result.DROPPED],
        score=sum((one.score for one in marked), ZERO),
        maximum=sum((one.maximum for one in marked), ZERO),
        spent_ms=sum(one.spent_ms for one in marked),
    )


def is_right(item: Item, response: Response) -> bool:
    """Whether that answer would have been right."""
    return _judged(item, response)[0] is Result.RIGHT


def _result(item: Item, reply: Reply) -> tuple[Result, str, bool]:
    if item.dropped:
        return Result.DROPPED, "dropped by the examiner", False
    if reply.declined:
        return Result.NOT_ATTEMPTED, "", False
    if reply.response is None:
        return Result.BLANK, "", False
    return _judged(item, reply.response)


def _judged(item: Item, response: Response) -> tuple[Result, str, bool]:
    """Result, remark, and whether it was nearly right.

    Where one option is to be marked and the key holds several (an examiner accepting two), any of
    them is right; where several are to be marked, all of them and no other.
    """
    asked = item.versions[0]
    chosen = set(response.chosen)
    key = {at for at, option in enumerate(asked.options) if option.right}
    if asked.form is Form.ONE:
        if len(chosen) > 1:
            return Result.WRONG, "two options marked", True
        return (Result.RIGHT if chosen <= key else Result.WRONG), "", False
    if asked.form is Form.SEVERAL:
        if chosen == key:
            return Result.RIGHT, "", False
        remark = "not all that are right" if chosen < key else ""
        return Result.WRONG, remark, False
    outcomes = [grade(one, response, Bucket.UNSAID.drill).outcome for one in item.versions]
    if Outcome.RIGHT in outcomes:
        return Result.RIGHT, "", False
    nearly = Outcome.ALMOST in outcomes
    return Result.WRONG, ("nearly right" if nearly else ""), nearly
