"""The report of a mock exam in plain lines."""

from __future__ import annotations

from collections.abc import Sequence

from mdquiz.cli.output import emit
from mdquiz.cli.wrapping import emit_wrapped
from mdquiz.exams.error_log import ErrorRow
from mdquiz.exams.report import Report
from mdquiz.exams.report_tables import ReportTable, given_of, key_of, report_tables
from mdquiz.exams.report_words import (
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
            emit_wrapped(line)
    for table in report_tables(report):
        _emit_table(table)
    slowest = [f"{one.number} ({minutes_text(one.spent_ms)})" for one in report.slowest]
    if slowest:
        emit()
        emit(f"Slowest questions: {', '.join(slowest)}")
    _emit_errors(report, "Error log, what to repair first at the top:", report.errors)
    _emit_errors(report, "Right by luck:", report.lucky)
    _emit_lines("Earlier attempts:", [past_line(past) for past in report.earlier])
    _emit_lines("Corrected since:", [correction_line(report, one) for one in report.corrections])


def _emit_table(table: ReportTable) -> None:
    """Print a table whose first column is words, the others numbers."""
    emit()
    heads = (table.heads[0].capitalize(), *table.heads[1:])
    lines = [heads, *table.rows]
    widths = [max(cell_width(line[at]) for line in lines) for at in range(len(heads))]
    for line in lines:
        cells = [padded(line[0], widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True)]
        emit("  ".join(cells).rstrip())


def _emit_errors(report: Report, title: str, rows: Sequence[ErrorRow]) -> None:
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
        emit_wrapped(f"  {row.number}. {prompt}")
        answered = report.attempt.reply(row.number).response is not None
        given = f"given: {given_of(report, row)}" if answered else row.given or "nothing marked"
        remark = f" ({row.remark})" if row.remark and answered else ""
        emit_wrapped(f"     {given}{remark}; key: {key_of(report, row)}")


def _emit_lines(title: str, lines: Sequence[str]) -> None:
    if lines:
        emit()
        emit(title)
        for line in lines:
            emit_wrapped(f"  {line}")
