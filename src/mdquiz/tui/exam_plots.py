"""The report's plots, each with the figures it is drawn from."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from mdquiz.exams.amounts import amount_text, decimal_text, percent_text
from mdquiz.exams.confidence import Bucket
from mdquiz.exams.marking import Marked, Tally
from mdquiz.exams.report import Past, Report, TableRow, past_of
from mdquiz.exams.report_words import accuracy_text, minutes_text
from mdquiz.tui.exam_wording import LUCKY_LOOK, RESULT_LOOKS
from mdquiz.tui.literal import literal_line
from mdquiz.tui.widgets.plot import Piece

Line = list[Piece]

EIGHTHS = " ▁▂▃▄▅▆▇█"
TIME_ROWS = 4
"""Lines of the plot of time per question: eight steps each."""
LONGEST_BAR = 40
NARROW, WIDE = 50, 70
"""Columns below which figures are few, and from which all are shown."""

SHORT = {Bucket.THIRD: "1 of 3"}


def score_lines(report: Report, width: int) -> list[Line]:
    """One bar an attempt at this exam, oldest first, this one last."""
    rows: Sequence[Past] = (*report.earlier, past_of(report.name, report.attempt)[0])
    digits = max(len(past.name) for past in rows)
    scores = [f"{decimal_text(past.score)} of {amount_text(past.maximum)}" for past in rows]
    if width < NARROW:
        scores = [""] * len(rows)
    widest = max(map(len, scores))
    bar = min(max(width - digits - widest - 13, 6), LONGEST_BAR)
    lines = []
    for past, score in zip(rows, scores, strict=True):
        now = past.name == report.name
        filled = max(0, min(bar, round(past.share * bar)))
        lines.append(
            [
                (f"{'▸' if now else ' '} {past.name:>{digits}} ", "bold" if now else ""),
                ("━" * filled, "$primary" if now else "$secondary"),
                ("─" * (bar - filled), "$primary-muted"),
                (f" {percent_text(past.share):>7}", "bold" if now else ""),
                (f"  {score}", "$foreground-muted"),
            ]
        )
    return lines


def confidence_lines(report: Report, width: int) -> list[Line]:
    """For every bucket: right against wrong as a bar, and what it earned."""
    rows = report.buckets
    if not rows:
        return []
    wide, narrow = width >= WIDE, width < NARROW
    words = {row.bucket: SHORT.get(row.bucket, row.bucket.words) for row in rows}
    if not narrow:
        words = {row.bucket: row.bucket.words for row in rows}
    names = max(map(len, words.values()))
    most = max(row.tally.attempted for row in rows)
    head = "   ✓   ✗  marks" if narrow else " right wrong   marks"
    if wide:
        head += "   accuracy   if left"
    bar = max(min(width - names - 2 - len(head), LONGEST_BAR), 5)
    lines: list[Line] = [[(" " * (names + 2 + bar) + head, "$foreground-muted")]]
    for row in rows:
        tally = row.tally
        length = max(round(Fraction(bar * tally.attempted, most)), 1)
        right = round(Fraction(length * tally.right, tally.attempted))
        right = min(max(right, int(tally.right > 0)), length - int(tally.wrong > 0 and length > 1))
        marks = decimal_text(tally.score)
        figures = f" {tally.right:>5} {tally.wrong:>5} {marks:>7}"
        if narrow:
            figures = f" {tally.right:>3} {tally.wrong:>3} {marks:>6}"
        line: Line = [
            (f" {words[row.bucket]:<{names}} ", ""),
            ("█" * right, "$text-success"),
            ("░" * (length - right), "$text-error"),
            (" " * (bar - length), ""),
            (figures, ""),
        ]
        if wide:
            line.append((f"   {accuracy_text(tally):>8} {decimal_text(row.if_left):>9}", ""))
        lines.append(line)
    lines.append(
        [(" " * (names + 2), ""), ("█ right ", "$text-success"), ("░ wrong", "$text-error")]
    )
    return lines


def time_lines(report: Report, width: int) -> list[Line]:
    """One column a question, as high as the time it took, a sign below for what it counted as."""
    items = report.score.items
    longest = max((one.spent_ms for one in items), default=0)
    if longest < 1000:
        return []
    scale = minutes_text(longest)
    margin = len(scale) + 2
    per_line = max(width - margin, 10)
    step = 2 if 2 * len(items) <= per_line else 1
    lines: list[Line] = []
    for first in range(0, len(items), per_line // step):
        lines += _time_band(items[first : first + per_line // step], longest, scale, step)
    return lines


def _time_band(items: Sequence[Marked], longest: int, scale: str, step: int) -> list[Line]:
    margin = len(scale) + 2
    pad = " " * (step - 1)
    lines: list[Line] = []
    for row in reversed(range(TIME_ROWS)):
        label = f" {scale} " if row == TIME_ROWS - 1 else " " * margin
        line: Line = [(label, "$foreground-muted")]
        for one in items:
            height = -(-one.spent_ms * 8 * TIME_ROWS // longest)
            eighth = min(max(height - 8 * row, 0), 8)
            line.append((EIGHTHS[eighth] + pad, _look(one)[1]))
        lines.append(line)
    signs: Line = [(" " * margin, "")]
    signs += [(_look(one)[0] + pad, _look(one)[1]) for one in items]
    numbers = [" "] * (len(items) * step)
    for at, one in enumerate(items):
        text = str(one.number)
        place = slice(at * step, at * step + len(text))
        if (at == 0 or one.number % 10 == 0) and numbers[place] == [" "] * len(text):
            numbers[place] = text
    lines += [signs, [(" " * margin + "".join(numbers).rstrip(), "$foreground-muted")]]
    return lines


def _look(one: Marked) -> Piece:
    return LUCKY_LOOK if one.lucky else RESULT_LOOKS[one.result]


def tally_lines(title: str, rows: Sequence[TableRow], width: int) -> list[Line]:
    """A table of questions by topic, format or section; names last, for they are deck text."""
    if not rows:
        return []
    wide, narrow = width >= WIDE, width < NARROW
    head = "   ✓    ✗    · accuracy" if narrow else " right wrong  left  accuracy"
    if wide:
        head += "    marks       of     time"
    lines: list[Line] = [[(f"{head}   {title}", "$foreground-muted")]]
    for row in rows:
        figures = _figures(row.tally, wide=wide, narrow=narrow)
        name = literal_line(row.name, width - len(figures) - 3)
        lines.append([(figures, ""), ("   ", ""), (name, "bold")])
    return lines


def _figures(tally: Tally, *, wide: bool, narrow: bool) -> str:
    left = tally.blank + tally.not_attempted
    if narrow:
        return f"{tally.right:>4} {tally.wrong:>4} {left:>4} {accuracy_text(tally):>8}"
    text = f" {tally.right:>5} {tally.wrong:>5} {left:>5} {accuracy_text(tally):>9}"
    if wide:
        text += f" {decimal_text(tally.score):>8} {decimal_text(tally.maximum):>8}"
        text += f" {minutes_text(tally.spent_ms):>8}"
    return text
