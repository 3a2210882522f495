"""Put a short question: the prompt, and a line to type on."""

from __future__ import annotations

from datetime import date

from mdquiz.decks.ask.setting import Setting
from mdquiz.decks.asked import Asked, Expected, Form
from mdquiz.decks.kinds.short import Short, ShortAnswer


def ask_short(question: Short, setting: Setting) -> Asked:
    """`question` as it is put; in a second language the answers of both languages are right."""
    translation = getattr(question, setting.language, None) if setting.translated else None
    value: ShortAnswer = question.answer
    accept, prompt = question.accept, question.prompt
    if translation is not None:
        prompt = translation.prompt
        accept = (*translation.accept, *accept)
        if translation.answer is not None:
            accept = (*accept, _in_words(question.answer, setting, ordered=False))
            value = translation.answer
    return Asked(
        card=setting.card,
        type=question.type,
        form=Form.TYPED,
        language=setting.language,
        stem=prompt,
        answer=_in_words(value, setting, ordered=question.ordered),
        expected=Expected(
            value=value,
            kind=question.kind or "auto",
            accept=accept,
            tolerance=question.tolerance,
            ordered=question.ordered,
        ),
    )


def _in_words(value: ShortAnswer, setting: Setting, *, ordered: bool) -> str:
    """The key as it is shown: a date with the month in words, a list in one line."""
    if isinstance(value, tuple):
        return (" → " if ordered else "; ").join(value)
    if isinstance(value, date):
        return f"{value.day} {setting.words.months[value.month - 1]} {value.year}"
    return str(value)
