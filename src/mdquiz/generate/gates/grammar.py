"""Smells of a sentence that was cut or joined wrongly."""

from __future__ import annotations

import re
from functools import lru_cache

from mdquiz.generate.candidates.candidate import Candidate
from mdquiz.generate.gates.gate import Bench

# What a text must hold for the pattern to be worth a look, the pattern, and the smell.
_SMELLS = (
    (
        "wh",
        re.compile(r"\b(?:the|a|an)\s+(?:which|what|whom|who)\b"),
        "an article before the question word",
    ),
    (
        "how ",
        re.compile(r"\b(?:the|a|an)\s+how (?:many|much)\b"),
        "an article before the question word",
    ),
    ("wh", re.compile(r"\b(?:which|what)\s+\w+\s+(?:which|what)\b"), "two question words"),
    ("", re.compile(r"\b(?!(?:had|that)\b)([a-z]{2,})\s+\1\b"), "a word twice"),
    ("", re.compile(r"\s[,;:](?:\s|$)|,,|\(\s*\)|\[\s*\]|\.\.(?!\.)|,\s*\?"), "loose punctuation"),
    ("", re.compile(r"\*\*|__|\]\(|</?\w+>|\\[*_$]|\|"), "markup left in it"),
    (
        "",
        re.compile(r"\b(?:of|in|to|for|and|or|with|by|the|a|an|from|at|as)\s*\.?$"),
        "it ends in the middle",
    ),
    ("?", re.compile(r"\b(?:and|or|the|a|an)\s*\?$"), "it ends in the middle"),
    (
        "",
        re.compile(
            r"^\W*(?:and|or|but|which|whose)\s+(?!(?:of|one|two|three|four|five|six|is|was|are|were|has|had)\b)(?=[a-z]+\s+(?:and|or)\b)"
        ),
        "it begins in the middle",
    ),
    ("?", re.compile(r":\s*\?|\?\s*\?|^\W*\?"), "nothing before the question mark"),
    ("?", re.compile(r"\b(?:e\.g\.|i\.e\.|etc|such as)\s*\?"), "it ends in the middle"),
)
_BRACKETS = (("(", ")"), ("“", "”"), ("[", "]"))


def reads_well(candidate: Candidate, bench: Bench) -> str:
    """No doubled words, loose punctuation, unbalanced brackets or left-over markup."""
    del bench
    texts = [candidate.prompt, *candidate.options, *(j.text for j in candidate.judged)]
    texts += [text for pair in candidate.pairs for text in pair] + list(candidate.sequence)
    for text in texts:
        if not text:
            continue
        smell = _smell(text)
        if smell:
            return f"{smell}: {text[:60]!r}"
    return ""


@lru_cache(maxsize=4096)
def _smell(text: str) -> str:
    for hint, pattern, smell in _SMELLS:
        if hint in text and pattern.search(text):
            return smell
    for left, right in _BRACKETS:
        if text.count(left) != text.count(right):
            return "a bracket without its fellow"
    return ""
