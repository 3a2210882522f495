"""What a sentence leaves to its surroundings: its subject, or what its pronoun stands for."""

from __future__ import annotations

import re
from functools import lru_cache

from mdquiz.generate.about import NAMED_THINGS
from mdquiz.generate.grammar import capitalised
from mdquiz.generate.lexicon import Lexicon
from mdquiz.generate.statements import Reading, Statement
from mdquiz.generate.words import words

OPEN, CLOSE = "\x02", "\x03"
"""Stand around the answer while the sentence about it is edited."""

_DEFINITE = words("wording-definite")
_RECOMMENDS = re.compile(
    r"\b(?:recommend\w*|suggest\w*|way forward|way ahead|reforms? (?:needed|suggested)|measures (?:needed|suggested)|"  # noqa: E501
    r"steps (?:needed|required)|what (?:can|should) be done)\b",
    re.IGNORECASE,
)


_PASSIVE_NEXT = words("subjects-passive-next")
_ACTIVE_NEXT = words("subjects-active-next")
_PARTICLES = frozenset({"out", "up", "down", "off", "away", "only", "first", "formally", "jointly"})
_LOOSE_NEXT = frozenset({"to", "with", "as", "for", "from"})
"""After these a past form is as likely active ("committed to promote"): no "was" is put in."""
_ALWAYS = frozenset(
    {"is", "are", "was", "were", "has", "have", "can", "may", "shall", "will", "had"}
)


_OF_NAME = re.compile(
    r"(Name|Motto|Emblem|Logo|Mascot)\s(?:comes?|derives?|is|was|means|refers|shows?|stands)\b"
)
"""What a line under a name tells of the name itself."""
_MADE = re.compile(
    r"\b(?:atlas|census|survey|report|map|count|list|review|inventory|portal|database|handbook|gazetteer|estimate|"
    r"bridge|dam|fort|temple|museum|canal|park|reserve|monument|statue|missile|ship|satellite|aircraft|drone)s?$",
    re.IGNORECASE,
)
"""Headings that name a thing that was made, so that "prepared by" is told of it."""


def with_subject(
    reading: Reading, statement: Statement, marked: str, topics: tuple[str, ...]
) -> str | None:
    """A fragment that begins with its verb, given its label or topic as the subject."""
    lexicon = reading.lexicon
    plain = marked.replace(OPEN, "").replace(CLOSE, "")
    found = re.match(r"[A-Za-z][a-z]+", plain)
    if found is None or not topics or names_the_note(reading, topics[0]):
        return None
    word = found.group().lower()
    of_name = _OF_NAME.match(plain)
    if of_name and not marked.startswith(OPEN) and not is_action(topics[0]):
        noun = f"The {of_name[1].lower()} of {noun_phrase(topics[0])}"
        return noun + marked[of_name.end(1) :]
    if word in lexicon.base and word not in lexicon.past and not statement.label:
        lead = _lead_of(reading, statement)
        if lead and not marked.startswith(OPEN):
            return f"{lead} {marked[0].lower()}{marked[1:]}"
        return None
    after = [*plain[found.end() :].lower().split()[:2], "", ""]
    following = after[1] if after[0] in _PARTICLES and after[1] in _PASSIVE_NEXT else after[0]
    subject = noun_phrase(topics[0])
    if subject.casefold() in plain.casefold():
        return None
    own = statement.label is not None or statement.labels > 0
    made = following in _PASSIVE_NEXT and _MADE.search(topics[0]) is not None
    if not own and not (made or _acts(topics[0]) or re.search(r"[A-Z]{2}|\d", topics[0])):
        return None  # a heading of a matter does nothing: "Moderates was attended by"
    if made and subject == topics[0] and not is_plural(subject) and " " in subject:
        subject = f"the {subject}"
    link = _link(word, following, topics[0], statement, lexicon)
    if link and following in _LOOSE_NEXT and not re.search(r"\bby\b", plain):
        return None
    at = re.search(r"[A-Za-z]", marked)
    if link is None or at is None:
        return None
    rest = marked[: at.start()] + marked[at.start()].lower() + marked[at.start() + 1 :]
    return f"{capitalised(subject)} {link}{rest}"


def _link(
    word: str, following: str, topic: str, statement: Statement, lexicon: Lexicon
) -> str | None:
    """What goes between subject and verb: "was ", nothing, or None where they do not fit."""
    if word in lexicon.past and word in lexicon.participles:
        if following in _PASSIVE_NEXT or re.match(r"[12]\d{3}\b", following):
            return "were " if is_plural(topic) else "was "
        if _acts(topic) or (
            statement.label is not None and following in {"the", "a", "an", "its", "his"}
        ):
            return ""
        return None
    if word in lexicon.past:
        return ""
    if word in lexicon.third:
        clear = (
            word not in lexicon.noun_like or following in _ACTIVE_NEXT or following[:1].isdigit()
        )
        return "" if clear else None
    return "" if word in _ALWAYS else None


def _lead_of(reading: Reading, statement: Statement) -> str:
    """What a verb-first item hangs on: "It is recommended to" under recommendations."""
    document = reading.document
    block = document.blocks[statement.block]
    texts = [document.blocks[block.lead].text] if block.lead >= 0 else []
    texts += [document.sections[block.section].title]
    return "It is recommended to" if any(_RECOMMENDS.search(text) for text in texts) else ""


@lru_cache(maxsize=1024)
def noun_phrase(topic: str) -> str:
    """`topic` as it stands in a sentence: with "the" where its last word wants it."""
    if re.match(r"(?:the|a|an)\s", topic, re.IGNORECASE):
        return topic[0].lower() + topic[1:]
    words = topic.split()
    last = re.sub(r",.*", "", re.sub(r"\s*\([^()]*\)", "", topic)).split()
    if len(words) > 1 and last and last[-1] in _DEFINITE and not words[0].endswith(("'s", "’s")):
        return f"the {topic}"
    if len(words) > 1 and words[0] in _DEFINITE and words[1] in {"of", "for", "on"}:
        return f"the {topic}"
    return topic


@lru_cache(maxsize=1024)
def _acts(topic: str) -> bool:
    """Whether a topic is a law, body or scheme: what it "introduced" it introduced itself."""
    return bool({w.casefold() for w in re.findall(r"[A-Za-z]+", topic)} & NAMED_THINGS)


def is_plural(topic: str) -> bool:
    """Whether the last word of a name is a common noun in the plural."""
    last = topic.split()[-1]
    return (
        last.endswith("s") and not last.endswith(("ss", "us", "is", "las")) and last[:1].islower()
    )


@lru_cache(maxsize=1024)
def is_action(topic: str) -> bool:
    """Whether a heading names a matter rather than a thing ("Building Bilateral Ties")."""
    return bool(re.match(r"[A-Z]?[a-z]+ing\b", topic)) or len(topic.split()) > 8 or asks(topic)


def names_the_note(reading: Reading, topic: str) -> bool:
    """Whether a topic is the title of a note of several matters: nothing in it is meant by "it"."""
    sections = reading.document.sections
    if len(sections) < 2 or sections[1].title != topic:
        return False
    if sections[1].level > min(section.level for section in sections[1:]):
        return False
    return sum(section.identifies for section in sections[2:]) >= 2


def asks(topic: str) -> bool:
    """Whether a heading is a question, direct or not ("Why minerals matter")."""
    return topic.endswith("?") or bool(re.match(r"(?:Why|How|What|When|Where|Who)\b", topic))
