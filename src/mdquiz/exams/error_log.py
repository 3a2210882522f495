"""The error log: what was missed and why, what to repair first at the top."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from mdquiz.decks.asked import Asked, Form
from mdquiz.decks.card import CardId
from mdquiz.exams.attempt import Reply
from mdquiz.exams.confidence import Bucket
from mdquiz.exams.marking import Marked, Result, is_right
from mdquiz.exams.paper import Item, Paper


class Cause(StrEnum):
    """Why a question was missed, the most urgent first."""

    MISCONCEPTION = "sure and wrong"  # believes what is not so
    LOST_EVEN = "lost 50-50"
    SLIP = "slip"  # two options marked, nearly right, or changed away from the right answer
    GAP = "gap"  # not known: left, guessed in vain, or wrong without a word on confidence


@dataclass(frozen=True, slots=True)
class ErrorRow:
    """One question missed, or right by luck.

    Attributes:
        number: The question.
        card: Its card.
        cause: Why it was missed; None: it was not, but right by luck.
        prompt: The question in one line.
        given: The answer given in words; "" where it was left.
        answer: The key in words.
        remark: What marking said, or how the slip came about; may be empty.
        explanation: The deck's; may be empty.
        spent_ms: Time it was open.
    """

    number: int
    card: CardId
    cause: Cause | None
    prompt: str
    given: str
    answer: str
    remark: str
    explanation: str
    spent_ms: int


def error_log(
    paper: Paper, replies: Sequence[Reply], items: Sequence[Marked]
) -> tuple[ErrorRow, ...]:
    """Every question wrong or left, by cause, then in the order of the paper."""
    causes = list(Cause)
    rows = [
        _row(paper.item(one.number), replies[one.number - 1], one, cause, remark)
        for one in items
        if one.result in (Result.WRONG, Result.BLANK, Result.NOT_ATTEMPTED)
        for cause, remark in [_cause(paper.item(one.number), replies[one.number - 1], one)]
    ]
    return tuple(sorted(rows, key=lambda row: (causes.index(row.cause or Cause.GAP), row.number)))


def lucky_rows(
    paper: Paper, replies: Sequence[Reply], items: Sequence[Marked]
) -> tuple[ErrorRow, ...]:
    """Right answers that were guesses among three options or more: they count as not known."""
    return tuple(
        _row(paper.item(one.number), replies[one.number - 1], one, None, "")
        for one in items
        if one.lucky
    )


def given_words(asked: Asked, reply: Reply) -> str:
    """The answer that stands in words; "" for none."""
    if reply.declined:
        return "not attempted"
    response = reply.response
    if response is None:
        return ""
    if asked.form is Form.TYPED:
        return response.typed.strip()
    return "; ".join(
        asked.options[at].text for at in sorted(set(response.chosen)) if at < len(asked.options)
    )


def one_line(asked: Asked) -> str:
    """The question in one line: its stem and, where that is a common opening, its first claim."""
    words = " ".join(asked.stem.split())
    if asked.claims:
        words += " " + " / ".join(" ".join(claim.text.split()) for claim in asked.claims)
    return words


def _cause(item: Item, reply: Reply, marked: Marked) -> tuple[Cause, str]:
    if marked.result is not Result.WRONG:
        return Cause.GAP, "left" if marked.result is Result.BLANK else "not attempted"
    if marked.nearly:
        return Cause.SLIP, marked.remark
    if marked.bucket is Bucket.SURE:
        return Cause.MISCONCEPTION, marked.remark
    if any(is_right(item, earlier) for earlier in reply.earlier):
        return Cause.SLIP, "changed away from the right answer"
    if marked.bucket is Bucket.HALF:
        return Cause.LOST_EVEN, marked.remark
    return Cause.GAP, marked.remark


def _row(item: Item, reply: Reply, marked: Marked, cause: Cause | None, remark: str) -> ErrorRow:
    asked = item.asked(reply.language)
    return ErrorRow(
        number=item.number,
        card=item.card,
        cause=cause,
        prompt=one_line(asked),
        given=given_words(asked, reply),
        answer=asked.answer,
        remark=remark,
        explanation=asked.explanation,
        spent_ms=marked.spent_ms,
    )
