"""The prompt does not give the answer away."""

from __future__ import annotations

import re

from mdquiz.generate.candidates.candidate import Candidate
from mdquiz.generate.gates.gate import Bench, contains, plain
from mdquiz.generate.words import words

_STOP = words("leaks-stop")
_GAP = re.compile(r"\{\{.*?\}\}")
_WORD = re.compile(r"[^\W_]{3,}")


def no_leak(candidate: Candidate, bench: Bench) -> str:
    """The answer, or nearly all of its words, in the prompt leaves nothing to remember."""
    del bench
    if candidate.type not in {"short", "choice", "cloze"}:
        return ""
    prompt = candidate.prompt
    if candidate.type == "cloze":
        prompt = _GAP.sub(" … ", prompt)
    said = plain(prompt)
    for text in candidate.answer.items or (candidate.answer.text,):
        if contains(said, text):
            return f"the prompt says the answer {text!r}"
    if candidate.answer.items:
        return ""
    for text in candidate.answer.accept:
        if len(text) > 2 and contains(said, text):
            return f"the prompt says the answer as {text!r}"
    words = [w for w in _WORD.findall(plain(candidate.answer.text)) if w not in _STOP]
    if not words:
        return ""
    known = set(_WORD.findall(said))
    if len(words) >= 2 and sum(w in known for w in words) > 0.74 * len(words):
        return "the prompt says nearly every word of the answer"
    if (
        len(words) == 1
        and len(words[0]) > 4
        and words[0] in known
        and len(plain(candidate.answer.text).split()) == 1
    ):
        return "the prompt says the answer"
    return ""
