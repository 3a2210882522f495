"""The report's sentences, worded once for the terminal, the plain text and the printed page."""

from __future__ import annotations

from fractions import Fraction

from mdquiz.decks.asked import Form
from mdquiz.exams.amounts import amount_text, decimal_text, percent_text
from mdquiz.exams.attempt import ABANDONED, BY_TIME, Attempt
from mdquiz.exams.confidence import Bucket
from mdquiz.exams.marking import Tally
from mdquiz.exams.report import Past, Report
from mdquiz.exams.rescore import Correction
from mdquiz.exams.scheme import Worth


def score_line(report: Report) -> str:
    """`84 1/3 of 200 marks (84.33, 42.2 %)`."""
    total = report.score.total
    share = f", {percent_text(total.score / total.maximum)}" if total.maximum else ""
    return (
        f"{amount_text(total.score)} of {amount_text(total.maximum)} marks "
        f"({decimal_text(total.score)}{share})"
    )


def counts_line(tally: Tally) -> str:
    """`attempted 90: 60 right, 30 wrong; 10 left; accuracy 66.7 %`."""
    words = f"attempted {tally.attempted}: {tally.right} right, {tally.wrong} wrong"
    words += f"; {tally.blank} left"
    if tally.not_attempted:
        words += f"; {tally.not_attempted} marked not attempted"
    if tally.dropped:
        words += f"; {tally.dropped} dropped"
    return f"{words}; accuracy {accuracy_text(tally)}" if tally.attempted else words


def accuracy_text(tally: Tally) -> str:
    """The accuracy as a percentage, or a dash where nothing was attempted."""
    return "-" if tally.accuracy is None else percent_text(tally.accuracy)


def verdict_lines(report: Report) -> tuple[str, ...]:
    """What the exam's own rules make of the score: disqualified, qualified, how it was closed."""
    scheme, lines = report.paper.scheme, []
    if report.score.disqualified:
        lines.append(
            f"Disqualified: {percent_text(report.score.blank_ratio)} of the questions were left "
            f"with nothing marked; more than {percent_text(scheme.max_blank_ratio or Fraction(0))} "
            "disqualifies."
        )
    if report.score.qualified is not None:
        reached = "reached" if report.score.qualified else "missed"
        percent = amount_text(scheme.qualify_percent or Fraction(0))
        lines.append(f"The qualifying {percent} % is {reached}.")
    return (*lines, closing_line(report.attempt))


def closing_line(attempt: Attempt) -> str:
    """How the attempt ended, and what the clock had to say."""
    if attempt.submitted is None:
        line = "Still running."
    elif attempt.submitted.reason == ABANDONED:
        line = "Abandoned by the candidate; later attempts are not compared with it."
    elif attempt.submitted.reason == BY_TIME:
        line = "Handed in when time was over."
    else:
        line = "Handed in by the candidate."
    if attempt.resumed:
        line += f" Opened again {attempt.resumed} time{'s' if attempt.resumed > 1 else ''}."
    behind = sum(note.amount_ms for note in attempt.clock_notes if note.amount_ms > 0)
    if behind:
        line += (
            f" The machine's clock was set back by {minutes_text(behind)}; that granted no time."
        )
    if behind and attempt.correction_ms < behind:
        line += " It was put right later; that cost none."
    return line


def left_line(report: Report) -> str:
    """`Had you left the 9 blind guesses: 84.00 -> 86.00.`; "" where nothing is to be said."""
    row = report.left
    if row is None:
        return ""
    total, count = report.score.total.score, row.tally.attempted
    if row.bucket is Bucket.BLIND:
        words = f"the {count} blind guesses" if count > 1 else "the one blind guess"
    else:
        answers = f"{count} answers" if count > 1 else "one answer"
        words = f"the {answers} you called {row.bucket.words}"
    return f"Had you left {words}: {decimal_text(total)} -> {decimal_text(row.if_left)}."


def break_even_line(report: Report) -> str:
    """From which chance on answering pays, and what guesses are worth; each worth by itself."""
    if not any(item.worth.penalty for item in report.paper.items):
        return "Wrong answers cost nothing: answer every question."
    rows = report.break_evens
    if not rows:
        return ""
    chances = {row.chance for row in rows}
    if chances == {Fraction(0)}:
        words = "A wrong answer costs no more than none: answer every question."
    elif len(chances) == 1:
        words = f"Answer from a chance of {percent_text(rows[0].chance)} of being right."
    else:
        each = ", ".join(f"{percent_text(row.chance)} ({_worth_words(row.worth)})" for row in rows)
        words = f"Answer from a chance of being right of {each}."
    guesses = "; ".join(
        (f"of {_worth_words(row.worth)} " if len(rows) > 1 else "")
        + ", ".join(f"among {one.open_options} options {_signed(one.marks)}" for one in row.guesses)
        for row in rows
    )
    return f"{words} A guess is worth on average: {guesses} marks."


def _worth_words(worth: Worth) -> str:
    """`+2 / -2/3`."""
    wrong = f"-{amount_text(worth.penalty)}" if worth.penalty else "0"
    return f"+{amount_text(worth.marks)} / {wrong}"


def known_line(report: Report) -> str:
    """How many of the right answers were known; "" where none was right."""
    lucky, right = len(report.lucky), report.score.total.right
    if not right:
        return ""
    words = f"Known: {report.known} of {right} right answers"
    return f"{words}; {lucky} by luck." if lucky else f"{words}."


def correction_line(report: Report, correction: Correction) -> str:
    """What one correction changed about a question, by itself: a later one has its own line."""
    asked = report.paper.item(correction.number).versions[0]
    options = asked.options
    if correction.dropped:
        what = "dropped"
    elif correction.right:
        right = [f"({chr(ord('a') + at)}) {options[at].text}" for at in correction.right]
        both = " and " if asked.form is Form.SEVERAL else " or "
        what = f"key set to {both.join(right)}"
    elif correction.typed:
        what = f"key set to {' / '.join(key.answer for key in correction.typed)}"
    else:
        what = "it counts"
    reason = f" ({correction.reason})" if correction.reason else ""
    return f"Question {correction.number}: {what}{reason}."


def past_line(past: Past) -> str:
    """An earlier attempt in one line."""
    accuracy = "" if past.accuracy is None else f", accuracy {percent_text(past.accuracy)}"
    return (
        f"{past.name}: {decimal_text(past.score)} of {amount_text(past.maximum)} "
        f"({percent_text(past.share)}{accuracy})"
    )


def change_line(report: Report) -> str:
    """The score against the attempt before; "" where there is none."""
    total = report.score.total
    if not report.earlier or not total.maximum:
        return ""
    before = report.earlier[-1]
    change = total.score / total.maximum - before.share
    return f"Against attempt {before.name}: {_signed(change * 100, 1)} percentage points."


def minutes_text(milliseconds: int) -> str:
    """`1:05` (minutes and seconds), `2:00:00` from an hour on."""
    seconds = round(milliseconds / 1000)
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def _signed(value: Fraction, places: int = 2) -> str:
    text = decimal_text(value, places)
    return text if text.startswith("-") or not value else f"+{text}"
