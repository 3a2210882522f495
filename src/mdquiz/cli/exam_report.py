"""The report of a mock exam in plain lines."""

from __future__ import annotations

from collections.abc import Sequence

from mdquiz.cli.output import emit
from mdquiz.exams.amounts import decimal_text
from mdquiz.exams.error_log import ErrorRow
from mdquiz.exams.marking import Tally
from mdquiz.exams.report import Report, TableRow
from mdquiz.exams.report_words import (
    accuracy_text,
    break_even_line,
    change_line,
    correction_line,
    counts_line,
    known_line,
    left_line,
    minutes_text,
    past_line,
    score_line,
    verdict_lines,
)
from mdquiz.text import cell_width, padded

LONGEST_PROMPT = 90
"""Characters of a question in the error log; `--format html` prints all of it."""


def emit_report(report: Report, started: str) -> None:
    """Print the report of an attempt that began at `started`."""
    paper = report.paper
    emit(f"Attempt {report.name} · {paper.title} · {started}")
    emit(f"Score: {score_line(report)}")
    used = f"{minutes_text(report.taken_ms)} of {minutes_text(paper.seconds * 1000)}"
    summary = [
        counts_line(report.score.total),
        known_line(report),
        *verdict_lines(report),
        f"{used} used; seed {paper.seed}.",
        left_line(report),
        break_even_line(report),
        change_line(report),
        *paper.notes,
    ]
    for line in summary:
        if line:
            emit(line)
    _emit_tallies("Section", report.sections)
    _emit_confidence(report)
    _emit_tallies("Topic", report.topics)
    _emit_tallies("Format", report.formats)
    _emit_tallies("Difficulty", report.difficulties)
    slowest = [f"{one.number} ({minutes_text(one.spent_ms)})" for one in report.slowest]
    if slowest:
        emit()
        emit(f"Slowest questions: {', '.join(slowest)}")
    _emit_errors("Error log, what to repair first at the top:", report.errors)
    _emit_errors("Right by luck:", report.lucky)
    _emit_lines("Earlier attempts:", [past_line(past) for past in report.earlier])
    _emit_lines("Corrected since:", [correction_line(report, one) for one in report.corrections])


def _emit_tallies(title: str, rows: Sequence[TableRow]) -> None:
    if rows:
        _emit_table([title, *HEADS], [[row.name, *_cells(row.tally)] for row in rows])


def _emit_confidence(report: Report) -> None:
    rows = [
        [row.bucket.words, *_cells(row.tally), decimal_text(row.if_left)] for row in report.buckets
    ]
    if rows:
        _emit_table(["Confidence", *HEADS, "if left"], rows)


HEADS = ("right", "wrong", "left", "accuracy", "marks", "of", "time")


def _cells(tally: Tally) -> list[str]:
    return [
        str(tally.right),
        str(tally.wrong),
        str(tally.blank + tally.not_attempted),
        accuracy_text(tally),
        decimal_text(tally.score),
        decimal_text(tally.maximum),
        minutes_text(tally.spent_ms),
    ]


def _emit_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table whose first column is words, the others numbers."""
    emit()
    lines = [heads, *rows]
    widths = [max(cell_width(line[at]) for line in lines) for at in range(len(heads))]
    for line in lines:
        cells = [padded(line[0], widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True)]
        emit("  ".join(cells).rstrip())


def _emit_errors(title: str, rows: Sequence[ErrorRow]) -> None:
    if not rows:
        return
    emit()
    emit(title)
    cause = None
    for row in rows:
        if row.cause is not cause:
            cause = row.cause
            emit(f" {cause.value if cause else ''}")
        prompt = row.prompt
        if len(prompt) > LONGEST_PROMPT:
            prompt = f"{prompt[: LONGEST_PROMPT - 1].rstrip()}…"
        emit(f"  {row.number}. {prompt}")
        given = f"given: {row.given}" if row.given else "nothing marked"
        remark = f" ({row.remark})" if row.remark and row.given else ""
        emit(f"     {given}{remark}; key: {row.answer}")


def _emit_lines(title: str, lines: Sequence[str]) -> None:
    if lines:
        emit()
        emit(title)
        for line in lines:
            emit(f"  {line}")
