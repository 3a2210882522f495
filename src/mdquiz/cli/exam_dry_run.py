"""`mdquiz exam start --dry-run`: the paper that would begin, and what it is drawn from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from mdquiz.cli.exam_sheet import emit_paper
from mdquiz.cli.output import emit
from mdquiz.cli.wrapping import emit_wrapped
from mdquiz.exams.amounts import counted
from mdquiz.exams.draw_table import main_topic

if TYPE_CHECKING:
    from mdquiz.exams.blueprint import Blueprint
    from mdquiz.exams.paper import Paper
    from mdquiz.study.desk import Desk


def emit_dry_run(desk: Desk, plan: Blueprint) -> None:
    """Print the paper, what is left out and why, and each topic and format with its questions.

    Raises:
        NothingToDrillError: No question fits; what there is was printed.
    """
    from mdquiz.study.exam_plan import availability, drawn

    found = availability(desk, plan)
    paper: Paper | None = None
    try:
        paper = drawn(desk, plan)
    finally:
        if paper is not None:
            emit_paper(replace(paper, notes=()))
            for note in paper.notes:
                emit_wrapped(note)
        items = paper.items if paper is not None else ()
        emit()
        others = f"; {found.unasked} of other formats" if found.unasked else ""
        emit(f"{counted(found.total, 'question')} to draw {plan.questions} from{others}.")
        topics = Counter(main_topic(item.versions[0].tags) for item in items)
        _emit_counts("topic", topics, found.topics)
        _emit_counts("format", Counter(item.format for item in items), found.formats)


def _emit_counts(title: str, asked: Mapping[str, int], there: Mapping[str, int]) -> None:
    """`  25 of   40  topic polity`, the most frequent first."""
    for name, count in sorted(there.items(), key=lambda pair: (-pair[1], pair[0])):
        emit(f"{asked.get(name, 0):>4} of {count:>5}  {title} {name}")
