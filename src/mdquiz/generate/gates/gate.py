"""What a gate sees, and what it says."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from mdquiz.generate.candidates.candidate import Candidate, Material
from mdquiz.generate.facts.fact import Fact
from mdquiz.text import folded

_MARKUP = re.compile(r"[*_`\\]+|==|~~|<[^<>]*>")


@dataclass(frozen=True)
class Bench:
    """What a gate may hold a candidate against."""

    material: Material

    @cached_property
    def facts(self) -> dict[str, Fact]:
        """The facts by id."""
        return {fact.id: fact for fact in self.material.facts}

    @cached_property
    def text(self) -> str:
        """The whole document, folded and without markup."""
        return plain("\n".join(self.material.reading.document.lines))

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word and number of the document, folded; and of its own spellings of names."""
        return frozenset(re.findall(r"[^\W_]+", self.text))

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


def plain(text: str) -> str:
    """`text` without markup, folded, with single spaces: for looking one text up in another."""
    text = re.sub(r"\]\([^()]*\)", "", _MARKUP.sub("", text)).replace("[[", "").replace("]]", "")
    return re.sub(r"\s+", " ", folded(text.replace("[", "").replace("]", "")))


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
