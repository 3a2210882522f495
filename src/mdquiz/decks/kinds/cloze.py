"""A text with gaps, each of which is a card of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from mdquiz.decks.kinds.base import Problem, Prose, QuestionBase, TranslationBase, Words, miscounted
from mdquiz.text import folded

_GAP = re.compile(r"\{\{(?P<body>(?:(?!\{\{|\}\}).)*)\}\}", re.DOTALL)


class Gap(NamedTuple):
    """One gap.

    Attributes:
        number: "1" for the first in the text, and so on; the card's part.
        answer: What stands in it.
        hint: Shown in its place; may be empty.
        start: Where `{{` begins in the text.
        end: Just after its `}}`.
    """

    number: str
    answer: str
    hint: str
    start: int
    end: int


def gaps(text: str) -> tuple[Gap, ...]:
    """The gaps of a cloze text, in order: `{{answer}}` or `{{answer::hint}}`."""
    found = []
    for number, match in enumerate(_GAP.finditer(text), start=1):
        answer, _, hint = match["body"].partition("::")
        found.append(Gap(str(number), answer.strip(), hint.strip(), match.start(), match.end()))
    return tuple(found)


def filled(text: str) -> str:
    """A cloze text with the answers in their gaps."""
    return _GAP.sub(lambda match: match["body"].partition("::")[0].strip(), text)


class ClozeTranslation(TranslationBase):
    """The text in another language, with the same gaps in the same order."""

    prompt: Prose = ""
    text: Words


class Cloze(QuestionBase):
    """A text with gaps."""

    type: Literal["cloze"]
    prompt: Prose = ""
    text: Words
    """Text with `{{gaps}}`, each with an optional hint: `{{Zambia::a country}}`."""
    hi: ClozeTranslation | None = None
    en: ClozeTranslation | None = None

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The gaps of the text, in order."""
        return gaps(self.text)

    def parts(self) -> tuple[str, ...]:
        """The gap numbers."""
        return tuple(gap.number for gap in self.gaps)

    def headline(self, part: str = "") -> str:
        """The text with `part` left out, in one line for lists."""
        shown = []
        end = 0
        for gap in self.gaps:
            shown += [self.text[end : gap.start], "[…]" if gap.number == part else gap.answer]
            end = gap.end
        return "".join(shown) + self.text[end:]

    def answer_key(self, part: str = "") -> str:
        """What stands in gap `part`, without case and spacing.

        Raises:
            KeyError: There is no such gap.
        """
        answers = {gap.number: gap.answer for gap in self.gaps}
        return " ".join(folded(answers[part]).split())

    def problems(self) -> Iterator[Problem]:
        """Gaps that are missing, empty or never closed."""
        yield from _text_problems(self.text, ("text",))
        for language, translation in (("hi", self.hi), ("en", self.en)):
            if translation is not None:
                yield from _text_problems(translation.text, (language, "text"))
                count = len(gaps(translation.text))
                yield from miscounted(language, "gaps", len(self.gaps), count)


def _text_problems(text: str, at: tuple[str | int, ...]) -> Iterator[Problem]:
    found = gaps(text)
    rest = _GAP.sub("", text)
    if "{{" in rest or "}}" in rest:
        yield Problem(
            "cloze-unclosed",
            at,
            "a gap is opened or closed only half",
            "write each gap as {{answer}} or {{answer::hint}}, none inside another",
        )
    elif not found:
        yield Problem(
            "cloze-without-gap",
            at,
            "a cloze needs a gap",
            "put double braces round what is to be recalled: {{answer}}",
        )
    for gap in found:
        if not gap.answer:
            yield Problem(
                "cloze-empty-gap",
                at,
                f"gap {gap.number} has no answer",
                "write the answer first, the hint after it: {{answer::hint}}",
            )
