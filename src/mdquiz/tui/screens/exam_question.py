"""How an exam puts its open question: a heading, the passage, the question, and keys to options."""

from __future__ import annotations

from mdquiz.decks.asked import Asked, Form
from mdquiz.exams.attempt import Attempt
from mdquiz.tui.exam_wording import item_worth_words, reply_look, reply_words
from mdquiz.tui.widgets.choices import LETTERS
from mdquiz.tui.widgets.prose import Block
from mdquiz.tui.wording import passage_blocks, question_blocks

SEVERAL_WORDS = "More than one may be right: mark all that are."


def question_parts(attempt: Attempt, asked: Asked) -> tuple[list[Block], list[Block], list[Block]]:
    """Heading, passage and question of the open question."""
    item = attempt.paper.item(attempt.current)
    reply = attempt.reply(attempt.current)
    sign, style = reply_look(reply)
    heading = Block(
        f"{sign} {reply_words(reply)}",
        style,
        lead=f"Question {item.number}   {item_worth_words(attempt.paper, item)}   ",
        lead_style="$foreground-muted",
    )
    question = question_blocks(asked)
    if asked.form is Form.SEVERAL and not asked.closing:
        question.append(Block(SEVERAL_WORDS, "$foreground-muted italic", gap=1))
    return [heading], passage_blocks(asked), question


def option_of(asked: Asked, key: str) -> int | None:
    """The position of the option that a letter or digit means; None when it means none."""
    if asked.form is Form.TYPED or len(key) != 1:
        return None
    if asked.type == "true_false" and key in "tf":
        for position, option in enumerate(asked.options):
            if _says_true(option.text) == (key == "t"):
                return position
    if key.isdecimal():
        position = int(key) - 1
    elif key in LETTERS:
        position = LETTERS.index(key)
    else:
        return None
    return position if 0 <= position < len(asked.options) else None


def _says_true(text: str) -> bool:
    return text.casefold() in ("true", "सही", "सत्य")
