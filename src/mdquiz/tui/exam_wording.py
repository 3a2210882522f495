"""Words, signs and colours of the mock exam's screens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from mdquiz.exams.amounts import amount_text
from mdquiz.exams.attempt import Attempt, Palette, Reply
from mdquiz.exams.confidence import Bucket
from mdquiz.exams.hand_in import declined_count, most_blanks
from mdquiz.exams.marking import Marked, Result
from mdquiz.exams.paper import Item, Paper
from mdquiz.exams.scheme import Worth
from mdquiz.tui.widgets.palette_grid import Cell
from mdquiz.tui.widgets.palette_legend import Sign

PALETTE_LOOKS = {
    Palette.NOT_VISITED: ("·", "$foreground-muted"),
    Palette.NOT_ANSWERED: ("○", "$text-warning"),
    Palette.ANSWERED: ("●", "$text-success"),
    Palette.MARKED: ("◇", "$text-accent"),
    Palette.ANSWERED_MARKED: ("◆", "$text-accent"),
}
"""Sign and colour of each state: filled is answered, a diamond is marked for review."""

DECLINED_LOOK = ("–", "$text-success")
"""Marked "not attempted": nothing to come back to, but no answer either."""

RESULT_LOOKS = {
    Result.RIGHT: ("✓", "$text-success"),
    Result.WRONG: ("✗", "$text-error"),
    Result.BLANK: ("·", "$foreground-muted"),
    Result.NOT_ATTEMPTED: ("–", "$foreground-muted"),
    Result.DROPPED: ("=", "$text-warning"),
}

RESULT_WORDS = {
    Result.RIGHT: "Right",
    Result.WRONG: "Wrong",
    Result.BLANK: "Left",
    Result.NOT_ATTEMPTED: "Not attempted",
    Result.DROPPED: "Dropped by the examiner",
}

LUCKY_LOOK = ("≈", "$text-warning")

BUCKETS = (Bucket.SURE, Bucket.HALF, Bucket.THIRD, Bucket.BLIND)


def palette_cells(attempt: Attempt) -> list[Cell]:
    """How every question of a running paper stands."""
    return [
        Cell(number, *reply_look(reply), number in attempt.open_numbers)
        for number, reply in enumerate(attempt.replies, start=1)
    ]


def reply_look(reply: Reply) -> tuple[str, str]:
    """Sign and colour of one question of a running paper."""
    return DECLINED_LOOK if reply.declined else PALETTE_LOOKS[reply.palette]


def reply_words(reply: Reply) -> str:
    """How one question of a running paper stands; "not attempted" is no answer."""
    if reply.declined:
        return "not attempted, marked" if reply.marked else "not attempted"
    return reply.palette.value


def result_cells(items: Iterable[Marked]) -> list[Cell]:
    """What every question of a marked paper counted as."""
    return [
        Cell(one.number, *(LUCKY_LOOK if one.lucky else RESULT_LOOKS[one.result])) for one in items
    ]


def palette_signs(attempt: Attempt) -> list[Sign]:
    """The five states with their counts; "not attempted" where the exam has it."""
    counts = Counter(reply.palette for reply in attempt.replies if not reply.declined)
    signs = [
        Sign(*PALETTE_LOOKS[state], state.value.removesuffix(" for review"), counts[state])
        if state is Palette.ANSWERED_MARKED
        else Sign(*PALETTE_LOOKS[state], state.value, counts[state])
        for state in Palette
    ]
    if attempt.paper.scheme.not_attempted_option:
        signs.append(Sign(*DECLINED_LOOK, "not attempted", declined_count(attempt)))
    return signs


def result_signs(items: Sequence[Marked]) -> list[Sign]:
    """What questions counted as, with their counts; only what there is."""
    lucky = sum(one.lucky for one in items)
    signs = [
        Sign(
            *RESULT_LOOKS[result],
            RESULT_WORDS[result].lower(),
            sum(one.result is result and not one.lucky for one in items),
        )
        for result in Result
    ]
    signs.insert(1, Sign(*LUCKY_LOOK, "right by luck", lucky))
    return [each for each in signs if each.count]


def section_headings(paper: Paper) -> dict[int, str]:
    """The section that begins at a question, by its number; empty for an undivided paper."""
    return {section.first: section.name for section in paper.sections if section.name}


def open_headings(attempt: Attempt) -> dict[int, str]:
    """The sections of a running paper; of locked ones, which are closed and which not open yet."""
    paper = attempt.paper
    headings = section_headings(paper)
    if not paper.locked:
        return headings
    return {
        section.first: f"{_section_state(position, attempt.section)}{section.name}"
        for position, section in enumerate(paper.sections)
        if section.name
    }


def _section_state(position: int, here: int) -> str:
    return "closed: " if position < here else "locked: " if position > here else "open: "


def number_ranges(numbers: Iterable[int]) -> str:
    """`1–3, 7`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in runs)


def worth_words(worth: Worth) -> str:
    """`+2  −2/3`; what leaving costs stands where it costs."""
    words = f"+{amount_text(worth.marks)}"
    if worth.penalty:
        words += f"  −{amount_text(worth.penalty)}"
    if worth.blank_penalty:
        words += f"  left −{amount_text(worth.blank_penalty)}"
    return words


def item_worth_words(paper: Paper, item: Item) -> str:
    """What a question of a paper is worth, and how many of the paper may be left."""
    most = most_blanks(paper)
    return worth_words(item.worth) + ("" if most is None else f", at most {most} blank")


def questions_words(count: int) -> str:
    """`1 question`, `12 questions`."""
    return "1 question" if count == 1 else f"{count} questions"
