"""Which questions a paper asks: drawn by seed, spread over topics and formats, no fact twice."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mdquiz.decks.card import CardId
from mdquiz.decks.entry import CardEntry
from mdquiz.exams.amounts import counted
from mdquiz.exams.blueprint import Blueprint, SectionPlan
from mdquiz.exams.draw_table import Pick, Table, identities, main_topic, under
from mdquiz.exams.formats import admitted
from mdquiz.exams.packing import packed

FormatOf = Callable[[CardEntry], str]
"""The format of a card; reads its deck where the type alone does not tell (choice, short)."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What was drawn.

    Attributes:
        sections: For each section plan, in its order, the cards in the order asked.
        notes: What the learner should know of it, in sentences.
        fitting: How many cards fit a section.
        askable: How many of those can be asked without asking a fact twice; counted only where the
            paper is short, else as many as it asks.
    """

    sections: tuple[tuple[SectionPlan, tuple[CardEntry, ...]], ...]
    notes: tuple[str, ...]
    fitting: int
    askable: int


@dataclass(frozen=True, slots=True)
class Availability:
    """The questions a paper can be drawn from.

    Attributes:
        total: How many there are.
        topics: How many of each main topic.
        formats: How many of each format, those the paper does not ask included.
        unasked: How many are of formats that the paper does not ask.
    """

    total: int
    topics: Mapping[str, int]
    formats: Mapping[str, int]
    unasked: int


def eligible(blueprint: Blueprint, candidates: Iterable[CardEntry]) -> list[CardEntry]:
    """The candidates of the chosen decks and tags, in the order of their ids."""
    return sorted(
        (entry for entry in _chosen(blueprint, candidates) if not entry.resting),
        key=lambda entry: entry.card,
    )


def _chosen(blueprint: Blueprint, candidates: Iterable[CardEntry]) -> Iterator[CardEntry]:
    chosen = blueprint.selection
    for entry in candidates:
        if (not chosen.decks or entry.card.deck in chosen.decks) and (
            not chosen.tags or under(entry.tags, chosen.tags)
        ):
            yield entry


def available(
    blueprint: Blueprint, candidates: Iterable[CardEntry], format_of: FormatOf
) -> Availability:
    """What there is to draw from: the live count of the start form."""
    asked = {name for plan in blueprint.plans() for name in plan.formats}
    formats: Counter[str] = Counter()
    topics: Counter[str] = Counter()
    for candidate in eligible(blueprint, candidates):
        form = format_of(candidate)
        formats[form] += 1
        if admitted(form, asked):
            topics[main_topic(candidate.tags)] += 1
    total = topics.total()
    return Availability(total, dict(topics), dict(formats), formats.total() - total)


def draw(blueprint: Blueprint, candidates: Iterable[CardEntry], format_of: FormatOf) -> Drawing:
    """Draw the questions of a paper.

    Sections, topics and formats each take turns by the Sainte-Laguë rule (weight over twice the
    number taken plus one), so that a paper cut short at any length is in proportion: sections to
    their counts, topics to the preset's weights or else to what the decks hold, formats to what the
    decks hold.

    Questions on several facts keep others out. Where the paper would be short for that, as much of
    it stands as was drawn first, and the rest is drawn from the questions that leave most room.

    Args:
        blueprint: What to draw.
        candidates: All cards there are, in any order.
        format_of: The format of a card.
    """
    rng = random.Random(f"draw/{blueprint.selection.seed}")
    plans = blueprint.plans()
    candidates = list(candidates)
    pool = eligible(blueprint, candidates)
    formats = {entry.card: format_of(entry) for entry in pool}
    rng.shuffle(pool)
    owns, notes = _owns(plans, pool, formats)
    table = Table(plans, owns, formats, blueprint.preset.topics)
    fitting = list(dict.fromkeys(entry for own in owns for entry in own))
    picks = table.drawn()
    askable = len(picks)
    if len(picks) < sum(plan.count for plan in plans):
        picks, askable = _fuller(table, picks, fitting)
        notes += _shortages(plans, picks, pool, formats)
        notes += _of_no_section(plans, pool, formats, len(fitting))
        notes += _set_aside(blueprint, candidates)
    taken = [[entry for place, entry in picks if place == at] for at in range(len(plans))]
    sections = tuple(
        (plan, _in_order(cards, rng)) for plan, cards in zip(plans, taken, strict=True) if cards
    )
    return Drawing(sections, tuple(notes), len(fitting), max(askable, len(picks)))


def _owns(
    plans: Sequence[SectionPlan], pool: Sequence[CardEntry], formats: Mapping[CardId, str]
) -> tuple[list[list[CardEntry]], list[str]]:
    """The cards each section is drawn from, and what is to be said of it."""
    every_tag = [tag for plan in plans for tag in plan.tags]
    notes: list[str] = []
    owns = []
    for plan in plans:
        fitting = [entry for entry in pool if admitted(formats[entry.card], plan.formats)]
        rest = [entry for entry in fitting if not under(entry.tags, every_tag)]
        own = [entry for entry in fitting if under(entry.tags, plan.tags)] if plan.tags else rest
        if plan.tags and not own and rest:
            own = rest
            notes.append(
                f'No question carries a tag of the section "{plan.name}" '
                f"({', '.join(plan.tags)}): it is drawn from questions of other topics."
            )
        owns.append(own)
    return owns, notes


def _fuller(
    table: Table, picks: list[Pick], fitting: Sequence[CardEntry]
) -> tuple[list[Pick], int]:
    """A draw as full as can be that begins as `picks` does, and how many cards could be asked."""

    def completed(count: int) -> tuple[list[Pick], int]:
        kept = picks[:count]
        used = {name for _, entry in kept for name in identities(entry)}
        free = [entry for entry in fitting if used.isdisjoint(identities(entry))]
        room = packed([identities(entry) for entry in free])
        allowed = frozenset(free[at].card for at in room)
        return table.drawn(kept, allowed), count + len(room)

    best, askable = completed(0)
    if len(best) <= len(picks):
        return picks, askable
    least, most = 0, len(picks)
    while most - least > 1:  # the longest beginning that still leaves room for as many
        middle = (least + most) // 2
        tried, _ = completed(middle)
        if len(tried) >= len(best):
            best, least = tried, middle
        else:
            most = middle
    return best, askable


def _in_order(cards: Sequence[CardEntry], rng: random.Random) -> tuple[CardEntry, ...]:
    """Shuffled, the questions on one passage together."""
    blocks: dict[object, list[CardEntry]] = {}
    for entry in cards:
        key = (entry.card.deck, entry.passage) if entry.passage else entry.card
        blocks.setdefault(key, []).append(entry)
    order = sorted(blocks.values(), key=lambda block: block[0].card)
    rng.shuffle(order)
    return tuple(entry for block in order for entry in block)


def _shortages(
    plans: Sequence[SectionPlan],
    picks: Sequence[Pick],
    pool: Sequence[CardEntry],
    formats: Mapping[CardId, str],
) -> list[str]:
    """What a short paper lacks, and which cards it leaves out for their format."""
    counts = Counter(at for at, _ in picks)
    notes = [
        f'The section "{plan.name}" has {counts[at]} of {plan.count} questions.'
        for at, plan in enumerate(plans)
        if plan.name and counts[at] < plan.count
    ]
    asked = {name for plan in plans for name in plan.formats}
    unasked = Counter(
        formats[entry.card] for entry in pool if not admitted(formats[entry.card], asked)
    )
    if unasked:
        notes.append(f"Left out, as this paper does not ask their format: {_listed(unasked)}.")
    return notes


def _of_no_section(
    plans: Sequence[SectionPlan],
    pool: Sequence[CardEntry],
    formats: Mapping[CardId, str],
    fitting: int,
) -> list[str]:
    """How many cards a short paper leaves out because every section asks other topics."""
    asked = {name for plan in plans for name in plan.formats}
    others = sum(admitted(formats[entry.card], asked) for entry in pool) - fitting
    if not others:
        return []
    return [f"Left out, as no section asks their topic: {counted(others, 'question')}."]


def _set_aside(blueprint: Blueprint, candidates: Iterable[CardEntry]) -> list[str]:
    """Which cards a short paper leaves out because their decks say so."""
    statuses = Counter(entry.status for entry in _chosen(blueprint, candidates) if entry.resting)
    return [f"Left out, as their decks say so: {_listed(statuses)}."] if statuses else []


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {name}" for name, count in sorted(counts.items()))
