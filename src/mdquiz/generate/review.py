"""What the author decided about generated questions: kept beside the deck, so that it lasts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from mdquiz.decks.question import Question
from mdquiz.errors import DeckError

SCHEMA = 2
"""1 had digests with the lines of the sources in them; both are read."""


class Decision(StrEnum):
    """What became of a generated question. WRITTEN: put into the deck, not looked at yet."""

    WRITTEN = "written"
    ACCEPTED = "accepted"
    EDITED = "edited"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Entry:
    """A decision, and the digest of the question as the generator last wrote it."""

    decision: Decision
    digest: str


@dataclass(frozen=True)
class Review:
    """The decisions about one deck, by question id; never changed in place."""

    entries: Mapping[str, Entry] = field(default_factory=dict)

    def decided(self, question_id: str, decision: Decision) -> Review:
        """The review with one more decision; deciding again replaces the earlier one."""
        known = self.entries.get(question_id)
        entry = Entry(decision, known.digest if known else "")
        return replace(self, entries={**self.entries, question_id: entry})

    def written(self, questions: Iterable[Question]) -> Review:
        """The review after `questions` were put into the deck by the generator."""
        entries = dict(self.entries)
        for question in questions:
            known = entries.get(question.id)
            decision = known.decision if known else Decision.WRITTEN
            entries[question.id] = Entry(decision, digest(question))
        return replace(self, entries=entries)

    def of(self, question_id: str) -> Decision | None:
        """The decision about a question; None for one that the generator never wrote."""
        entry = self.entries.get(question_id)
        return entry.decision if entry else None

    def refused(self, present: Iterable[str]) -> frozenset[str]:
        """Ids not to write again: rejected, or taken out of the deck by hand."""
        there = set(present)
        return frozenset(
            name
            for name, entry in self.entries.items()
            if entry.decision is Decision.REJECTED or name not in there
        )

    def knows(self, question_id: str) -> bool:
        """Whether it is remembered how the generator wrote the question."""
        entry = self.entries.get(question_id)
        return entry is not None and bool(entry.digest)

    def edited_by_hand(self, question: Question) -> bool:
        """Whether a question is no longer as the generator wrote it; its lines may have moved."""
        entry = self.entries.get(question.id)
        if entry is None or not entry.digest:
            return False
        return entry.digest not in (digest(question), _digest_with_lines(question))


def digest(question: Question) -> str:
    """A short fingerprint of what a question says, wherever its passages stand."""
    placeless = tuple(source.model_copy(update={"lines": None}) for source in question.source)
    return _digest_with_lines(question.model_copy(update={"source": placeless}))


def _digest_with_lines(question: Question) -> str:
    plain = question.model_dump_json(exclude_defaults=True, exclude={"status"})
    return hashlib.sha256(plain.encode()).hexdigest()[:16]


def same_text(one: Question, other: Question) -> bool:
    """Whether two questions of one id say the same, lines and status apart."""
    return digest(one) == digest(other)


def review_path(deck: Path) -> Path:
    """Where the decisions about `deck` are kept: `notes.toml` → `notes.review.json`."""
    return deck.with_suffix(".review.json")


def load_review(deck: Path) -> Review:
    """The decisions about `deck`; an empty review where there are none.

    Raises:
        DeckError: The file beside the deck is not a review.
    """
    path = review_path(deck)
    if not path.exists():
        return Review()
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
        entries = {
            name: Entry(Decision(value["decision"]), str(value.get("digest", "")))
            for name, value in table["questions"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise DeckError(
            f"{path} is not a review that mdquiz wrote.",
            "Mend it, or delete it to begin the review anew.",
        ) from error
    return Review(entries)


def review_text(review: Review) -> str:
    """The file of a review."""
    questions = {
        name: {"decision": entry.decision.value, "digest": entry.digest}
        for name, entry in sorted(review.entries.items())
    }
    return (
        json.dumps({"schema": SCHEMA, "questions": questions}, ensure_ascii=False, indent=1) + "\n"
    )
