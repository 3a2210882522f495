"""A blueprint: which exam, from which questions, how many, how long, and the seed that draws it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from mdquiz.errors import UsageError
from mdquiz.exams.preset import Preset


@dataclass(frozen=True, slots=True)
class Selection:
    """What the learner asks for; the default is the preset's paper from all decks.

    Attributes:
        seed: Same seed, same selection, same decks: same paper.
        decks: Deck ids; empty for all.
        tags: Tags, each also standing for its sub-topics; empty for all.
        formats: Instead of the preset's formats; empty: the preset's.
        questions: Size of the paper; None: the preset's.
        minutes: Time of the paper; None: the preset's, in proportion to the questions.
        language: Language first shown; "" for each deck's own.
    """

    seed: int
    decks: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    questions: int | None = None
    minutes: int | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class SectionPlan:
    """A section as it is to be drawn.

    Attributes:
        position: Its place among the scheme's sections; 0 for an undivided paper.
        name: As printed; "" for an undivided paper.
        count: Questions wanted.
        minutes: Its time; None where the paper's clock alone counts.
        locked: Open for its own minutes only.
        tags: Topics it is drawn from; empty for any.
        formats: Formats it asks.
    """

    position: int
    name: str
    count: int
    minutes: Fraction | None
    locked: bool
    tags: tuple[str, ...]
    formats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Blueprint:
    """A preset and what the learner asks of it.

    Raises:
        UsageError: The number of questions or minutes is out of range.
    """

    preset: Preset
    selection: Selection

    def __post_init__(self) -> None:
        """Refuse sizes no paper has."""
        if not 1 <= self.questions <= 1000:
            raise UsageError(f"a paper has 1 to 1000 questions, not {self.questions}")
        if not 0 < self.minutes <= 1440:
            raise UsageError(f"a paper takes 1 to 1440 minutes, not {self.minutes}")

    @property
    def questions(self) -> int:
        """Questions wanted."""
        asked = self.selection.questions
        return self.preset.questions if asked is None else asked

    @property
    def minutes(self) -> Fraction:
        """Time for the questions wanted, before compensatory time."""
        if self.selection.minutes is not None:
            return Fraction(self.selection.minutes)
        return self.preset.minutes * self.questions / self.preset.questions

    def plans(self) -> tuple[SectionPlan, ...]:
        """The sections to draw, their counts in proportion to the questions wanted."""
        formats = self.selection.formats or self.preset.formats
        sections = self.preset.scheme.sections
        if not sections:
            return (SectionPlan(0, "", self.questions, None, False, (), formats),)
        counts = apportioned([section.count for section in sections], self.questions)
        pace = self.minutes * self.preset.questions / (self.preset.minutes * self.questions)
        return tuple(
            SectionPlan(
                position=position,
                name=section.name,
                count=count,
                minutes=section.minutes and section.minutes * count / section.count * pace,
                locked=section.locked,
                tags=section.tags,
                formats=section.formats or formats,
            )
            for position, (section, count) in enumerate(zip(sections, counts, strict=True))
            if count
        )


def apportioned(weights: Sequence[int | Fraction], seats: int) -> tuple[int, ...]:
    """`seats` shared out in proportion to `weights` by largest remainder; they add up exactly."""
    total = sum(weights)
    quotas = [Fraction(weight * seats) / total for weight in weights]
    shares = [int(quota) for quota in quotas]
    by_remainder = sorted(range(len(weights)), key=lambda at: (shares[at] - quotas[at], at))
    for at in by_remainder[: seats - sum(shares)]:
        shares[at] += 1
    return tuple(shares)
