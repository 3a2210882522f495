"""Smells of a sentence that was cut or joined wrongly."""

from __future__ import annotations

import re

from mdquiz.generate.candidates.candidate import Candidate
from mdquiz.generate.gates.gate import Bench

_SMELLS = (
    (
        re.compile(r"\b(?:the|a|an)\s+(?:which|what|how many|how much|whom|who)\b"),
        "an article before the question word",
    ),
    (re.compile(r"\b(?:which|what)\s+\w+\s+(?:which|what)\b"), "two question words"),
    (re.compile(r"\b(?!(?:had|that)\b)([a-z]{2,})\s+\1\b"), "a word twice"),
    (re.compile(r"\s[,;:](?:\s|$)|,,|\(\s*\)|\[\s*\]|\.\.(?!\.)|,\s*\?"), "loose punctuation"),
    (re.compile(r"\*\*|__|\]\(|</?\w+>|\\[*_$]|\|"), "markup left in it"),
    (
        re.compile(
            r"\b(?:and|or|the|a|an)\s*\?$|\b(?:of|in|to|for|and|or|with|by|the|a|an|from|at|as)\s*\.?$"
        ),
        "it ends in the middle",
    ),
    (
        re.compile(
            r"^\W*(?:and|or|but|which|whose)\s+(?!(?:of|one|two|three|four|five|six|is|was|are|were|has|had)\b)(?=[a-z]+\s+(?:and|or)\b)"
        ),
        "it begins in the middle",
    ),
    (re.compile(r":\s*\?|\?\s*\?|^\W*\?"), "nothing before the question mark"),
    (re.compile(r"\b(?:e\.g\.|i\.e\.|etc|such as)\s*\?"), "it ends in the middle"),
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
        for pattern, smell in _SMELLS:
            if pattern.search(text):
                return f"{smell}: {text[:60]!r}"
        for left, right in _BRACKETS:
            if text.count(left) != text.count(right):
                return f"a bracket without its fellow: {text[:60]!r}"
    return ""
