"""What every question type shares: its common fields and the checks on text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, NamedTuple, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    StrictInt,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError

from mdquiz.text import forbidden_character, normalised


def _clean(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    clean = normalised(text)
    forbidden = forbidden_character(clean)
    if forbidden is not None:
        raise PydanticCustomError(
            "control_character",
            "the character U+{code} may not stand in a deck",
            {"code": f"{ord(forbidden):04X}"},
        )
    return clean


Prose = Annotated[str, AfterValidator(_clean)]
"""Text of any length, possibly empty: NFC, without control characters."""

Words = Annotated[str, StringConstraints(pattern=r"\S"), AfterValidator(_clean)]
"""Text that says something."""

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9._-]{0,79}$")]
"""A short stable name: lower-case letters, digits, dots, dashes."""

Tag = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9._-]{0,79}$")]
"""A topic, most general part first: `gs2.ir.latin-america`."""


class Problem(NamedTuple):
    """Something that a table says and that cannot be.

    Attributes:
        code: A stable slug.
        at: The keys and positions, from the table that is checked, that lead to the place.
        message: What is wrong.
        remedy: What to write instead.
        also: The other place that is concerned, where there is one.
    """

    code: str
    at: tuple[str | int, ...]
    message: str
    remedy: str
    also: tuple[str | int, ...] = ()


class Table(BaseModel):
    """A TOML table of a deck: frozen, without unknown keys, checked as a whole once it is read."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def problems(self) -> Iterator[Problem]:
        """What fields that are each sound get wrong together; every one, not the first."""
        yield from ()

    @model_validator(mode="after")
    def _as_a_whole(self) -> Self:
        found = list(self.problems())
        if found:
            raise PydanticCustomError("problems", "the parts disagree", {"problems": found})
        return self


class Source(Table):
    """Where an answer stands in the notes."""

    section: Prose = ""
    lines: tuple[Annotated[StrictInt, Field(ge=1)], Annotated[StrictInt, Field(ge=1)]] | None = None
    quote: Prose = ""

    def problems(self) -> Iterator[Problem]:
        """Lines that run backwards."""
        if self.lines is not None and self.lines[0] > self.lines[1]:
            first, last = self.lines
            yield Problem(
                "lines-backwards",
                ("lines",),
                f"lines run from {first} back to {last}",
                f"write the first line first: lines = [{last}, {first}]",
            )


def _as_list(value: object) -> object:
    return [value] if isinstance(value, dict | Source) else value


Sources = Annotated[
    tuple[Source, ...],
    BeforeValidator(_as_list, json_schema_input_type=Source | tuple[Source, ...]),
]
"""One `source` table, or a list of them; always a tuple once read."""


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
    source: Sources = ()
    tags: tuple[Tag, ...] = ()
    difficulty: Literal["easy", "medium", "hard"] | None = None
    passage: Id | None = None
    """The id of a `[[passage]]` that is shown with the question."""
    facts: tuple[Words, ...] = ()
    """Names of the facts it asks; questions that share one are kept out of one sitting."""
    rule: Prose = ""
    """The generator's rule that wrote it; empty for a question written by hand."""
    pyq: PastPaper | None = None
    key_status: Literal["official", "provisional", "unofficial"] | None = None
    status: Literal["dropped", "stale"] | None = None
    """`dropped` by the examiner, or `stale`: its passage no longer stands in the notes."""

    def parts(self) -> tuple[str, ...]:
        """The parts that are cards of their own: `("",)`, or the gap numbers of a cloze."""
        return ("",)

    def headline(self, part: str = "") -> str:
        """The card in one line, for lists; it does not give the key away.

        Raises:
            KeyError: The question has no such part.
        """
        if part not in self.parts():
            raise KeyError(part)
        return self._line()

    def answer_key(self, part: str = "") -> str:
        """The key of a part in a form that changes with its substance, not with case or spacing.

        Raises:
            KeyError: The question has no such part.
        """
        if part not in self.parts():
            raise KeyError(part)
        return self._key()

    def _line(self) -> str:
        raise NotImplementedError

    def _key(self) -> str:
        raise NotImplementedError


class TranslationBase(Table):
    """What every type's second language has: the same shape and order, never a second key."""

    explanation: Prose = ""


Ask = Literal["which", "how_many", "not"]
"""How a set of claims is asked: which are correct, how many are, which are not."""


def repeated(
    texts: tuple[str, ...], at: tuple[str | int, ...], noun: str, *inner: str
) -> Iterator[Problem]:
    """A problem for every one of `texts` that was there before (spaces and case apart)."""
    nouns = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    seen: dict[str, int] = {}
    for index, text in enumerate(texts):
        key = " ".join(text.casefold().split())
        if key in seen:
            yield Problem(
                f"duplicate-{noun}",
                (*at, index, *inner),
                f"{noun} {index + 1} says the same as {noun} {seen[key] + 1}",
                f"reword or remove one of the two {nouns}",
            )
        seen.setdefault(key, index)


def miscounted(
    language: str, field: str, expected: int, actual: int, *inner: str | int
) -> Iterator[Problem]:
    """A problem where a translation has more or fewer entries than the question."""
    if expected != actual:
        yield Problem(
            "translation-shape",
            (language, field, *inner),
            f"the question has {expected} {field}, its translation {actual}",
            f"translate all {expected}, one by one and in the same order",
        )
