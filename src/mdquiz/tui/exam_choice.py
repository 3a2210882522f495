"""What the learner has chosen on the start form, and what it would give."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from mdquiz.errors import MdquizError, NothingToDrillError, SettingsError
from mdquiz.exams.blueprint import Blueprint
from mdquiz.exams.draw import Availability
from mdquiz.exams.paper import Paper
from mdquiz.exams.preset import Preset
from mdquiz.exams.presets import load_preset, preset_names
from mdquiz.study import attempts
from mdquiz.study.attempts import presets_folder
from mdquiz.study.desk import Desk
from mdquiz.text import folded

DEFAULT_PRESET = "upsc-cse-gs1"


@dataclass(frozen=True, slots=True)
class Choice:
    """The form as it is filled in; the fields are those of `Selection`."""

    preset: str = DEFAULT_PRESET
    seed: int | None = None
    decks: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    questions: int | None = None
    minutes: int | None = None

    def with_number(self, name: str, number: int | None) -> Choice:
        """The choice with other questions, minutes or seed."""
        changed: dict[str, Any] = {name: number}
        return replace(self, **changed)

    def with_values(self, name: str, values: tuple[str, ...]) -> Choice:
        """The choice with other decks, tags or formats."""
        changed: dict[str, Any] = {name: values}
        return replace(self, **changed)

    def plan(self, desk: Desk) -> Blueprint:
        """Its blueprint.

        Raises:
            UsageError: A number is out of range.
            SettingsError: The preset's file is broken.
        """
        return attempts.blueprint(
            desk,
            self.preset,
            seed=self.seed,
            decks=self.decks,
            tags=self.tags,
            formats=self.formats,
            questions=self.questions,
            minutes=self.minutes,
        )


@dataclass(frozen=True, slots=True)
class Prospect:
    """What a choice would give.

    Attributes:
        plan: Its blueprint; None where it is no exam.
        found: What there is to draw from.
        paper: The paper that would be begun; None where nothing fits.
        problem: What is wrong with the choice, and what to do; "" for nothing.
    """

    plan: Blueprint | None = None
    found: Availability | None = None
    paper: Paper | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Offered:
    """What there is to choose from.

    Attributes:
        presets: All sound presets by name.
        broken: What is wrong with the learner's own that are not.
        decks: Id, title and number of cards of each deck.
        topics: All main topics with their numbers of cards.
        seed: A seed drawn from the clock.
    """

    presets: dict[str, Preset] = field(default_factory=dict)
    broken: tuple[str, ...] = ()
    decks: tuple[tuple[str, str, int], ...] = ()
    topics: dict[str, int] = field(default_factory=dict)
    seed: int = 0


def offered(desk: Desk) -> Offered:
    """What there is to choose from, read now."""
    folder = presets_folder(desk.places)
    presets: dict[str, Preset] = {}
    broken: list[str] = []
    for name in preset_names(folder):
        try:
            presets[name] = load_preset(name, folder)
        except SettingsError as problem:
            broken.append(problem.message)
    topics: dict[str, int] = {}
    for deck in desk.library.decks:
        for card in deck.cards:
            for tag in () if card.resting else card.tags[:1]:
                topics[tag] = topics.get(tag, 0) + 1
    return Offered(
        presets=presets,
        broken=tuple(broken),
        decks=tuple(
            (deck.id, deck.title, len(deck.asked_ids))
            for deck in sorted(desk.library.decks, key=lambda deck: folded(deck.title))
        ),
        topics=topics,
        seed=desk.clock.now().utc_ms // 1000 % 1_000_000,
    )


def prospect(desk: Desk, choice: Choice) -> Prospect:
    """What `choice` would give; nothing is stored."""
    try:
        plan = choice.plan(desk)
    except MdquizError as problem:
        return Prospect(problem=f"{problem.message}. {problem.hint}".strip(" ."))
    found = attempts.availability(desk, plan)
    try:
        return Prospect(plan, found, attempts.drawn(desk, plan))
    except NothingToDrillError as problem:
        return Prospect(plan, found, None, f"{problem.message}. {problem.hint}".strip(" ."))
