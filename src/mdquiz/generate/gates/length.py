"""Neither too terse to be understood nor too long to be read."""

from __future__ import annotations

import re

from mdquiz.generate.candidates.candidate import Candidate
from mdquiz.generate.gates.gate import Bench

PROMPT_WORDS = (2, 60)
ANSWER_CHARACTERS = 240
OPTION_CHARACTERS = 160

_GAP = re.compile(r"\{\{.*?\}\}")
_WORD = re.compile(r"[\u0900-\u097f]{2,}|[^\W_]{2,}")
"""A word; the vowel signs of Devanagari are no letters to `\\w`."""
_DEVANAGARI = re.compile(r"[\u0900-\u097f]")


def _words_around(cloze: str) -> int:
    return len(_WORD.findall(_GAP.sub(" ", cloze)))


def fits(candidate: Candidate, bench: Bench) -> str:
    """Prompts of 2 to 60 words, answers to 240 characters, options to 160."""
    del bench
    if candidate.type in {"short", "choice", "cloze", "true_false"}:
        words = len(candidate.prompt.split())
        if candidate.type == "cloze" and _words_around(candidate.prompt) < 2:
            return "a gap with nothing around it"
        if words < PROMPT_WORDS[0] and not (words and _DEVANAGARI.search(candidate.prompt)):
            return "too terse to ask"
        if words > PROMPT_WORDS[1]:
            return f"{words} words are too long a prompt"
    if candidate.type in {"short", "cloze"} and len(candidate.answer.text) > ANSWER_CHARACTERS:
        return f"an answer of {len(candidate.answer.text)} characters cannot be recalled"
    if any(len(option) > OPTION_CHARACTERS for option in candidate.options):
        return "an option is too long"
    if any(len(judged.text) > 300 for judged in candidate.judged):
        return "a statement is too long"
    return ""
