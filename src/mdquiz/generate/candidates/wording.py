"""How a sentence of the notes becomes one that stands on its own, with the answer marked in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mdquiz.generate.grammar import capitalised, decapitalised, headline, parse_clause
from mdquiz.generate.headings import is_generic
from mdquiz.generate.lexicon import Lexicon
from mdquiz.generate.statements import NAMED_THINGS, Reading, Statement
from mdquiz.generate.words import words

OPEN, CLOSE = "\x02", "\x03"
_TAIL = re.compile(
    r",?\s+(?:reflecting|highlighting|underscoring|underlining|thereby|making|marking|ensuring|"
    r"signalling|signaling|showing|indicating|demonstrating|emphasising|emphasizing|thus|hence|"
    r"which (?:is|was|are|were|has|have|will)|while|whereas|as well as being)\b[^\x02\x03]*$"
)
_SECOND_CLAUSE = re.compile(
    r"(?:\s[–—]\s(?:the|it|this|a|an)\s|;\s+|,\s+(?:and|but|while|whereas)\s+(?:it|they|he|she|its|their|this)\b)[^\x02\x03]*$"
)
_DEFINITE = words("wording-definite")
_GENERIC_SUBJECT = re.compile(
    r"^(?:The|the)\s+(?:said\s+|new\s+|first\s+|main\s+)?(?P<noun>[a-z][\w-]*|Act|Commission|Committee|"
    r"Board|Council|Bill|Mission|Scheme|Authority|Tribunal|Fund|Chairman|Chairperson|Centre|Court|"
    r"Bank|Agreement|Treaty|Convention|Government|Members?|Programme|Project|Plan|Policy|Code)\b(?!\s+(?:of|on|for)\s)"
)
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
        return f"{self.topic}: {question}" if self.topic else question

    @property
    def whole(self) -> str:
        """The sentence as it can be judged, with its topic."""
        return self.asked(self.text)


def said(reading: Reading, statement: Statement, start: int, end: int) -> Said | None:
    """`statement` around `text[start:end]`, made to stand on its own; None where it cannot."""
    text = statement.text
    shown = headline(text, reading.lexicon)
    if shown != text:  # words were put in: the answer has moved, if it is whole in both
        answer = text[start:end]
        moved = shown.find(answer, max(start - 3, 0)) if answer else len(shown)
        if moved >= 0:
            text, start, end = shown, moved, moved + len(answer)
    marked = text[:start] + OPEN + text[start:end] + CLOSE + text[end:]
    marked = _shortened(marked)
    answer = text[start:end]
    topics = own_topics(statement)
    context = ""
    opened = _with_subject(reading, statement, marked, topics)
    if opened is not None:
        marked = opened
    elif statement.anaphor:
        resolved = _resolved(reading, statement, marked, topics)
        if resolved is None:
            return None
        marked, context = resolved
    else:
        marked = _named_in_full(reading, statement, marked, topics)
        if _OBJECT_PRONOUN.search(text):
            earlier = _sentence_before(reading, statement)
            if not earlier or len(earlier) + len(marked) > 320:
                return None
            context = earlier + "."
    if OPEN not in marked or CLOSE not in marked:
        return None
    before, _, rest = marked.partition(OPEN)
    inside, _, after = rest.partition(CLOSE)
    topic = "" if context else _topic(reading, statement, before, inside, after, topics, answer)
    return Said(before, inside, after, topic, context)


_OBJECT_PRONOUN = re.compile(
    r"^(?:(?!\b(?:which|who|that|because|it|they)\b|,|;).)*\b(?:against|of|into|joins?|joined|under|from|with|on)\s+(?:it|them)\b|\b(?:joins|joined)\s+it\b"
)


def own_topics(statement: Statement) -> tuple[str, ...]:
    """What a statement is about: its label first, unless that is a date or says nothing."""
    label = statement.label
    if label is None or is_generic(label.text) or not re.search(r"[^\W\d]{2}", label.text):
        return statement.topics
    return (label.text, *statement.topics)


def _shortened(marked: str) -> str:
    for pattern in (_SECOND_CLAUSE, _TAIL):
        cut = pattern.search(marked)
        if cut and cut.start() > 25:
            marked = marked[: cut.start()]
    parts = re.split(r";\s+", marked)
    if len(parts) > 1:
        home = next(part for part in parts if OPEN in part)
        if (
            CLOSE in home
            and len(home) > 25
            and not re.match(r"\W*(?:it|they|he|she|its|their|this|these|the)\b", home)
        ):
            marked = home
    return marked


def _with_subject(
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
    after = plain[found.end() :].lstrip().split(" ")[0].lower()
    subject = noun_phrase(topics[0], lexicon)
    if subject.casefold() in plain.casefold():
        return None
    link = ""
    if (
        word in lexicon.past
        and word in lexicon.participles
        and (
            after
            in {
                "by",
                "in",
                "on",
                "under",
                "as",
                "to",
                "with",
                "from",
                "at",
                "for",
                "between",
                "during",
            }
            or after[:1].isdigit()
        )
    ):
        link = "were " if _plural(topics[0]) else "was "
    elif (
        (word in lexicon.past and word not in lexicon.participles)
        or (
            (word in lexicon.third and word not in lexicon.noun_like)
            or (
                word in lexicon.third
                and after in {"the", "a", "an", "to", "for", "with", "in", "on"}
            )
        )
        or word in {"is", "are", "was", "were", "has", "have", "can", "may", "shall", "will", "had"}
        or (word in lexicon.past and after in {"the", "a", "an", "its", "his"})
    ):
        link = ""
    else:
        return None
    at = re.search(r"[A-Za-z]", marked)
    if at is None:
        return None
    rest = marked[: at.start()] + marked[at.start()].lower() + marked[at.start() + 1 :]
    return f"{capitalised(subject)} {link}{rest}"


_RECOMMENDS = re.compile(
    r"\b(?:recommend\w*|suggest\w*|way forward|way ahead|reforms? (?:needed|suggested)|measures (?:needed|suggested)|"
    r"steps (?:needed|required)|what (?:can|should) be done)\b",
    re.IGNORECASE,
)


def _lead_of(reading: Reading, statement: Statement) -> str:
    """What a verb-first item hangs on: "It is recommended to" under recommendations."""
    document = reading.document
    block = document.blocks[statement.block]
    texts = [document.blocks[block.lead].text] if block.lead >= 0 else []
    texts += [document.sections[block.section].title]
    return "It is recommended to" if any(_RECOMMENDS.search(text) for text in texts) else ""


def noun_phrase(topic: str, lexicon: Lexicon) -> str:
    """`topic` as it stands in a sentence: with "the" where its last word wants it."""
    if re.match(r"(?:the|a|an)\s", topic, re.IGNORECASE):
        return topic[0].lower() + topic[1:]
    words = topic.split()
    last = re.sub(r"[,(].*", "", topic).split()
    del lexicon
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


def _resolved(
    reading: Reading, statement: Statement, marked: str, topics: tuple[str, ...]
) -> tuple[str, str] | None:
    """The sentence with its opening "It", "Its", "This …" told; and a sentence of context."""
    anaphor = statement.anaphor
    if marked.startswith(OPEN):
        return None
    subject = antecedent(reading, statement, topics)
    rest = marked[len(anaphor) :]
    if anaphor in {"It", "They", "He", "She"}:
        if not subject:
            return None
        return capitalised(noun_phrase(subject, reading.lexicon)) + rest, ""
    if anaphor in {"Its", "Their", "His", "Her"}:
        if not subject:
            return None
        owner = capitalised(noun_phrase(subject, reading.lexicon))
        return owner + ("'" if owner.endswith("s") else "'s") + rest, ""
    if anaphor in _HINDI_ANAPHORS:
        named = next(
            (t for t in topics if "\u0900" <= t[0] <= "\u097f" and len(t.split()) <= 6), ""
        )
        return (f"{named}{_HINDI_ANAPHORS[anaphor]}{rest}", "") if named else None
    noun = re.match(r"\s+([A-Za-z][\w-]*)", rest.replace(OPEN, ""))
    if noun and topics:
        named = next(
            (
                t
                for t in topics[:2]
                if t.casefold().split()[-1] == noun.group(1).casefold() and not _action(t)
            ),
            "",
        )
        if named and OPEN not in rest[: noun.end()]:
            return capitalised(noun_phrase(named, reading.lexicon)) + rest[noun.end() :], ""
    context = _sentence_before(reading, statement)
    if context and len(context) + len(marked) <= 320:
        return marked, context + "."
    if noun and anaphor in {"This", "These"} and topics and noun.group(1).islower():
        return "The" + rest, ""
    return None


def _named_in_full(
    reading: Reading, statement: Statement, marked: str, topics: tuple[str, ...]
) -> str:
    """ "The Bill replaces …" with the name that the sentence before, or the heading, gives."""
    found = re.match(r"The (?P<noun>[A-Z]?[a-z]+)\s(?!of\b|for\b|that\b|which\b)", marked)
    if found is None:
        return marked
    noun = found["noun"].casefold()
    at = statement.before
    while at >= 0:
        for entity in reversed(reading.statements[at].entities):
            words = re.sub(r",?\s*\d{4}$|\s*\([^()]*\)", "", entity.text).casefold().split()
            if len(words) > 1 and words[-1] == noun:
                return (
                    capitalised(noun_phrase(entity.text, reading.lexicon))
                    + marked[found.end() - 1 :]
                )
        at = reading.statements[at].before
    for topic in topics[:2]:
        words = re.sub(r"\s*\([^()]*\)", "", topic).casefold().split()
        if len(words) > 1 and words[-1] == noun and not _action(topic):
            return capitalised(noun_phrase(topic, reading.lexicon)) + marked[found.end() - 1 :]
    return marked


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


def _sentence_before(reading: Reading, statement: Statement) -> str:
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


def antecedent(reading: Reading, statement: Statement, topics: tuple[str, ...]) -> str:
    """What an opening pronoun stands for: the subject before it, else the label or heading."""
    at = statement.before
    while at >= 0:
        earlier = reading.statements[at]
        if not earlier.anaphor:
            clause = parse_clause(earlier.text, reading.lexicon)
            if clause is not None:
                subject = earlier.text[clause.subject_start : clause.subject_end]
                subject = re.sub(r",\s.*$|\s*\([^()]*\)$", "", subject)
                if len(subject) <= 80:
                    return subject
            break
        at = earlier.before
    if topics and not _action(topics[0]):
        return topics[0].partition(":")[0]
    return ""


def _action(topic: str) -> bool:
    """Whether a heading names a matter rather than a thing ("Building Bilateral Ties")."""
    return (
        bool(re.match(r"[A-Z]?[a-z]+ing\b", topic)) or len(topic.split()) > 8 or topic.endswith("?")
    )


_WORD = re.compile(r"[^\W_]{3,}")


def _topic(
    reading: Reading,
    statement: Statement,
    before: str,
    inside: str,
    after: str,
    topics: tuple[str, ...],
    answer: str,
) -> str:
    visible = (before + " " + after).casefold()
    words = set(_WORD.findall(visible))
    subject = before if before.strip() else after
    generic = _GENERIC_SUBJECT.match((before + inside + after).lstrip())
    if not generic:
        for entity in statement.entities:
            if entity.type in _NAMELIKE_EXCLUDED or entity.text.casefold() in answer.casefold():
                continue
            if entity.text in {"India", "Government", "Parliament"} and entity.type != "name":
                continue
            if entity.text.casefold() in visible and (
                len(entity.text) > 3 or entity.text.isupper()
            ):
                return ""
    del subject
    if not generic and any(_mentioned(topic, words) for topic in topics):
        return ""
    for topic in topics:
        if leaks(answer, topic):
            continue
        if _mentioned(topic, words):
            return ""
        return topic
    return ""


def _mentioned(topic: str, words: set[str]) -> bool:
    """Whether most words of `topic` are among `words`."""
    wanted = [w for w in _WORD.findall(topic.casefold()) if w not in _STOP]
    hits = sum(w in words or w.rstrip("s") in words for w in wanted)
    return bool(wanted) and hits * 3 >= len(wanted) * 2


_STOP = frozenset(["the", "and", "for", "with", "from"])


def leaks(answer: str, text: str) -> bool:
    """Whether `text` gives `answer` away."""
    wanted = answer.casefold().strip()
    if not wanted:
        return False
    pattern = rf"(?<![^\W_]){re.escape(wanted)}(?![^\W_])"
    return re.search(pattern, text.casefold()) is not None


def lowered(text: str, reading: Reading) -> str:
    """`text` as it stands inside a sentence."""
    return decapitalised(text, reading.lower_words)
