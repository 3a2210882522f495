"""Pronouns in the middle of a sentence that stand for something outside it."""

from __future__ import annotations

import re

from mdquiz.generate.candidates.subjects import CLOSE, OPEN, is_action, noun_phrase
from mdquiz.generate.grammar import parse_clause
from mdquiz.generate.headings import is_name
from mdquiz.generate.statements import Reading

_INNER = re.compile(
    r"(?<=\s)(?P<word>its|it)\b(?!\s(?:is|was|has been)\s(?:said|felt|believed|held))"
)
_NO_OWNER = re.compile(
    r"(?:he|she|they|we|you|nobody|anyone|everyone|whoever|[A-Za-z]*(?:[a-z](?<!s)(?<!u)(?<!i)s))$",
    re.IGNORECASE,
)


def told_inside(reading: Reading, marked: str, topics: tuple[str, ...]) -> str | None:
    """The sentence with an "its" or "it" that its subject cannot own told by the topic.

    "Ministers come under its powers" under "Lokpal" → "… under the Lokpal's powers".

    Args:
        reading: The document.
        marked: The sentence, its answer between `OPEN` and `CLOSE`.
        topics: What the sentence stands under, innermost first.

    Returns:
        The sentence, unchanged where nothing is missing; None where what the word stands for
        cannot be told.
    """
    plain = marked.replace(OPEN, "").replace(CLOSE, "")
    found = _INNER.search(plain)
    if found is None or not _lost(reading, plain, found):
        return marked
    topic = topics[0] if topics else ""
    if not topic or is_action(topic) or not is_name(topic, reading.lower_words):
        return None
    if OPEN in marked[: found.end() + 2] and CLOSE not in marked[: found.start() + 2]:
        return None
    at = marked.find(f" {found['word']}", max(found.start() - 2, 0)) + 1
    name = noun_phrase(topic)
    if found["word"] == "its":
        name += "'" if name.endswith("s") else "'s"
    return marked[:at] + name + marked[at + len(found["word"]) :]


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
    return bool(_NO_OWNER.match(subject.split(" of ")[0].split()[-1])) if subject else False
