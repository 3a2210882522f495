"""The report of an attempt: the score, where it came from, and what to do next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from mdquiz.decks.card import CardId
from mdquiz.exams.attempt import Attempt
from mdquiz.exams.buckets import BreakEven, BucketRow, break_evens, bucket_rows, what_if
from mdquiz.exams.draw_table import main_topic
from mdquiz.exams.error_log import ErrorRow, error_log, lucky_rows
from mdquiz.exams.marking import Marked, Score, Tally, mark, tally
from mdquiz.exams.paper import Item, Paper
from mdquiz.exams.rescore import Correction, corrected


@dataclass(frozen=True, slots=True)
class TableRow:
    """The questions of one topic, format, difficulty or section."""

    name: str
    tally: Tally


@dataclass(frozen=True, slots=True)
class Past:
    """An earlier attempt, to compare with.

    Attributes:
        name: What it is called on the command line.
        started_ms: When it was begun, milliseconds since 1970 UTC.
        preset: Its preset.
        title: Its exam.
        score: What it earned.
        maximum: The most it could earn.
        accuracy: Right answers as a share of those attempted; None where none was.
    """

    name: str
    started_ms: int
    preset: str
    title: str
    score: Fraction
    maximum: Fraction
    accuracy: Fraction | None

    @property
    def share(self) -> Fraction:
        """The score as a share of the maximum; it can be below 0."""
        return self.score / self.maximum if self.maximum else Fraction(0)


@dataclass(frozen=True, slots=True)
class Report:
    """An attempt in numbers.

    Attributes:
        name: What the attempt is called on the command line.
        attempt: The attempt itself, its keys as corrected.
        score: The marking.
        sections: One a section; empty for an undivided paper.
        topics: By main topic, the least accurate first.
        formats: By format.
        difficulties: By difficulty, where decks state one.
        buckets: What each degree of confidence earned.
        left: The bucket the what-if line is about; None where there is none.
        break_evens: From which chance on answering beats leaving, and what a guess is worth, for
            each worth that questions with options have.
        errors: Wrong and left questions by cause.
        lucky: Right answers that were guesses.
        slowest: The questions that took longest, at most five, each a second at least.
        corrections: What was corrected since.
        earlier: Earlier attempts at the same preset, oldest first.
    """

    name: str
    attempt: Attempt
    score: Score
    sections: tuple[TableRow, ...]
    topics: tuple[TableRow, ...]
    formats: tuple[TableRow, ...]
    difficulties: tuple[TableRow, ...]
    buckets: tuple[BucketRow, ...]
    left: BucketRow | None
    break_evens: tuple[BreakEven, ...]
    errors: tuple[ErrorRow, ...]
    lucky: tuple[ErrorRow, ...]
    slowest: tuple[Marked, ...]
    corrections: tuple[Correction, ...] = ()
    earlier: tuple[Past, ...] = ()

    @property
    def paper(self) -> Paper:
        """The paper that was taken, its keys as corrected."""
        return self.attempt.paper

    @property
    def known(self) -> int:
        """Right answers that were not luck."""
        return self.score.total.right - len(self.lucky)

    @property
    def taken_ms(self) -> int:
        """From the beginning to handing in, or to the last event while it runs."""
        submitted = self.attempt.submitted
        return (submitted.at_ms if submitted else self.attempt.last_ms) - self.attempt.started_ms

    @property
    def misses(self) -> tuple[CardId, ...]:
        """What to drill: wrong answers, the most urgent first, lucky ones, then what was left."""
        items = self.score.items
        wrong = [row.card for row in self.errors if items[row.number - 1].answered]
        left = [row.card for row in self.errors if not items[row.number - 1].answered]
        return tuple(dict.fromkeys([*wrong, *(row.card for row in self.lucky), *left]))


def report(
    name: str,
    attempt: Attempt,
    corrections: Sequence[Correction] = (),
    earlier: Sequence[Past] = (),
) -> Report:
    """The report of an attempt, whether handed in or still running.

    Args:
        name: What the attempt is called.
        attempt: The attempt, with the paper as it was stored.
        corrections: Keys corrected since, oldest first.
        earlier: Other attempts; those at the same preset that began before are compared with.
    """
    paper = corrected(attempt.paper, corrections)
    attempt = replace(attempt, paper=paper)
    score = mark(paper, attempt.replies)
    buckets = bucket_rows(paper, score.items, score.total.score)
    timed = sorted(score.items, key=lambda one: (-one.spent_ms, one.number))
    topics = _table(paper, score.items, lambda item: main_topic(item.versions[0].tags))
    return Report(
        name=name,
        attempt=attempt,
        score=score,
        sections=tuple(
            TableRow(section.name, counted)
            for section, counted in zip(paper.sections, score.sections, strict=True)
            if section.name
        ),
        topics=tuple(sorted(topics, key=lambda row: (_accuracy(row), row.name))),
        formats=_table(paper, score.items, lambda item: item.format),
        difficulties=_table(paper, score.items, lambda item: item.difficulty or "not stated"),
        buckets=buckets,
        left=what_if(buckets, score.total.score),
        break_evens=break_evens(paper),
        errors=error_log(paper, attempt.replies, score.items),
        lucky=lucky_rows(paper, attempt.replies, score.items),
        slowest=tuple(one for one in timed[:5] if one.spent_ms >= 1000),
        corrections=tuple(corrections),
        earlier=tuple(
            sorted(
                (
                    past
                    for past in earlier
                    if past.preset == paper.preset and past.started_ms < attempt.started_ms
                ),
                key=lambda past: past.started_ms,
            )
        ),
    )


def past_of(
    name: str, attempt: Attempt, corrections: Sequence[Correction] = ()
) -> tuple[Past, Tally]:
    """An attempt in one line, for later ones to compare with, and what it came to."""
    paper = corrected(attempt.paper, corrections)
    total = mark(paper, attempt.replies).total
    past = Past(
        name=name,
        started_ms=attempt.started_ms,
        preset=paper.preset,
        title=paper.title,
        score=total.score,
        maximum=total.maximum,
        accuracy=total.accuracy,
    )
    return past, total


def _table(
    paper: Paper, items: Iterable[Marked], name_of: Callable[[Item], str]
) -> tuple[TableRow, ...]:
    groups: dict[str, list[Marked]] = {}
    for one in items:
        groups.setdefault(name_of(paper.item(one.number)), []).append(one)
    return tuple(TableRow(name, tally(marked)) for name, marked in sorted(groups.items()))


def _accuracy(row: TableRow) -> Fraction:
    return Fraction(2) if row.tally.accuracy is None else row.tally.accuracy
