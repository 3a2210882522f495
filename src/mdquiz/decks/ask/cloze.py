"""Put one gap of a cloze: the text with that gap blank and the others filled in."""

from __future__ import annotations

from mdquiz.decks.ask.setting import Setting
from mdquiz.decks.asked import Asked, Expected, Form
from mdquiz.decks.kinds.cloze import Cloze, Gap, gaps
from mdquiz.text import folded

BLANK = "_____"


def ask_cloze(question: Cloze, setting: Setting) -> Asked:
    """Gap `setting.card.part` of `question`; other gaps with the same answer are blank as well.

    Raises:
        KeyError: There is no such gap.
    """
    translation = getattr(question, setting.language, None) if setting.translated else None
    text = question.text if translation is None else translation.text
    prompt = question.prompt if translation is None else translation.prompt
    gap = _gap(text, setting.card.part)
    own = _gap(question.text, setting.card.part)
    shown = blanked(text, gap)
    return Asked(
        card=setting.card,
        type=question.type,
        form=Form.TYPED,
        language=setting.language,
        stem=f"{prompt}\n{shown}" if prompt else shown,
        answer=gap.answer,
        expected=Expected(gap.answer, accept=() if own == gap else (own.answer,)),
        hint=gap.hint,
    )


def blanked(text: str, gap: Gap) -> str:
    """`text` with `gap` blank and the other gaps filled in."""
    shown, end = [], 0
    for each in gaps(text):
        secret = each.number == gap.number or folded(each.answer) == folded(gap.answer)
        shown += [text[end : each.start], BLANK if secret else each.answer]
        end = each.end
    return "".join(shown) + text[end:]


def _gap(text: str, part: str) -> Gap:
    return {gap.number: gap for gap in gaps(text)}[part]
