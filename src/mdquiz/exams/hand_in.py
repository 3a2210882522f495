"""What a candidate should know before handing in: what is blank, and what blanks cost."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from mdquiz.exams.amounts import amount_text, percent_text
from mdquiz.exams.attempt import Attempt
from mdquiz.exams.paper import Paper


def blank_numbers(attempt: Attempt, numbers: Iterable[int] | None = None) -> list[int]:
    """The questions with nothing marked, "not attempted" not either; None: of the whole paper."""
    wanted = range(1, len(attempt.replies) + 1) if numbers is None else numbers
    return [number for number in wanted if not attempt.reply(number).answered]


def answered_count(attempt: Attempt, numbers: Iterable[int] | None = None) -> int:
    """Questions with an answer; "not attempted" is none."""
    wanted = range(1, len(attempt.replies) + 1) if numbers is None else numbers
    return sum(attempt.reply(number).response is not None for number in wanted)


def declined_count(attempt: Attempt) -> int:
    """Questions marked "not attempted"."""
    return sum(reply.declined for reply in attempt.replies)


def most_blanks(paper: Paper) -> int | None:
    """How many questions may be left blank without disqualifying; None where any number may."""
    limit = paper.scheme.max_blank_ratio
    return None if limit is None else int(limit * len(paper.items))


def blanks_rule(paper: Paper) -> str:
    """`Each blank costs 4/9; more than 15 blank (10 %) disqualify.`; "" where blanks are free."""
    parts = []
    if paper.scheme.blank_penalty:
        parts.append(f"each blank costs {amount_text(paper.scheme.blank_penalty)}")
    most = most_blanks(paper)
    if most is not None:
        parts.append(
            f"more than {most} blank ({_limit(paper)}) disqualify"
            if most
            else f"a single blank (over {_limit(paper)}) disqualifies"
        )
    words = "; ".join(parts)
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def blank_warnings(attempt: Attempt, none_key: str) -> list[str]:
    """What the blanks of the whole paper would do if it were handed in now; the worst first.

    Args:
        attempt: The attempt as it stands.
        none_key: What marks "not attempted" in this front end.
    """
    paper = attempt.paper
    blank = len(blank_numbers(attempt))
    most = most_blanks(paper)
    lines = []
    if most is not None and blank > most:
        lines.append(
            f"{blank} of {len(paper.items)} are blank: more than {most} ({_limit(paper)}) "
            "disqualify you."
            if most
            else f"{blank} of {len(paper.items)} blank: even one disqualifies you."
        )
    cost = paper.scheme.blank_penalty
    if cost and blank:
        if blank == 1:
            lines.append(f"1 blank costs {amount_text(cost)} marks.")
        else:
            whole = amount_text(cost * blank)
            lines.append(f"{blank} blank cost {amount_text(cost)} each, {whole} in all.")
    if lines and paper.scheme.not_attempted_option:
        lines.append(f"{none_key} marks “not attempted”, which costs nothing.")
    return lines


def whole_left_ms(attempt: Attempt, left_ms: int) -> int:
    """Time left of the whole paper.

    Args:
        attempt: The attempt as it stands.
        left_ms: Time left of its open section, or of a paper without locked sections.
    """
    later = attempt.paper.sections[attempt.section + 1 :] if attempt.paper.locked else ()
    return left_ms + sum(section.seconds or 0 for section in later) * 1000


def _limit(paper: Paper) -> str:
    share = paper.scheme.max_blank_ratio or Fraction(0)
    return percent_text(share).replace(".0 %", " %")
