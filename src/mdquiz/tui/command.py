"""What a command is, and the places where commands work."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Place(StrEnum):
    """Where a command works."""

    APP = "app"
    HOME = "home"
    DRILL = "drill"
    SUMMARY = "summary"
    BROWSE = "browse"
    STATS = "stats"
    EXAMS = "exams"
    FORM = "exam-form"
    EXAM = "exam"
    REPORT = "exam-report"
    REVIEW = "exam-review"
    DECK_REVIEW = "deck-review"


PLACE_WORDS = {
    Place.APP: "Everywhere",
    Place.HOME: "Home",
    Place.DRILL: "Drill",
    Place.SUMMARY: "Summary",
    Place.BROWSE: "Browse",
    Place.STATS: "Stats",
    Place.EXAMS: "Mock exams",
    Place.FORM: "New mock exam",
    Place.EXAM: "In the exam",
    Place.REPORT: "Exam report",
    Place.REVIEW: "Exam review",
    Place.DECK_REVIEW: "Review of a generated deck",
}


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the learner can do.

    Attributes:
        id: What `keys` in the settings calls it.
        keys: Textual key names, separated by commas; the first that works is shown.
        label: One or two words for the footer and the palette.
        help: One sentence that says what it does.
        phases: Phases of the place in which it applies; empty for all.
        footer: Its place in the footer, from 1; 0 keeps it out.
        fixed: Handled by position or by a widget, so it is listed but cannot be remapped.
        shown_keys: The keys as written in help, where `keys` does not say it.
    """

    id: str
    keys: str
    label: str
    help: str
    phases: frozenset[str] = frozenset()
    footer: int = 0
    fixed: bool = False
    shown_keys: str = ""

    @property
    def place(self) -> Place:
        """Where it works: the first part of its id."""
        return Place(self.id.partition(".")[0])

    @property
    def action(self) -> str:
        """The Textual action it runs: `action_<this>` of its screen, or of the app."""
        name = self.id.partition(".")[2].replace("-", "_")
        return f"app.{name}" if self.place is Place.APP else name

    def applies_in(self, phase: str) -> bool:
        """Whether it does something in `phase`."""
        return not self.phases or phase in self.phases
