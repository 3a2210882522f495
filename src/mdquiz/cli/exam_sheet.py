"""What an exam in plain lines prints: the paper's rules, a question, how all questions stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from mdquiz.cli.output import emit
from mdquiz.cli.wrapping import emit_wrapped, narrate_wrapped
from mdquiz.decks.asked import Form
from mdquiz.exams.amounts import amount_text
from mdquiz.exams.attempt import Attempt, Reply
from mdquiz.exams.hand_in import (
    answered_count,
    blank_numbers,
    blank_warnings,
    blanks_rule,
    whole_left_ms,
)
from mdquiz.exams.item_words import given_text
from mdquiz.exams.report_words import minutes_text
from mdquiz.study.lines import question_lines

if TYPE_CHECKING:
    from mdquiz.exams.paper import Paper
    from mdquiz.study.exam import Exam

NONE_KEY = ":none"


def emit_paper(paper: Paper) -> None:
    """Print what the candidate should know before the first question."""
    size = f"{len(paper.items)} questions, {amount_text(paper.total)} marks"
    emit_wrapped(paper.title)
    emit(f"{size}, {minutes_text(paper.seconds * 1000)}; seed {paper.seed}.")
    worths = dict.fromkeys((item.worth.marks, item.worth.penalty) for item in paper.items)
    marking = "; ".join(
        f"right +{amount_text(right)}, wrong {f'-{amount_text(wrong)}' if wrong else '0'}"
        for right, wrong in worths
    )
    emit_wrapped(f"{marking}.")
    if rule := blanks_rule(paper):
        emit_wrapped(rule)
    if paper.scheme.not_attempted_option:
        emit_wrapped(f"{NONE_KEY} marks the option “not attempted”, which costs nothing.")
    for part in paper.sections:
        if part.name:
            time = f", {minutes_text(part.seconds * 1000)}" if part.seconds else ""
            lock = ", locked" if part.locked else ""
            emit(f"  {part.name}: {part.numbers[0]} to {part.numbers[-1]}{time}{lock}")
    for note in paper.notes:
        narrate_wrapped(note)


def emit_question(exam: Exam) -> None:
    """Print the open question with what stands of its answer."""
    section = exam.attempt.open_section
    where = f" · {section.name}" if section.name else ""
    emit()
    emit_wrapped(
        f"--- Question {exam.current} of {len(exam.paper.items)}{where} · {left_text(exam)} · "
        f"{state_text(exam.reply)}"
    )
    for line in question_lines(exam.asked):
        emit_wrapped(line.text)
    if exam.asked.form is Form.SEVERAL and not exam.asked.closing:
        emit("(More than one may be right: mark all that are.)")
    if exam.reply.answered:
        sure = f", {exam.reply.bucket.words}" if exam.reply.bucket.value else ""
        emit_wrapped(f"Your answer: {given_text(exam.asked, exam.reply)}{sure}")


def state_text(reply: Reply) -> str:
    """The state in the palette; "not attempted" is no answer."""
    if reply.declined:
        return "not attempted, marked for review" if reply.marked else "not attempted"
    return reply.palette.value


def left_text(exam: Exam) -> str:
    """`12:00 left`; of a locked section, with what is left of the paper at most."""
    left = minutes_text(exam.left_ms())
    if not exam.paper.locked:
        return f"{left} left"
    whole = whole_left_ms(exam.attempt, exam.left_ms())
    return f"{left} left in this section, {minutes_text(whole)} of the paper"


def emit_palette(attempt: Attempt, numbers: Iterable[int] | None = None) -> None:
    """Print how many questions stand in each state, and which; None: of the whole paper."""
    wanted = list(numbers if numbers is not None else range(1, len(attempt.replies) + 1))
    states: dict[str, list[int]] = {state.value: [] for state in attempt.palette()}
    for number in wanted:
        states.setdefault(state_text(attempt.reply(number)), []).append(number)
    for state, mine in states.items():
        emit_wrapped(f"{len(mine):>4} {state}: {ranges_text(mine)}".rstrip(" :"))
    if attempt.paper.locked and numbers is None:
        words = ("closed", "open", "locked")
        for position, section in enumerate(attempt.paper.sections):
            at = (position > attempt.section) - (position < attempt.section)
            emit_wrapped(f"     {words[at + 1]}: {section.name}, {ranges_text(section.numbers)}")


def emit_hand_in(attempt: Attempt) -> None:
    """Print how the paper stands and what its blanks would do."""
    emit_palette(attempt)
    for line in blank_warnings(attempt, NONE_KEY):
        emit_wrapped(line)


def section_counts(attempt: Attempt) -> str:
    """How the open section stands: `3 answered, 22 blank, 20 of them never opened`."""
    numbers = attempt.open_section.numbers
    blank = blank_numbers(attempt, numbers)
    unseen = sum(not attempt.reply(number).visited for number in blank)
    words = f"{answered_count(attempt, numbers)} answered, {len(blank)} blank"
    return f"{words}, {unseen} of them never opened" if unseen else words


def ranges_text(numbers: Iterable[int]) -> str:
    """`1-3, 7`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)
