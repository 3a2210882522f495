"""What a thing may not do, when something holds, and what a Hindi word means."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mdquiz.generate.facts.fact import Answer, Fact, fact_id
from mdquiz.generate.grammar import parse_clause
from mdquiz.generate.statements import Reading, Statement

_CANNOT = re.compile(
    r"^(?:(?:they|it)\s)?(?:can['’]?t|cannot|can\snot|may\snot|must\snot|mustn['’]t|shall\snot|"
    r"(?:(?:is|are)\s)?(?:not\s(?:allowed|permitted|authori[sz]ed|entitled)\sto|barred\sfrom|prohibited\sfrom))\s"
    r"(?P<a>[a-z].{5,140})$",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"^(?P<main>.{12,150}?)(?<!even),?\s(?P<when>only\sif|only\swhen|when|once|if|as\ssoon\sas|provided\sthat)\s"
    r"(?P<a>(?!any\b|at\sall|not\b|so\b)[^;]{8,120})$"
)
_OF_TIME = re.compile(
    r"\b(?:day|year|time|period|era|moment|stage|case|age|date|instance|situation|\d{4}|"
    r"know|knows|knew|known|asks?|asked|sees?|saw|say|says|said|tells?|told|decides?|decided|"
    r"determines?|examines?|examined|finds?|found)$|[:;]"
)
_MEANS = re.compile(
    r"^(?P<word>.{2,60}?)\s(?:शब्द\s)?(?:का|की|के)\s(?:(?:शाब्दिक|सामान्य|मूल)\s)?(?P<noun>अर्थ|मतलब|आशय|तात्पर्य)\s"
    r"(?:है|होता\sहै|था)\s*[:–-]?\s*(?P<a>.{2,90})$"
    r"|^(?P<word_2>.{2,60}?)\s(?:शब्द\s)?(?:का|की|के)\s(?:(?:शाब्दिक|सामान्य|मूल)\s)?(?P<noun_2>अर्थ|मतलब|आशय|तात्पर्य)\s"
    r"(?P<a_2>.{2,90}?)\s(?:से\s)?(?:है|होता\sहै|था)$"
)


def predicates(reading: Reading) -> Iterator[Fact]:
    """Negative predicates, conditions and Hindi meanings."""
    for statement in reading.statements:
        if statement.form != "clause":
            continue
        cannot = _CANNOT.match(statement.text)
        if cannot:
            yield _fact(reading, statement, "cannot", cannot["a"], cannot.start("a"))
            continue
        condition = _CONDITION.match(statement.text)
        if condition and _holds(reading, condition):
            yield _fact(
                reading,
                statement,
                "condition",
                condition["a"],
                condition.start("a"),
                condition["when"],
                (f"{condition['when']} {condition['a']}",),
            )
        means = _MEANS.match(statement.text) if statement.label is None else None
        if means:
            said = "a" if means["a"] else "a_2"
            word = means["word"] or means["word_2"]
            noun = means["noun"] or means["noun_2"]
            yield _fact(
                reading, statement, "meaning", means[said], means.start(said), f"{word} का {noun}"
            )


def _holds(reading: Reading, found: re.Match[str]) -> bool:
    """Whether one half is a clause for certain, and the second is the condition of the first."""
    if _OF_TIME.search(found["main"]) or len(found["a"].split()) < 3:
        return False
    verb = any(word in reading.lexicon.third for word in found["main"].split()[1:])
    return verb or any(
        parse_clause(found[half], reading.lexicon) is not None for half in ("main", "a")
    )


def _fact(
    reading: Reading,
    statement: Statement,
    kind: str,
    said: str,
    start: int,
    relation: str = "",
    accept: tuple[str, ...] = (),
) -> Fact:
    span = reading.span(statement)
    bare = said.strip(" \"“”'‘’.।")
    return Fact(
        fact_id(kind, span.quote, bare),
        kind,
        Answer("text", bare, accept=accept),
        (span,),
        (statement.block, statement.start + start, 3),
        statement.topics,
        reading.document.blocks[statement.block].section,
        "",
        relation,
        statement.index,
        start,
        start + len(said),
    )
