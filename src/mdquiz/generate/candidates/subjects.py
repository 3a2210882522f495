"""What a sentence leaves to its surroundings: its subject, or what its pronoun stands for."""

from __future__ import annotations

import re

from mdquiz.generate.grammar import capitalised, parse_clause
from mdquiz.generate.lexicon import Lexicon
from mdquiz.generate.statements import NAMED_THINGS, Reading, Statement
from mdquiz.generate.words import words

OPEN, CLOSE = "\x02", "\x03"
"""Stand around the answer while the sentence about it is edited."""

_DEFINITE = words("wording-definite")
_RECOMMENDS = re.compile(
    r"\b(?:recommend\w*|suggest\w*|way forward|way ahead|reforms? (?:needed|suggested)|measures (?:needed|suggested)|"  # noqa: E501
    r"steps (?:needed|required)|what (?:can|should) be done)\b",
    re.IGNORECASE,
)


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


_PASSIVE_NEXT = words("subjects-passive-next")
_ACTIVE_NEXT = words("subjects-active-next")
_LOOSE_NEXT = frozenset({"to", "with", "as", "for", "from"})
"""After these a past form is as likely active ("committed to promote"): no "was" is put in."""
_ALWAYS = frozenset(
    {"is", "are", "was", "were", "has", "have", "can", "may", "shall", "will", "had"}
)


def with_subject(
    reading: Reading, statement: Statement, marked: str, topics: tuple[str, ...]
) -> str | None:
    """A fragment that begins with its verb, given its label or topic as the subject."""
    lexicon = reading.lexicon
    plain = marked.replace(OPEN, "").replace(CLOSE, "")
    found = re.match(r"[A-Za-z][a-z]+", plain)
    if found is None or not topics:
        return None
    word = found.group().lower()
    if word in lexicon.base and word not in lexicon.past and not statement.label:
        lead = _lead_of(reading, statement)
        if lead and not marked.startswith(OPEN):
            return f"{lead} {marked[0].lower()}{marked[1:]}"
        return None
    following = plain[found.end() :].lstrip().split(" ")[0].lower()
    subject = noun_phrase(topics[0])
    if subject.casefold() in plain.casefold():
        return None
    own = statement.label is not None or statement.labels > 0
    if not own and not (_acts(topics[0]) or re.search(r"[A-Z]{2}|\d", topics[0])):
        return None  # a heading of a matter does nothing: "Moderates was attended by"
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
            return "were " if _plural(topic) else "was "
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


def noun_phrase(topic: str) -> str:
    """`topic` as it stands in a sentence: with "the" where its last word wants it."""
    if re.match(r"(?:the|a|an)\s", topic, re.IGNORECASE):
        return topic[0].lower() + topic[1:]
    words = topic.split()
    last = re.sub(r"[,(].*", "", topic).split()
    if len(words) > 1 and last and last[-1] in _DEFINITE and not words[0].endswith(("'s", "’s")):
        return f"the {topic}"
    if len(words) > 1 and words[0] in _DEFINITE and words[1] in {"of", "for", "on"}:
        return f"the {topic}"
    return topic


def _acts(topic: str) -> bool:
    """Whether a topic is a law, body or scheme: what it "introduced" it introduced itself."""
    return bool({w.casefold() for w in re.findall(r"[A-Za-z]+", topic)} & NAMED_THINGS)


def _plural(topic: str) -> bool:
    last = topic.split()[-1]
    return last.endswith("s") and not last.endswith(("ss", "us", "is")) and last[:1].islower()


def resolved(
    reading: Reading, statement: Statement, marked: str, topics: tuple[str, ...]
) -> tuple[str, str] | None:
    """The sentence with its opening "It", "Its", "This …" told; and a sentence of context."""
    anaphor = statement.anaphor
    if marked.startswith(OPEN):
        return None
    subject = antecedent(reading, statement, topics)
    if anaphor in {"He", "She", "His", "Her"} and not _somebody(subject, reading):
        subject = _person(reading, statement, topics)
        if not subject:
            context = sentence_before(reading, statement)
            return (
                (marked, context + ".") if context and len(context) + len(marked) <= 320 else None
            )
    if anaphor in {"They", "Their"} and not re.search(r"\band\b|[a-z]s$", subject):
        subject = topics[0] if topics and _plural(topics[0].lower()) else ""
    if not subject and anaphor in {"It", "They", "Its", "Their"}:
        context = sentence_before(reading, statement)
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
    context = sentence_before(reading, statement)
    if context and len(context) + len(marked) <= 320:
        return marked, context + "."
    if noun and anaphor in {"This", "These"} and topics and noun.group(1).islower():
        return "The" + rest, ""
    return None


_OFFICE = re.compile(
    r"(?:er|or|man|woman|person|ist|ian|President|Justice|General|King|Chief|Judge|Secretary|CAG|Lokpal|Viceroy|"
    r"Emperor|Sultan|Raja|Queen|Prince|Member)$"
)


def _somebody(subject: str, reading: Reading) -> bool:
    """Whether a subject is a person or an office held by one."""
    bare = re.sub(r"^(?:The|A|An)\s+|\s*\([^()]*\)$", "", subject)
    if not bare or _PROVISION.match(subject):
        return False
    known = reading.lexicon.names.get(bare)
    if known is not None:
        return known.wh == "who"
    if _OFFICE.search(bare.split(" of ")[0]):
        return True
    words = bare.split()
    if len(words) == 1:
        return subject == bare and bare[:1].isupper() and not bare.isupper()
    return (
        2 <= len(words) <= 4
        and all(w[0].isupper() for w in words)
        and words[-1] not in reading.lexicon.heads
    )


def _person(reading: Reading, statement: Statement, topics: tuple[str, ...]) -> str:
    """The office that the heading names, else the only person of the sentence that "he" goes back to."""  # noqa: E501
    if topics and _somebody(topics[0], reading):
        return topics[0]
    at = statement.before
    while at >= 0 and reading.statements[at].anaphor:
        at = reading.statements[at].before
    if at < 0:
        return ""
    people = {
        e.text for e in reading.statements[at].entities if e.wh == "who" or e.type == "person"
    }
    return people.pop() if len(people) == 1 else ""


def named_in_full(
    reading: Reading, statement: Statement, marked: str, topics: tuple[str, ...]
) -> str:
    """In full: "The Bill replaces …" with the name that the sentence before, or the heading, gives."""  # noqa: E501
    found = re.match(r"The (?P<noun>[A-Z]?[a-z]+)\s(?!of\b|for\b|that\b|which\b)", marked)
    if found is None:
        return marked
    noun = found["noun"].casefold()
    at = statement.before
    while at >= 0:
        for entity in reversed(reading.statements[at].entities):
            words = re.sub(r",?\s*\d{4}$|\s*\([^()]*\)", "", entity.text).casefold().split()
            if len(words) > 1 and words[-1] == noun:
                return capitalised(noun_phrase(entity.text)) + marked[found.end() - 1 :]
        at = reading.statements[at].before
    for topic in topics[:2]:
        words = re.sub(r"\s*\([^()]*\)", "", topic).casefold().split()
        if len(words) > 1 and words[-1] == noun and not is_action(topic):
            return capitalised(noun_phrase(topic)) + marked[found.end() - 1 :]
    return marked


def sentence_before(reading: Reading, statement: Statement) -> str:
    """The sentence before, where it can stand in front of one that leans on it; else ""."""
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
            return ""
        before = numbers[-1]
    earlier = reading.statements[before]
    if earlier.anaphor or earlier.form == "lead":
        return ""
    return capitalised(earlier.text)


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


def antecedent(reading: Reading, statement: Statement, topics: tuple[str, ...]) -> str:
    """What an opening pronoun stands for: the subject before it, else the label or heading."""
    at = statement.before
    while at >= 0:
        earlier = reading.statements[at]
        if earlier.anaphor and _KIN.get(earlier.anaphor) != _KIN.get(statement.anaphor):
            return ""  # something else was spoken of in between
        if not earlier.anaphor:
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
                if len(subject) <= 80:
                    return subject
            break
        at = earlier.before
    if (
        topics
        and not is_action(topics[0])
        and not _PROVISION.match(topics[0])
        and not (statement.anaphor in {"It", "Its"} and _plural(topics[0].lower()))
    ):
        return topics[0].partition(":")[0]
    return ""


def is_action(topic: str) -> bool:
    """Whether a heading names a matter rather than a thing ("Building Bilateral Ties")."""
    return bool(re.match(r"[A-Z]?[a-z]+ing\b", topic)) or len(topic.split()) > 8 or asks(topic)


def asks(topic: str) -> bool:
    """Whether a heading is a question, direct or not ("Why minerals matter")."""
    return topic.endswith("?") or bool(re.match(r"(?:Why|How|What|When|Where|Who)\b", topic))
