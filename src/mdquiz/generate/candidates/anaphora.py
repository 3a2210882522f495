"""What the pronoun that a sentence opens with stands for."""

from __future__ import annotations

import re

from mdquiz.generate.candidates.subjects import (
    CLOSE,
    OPEN,
    is_action,
    is_plural,
    names_the_note,
    noun_phrase,
)
from mdquiz.generate.grammar import capitalised, parse_clause
from mdquiz.generate.statements import Reading, Statement
from mdquiz.generate.words import words

_PROVISION = re.compile(
    r"^(?:The\s)?(?:Articles?|Sections?|Schedule|Part|Clause|Rule)\b|\b(?:Act|Bill|Schedule|Amendment)\b",
    re.IGNORECASE,
)


_HINDI_ANAPHORS = {
    "इसका": " का",
    "इसकी": " की",
    "इसके": " के",
    "इसमें": " में",
    "इसे": " को",
    "यह": "",
    "उसका": " का",
    "उसकी": " की",
    "उनके": " के",
    "इनका": " का",
    "इनकी": " की",
    "इनके": " के",
    "ये": "",
}


_SEVERAL = re.compile(r"\band\b|[a-z](?<![usi])s$")
_MANY = re.compile(r"\b(?:[A-Za-z]{2,}[a-rt-z]s|members|others|and)\b(?!['’])")
_SAME = re.compile(r"The\s+(?:said|same)\b")
LEANING = re.compile(
    r"The (?:other|others|remaining|rest)\b|"
    r"(?:While|During|When|If|After|Before|Until|Till|Under|In|By|For)\s(?:it|its|they|their|this|these|that|those)\b"
)
"""Opens a sentence that goes on with what the one before began."""
COUNTED_BEFORE = re.compile(r"(?:The (?:two|three|four)|Both|Both the)\s(?!houses\b)[a-z]")
"""Opens a sentence about so many things as the one before named."""


def resolved(
    reading: Reading, statement: Statement, marked: str, topics: tuple[str, ...]
) -> tuple[str, str] | None:
    """The sentence with its opening "It", "Its", "This …" told; and a sentence of context."""
    anaphor = statement.anaphor
    if marked.startswith(OPEN):
        return None
    subject = antecedent(reading, statement, topics)
    if anaphor in {"He", "She", "His", "Her"} and not is_somebody(subject, reading):
        subject = _person(reading, statement, topics)
        if not subject:
            context = sentence_before(reading, statement)
            return (
                (marked, context + ".") if context and len(context) + len(marked) <= 320 else None
            )
    if anaphor in {"They", "Their"} and not _SEVERAL.search(subject):
        subject = topics[0] if topics and is_plural(topics[0].lower()) else ""
        subject = subject or _members(marked, topics)
    if not subject and anaphor in {"It", "They", "Its", "Their"}:
        context = sentence_before(reading, statement)
        if anaphor in {"They", "Their"} and not _MANY.search(context):
            return None  # nothing there is more than one
        return (marked, context + ".") if context and len(context) + len(marked) <= 320 else None
    rest = marked[len(anaphor) :]
    if anaphor in {"It", "They", "He", "She"}:
        if not subject:
            return None
        return capitalised(noun_phrase(subject)) + rest, ""
    if anaphor in {"Its", "Their", "His", "Her"}:
        if not subject:
            return None
        owner = capitalised(noun_phrase(subject))
        return owner + ("'" if owner.endswith("s") else "'s") + rest, ""
    if anaphor in _HINDI_ANAPHORS:
        named = next(
            (t for t in topics if "\u0900" <= t[0] <= "\u097f" and len(t.split()) <= 6), ""
        )
        again = named.split()[-1] if named else ""
        if again and rest.strip().startswith(again + " "):
            rest = " " + rest.strip()[len(again) + 1 :]
        return (f"{named}{_HINDI_ANAPHORS[anaphor]}{rest}", "") if named else None
    noun = re.match(r"\s+([A-Za-z][\w-]*)", rest.replace(OPEN, ""))
    if noun and topics:
        named = next(
            (
                t
                for t in topics[:2]
                if t.casefold().split()[-1] == noun.group(1).casefold() and not is_action(t)
            ),
            "",
        )
        if named and OPEN not in rest[: noun.end()]:
            return capitalised(noun_phrase(named)) + rest[noun.end() :], ""
    if _SAME.match(anaphor):
        named = latest_named(reading, statement, noun.group(1)) if noun else ""
        if not named or OPEN in rest[: noun.end() if noun else 0]:
            return None
        return capitalised(noun_phrase(named)) + rest[noun.end() if noun else 0 :], ""
    context = sentence_before(reading, statement)
    if context and len(context) + len(marked) <= 320:
        return marked, context + "."
    if noun and anaphor in {"This", "These"} and topics and noun.group(1).islower():
        return "The" + rest, ""
    return None


_NO_OFFICE = words("anaphora-no-office")
_OFFICE = re.compile(
    r"(?:er|or|man|woman|person|ist|ian|President|Justice|General|King|Chief|Judge|Secretary|CAG|Lokpal|Viceroy|"
    r"Emperor|Sultan|Raja|Queen|Prince|Member)$"
)


def is_somebody(subject: str, reading: Reading) -> bool:
    """Whether a subject is a person or an office held by one."""
    bare = re.sub(r"^(?:The|A|An)\s+|\s*\([^()]*\)$", "", subject)
    bare = re.split(r"\s(?:to|for|at|in)\s", bare)[0]
    if not bare or _PROVISION.match(subject):
        return False
    known = reading.lexicon.names.get(bare)
    if known is not None:
        return known.wh == "who"
    office = bare.split(" of ")[0]
    if _OFFICE.search(office) and office.split()[-1].casefold() not in _NO_OFFICE:
        return True
    words = bare.split()
    if len(words) == 1:
        return subject == bare and bare[:1].isupper() and not bare.isupper()
    return (
        2 <= len(words) <= 4
        and all(w[0].isupper() for w in words)
        and words[-1] not in reading.lexicon.heads
    )


_HELD = re.compile(
    r"(?:They|Their)\b.*?\b(?:hold|appointed|elected|nominated|chosen|retire|serve|removed|vacate|resign|"
    r"take (?:an )?oath|salary|salaries|term|tenure)\b"
)


def _members(marked: str, topics: tuple[str, ...]) -> str:
    """The members of the body of the heading, where a sentence tells how "they" hold office."""
    body = topics[0] if topics else ""
    if not _HELD.match(marked) or not re.search(
        r"(?:Commission|Council|Board|Tribunal|Committee|Court|Bench|Authority|Assembly|Lokpal)\b",
        body,
    ):
        return ""
    return f"the members of {noun_phrase(body)}"


def _person(reading: Reading, statement: Statement, topics: tuple[str, ...]) -> str:
    """The office that the heading names, else the only person of the sentence that "he" goes back to."""  # noqa: E501
    if topics and not names_the_note(reading, topics[0]) and is_somebody(topics[0], reading):
        return topics[0]
    told = next((s for s in reading.earlier(statement) if not s.anaphor), None)
    if told is None:
        return ""
    people = {e.text for e in told.entities if e.wh == "who" or e.type == "person"}
    return people.pop() if len(people) == 1 else ""


def named_in_full(
    reading: Reading, statement: Statement, marked: str, topics: tuple[str, ...]
) -> str:
    """In full: "The Bill replaces …" with the name that the sentence before, or the heading, gives."""  # noqa: E501
    marked = _body_in_full(marked, topics)
    found = re.match(r"The (?P<noun>[A-Z]?[a-z]+)\s(?!of\b|for\b|that\b|which\b)", marked)
    if found is None:
        return marked
    noun = found["noun"].casefold()
    named = latest_named(reading, statement, noun)
    if named:
        return capitalised(noun_phrase(named)) + marked[found.end() - 1 :]
    for topic in topics[:2]:
        words = re.sub(r"\s*\([^()]*\)", "", topic).casefold().split()
        if len(words) > 1 and words[-1] == noun and not is_action(topic):
            return capitalised(noun_phrase(topic)) + marked[found.end() - 1 :]
    return marked


_BODY = re.compile(
    r"(?<=\s)the (?P<noun>Commission|Committee|Council|Board|Tribunal|Authority|Bank|Mission|"
    r"Scheme|Act|Bill|Code|Fund|Corporation|Agency)\b(?!\s(?:of|for|on)\s|\s[A-Z]|['’])"
)


def _body_in_full(marked: str, topics: tuple[str, ...]) -> str:
    """The first "the Commission" inside a sentence by the name that the heading gives it."""
    found = _BODY.search(marked)
    topic = re.sub(r"\s*\([^()]*\)$", "", topics[0]) if topics else ""
    bare = re.sub(r",?\s(?:of\s)?\d{4}$", "", topic)
    if found is None or len(bare.split()) < 2 or bare.split()[-1] != found["noun"]:
        return marked
    if bare.casefold() in marked.casefold() or is_action(topic):
        return marked
    return marked[: found.start()] + noun_phrase(topic) + marked[found.end() :]


def latest_named(reading: Reading, statement: Statement, noun: str) -> str:
    """The last thing of a kind that the passage named: for "Bill", "… (Amendment) Bill, 2025"."""
    for earlier in reading.earlier(statement):
        for entity in reversed(earlier.entities):
            bare = re.sub(r",?\s(?:of\s)?\d{4}$|\s*\([^()]*\)", "", entity.text)
            words = bare.casefold().split()
            if len(words) > 1 and words[-1] == noun.casefold():
                return entity.text
    return ""


def sentence_before(reading: Reading, statement: Statement) -> str:
    """The sentence before, where it can stand in front of one that leans on it; else ""."""
    chain = [statement]
    while chain[-1].index not in reading.contexts:
        earlier = _before(reading, chain[-1])
        if earlier is None or not earlier.anaphor:
            break
        chain.append(earlier)
    for one in reversed(chain):  # the first of many "He …" first: none asks far back, or twice
        if one.index not in reading.contexts:
            reading.contexts[one.index] = _context(reading, one)
    return reading.contexts[statement.index]


def _before(reading: Reading, statement: Statement) -> Statement | None:
    """The statement before in the same block, or the last of the like block before."""
    before = statement.before
    if before < 0:
        block = statement.block - 1
        numbers = reading.of_block.get(block, [])
        same = (
            block >= 0
            and reading.document.blocks[block].kind == reading.document.blocks[statement.block].kind
            and reading.document.blocks[block].section
            == reading.document.blocks[statement.block].section
        )
        if not numbers or not same:
            return None
        before = numbers[-1]
    return reading.statements[before]


def _context(reading: Reading, statement: Statement) -> str:
    earlier = _before(reading, statement)
    if earlier is None or earlier.form != "clause" or LEANING.match(earlier.text):
        return ""
    if not earlier.anaphor:
        full = named_in_full(reading, earlier, earlier.text, earlier.topics)
        return capitalised(full)
    told = resolved(reading, earlier, f"{earlier.text}{OPEN}{CLOSE}", earlier.topics)
    if told is None or told[1]:
        return ""  # it leans on a sentence of its own
    return capitalised(told[0].replace(OPEN, "").replace(CLOSE, ""))


_KIN = {
    "It": "it",
    "Its": "it",
    "He": "he",
    "His": "he",
    "She": "she",
    "Her": "she",
    "They": "they",
    "Their": "they",
}


_ANOTHER = re.compile(r"\bhim\b|\ber?d her\b")


def antecedent(reading: Reading, statement: Statement, topics: tuple[str, ...]) -> str:
    """What an opening pronoun stands for: the subject before it, else the label or heading."""
    for earlier in reading.earlier(statement):
        if earlier.anaphor and _KIN.get(earlier.anaphor) != _KIN.get(statement.anaphor):
            return ""  # something else was spoken of in between
        if not earlier.anaphor:
            if statement.anaphor in {"He", "His", "She", "Her"} and _ANOTHER.search(earlier.text):
                return ""  # two people are in play: which of them is meant?
            clause = parse_clause(earlier.text, reading.lexicon)
            if clause is not None:
                subject = earlier.text[clause.subject_start : clause.subject_end]
                subject = re.sub(r",\s.*$|\s*\([^()]*\)$", "", subject)
                if _PROVISION.match(subject) and statement.anaphor in {
                    "It",
                    "Its",
                    "They",
                    "Their",
                }:
                    break  # the pronoun means what the provision provides for
                if statement.anaphor in {"It", "Its"} and (
                    _SEVERAL.search(subject) or is_somebody(subject, reading)
                ):
                    break  # neither several things nor a person are an "it"
                if len(subject) <= 80:
                    return subject
            elif earlier.entities and earlier.entities[0].start == 0:
                named = earlier.entities[0].text
                if statement.anaphor in {"He", "His", "She", "Her"} and is_somebody(named, reading):
                    return named  # "Justice R sworn in as …": a headline without its verb
            break
    if (
        topics
        and not names_the_note(reading, topics[0])
        and not is_action(topics[0])
        and not _PROVISION.match(topics[0])
        and not (statement.anaphor in {"It", "Its"} and is_plural(topics[0].lower()))
    ):
        return topics[0].partition(":")[0]
    return ""
