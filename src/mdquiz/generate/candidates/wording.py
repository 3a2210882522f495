"""How a sentence of the notes becomes one that stands on its own, with the answer marked in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mdquiz.generate.candidates.openings import without_subject
from mdquiz.generate.candidates.subjects import (
    CLOSE,
    OPEN,
    asks,
    is_action,
    named_in_full,
    resolved,
    sentence_before,
    with_subject,
)
from mdquiz.generate.fold import occurrences
from mdquiz.generate.grammar import capitalised, decapitalised, headline, parse_clause
from mdquiz.generate.headings import is_generic, is_name
from mdquiz.generate.lexicon import Lexicon
from mdquiz.generate.statements import Reading, Statement
from mdquiz.generate.words import words

_TAIL = re.compile(
    r",?\s+(?:reflecting|highlighting|underscoring|underlining|thereby|making|marking|ensuring|"
    r"signalling|signaling|showing|indicating|demonstrating|emphasising|emphasizing|thus|hence|"
    r"which (?:is|was|are|were|has|have|will)|while|whereas|as well as being)\b[^\x02\x03]*$"
)
_SECOND_CLAUSE = re.compile(
    r"(?:\s[–—]\s(?:the|it|this|a|an)\s|;\s+|,\s+(?:and|but|while|whereas)\s+(?:it|they|he|she|its|their|this)\b)[^\x02\x03]*$"
)
_GENERIC_SUBJECT = re.compile(
    r"(?:The|the)\s+(?:said\s+|new\s+|first\s+|main\s+)?(?P<noun>[a-z][\w-]*(?:\s[a-z][\w-]*){0,2}|"
    r"Act|Commission|Committee|Board|Council|Bill|Mission|Scheme|Authority|Tribunal|Fund|Chairman|"
    r"Chairperson|Centre|Court|Bank|Agreement|Treaty|Convention|Government|Members?|Programme|"
    r"Project|Plan|Policy|Code|MoU|Pact|Deal|Report|Index|Summit|Company|Union|League)"
)
_OF_WHAT = words("wording-of-what")
"""Nouns that with "the" mean one that was spoken of before."""
_NAMELIKE_EXCLUDED = words("wording-namelike-excluded")


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence around its answer.

    Attributes:
        before: What stands before the answer.
        answer: The answer as it stands.
        after: What stands after it.
        topic: What must be put in front for the sentence to be understood; may be empty.
        context: A sentence to be put in front, for a "This …" that needs it; may be empty.
    """

    before: str
    answer: str
    after: str
    topic: str
    context: str

    @property
    def text(self) -> str:
        """The sentence, whole."""
        return self.before + self.answer + self.after

    def asked(self, question: str) -> str:
        """`question` with topic and context in front."""
        question = capitalised(question.strip())
        if self.context:
            return f"{self.context} {question}"
        return f"{front(self.topic)}: {question}" if self.topic else question

    @property
    def whole(self) -> str:
        """The sentence as it can be judged, with its topic."""
        return self.asked(self.text)


def front(topic: str) -> str:
    """A topic as it stands before a colon: without its own subtitle."""
    head, colon, _ = topic.partition(": ")
    return head if colon and len(head) > 3 and not re.search(r"\d$", head) else topic


def said(
    reading: Reading, statement: Statement, start: int, end: int, avoid: tuple[str, ...] = ()
) -> Said | None:
    """`statement` around `text[start:end]`, made to stand on its own; None where it cannot."""
    text = statement.text
    if statement.form == "lead" and end <= len(without_lead(text)):
        text = without_lead(text)
    shown = headline(text, reading.lexicon)
    if shown != text:  # words were put in: the answer has moved, if it is whole in both
        answer = text[start:end]
        moved = shown.find(answer, max(start - 3, 0)) if answer else len(shown)
        if moved >= 0:
            text, start, end = shown, moved, moved + len(answer)
    at = text.find(" also ")
    if at > 0 and "not only" not in text and not start <= at < end:
        text = text[:at] + text[at + 5 :]
        start, end = (start - 5, end - 5) if at < start else (start, end)
    marked = text[:start] + OPEN + text[start:end] + CLOSE + text[end:]
    marked = _shortened(marked, reading.lexicon, labelled=statement.label is not None)
    answer = text[start:end]
    topics = own_topics(statement)
    context = ""
    opened = with_subject(reading, statement, marked, topics)
    if opened is not None:
        marked = opened
    elif statement.anaphor:
        told = resolved(reading, statement, marked, topics)
        if told is None:
            return None
        marked, context = told
    else:
        marked = named_in_full(reading, statement, marked, topics)
        if _OBJECT_PRONOUN.search(text):
            earlier = sentence_before(reading, statement)
            if not earlier or _OBJECT_PRONOUN.search(earlier) or len(earlier) + len(marked) > 320:
                return None
            context = earlier + "."
        elif statement.label is None:
            context = _needed_before(reading, statement, marked, topics, avoid or (answer,))
    if OPEN not in marked or CLOSE not in marked:
        return None
    before, _, rest = marked.partition(OPEN)
    inside, _, after = rest.partition(CLOSE)
    topic = (
        ""
        if context
        else _topic(reading, statement, before, inside, after, topics, avoid or (answer,))
    )
    noun = _generic_subject((before + inside + after).lstrip(), reading.lexicon).split(" ")[-1]
    if not context and noun.casefold() in _OF_WHAT and (not topic or topic != topics[0]):
        return None  # "The pact gives …": which pact, nothing near it says
    if not topic and not context and without_subject(before + inside + after, reading.lexicon):
        safe = (t for t in topics if not any(leaks(a, t) for a in (answer, *avoid)))
        topic = next((t for t in safe if not is_action(t)), "")
    return Said(before, inside, after, topic, context)


def _needed_before(
    reading: Reading,
    statement: Statement,
    marked: str,
    topics: tuple[str, ...],
    answers: tuple[str, ...],
) -> str:
    """The sentence that brings in what this one is about, where no heading names it."""
    plain = marked.replace(OPEN, "").replace(CLOSE, "")
    noun = _generic_subject(plain, reading.lexicon).split(" ")[-1]
    if not noun.islower() or any(noun in topic.casefold() for topic in topics):
        return ""
    earlier = _introduced(reading, statement, noun)
    if not earlier or len(earlier) + len(marked) > 300:
        return ""
    return "" if any(leaks(answer, earlier) for answer in answers) else earlier + "."


_OBJECT_PRONOUN = re.compile(
    r"^(?:(?!\b(?:which|who|that|because|it|they)\b|,|;).)*\b(?:against|of|into|joins?|joined|under|from|with|on)\s+(?:it|them)\b|\b(?:joins|joined)\s+it\b"
)


_LEAD_END = re.compile(
    r"[,;]?\s*(?:\b(?:(?:particularly|mainly|primarily)\s)?(?:due to|because of|through|by|for|on|including|include|includes|namely|such as|"  # noqa: E501
    r"as follows|in the following ways?|comprising|the following|following)\s*(?:of)?\s*(?:their|its|the|the following)?)?\s*[:：]$"  # noqa: E501
)


def without_lead(text: str) -> str:
    """A lead-in without the words that only point to its list."""
    return _LEAD_END.sub("", text)


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


def _whole_clause(part: str, lexicon: Lexicon) -> bool:
    """Whether what stands behind a semicolon has a subject and a verb of its own."""
    plain = part.replace(OPEN, "").replace(CLOSE, "")
    if re.search(r"\b(?:them|they|it|its|their|his|her)\b", plain):
        return False  # what it stands for is before the semicolon
    if re.match(r"(?:and|but|or|in|where|while)\b", plain):
        return False
    return parse_clause(plain, lexicon) is not None or bool(re.search(r"[\u0900-\u097f]", plain))


def _shortened(marked: str, lexicon: Lexicon, *, labelled: bool) -> str:
    for pattern in (_SECOND_CLAUSE, _TAIL):
        cut = pattern.search(marked)
        if cut and cut.start() > 25:
            marked = marked[: cut.start()]
    marked = re.sub(r"\s+[–—-]\s*$", "", marked)
    parts = re.split(r";\s+", marked)
    if len(parts) > 1:
        home = next(part for part in parts if OPEN in part)
        if (
            CLOSE in home
            and len(home) > 25
            and (
                home is parts[0]
                or _whole_clause(home, lexicon)
                or (labelled and home.split()[0] in lexicon.past)
            )
            and not re.match(
                r"\W*(?:it|they|he|she|its|their|this|these|the)\b|.*\b(?:this|these|such|that)\s[a-z]",
                home,
            )
        ):
            marked = home
    return marked


_WORD = re.compile(r"[^\W_]{3,}")


def _generic_subject(text: str, lexicon: Lexicon) -> str:
    """The noun a sentence is about, where it is no name: "pact" of "The pact gives …"; else ""."""
    clause = parse_clause(text, lexicon)
    if clause is None:
        return ""
    found = _GENERIC_SUBJECT.fullmatch(text[clause.subject_start : clause.subject_end])
    return found["noun"] if found else ""


def _introduced(reading: Reading, statement: Statement, noun: str) -> str:
    """The sentence not far above that brings in `noun` ("signed a pact with …"); else ""."""
    home = reading.document.blocks[statement.block].section
    thing = re.compile(
        rf"\b(?:an?|one|two|three|four|five|its|[A-Z][\w-]*|\d[\d,.]*)\s(?:[\w₹$.,-]+\s){{0,4}}?{noun}\b"
    )
    for number in range(statement.index - 1, max(statement.index - 5, -1), -1):
        earlier = reading.statements[number]
        if reading.document.blocks[earlier.block].section != home:
            return ""
        if earlier.form == "lead" or earlier.anaphor or earlier.label is not None:
            continue
        if thing.search(earlier.text) and parse_clause(earlier.text, reading.lexicon) is not None:
            return capitalised(earlier.text)
    return ""


def _topic(
    reading: Reading,
    statement: Statement,
    before: str,
    inside: str,
    after: str,
    topics: tuple[str, ...],
    answers: tuple[str, ...],
) -> str:
    visible = (before + " " + after).casefold()
    words = set(_WORD.findall(visible))
    generic = _generic_subject((before + inside + after).lstrip(), reading.lexicon)
    under = _under(reading, statement, topics, words, answers)
    if under:
        return under
    if not generic:
        for entity in statement.entities:
            if entity.type in _NAMELIKE_EXCLUDED or any(
                entity.text.casefold() in answer.casefold() for answer in answers
            ):
                continue
            if entity.text in {"India", "Government", "Parliament"} and entity.type != "name":
                continue
            if entity.text.casefold() in visible and (
                len(entity.text) > 3 or entity.text.isupper()
            ):
                return ""
    if not generic and (
        any(_mentioned(topic, words) for topic in topics) or names_something(before, after)
    ):
        return ""
    told = [
        topic
        for topic in topics
        if not asks(topic) and not any(leaks(answer, topic) for answer in answers)
    ]
    things = [topic for topic in told if not is_action(topic)]
    return next(iter(things or told), "")


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


def leaks(answer: str, text: str) -> bool:
    """Whether `text` gives `answer` away."""
    wanted = answer.casefold().strip()
    if not wanted:
        return False
    return occurrences(wanted, text.casefold()) > 0


def lowered(text: str, reading: Reading) -> str:
    """`text` as it stands inside a sentence."""
    found = _COMMON_FIRST.match(text)
    if found and found.group(1) not in reading.lexicon.names:
        return text[0].lower() + text[1:]
    return decapitalised(text, reading.lower_words)


_COMMON_FIRST = re.compile(
    r"([A-Z][a-z]*(?:ory|al|ive|tion|ic|ing|ment|ous|ary|ent|ance|ence|ity|able|ible|ed|less|ful))\s(?!of\b)[a-z]{3,}"
)


def in_sentence(title: str, reading: Reading) -> str:
    """A heading in title case as it stands inside a sentence."""
    words = [
        word.lower() if word[1:].islower() and word.lower() in reading.lower_words else word
        for word in title.split()
    ]
    if (
        len(words) > 1
        and words[1].islower()
        and words[0] not in reading.lexicon.names
        and words[0][1:].islower()
    ):
        words[0] = words[0].lower()
    return " ".join(words)
