"""`mdquiz exam review`: every question of a marked paper in lines, with its key and source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from mdquiz.cli.context import open_desk

if TYPE_CHECKING:
    from mdquiz.exams.marking import Marked
    from mdquiz.exams.report import Report

ONLY = ("all", "wrong", "left", "lucky")


@click.command()
@click.argument("attempt", type=int, required=False)
@click.option("--only", type=click.Choice(ONLY), default="all", help="Which questions.")
@click.option("--question", "number", type=int, help="This question alone.")
def review(attempt: int | None, only: str, number: int | None) -> None:
    """Go through the questions of ATTEMPT, or of the latest.

    Each with its options, what was given, the key, the explanation and the source passage.
    """
    from mdquiz.cli.output import emit, narrate
    from mdquiz.errors import UsageError
    from mdquiz.study import attempts

    with open_desk(read_only=True) as desk:
        made = attempts.report_of(
            desk, attempt if attempt is not None else attempts.latest_number(desk)
        )
    count = len(made.score.items)
    if number is not None and not 1 <= number <= count:
        raise UsageError(f"There is no question {number}: the paper has {count}.")
    shown = [one for one in made.score.items if _wanted(one, only) and number in (None, one.number)]
    for one in shown:
        emit_item(made, one)
        emit()
    if not shown:
        narrate(f"No question of attempt {made.name} is of that kind.")


def _wanted(one: Marked, only: str) -> bool:
    from mdquiz.exams.marking import Result

    match only:
        case "wrong":
            return one.result is Result.WRONG
        case "left":
            return one.result in (Result.BLANK, Result.NOT_ATTEMPTED)
        case "lucky":
            return one.lucky
        case _:
            return True


def emit_item(report: Report, one: Marked) -> None:
    """Print one question as it was asked and marked."""
    from mdquiz.cli.output import emit
    from mdquiz.cli.wrapping import emit_wrapped
    from mdquiz.exams.amounts import amount_text
    from mdquiz.exams.item_words import given_text, key_text
    from mdquiz.exams.report_words import correction_line, minutes_text
    from mdquiz.study.lines import question_lines, source_text

    reply = report.attempt.reply(one.number)
    asked = report.paper.item(one.number).asked(reply.language)
    facts = [f"{'+' if one.score > 0 else ''}{amount_text(one.score)}"]
    if one.answered and one.bucket.value:
        facts.append(one.bucket.words)
    facts.append(minutes_text(one.spent_ms))
    result = "right by luck" if one.lucky else one.result.value
    emit(f"--- Question {one.number} of {len(report.score.items)} · {result} · {' · '.join(facts)}")
    for line in question_lines(asked):
        emit_wrapped(line.text)
    emit()
    emit_wrapped(f"Given: {given_text(asked, reply) or 'nothing marked'}")
    emit_wrapped(f"Key: {key_text(asked)}")
    if one.remark:
        emit_wrapped(f"{one.remark[:1].upper()}{one.remark[1:]}.")
    for correction in report.corrections:
        if correction.number == one.number:
            emit_wrapped(correction_line(report, correction))
    if asked.explanation:
        emit_wrapped(asked.explanation)
    for text in source_text(asked):
        emit_wrapped(text)
    for source in asked.sources:
        if source.quote.strip():
            emit_wrapped(f"> {source.quote.strip()}")
