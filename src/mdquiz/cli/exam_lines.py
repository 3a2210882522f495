"""Taking a mock exam in plain lines: all of it, for screen readers, simple terminals and pipes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from mdquiz.cli.exam_sheet import (
    emit_hand_in,
    emit_palette,
    emit_paper,
    emit_question,
    left_text,
    section_counts,
)
from mdquiz.cli.timed_lines import TimedLines
from mdquiz.cli.wrapping import narrate_wrapped
from mdquiz.errors import ProgressBusyError, UsageError
from mdquiz.exams.confidence import Bucket
from mdquiz.exams.item_words import given_text
from mdquiz.study.endings import IN_EXAM, split_ending
from mdquiz.study.exam import Elsewhere
from mdquiz.study.plain_answers import read_response

if TYPE_CHECKING:
    from mdquiz.study.exam import Exam

HELP = """\
Answer with an option's letter or number ("b", "2"), several ("a c"), or the number asked for.
End with ! when you are sure, ? for 50-50, ?? for one of three, ??? for a blind guess: "b?". The
sign alone says it of the answer just given.
An answer is saved at once and the next question opens. An empty line goes on without an answer.
:12  open question 12                 :next :prev  one on, one back
:mark  for review, or take it off     :clear  take the answer back
:sure :half :third :blind  how sure   :none  mark "not attempted", where the exam has it
:language  the other language         :palette  how every question stands
:time  what is left                   :section  close this section (twice; locked sections only)
:submit  hand in (twice)              :quit  leave; the clock runs on, `mdquiz exam resume`
:help  this"""

CONFIDENCES = {
    "sure": Bucket.SURE,
    "half": Bucket.HALF,
    "third": Bucket.THIRD,
    "blind": Bucket.BLIND,
}
ASKED_TWICE = ("submit", "section")
LONGEST_WAIT = 1.0
"""Seconds after which the clock is looked at again."""


class _ExamLeftError(Exception):
    """The candidate leaves; the clock runs on."""


def take_in_lines(exam: Exam) -> bool:
    """Take `exam`, reading from stdin until it is handed in or left; whether it was handed in.

    Raises:
        KeyboardInterrupt: The candidate interrupted it; everything is saved.
        ProgressBusyError: It was taken up in another window.
    """
    emit_paper(exam.paper)
    goes = "goes on" if exam.attempt.resumed else "has begun"
    narrate_wrapped(
        f"Attempt {exam.number} {goes}; {left_text(exam)}. :help lists what you can type."
    )
    try:
        _Lines(exam).take()
    except (_ExamLeftError, EOFError):
        exam.leave()
    except KeyboardInterrupt:
        exam.leave()
        _say_how_to_return(exam)
        raise
    except ProgressBusyError as problem:
        raise _gone_elsewhere(exam) or problem from None
    if not exam.over:
        _say_how_to_return(exam)
    return exam.over


def _say_how_to_return(exam: Exam) -> None:
    if not exam.over:
        narrate_wrapped(
            f"Every answer is saved; the clock runs on. `mdquiz exam resume {exam.number}`"
        )


def _gone_elsewhere(exam: Exam) -> ProgressBusyError | None:
    """What to say where another window has gone on with the attempt; None where none has."""
    match exam.elsewhere():
        case Elsewhere.HANDED_IN:
            return ProgressBusyError(
                f"Attempt {exam.number} was handed in in another window.",
                f"`mdquiz exam report {exam.number}` shows how it went.",
            )
        case Elsewhere.GOES_ON:
            return ProgressBusyError(
                f"Attempt {exam.number} goes on in another window; it was left off here.",
                f"Go on there, or close it and `mdquiz exam resume {exam.number}` here.",
            )
        case Elsewhere.NOTHING:
            return None


class _Lines:
    """An exam at the keyboard, line by line."""

    def __init__(self, exam: Exam) -> None:
        self.exam = exam
        self.lines = TimedLines()
        self.just_answered = 0
        """The question a sign alone speaks of while the open one has no answer; 0 for none."""
        self.asked_once = ""
        """The command that is done when it is typed again."""

    def take(self) -> None:
        """Until the paper is handed in.

        Raises:
            _ExamLeftError, EOFError, KeyboardInterrupt: The candidate leaves.
            ProgressBusyError: It was taken up in another window.
        """
        exam = self.exam
        shown: tuple[int, str] | None = None
        while not exam.over:
            if shown != (exam.current, exam.asked.language):
                emit_question(exam)
                shown = (exam.current, exam.asked.language)
            line = self._next_line()
            if line is not None:
                self._do(line.strip())

    def _next_line(self) -> str | None:
        """The next line typed; None where the clock has closed something before it came."""
        if sys.stdin.isatty():
            sys.stderr.write("> ")
            sys.stderr.flush()
        exam = self.exam
        while True:
            if gone := _gone_elsewhere(exam):
                raise gone
            if exam.tick():
                narrate_wrapped(
                    "Time is over." if exam.over else "The time of this section is over."
                )
                self.just_answered, self.asked_once = 0, ""
                return None
            warning = exam.warning()
            if warning:
                _ring()
                narrate_wrapped(warning)
            line = self.lines.read(LONGEST_WAIT)
            if line is not None:
                return line

    def _do(self, line: str) -> None:
        """Do what one line says; what cannot be done is said in words."""
        asked_once, self.asked_once = self.asked_once, ""
        try:
            if not line.startswith(":"):
                self._answer(line)
            elif (name := line[1:].strip().lower()) in ASKED_TWICE and name != asked_once:
                self._ask(name)
            else:
                self._command(name)
        except UsageError as problem:
            narrate_wrapped(f"{problem.message} {problem.hint}".rstrip())

    def _answer(self, line: str) -> None:
        """Save the answer that `line` gives; a sign alone says how sure, nothing goes on."""
        exam = self.exam
        body, bucket = split_ending(line, IN_EXAM)
        if not body:
            if bucket is None:
                self._step(1)
            else:
                self._say_confidence(bucket)
            return
        exam.answer(read_response(exam.asked, body), bucket)
        number = exam.current
        sure = f", {bucket.words}" if bucket else ""
        narrate_wrapped(f"Saved: {number}. {given_text(exam.asked, exam.reply)}{sure}.")
        self._step(1)
        self.just_answered = number

    def _say_confidence(self, bucket: Bucket) -> None:
        """Of the open question, or of the one just answered where the open one has no answer."""
        exam = self.exam
        number = exam.current
        just = self.just_answered
        if just in exam.attempt.open_numbers and exam.reply.response is None:
            number = just
        exam.say_confidence(bucket, number)
        narrate_wrapped(f"Saved: {number}. {bucket.words}.")

    def _step(self, by: int) -> None:
        self.just_answered = 0
        if not self.exam.step(by):
            narrate_wrapped(
                "There is no further question here. :palette shows how all stand; :submit."
            )

    def _visit(self, number: int) -> None:
        self.just_answered = 0
        self.exam.visit(number)

    def _ask(self, name: str) -> None:
        """Say what handing in or closing a section means; the same once more does it."""
        exam = self.exam
        attempt = exam.attempt
        last = attempt.section + 1 == len(exam.paper.sections)
        if name == "section" and not exam.paper.locked:
            exam.close_section()  # says that it cannot be
        if name == "submit" or last:
            emit_hand_in(attempt)
            whole = "" if not exam.paper.locked or last else " the whole paper, later sections too"
            this = "This is the last section: " if name == "section" else ""
            narrate_wrapped(f"{this}:{name} once more hands in{whole}; anything else goes on.")
        else:
            section = attempt.open_section
            following = exam.paper.sections[attempt.section + 1].name
            emit_palette(attempt, section.numbers)
            narrate_wrapped(
                f"{section.name}: {section_counts(attempt)}. :section once more closes it for good "
                f"and begins {following}; the time left in it is lost. Anything else goes on."
            )
        self.asked_once = name

    def _command(self, name: str) -> None:
        """Do what `:name` says.

        Raises:
            UsageError: There is no such command, or it cannot be done now.
        """
        exam = self.exam
        simple: dict[str, Callable[[], object]] = {
            "next": lambda: self._step(1),
            "prev": lambda: self._step(-1),
            "clear": self._clear,
            "section": self._close_section,
            "submit": exam.submit,
            "palette": lambda: emit_palette(exam.attempt),
            "time": lambda: narrate_wrapped(f"{left_text(exam)}."),
            "help": lambda: narrate_wrapped(HELP),
        }
        if name.isdecimal() and len(name) < 5:
            self._visit(int(name))
        elif name in simple:
            simple[name]()
        elif name in CONFIDENCES:
            self._say_confidence(CONFIDENCES[name])
        elif name == "none":
            exam.decline()
            narrate_wrapped(f"Saved: {exam.current}. Not attempted.")
            self._step(1)
        elif name == "mark":
            narrate_wrapped("Marked for review." if exam.toggle_mark() else "No longer marked.")
        elif name in {"language", "lang"}:
            self._switch_language()
        elif name in {"quit", "q"}:
            raise _ExamLeftError
        else:
            raise UsageError(f"There is no :{name}.", ":help lists what you can type.")

    def _clear(self) -> None:
        self.exam.clear()
        narrate_wrapped(f"Cleared: {self.exam.current}.")

    def _close_section(self) -> None:
        self.just_answered = 0
        self.exam.close_section()

    def _switch_language(self) -> None:
        exam = self.exam
        before = exam.asked.language
        if not exam.switch_language():
            narrate_wrapped("This paper has no other language.")
        elif exam.asked.language == before:
            narrate_wrapped("This question has no other language; the others change.")


def _ring() -> None:
    if sys.stderr.isatty():
        sys.stderr.write("\a")
