"""The tables of a report: which there are, their heads and their cells, for text and for print."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mdquiz.exams.amounts import decimal_text
from mdquiz.exams.error_log import ErrorRow
from mdquiz.exams.item_words import given_text, key_text
from mdquiz.exams.marking import Tally
from mdquiz.exams.report import Report, TableRow
from mdquiz.exams.report_words import accuracy_text, minutes_text

COUNTS = ("right", "wrong", "left", "accuracy", "marks", "of", "time")


@dataclass(frozen=True, slots=True)
class ReportTable:
    """A table whose first column is words and the others figures.

    Attributes:
        title: What it is about, as a heading.
        heads: One a column.
        rows: As many cells each as there are heads.
    """

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def report_tables(report: Report) -> Iterable[ReportTable]:
    """All tables that have rows, in their order."""
    tables = (
        _tallies("Sections", "section", report.sections),
        ReportTable(
            "By confidence",
            ("confidence", *COUNTS, "total if left"),
            tuple(
                (row.bucket.words, *_cells(row.tally), decimal_text(row.if_left))
                for row in report.buckets
            ),
        ),
        _tallies("By topic", "topic", report.topics),
        _tallies("By format", "format", report.formats),
        _tallies("By difficulty", "difficulty", report.difficulties),
    )
    return (table for table in tables if table.rows)


def given_of(report: Report, row: ErrorRow) -> str:
    """What was given to a question of the error log, with the letter of its option."""
    reply = report.attempt.reply(row.number)
    return given_text(report.paper.item(row.number).asked(reply.language), reply)


def key_of(report: Report, row: ErrorRow) -> str:
    """The key of a question of the error log, with the letter of its option."""
    reply = report.attempt.reply(row.number)
    return key_text(report.paper.item(row.number).asked(reply.language))


def _tallies(title: str, head: str, rows: Sequence[TableRow]) -> ReportTable:
    lines = tuple((row.name, *_cells(row.tally)) for row in rows)
    return ReportTable(title, (head, *COUNTS), lines)


def _cells(tally: Tally) -> tuple[str, ...]:
    return (
        str(tally.right),
        str(tally.wrong),
        str(tally.blank + tally.not_attempted),
        accuracy_text(tally),
        decimal_text(tally.score),
        decimal_text(tally.maximum),
        minutes_text(tally.spent_ms),
    )
