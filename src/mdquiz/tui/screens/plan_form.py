"""A small form for the plan towards the exam: its day, the time of a day, days of rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input

from mdquiz.errors import MdquizError, UsageError
from mdquiz.memory.day import day_date
from mdquiz.progress.plans import StoredPlan
from mdquiz.study.dates import read_date
from mdquiz.study.plan import Changes, make_plan
from mdquiz.study.plan_words import WEEKDAYS, parts_of, read_rest
from mdquiz.tui.widgets.prose import Block, Prose

if TYPE_CHECKING:
    from mdquiz.tui.app import MdquizApp

FIELDS = (
    ("exam", "Exam day", "2027-05-23"),
    ("minutes", "Minutes a day", "45"),
    ("cards", "or cards a day", ""),
    ("rest", "Days of rest", "sun, 2027-01-26"),
)
HINT = "Enter stores it, Esc leaves all as it is. Topics and the exam's marks: mdquiz plan --help."


class PlanFormScreen(ModalScreen[bool]):
    """Dismissed with whether a plan was stored.

    Args:
        plan: The present plan; None for a first one.
    """

    CSS_PATH = "plan_form.tcss"
    BINDINGS = [
        ("escape", "close", "Close"),
        ("down", "app.focus_next", "Next"),
        ("up", "app.focus_previous", "Previous"),
    ]
    AUTO_FOCUS = "#exam"

    def __init__(self, plan: StoredPlan | None) -> None:
        super().__init__()
        self.plan = plan

    @property
    def mdquiz(self) -> MdquizApp:
        """The app, by its own type."""
        return cast("MdquizApp", self.app)

    def compose(self) -> ComposeResult:
        """A line for each term, then what is wrong."""
        terms = terms_of(self.plan)
        with VerticalScroll(classes="window", can_focus=False):
            title = "Plan towards the exam" if self.plan is None else "Change the plan"
            yield Prose([Block(title, "bold $primary")])
            for name, label, example in FIELDS:
                with Horizontal():
                    yield Prose([Block(label, "$foreground-muted")])
                    yield Input(terms[name], id=name, placeholder=example, compact=True)
            yield Prose([Block(HINT, "$foreground-muted")], id="said")

    @on(Input.Submitted)
    async def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        try:
            changes = changes_of(
                {name: self.query_one(f"#{name}", Input).value for name, _, _ in FIELDS}
            )
            await self.mdquiz.run_in_desk(make_plan, self.mdquiz.desk, changes)
        except MdquizError as problem:
            words = f"{problem.message} {problem.hint}"
            self.query_one("#said", Prose).show([Block(words, "$text-error")])
            return
        await self.mdquiz.run_in_desk(self.mdquiz.desk.begin_day)
        self.dismiss(True)

    def action_close(self) -> None:
        """Store nothing."""
        self.dismiss(False)


def terms_of(plan: StoredPlan | None) -> dict[str, str]:
    """The terms of a plan as they are typed; empty ones without a plan."""
    if plan is None or plan.exam_day is None:
        return {name: "" for name, _, _ in FIELDS}
    rest = [WEEKDAYS[day] for day in sorted(plan.rest_weekdays)]
    rest += [day_date(day).isoformat() for day in sorted(plan.rest_days)]
    return {
        "exam": day_date(plan.exam_day).isoformat(),
        "minutes": "" if plan.minutes is None else f"{plan.minutes:g}",
        "cards": "" if plan.cards is None else str(plan.cards),
        "rest": ", ".join(rest),
    }


def changes_of(typed: dict[str, str]) -> Changes:
    """What was typed, as changes of the plan; decks, weights and preset stay as they are.

    Raises:
        UsageError: Something is not what its line asks for.
    """
    minutes, cards = typed["minutes"].strip(), typed["cards"].strip()
    if not typed["exam"].strip():
        raise UsageError("The plan needs the day of the exam.", "Write it as 2027-05-23.")
    if bool(minutes) == bool(cards):
        raise UsageError("The plan needs minutes or cards a day.", "Fill in one of the two.")
    weekdays, days = read_rest(parts_of([typed["rest"]]))
    return Changes(
        exam_day=read_date(typed["exam"]).toordinal(),
        minutes=_number(minutes) if minutes else None,
        cards=int(_number(cards)) if cards else None,
        rest_weekdays=weekdays,
        rest_days=days,
    )


def _number(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 1 <= number <= 9999:
        raise UsageError(f"{text} is no number for a day.", "Write a number, as 45.")
    return number
