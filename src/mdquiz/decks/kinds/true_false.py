"""A statement that is true or false."""

from __future__ import annotations

from typing import Literal

from pydantic import StrictBool

from mdquiz.decks.kinds.base import QuestionBase, TranslationBase, Words


class TrueFalseTranslation(TranslationBase):
    """The statement in another language."""

    prompt: Words


class TrueFalse(QuestionBase):
    """A statement to judge."""

    type: Literal["true_false"]
    prompt: Words
    answer: StrictBool
    hi: TrueFalseTranslation | None = None
    en: TrueFalseTranslation | None = None

    def _line(self) -> str:
        return self.prompt

    def _key(self) -> str:
        return "true" if self.answer else "false"
