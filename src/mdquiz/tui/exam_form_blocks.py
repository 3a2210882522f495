"""What the start form says of the exam that would begin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mdquiz.exams.amounts import amount_text
from mdquiz.exams.blueprint import Blueprint
from mdquiz.exams.hand_in import blanks_rule
from mdquiz.exams.paper import Paper
from mdquiz.exams.preset import Preset
from mdquiz.exams.presets import replaces_shipped
from mdquiz.exams.report_words import minutes_text
from mdquiz.tui.exam_choice import Prospect
from mdquiz.tui.exam_wording import questions_words, worth_words
from mdquiz.tui.literal import literal_line
from mdquiz.tui.widgets.plot import Piece
from mdquiz.tui.widgets.prose import Block

MOST_TOPICS = 12
BAR = 20


def paper_blocks(now: Prospect) -> Iterator[Block]:
    """The paper in a line, its marking, and what is not as the exam has it."""
    if now.problem:
        yield Block(now.problem, "bold $text-error", lead="✗ ", lead_style="bold $text-error")
    paper, plan = now.paper, now.plan
    if paper is None or plan is None:
        return
    size = (
        f"{questions_words(len(paper.items))} · {amount_text(paper.total)} marks · "
        f"{minutes_text(paper.seconds * 1000)}"
    )
    yield Block(size, "bold $primary")
    yield Block(_marking(paper), "$foreground-muted")
    if rule := blanks_rule(paper):
        yield Block(rule, "$text-warning", lead="▲ ", lead_style="$text-warning")
    if paper.locked:
        yield Block(_sections(paper), "$foreground-muted")
    for note in paper.notes:
        loud = len(paper.items) < plan.questions and note == paper.notes[0]
        style = "$text-warning" if loud else "$foreground-muted"
        yield Block(note, style, lead="▲ " if loud else "· ", lead_style=style)


def _marking(paper: Paper) -> str:
    worths = list(dict.fromkeys(item.worth for item in paper.items))
    if len(worths) > 3:
        return "Marks by section"
    return "   or   ".join(worth_words(worth) for worth in worths) + "   for right and wrong"


def _sections(paper: Paper) -> str:
    parts = [
        f"{section.name} {section.count} in {minutes_text((section.seconds or 0) * 1000)}"
        for section in paper.sections
    ]
    return "One after the other, each locked: " + " · ".join(parts)


def preset_more(preset: Preset) -> str:
    """Size and marking of a preset, where its figures are from, and whether they are sure."""
    words = (
        f"{questions_words(preset.questions)}, {amount_text(preset.total)} marks, "
        f"{amount_text(preset.minutes)} minutes; {marks_words(preset)}. "
        f"As of {preset.as_of or 'an unknown date'}."
    )
    if not preset.shipped:
        replaced = ", and it replaces the built-in one" if replaces_shipped(preset.name) else ""
        return f"{words} Your own{replaced}."
    return words if preset.verified else f"{words} Unverified: {_doubt(preset)}."


def marks_words(preset: Preset) -> str:
    """`+2  −2/3`, or that sections differ."""
    scheme = preset.scheme
    if any(part.marks is not None or part.penalty is not None for part in scheme.sections):
        return "marks by section"
    return worth_words(scheme.worth(0))


def _doubt(preset: Preset) -> str:
    return preset.doubt or "read the notification"


def minutes_of(plan: Blueprint) -> str:
    """The minutes of a plan."""
    return amount_text(plan.minutes)


def count_lines(now: Prospect, width: int) -> list[list[Piece]]:
    """How many questions there are, by topic with bars, and by format."""
    found = now.found
    if found is None:
        return []
    first: list[Piece] = [(f"{found.total:,}", "bold"), (" to draw from", "")]
    remarks = [f"; {found.unasked:,} of other formats"] if found.unasked else []
    for remark in (*remarks, "; no fact is asked twice"):
        if sum(len(text) for text, _ in first) + len(remark) <= width:
            first.append((remark, "$foreground-muted"))
    lines: list[list[Piece]] = [first]
    lines += _topic_lines(found.topics, width)
    lines += _format_lines(now, width)
    return lines


def _topic_lines(topics: Mapping[str, int], width: int) -> list[list[Piece]]:
    ordered = sorted(topics.items(), key=lambda pair: (-pair[1], pair[0]))
    shown = ordered[:MOST_TOPICS] if len(ordered) > MOST_TOPICS + 1 else ordered
    most = max(topics.values(), default=1)
    bar = min(BAR, max(width // 4, 4))
    lines: list[list[Piece]] = []
    for name, count in shown:
        filled = max(round(bar * count / most), 1)
        lines.append(
            [
                (f"{count:>6,}  ", "bold"),
                ("━" * filled, "$primary"),
                ("─" * (bar - filled), "$primary-muted"),
                ("  " + literal_line(name, max(width - bar - 10, 4)), ""),
            ]
        )
    if len(shown) < len(ordered):
        rest = ordered[len(shown) :]
        words = f"{sum(count for _, count in rest):>6,}  of {len(rest)} other topics"
        lines.append([(words, "$foreground-muted")])
    return lines


def _format_lines(now: Prospect, width: int) -> list[list[Piece]]:
    assert now.found is not None
    asked = {name for plan in now.plan.plans() for name in plan.formats} if now.plan else set()
    lines: list[list[Piece]] = []
    line: list[Piece] = []
    used = 0
    for name, count in sorted(now.found.formats.items(), key=lambda pair: (-pair[1], pair[0])):
        on = name in asked or (name == "numeric" and "short" in asked)
        words = f"{'✓' if on else '✗'} {count:,} {name.replace('_', '/')}"
        if line and used + len(words) + 3 > width:
            lines.append(line)
            line, used = [], 0
        if line:
            line.append(("   ", ""))
        line.append((words, "" if on else "$foreground-muted"))
        used += len(words) + 3
    return [*lines, line] if line else lines
