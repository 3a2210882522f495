"""Put newly generated questions into a deck that is there already, and lose nothing of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from mdquiz.decks.deck import Deck
from mdquiz.decks.question import Question
from mdquiz.decks.quotes import Notes
from mdquiz.decks.read import read_deck_text
from mdquiz.generate.document import Document
from mdquiz.generate.marks import marked, with_document, with_questions
from mdquiz.generate.questions import SETS, first_name
from mdquiz.generate.review import Review, same_text


@dataclass(frozen=True, slots=True)
class Merged:
    """A deck's text after merging.

    Attributes:
        text: The file; what stood in it is there unchanged, comments included, but for marks.
        had: How many questions the deck had.
        own: How many of them the author wrote.
        added: Questions put in.
        kept: Ids of generated questions that were there already.
        edited: Those of them that the author changed; they stay so.
        stale: Ids whose passage no longer stands in the document, newly marked.
        still: Ids that were marked so before, and still are.
        revived: Ids that were stale and whose passage is there again.
        refused: Ids not written because the author rejected or removed them.
        moved: Ids whose lines, or quotes, were brought up to date.
        deck: The deck that `text` says; the old one where it could not be added to.
        sound: Whether the text reads back as intended; if not, it must not replace the file.
    """

    text: str
    had: int
    own: int
    deck: Deck
    added: tuple[Question, ...] = ()
    kept: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    still: tuple[str, ...] = ()
    revived: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    sound: bool = True

    @property
    def changed(self) -> bool:
        """Whether a person would call the deck another than it was."""
        return bool(self.added or self.stale or self.revived or self.moved)


def merge(
    text: str,
    old: Deck,
    new: Deck,
    document: Document,
    review: Review,
) -> Merged:
    """Merge `new` into the file `text` of `old`.

    A question stands while it would be made again of the same facts, or all its passages are in
    the document; one figure of a set that changes makes the whole set stale.

    Args:
        text: The file as it stands.
        old: The deck that it says.
        new: What the generator made of the document now.
        document: The document now.
        review: The author's decisions.
    """
    # The ids of sets in older decks end without a digest; their facts tell.
    fresh = {first_name(question.id): question for question in new.questions}
    fresh |= {question.id: question for question in new.questions}
    notes = Notes(document.lines)
    generated = [question for question in old.questions if question.rule]
    standing = {q.id for q in generated if _stands(q, fresh, notes)}
    edited = {q.id for q in generated if _edited(q, fresh, review)}
    present = [question.id for question in old.questions]
    refused = review.refused(present)
    wanted, left = [], []
    taken = {first_name(q.id) for q in generated if q.type in SETS and q.id in standing}
    for question in new.questions:
        if question.id in present:
            continue
        if {question.id, first_name(question.id)} & refused:
            left.append(question.id)
        elif question.type not in SETS or first_name(question.id) not in taken:
            wanted.append(question)
    changes: dict[str, Question] = {}
    for question in generated:
        changed = _brought_up(question, fresh.get(question.id), notes, edited=question.id in edited)
        if question.id not in standing and question.status is None:
            changed = changed.model_copy(update={"status": "stale"})
        elif question.id in standing and question.status == "stale":
            changed = changed.model_copy(update={"status": None})
        if changed != question:
            changes[question.id] = changed
    merged = _written(text, old, new, changes, wanted)
    if merged is None:  # lines may stand where they cannot be found; then they are let be
        changes = {
            q.id: q.model_copy(update={"status": changes[q.id].status})
            for q in generated
            if q.id in changes and changes[q.id].status != q.status
        }
        merged = _written(text, old, new, changes, wanted)
    before = {question.id: question for question in generated}
    found = Merged(
        text if merged is None else merged[0],
        had=len(old.questions),
        own=len(old.questions) - len(generated),
        deck=old if merged is None else merged[1],
        added=tuple(wanted),
        kept=tuple(before),
        edited=tuple(name for name in before if name in edited),
        refused=tuple(left),
        still=tuple(
            q.id for q in generated if q.status == "stale" and _status(q, changes) == "stale"
        ),
        sound=merged is not None,
    )
    return replace(
        found,
        stale=tuple(q.id for q in generated if not q.status and _status(q, changes) == "stale"),
        revived=tuple(q.id for q in generated if q.status and _status(q, changes) is None),
        moved=tuple(name for name, q in changes.items() if q.source != before[name].source),
    )


def _status(question: Question, changes: Mapping[str, Question]) -> str | None:
    return changes.get(question.id, question).status


def _stands(question: Question, fresh: Mapping[str, Question], notes: Notes) -> bool:
    """Whether the document still says all that the question was made from."""
    now = fresh.get(question.id)
    if now is not None and set(now.facts) == set(question.facts):
        return True
    return all(notes.has(source.quote) for source in question.source if source.quote)


def _edited(question: Question, fresh: Mapping[str, Question], review: Review) -> bool:
    """Whether the author changed it; where nothing is remembered of it, by what is made now."""
    if review.knows(question.id):
        return review.edited_by_hand(question)
    now = fresh.get(question.id)
    return now is not None and not same_text(question, now.model_copy(update={"id": question.id}))


def _brought_up(
    question: Question, now: Question | None, notes: Notes, *, edited: bool
) -> Question:
    """The question with its sources as they stand now; otherwise as it is."""
    made = now.source if now is not None else ()
    again = not edited and len(made) == len(question.source)
    sources = []
    for number, source in enumerate(question.source):
        if again and source.lines and source.quote and not notes.has(source.quote):
            # Its facts are there, or it would not be made again; another word of the line changed.
            source = made[number].model_copy(update={"section": source.section})
        elif source.lines and source.quote and not notes.stands(source.quote, source.lines):
            lines = next((each.lines for each in made if each.quote == source.quote), None)
            lines = lines or notes.place(source.quote, source.lines) or source.lines
            source = source.model_copy(update={"lines": lines})
        sources.append(source)
    changed = tuple(sources) != question.source
    return question.model_copy(update={"source": tuple(sources)}) if changed else question


def _written(
    text: str, old: Deck, new: Deck, changes: Mapping[str, Question], added: list[Question]
) -> tuple[str, Deck] | None:
    """The file and the deck that it says; None where it would not say what is meant."""
    merged = marked(text, old.questions, changes)
    if merged is None:
        return None
    merged = with_document(merged, old.document, new.document)
    merged = with_questions(merged, new, added)
    deck = read_deck_text(merged, "merged.toml").deck
    expected = [*(changes.get(q.id, q) for q in old.questions), *added]
    return (merged, deck) if deck is not None and expected == list(deck.questions) else None
