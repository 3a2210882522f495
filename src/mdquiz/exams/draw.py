"""Which questions a paper asks: drawn by seed, spread over topics and formats, no fact twice."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from mdquiz.decks.card import CardId
from mdquiz.decks.entry import CardEntry
from mdquiz.exams.blueprint import Blueprint, SectionPlan
from mdquiz.exams.formats import admitted, types_of
from mdquiz.text import folded

FormatOf = Callable[[CardEntry], str]
"""The format of a card; reads its deck where the type alone does not tell (choice, short)."""

UNTAGGED = "untagged"


@dataclass(frozen=True, slots=True)
class Drawing:
    """What was drawn.

    Attributes:
        sections: For each section plan, in its order, the cards in the order asked.
        notes: What the learner should know of it, in sentences.
    """

    sections: tuple[tuple[SectionPlan, tuple[CardEntry, ...]], ...]
    notes: tuple[str, ...]


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


def under(tags: Iterable[str], wanted: Iterable[str]) -> bool:
    """Whether one of `tags` is one of `wanted` or a sub-topic of it."""
    wanted = tuple(wanted)
    return any(tag == topic or tag.startswith(f"{topic}.") for tag in tags for topic in wanted)


def eligible(blueprint: Blueprint, candidates: Iterable[CardEntry]) -> list[CardEntry]:
    """The candidates of the chosen decks and tags, in the order of their ids."""
    chosen = blueprint.selection
    return sorted(
        (
            candidate
            for candidate in candidates
            if candidate.status not in ("dropped", "stale")
            and (not chosen.decks or candidate.card.deck in chosen.decks)
            and (not chosen.tags or under(candidate.tags, chosen.tags))
        ),
        key=lambda candidate: candidate.card,
    )


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
            topics[candidate.tags[0] if candidate.tags else UNTAGGED] += 1
    total = topics.total()
    return Availability(total, dict(topics), dict(formats), formats.total() - total)


def draw(blueprint: Blueprint, candidates: Iterable[CardEntry], format_of: FormatOf) -> Drawing:
    """Draw the questions of a paper.

    Sections, topics and formats each take turns by the Sainte-Laguë rule (weight over twice the
    number taken plus one), so that a paper cut short at any length is in proportion: sections to
    their counts, topics to the preset's weights or else to what the decks hold, formats to what the
    decks hold.

    Args:
        blueprint: What to draw.
        candidates: All cards there are, in any order.
        format_of: The format of a card.
    """
    rng = random.Random(blueprint.selection.seed)
    plans = blueprint.plans()
    pool = eligible(blueprint, candidates)
    wanted_types = types_of(name for plan in plans for name in plan.formats)
    formats = {entry.card: format_of(entry) for entry in pool if entry.type in wanted_types}
    rng.shuffle(pool)
    every_tag = [tag for plan in plans for tag in plan.tags]
    topics = blueprint.preset.topics
    notes: list[str] = []
    piles = []
    for plan in plans:
        fitting = [
            entry
            for entry in pool
            if entry.card in formats and admitted(formats[entry.card], plan.formats)
        ]
        rest = [entry for entry in fitting if not under(entry.tags, every_tag)]
        own = [entry for entry in fitting if under(entry.tags, plan.tags)] if plan.tags else rest
        if plan.tags and not own and rest:
            own = rest
            notes.append(
                f'No question carries a tag of the section "{plan.name}" '
                f"({', '.join(plan.tags)}): it is drawn from questions of other topics."
            )
        piles.append(_Pile(own, formats, topics))
    taken: list[list[CardEntry]] = [[] for _ in plans]
    used: set[object] = set()
    open_sections = set(range(len(plans)))
    while open_sections:
        at = max(open_sections, key=lambda at: (_turn(plans[at].count, len(taken[at])), -at))
        entry = piles[at].next(used)
        if entry is None:
            open_sections.discard(at)
            continue
        taken[at].append(entry)
        used.update(_identities(entry))
        if len(taken[at]) == plans[at].count:
            open_sections.discard(at)
    notes += _shortages(plans, taken, pool, formats)
    sections = tuple(
        (plan, _in_order(cards, rng)) for plan, cards in zip(plans, taken, strict=True) if cards
    )
    return Drawing(sections, tuple(notes))


@dataclass(slots=True)
class _Pile:
    """The cards a section can draw from, by topic and format, each in a drawn order."""

    entries: list[CardEntry]
    formats: Mapping[CardId, str]
    weights: Mapping[str, int]
    _cards: dict[str, dict[str, list[CardEntry]]] = field(default_factory=dict)
    _weight: dict[str, int] = field(default_factory=dict)
    _topics_taken: Counter[str] = field(default_factory=Counter)
    _formats_taken: Counter[str] = field(default_factory=Counter)
    _format_weight: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        for entry in reversed(self.entries):
            topic, form = self._topic(entry), self.formats[entry.card]
            self._cards.setdefault(topic, {}).setdefault(form, []).append(entry)
            self._format_weight[form] += 1
        for topic, by_format in self._cards.items():
            held = sum(len(cards) for cards in by_format.values())
            self._weight[topic] = self.weights.get(topic, 0) if self.weights else held

    def _topic(self, entry: CardEntry) -> str:
        for topic in self.weights:
            if under(entry.tags, [topic]):
                return topic
        return entry.tags[0] if entry.tags else UNTAGGED

    def next(self, used: set[object]) -> CardEntry | None:
        """Take the next card that asks nothing of `used`; None where there is none."""
        while self._cards:
            topic = max(
                self._cards,
                key=lambda topic: (_turn(self._weight[topic], self._topics_taken[topic]), topic),
            )
            by_format = self._cards[topic]
            form = max(
                by_format,
                key=lambda form: (
                    _turn(self._format_weight[form], self._formats_taken[form]),
                    form,
                ),
            )
            entry = by_format[form].pop()
            if not by_format[form]:
                del by_format[form]
            if not by_format:
                del self._cards[topic]
            if used.isdisjoint(_identities(entry)):
                self._topics_taken[topic] += 1
                self._formats_taken[form] += 1
                return entry
        return None


def _turn(weight: int, taken: int) -> Fraction:
    return Fraction(weight, 2 * taken + 1)


def _identities(entry: CardEntry) -> list[object]:
    """What no second question of the paper may share with it."""
    card = entry.card
    return [
        ("question", card.deck, card.question),
        ("same", entry.type, folded(entry.prompt).strip(), entry.answer_hash, card.part),
        *(("fact", card.deck, fact) for fact in entry.facts),
    ]


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
    taken: Sequence[Sequence[CardEntry]],
    pool: Sequence[CardEntry],
    formats: Mapping[CardId, str],
) -> list[str]:
    short = [
        (plan, cards) for plan, cards in zip(plans, taken, strict=True) if len(cards) < plan.count
    ]
    if not short:
        return []
    notes = [
        f'The section "{plan.name}" has {len(cards)} of {plan.count} questions.'
        for plan, cards in short
        if plan.name
    ]
    asked = {name for plan in plans for name in plan.formats}
    unasked = Counter(
        formats.get(entry.card, entry.type)
        for entry in pool
        if entry.card not in formats or not admitted(formats[entry.card], asked)
    )
    if unasked:
        listed = ", ".join(f"{count} {name}" for name, count in sorted(unasked.items()))
        notes.append(f"Left out, as this paper does not ask their format: {listed}.")
    return notes
