"""Statement I and II (and III): whether each is correct, and whether one explains the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import StrictBool

from mdquiz.decks.kinds.base import Problem, Prose, QuestionBase, Table, TranslationBase, Words


class MainStatement(Table):
    """Statement I.

    Attributes:
        text: What it says.
        true: Whether it is correct.
        why: Why it is or is not.
    """

    text: Words
    true: StrictBool
    why: Prose = ""


class ReasonStatement(MainStatement):
    """Statement II or III; `explains` tells whether it is the reason for Statement I."""

    explains: StrictBool = False


class StatementWording(Table):
    """One statement in another language; its truth stands in the question."""

    text: Words
    why: Prose = ""


class AssertionTranslation(TranslationBase):
    """The statements in another language."""

    prompt: Prose = ""
    statement_1: StatementWording
    statement_2: StatementWording
    statement_3: StatementWording | None = None


class Assertion(QuestionBase):
    """Statement-I/Statement-II with the four-option ladder, or the three-statement one of 2024."""

    type: Literal["assertion"]
    prompt: Prose = ""
    """The opening words; "Consider the following statements:" when left out."""
    statement_1: MainStatement
    statement_2: ReasonStatement
    statement_3: ReasonStatement | None = None
    hi: AssertionTranslation | None = None
    en: AssertionTranslation | None = None

    @property
    def statements(self) -> tuple[MainStatement, ...]:
        """The two or three statements in order."""
        third = () if self.statement_3 is None else (self.statement_3,)
        return (self.statement_1, self.statement_2, *third)

    def _line(self) -> str:
        return f"{self.prompt} {self.statement_1.text} …".strip()

    def _key(self) -> str:
        words = ["true" if self.statement_1.true else "false"]
        for reason in (self.statement_2, self.statement_3):
            if reason is not None:
                words.append("true" if reason.true else "false")
                words.append("explains" if reason.explains else "apart")
        return " ".join(words)

    def problems(self) -> Iterator[Problem]:
        """Truths for which the examiner's ladder has no option."""
        reasons = {"statement_2": self.statement_2}
        if self.statement_3 is not None:
            reasons["statement_3"] = self.statement_3
        explained = False
        for key, reason in reasons.items():
            if reason.explains and not (reason.true and self.statement_1.true):
                explained = True
                yield Problem(
                    "explains-untrue",
                    (key, "explains"),
                    "a statement explains another only when both are correct",
                    "set explains = false, or correct the truth of the statements",
                )
        if not explained and not self._on_the_ladder():
            yield Problem(
                "no-such-option",
                ("statement_1",),
                "no option of the examiner's ladder fits these truths",
                _LADDER_3 if self.statement_3 is not None else _LADDER_2,
            )
        for language, translation in (("hi", self.hi), ("en", self.en)):
            if translation is None:
                continue
            if (translation.statement_3 is None) != (self.statement_3 is None):
                yield Problem(
                    "translation-shape",
                    (language,),
                    "the question and its translation differ in the number of statements",
                    "translate each statement of the question, and no other",
                )

    def _on_the_ladder(self) -> bool:
        if self.statement_3 is None:
            return self.statement_1.true or self.statement_2.true
        true = [reason for reason in (self.statement_2, self.statement_3) if reason.true]
        return not true or any(reason.explains for reason in true)


_LADDER_2 = "make at least one of the two statements correct"
_LADDER_3 = "let a correct Statement II or III explain Statement I, or make both incorrect"
