"""What remembering a card brings on the exam day: the marks of its section, by its weight."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from mdquiz.decks.entry import CardEntry
from mdquiz.errors import UsageError
from mdquiz.memory.plan.marks import Marks, question_marks
from mdquiz.progress.plans import StoredPlan

if TYPE_CHECKING:
    from mdquiz.exams.preset import Preset
    from mdquiz.exams.scheme import Section
    from mdquiz.study.desk import Desk

USUAL_OPTIONS = 4
"""A fact will be asked with so many options where the exam does not have the card's own format."""


def exam_preset(desk: Desk, plan: StoredPlan) -> Preset | None:
    """The exam whose marks count; None for a mark a card, also where the preset is gone."""
    if not plan.preset:
        return None
    from mdquiz.exams.presets import load_preset
    from mdquiz.study.attempts import presets_folder

    try:
        return load_preset(plan.preset, presets_folder(desk.places))
    except UsageError:
        return None


def marks_of(plan: StoredPlan, preset: Preset | None, entries: Iterable[CardEntry]) -> list[Marks]:
    """What each card is worth; cards alike in all that counts are reckoned once."""
    own = frozenset() if preset is None else frozenset(preset.scheme.overrides)
    known: dict[object, Marks] = {}
    found = []
    for entry in entries:
        question = f"{entry.card.deck}/{entry.card.question}" if own else ""
        alike = (entry.type, entry.form, entry.options, entry.tags, question in own and question)
        if alike not in known:
            known[alike] = card_marks(plan, preset, entry)
        found.append(known[alike])
    return found


def card_marks(plan: StoredPlan, preset: Preset | None, entry: CardEntry) -> Marks:
    """What a card is worth: the exam's marks times the weight of its topic.

    Forgotten, it brings what a guess or a blank does, whichever is better.

    Its section is that which a paper would draw it into, by tags and format; where several would,
    the mean over their questions counts. A format that the exam does not have is taken as asked
    with four options, as the fact will be.
    """
    weight = tag_weight(plan, entry.tags)
    if preset is None:
        return question_marks(1.0, 0.0, _blind_answers(entry), weight)
    from mdquiz.exams.formats import admitted

    form = entry.form or entry.type
    sections = preset.scheme.sections
    fitting = [
        at
        for at, section in enumerate(sections)
        if admitted(form, section.formats or preset.formats)
    ]
    has_format = bool(fitting) if sections else admitted(form, preset.formats)
    where = _drawn_into(sections, fitting or range(len(sections)), entry.tags) or [0]
    question = f"{entry.card.deck}/{entry.card.question}"
    worth = [preset.scheme.worth(at, question, entry.form if has_format else "") for at in where]
    share = [sections[at].count if sections else 1 for at in where]
    right, wrong = (
        float(sum(count * part for count, part in zip(share, parts, strict=True)) / sum(share))
        for parts in ([each.marks for each in worth], [each.penalty for each in worth])
    )
    options = _blind_answers(entry) if has_format else USUAL_OPTIONS
    if has_format and entry.type == "order":
        options = USUAL_OPTIONS  # a paper asks it with orders to choose from
    return question_marks(right, wrong, options, weight)


def _drawn_into(
    sections: Sequence[Section], fitting: Iterable[int], tags: Sequence[str]
) -> list[int]:
    """Sections whose tags the question carries; else those that take any; else all that fit."""
    from mdquiz.exams.draw_table import under

    fitting = list(fitting)
    own = [at for at in fitting if under(tags, sections[at].tags)]
    return own or [at for at in fitting if not sections[at].tags] or fitting


def _blind_answers(entry: CardEntry) -> int:
    """Among how many answers a blind guess chooses; 0 where there is nothing to choose from."""
    return 2**entry.options - 1 if entry.form == "several" else entry.options


def tag_weight(plan: StoredPlan, tags: Iterable[str]) -> float:
    """The weight of the most particular topic that has one; of several such, the greatest."""
    found = [
        (len(topic), weight)
        for topic, weight in plan.weights.items()
        for tag in tags
        if tag == topic or tag.startswith(f"{topic}.")
    ]
    return max(found)[1] if found else 1.0
