"""What the review says of one question: what it counted, the key, remarks, explanation, source."""

from __future__ import annotations

from collections.abc import Sequence

from mdquiz.decks.asked import Asked, Form
from mdquiz.exams.amounts import amount_text
from mdquiz.exams.attempt import Reply
from mdquiz.exams.marking import Marked, Result
from mdquiz.exams.report_words import minutes_text
from mdquiz.grading.grade import grade
from mdquiz.grading.verdict import Outcome, Verdict
from mdquiz.tui.exam_wording import LUCKY_LOOK, RESULT_LOOKS, RESULT_WORDS
from mdquiz.tui.widgets.prose import Block
from mdquiz.tui.wording import answer_blocks


def judged_reply(asked: Asked, reply: Reply, one: Marked, *, corrected: bool) -> Verdict:
    """What grading says of the answer that stands, for its remarks; the key alone for none.

    The outcome is the marked result's: where the key was corrected, or grading by itself sees it
    otherwise, the remarks would speak of another key, and the key stands alone.
    """
    alone = Verdict(Outcome.REVEALED, None)
    response = reply.response
    if corrected or response is None or (asked.form is Form.ONE and len(response.chosen) != 1):
        return alone
    verdict = grade(asked, response, reply.bucket.drill)
    return verdict if (verdict.outcome is Outcome.RIGHT) == (one.result is Result.RIGHT) else alone


def result_blocks(
    asked: Asked, reply: Reply, one: Marked, verdict: Verdict, corrections: Sequence[str] = ()
) -> list[Block]:
    """Result and marks first, what was corrected since, then what a drill would say of the answer.

    Args:
        asked: The question, its key as corrected.
        reply: What was done with it.
        one: The question marked.
        verdict: As `judged_reply` makes it.
        corrections: What was corrected about it, a sentence each.
    """
    sign, style = LUCKY_LOOK if one.lucky else RESULT_LOOKS[one.result]
    words = "Right, but by luck: counts as not known" if one.lucky else RESULT_WORDS[one.result]
    marks = amount_text(abs(one.score))
    earned = f"+{marks}" if one.score > 0 else f"−{marks}" if one.score < 0 else "0"
    facts = [earned, minutes_text(one.spent_ms)]
    if one.bucket.value:
        facts.insert(1, one.bucket.words)
    if reply.marked:
        facts.append("marked for review")
    blocks = [
        Block(f"{words}   {' · '.join(facts)}", f"bold {style}", f"{sign} ", f"bold {style}"),
    ]
    if one.remark:
        blocks.append(Block(one.remark, "$foreground-muted italic"))
    blocks += [Block(words, "$text-warning", "! ", "bold $text-warning") for words in corrections]
    _, *rest = answer_blocks(asked, verdict)
    if one.result is Result.BLANK and reply.earlier:
        blocks.append(Block("An answer was given and taken back.", "$foreground-muted italic"))
    return [*blocks, *rest]
