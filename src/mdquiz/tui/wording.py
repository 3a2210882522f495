"""The lines that both front ends show of a question, as blocks for this one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mdquiz.decks.asked import Asked, Claim, Form
from mdquiz.grading.verdict import Outcome, Verdict
from mdquiz.study.lines import Line, answer_lines, option_label, question_lines
from mdquiz.tui.widgets.prose import Block

_LABEL = re.compile(r"^(?:\(?(?:[0-9]{1,2}|[IVX]{1,4}|[A-Ha-h])[.)]|[✓✗≈•]) ")

_STYLES = {
    "stem": "bold",
    "closing": "bold",
    "heading": "$foreground-muted",
    "hint": "$foreground-muted italic",
    "answer": "bold",
    "note-right": "$text-success",
    "note-wrong": "$text-error",
    "note-info": "$text-warning",
    "source": "$foreground-muted",
}
_NOTES = ("note-right", "note-wrong", "note-info")
_OUTCOME_STYLES = {
    Outcome.RIGHT: "$text-success",
    Outcome.ALMOST: "$text-warning",
    Outcome.WRONG: "$text-error",
}
_INDENT = "  "

LONGEST_BOLD = 240
"""Letters of a stem; whole paragraphs in bold are hard to read."""


def passage_blocks(asked: Asked) -> list[Block]:
    """The passage to read first; nothing where there is none."""
    return [Block(line.text) for line in question_lines(asked) if line.role == "passage"]


def question_blocks(asked: Asked, *, judged: bool = False) -> list[Block]:
    """Stem, claims, lists and closing, without the passage and the options.

    Args:
        asked: The question.
        judged: Whether each claim shows if it is true.
    """
    lines = [line for line in question_lines(asked) if line.role not in ("passage", "option")]
    return _blocks(lines, asked.claims if judged else ())


def answer_blocks(asked: Asked, verdict: Verdict, *, chosen: bool = False) -> list[Block]:
    """The verdict, what was typed, the key, remarks, explanation and source.

    Args:
        asked: The question.
        verdict: What grading says.
        chosen: Whether to say as well which options were chosen or how the items were put.
    """
    blocks = _blocks(answer_lines(asked, verdict))
    if verdict.outcome is Outcome.REVEALED:
        return [Block("How well did you know it? 1 to 4", "bold $primary"), *blocks]
    first, *rest = blocks
    loud = f"bold {_OUTCOME_STYLES[verdict.outcome]}"
    given = _given_blocks(asked, verdict) if chosen or asked.form is Form.TYPED else []
    return [Block(first.text, loud, first.lead, loud), *given, *rest]


def _given_blocks(asked: Asked, verdict: Verdict) -> list[Block]:
    """What the learner said; an option only where it was not the key, which stands below."""
    if not verdict.given:
        return []
    lead, text = "You wrote: ", verdict.given
    if asked.form is Form.ARRANGE:
        lead = "Your order: "
    elif asked.form in (Form.ONE, Form.SEVERAL):
        if verdict.outcome is Outcome.RIGHT:
            return []
        lead = "You chose: "
        labels = [
            option_label(at)
            for at, option in enumerate(asked.options)
            if asked.form is Form.ONE and option.text == verdict.given
        ]
        text = " ".join([*labels, text])
    return [Block(text, lead=lead, lead_style="$foreground-muted")]


def whole_blocks(asked: Asked, *, answer: bool) -> list[Block]:
    """The question to look at, passage and options included; with the key where it is wanted."""
    blocks = _blocks(question_lines(asked), asked.claims if answer else ())
    if answer:
        first, *rest = _blocks(answer_lines(asked))
        blocks += [Block(first.text, "bold $text-success", "✓ ", "bold $text-success", 1), *rest]
    return blocks


def _blocks(lines: Sequence[Line], judged: Sequence[Claim] = ()) -> list[Block]:
    """One block a line, set apart where the kind of line changes."""
    blocks: list[Block] = []
    previous = ""
    claims = iter(judged)
    for line in lines:
        gap = int(_stands_apart(line.role, previous))
        claim = next(claims, None) if line.role in ("claim", "row") else None
        blocks.append(_block(line, gap, claim))
        previous = line.role
    return blocks


def _stands_apart(role: str, previous: str) -> bool:
    if not previous or role == previous:
        return False
    return (role, previous) != ("row", "heading") and not (role in _NOTES and previous in _NOTES)


def _block(line: Line, gap: int, claim: Claim | None) -> Block:
    style = _STYLES.get(line.role, "")
    if line.role == "stem" and len(line.text) > LONGEST_BOLD:
        style = ""
    label = _LABEL.match(line.text) if line.role not in ("stem", "passage") else None
    lead, text = (label.group(), line.text[label.end() :]) if label else ("", line.text)
    if line.role in _NOTES:
        return Block(text, style, lead, style, gap)
    lead_style = "$accent"
    if line.role in ("claim", "row", "option"):
        lead = _INDENT + lead
    if claim is not None:
        lead = ("✓ " if claim.true else "✗ ") + lead[len(_INDENT) :]
        lead_style = "$text-success" if claim.true else "$text-error"
    return Block(text, style, lead, lead_style, gap)
