"""Whether a text opens with its verb, or with a noun of which it does not say whose it is."""

from __future__ import annotations

import re
from functools import lru_cache

from mdquiz.generate.grammar import parse_clause
from mdquiz.generate.lexicon import Lexicon
from mdquiz.generate.words import words

_NOUNS = words("openings-nouns")
_AFTER_VERB = words("openings-after-verb")
_FOR = re.compile(r"For \{\{|(?:To be|For) [a-z\d]")
_TOPIC = re.compile(r"[^:.]{2,90}:\s")
_CAPITALISED = re.compile(r"[A-Z][a-z]+(?=\s)")
_SUBJECT = re.compile(
    r"^(?P<np>[A-Z][a-z-]+(?:\s[a-z-]+)?)\s(?:is|are|was|were|has|of|for|in|at|to|with|up|(?:of\s)?(?:how|which|what)|\{\{|[\d₹$])"
)


@lru_cache(maxsize=4096)
def without_subject(text: str, lexicon: Lexicon) -> str:
    """The opening word of a text that begins with its verb, or with a noun that is whose?"""
    if _TOPIC.match(text):
        return ""  # a topic is in front
    bare = text.replace("{{", "").replace("}}", "")
    found = _CAPITALISED.match(bare)
    if found is None:
        return ""
    word, following = found.group().lower(), bare[found.end() :].split()[0].lower()
    opens = word in lexicon.participles or (word in lexicon.third and word not in lexicon.noun_like)
    if (
        opens
        and (following in _AFTER_VERB or following[:1] in "0123456789₹$")
        and parse_clause(bare, lexicon) is None
    ):
        return found.group()
    if (
        text.startswith(("For ", "To be "))
        and _FOR.match(text)
        and "," not in text
        and len(text) < 90
    ):
        return found.group() if parse_clause(bare, lexicon) is None else ""
    subject = _SUBJECT.match(text)
    if subject and subject["np"].split()[-1].lower() in _NOUNS:
        rest = re.split(r"\b(?:is|are|was|were|has)\b", text[subject.end("np") :])[0]
        if not re.search(r"\b[A-Z]", rest):
            return subject["np"]
    return ""
