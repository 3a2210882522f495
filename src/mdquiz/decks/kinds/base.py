"""What every question type shares: its common fields and the checks on text."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StrictBool,
    StrictInt,
    StringConstraints,
)
from pydantic_core import PydanticCustomError

from mdquiz.text import forbidden_character, normalised


def _clean(text: str) -> str:
    forbidden = forbidden_character(text)
    if forbidden is not None:
        raise PydanticCustomError(
            "control_character",
            "the character U+{code} may not stand in a deck",
            {"code": f"{ord(forbidden):04X}"},
        )
    return normalised(text)


Prose = Annotated[str, AfterValidator(_clean)]
"""Text of any length, possibly empty: NFC, without control characters."""

Words = Annotated[Prose, StringConstraints(min_length=1, pattern=r"\S")]
"""Text that says something."""

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9._-]{0,79}$")]
"""A short stable name: lower-case letters, digits, dots, dashes."""

Tag = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9._-]{0,79}$")]
"""A topic, most general part first: `gs2.ir.latin-america`."""


class Table(BaseModel):
    """A TOML table of a deck: frozen, and without unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(Table):
    """Where an answer stands in the notes."""

    section: Prose = ""
    lines: tuple[Annotated[StrictInt, Field(ge=1)], Annotated[StrictInt, Field(ge=1)]] | None = None
    quote: Prose = ""


class PastPaper(Table):
    """The past paper that a question was set in."""

    exam: Words
    year: Annotated[StrictInt, Field(ge=1900, le=2200)]
    paper: Prose = ""
    number: Annotated[StrictInt, Field(ge=1)] | None = None


class Statement(Table):
    """A statement with its truth.

    Attributes:
        text: What it says.
        true: Whether it is true.
        why: Why it is true or false.
        original: What the notes say, where the statement was falsified.
    """

    text: Words
    true: StrictBool
    why: Prose = ""
    original: Prose = ""


class QuestionBase(Table):
    """The fields that every question has."""

    id: Id
    explanation: Prose = ""
    source: Source | tuple[Source, ...] = ()
    tags: tuple[Tag, ...] = ()
    difficulty: Literal["easy", "medium", "hard"] | None = None
    passage: Id | None = None
    """The id of a `[[passage]]` that is shown with the question."""
    facts: tuple[Words, ...] = ()
    """Names of the facts it asks; questions that share one are siblings, kept out of one sitting."""
    rule: Prose = ""
    """The generator's rule that wrote it; empty for a question written by hand."""
    pyq: PastPaper | None = None
    key_status: Literal["official", "provisional", "unofficial"] | None = None
    status: Literal["dropped", "stale"] | None = None
    """`dropped` by the examiner, or `stale`: its passage no longer stands in the notes."""


Ask = Literal["which", "how_many", "not"]
"""How a set of claims is asked: which are correct, how many are, which are not."""
