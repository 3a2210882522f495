"""How a sentence of the notes becomes one that stands on its own, with the answer marked in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mdquiz.generate.candidates.anaphora import (
    COUNTED_BEFORE,
    LEANING,
    named_in_full,
    resolved,
    sentence_before,
)
from mdquiz.generate.candidates.openings import without_subject
from mdquiz.generate.candidates.phrases import leaks
from mdquiz.generate.candidates.pronouns import told_inside
from mdquiz.generate.candidates.subjects import CLOSE, OPEN, is_action, with_subject
from mdquiz.generate.candidates.topics import front, generic_subject, own_topics, topic_in_front
from mdquiz.generate.grammar import capitalised, headline, parse_clause
from mdquiz.generate.lexicon import Lexicon
from mdquiz.generate.statements import Reading, Statement
from mdquiz.generate.words import words

_TAIL = re.compile(
    r"[,\s](?:(?<=,)\s+|(?<!,)\s*)(?:reflecting|highlighting|underscoring|underlining|thereby|making|marking|ensuring|"
    r"signalling|signaling|showing|indicating|demonstrating|emphasising|emphasizing|thus|hence|"
    r"which (?:is|was|are|were|has|have|will)|while|whereas|as well as being)\b[^\x02\x03]*$"
)
_SECOND_CLAUSE = re.compile(
    r"(?:\s[–—]\s(?:the|it|this|a|an)\s|;\s+|,\s+(?:and|but|while|whereas)\s+(?:it|they|he|she|its|their|this)\b)[^\x02\x03]*$"
)
_OF_WHAT = words("wording-of-what")
"""Nouns that with "the" mean one that was spoken of before."""


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
        return f"{front(self.topic, question)}: {question}" if self.topic else question

    @property
    def whole(self) -> str:
        """The sentence as it can be judged, with its topic."""
        return self.asked(self.text)


def said(
    reading: Reading, statement: Statement, start: int, end: int, avoid: tuple[str, ...] = ()
) -> Said | None:
    """`statement` around `text[start:end]`, made to stand on its own; None where it cannot."""
    text = statement.text
    if statement.form == "lead" and end <= len(without_lead(text)):
        text = without_lead(text)
    noted = statement.label is not None and text[:1].islower()  # "SLR: share of deposits kept …"
    shown = text if noted else headline(text, reading.lexicon)
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
        counted = statement.label is None and not statement.labels and COUNTED_BEFORE.match(text)
        if _leans_on_it(text) or LEANING.match(text) or counted:
            earlier = sentence_before(reading, statement)
            if not earlier or _leans_on_it(earlier) or len(earlier) + len(marked) > 320:
                return None
            context = earlier + "."
        elif statement.label is None:
            context = _needed_before(reading, statement, marked, topics, avoid or (answer,))
    whole = told_inside(reading, statement, marked, topics) if not context else marked
    if whole is None:
        earlier = sentence_before(reading, statement)
        spoilt = any(leaks(a, earlier) for a in (answer, *avoid))
        if earlier and not spoilt and len(earlier) + len(marked) <= 320:
            whole, context = marked, earlier + "."
    if whole is None or OPEN not in whole or CLOSE not in whole:
        return None
    marked = whole
    before, _, rest = marked.partition(OPEN)
    inside, _, after = rest.partition(CLOSE)
    topic = (
        ""
        if context
        else topic_in_front(reading, statement, before, inside, after, topics, avoid or (answer,))
    )
    noun = generic_subject((before + inside + after).lstrip(), reading.lexicon).split(" ")[-1]
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
    noun = generic_subject(plain, reading.lexicon).split(" ")[-1]
    if not noun.islower() or any(noun in topic.casefold() for topic in topics):
        return ""
    earlier = _introduced(reading, statement, noun)
    if not earlier or len(earlier) + len(marked) > 300:
        return ""
    return "" if any(leaks(answer, earlier) for answer in answers) else earlier + "."


_IT = re.compile(r"\s(?:it|them)\b")
_OBJECT_PRONOUN = re.compile(
    r"^(?:(?!\b(?:which|who|that|because|it|they)\b|,|;).)*\b(?:against|of|into|joins?|joined|under|from|with|on)\s+(?:it|them)\b|\b(?:joins|joined)\s+it\b"
)


def _leans_on_it(text: str) -> bool:
    """Whether an "it" or "them" behind a preposition stands for something outside the text."""
    return bool(_IT.search(text)) and bool(_OBJECT_PRONOUN.search(text))


_LEAD_END = re.compile(
    r"[,;]?\s*(?:\b(?:(?:particularly|mainly|primarily)\s)?(?:due to|because of|through|by|for|on|including|include|includes|namely|such as|"  # noqa: E501
    r"as follows|in the following ways?|comprising|the following|following)\s*(?:of)?\s*(?:their|its|the|the following)?)?\s*[:：]$"  # noqa: E501
)


def without_lead(text: str) -> str:
    """A lead-in without the words that only point to its list."""
    return _LEAD_END.sub("", text)


def _whole_clause(part: str, lexicon: Lexicon) -> bool:
    """Whether what stands behind a semicolon has a subject and a verb of its own."""
    plain = part.replace(OPEN, "").replace(CLOSE, "")
    if re.search(r"\b(?:them|they|it|its|their|his|her|him|he|she)\b", plain):
        return False  # what it stands for is before the semicolon
    if re.match(r"(?:and|but|or|in|where|while)\b", plain):
        return False
    return parse_clause(plain, lexicon) is not None or bool(re.search(r"[\u0900-\u097f]", plain))


_TRAILING_DASH = re.compile(r"\s+[–—-]\s*$")


def _shortened(marked: str, lexicon: Lexicon, *, labelled: bool) -> str:
    for pattern in (_SECOND_CLAUSE, _TAIL):
        cut = pattern.search(marked)
        if cut and cut.start() > 25 and not _inside(marked, cut.start()):
            marked = marked[: cut.start()]
    marked = _TRAILING_DASH.sub("", marked)
    ends = [f for f in re.finditer(r";\s+", marked) if not _inside(marked, f.start())]
    starts = [0, *(found.end() for found in ends)]
    stops = [*(found.start() for found in ends), len(marked)]
    parts = [marked[a:b] for a, b in zip(starts, stops, strict=True)]
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


def _inside(text: str, at: int) -> bool:
    """Whether `text[at]` stands in brackets or between quotes."""
    before = text[:at]
    return (
        before.count("(") > before.count(")")
        or before.count("“") > before.count("”")
        or before.count('"') % 2 == 1
    )


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
