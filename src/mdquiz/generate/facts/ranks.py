"""Where somebody stands in an index, who brings it out, and under whose aegis a thing stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mdquiz.generate.entities.dates import IS_DATE
from mdquiz.generate.facts.fact import Answer, Fact, fact_id
from mdquiz.generate.grammar import parse_clause
from mdquiz.generate.headings import is_generic
from mdquiz.generate.shapes import INDEX, rank_in
from mdquiz.generate.statements import Reading, Statement

_BY = re.compile(
    r"^(?:(?:it\s)?(?:is|was)\s)?(?P<verb>(?:brought|put|carried|given|drawn|set|worked)\s(?:out|up|away)|published|released|compiled|"
    r"prepared|issued|produced)\s"
    r"(?:(?:annually|yearly|jointly|biennially|every\syear|each\syear)\s)?by\s(?P<who>(?:the\s)?[^,;()]{2,70})$",
    re.IGNORECASE,
)
_WHEN = re.compile(r"\s(?:on|in|at|for|during|since|from)\s(?:the\s)?[^A-Z]*\d.*$")
"""When a thing was brought out, behind who did it."""
_GLOSS_BY = re.compile(r"^by\s(?P<who>(?:the\s)?[A-Z][^()]{1,70})$")
_PUBLISHER = re.compile(r"^(?P<who>[A-Z][A-Z-]{2,9})$")
_ENDS_BY = re.compile(r"\s\(by\s(?P<who>(?:the\s)?[A-Z][^()]{1,70})\)$")
_AEGIS = re.compile(
    r"^(?:(?:held|organi[sz]ed|works?|run|functions?|implemented)\s)?under\s(?:the\s)?"
    r"(?P<what>aegis|auspices|umbrella|patronage|banner|supervision|control)\sof\s(?P<who>(?:the\s)?[^,;()]{2,70})"
)


def ranks(reading: Reading) -> Iterator[Fact]:
    """Ranks in an index, and the bodies behind indices, reports and programmes."""
    for statement in reading.statements:
        over = _over(statement)
        if not over or statement.form == "lead":
            continue
        rank = rank_in(statement.text, over)
        if rank:
            yield _rank(reading, statement, over, rank)
        by = _BY.match(statement.text)
        if by and statement.label is None:
            who = _WHEN.sub("", by["who"])
            yield _body(reading, statement, over, by["verb"].lower(), who, by.start("who"))
        ends = _ENDS_BY.search(statement.text)
        if ends and statement.label is not None:
            yield _body(reading, statement, over, "by", ends["who"], ends.start("who"))
        inside = statement.label.gloss if statement.label else ""
        gloss = _GLOSS_BY.match(inside) or (
            _PUBLISHER.match(inside) if _foreign(inside, over) else None
        )
        if gloss and (statement.before < 0 or statement.whole):
            yield _body(reading, statement, over, "by", gloss["who"], 0)
        aegis = _AEGIS.match(statement.text)
        if aegis and parse_clause(statement.text, reading.lexicon) is None:
            said = aegis["what"].lower()
            yield _body(reading, statement, over, said, aegis["who"], aegis.start("who"))


def _foreign(gloss: str, over: str) -> bool:
    """Whether capitals behind the name of an index are a body's, not the name's initials."""
    initials = "".join(word[0] for word in over.split() if word[0].isupper())
    return bool(INDEX.search(over)) and not (gloss and (gloss in initials or initials in gloss))


def _over(statement: Statement) -> str:
    """The name that a statement stands under."""
    label = statement.label
    if label is not None and not IS_DATE.match(label.text) and not is_generic(label.text):
        return label.text
    return next((t for t in statement.topics if not IS_DATE.match(t)), "")


def _rank(reading: Reading, statement: Statement, over: str, rank: re.Match[str]) -> Fact:
    place, count = rank["rank"], rank["count"]
    number = re.sub(r"\D", "", place)
    accept = [place, number, f"{number}/{count}"] if count else [number]
    said = statement.text[rank.start("rank") : rank.end("of")] if count else place
    return _fact(
        reading,
        statement,
        "rank",
        Answer("text", said, accept=tuple(a for a in dict.fromkeys(accept) if a != said)),
        over,
        rank["who"] or "",
        rank.start("rank"),
    )


def _body(
    reading: Reading, statement: Statement, over: str, relation: str, who: str, start: int
) -> Fact:
    who = re.sub(r"^the\s", "", who.strip())
    return _fact(reading, statement, "body", Answer("text", who), over, relation, start)


def _fact(
    reading: Reading,
    statement: Statement,
    kind: str,
    answer: Answer,
    subject: str,
    relation: str,
    start: int,
) -> Fact:
    span = reading.span(statement)
    return Fact(
        fact_id(kind, span.quote, answer.text),
        kind,
        answer,
        (span,),
        (statement.block, statement.start + start, 0),
        statement.topics,
        reading.document.blocks[statement.block].section,
        subject,
        relation,
        statement.index,
        start,
        start + len(answer.text),
    )
