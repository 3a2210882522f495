"""Put newly generated questions into a deck that is there already, and lose nothing of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mdquiz.decks.deck import Deck
from mdquiz.decks.kinds.base import Source
from mdquiz.decks.question import Question
from mdquiz.decks.read import read_deck_text
from mdquiz.decks.write import deck_text
from mdquiz.generate.document import Document
from mdquiz.generate.review import Review

_QUESTION = re.compile(r"^[ \t]*\[\[[ \t]*question[ \t]*\]\][ \t]*(?:#.*)?$", re.MULTILINE)
_SHA = re.compile(r'^(?P<key>\s*sha256\s*=\s*)"[0-9a-f]{64}"', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Merged:
    """A deck's text after merging.

    Attributes:
        text: The file; what stood in it is there unchanged, comments included, but for marks.
        added: Questions put in.
        kept: Ids that were there already and are left as they are.
        edited: Those of them that the author changed.
        stale: Ids whose passage no longer stands in the document, newly marked.
        revived: Ids that were stale and whose passage is there again.
        refused: Ids not written because the author rejected or removed them.
        sound: Whether the text reads back as intended; if not, it must not replace the file.
    """

    text: str
    added: tuple[Question, ...] = ()
    kept: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    revived: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    sound: bool = True

    @property
    def changed(self) -> bool:
        """Whether anything is to be written."""
        return bool(self.added or self.stale or self.revived)


def merge(text: str, old: Deck, new: Deck, document: Document, review: Review) -> Merged:
    """Merge `new` into the file `text` of `old`, by question id.

    Args:
        text: The file as it stands.
        old: The deck that it says.
        new: What the generator made of the document now.
        document: The document now.
        review: The author's decisions.
    """
    present = [question.id for question in old.questions]
    refused = review.refused(present)
    known = set(present)
    wanted = [q for q in new.questions if q.id not in known and q.id not in refused]
    fresh = {q.id for q in new.questions}
    said = "\n".join(document.lines)
    stale, revived, edited = [], [], []
    for question in old.questions:
        if not question.rule:
            continue
        if review.edited_by_hand(question):
            edited.append(question.id)
        stands = question.id in fresh or _supported(question, said)
        if not stands and question.status is None:
            stale.append(question.id)
        elif stands and question.status == "stale":
            revived.append(question.id)
    merged = _with_status(text, present, set(stale), set(revived))
    if new.document is not None:
        merged = _SHA.sub(rf'\g<key>"{new.document.sha256}"', merged, count=1)
    merged = _with_questions(merged, new, wanted)
    sound = _reads_back(merged, old, wanted, stale, revived)
    return Merged(
        merged,
        tuple(wanted),
        tuple(q for q in present if q in fresh),
        tuple(edited),
        tuple(stale),
        tuple(revived),
        tuple(q.id for q in new.questions if q.id in refused and q.id not in known),
        sound,
    )


def _supported(question: Question, said: str) -> bool:
    source = question.source
    sources: tuple[Source, ...] = (source,) if isinstance(source, Source) else source
    quotes = [s.quote for s in sources if s.quote]
    return all(quote in said for quote in quotes)


def _with_status(text: str, ids: Sequence[str], stale: set[str], revived: set[str]) -> str:
    heads = list(_QUESTION.finditer(text))
    if len(heads) != len(ids):
        return text if not (stale or revived) else ""
    out: list[str] = []
    at = 0
    for number, (head, name) in enumerate(zip(heads, ids, strict=True)):
        end = heads[number + 1].start() if number + 1 < len(heads) else len(text)
        out.append(text[at : head.end()])
        body = text[head.end() : end]
        if name in stale:
            out.append('\nstatus = "stale"')
        elif name in revived:
            body = re.sub(r'\n[ \t]*status[ \t]*=[ \t]*"stale"[ \t]*', "", body, count=1)
        out.append(body)
        at = end
    out.append(text[at:])
    return "".join(out)


def _with_questions(text: str, deck: Deck, questions: list[Question]) -> str:
    if not questions:
        return text
    alone = deck_text(deck.model_copy(update={"questions": tuple(questions), "passages": ()}))
    blocks = alone[alone.index("[[question]]") :]
    return text.rstrip("\n") + "\n\n" + blocks


def _reads_back(
    text: str, old: Deck, added: list[Question], stale: list[str], revived: list[str]
) -> bool:
    reading = read_deck_text(text, "merged.toml")
    if reading.deck is None:
        return False
    expected: list[Question] = []
    for question in old.questions:
        if question.id in stale:
            expected.append(question.model_copy(update={"status": "stale"}))
        elif question.id in revived:
            expected.append(question.model_copy(update={"status": None}))
        else:
            expected.append(question)
    return [*expected, *added] == list(reading.deck.questions)
