"""Going through a generated deck: accept, edit, reject; each decision is on disk at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from mdquiz.decks.deck import Deck
from mdquiz.decks.patch import question_text, with_question, without_question
from mdquiz.decks.question import Question
from mdquiz.decks.read import read_deck_text
from mdquiz.decks.replace import replace_text
from mdquiz.decks.write import deck_text
from mdquiz.errors import DeckError
from mdquiz.generate.review import Decision, Review, load_review, review_path, review_text
from mdquiz.study.deck_edit import Edit, edited

TO_DO = "to do"
ACCEPTED = "accepted"
EDITED = "edited"
REJECTED = "rejected"
STANDINGS = (TO_DO, ACCEPTED, EDITED, REJECTED)


@dataclass(frozen=True, slots=True)
class Item:
    """A generated question, and how it stands in the review: one of `STANDINGS`."""

    question: Question
    standing: str

    @property
    def stale(self) -> bool:
        """Whether its passage is no longer in the notes."""
        return self.question.status == "stale"


@dataclass(frozen=True)
class Picture:
    """How the review stands.

    Attributes:
        deck: The deck as it is in its file.
        items: Every question the generator made for it, the rejected ones too, in their order.
    """

    deck: Deck
    items: tuple[Item, ...]

    def count(self, standing: str) -> int:
        """How many questions stand so."""
        return sum(item.standing == standing for item in self.items)


@dataclass(frozen=True, slots=True)
class _Step:
    """A decision that can be taken back.

    Attributes:
        question_id: The question.
        standing: How it stood before.
        block: Its text before an edit; empty where it was not edited.
        texts: The deck's text before and after the edit.
        added: Ids of the questions that the edit made beside it.
    """

    question_id: str
    standing: str
    block: str = ""
    texts: tuple[str, str] = ("", "")
    added: tuple[str, ...] = ()


class DeckReview:
    """The review of one deck file. Methods read and write files, and return when that is done.

    Args:
        path: The deck; it must be there.
        made: What the generator makes of the document now, to bring rejected questions back.
        notes: The lines of the document.
    """

    def __init__(self, path: Path, made: Sequence[Question] = (), notes: Sequence[str] = ()):
        self.path = path
        self.notes = tuple(notes)
        self._made = {question.id: question for question in made}
        self._order: list[str] = []
        self._removed: dict[str, str] = {}
        self._drafts: dict[str, str] = {}
        self._undo: list[_Step] = []
        self._text = ""
        self._line_end = "\n"
        self._deck: Deck | None = None
        self._review = Review()
        self.picture = self.look()

    def look(self) -> Picture:
        """How things stand on disk.

        Raises:
            DeckError: The deck or its review cannot be used.
        """
        self._read()
        self._review = load_review(self.path)
        return self._shown()

    def accept(self, question_id: str) -> Picture:
        """Take the question as it is; a rejected one is put back, an edited one stays edited."""
        self._read()
        edited_before = self._standing(question_id) == EDITED
        return self._decide(question_id, Decision.EDITED if edited_before else Decision.ACCEPTED)

    def reject(self, question_id: str) -> Picture:
        """Take the question out of the deck for good: generating again leaves it out."""
        return self._decide(question_id, Decision.REJECTED)

    def undo(self) -> str | None:
        """Take back the last decision of this review; the question's id, None: there was none."""
        if not self._undo:
            return None
        step = self._undo[-1]
        self._read()
        if step.block:
            self._take_back(step)
        self._decide(step.question_id, _DECISIONS[step.standing], remembered=False)
        self._undo.pop()
        return step.question_id

    def text_to_edit(self, question_id: str) -> str:
        """The question as TOML: an edit that could not be taken, or how it stands in the deck."""
        self._read()
        if question_id in self._drafts:
            return self._drafts[question_id]
        return self._block(question_id)

    def drop_draft(self, question_id: str) -> None:
        """Forget an edit that could not be taken."""
        self._drafts.pop(question_id, None)

    def take_edit(self, question_id: str, block: str) -> tuple[str, ...]:
        """Put `block` in place of the question, if it is sound.

        Returns:
            What is wrong with it, for the author; empty where it was taken. An edit that is wrong
            is kept to be edited on.
        """
        self._read()
        before = self._block(question_id)
        if block.strip() == before.strip():
            self.drop_draft(question_id)
            return ()
        text = self._text
        if not self._present(question_id):
            text = self._put_back(question_id, before)
        found: Edit = edited(text, question_id, block)
        if found.problems:
            self._drafts[question_id] = block
            return found.problems
        standing, unedited = self._standing(question_id), self._text
        there = {question_id, *(each.id for each in self._questions)}
        self._write_deck(found.text)
        self._remember(question_id, Decision.EDITED)
        made = tuple(each.id for each in self._questions if each.id not in there)
        self._undo.append(_Step(question_id, standing, before, (unedited, self._text), made))
        self.drop_draft(question_id)
        self.picture = self._shown()
        return ()

    # Within

    def _decide(self, question_id: str, decision: Decision, *, remembered: bool = True) -> Picture:
        self._read()
        standing = self._standing(question_id)
        there = self._present(question_id)
        # The deck first: a review that is cut off between the two files then loses nothing.
        if decision is Decision.REJECTED and there:
            self._removed[question_id] = question_text(self._text, question_id)
            kept = tuple(each for each in self._questions if each.id != question_id)
            self._write_deck(without_question(self._text, question_id), kept)
        elif decision is not Decision.REJECTED and not there:
            text = self._put_back(question_id, self._block(question_id))
            self._write_deck(text, self._questions_with(question_id))
        self._remember(question_id, decision)
        if remembered and standing != _STANDING[decision]:
            self._undo.append(_Step(question_id, standing))
        self.picture = self._shown()
        return self.picture

    def _take_back(self, step: _Step) -> None:
        """Put the deck's text as it was before the edit, whatever else was written since."""
        before, after = step.texts
        text = before
        if self._text != after:
            text = self._text
            for name in step.added:
                if self._present(name):
                    text = without_question(text, name)
            if self._present(step.question_id):
                found = edited(text, step.question_id, step.block)
                if found.problems:
                    raise DeckError("The edit cannot be taken back.", found.problems[0])
                text = found.text
        if text != self._text:
            self._write_deck(text)

    def _present(self, question_id: str) -> bool:
        return any(question.id == question_id for question in self._questions)

    @property
    def _questions(self) -> tuple[Question, ...]:
        return self._deck.questions if self._deck is not None else ()

    def _block(self, question_id: str) -> str:
        """The question's TOML, from the deck, or as it was when it was taken out, or as made."""
        if self._present(question_id):
            return question_text(self._text, question_id)
        if question_id in self._removed:
            return self._removed[question_id]
        if question_id not in self._made or self._deck is None:
            raise DeckError(
                f"{question_id} is in the deck no more, and the document no longer gives it.",
                "Write it anew in your editor if you want it back.",
            )
        alone = self._deck.model_copy(
            update={"questions": (self._made[question_id],), "passages": ()}
        )
        text = deck_text(alone)
        return text[text.index("[[question]]") :]

    def _put_back(self, question_id: str, block: str) -> str:
        """The deck's text with the question where it was."""
        after, before = self._neighbours(question_id)
        return with_question(self._text, block, after=after, before=before)

    def _neighbours(self, question_id: str) -> tuple[str | None, str | None]:
        """The nearest questions of the deck before and after; None where there is none."""
        present = {question.id for question in self._questions}
        at = self._order.index(question_id) if question_id in self._order else len(self._order)
        after = next((name for name in reversed(self._order[:at]) if name in present), None)
        before = next((name for name in self._order[at + 1 :] if name in present), None)
        return after, before

    def _questions_with(self, question_id: str) -> tuple[Question, ...] | None:
        """The deck's questions with that one put back; None where it is not known."""
        known = {item.question.id: item.question for item in self.picture.items}
        if question_id not in known:
            return None
        after, before = self._neighbours(question_id)
        names = [question.id for question in self._questions]
        at = names.index(after) + 1 if after else names.index(before) if before else len(names)
        return (*self._questions[:at], known[question_id], *self._questions[at:])

    def _standing(self, question_id: str) -> str:
        if not self._present(question_id):
            return REJECTED
        decision = self._review.of(question_id)
        if decision is Decision.REJECTED:  # put back by hand since
            return TO_DO
        return _STANDING.get(decision, TO_DO) if decision is not None else TO_DO

    def _shown(self) -> Picture:
        assert self._deck is not None
        there = {question.id: question for question in self._questions}
        refused = self._review.refused(there)
        known = {**{name: q for name, q in self._made.items() if name in refused}, **there}
        for question in self.picture.items if self._order else ():
            known.setdefault(question.question.id, question.question)
        self._order = _in_order(self._order, list(there), list(self._made), known)
        own = [name for name in self._order if known[name].rule]
        items = tuple(Item(known[name], self._standing(name)) for name in own)
        return Picture(self._deck, items)

    def _read(self) -> None:
        """Read the deck again where its file has changed."""
        try:
            with self.path.open(encoding="utf-8-sig", newline="") as file:
                raw = file.read()
        except (OSError, UnicodeDecodeError) as error:
            raise DeckError(f"{self.path} cannot be read: {error}.") from error
        self._line_end = "\r\n" if "\r\n" in raw else "\n"
        text = raw.replace("\r\n", "\n")
        if text == self._text:
            return
        reading = read_deck_text(text, str(self.path))
        if reading.deck is None or reading.errors:
            first = reading.errors[0] if reading.errors else None
            where = f": line {first.line}: {first.message}" if first else ""
            raise DeckError(
                f"{self.path} has errors{where}.", f"Mend it first: `mdquiz check {self.path}`."
            )
        self._text, self._deck = text, reading.deck

    def _write_deck(self, text: str, questions: tuple[Question, ...] | None = None) -> None:
        """Write the deck; `questions` spares reading it again where they are known."""
        _replace(self.path, text.replace("\n", self._line_end))
        if questions is not None and self._deck is not None:
            self._text, self._deck = text, self._deck.model_copy(update={"questions": questions})
        self._read()

    def _remember(self, question_id: str, decision: Decision) -> None:
        self._review = load_review(self.path).decided(question_id, decision)
        _replace(review_path(self.path), review_text(self._review))


_STANDING = {
    Decision.WRITTEN: TO_DO,
    Decision.ACCEPTED: ACCEPTED,
    Decision.EDITED: EDITED,
    Decision.REJECTED: REJECTED,
}
_DECISIONS = {standing: decision for decision, standing in _STANDING.items()}


def _in_order(
    known_order: Sequence[str], there: Sequence[str], made: Sequence[str], wanted: Iterable[str]
) -> list[str]:
    """`wanted` in an order that keeps the earlier one; newcomers stand behind their neighbours."""
    every = set(wanted)
    order = [name for name in known_order if name in every]
    placed = set(order)
    for names in (there, made):
        previous = ""
        for name in names:
            if name in every and name not in placed:
                order.insert(order.index(previous) + 1 if previous else 0, name)
                placed.add(name)
            if name in placed:
                previous = name
    return order


def _replace(path: Path, text: str) -> None:
    """Put `text` in place of the file in one step."""
    try:
        replace_text(path, text)
    except OSError as error:
        raise DeckError(
            f"{path} cannot be written: {error.strerror}.",
            "The decision is not kept. Make room or get leave to write there, then decide again.",
        ) from error
