"""Drilling in plain lines: all of it, for screen readers, simple terminals and pipes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from mdquiz.cli.output import emit, narrate
from mdquiz.errors import UsageError
from mdquiz.grading.verdict import Outcome, Rating
from mdquiz.study.drill import Drill
from mdquiz.study.lines import Line, answer_lines, question_lines
from mdquiz.study.plain_answers import parse_response
from mdquiz.study.view import Phase
from mdquiz.text import counted

if TYPE_CHECKING:
    from mdquiz.study.desk import Desk
    from mdquiz.study.scope import Scope
    from mdquiz.study.summary import Summary

RATINGS = {str(int(rating)): rating for rating in Rating}

HELP = """\
Answer with the answer itself, an option's letter or number, or several ("a c", "3 1 2").
An empty line shows the answer. End with ! when you are sure, ? when unsure, ?? for a guess.
After the verdict: an empty line takes the suggested rating; 1 again, 2 hard, 3 good, 4 easy.
:undo  take back the last answer      :skip     ask this later in the sitting
:bury  not again today                :suspend  not again until you resume it
:flag  mark for a second look         :reset    let this card start afresh
:language  the other language         :source   the passage of the notes
:help  this                           :quit     end here; what was answered is saved"""


class _SittingLeftError(Exception):
    """The learner ends the sitting."""


def drill_in_lines(desk: Desk, scope: Scope) -> None:
    """Hold a sitting on `scope`, reading answers from stdin line by line until it ends."""
    drill = desk.drill(scope)
    narrate(f"{counted(drill.total, 'card')}. :help lists what you can type.")
    answers = _lines_of_input()
    try:
        while drill.phase is not Phase.OVER:
            try:
                _turn(drill, answers)
            except UsageError as problem:
                narrate(f"{problem.message} {problem.hint}".rstrip())
    except (_SittingLeftError, StopIteration):
        narrate("The sitting ends here. What was answered is saved.")
    emit_summary(drill.summary())


def _lines_of_input() -> Iterator[str]:
    """Lines from stdin, with a prompt where a person types them."""
    while True:
        if sys.stdin.isatty():
            sys.stderr.write("> ")
            sys.stderr.flush()
        line = sys.stdin.readline()
        if not line:
            return
        yield line.strip()


def _turn(drill: Drill, answers: Iterator[str]) -> None:
    """Ask, or show the verdict of, the present question, and do what one line says."""
    if drill.phase is Phase.ASKING:
        _emit_question(drill)
        _until_done(drill, answers, _answer)
    else:
        _until_done(drill, answers, _rate)


def _until_done(drill: Drill, answers: Iterator[str], act: Callable[[Drill, str], None]) -> None:
    """Read lines until one was understood; the question stands until then."""
    while True:
        line = next(answers)
        try:
            if line.startswith(":"):
                _command(drill, line[1:].strip().lower())
            else:
                act(drill, line)
        except UsageError as problem:
            narrate(f"{problem.message} {problem.hint}".rstrip())
        else:
            return


def _answer(drill: Drill, line: str) -> None:
    assert drill.asked is not None
    response, confidence = parse_response(drill.asked, line)
    verdict = drill.answer(response, confidence)
    emit()
    _emit_lines(answer_lines(drill.asked, verdict))
    if drill.saved:
        narrate("Saved.")
    choices = "  ".join(
        f"{int(rating)} {rating.name.lower()}{_when(drill.intervals.get(rating))}"
        for rating in Rating
    )
    if verdict.suggested is None:
        narrate(f"How well did you know it?  {choices}")
    else:
        narrate(f"Enter: {verdict.suggested.name.lower()}.  {choices}")


def _when(days: int | None) -> str:
    if days is None:
        return ""
    return " (again today)" if days == 0 else f" ({days} d)"


def _rate(drill: Drill, line: str) -> None:
    if line and line not in RATINGS:
        raise UsageError(f"{line!r} is no rating.", "Type 1, 2, 3, 4, or nothing to go on.")
    drill.rate(RATINGS.get(line))


def _command(drill: Drill, name: str) -> None:
    """Do what `:name` says.

    Raises:
        UsageError: There is no such command.
    """
    simple: dict[str, Callable[[], object]] = {
        "skip": drill.skip,
        "bury": drill.bury,
        "suspend": drill.suspend,
        "reset": drill.reset_card,
    }
    if name in simple:
        simple[name]()
    elif name == "undo":
        what = drill.last_act
        narrate(f"Taken back: {what}." if drill.undo() else "There is nothing to take back.")
    elif name == "flag":
        narrate("Flagged." if drill.toggle_flag() else "No longer flagged.")
    elif name in {"language", "lang"}:
        if not drill.switch_language():
            narrate("This question has no other language.")
    elif name == "source":
        _emit_source(drill)
    elif name == "help":
        narrate(HELP)
    elif name in {"quit", "q"}:
        raise _SittingLeftError
    else:
        raise UsageError(f"There is no :{name}.", ":help lists what you can type.")


def _emit_question(drill: Drill) -> None:
    assert drill.asked is not None
    emit()
    emit(f"--- {drill.done + 1} of {drill.total}{_marks(drill)}")
    _emit_lines(question_lines(drill.asked))


def _marks(drill: Drill) -> str:
    marks = []
    if drill.flagged:
        marks.append("flagged")
    if drill.leech:
        marks.append("leech: missed often; reword it, or learn it another way")
    if drill.key_changed:
        marks.append("its key has changed since you learned it; :reset lets it start afresh")
    return f" ({'; '.join(marks)})" if marks else ""


def _emit_lines(lines: list[Line]) -> None:
    for line in lines:
        emit(line.text)


def _emit_source(drill: Drill) -> None:
    passages = drill.source()
    if not passages:
        narrate("This question names no source.")
    for passage in passages:
        alone = "quoted; no longer in the notes at these lines" if passage.gone else "quoted"
        where = f"{passage.path}, line {passage.first_line}" if passage.first_line else alone
        emit(f"[{where}] {passage.section}".rstrip())
        for position, line in enumerate(passage.lines):
            emit(f"{'>' if position in passage.quoted else ' '} {line}")


def emit_summary(summary: Summary) -> None:
    """Print how the sitting went; what was missed first."""
    if not summary.rows:
        return
    emit()
    emit(f"{summary.right_first} of {counted(len(summary.rows), 'card')} known at the first go.")
    for row in summary.rows:
        if row.misconception:
            mark = "✗ sure and wrong"
        elif row.lucky:
            mark = "✗ guessed"
        elif row.misses:
            mark = "✗ missed"
        else:
            mark = "✓ almost" if row.outcome is Outcome.ALMOST else "✓ known"
        when = "" if row.returns_in is None else f", returns{_return(row.returns_in)}"
        emit(f"{mark}{when}: {row.prompt} → {row.answer}")


def _return(days: int) -> str:
    return " today" if days == 0 else " tomorrow" if days == 1 else f" in {days} days"
