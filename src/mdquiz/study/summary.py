"""How a sitting went: what was right, what returns when, misconceptions first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mdquiz.decks.card import CardId
from mdquiz.grading.verdict import Outcome, Rating
from mdquiz.study.sitting import Result, Sitting

if TYPE_CHECKING:
    from mdquiz.study.desk import Desk


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """One card of the sitting.

    Attributes:
        card: The card.
        prompt: Its prompt, in one line.
        answer: Its key in words.
        outcome: What the first answer was.
        misconception: It was wrong though the learner was sure.
        lucky: It was right, but guessed.
        misses: How often it was rated Again; a lucky answer counts, for it is not known.
        returns_in: Days until it is due again; 0: today; None: unscheduled.
    """

    card: CardId
    prompt: str
    answer: str
    outcome: Outcome
    misconception: bool
    lucky: bool
    misses: int
    returns_in: int | None


@dataclass(frozen=True, slots=True)
class Summary:
    """A sitting in numbers.

    Attributes:
        rows: One a card: misconceptions first, then misses, lucky answers, the rest.
        answers: Answers given, repeats included.
        right_first: Cards right and known at the first go.
        elapsed_ms: Time from the first question to the last answer, pauses included.
    """

    rows: tuple[SummaryRow, ...]
    answers: int
    right_first: int
    elapsed_ms: int

    @property
    def missed(self) -> tuple[CardId, ...]:
        """Cards to redo: missed or guessed."""
        return tuple(row.card for row in self.rows if row.misses)


def summarised(sitting: Sitting, desk: Desk, elapsed_ms: int) -> Summary:
    """The summary of `sitting` so far, with due days as they stand now."""
    by_card: dict[CardId, list[Result]] = {}
    answers = [result for result in sitting.results if result.step.claim is None]
    for result in answers:
        by_card.setdefault(result.step.card, []).append(result)
    rows = [_row(card, results, desk) for card, results in by_card.items()]
    rows.sort(key=lambda row: (not row.misconception, not row.misses, not row.lucky))
    return Summary(
        rows=tuple(rows),
        answers=len(answers),
        right_first=sum(1 for row in rows if not row.misses),
        elapsed_ms=elapsed_ms,
    )


def _row(card: CardId, results: list[Result], desk: Desk) -> SummaryRow:
    state = desk.state(card)
    lucky = any(result.lucky for result in results)
    misses = sum(result.rating is Rating.AGAIN for result in results)
    return SummaryRow(
        card=card,
        prompt=results[0].prompt,
        answer=results[-1].answer,
        outcome=results[0].outcome,
        misconception=any(result.misconception for result in results),
        lucky=lucky,
        misses=misses,
        returns_in=None if state.new or state.suspended else max(state.due_day - desk.today(), 0),
    )
