"""What the drill screen shows: one still picture of a sitting, taken in the desk's own thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mdquiz.decks.asked import Asked
from mdquiz.grading.verdict import Rating, Verdict
from mdquiz.progress.log import Kind
from mdquiz.study.desk import Desk
from mdquiz.study.drill import Drill
from mdquiz.study.scope import Scope
from mdquiz.study.sitting import Step
from mdquiz.study.view import Phase


@dataclass(frozen=True, slots=True)
class Shown:
    """A sitting at one moment; see `Drill` for what each means."""

    phase: Phase
    asked: Asked | None
    step: Step | None
    verdict: Verdict | None
    saved: bool
    intervals: dict[Rating, int]
    done: int
    total: int
    kind: Kind
    deck_title: str
    answers: int
    flagged: bool
    leech: bool
    key_changed: bool


def shown(drill: Drill, desk: Desk) -> Shown:
    """The present picture of `drill`. It may read the progress file."""
    asked = drill.asked
    return Shown(
        phase=drill.phase,
        asked=asked,
        step=drill.step,
        verdict=drill.verdict,
        saved=drill.saved,
        intervals=dict(drill.intervals),
        done=drill.done,
        total=drill.total,
        kind=drill.kind,
        deck_title=desk.library.entry(asked.card.deck).title if asked else "",
        answers=len(drill.sitting.results),
        flagged=drill.flagged,
        leech=drill.leech,
        key_changed=drill.key_changed,
    )


def begun(desk: Desk, scope: Scope) -> tuple[Drill, Shown]:
    """A new sitting and its first picture.

    Raises:
        NothingToDrillError: The scope holds no card to ask now.
    """
    drill = desk.drill(scope)
    return drill, shown(drill, desk)


def done_and_shown(act: Callable[[], object], drill: Drill, desk: Desk) -> Shown:
    """Do `act`, and the picture after it."""
    act()
    return shown(drill, desk)
