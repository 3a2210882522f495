"""What a gate sees, and what it says."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from mdquiz.decks.question import Question
from mdquiz.generate.candidates.candidate import Candidate, Material
from mdquiz.generate.facts.fact import Fact
from mdquiz.generate.fold import folded
from mdquiz.generate.questions import question_of

_MARKUP = re.compile(r"[*_`\\]+|==|~~|<[^<>]*>")

_LINK_END = re.compile(r"\]\([^()]*\)")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True)
class Bench:
    """What a gate may hold a candidate against."""

    material: Material
    familiar: set[str] = field(default_factory=set)
    """Words of prompts, as written, that the document is known to have."""
    _questions: dict[int, tuple[Candidate, Question]] = field(default_factory=dict)

    def question(self, candidate: Candidate) -> Question:
        """The question that `candidate` makes; made once.

        Raises:
            pydantic.ValidationError: It makes none.
        """
        known = self._questions.get(id(candidate))
        if known is None or known[0] is not candidate:
            known = candidate, question_of(candidate, self.material)
            self._questions[id(candidate)] = known
        return known[1]

    @cached_property
    def facts(self) -> dict[str, Fact]:
        """The facts by id."""
        return {fact.id: fact for fact in self.material.facts}

    @cached_property
    def _spoken(self) -> list[str]:
        return re.findall(r"[^\W_]+", plain(" ".join(self.material.reading.document.lines)))

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word and number of the document, folded."""
        return frozenset(self._spoken)

    @cached_property
    def _fours(self) -> frozenset[tuple[str, ...]]:
        said = self._spoken
        return frozenset(zip(said, said[1:], said[2:], said[3:], strict=False))

    def says(self, text: str) -> bool:
        """Whether the document has the words of `text` in that order (looked up by fours)."""
        said = re.findall(r"[^\W_]+", plain(text))
        if len(said) < 4:
            return all(word in self.words for word in said)
        return all(
            four in self._fours for four in zip(said, said[1:], said[2:], said[3:], strict=False)
        )

    @cached_property
    def sentences(self) -> frozenset[str]:
        """Every statement of the document, folded."""
        return frozenset(plain(s.text).rstrip(" .।") for s in self.material.reading.statements)


@dataclass(frozen=True, slots=True)
class GateVerdict:
    """What a gate said of a candidate: the reason it was held back, or "" when it passed."""

    gate: str
    reason: str

    @property
    def ok(self) -> bool:
        """Whether it passed."""
        return not self.reason


Gate = Callable[[Candidate, Bench], str]
"""Says why a candidate may not pass; "" when it may."""


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """`text` without markup, folded, with single spaces: for looking one text up in another."""
    text = _LINK_END.sub("", _MARKUP.sub("", text)).replace("[", "").replace("]", "")
    return _SPACES.sub(" ", folded(text))


def contains(text: str, words: str) -> bool:
    """Whether folded `text` has `words` in it, whole."""
    wanted = plain(words).strip(" .,;।")
    if not wanted:
        return False
    at = text.find(wanted)
    while at >= 0:
        before = text[at - 1 : at]
        after = text[at + len(wanted) : at + len(wanted) + 1]
        if not (before.isalnum() and wanted[0].isalnum()) and not (
            after.isalnum() and wanted[-1].isalnum()
        ):
            return True
        at = text.find(wanted, at + 1)
    return False
