"""A marking scheme: what a right, a wrong and a blank answer are worth, in exact fractions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType

from mdquiz.errors import SettingsError

ZERO = Fraction(0)


class Dropped(StrEnum):
    """What a question counts once the examiner has dropped it."""

    CREDIT_ALL = "credit_all"  # everyone gets its full marks
    EXCLUDE = "exclude"  # it counts for nobody, and its marks leave the maximum


@dataclass(frozen=True, slots=True)
class Worth:
    """What one question is worth.

    Attributes:
        marks: Given for a right answer; above 0.
        penalty: Taken for a wrong answer; 0 or more.
        blank_penalty: Taken where nothing was marked; 0 or more.
    """

    marks: Fraction
    penalty: Fraction = ZERO
    blank_penalty: Fraction = ZERO

    def expected(self, chance: Fraction) -> Fraction:
        """The marks that an answer earns on average when it is right with `chance` (0 to 1)."""
        return chance * self.marks - (1 - chance) * self.penalty


@dataclass(frozen=True, slots=True)
class Override:
    """What one question is worth instead of its section's marks; None leaves as it is."""

    marks: Fraction | None = None
    penalty: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the paper.

    Attributes:
        name: As printed above its questions.
        count: Questions in the full paper.
        minutes: Its time; None where the paper's clock alone counts.
        locked: It is open for its own minutes only, and not to be left or entered otherwise.
        marks: Instead of the scheme's; None: the same.
        penalty: Instead of the scheme's; None: the same.
        tags: Topics it is drawn from; empty for any.
        formats: Formats it asks; empty for the preset's.
    """

    name: str
    count: int
    minutes: Fraction | None = None
    locked: bool = False
    marks: Fraction | None = None
    penalty: Fraction | None = None
    tags: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scheme:
    """How a paper is marked.

    Attributes:
        marks: For a right answer.
        penalty: Taken for a wrong answer (a positive number).
        numeric_penalty: Taken for a wrong number where a number is typed; None: `penalty`.
        several_penalty: Taken where several options are right; None: `penalty`.
        blank_penalty: Taken for a question with nothing marked.
        not_attempted_option: The paper has an option "not attempted", which costs nothing.
        max_blank_ratio: More blanks than this share disqualify; None: no such rule.
        sections: Parts of the paper in their order; empty for one undivided paper.
        qualify_percent: Percentage of the maximum to reach; None where the cut-off is unknown.
        extra_time_percent: Compensatory time on top of the minutes.
        dropped: What a dropped question counts.
        overrides: Worth of single questions, by `deck/question`.
    """

    marks: Fraction
    penalty: Fraction = ZERO
    numeric_penalty: Fraction | None = None
    several_penalty: Fraction | None = None
    blank_penalty: Fraction = ZERO
    not_attempted_option: bool = False
    max_blank_ratio: Fraction | None = None
    sections: tuple[Section, ...] = ()
    qualify_percent: Fraction | None = None
    extra_time_percent: Fraction = ZERO
    dropped: Dropped = Dropped.EXCLUDE
    overrides: Mapping[str, Override] = field(default_factory=lambda: MappingProxyType({}))

    def __post_init__(self) -> None:
        """Refuse a scheme that no examiner could mean.

        Raises:
            SettingsError: A value is out of its range; the message names the field.
        """
        for problem in _problems(self):
            raise SettingsError(f"marking scheme: {problem}")

    @property
    def locked(self) -> bool:
        """Whether the paper is taken one section after the other."""
        return any(section.locked for section in self.sections)

    def worth(self, section: int, question: str = "", form: str = "") -> Worth:
        """What a question is worth.

        Args:
            section: Position of its section; ignored in an undivided paper.
            question: Its `deck/question`, for overrides.
            form: "numeric" or "several" where such answers have their own penalty.
        """
        part = self.sections[section] if self.sections else Section("", 1)
        override = self.overrides.get(question, Override())
        by_form = {"numeric": self.numeric_penalty, "several": self.several_penalty}.get(form)
        marks = _first(override.marks, part.marks, self.marks)
        penalty = _first(override.penalty, by_form, part.penalty, self.penalty)
        return Worth(marks, penalty, self.blank_penalty)

    def break_even(self, worth: Worth) -> Fraction:
        """The chance of being right from which answering beats leaving: 1/4 under -1/3.

        Leaving costs the blank penalty, or nothing where "not attempted" can be marked.
        """
        leaving = ZERO if self.not_attempted_option else worth.blank_penalty
        return max(ZERO, (worth.penalty - leaving) / (worth.marks + worth.penalty))


def _first(*values: Fraction | None) -> Fraction:
    return next(value for value in values if value is not None)


def _problems(scheme: Scheme) -> list[str]:
    found = []
    if scheme.marks <= 0:
        found.append("marks must be above 0")
    for name in ("penalty", "numeric_penalty", "several_penalty", "blank_penalty"):
        amount = getattr(scheme, name)
        if amount is not None and amount < 0:
            found.append(f'{name} is what is taken off: write it without a minus ("2/3")')
    if scheme.max_blank_ratio is not None and not 0 <= scheme.max_blank_ratio <= 1:
        found.append('max_blank_ratio is a share between 0 and 1 ("1/10")')
    if scheme.qualify_percent is not None and not 0 <= scheme.qualify_percent <= 100:
        found.append("qualify_percent is between 0 and 100")
    if not 0 <= scheme.extra_time_percent <= 200:
        found.append("extra_time_percent is between 0 and 200")
    for number, section in enumerate(scheme.sections, 1):
        where = f"section {number} ({section.name})"
        if section.count < 1:
            found.append(f"{where}: count must be 1 or more")
        if section.marks is not None and section.marks <= 0:
            found.append(f"{where}: marks must be above 0")
        if section.minutes is not None and section.minutes <= 0:
            found.append(f"{where}: minutes must be above 0")
        if section.locked and section.minutes is None:
            found.append(f"{where}: a locked section needs its own minutes")
        if section.locked != scheme.locked:
            found.append(f"{where}: either every section is locked or none is")
    for question, override in scheme.overrides.items():
        if override.marks is not None and override.marks <= 0:
            found.append(f"override of {question}: marks must be above 0")
    return found
