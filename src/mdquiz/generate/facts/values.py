"""Quantities, sums, dates and names in running text: each value of a sentence is a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mdquiz.generate.entities.entity import Entity
from mdquiz.generate.facts.fact import Answer, Fact, fact_id
from mdquiz.generate.fold import occurrences
from mdquiz.generate.statements import Reading, Statement
from mdquiz.generate.words import words

_KINDS = {
    "money": "money",
    "date": "date",
    "year": "number",
    "percent": "number",
    "number": "number",
    "quantity": "number",
}
_JOINT = re.compile(
    r"^(?:,\s*(?:and|or)?\s*(?:the\s+)?|\s*,?\s+(?:and|or|एवं|तथा|और)\s+(?:the\s+)?)$"
)
_OPEN = re.compile(
    r"\b(?:such as|like|including|includes?|e\.g\.|for example|जैसे)\s*(?:the\s+)?$", re.IGNORECASE
)
_WEAK = frozenset({"India", "Indian", "Government", "New Delhi", "Government of India"})
_GENERIC_NAMES = frozenset(
    {
        "Memorandum of Understanding",
        "MoU",
        "Joint Venture",
        "Prime Minister Narendra Modi",
        "Member States",
        "Member State",
    }
)
_NAMES_WEAK_ALONE = words("values-names-weak-alone")
PLURALS = {
    "country": "countries",
    "state": "States",
    "mineral": "minerals",
    "river": "rivers",
    "organisation": "organisations",
    "grouping": "groupings",
    "authority": "authorities",
    "ministry": "ministries",
    "scheme": "schemes",
}


def values(reading: Reading) -> Iterator[Fact]:
    """Every value of every clause."""
    for statement in reading.statements:
        done: set[int] = set()
        for number, entity in enumerate(statement.entities):
            if number in done:
                continue
            group = _coordinated(statement, number)
            if len(group) > 1:
                done.update(group)
                yield _set_fact(reading, statement, [statement.entities[at] for at in group])
                continue
            if _part_of_duration(statement, entity):
                continue
            if _askable(statement, entity):
                yield value_fact(reading, statement, entity)


def value_fact(reading: Reading, statement: Statement, entity: Entity) -> Fact:
    """The fact that a statement's `entity` is what it is."""
    span = reading.span(statement)
    section = reading.document.blocks[statement.block].section
    return Fact(
        fact_id(
            "value",
            span.quote,
            f"{entity.start} {entity.text}"
            if statement.text.count(entity.text) > 1
            else entity.text,
        ),
        "value",
        answer_of(
            entity.text,
            entity,
            reading,
            hyphened=statement.text[entity.end : entity.end + 1] == "-",
        ),
        (span,),
        (statement.block, statement.start + entity.start, 1),
        statement.topics,
        section,
        relation=entity.type,
        statement=statement.index,
        start=entity.start,
        end=entity.end,
        entity=entity,
    )


_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})(?:,\s|\s\()(?P<day>\d{1,2}(?:st|nd|rd|th)?\s[A-Z][a-z]+|[A-Z][a-z]+\s\d{1,2})\)?$"
)


def _usual_date(text: str) -> tuple[str, ...]:
    """The usual way to write "1905 (16 October)": "16 October 1905"."""
    found = _YEAR_FIRST.match(text)
    return (f"{found['day']} {found['year']}",) if found else ()


def answer_of(
    text: str, entity: Entity | None, reading: Reading, *, hyphened: bool = False
) -> Answer:
    """How an answer that is `entity` is given and graded."""
    if entity is None:
        return Answer("text", text, accept=_usual_date(text))
    kind = _KINDS.get(entity.type, "text")
    accept: tuple[str, ...] = ()
    if (
        entity.type == "quantity"
        and entity.unit
        and entity.unit not in {"member", "point", "term", "time"}
        and not hyphened
    ):
        text = f"{entity.text} {entity.unit}"
        kind = "text" if "-" in entity.value else "number"
        accept = (entity.text,)
    elif "-" in entity.value and kind == "number":
        kind = "text"
    elif entity.type == "duration":
        accept = (entity.value, entity.text.split()[0])
    elif entity.type == "degrees":
        accept = tuple({re.sub(r"\s(?:longitude|latitude)$", "", text)} - {text})
    elif entity.type not in _KINDS:
        known = reading.lexicon.names.get(text)
        if known is not None:
            spellings = [known.canonical, *reading.lexicon.synonyms.get(known.canonical, ())]
            accept = tuple(s for s in spellings if s != text)
    return Answer(kind, text, accept=accept)


def _askable(statement: Statement, entity: Entity) -> bool:
    if entity.text in _WEAK and entity.type in {"country", "name", "authority"}:
        return False
    if entity.type not in {"number", "year"} and occurrences(entity.text, statement.text, 2) > 1:
        return False  # blanking one leaves the other to read
    if entity.type == "number" and entity.unit == "" and re.fullmatch(r"\d", entity.text):
        return False
    if entity.type == "mineral" and (
        any(
            m.start <= entity.start
            and entity.end <= m.end
            and m.end - m.start > len(entity.text) + 2
            for m in statement.marks
        )
        or re.search(
            r"(?:\d|two|three|four|five|six|seven|eight|nine|ten)\s$",
            statement.text[: entity.start],
        )
    ):
        return False
    if entity.type == "name" and _DEMONYM.match(entity.text):
        return False
    if entity.text in _GENERIC_NAMES or (entity.text in _NAMES_WEAK_ALONE):
        return False
    opened = statement.text.count("(", 0, entity.start) > statement.text.count(")", 0, entity.start)
    if opened and entity.type not in _KINDS and entity.type not in {"span", "article", "era"}:
        return False  # an expansion or gloss, asked as such
    if entity.type == "abbreviation" and re.search(
        rf"\(\s*{re.escape(entity.text)}\s*\)", statement.text
    ):
        return False
    return not (entity.type == "name" and len(entity.text) < 3)


_DEMONYM = re.compile(
    r"^(?!(?:Gandhi|Delhi|Varanasi|Kochi|Ranchi|Tulsi|Kaveri|Godavari|Nazi|Mali|Ravi|Malabari)$)[A-Z][a-z]{3,}(?:ian|ese|ish|ani|awi|mani)$"
)
_DURATION = re.compile(r"^(?:[\d०-९]+\s+\S+?(?:,\s*|\s+(?:and|और|एवं)\s+|$)){2,}$")


def _part_of_duration(statement: Statement, entity: Entity) -> bool:
    """Whether the entity is one number of a bold "2 years, 11 months, 18 days"."""
    return any(
        m.start <= entity.start
        and entity.end <= m.end
        and _DURATION.match(statement.text[m.start : m.end])
        for m in statement.marks
    )


def _coordinated(statement: Statement, number: int) -> list[int]:
    """Indices of the entities of one type that stand joined by commas and "and"."""
    out = [number]
    entities = statement.entities
    first = entities[number]
    if first.type not in PLURALS and first.type not in {"name", "abbreviation"}:
        return out
    for at in range(number + 1, len(entities)):
        between = statement.text[entities[out[-1]].end : entities[at].start]
        same = entities[at].type == first.type or (
            not between.strip().startswith(",")
            and {entities[at].type, first.type}
            <= {
                "name",
                "abbreviation",
                "grouping",
                "organisation",
                "country",
                "person",
            }
        )
        if not (same and _JOINT.match(between)):
            break
        out.append(at)
    last = statement.text[entities[out[-2]].end : entities[out[-1]].start] if len(out) > 1 else ""
    if len(out) == 2 and not re.search(r"\w", last):
        return [number]  # "Vientiane, Laos" is a place and where it lies
    if len(out) == 2 and any(entities[at].text in _WEAK for at in out):
        return [number]  # "India and Kazakhstan": only the other party is worth asking
    return out


def _set_fact(reading: Reading, statement: Statement, group: list[Entity]) -> Fact:
    start, end = group[0].start, group[-1].end
    belongs = re.match(
        r"\s(?:of|in)\s(?:the\s)?[A-Z]\w*(?:\s(?:of\s|the\s)*[A-Z]\w*)*", statement.text[end:]
    )
    items = tuple(entity.text for entity in group)
    if belongs and group[-1].type == "authority":
        end += belongs.end()
        items = (*items[:-1], items[-1] + belongs.group())
    span = reading.span(statement)
    types = {entity.type for entity in group}
    kind = group[0].type if len(types) == 1 else "name"
    plural = PLURALS.get(kind, "")
    territories = sum(
        entity.group.endswith("union territories") or entity.value == "Jammu and Kashmir"
        for entity in group
    )
    if kind == "state" and territories:
        whole = territories == len(group)
        plural = "Union Territories" if whole else "States or Union Territories"
    wh = f"which {_COUNT.get(len(items), len(items))} {plural}" if plural else ""
    section = reading.document.blocks[statement.block].section
    closed = not _OPEN.search(statement.text[:start])
    entity = Entity("set", start, end, statement.text[start:end], "", wh, plural, group[0].group)
    return Fact(
        fact_id("set", span.quote, "; ".join(items)),
        "set",
        Answer("list", "; ".join(items), items),
        (span,),
        (statement.block, statement.start + start, 1),
        statement.topics,
        section,
        relation=kind,
        statement=statement.index,
        start=start,
        end=end,
        entity=entity,
        exhaustive=closed,
    )


_COUNT = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight"}
