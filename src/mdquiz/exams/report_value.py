"""The report as plain JSON values, for scripts and spreadsheets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from fractions import Fraction
from typing import Any

from mdquiz.exams.amounts import decimal_text
from mdquiz.exams.error_log import ErrorRow
from mdquiz.exams.marking import Tally
from mdquiz.exams.report import Report, TableRow
from mdquiz.exams.report_words import correction_line


def report_value(report: Report, started: str | None = None) -> dict[str, Any]:
    """`report` as a JSON value. Marks stand both exact ("253/3") and rounded to two decimals.

    Args:
        report: The report.
        started: When the attempt was begun, ISO 8601 with the learner's zone; None leaves it out.
    """
    paper, attempt, score = report.paper, report.attempt, report.score
    submitted = attempt.submitted
    return {
        "attempt": _number(report.name),
        "preset": paper.preset,
        "title": paper.title,
        "seed": paper.seed,
        "origin": paper.origin and asdict(paper.origin),
        **({} if started is None else {"started": started}),
        "started_ms": attempt.started_ms,
        "submitted_ms": submitted.at_ms if submitted else None,
        "submit_reason": submitted.reason if submitted else None,
        "seconds_allowed": paper.seconds,
        "seconds_taken": report.taken_ms // 1000,
        "resumed": attempt.resumed,
        "clock_set_back_ms": [note.amount_ms for note in attempt.clock_notes if note.amount_ms > 0],
        "score": _tally(score.total),
        "known": report.known,
        "blank_ratio": str(score.blank_ratio),
        "disqualified": score.disqualified,
        "qualified": score.qualified,
        "sections": _rows(report.sections),
        "topics": _rows(report.topics),
        "formats": _rows(report.formats),
        "difficulties": _rows(report.difficulties),
        "confidence": [
            {"name": row.bucket.words} | _tally(row.tally) | {"total_if_left": _amount(row.if_left)}
            for row in report.buckets
        ],
        "what_if": report.left
        and {"left": report.left.bucket.words, "total": _amount(report.left.if_left)},
        "break_even": [
            {
                "marks": _amount(one.worth.marks),
                "penalty": _amount(one.worth.penalty),
                "questions": one.questions,
                "chance": _amount(one.chance),
                "guess_worth": [
                    {"open_options": row.open_options, "marks": _amount(row.marks)}
                    for row in one.guesses
                ],
            }
            for one in report.break_evens
        ],
        "questions": [
            {
                "number": one.number,
                "card": str(paper.item(one.number).card),
                "result": one.result.value,
                "score": _amount(one.score),
                "maximum": _amount(one.maximum),
                "confidence": one.bucket.words,
                "seconds": one.spent_ms / 1000,
                "remark": one.remark,
            }
            for one in score.items
        ],
        "errors": [_error(row) for row in report.errors],
        "lucky": [_error(row) for row in report.lucky],
        "corrections": [correction_line(report, one) for one in report.corrections],
        "notes": list(paper.notes),
        "earlier": [
            {
                "attempt": _number(past.name),
                "started_ms": past.started_ms,
                "score": _amount(past.score),
                "maximum": _amount(past.maximum),
            }
            for past in report.earlier
        ],
    }


def _number(name: str) -> int | str:
    return int(name) if name.isdecimal() else name


def _amount(value: Fraction) -> dict[str, str]:
    return {"exact": str(value), "decimal": decimal_text(value)}


def _tally(tally: Tally) -> dict[str, Any]:
    return {
        "marks": _amount(tally.score),
        "maximum": _amount(tally.maximum),
        "questions": tally.count,
        "attempted": tally.attempted,
        "right": tally.right,
        "wrong": tally.wrong,
        "blank": tally.blank,
        "not_attempted": tally.not_attempted,
        "dropped": tally.dropped,
        "accuracy": None if tally.accuracy is None else decimal_text(tally.accuracy, 4),
        "seconds": tally.spent_ms / 1000,
    }


def _rows(rows: Iterable[TableRow]) -> list[dict[str, Any]]:
    return [{"name": row.name} | _tally(row.tally) for row in rows]


def _error(row: ErrorRow) -> dict[str, Any]:
    return {
        "number": row.number,
        "card": str(row.card),
        "cause": row.cause.value if row.cause else "luck",
        "prompt": row.prompt,
        "given": row.given,
        "answer": row.answer,
        "remark": row.remark,
        "explanation": row.explanation,
    }
