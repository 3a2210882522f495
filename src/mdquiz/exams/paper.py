"""A drawn paper: every question as asked, with its shuffle and worth, standing on its own."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from mdquiz.decks.asked import Asked
from mdquiz.decks.card import CardId
from mdquiz.errors import NothingToDrillError
from mdquiz.exams.amounts import amount_text, counted, time_words
from mdquiz.exams.blueprint import Blueprint, SectionPlan, apportioned
from mdquiz.exams.draw import Drawing
from mdquiz.exams.formats import format_of
from mdquiz.exams.origin import Origin
from mdquiz.exams.recast import with_options
from mdquiz.exams.scheme import Scheme, Worth

Ask = Callable[[CardId, random.Random, str], Asked]
"""Puts a card with the given generator in a language ("" for the deck's own)."""


@dataclass(frozen=True, slots=True)
class Item:
    """One question of a paper.

    Attributes:
        number: From 1, through all sections.
        section: Position of its section in `Paper.sections`.
        versions: The question as asked, once a language, the first shown first; all in one order.
        format: Its format.
        difficulty: As the deck says; may be empty.
        worth: What it counts.
        dropped: Dropped by the examiner after the exam.
    """

    number: int
    section: int
    versions: tuple[Asked, ...]
    format: str
    difficulty: str
    worth: Worth
    dropped: bool = False

    @property
    def card(self) -> CardId:
        """Which card it asks."""
        return self.versions[0].card

    def asked(self, language: str = "") -> Asked:
        """The question in `language`, or as first shown where it has no such version."""
        return next((one for one in self.versions if one.language == language), self.versions[0])


@dataclass(frozen=True, slots=True)
class PaperSection:
    """A section as drawn.

    Attributes:
        name: As printed; "" for an undivided paper.
        first: Number of its first question.
        count: How many questions it has.
        seconds: Its time; None where the paper's clock alone counts.
        locked: Open for its own time only.
    """

    name: str
    first: int
    count: int
    seconds: int | None = None
    locked: bool = False

    @property
    def numbers(self) -> range:
        """The numbers of its questions."""
        return range(self.first, self.first + self.count)


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper to be taken.

    Attributes:
        preset: Name of the preset.
        title: The exam's name.
        seed: What it was drawn with.
        seconds: Time in all, compensatory time included.
        scheme: How it is marked.
        sections: Its parts, at least one.
        items: Its questions in order, at least one.
        notes: What the learner should know of it, in sentences (it was scaled; and so on).
        origin: What it was made of; None for a paper stored before that was kept.
    """

    preset: str
    title: str
    seed: int
    seconds: int
    scheme: Scheme
    sections: tuple[PaperSection, ...]
    items: tuple[Item, ...]
    notes: tuple[str, ...] = ()
    origin: Origin | None = None

    @property
    def locked(self) -> bool:
        """Whether it is taken one section after the other."""
        return self.sections[0].locked

    @property
    def total(self) -> Fraction:
        """The most marks it can give."""
        return sum((item.worth.marks for item in self.items), Fraction(0))

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that at least one question can be read in, in order of appearance."""
        seen = [asked.language for item in self.items for asked in item.versions]
        return tuple(dict.fromkeys(seen))

    def item(self, number: int) -> Item:
        """The question of that number, 1 to `len(items)`."""
        return self.items[number - 1]


def assemble(blueprint: Blueprint, drawing: Drawing, ask: Ask) -> Paper:
    """The paper of a drawing.

    Args:
        blueprint: What it was drawn for.
        drawing: The cards, by section.
        ask: Puts a card; called once a language with equal generators, so that a card is shuffled
            alike in all.

    Raises:
        NothingToDrillError: Nothing was drawn.
    """
    if not drawing.sections:
        raise NothingToDrillError(
            "no question fits this exam", " ".join(drawing.notes) or "choose other decks or formats"
        )
    scheme = blueprint.preset.scheme
    seed = blueprint.selection.seed
    items: list[Item] = []
    sections: list[PaperSection] = []
    times = _section_seconds(blueprint, [(plan, len(cards)) for plan, cards in drawing.sections])
    for (plan, cards), seconds in zip(drawing.sections, times, strict=True):
        sections.append(PaperSection(plan.name, len(items) + 1, len(cards), seconds, plan.locked))
        for entry in cards:
            versions = _versions(ask, entry.card, seed, blueprint.selection.language)
            form = format_of(versions[0])
            question = f"{entry.card.deck}/{entry.card.question}"
            items.append(
                Item(
                    number=len(items) + 1,
                    section=len(sections) - 1,
                    versions=versions,
                    format=form,
                    difficulty=entry.difficulty,
                    worth=scheme.worth(plan.position, question, form),
                )
            )
    total = _total_seconds(blueprint, sections, len(items))
    paper = Paper(
        preset=blueprint.preset.name,
        title=blueprint.preset.title,
        seed=seed,
        seconds=total,
        scheme=scheme,
        sections=tuple(sections),
        items=tuple(items),
        origin=_origin(blueprint),
    )
    return _with_notes(paper, blueprint, drawing)


def put(ask: Ask, card: CardId, seed: int, language: str = "") -> Asked:
    """The card as the paper drawn with `seed` asks it: same deck, same shuffle."""
    return with_options(ask(card, _generator(seed, card), language), _generator(seed, card))


def _origin(blueprint: Blueprint) -> Origin:
    preset = blueprint.preset
    return Origin(blueprint.selection, preset.as_of, preset.source, preset.verified)


def _generator(seed: int, card: CardId) -> random.Random:
    return random.Random(f"{seed}/{card}")


def _versions(ask: Ask, card: CardId, seed: int, language: str) -> tuple[Asked, ...]:
    first = put(ask, card, seed, language)
    others = [put(ask, card, seed, one) for one in first.languages if one != first.language]
    shape = [option.right for option in first.options]
    alike = [other for other in others if [option.right for option in other.options] == shape]
    return (first, *alike)


def _section_seconds(
    blueprint: Blueprint, drawn: Sequence[tuple[SectionPlan, int]]
) -> list[int | None]:
    """The time of each section by the questions drawn for it; stated minutes are shared out."""
    scheme = blueprint.preset.scheme
    minutes = [plan.minutes and plan.minutes * count / plan.count for plan, count in drawn]
    timed = [one for one in minutes if one is not None]
    if blueprint.selection.minutes is None or len(timed) < len(minutes):
        return [None if one is None else _seconds(one, scheme) for one in minutes]
    return [*apportioned(timed, _seconds(blueprint.minutes, scheme))]


def _seconds(minutes: Fraction, scheme: Scheme) -> int:
    return math.ceil(minutes * 60 * (100 + scheme.extra_time_percent) / 100)


def _total_seconds(blueprint: Blueprint, sections: list[PaperSection], drawn: int) -> int:
    if sections[0].locked:
        return sum(section.seconds or 0 for section in sections)
    minutes = blueprint.minutes
    if blueprint.selection.minutes is None:
        minutes = minutes * drawn / blueprint.questions
    return _seconds(minutes, blueprint.preset.scheme)


def _with_notes(paper: Paper, blueprint: Blueprint, drawing: Drawing) -> Paper:
    preset = blueprint.preset
    notes = list(drawing.notes)
    if len(paper.items) < blueprint.questions:
        notes.insert(0, _scaled(paper, blueprint, drawing))
    if preset.shipped and not preset.verified:
        doubt = f" ({preset.doubt})" if preset.doubt else ""
        notes.append(f"The figures of {preset.name} are unverified{doubt}: read the notification.")
    return replace(paper, notes=tuple(notes))


def _scaled(paper: Paper, blueprint: Blueprint, drawing: Drawing) -> str:
    """Why the paper is smaller than the exam's, and what it comes to."""
    found, fitting = len(paper.items), drawing.fitting
    questions = counted(found, "question")
    if found == fitting:
        words = f"The decks have {counted(found, 'fitting question')}"
    elif found == drawing.askable:
        words = f"{questions} can be asked without asking a fact twice ({fitting} fit)"
    else:
        words = f"The sections can be given {questions} without asking a fact twice ({fitting} fit)"
    marks = f"{amount_text(paper.total)} mark{'' if paper.total == 1 else 's'}"
    time = "" if blueprint.selection.minutes is not None else f" and {time_words(paper.seconds)}"
    return f"{words}, not {blueprint.questions}: the paper is scaled to {marks}{time}."
