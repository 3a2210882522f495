"""The answer is worth knowing."""

from __future__ import annotations

import re

from mdquiz.generate.candidates.candidate import Candidate
from mdquiz.generate.gates.gate import Bench
from mdquiz.generate.words import words

_WORD = re.compile(r"\w")
_TRIVIAL = words("trivial-trivial")


def worth_asking(candidate: Candidate, bench: Bench) -> str:
    """An answer of one filler word, of punctuation, or of one letter teaches nothing."""
    del bench
    if candidate.type not in {"short", "cloze", "choice"}:
        return ""
    text = candidate.answer.text.strip().casefold()
    if not _WORD.search(text):
        return "the answer has no word in it"
    if text in _TRIVIAL:
        return f"the answer {text!r} is too general"
    if len(text) == 1 and not text.isdigit():
        return "the answer is a single letter"
    return ""
