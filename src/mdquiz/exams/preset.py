"""A preset: an exam's size, time and marking scheme, ready to be drawn from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType

from mdquiz.exams.formats import DEFAULT_FORMATS
from mdquiz.exams.scheme import Scheme


@dataclass(frozen=True, slots=True)
class Preset:
    """An exam ready to be drawn.

    Attributes:
        name: What it is called on the command line; the file's stem.
        title: The exam's name in full.
        questions: Questions of the full paper.
        minutes: Time of the full paper, compensatory time not included.
        scheme: How it is marked.
        formats: Formats it asks where a section names none; see `formats.py`.
        topics: Weight of topics (a tag stands for its sub-topics); empty: as the decks have them.
        as_of: The month in which the figures were gathered ("2026-11").
        source: Where they were gathered.
        verified: Whether they agree in all sources seen; if not, `doubt` says what is open.
        doubt: What has still to be read in the notification.
        shipped: Whether it came with mdquiz, not from the learner's folder.
    """

    name: str
    title: str
    questions: int
    minutes: Fraction
    scheme: Scheme
    formats: tuple[str, ...] = DEFAULT_FORMATS
    topics: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    as_of: str = ""
    source: str = ""
    verified: bool = False
    doubt: str = ""
    shipped: bool = False

    @property
    def total(self) -> Fraction:
        """Marks of the full paper."""
        if not self.scheme.sections:
            return self.scheme.marks * self.questions
        sections = enumerate(self.scheme.sections)
        return sum((self.scheme.worth(at).marks * part.count for at, part in sections), Fraction(0))
