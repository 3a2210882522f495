"""Why a question is in a deck: its rule, its passages, and what every gate says of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mdquiz.decks.kinds.base import Source
from mdquiz.decks.question import Question
from mdquiz.decks.quotes import Notes
from mdquiz.generate.candidates.candidate import Material
from mdquiz.generate.gates import examine_all
from mdquiz.generate.gates.gate import Bench, GateVerdict
from mdquiz.generate.pipeline import Generation
from mdquiz.generate.questions import question_id
from mdquiz.generate.review import Review, same_text
from mdquiz.generate.summary import sources_of


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that a question names.

    Attributes:
        source: As the deck gives it.
        now: The lines on which its quote stands in the document as it is; None where it stands
            nowhere, or where the document is not at hand.
    """

    source: Source
    now: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Where a question comes from.

    Attributes:
        rule: The rule that wrote it; empty for one written by hand.
        facts: Its facts.
        passages: The passages it was made from.
        gates: What each gate says of it as it stands in the deck; empty where that is not known.
        remark: Why the gates cannot speak of it; empty where they do.
        edited: Whether the author changed it.
    """

    rule: str
    facts: tuple[str, ...]
    passages: tuple[Passage, ...]
    gates: tuple[GateVerdict, ...] = ()
    remark: str = ""
    edited: bool = False


def reason(
    question: Question,
    generation: Generation | None,
    seed: int = 0,
    review: Review | None = None,
    missing: str = "",
) -> Reason:
    """Why `question` is there; with its gates where `generation` made it as it stands.

    Args:
        question: The question.
        generation: What comes of its document now; None where that is not at hand.
        seed: The seed that its deck was made with.
        review: What is remembered of it.
        missing: Where the document was looked for in vain.
    """
    review = review or Review()
    found = Reason(question.rule, tuple(question.facts), tuple(map(Passage, sources_of(question))))
    if not question.rule:
        return found
    edited = review.edited_by_hand(question)
    if generation is None:
        where = f"The document was not found at {missing}" if missing else "No document is named"
        return replace(found, edited=edited, remark=f"{where}: the checks cannot be shown.")
    notes = Notes(generation.reading.document.lines)
    found = replace(found, passages=tuple(_placed(p.source, notes) for p in found.passages))
    candidate = next((c for c in generation.chosen if question_id(c) == question.id), None)
    if candidate is None:
        remark = (
            "A language model proposed it: the checks cannot be shown without asking it again."
            if question.rule.startswith("llm")
            else "The document no longer gives this question: the checks cannot be shown."
        )
        return replace(found, edited=edited, remark=remark)
    bench = Bench(Material(generation.reading, generation.facts, seed))
    same = same_text(question, bench.question(candidate))
    if edited or (not same and not review.knows(question.id)):
        remark = "It was edited by hand; the checks knew another text, and say nothing of this one."
        return replace(found, edited=True, remark=remark)
    if not same:
        remark = "It would be worded otherwise today; the checks say nothing of this text."
        return replace(found, remark=remark)
    gates = examine_all(candidate, bench)
    return replace(found, gates=tuple(_of_lines(gate, found.passages) for gate in gates))


def _placed(source: Source, notes: Notes) -> Passage:
    return Passage(source, notes.place(source.quote, source.lines) if source.quote else None)


def _of_lines(verdict: GateVerdict, passages: tuple[Passage, ...]) -> GateVerdict:
    """The verdict on quotes is about the lines that the deck gives, not those of a new question."""
    if verdict.gate != "quote":
        return verdict
    for passage in passages:
        lines = passage.source.lines
        if lines and passage.now != lines:
            return GateVerdict("quote", f"the quote does not stand on lines {lines[0]}–{lines[1]}")
    return verdict
