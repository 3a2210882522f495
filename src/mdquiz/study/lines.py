"""A question and its verdict as lines of text: the one wording that both front ends print."""

from __future__ import annotations

from dataclasses import dataclass

from mdquiz.decks.asked import Asked, Form
from mdquiz.grading.verdict import Outcome, Rating, Verdict

_OUTCOMES = {
    Outcome.RIGHT: "✓ Right.",
    Outcome.ALMOST: "≈ Almost: you decide whether it counts.",
    Outcome.WRONG: "✗ Wrong.",
}
_NOTE_ROLES = {"right": "note-right", "wrong": "note-wrong", "missing": "note-wrong"}
_NOTE_ROLES |= {"extra": "note-wrong", "info": "note-info"}
_NOTE_SIGNS = {"right": "✓", "wrong": "✗", "missing": "✗", "extra": "✗", "info": "•"}


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph to show; it may hold line breaks and may be longer than the screen is wide.

    Attributes:
        role: What it is: passage, stem, heading, claim, row, closing, option, hint; then verdict
            and its notes (note-right, note-info, note-wrong), answer, explanation, source.
        text: What to print.
    """

    role: str
    text: str


def option_label(position: int) -> str:
    """The label of the option at `position` (from 0): (a), (b), …."""
    return f"({chr(ord('a') + position)})"


def question_lines(asked: Asked) -> list[Line]:
    """What the learner sees before they answer, from the passage down to the options."""
    lines = [Line("passage", asked.passage)] if asked.passage else []
    lines.append(Line("stem", asked.stem))
    if asked.columns:
        lines.append(Line("heading", " : ".join(asked.columns)))
    role = "row" if asked.columns else "claim"
    lines += [Line(role, claim_text(claim.label, claim.text)) for claim in asked.claims]
    for title, entries in zip(asked.list_titles, asked.lists, strict=True):
        lines.append(Line("heading", title))
        lines += [Line("row", f"{name}. {text}") for name, text in entries]
    if asked.closing:
        lines.append(Line("closing", asked.closing))
    if asked.form is Form.ARRANGE:
        shown = enumerate(asked.arrange, start=1)
        lines += [Line("option", f"{number}. {text}") for number, text in shown]
    lines += [
        Line("option", f"{option_label(at)} {option.text}")
        for at, option in enumerate(asked.options)
    ]
    if asked.hint:
        lines.append(Line("hint", f"Hint: {asked.hint}"))
    return lines


def answer_lines(asked: Asked, verdict: Verdict | None = None) -> list[Line]:
    """What the learner sees after they answered, from the verdict down to the source.

    Args:
        asked: The question as it was put.
        verdict: What grading says; None to show the key alone.
    """
    lines: list[Line] = []
    if verdict is not None and verdict.outcome in _OUTCOMES:
        text = _OUTCOMES[verdict.outcome]
        if verdict.misconception:
            text = "✗ Wrong, and you were sure: this one comes back first."
        elif verdict.outcome is Outcome.RIGHT and verdict.suggested is Rating.AGAIN:
            text = "✓ Right, but guessed: counted as not known."
        lines.append(Line("verdict", text))
    lines.append(Line("answer", f"Answer: {key_text(asked)}"))
    if verdict is not None:
        lines += [
            Line(_NOTE_ROLES.get(note.mark, "note-info"), f"{_NOTE_SIGNS[note.mark]} {note.text}")
            for note in verdict.notes
        ]
    if asked.explanation:
        lines.append(Line("explanation", asked.explanation))
    lines += [Line("source", text) for text in source_text(asked)]
    return lines


def key_text(asked: Asked) -> str:
    """The key in words, with the letters of the options as they are shown now."""
    right = [at for at, option in enumerate(asked.options) if option.right]
    if not right:
        return asked.answer
    labels = ", ".join(option_label(at) for at in right)
    return f"{labels} {asked.answer}"


def claim_text(label: str, text: str) -> str:
    """A claim with its label: "1. …", or "Statement-I: …" where the label is a name."""
    return f"{label}. {text}" if label.isalnum() else f"{label}: {text}"


def source_text(asked: Asked) -> list[str]:
    """Where the notes say it: one text a section of the notes, with all its lines."""
    places: dict[tuple[str, str], list[str]] = {}
    for source in asked.sources:
        lines = places.setdefault((source.path, source.section), [])
        if source.lines is not None:
            first, last = source.lines
            lines.append(f"{first}" if first == last else f"{first}–{last}")
    texts = []
    for named, lines in places.items():
        where = [each for each in named if each]
        if lines:
            word = "line" if len(lines) == 1 and "–" not in lines[0] else "lines"
            where.append(f"{word} {', '.join(dict.fromkeys(lines))}")
        if where:
            texts.append("Source: " + ", ".join(where))
    return texts
