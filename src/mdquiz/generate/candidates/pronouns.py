"""Pronouns in the middle of a sentence that stand for something outside it."""

from __future__ import annotations

import re

from mdquiz.generate.candidates.anaphora import is_somebody
from mdquiz.generate.candidates.subjects import CLOSE, OPEN, is_action, names_the_note, noun_phrase
from mdquiz.generate.grammar import parse_clause
from mdquiz.generate.headings import is_name
from mdquiz.generate.statements import Reading, Statement

_INNER = re.compile(
    r"(?<=\s)(?P<word>its|it)\b(?!\s(?:is|was|has been)\s(?:said|felt|believed|held))"
)
_NO_OWNER = re.compile(
    r"(?:he|she|they|we|you|nobody|anyone|everyone|whoever|[A-Za-z]*(?:[a-z](?<!s)(?<!u)(?<!i)s))$",
    re.IGNORECASE,
)


def told_inside(
    reading: Reading, statement: Statement, marked: str, topics: tuple[str, ...]
) -> str | None:
    """The sentence with an "its" or "it" that its subject cannot own told by the topic.

    "Ministers come under its powers" under "Lokpal" → "… under the Lokpal's powers".

    Args:
        reading: The document.
        statement: The sentence as it stands.
        marked: The sentence, its answer between `OPEN` and `CLOSE`.
        topics: What the sentence stands under, innermost first.

    Returns:
        The sentence, unchanged where nothing is missing; None where what the word stands for
        cannot be told.
    """
    plain = marked.replace(OPEN, "").replace(CLOSE, "")
    person = _PERSON.search(plain)
    if person is not None:
        return _with_person(reading, statement, marked, person.group("word"), topics)
    found = _INNER.search(plain)
    if found is None or not _lost(reading, plain, found):
        return marked
    topic = topics[0] if topics and found["word"] == "its" else ""
    if (
        not topic
        or names_the_note(reading, topic)
        or is_action(topic)
        or not is_name(topic, reading.lower_words)
    ):
        return None
    if OPEN in marked[: found.end() + 2] and CLOSE not in marked[: found.start() + 2]:
        return None
    at = marked.find(f" {found['word']}", max(found.start() - 2, 0)) + 1
    name = noun_phrase(topic)
    name += "'" if name.endswith("s") else "'s"
    return marked[:at] + name + marked[at + len(found["word"]) :]


_PERSON = re.compile(
    r"^(?![^,;]*\b(?:who|he|she)\b)[^,;]{3,}?\b(?:"
    r"(?:during|in|at|under|of|to|from|by)\s(?P<word>his|her)\s"
    r"(?:reign|rule|time|court|tenure|period|capital|army|successor|command)"
    r"|[a-z]+ed\s(?P<object>him|her)(?=\s|[,.;]|$))"
)
"""A sentence about one person that goes on about another: "Fa-Hien came in his reign"."""


def _only_person(reading: Reading, statement: Statement, topics: tuple[str, ...]) -> str:
    """The one person that the passage is about: of its sentences, else of its heading."""
    people: set[str] = set()
    for earlier in reading.earlier(statement):
        clause = None if earlier.anaphor else parse_clause(earlier.text, reading.lexicon)
        if clause is not None:
            subject = earlier.text[clause.subject_start : clause.subject_end]
            people |= {subject} if is_somebody(subject, reading) else set()
    if len(people) == 1:
        return people.pop()
    over = re.sub(r"\s*\([^()]*\)$", "", topics[0]) if topics else ""
    over = "" if topics and names_the_note(reading, topics[0]) else over
    return over if over and is_somebody(over, reading) else ""


def _with_person(
    reading: Reading, statement: Statement, marked: str, word: str | None, topics: tuple[str, ...]
) -> str | None:
    """The sentence with the person before in place of "his" or "him"; None where it is unclear."""
    whose = _only_person(reading, statement, topics)
    word = word or ("him" if " him" in marked else "her")
    if not whose or not is_somebody(whose, reading) or whose.split()[0] in marked:
        return None
    name = noun_phrase(whose)
    if word == "his" or (word == "her" and not re.search(r"ed her(?:\s|[,.;]|$)", marked)):
        name += "'" if name.endswith("s") else "'s"
    return re.sub(rf"(?<=\s){word}\b", name, marked, count=1)


def _lost(reading: Reading, text: str, found: re.Match[str]) -> bool:
    """Whether nothing before the word can be what it stands for."""
    clause = parse_clause(text, reading.lexicon)
    if clause is None or found.start() < clause.verb_end:
        return False
    between = text[clause.verb_end : found.start()]
    if re.search(r"\b(?:an?|the|this|that|one|each|every|[A-Z][\w-]*)\s[\w-]+", between):
        return False  # something between the verb and the word may be meant
    subject = re.sub(r"\s*\([^()]*\)", "", text[clause.subject_start : clause.subject_end])
    if found["word"] == "it" and len(between.split()) <= 1 and ";" not in between:
        return True  # what acts on "it" is not "it"
    known = reading.lexicon.names.get(re.sub(r"^(?:The|the)\s", "", subject))
    if known is not None:
        return known.wh == "who"
    if is_somebody(subject, reading) and len(subject.split()) > 1:
        return True
    return bool(_NO_OWNER.match(subject.split(" of ")[0].split()[-1])) if subject else False
