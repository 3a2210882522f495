"""The answer is worth knowing."""

from __future__ import annotations

import re

from mdquiz.generate.candidates.candidate import Candidate
from mdquiz.generate.gates.gate import Bench

_TRIVIAL = frozenset(
    [
        "yes",
        "no",
        "true",
        "false",
        "one",
        "it",
        "this",
        "that",
        "the",
        "a",
        "an",
        "and",
        "or",
        "of",
        "in",
        "to",
        "for",
        "by",
        "on",
        "various",
        "many",
        "several",
        "some",
        "few",
        "all",
        "none",
        "etc",
        "other",
        "others",
        "same",
        "above",
        "below",
        "article",
        "section",
        "chapter",
        "part",
        "note",
        "notes",
        "india",
        "indian",
        "new",
        "important",
        "key",
        "main",
        "major",
        "different",
        "also",
        "first",
        "development",
        "issue",
        "issues",
        "government",
        "country",
        "countries",
        "people",
        "state",
        "states",
        "year",
        "years",
        "nation",
        "nations",
        "world",
        "act",
        "law",
    ]
)


def worth_asking(candidate: Candidate, bench: Bench) -> str:
    """An answer of one filler word, of punctuation, or of one letter teaches nothing."""
    del bench
    if candidate.type not in {"short", "cloze", "choice"}:
        return ""
    text = candidate.answer.text.strip().casefold()
    if not re.search(r"\w", text):
        return "the answer has no word in it"
    if text in _TRIVIAL:
        return f"the answer {text!r} is too general"
    if len(text) == 1 and not text.isdigit():
        return "the answer is a single letter"
    return ""
