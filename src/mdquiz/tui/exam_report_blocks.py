"""The report's words as blocks: the score, the error log, the remarks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mdquiz.exams.error_log import Cause, ErrorRow
from mdquiz.exams.report import Report
from mdquiz.exams.report_tables import given_of, key_of
from mdquiz.exams.report_words import (
    break_even_line,
    change_line,
    correction_line,
    counts_line,
    known_line,
    left_line,
    minutes_text,
    score_line,
    verdict_lines,
)
from mdquiz.tui.widgets.prose import Block
from mdquiz.tui.wrap import shortened

LONGEST_PROMPT = 110
"""Characters of a question in the error log; the review shows all of it."""

_CAUSES = {
    Cause.MISCONCEPTION: ("✗ Sure and wrong: you believe what is not so", "$text-error"),
    Cause.LOST_EVEN: ("✗ Lost 50-50s", "$text-error"),
    Cause.SLIP: ("✗ Slips", "$text-warning"),
    Cause.GAP: ("· Gaps: left, or not known", "$foreground-muted"),
}


def score_blocks(report: Report) -> Iterator[Block]:
    """The score in words, beside its figure."""
    score = report.score
    good = score.qualified is not False and not score.disqualified
    yield Block(score_line(report), "bold" if good else "bold $text-error")
    yield Block(_sentence(counts_line(score.total)), "$foreground-muted")
    if known := known_line(report):
        yield Block(known, "$foreground-muted")


def rule_blocks(report: Report) -> Iterator[Block]:
    """What the exam's rules make of it, the time, the change, and what leaving would have given."""
    for line in verdict_lines(report):
        bad = line.startswith("Disqualified") or "missed" in line
        yield Block(line, "bold $text-error" if bad else "")
    used = minutes_text(report.taken_ms)
    yield Block(
        f"{used} of {minutes_text(report.paper.seconds * 1000)} used; seed {report.paper.seed}."
    )
    if change := change_line(report):
        yield Block(change)
    if left := left_line(report):
        yield Block(left, "bold $text-accent")


def break_even_blocks(report: Report) -> Iterator[Block]:
    """From which chance on answering pays."""
    yield Block(break_even_line(report), "$foreground-muted")


def slowest_blocks(report: Report) -> Iterator[Block]:
    """The questions that took longest: the figures of the plot above."""
    slowest = ", ".join(f"{one.number} ({minutes_text(one.spent_ms)})" for one in report.slowest)
    if slowest:
        items = report.score.items
        mean = sum(one.spent_ms for one in items) // len(items)
        yield Block(f"On average {minutes_text(mean)}; longest: {slowest}.", "$foreground-muted")


def error_blocks(report: Report) -> Iterator[Block]:
    """Wrong and left questions by cause."""
    for cause, (title, style) in _CAUSES.items():
        rows = [row for row in report.errors if row.cause is cause]
        answered = [row for row in rows if row.given and row.given != "not attempted"]
        left = [row for row in rows if row not in answered]
        if rows:
            yield Block(f"{title} ({len(rows)})", f"bold {style}", gap=1)
        yield from _row_blocks(report, answered, style)
        if left:
            numbers = ", ".join(str(row.number) for row in left)
            yield Block(numbers, lead="  left: ", lead_style="$foreground-muted")


def lucky_blocks(report: Report) -> Iterator[Block]:
    """Right answers that were guesses."""
    if report.lucky:
        title = f"≈ Right by luck: counts as not known ({len(report.lucky)})"
        yield Block(title, "bold $text-warning")
        yield from _row_blocks(report, report.lucky, "$text-warning")


def note_blocks(report: Report) -> Iterator[Block]:
    """What was corrected since, and what the learner should know of the paper."""
    for one in report.corrections:
        yield Block(correction_line(report, one), "$text-warning")
    for note in report.paper.notes:
        yield Block(note, "$foreground-muted")


def _row_blocks(report: Report, rows: Sequence[ErrorRow], style: str) -> Iterator[Block]:
    for row in rows:
        lead = f"  {row.number:>3}  "
        hang = " " * len(lead)
        prompt = shortened(row.prompt, LONGEST_PROMPT)
        yield Block(prompt, lead=lead, lead_style="$accent")
        if row.remark:
            yield Block(row.remark, "$foreground-muted italic", lead=hang)
        if row.cause is not None:
            yield Block(given_of(report, row), style, lead=f"{hang}✗ ", lead_style=style)
        yield Block(
            key_of(report, row), "$text-success", lead=f"{hang}✓ ", lead_style="$text-success"
        )


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:] + "."
