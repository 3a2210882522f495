"""Questions that a model proposes: held against the notes like any other, or dropped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from mdquiz.generate.candidates.candidate import Candidate, Material
from mdquiz.generate.document import Document, SourceSpan
from mdquiz.generate.facts.fact import Answer, fact_id
from mdquiz.generate.llm_endpoint import Caller
from mdquiz.generate.progress import Tell, silent

LONGEST_SECTION = 8_000
"""Characters of a section that are sent; the rest of a longer one is left to the rules."""
QUOTE_REACH = 12
"""Lines after the named one in which a quote is looked for."""
MOST_PROPOSALS = 40
"""Questions of one section that are looked at; a section holds fewer facts that are worth it."""
LONGEST_TEXT = 2_000
"""Characters of a prompt, answer, distractor or quote; longer ones pass no gate anyway."""
MOST_DISTRACTORS = 8

SYSTEM = (
    "You write exam questions from study notes. Use only what the numbered lines say. Ask one fact a "  # noqa: E501
    "question, so that it can be understood months later without the notes. Copy `quote` letter for letter "  # noqa: E501
    "from the lines, markup included, and give the number of its first line. The answer must stand in the "  # noqa: E501
    "quote. Give three distractors of the answer's own kind that are certainly wrong, none of them in the "  # noqa: E501
    "lines, or none at all for a short question."
)
SCHEMA: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["questions"],
    "properties": {
        "questions": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["type", "prompt", "answer", "distractors", "quote", "line"],
                "properties": {
                    "type": {"enum": ["short", "choice"]},
                    "prompt": {"type": "string"},
                    "answer": {"type": "string"},
                    "distractors": {"type": "array", "items": {"type": "string"}},
                    "quote": {"type": "string"},
                    "line": {"type": "integer"},
                },
            },
        }
    },
}


def proposals(material: Material, caller: Caller, tell: Tell = silent) -> Iterator[Candidate]:
    """Candidates from a model, section by section; none where it cannot be asked."""
    document = material.reading.document
    dropped: Counter[str] = Counter()
    answers: dict[int, set[str]] = {}
    for fact in material.facts:
        answers.setdefault(fact.section, set()).add(fact.answer.text)
    sections = list(_sections(document))
    for number, (section, lines) in enumerate(sections):
        tell(number / len(sections))
        asked = answers.get(section, set())
        user = "\n".join(f"{number}: {document.lines[number - 1]}" for number in lines)
        known = "; ".join(sorted(asked))[:1500]
        answer = caller.ask(SYSTEM, f"{user}\n\nAlready asked for: {known}", SCHEMA, well_formed)
        if answer is None:
            continue
        dropped.update(answer["dropped"])
        for proposal in answer["questions"]:
            candidate = _candidate(document, section, proposal)
            if candidate is None:
                dropped["quote what does not stand on their lines"] += 1
            else:
                yield candidate
    tell(1.0)
    if dropped:
        said = ", ".join(f"{count} {reason}" for reason, count in dropped.items())
        caller.report(f"Of the model's questions some were dropped: {said}.")


def well_formed(answer: Any) -> dict[str, Any]:
    """The questions of an answer that have the form asked for, and how many had not, and why.

    Raises:
        ValueError: None has, or there is no list of questions at all.
    """
    if not isinstance(answer, dict) or not isinstance(answer.get("questions"), list):
        raise ValueError("it has no list `questions`")
    given = answer["questions"]
    sound = [proposal for proposal in given[:MOST_PROPOSALS] if _is_proposal(proposal)]
    if given and not sound:
        raise ValueError("none of its questions has the fields that a question needs")
    before = answer.get("dropped")  # what is read from the cache says it by itself
    dropped = {
        "lack a field or have one of the wrong kind": len(given[:MOST_PROPOSALS]) - len(sound),
        f"came after the first {MOST_PROPOSALS} of their section": len(given[MOST_PROPOSALS:]),
    }
    if isinstance(before, dict):
        dropped = {name: n for name in dropped if isinstance(n := before.get(name), int)}
    fields = ("type", "prompt", "answer", "quote", "line", "distractors")
    return {
        "questions": [{name: proposal[name] for name in fields} for proposal in sound],
        "dropped": {name: count for name, count in dropped.items() if count},
    }


def _is_proposal(proposal: Any) -> bool:
    if not isinstance(proposal, dict) or proposal.get("type") not in ("short", "choice"):
        return False
    line, distractors = proposal.get("line"), proposal.get("distractors")
    if not isinstance(line, int) or isinstance(line, bool) or not isinstance(distractors, list):
        return False
    texts = [*(proposal.get(name) for name in ("prompt", "answer", "quote")), *distractors]
    return len(distractors) <= MOST_DISTRACTORS and all(map(_is_text, texts))


def _is_text(text: Any) -> bool:
    """Whether a value is text that can be stored: half of a surrogate pair cannot."""
    if not isinstance(text, str) or not text.strip() or len(text) > LONGEST_TEXT:
        return False
    return not any("\ud800" <= character <= "\udfff" for character in text)


def _sections(document: Document) -> Iterator[tuple[int, list[int]]]:
    lines: dict[int, dict[int, None]] = {}
    for block in document.blocks:
        if block.damaged or block.kind == "heading":
            continue
        for run in block.runs:
            lines.setdefault(block.section, {})[run.line + 1] = None
    for section, numbers in lines.items():
        kept: list[int] = []
        size = 0
        for number in sorted(numbers):
            size += len(document.lines[number - 1])
            if size > LONGEST_SECTION:
                break
            kept.append(number)
        if kept:
            yield section, kept


def _candidate(document: Document, section: int, proposal: dict[str, Any]) -> Candidate | None:
    """A proposal as a candidate; None where its quote does not stand in the notes."""
    kind = proposal["type"]
    prompt, answer, quote = (proposal[name].strip() for name in ("prompt", "answer", "quote"))
    span = _span(document, proposal["line"], quote)
    if span is None:
        return None
    options = tuple(dict.fromkeys([answer, *(d.strip() for d in proposal["distractors"])]))
    return Candidate(
        (fact_id("llm", quote, answer),),
        kind,
        prompt,
        Answer("text", answer),
        "llm",
        (span,),
        section,
        0.5,
        options=tuple(sorted(options)) if kind == "choice" else (),
    )


def _span(document: Document, line: int, quote: str) -> SourceSpan | None:
    """Where a quote stands at or after `line`, if it does."""
    height = quote.count("\n")
    for first in range(max(line, 1), min(line + QUOTE_REACH, len(document.lines)) + 1):
        span = SourceSpan(first, first + height, quote)
        if document.quote_stands(span):
            return span
    return None
