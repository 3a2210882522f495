"""A short answer, typed or recalled: text, a number, money, a date, or a list of items."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, Strict, StrictBool, StrictFloat, StrictInt

from mdquiz.decks.kinds.base import Problem, Prose, QuestionBase, TranslationBase, Words, miscounted
from mdquiz.text import folded

Items = Annotated[tuple[Words, ...], Field(min_length=2, max_length=40)]
Number = StrictInt | Annotated[StrictFloat, Field(allow_inf_nan=False)]
ShortAnswer = Words | Number | Annotated[date, Strict()] | Items


class ShortTranslation(TranslationBase):
    """A short question in another language; a number or date key needs no translation."""

    prompt: Words
    answer: Words | Items | None = None
    accept: tuple[Words, ...] = ()


class Short(QuestionBase):
    """A question with a short answer."""

    type: Literal["short"]
    prompt: Words
    answer: ShortAnswer
    accept: tuple[Words, ...] = ()
    """Further right answers."""
    kind: Literal["text", "number", "money", "date", "list"] | None = None
    """How the answer is compared; found from the answer itself when left out."""
    tolerance: Number | Prose | None = None
    """Greatest distance from a number that still counts as right, or a share such as "5%"."""
    ordered: StrictBool = False
    """Whether the items of a list must come in this order."""
    hi: ShortTranslation | None = None
    en: ShortTranslation | None = None

    def _line(self) -> str:
        return self.prompt

    def _key(self) -> str:
        if isinstance(self.answer, tuple):
            items = [_plain(item) for item in self.answer]
            return "\n".join(items if self.ordered else sorted(items))
        return _plain(str(self.answer))

    def problems(self) -> Iterator[Problem]:
        """A kind, tolerance or translation that does not fit the answer."""
        listed = isinstance(self.answer, tuple)
        if self.kind is not None and (self.kind == "list") != listed:
            wanted = "list" if listed else "text"
            yield Problem(
                "kind-mismatch",
                ("kind",),
                f'kind is "{self.kind}" but the answer is {"a list" if listed else "not a list"}',
                f'leave `kind` out, or write kind = "{wanted}"',
            )
        if self.ordered and not listed:
            yield Problem(
                "ordered-without-list",
                ("ordered",),
                "only a list of items can be ordered",
                'remove `ordered`, or write the answer as a list: answer = ["…", "…"]',
            )
        yield from self._tolerance_problems()
        for language, translation in (("hi", self.hi), ("en", self.en)):
            if translation is None or translation.answer is None:
                continue
            answer = translation.answer
            if isinstance(self.answer, tuple) and isinstance(answer, tuple):
                yield from miscounted(language, "answer", len(self.answer), len(answer))
            elif listed != isinstance(answer, tuple):
                yield Problem(
                    "translation-shape",
                    (language, "answer"),
                    "the translated answer is not of the question's shape",
                    "translate a list as a list of as many items, a text as a text",
                )

    def _tolerance_problems(self) -> Iterator[Problem]:
        tolerance = self.tolerance
        if tolerance is None:
            return
        if isinstance(self.answer, tuple | date) or self.kind in ("text", "list", "date"):
            yield Problem(
                "tolerance-without-number",
                ("tolerance",),
                "only a number or a sum of money can have a tolerance",
                "remove `tolerance`",
            )
        elif isinstance(tolerance, str):
            share = re.fullmatch(r"(\d{1,3}(?:\.\d+)?)\s?%", tolerance)
            if share is None or not 0 < float(share.group(1)) <= 50:
                yield Problem(
                    "tolerance-range",
                    ("tolerance",),
                    f'"{tolerance}" is not a share above 0% and up to 50%',
                    'write a number, or a share such as tolerance = "5%"',
                )
        elif tolerance < 0:
            yield Problem(
                "tolerance-range",
                ("tolerance",),
                "a tolerance cannot be below zero",
                f"write tolerance = {-tolerance}",
            )


def _plain(text: str) -> str:
    return " ".join(folded(text).split())
