"""Lists under a lead-in, lists whose items are headings, and lists in parentheses after a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mdquiz.generate.document import SourceSpan
from mdquiz.generate.entities.entity import Entity
from mdquiz.generate.facts.expansions import initials_fit
from mdquiz.generate.facts.fact import Answer, Fact, fact_id
from mdquiz.generate.grammar import parse_clause
from mdquiz.generate.headings import clean_title, is_miscellany
from mdquiz.generate.statements import Reading

_COUNTS = {
    w: n
    for n, w in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    )
}
_COUNT = re.compile(
    r"\b(two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s+(?:[\w-]+\s+){0,3}?([a-z]+s)\b"
)
_OPEN = re.compile(
    r"\b(?:such as|like|including|e\.g\.|for example|among others|जैसे)\b[^:]*:?\s*$", re.IGNORECASE
)
_ORDERED = re.compile(
    r"\b(?:steps?|stages?|phases?|order of|in order|sequence|chronolog\w+|from (?:north|south|east|west|the \w+ (?:up|down|out|in))|"  # noqa: E501
    r"ascending|descending|procedure|hierarchy)\b|क्रम|चरण",
    re.IGNORECASE,
)
_BECOMES = re.compile(
    r"\b(?:succession|formation|making|cycle|life[ -]?cycle|process|evolution|development|"
    r"(?:xer|hydr|lith|psamm|hal|pri)?o?sere|"
    r"food chain|growth|ripening|treatment|manufacture|production|workflow|pathway)\b|"
    r"अनुक्रमण|निर्माण|प्रक्रिया|चक्र",
    re.IGNORECASE,
)
"""What goes on in stages, so that a numbered list under it is in their order."""
_CLIMAX = re.compile(r"\((?:the )?(?:final|climax|last|end|mature)\b[^()]*\)\W*$", re.IGNORECASE)
STAGES = re.compile(r"\bstages?\b|\bsteps?\b|\bphases?\b|चरण|" + _BECOMES.pattern, re.IGNORECASE)
POINTS_ON = re.compile(r"\b(?:these|following|below|its?|their|they)\b", re.IGNORECASE)
"""What a lead-in says that cannot stand without its list."""
_IN_ORDER = re.compile(
    r"\border|chronolog|sequence|stages|steps|phases|from (?:north|south|east|west|the)|क्रम|चरण",
    re.IGNORECASE,
)
_KINDS = re.compile(
    r"(?:pillars|challenges|types|stages|categories|parts|heads|components|principles|objectives|gaps|reasons|"
    r"dimensions|kinds|phases|belts|divisions|layers|steps|ways|factors|features|elements|groups|functions|issues|"
    r"problems|methods|approaches|goals|measures|schools|branches|levels|tiers|sources|causes)$"
)
GLOSSED = re.compile(r"^(?P<name>[^():]*[^():\s])\s*\((?P<gloss>[^()]+)\)$")
"""An item that is a name with a gloss in brackets behind it: "Bronze (copper + tin)"."""
_HINDI = re.compile(r"[\u0900-\u097f]")
_HINDI_CLASS = re.compile(
    r"(?:ाएँ|ाएं|ियाँ|ियां|ों|ें)(?:\s|$)|प्रकार|अंग|स्तंभ|स्तम्भ|सिद्धांत|राज्य|सदस्य|कारण|चरण|घटक|स्रोत|"
    r"उद्देश्य|देश|भाग|तत्व|कर्तव्य|अधिकार"
)
"""A Hindi heading that names a class of things, as its plural or its noun shows."""
_PAREN_LIST = re.compile(r"\(([^()]{5,120})\)")


def lists(reading: Reading) -> Iterator[Fact]:
    """Every list that a sentence or heading introduces and that is short enough to recall."""
    yield from _item_lists(reading)
    yield from _heading_lists(reading)
    yield from _parenthesised(reading)
    yield from _inline(reading)


_REACH = 400
"""Blocks after the first item of a list in which its others may stand."""


def _item_lists(reading: Reading) -> Iterator[Fact]:
    document = reading.document
    items_of: dict[int, list[int]] = {}
    for index, block in enumerate(document.blocks):
        if block.kind == "item" and block.list_id >= 0:
            items_of.setdefault(block.list_id, []).append(index)
    headings = {b.first_line: b.text for b in document.blocks if b.kind == "heading"}
    for found in items_of.values():
        index, block = found[0], document.blocks[found[0]]
        members = [number for number in found if number < index + _REACH]
        lead = block.lead
        sound = [n for n in members if not document.blocks[n].damaged]
        if len(sound) != len(members) or not 2 <= len(members) <= 9:
            continue
        items = [_item(reading, number) for number in members]
        labelled = sum(number in reading.labels for number in members)
        if 0 < labelled < len(members) and any(len(item) > 40 for item in items):
            continue
        if any(item == "" or len(item) > 90 for item in items) or len(set(items)) < len(items):
            continue
        section = document.sections[block.section]
        lead_text = ""
        statement = -1
        lead_spans: tuple[SourceSpan, ...] = ()
        if lead >= 0 and document.blocks[lead].section == block.section:
            numbers = reading.of_block.get(lead, [])
            last = reading.statements[numbers[-1]] if numbers else None
            if (last is not None and last.text.endswith((":", "："))) or (
                last is not None and _COUNT.search(last.text)
            ):
                lead_text, statement = last.text, last.index
                lead_spans = (reading.span(last),)
            elif last is None and document.blocks[lead].text.endswith(":"):
                lead_text = document.blocks[lead].text
        if (not lead_text and lead < 0) or (not lead_text and lead >= 0):
            labelled = sum(number in reading.labels for number in members)
            if not section.title or (
                labelled < len(members) and not all(len(i) <= 60 for i in items)
            ):
                continue
            if not _first_list_of_section(reading, index):
                continue
            if is_miscellany(section.title) or (
                _HINDI.search(section.title) and not _HINDI_CLASS.search(section.title)
            ):
                continue
            told = (n for n in members if not GLOSSED.match(document.blocks[n].text))
            if any(_tells(reading, number) for number in told):
                continue  # facts about the heading, not what the heading names
            lead_text = section.title
        counted = _COUNT.search(lead_text)
        if counted:
            count = _COUNTS.get(counted.group(1).lower(), 0) or (
                int(counted.group(1)) if counted.group(1).isdigit() else 0
            )
            if count and count != len(items):
                continue
        numbered = all(document.blocks[n].number is not None for n in members)
        said = f"{lead_text} {headings.get(section.line, section.title)}"
        ordered = bool(_ORDERED.search(said)) and (numbered or bool(_IN_ORDER.search(said)))
        climax = _CLIMAX.search(document.blocks[members[-1]].text) is not None
        if numbered and len(items) > 2 and (climax or _BECOMES.search(said)):
            ordered = ordered or all(_is_stage(reading, number) for number in members)
        spans = tuple(
            document.span(document.blocks[n], 0, len(document.blocks[n].text)) for n in members
        )
        topics = (
            reading.statements[reading.of_block[members[0]][0]].topics
            if members[0] in reading.of_block
            else ()
        )
        if ordered and len(items) > 2 and STAGES.search(said):
            for at, which in ((0, "first"), (len(items) - 1, "last")):
                yield Fact(
                    fact_id(f"stage-{which}", lead_text + section.title, items[at]),
                    "stage",
                    Answer("text", items[at]),
                    (spans[at],),
                    (index, at, 4),
                    topics,
                    block.section,
                    section.title if POINTS_ON.search(lead_text) else lead_text or section.title,
                    which,
                )
        yield Fact(
            fact_id("list", lead_text + section.title, "; ".join(items)),
            "list",
            Answer("list", "; ".join(items), tuple(items), ordered=ordered),
            lead_spans + spans,
            (index, -1, 0),
            topics,
            block.section,
            section.title,
            lead_text,
            statement,
            exhaustive=not _OPEN.search(lead_text),
        )


def _is_stage(reading: Reading, number: int) -> bool:
    """Whether an item is a bare noun, or one with a bracket or a label, as stages are named."""
    text = reading.document.blocks[number].text
    return len(_item(reading, number).split()) <= 6 and parse_clause(text, reading.lexicon) is None


def _tells(reading: Reading, number: int) -> bool:
    """Whether an item without a label is a sentence, or what happened to the thing above it."""
    if number in reading.labels or number not in reading.of_block:
        return False
    text = reading.statements[reading.of_block[number][0]].text
    first = text.split()[0].lower() if text else ""
    lexicon = reading.lexicon
    return (
        parse_clause(text, lexicon) is not None
        or first in lexicon.past
        or (first in lexicon.third and first not in lexicon.noun_like)
        or first in {"is", "are", "was", "were", "has", "have", "can", "cannot", "can't", "can’t"}
        or any(e.type in {"money", "percent", "ratio"} for e in _entities(reading, number))
    )


def _entities(reading: Reading, number: int) -> tuple[Entity, ...]:
    return reading.statements[reading.of_block[number][0]].entities


def _first_list_of_section(reading: Reading, index: int) -> bool:
    before = reading.document.blocks[index - 1] if index else None
    return before is not None and before.kind == "heading"


def _item(reading: Reading, number: int) -> str:
    """What an item is called: its label, or its text when that is short."""
    block = reading.document.blocks[number]
    glossed = GLOSSED.match(block.text.rstrip(" .;,।"))
    if glossed and len(glossed["name"]) <= 60:
        return glossed["name"]
    label = reading.labels.get(number)
    if label is not None:
        return label.text
    if block.marks and block.marks[0].start == 0 and len(block.text) > 60:
        return block.text[: block.marks[0].end]
    text = block.text.rstrip(" .;,।")
    return re.sub(r"[;,]?\s+(?:and|or)$", "", text)


def _heading_lists(reading: Reading) -> Iterator[Fact]:
    """A count: "three critical challenges:" answered by three headings."""
    document = reading.document
    headings = {b.first_line: b for b in document.blocks if b.kind == "heading"}
    for statement in reading.statements:
        counted = _COUNT.search(statement.text)
        if counted is None or re.search(
            r"\b(?:section|chapter|article|part|page)s?\s*$",
            statement.text[: counted.start()],
            re.IGNORECASE,
        ):
            continue
        if reading.items_under.get(statement.block):
            continue
        word = counted.group(1).lower()
        count = _COUNTS.get(word) or (int(word) if word.isdigit() else 0)
        if not 2 <= count <= 9:
            continue
        home = document.blocks[statement.block].section
        line = document.blocks[statement.block].runs[-1].line
        following = [
            (number, s)
            for number, s in enumerate(document.sections[home + 1 : home + 64], start=home + 1)
            if s.line > line
        ]
        numbered = [(n, s) for n, s in following[: count * 6] if s.number is not None]
        run = [(n, s) for at, (n, s) in enumerate(numbered[:count]) if s.number == at + 1]
        if len(run) != count:
            children = [(n, s) for n, s in following if s.parent == home]
            if len(children) != count or not statement.text.endswith(":"):
                continue
            run = children
        elif not statement.text.endswith(":") and not _KINDS.match(counted.group(2)):
            continue
        items = tuple(s.title for _, s in run)
        wanted = {s.line for _, s in run}
        spans = [
            document.span(b, 0, len(b.text)) for at in sorted(wanted) if (b := headings.get(at))
        ]
        yield Fact(
            fact_id("list", statement.text, "; ".join(items)),
            "list",
            Answer("list", "; ".join(items), items),
            (reading.span(statement), *spans),
            (statement.block, -1, 0),
            statement.topics,
            home,
            "",
            statement.text,
            statement.index,
        )


def _inline(reading: Reading) -> Iterator[Fact]:
    """`three belts: the Himadri, the Himachal and the Shivalik`, all in one sentence."""
    for statement in reading.statements:
        found = _INLINE.match(statement.text)
        if found is None or statement.anaphor:
            continue
        parts = re.split(r",\s*(?:and\s+)?(?:the\s+)?|\s+and\s+(?:the\s+)?", found["list"])
        items = [re.sub(r"^the\s+|\s*\([^()]*\)$", "", p).strip() for p in parts]
        if (
            not 3 <= len(items) <= 9
            or any(not i or len(i.split()) > 6 for i in items)
            or len(set(items)) < len(items)
        ):
            continue
        span = reading.span(statement)
        yield Fact(
            fact_id("list", span.quote, "; ".join(items)),
            "list",
            Answer("list", "; ".join(items), tuple(items)),
            (span,),
            (statement.block, statement.start + found.start("list"), 1),
            statement.topics,
            reading.document.blocks[statement.block].section,
            "",
            found["lead"] + ":",
            statement.index,
            exhaustive=not _OPEN.search(found["lead"]),
        )


_INLINE = re.compile(r"^(?P<lead>[^:]{12,120})(?::|\s[–—])\s(?P<list>(?:the\s)?\w[^:;.]*,[^:;.]*)$")


_GROUP = re.compile(
    r"\b(?:triangle|quadrilateral|group|grouping|bloc|alliance|union|quad|countries|states|nations|members|republics|"
    r"sisters|powers|trio|league|twins|tigers|pair|troika|axis|entente|allies|partners)$|^[A-Z]{2,}\d*$",
    re.IGNORECASE,
)
"""Names of what is made up of others."""
_MADE_OF = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|both|"
    r"compris\w+|consist\w+|members?|made up|composed)\b",
    re.IGNORECASE,
)


def _has_members(subject: str, parts: list[str], around: tuple[str, str], reading: Reading) -> bool:
    """Whether a bracket names what a thing is made of, and not where or what it is."""
    before, after = around
    if re.search(r"[\u0900-\u097f]", subject):
        return True
    near = re.split(r"[.;]", before)[-1][-70:] + re.split(r"[.;]", after)[0][:50]
    if _MADE_OF.search(near):
        return True
    kinds = {
        name.kind if (name := reading.lexicon.names.get(re.sub("^the ", "", part))) else part
        for part in parts
    }
    return len(kinds) == 1 and _GROUP.search(subject) is not None


def _parenthesised(reading: Reading) -> Iterator[Fact]:
    """`the Lithium Triangle (Argentina, Chile and Bolivia)`."""
    document = reading.document
    for index, block in enumerate(document.blocks):
        if block.damaged or block.kind in {"heading", "row"} or "(" not in block.text:
            continue
        for found in _PAREN_LIST.finditer(block.text):
            parts = [
                p for p in re.split(r",\s*(?:and\s+)?|\s+(?:and|और|एवं)\s+", found.group(1)) if p
            ]
            if not 2 <= len(parts) <= 8 or any(len(p.split()) > 4 for p in parts):
                continue
            if not all(p[0].isupper() or "\u0900" <= p[0] <= "\u097f" for p in parts):
                continue
            before = block.text[: found.start()].rstrip()
            name = re.search(r"((?:(?:[A-Z][\w'’.-]*|of|the|and)\s+){0,6}[A-Z][\w'’-]*)$", before)
            if name is None or ("and " in found.group(1) and len(parts) < 2):
                continue
            subject = re.sub(r"^(?:the|of|and|in|a)\s+", "", name.group(1), flags=re.IGNORECASE)
            if clean_title(subject)[0].isupper() and len(subject) < 6 and len(parts) < 3:
                continue
            around = (block.text[: found.start()], block.text[found.end() :])
            if initials_fit(subject.split()[-1], found.group(1)) or not _has_members(
                subject, parts, around, reading
            ):
                continue
            span = document.span(block, found.start() - len(subject) - 1, found.end())
            yield Fact(
                fact_id("members", span.quote, "; ".join(parts)),
                "members",
                Answer("list", "; ".join(parts), tuple(parts)),
                (span,),
                (index, found.start(), 0),
                (),
                block.section,
                subject,
                "members",
            )
