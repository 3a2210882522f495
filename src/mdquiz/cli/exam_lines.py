"""Taking a mock exam in plain lines: all of it, for screen readers, simple terminals and pipes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from mdquiz.cli.output import emit, narrate
from mdquiz.cli.timed_lines import TimedLines
from mdquiz.decks.asked import Form
from mdquiz.errors import UsageError
from mdquiz.exams.amounts import amount_text
from mdquiz.exams.confidence import Bucket
from mdquiz.exams.error_log import given_words
from mdquiz.exams.report_words import minutes_text
from mdquiz.study.lines import question_lines
from mdquiz.study.plain_answers import parse_response

if TYPE_CHECKING:
    from mdquiz.exams.paper import Paper
    from mdquiz.study.exam import Exam

HELP = """\
Answer with an option's letter or number ("b", "2"), several ("a c"), or the number asked for.
End with ! when you are sure, ? for 50-50, ?? for one of three, ??? for a blind guess: "b ?".
An answer is saved at once and the next question opens. An empty line goes on without an answer.
:12  open question 12                 :next :prev  one on, one back
:mark  for review, or take it off     :clear  take the answer back
:sure :half :third :blind  how sure   :none  mark "not attempted", where the exam has it
:language  the other language         :palette  how every question stands
:time  what is left                   :section  close this section (locked sections only)
:submit  hand in (twice)              :quit  leave; the clock runs on, `mdquiz exam resume`
:help  this"""

ENDINGS = (("???", Bucket.BLIND), ("??", Bucket.THIRD), ("?", Bucket.HALF), ("!", Bucket.SURE))
CONFIDENCES = {
    "sure": Bucket.SURE,
    "half": Bucket.HALF,
    "third": Bucket.THIRD,
    "blind": Bucket.BLIND,
}
LONGEST_WAIT = 1.0
"""Seconds after which the clock is looked at again."""


class _ExamLeftError(Exception):
    """The candidate leaves; the clock runs on."""


def take_in_lines(exam: Exam) -> bool:
    """Take `exam`, reading from stdin until it is handed in or left; whether it was handed in."""
    lines = TimedLines()
    emit_paper(exam.paper)
    goes = "goes on" if exam.attempt.resumed else "has begun"
    narrate(f"Attempt {exam.number} {goes}; {_left(exam)} left. :help lists what you can type.")
    shown: tuple[int, str] | None = None
    sure_to_submit = False
    try:
        while not exam.over:
            if shown != (exam.current, exam.asked.language):
                _emit_question(exam)
                shown = (exam.current, exam.asked.language)
            line = _next_line(exam, lines)
            if line is None:
                continue
            submitting = line.strip().lower() == ":submit"
            if submitting and not sure_to_submit:
                _emit_palette(exam)
                narrate(":submit once more hands in; anything else goes on.")
            else:
                _done(exam, line)
            sure_to_submit = submitting and not sure_to_submit
    except (_ExamLeftError, EOFError, KeyboardInterrupt):
        exam.leave()
    if not exam.over:
        narrate(f"Every answer is saved; the clock runs on. `mdquiz exam resume {exam.number}`")
    return exam.over


def emit_paper(paper: Paper) -> None:
    """Print what the candidate should know before the first question."""
    size = f"{len(paper.items)} questions, {amount_text(paper.total)} marks"
    emit(paper.title)
    emit(f"{size}, {minutes_text(paper.seconds * 1000)}; seed {paper.seed}.")
    worths = dict.fromkeys((item.worth.marks, item.worth.penalty) for item in paper.items)
    marking = "; ".join(
        f"right +{amount_text(right)}, wrong {f'-{amount_text(wrong)}' if wrong else '0'}"
        for right, wrong in worths
    )
    emit(f"{marking}.")
    if paper.scheme.not_attempted_option:
        emit("Nothing marked costs marks as well: type :none for the option “not attempted”.")
    for part in paper.sections:
        if part.name:
            time = f", {minutes_text(part.seconds * 1000)}" if part.seconds else ""
            lock = ", locked" if part.locked else ""
            emit(f"  {part.name}: {part.numbers[0]} to {part.numbers[-1]}{time}{lock}")
    for note in paper.notes:
        narrate(note)


def _next_line(exam: Exam, lines: TimedLines) -> str | None:
    """The next line typed; None where the clock has closed something before it came."""
    if sys.stdin.isatty():
        sys.stderr.write("> ")
        sys.stderr.flush()
    while True:
        if exam.tick():
            narrate("Time is over." if exam.over else "The time of this section is over.")
            return None
        warning = exam.warning()
        if warning:
            _ring()
            narrate(warning)
        line = lines.read(LONGEST_WAIT)
        if line is not None:
            return line


def _done(exam: Exam, line: str) -> None:
    """Do what one line says; what cannot be done is said in words."""
    try:
        if line.startswith(":"):
            _command(exam, line[1:].strip().lower())
        elif line.strip():
            _answer(exam, line.strip())
        else:
            _step(exam, 1)
    except UsageError as problem:
        narrate(f"{problem.message} {problem.hint}".rstrip())


def _answer(exam: Exam, line: str) -> None:
    bucket = None
    for ending, meant in ENDINGS:
        if line.endswith(f" {ending}"):
            line, bucket = line[: -len(ending)].strip(), meant
            break
    asked = exam.asked
    response, _ = parse_response(asked, line)
    exam.answer(response, bucket)
    sure = f", {bucket.words}" if bucket else ""
    narrate(f"Saved: {exam.current}. {_given(exam)}{sure}.")
    _step(exam, 1)


def _step(exam: Exam, by: int) -> None:
    if not exam.step(by):
        narrate("There is no further question here. :palette shows how all stand; :submit.")


def _command(exam: Exam, name: str) -> None:
    """Do what `:name` says.

    Raises:
        UsageError: There is no such command, or it cannot be done now.
    """
    simple: dict[str, Callable[[], object]] = {
        "next": lambda: _step(exam, 1),
        "prev": lambda: _step(exam, -1),
        "clear": exam.clear,
        "section": exam.close_section,
        "submit": exam.submit,
        "palette": lambda: _emit_palette(exam),
        "time": lambda: narrate(f"{_left(exam)} left."),
        "help": lambda: narrate(HELP),
    }
    if name.isdecimal() and len(name) < 5:
        exam.visit(int(name))
    elif name in simple:
        simple[name]()
        if name == "clear":
            narrate(f"Cleared: {exam.current}.")
    elif name in CONFIDENCES:
        exam.say_confidence(CONFIDENCES[name])
        narrate(f"Saved: {exam.current}. {CONFIDENCES[name].words}.")
    elif name == "none":
        exam.decline()
        narrate(f"Saved: {exam.current}. Not attempted.")
        _step(exam, 1)
    elif name == "mark":
        narrate("Marked for review." if exam.toggle_mark() else "No longer marked.")
    elif name in {"language", "lang"}:
        if not exam.switch_language():
            narrate("This paper has no other language.")
    elif name in {"quit", "q"}:
        raise _ExamLeftError
    else:
        raise UsageError(f"There is no :{name}.", ":help lists what you can type.")


def _emit_question(exam: Exam) -> None:
    section = exam.attempt.open_section
    where = f" · {section.name}" if section.name else ""
    emit()
    emit(
        f"--- Question {exam.current} of {len(exam.paper.items)}{where} · {_left(exam)} left · "
        f"{exam.reply.palette.value}"
    )
    for line in question_lines(exam.asked):
        emit(line.text)
    if exam.asked.form is Form.SEVERAL:
        emit("(More than one may be right: mark all that are.)")
    if exam.reply.answered:
        emit(f"Your answer: {_given(exam)}")


def _given(exam: Exam) -> str:
    asked, reply = exam.asked, exam.reply
    labels = [f"({chr(ord('a') + at)})" for at in reply.response.chosen] if reply.response else []
    return " ".join([*labels, given_words(asked, reply)])


def _emit_palette(exam: Exam) -> None:
    """Print how many questions stand in each state, and which."""
    for state, count in exam.attempt.palette().items():
        numbers = [
            str(number)
            for number, reply in enumerate(exam.attempt.replies, start=1)
            if reply.palette is state
        ]
        emit(f"{count:>4} {state.value}: {_ranges(numbers)}".rstrip(" :"))


def _ranges(numbers: list[str]) -> str:
    """`1-3, 7`."""
    runs: list[list[int]] = []
    for number in map(int, numbers):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)


def _left(exam: Exam) -> str:
    return minutes_text(exam.left_ms())


def _ring() -> None:
    if sys.stderr.isatty():
        sys.stderr.write("\a")
