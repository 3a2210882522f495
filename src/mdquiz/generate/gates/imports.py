"""The prompt brings in nothing: its numbers and names occur in the document."""

from __future__ import annotations

import re

from mdquiz.generate.candidates.candidate import Candidate
from mdquiz.generate.fold import folded
from mdquiz.generate.gates.gate import Bench
from mdquiz.generate.words import words

_NAMES_AND_NUMBERS = re.compile(r"\b[A-Z][^\W_]*(?:['’][^\W_]+)?|[\d०-९]+[^\W_]*")
_PARTS = re.compile(r"[^\W_]+")
_ASKED_FOR = re.compile(
    r"\b[Ww]hich (?:(?:two|three|four|five|six|seven|eight|\d) )?"
    r"(?:States? or )?(?:Union )?$|किस $"
)
_OURS = words("imports-ours")


def imports_nothing(candidate: Candidate, bench: Bench) -> str:
    """A capitalised word or a number of the prompt that the document never has is invented."""
    if candidate.type in {"statements", "rows", "match", "order", "assertion"}:
        texts = [candidate.prompt]
        texts += [judged.text for judged in candidate.judged if judged.true]
    else:
        texts = [candidate.prompt] if candidate.truth else []
    known, familiar = bench.words, bench.familiar
    for text in texts:
        if familiar.issuperset(_NAMES_AND_NUMBERS.findall(text)):
            continue
        for found in _NAMES_AND_NUMBERS.finditer(text):
            word = folded(found.group())
            if word in known or word in _OURS:
                familiar.add(found.group())
                continue
            parts = _PARTS.findall(word)
            if all(p in known or p in _OURS or p == "s" or p + "s" in known for p in parts):
                familiar.add(found.group())
                continue
            if _ASKED_FOR.search(text[: found.start()]):
                continue  # "which State": our own word for the kind of thing
            return f"{found.group()!r} does not stand in the document"
    return ""
