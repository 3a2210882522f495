"""Questions that a model proposes: held against the notes like any other, or dropped."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mdquiz.generate.candidates.candidate import Candidate, Material
from mdquiz.generate.document import Document, SourceSpan
from mdquiz.generate.facts.fact import Answer, fact_id
from mdquiz.generate.llm_endpoint import Caller

LONGEST_SECTION = 8_000
"""Characters of a section that are sent; the rest of a longer one is left to the rules."""
QUOTE_REACH = 12
"""Lines after the named one in which a quote is looked for."""

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


def proposals(material: Material, caller: Caller) -> Iterator[Candidate]:
    """Candidates from a model, section by section; none where it cannot be asked."""
    document = material.reading.document
    for section, lines in _sections(document):
        asked = {f.answer.text for f in material.facts if f.section == section}
        user = "\n".join(f"{number}: {document.lines[number - 1]}" for number in lines)
        known = "; ".join(sorted(asked))[:1500]
        answer = caller.ask(SYSTEM, f"{user}\n\nAlready asked for: {known}", SCHEMA)
        if not isinstance(answer, dict) or not isinstance(answer.get("questions"), list):
            continue
        for proposal in answer["questions"]:
            candidate = _candidate(document, section, proposal)
            if candidate is not None:
                yield candidate


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


def _candidate(document: Document, section: int, proposal: Any) -> Candidate | None:
    """A proposal as a candidate; None where its form is not what was asked for."""
    if not isinstance(proposal, dict):
        return None
    texts = [proposal.get(name) for name in ("type", "prompt", "answer", "quote")]
    distractors = proposal.get("distractors")
    line = proposal.get("line")
    if not all(isinstance(text, str) and text.strip() for text in texts):
        return None
    if not isinstance(line, int) or isinstance(line, bool) or not isinstance(distractors, list):
        return None
    kind, prompt, answer, quote = (str(text).strip() for text in texts)
    span = _span(document, line, quote)
    if span is None or kind not in {"short", "choice"}:
        return None
    options = tuple(
        dict.fromkeys([answer, *(d.strip() for d in distractors if isinstance(d, str))])
    )
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
