"""What a sentence is about, and whether that must be put in front of it."""

from __future__ import annotations

import re

from mdquiz.generate.candidates.phrases import leaks
from mdquiz.generate.candidates.subjects import asks, is_action
from mdquiz.generate.grammar import parse_clause
from mdquiz.generate.headings import is_generic, is_name
from mdquiz.generate.lexicon import Lexicon
from mdquiz.generate.statements import Reading, Statement
from mdquiz.generate.words import words

_GENERIC_SUBJECT = re.compile(
    r"(?:The|the)\s+(?:said\s+|new\s+|first\s+|main\s+)?(?P<noun>[a-z][\w-]*(?:\s[a-z][\w-]*){0,2}|"
    r"Act|Commission|Committee|Board|Council|Bill|Mission|Scheme|Authority|Tribunal|Fund|Chairman|"
    r"Chairperson|Centre|Court|Bank|Agreement|Treaty|Convention|Government|Members?|Programme|"
    r"Project|Plan|Policy|Code|MoU|Pact|Deal|Report|Index|Summit|Company|Union|League)"
    r"(?:\s(?:and|or)\s(?:the\s|other\s|its\s)?[A-Za-z]+)?"
)
_HINDI = re.compile(r"[\u0900-\u097f]")
_BETWEEN = re.compile(r"\s*[·/|]\s*|\s[–—-]\s|:\s|\s*\((?=[^()]*\)$)|\)$")
_PLACES = frozenset({"country", "state"})
_NEAR = 40
"""A place that stands farther from the beginning is not what a sentence is about."""
_NAMELIKE_EXCLUDED = words("wording-namelike-excluded")


def front(topic: str, beside: str = "") -> str:
    """A topic as it stands before a colon: without its own subtitle.

    Args:
        topic: A heading or label.
        beside: What it is put in front of: of a heading in two languages ("Making · निर्माण") only
            the part in its language is taken.
    """
    parts = [part for part in _BETWEEN.split(topic) if part]
    if beside and len({bool(_HINDI.search(part)) for part in parts}) > 1:
        hindi = bool(_HINDI.search(beside))
        topic = ": ".join(part for part in parts if bool(_HINDI.search(part)) is hindi)
    head, colon, _ = topic.partition(": ")
    return head if colon and len(head) > 3 and not re.search(r"\d$", head) else topic


def own_topics(statement: Statement) -> tuple[str, ...]:
    """What a statement is about: its label first, unless that is a date or says nothing."""
    label = statement.label
    if (
        label is None
        or not re.search(r"[^\W\d]{2}", label.text)
        or not _names(label.text, statement)
    ):
        return statement.topics
    return (label.text, *statement.topics)


def _names(label: str, statement: Statement) -> bool:
    """Whether a label can stand for what its text is about."""
    if re.search(r"[\u0900-\u097f]", label):
        return not is_generic(label)
    return is_name(label, frozenset()) and statement.text[:1] != ""


_WORD = re.compile(r"[^\W_]{3,}")


def generic_subject(text: str, lexicon: Lexicon) -> str:
    """The noun a sentence is about, where it is no name: "pact" of "The pact gives …"; else ""."""
    clause = parse_clause(text, lexicon)
    if clause is None:
        return ""
    found = _GENERIC_SUBJECT.fullmatch(text[clause.subject_start : clause.subject_end])
    return found["noun"] if found else ""


def topic_in_front(
    reading: Reading,
    statement: Statement,
    before: str,
    inside: str,
    after: str,
    topics: tuple[str, ...],
    answers: tuple[str, ...],
) -> str:
    """The topic that a sentence needs in front of it; "" where it says itself what it is about."""
    visible = (before + " " + after).casefold()
    words = set(_WORD.findall(visible))
    generic = generic_subject((before + inside + after).lstrip(), reading.lexicon)
    under = _under(reading, statement, topics, words, answers)
    if under:
        return under
    fragment = statement.label is None and parse_clause(statement.text, reading.lexicon) is None
    if not generic and not fragment:
        for entity in statement.entities:
            if entity.type in _NAMELIKE_EXCLUDED or any(
                entity.text.casefold() in answer.casefold() for answer in answers
            ):
                continue
            if entity.type == "authority" or (entity.type in _PLACES and entity.start > _NEAR):
                continue
            if entity.text in {"India", "Government", "Parliament"} and entity.type != "name":
                continue
            if entity.text.casefold() in _NO_NAMES:
                continue
            if entity.text.casefold() in visible and (
                len(entity.text) > 3 or entity.text.isupper()
            ):
                return ""
    if any(_HINDI.search(topic) and topic in f"{before} {after}" for topic in topics):
        return ""
    if not generic and (
        any(_mentioned(topic, words) for topic in topics)
        or (not fragment and names_something(before, after))
    ):
        return ""
    told = [
        topic
        for topic in topics
        if not (asks(topic) and not topic.startswith("How "))
        and not any(leaks(answer, topic) or _shares_a_name(answer, topic) for answer in answers)
    ]
    things = [topic for topic in told if not is_action(topic)]
    return next(iter(things or told), "")


def _shares_a_name(answer: str, topic: str) -> bool:
    """Whether a topic has the telling word of an answer: "The Lokpal" of "Lokpal Act"."""
    told = {w for w in _CAPITALISED.findall(topic) if w.casefold() not in _NO_NAMES}
    return any(word in told for word in _CAPITALISED.findall(answer))


_CAPITALISED = re.compile(r"[A-Z][^\W\d_]{3,}")


def _under(
    reading: Reading,
    statement: Statement,
    topics: tuple[str, ...],
    words: set[str],
    answers: tuple[str, ...],
) -> str:
    """The label that a sentence stands under, unless the sentence names it or it is the answer.

    What stands under a name is about it, whatever else is named: "India joined in 2017" under
    "SCO" needs the SCO. A label that is no name ("Credit") takes the name above it in front.
    """
    own = topics[: statement.labels + (len(topics) - len(statement.topics))]
    if not own or any(leaks(answer, own[0]) for answer in answers) or is_action(own[0]):
        return ""
    named = next((topic for topic in own if _is_proper(topic)), "")
    if not named and statement.label is not None and statement.label.bold:
        named = own[0] if is_name(own[0], reading.lower_words) else ""
    if not named or len(named) > 60 or any(leaks(answer, named) for answer in answers):
        return ""
    if named == own[0]:
        return "" if _mentioned(named, words, fully=len(named.split()) < 3) else named
    if _mentioned(named, words):
        return "" if _mentioned(own[0], words) else own[0]
    return named if _mentioned(own[0], words) else f"{named} – {own[0]}"


def _is_proper(topic: str) -> bool:
    """Whether a label is a proper name: capitals or digits beyond the first word's."""
    if re.search(r"[\u0900-\u097f]", topic):
        return False
    capitals = re.findall(r"(?<![\w'’])[A-Z][\w-]*", topic)
    return (
        not is_generic(topic)
        and not re.fullmatch(r"[\W\d]*", topic)
        and (
            len(capitals) >= 2
            or any(len(word) > 1 and not word[1:].islower() for word in capitals)
            or (bool(capitals) and bool(re.search(r"\d", topic)))
        )
        and not any(
            word[:1].islower() and word in {"is", "are", "was", "were"} for word in topic.split()
        )
    )


def _mentioned(topic: str, words: set[str], *, fully: bool = False) -> bool:
    """Whether most words of `topic` are among `words`."""
    wanted = [w for w in _WORD.findall(topic.casefold()) if w not in _STOP]
    hits = sum(w in words or w.rstrip("s") in words for w in wanted)
    return bool(wanted) and (hits == len(wanted) if fully else hits * 3 >= len(wanted) * 2)


_STOP = frozenset(["the", "and", "for", "with", "from"])
_CAPITAL = re.compile(r"(?<=[a-z,] )[A-Z][^\W\d_]{2,}(?:[-'’][^\W\d_]+)*")
_NO_NAMES = words("wording-no-names")


def names_something(before: str, after: str) -> bool:
    """Whether a sentence, without its answer, has a proper name that tells what it is about."""
    return any(
        found.split("-")[0].split("'")[0].split("’")[0].casefold() not in _NO_NAMES
        for part in (before, after)
        for found in _CAPITAL.findall(part)
    )
