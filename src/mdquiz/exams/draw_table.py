"""Drawing by turns: sections, topics and formats each in proportion, nothing asked twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from mdquiz.decks.card import CardId
from mdquiz.decks.entry import CardEntry
from mdquiz.exams.blueprint import SectionPlan
from mdquiz.text import folded

UNTAGGED = "untagged"

Pick = tuple[int, CardEntry]
"""The place of a section among the plans, and a card drawn for it."""


def main_topic(tags: Sequence[str]) -> str:
    """The topic that a question is counted under: its first tag."""
    return tags[0] if tags else UNTAGGED


def under(tags: Iterable[str], wanted: Iterable[str]) -> bool:
    """Whether one of `tags` is one of `wanted` or a sub-topic of it."""
    wanted = tuple(wanted)
    return any(tag == topic or tag.startswith(f"{topic}.") for tag in tags for topic in wanted)


@dataclass(frozen=True, slots=True)
class Table:
    """What is drawn from: the sections and the cards each of them may ask."""

    plans: Sequence[SectionPlan]
    owns: Sequence[Sequence[CardEntry]]
    formats: Mapping[CardId, str]
    weights: Mapping[str, int]

    def drawn(
        self, kept: Sequence[Pick] = (), allowed: frozenset[CardId] | None = None
    ) -> list[Pick]:
        """A draw.

        Args:
            kept: What was drawn already and stands.
            allowed: The cards the rest is drawn from; None for all.
        """
        piles = [_Pile(own, self.formats, self.weights, allowed) for own in self.owns]
        counts = [0] * len(self.plans)
        used: set[object] = set()
        picks: list[Pick] = []

        def pick(at: int, entry: CardEntry) -> None:
            picks.append((at, entry))
            counts[at] += 1
            used.update(identities(entry))

        for at, entry in kept:
            piles[at].note(entry)
            pick(at, entry)
        open_sections = {at for at, plan in enumerate(self.plans) if counts[at] < plan.count}
        while open_sections:
            at = max(open_sections, key=lambda at: (_turn(self.plans[at].count, counts[at]), -at))
            found = piles[at].next(used)
            if found is None:
                open_sections.discard(at)
                continue
            pick(at, found)
            if counts[at] == self.plans[at].count:
                open_sections.discard(at)
        return picks


@dataclass(slots=True)
class _Pile:
    """The cards a section can draw from, by topic and format, each in a drawn order."""

    entries: Sequence[CardEntry]
    formats: Mapping[CardId, str]
    weights: Mapping[str, int]
    allowed: frozenset[CardId] | None = None
    _cards: dict[str, dict[str, list[CardEntry]]] = field(default_factory=dict)
    _weight: Counter[str] = field(default_factory=Counter)
    _topics_taken: Counter[str] = field(default_factory=Counter)
    _formats_taken: Counter[str] = field(default_factory=Counter)
    _format_weight: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        for entry in reversed(self.entries):
            topic, form = self._topic(entry), self.formats[entry.card]
            self._format_weight[form] += 1
            self._weight[topic] += 1
            if self.allowed is None or entry.card in self.allowed:
                self._cards.setdefault(topic, {}).setdefault(form, []).append(entry)
        if self.weights:
            self._weight = Counter({topic: self.weights.get(topic, 0) for topic in self._weight})

    def _topic(self, entry: CardEntry) -> str:
        for topic in self.weights:
            if under(entry.tags, [topic]):
                return topic
        return main_topic(entry.tags)

    def note(self, entry: CardEntry) -> None:
        """Count `entry` as taken."""
        self._topics_taken[self._topic(entry)] += 1
        self._formats_taken[self.formats[entry.card]] += 1

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
            if used.isdisjoint(identities(entry)):
                self.note(entry)
                return entry
        return None


def _turn(weight: int, taken: int) -> float:
    """Whose turn it is; the nearest floats of two unequal fractions so small are unequal too."""
    return weight / (2 * taken + 1)


def identities(entry: CardEntry) -> list[object]:
    """What no second question of the paper may share with it."""
    card = entry.card
    return [
        ("question", card.deck, card.question),
        ("same", entry.type, folded(entry.prompt).strip(), entry.answer_hash, card.part),
        *(("fact", card.deck, fact) for fact in entry.facts),
    ]
