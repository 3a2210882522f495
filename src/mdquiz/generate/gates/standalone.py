"""The question can be understood months later, without the note."""

from __future__ import annotations

import re
from functools import lru_cache

from mdquiz.generate.candidates.candidate import Candidate
from mdquiz.generate.candidates.openings import without_subject
from mdquiz.generate.gates.gate import Bench
from mdquiz.generate.lexicon import Lexicon

_DANGLING = re.compile(
    r"^(?:[^:.]{2,80}:\s+)?(?:It|They|He|She|Its|Their|His|Her|These|Those|This|That|Such|Both|Here|The (?:former|latter|same|said|above))\b(?!\s+is (?:meant|recommended)\b)"  # noqa: E501
)
_POINTING = re.compile(
    r"\b(?:the (?:above|following|said|aforesaid)|the (?:former|latter)(?!\s[a-z])|(?:as )?(?:mentioned|discussed|given|listed|stated|shown|described) (?:above|below|earlier)|"  # noqa: E501
    r"see (?:above|below)|hereinafter|the table below|(?:in|of|on) (?:this|the) (?:note|article|chapter|section|post|blog|page)s?|"  # noqa: E501
    r"these notes|the bibliography)\b(?! (?:statements|pairs|lists|order))"
)
_HINDI = re.compile(
    r"^(?:[^:।]{2,80}:\s)?(?:(?:यह|ये|वह|वे|इसका|इसकी|इसके|इसमें|इसे|इनका|इनकी|इनके|इस|इन|उसका|उसकी|उनके)"
    r"|(?:\S+\s){0,6}(?:उसमें|उसके|उसका|उसकी|उन्हें))\s"
)


_ORDINAL = re.compile(
    r"\bThe [A-Z]?[a-z]*(?:teen|tie|[fxnh]|six|seven|ten|eigh)th"
    r"(?=,|\s(?:was|is|has|covers|headed)\b)"
)
_PERSONAL = re.compile(r"\b(?:he|she|his|her|him)\b")
_SOMEBODY = re.compile(
    r"\b(?:an?|any|every|each|no|the)\s(?:[a-z]+\s)?"
    r"(?:[a-z]*(?:er|or|ant|ent|man|woman|person|ian|ist|zen)|judge|king|ruler|individual)\b"
)
"""Who a "his" later in the sentence can mean."""
_NAME = re.compile(
    r"(?<!^)\b(?!(?:Under|In|On|By|From|To|At|For|If|When|Each|Every|Article|Articles|Section|Which|Who|What|The|Act)\b)[A-Z][a-z]+"
)


_DEMONSTRATIVE = re.compile(
    r"\b(?:this|these|those)\s(?!describe|description)(?:[a-z]+\s)?(?P<noun>[a-z]+)"
)
_THERE = re.compile(
    r"\bthere\b(?!\s(?:is|are|was|were|has|have|had|shall|must|will|may|can|exists?)\b)"
)
_SUCH = re.compile(r"\b[Ss]uch\s(?!as\b)(?:an?\s)?[a-z]+")
_NEAR = 60
"""Characters within which a "this …" can hardly mean something of its own sentence."""


def _points_back(text: str) -> str:
    """A "this region" or "there" whose place or thing is named nowhere before it."""
    found = _DEMONSTRATIVE.search(text)
    if found and found.start() < _NEAR and ". " not in text[: found.start()]:
        noun = found["noun"].rstrip("s")
        if noun not in text[: found.start()].casefold():
            return found.group()
    such = _SUCH.search(text)
    if such and such.start() < _NEAR and ". " not in text[: such.start()]:
        return such.group()
    there = _THERE.search(text)
    if there and not re.search(r"[.:]\s|\b(?:in|at|to|of) (?:the )?[A-Z]", text[: there.start()]):
        return there.group()
    return ""


def _dangles(text: str) -> str:
    """An ordinal without its noun, a "this" that points back, a "his" with nobody before it."""
    ordinal = _ORDINAL.search(text)
    if ordinal:
        return ordinal.group()
    back = _points_back(text)
    if back:
        return back
    person = _PERSONAL.search(text)
    if (
        person
        and not _SOMEBODY.search(text[: person.start()])
        and not _NAME.search(text[: person.start()])
        and "who" not in text[: person.start()]
    ):
        return person.group()
    return ""


def stands_alone(candidate: Candidate, bench: Bench) -> str:
    """No opening pronoun without its noun, no lost subject, no pointing at other parts."""
    lexicon = bench.material.reading.lexicon
    texts = [candidate.prompt] if candidate.prompt else []
    texts += [judged.text for judged in candidate.judged]
    for text in texts:
        if candidate.type == "statements" and text == candidate.prompt:
            continue
        reason = _leans(text, lexicon)
        if reason:
            return reason
    return ""


@lru_cache(maxsize=4096)
def _leans(text: str, lexicon: Lexicon) -> str:
    """What a text needs its surroundings for; "" where it stands alone."""
    if _DANGLING.match(text) or _HINDI.match(text):
        return f"{text.split()[0]!r} refers to something outside the question"
    lost = without_subject(text, lexicon) or _dangles(text)
    if lost:
        return f"{lost!r}: of whom or what, the question does not say"
    found = _POINTING.search(text.lower())
    if found:
        shown = text[found.start() : found.end()]
        return f"{shown!r} points to another place in the notes"
    return ""
