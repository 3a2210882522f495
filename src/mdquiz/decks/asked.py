"""A question as it is put to the learner: wording, options in their order, and the key.

Every question type turns itself into this one shape, so that grading, the terminal app, the plain
mode and the mock exam need not know the types.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mdquiz.decks.card import CardId


class Form(StrEnum):
    """How the learner answers."""

    TYPED = "typed"  # types the answer, or recalls and grades themselves
    ONE = "one"  # one of the options
    SEVERAL = "several"  # any number of the options
    ARRANGE = "arrange"  # puts the items in order


@dataclass(frozen=True, slots=True)
class Claim:
    """A numbered statement, pair or table row whose truth the question is about.

    Attributes:
        label: "1", "2", … or "I", "II", ….
        text: What it says; the cells of a row joined by " : ".
        true: Whether it is true.
        why: Why it is true or false; may be empty.
        original: What the truth is, where the claim is false; may be empty.
    """

    label: str
    text: str
    true: bool
    why: str = ""
    original: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """One option as shown.

    Attributes:
        text: The option's text, without its label.
        right: Whether it belongs to the key.
        why: Why it is right or wrong; may be empty.
        asserts: For coded options ("1 and 3 only"): the truth it gives each claim, in the order
            of `Asked.claims`. None where it says nothing of single claims ("Only two").
    """

    text: str
    right: bool
    why: str = ""
    asserts: tuple[bool, ...] | None = None


@dataclass(frozen=True, slots=True)
class Expected:
    """What a typed answer is held against.

    Attributes:
        value: The key: a text, number, date, or the items of a list.
        kind: "auto" lets grading tell from the value; else text, number, money, date, list.
        accept: Further right answers.
        tolerance: Greatest absolute distance from a numeric key that still counts as right,
            or a percentage such as "5%"; None for exact.
        ordered: Whether the items of a list must come in this order.
    """

    value: str | int | float | date | tuple[str, ...]
    kind: str = "auto"
    accept: tuple[str, ...] = ()
    tolerance: float | str | None = None
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """Where the answer stands in the notes: 1-based lines, both included, of `path`."""

    path: str
    section: str
    lines: tuple[int, int] | None
    quote: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One card as it is put to the learner.

    Attributes:
        card: Which card this is.
        type: The question type ("short", "choice", …).
        form: How it is answered.
        language: The language it is shown in ("en", "hi").
        languages: The languages it can be shown in.
        passage: Shared text to read first; may be empty.
        stem: The prompt, or the opening words of a derived question.
        claims: Numbered statements, pairs or rows, shown below the stem.
        columns: Headings of `claims` that are rows or pairs; else empty.
        lists: For a match: List I and List II as (label, text) pairs; else empty.
        list_titles: The titles of the two lists.
        closing: The question proper where it stands below the claims ("Which of the …?").
        options: The options in the order shown; empty for TYPED and ARRANGE.
        arrange: The items to put in order, shuffled; empty but for ARRANGE.
        arrange_key: The same items in the right order.
        expected: The key of a TYPED card; else None.
        hint: A cloze gap's hint; may be empty.
        answer: The key in words, as shown on reveal.
        explanation: Shown after the answer; may be empty.
        sources: The passages it was made from.
        tags: Topics.
        answer_hash: Changes when the key changes in substance, and only then.
    """

    card: CardId
    type: str
    form: Form
    language: str
    stem: str
    answer: str
    languages: tuple[str, ...] = ()
    passage: str = ""
    claims: tuple[Claim, ...] = ()
    columns: tuple[str, ...] = ()
    lists: tuple[tuple[tuple[str, str], ...], ...] = ()
    list_titles: tuple[str, ...] = ()
    closing: str = ""
    options: tuple[Option, ...] = ()
    arrange: tuple[str, ...] = ()
    arrange_key: tuple[str, ...] = ()
    expected: Expected | None = None
    hint: str = ""
    explanation: str = ""
    sources: tuple[Source, ...] = ()
    tags: tuple[str, ...] = ()
    answer_hash: str = ""
