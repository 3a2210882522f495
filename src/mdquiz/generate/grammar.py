"""Just enough grammar to ask: where the subject ends, which word is the predicate."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from mdquiz.generate.lexicon import Lexicon
from mdquiz.generate.words import words

_TOKEN = re.compile(r"[\w&'’.-]*\w|[(),;:—–]")
AUXILIARIES = words("grammar-auxiliaries")
_ADVERBIAL = re.compile(
    r"^(?:(?:In|On|By|Under|During|Since|After|Before|At|With|From|Despite|According|As|For|To|Through|"
    r"Within|Between|Among|Following|Until|While|When|If|Although|Though|Till|Upon|Over|Per|"
    r"Pursuant|Unlike|Besides|Apart|Owing|Due|Based|Except|Every|Each|Once|Where|Earlier|Later|"
    r"Today|Currently|Originally|Initially|Internationally|Globally|Historically|Traditionally|"
    r"Subject|Inspired|Modelled|Launched|Established|Founded|Located|Situated)\b[^,;]{0,140},\s+)+"
)
_DATE_ADVERBIAL = re.compile(
    r"^(?:In|On|By|Since)\s+(?:(?:early|late|mid)\s+)?(?:[A-Z][a-z]+\s+)?(?:\d{1,2}\s+[A-Z][a-z]+\s+)?\d{4}\s+(?=[A-Z]|the\b|a\b)"
)
_NOT_BEFORE_VERB = words("grammar-not-before-verb")
_RELATIVES = frozenset({"that", "which", "who", "whom", "whose", "where", "when"})
_STOP_LOOKAHEAD = _RELATIVES | {
    "while",
    "because",
    "although",
    "and",
    "but",
    "so",
    "if",
    ",",
    ";",
    ":",
}
_DETERMINERS = words("grammar-determiners")
_FUNCTION_WORDS = words("grammar-function-words")


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence parted at its predicate.

    Attributes:
        adverbial: Opening adverbial, without its comma; may be empty.
        subject_start: Where the subject begins in the sentence.
        subject_end: Where it ends.
        verb: The finite verb.
        verb_start: Where the verb begins.
        verb_end: Where it ends.
        kind: "aux", "past", "third" or "base".
        base: The verb's base form.
    """

    adverbial: str
    subject_start: int
    subject_end: int
    verb: str
    verb_start: int
    verb_end: int
    kind: str
    base: str


@lru_cache(maxsize=16384)
def parse_clause(text: str, lexicon: Lexicon) -> Clause | None:
    """Part `text` at its predicate; None where it cannot be told."""
    opening = _ADVERBIAL.match(text) or _DATE_ADVERBIAL.match(text)
    start = opening.end() if opening else 0
    adverbial = opening.group().rstrip(" ,") if opening else ""
    tokens = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text, start)]
    depth = 0
    relative = False
    apposed = False
    for number, (word, begin, end) in enumerate(tokens[:45]):
        if word == "(":
            depth += 1
        elif word == ")":
            depth = max(depth - 1, 0)
        if depth or word in "()":
            continue
        if word in {";", ":"}:
            return None
        if word in {",", "—", "–"}:
            apposed = not apposed
            continue
        lowered = word.lower()
        if lowered in _RELATIVES and number:
            relative = True
            continue
        before = tokens[number - 1][0].lower() if number else ""
        after = tokens[number + 1][0] if number + 1 < len(tokens) else ""
        kind, base = _finite(word, before, after, number, lexicon)
        if not kind:
            continue
        if relative:
            relative = False
            continue
        if apposed and kind != "aux":
            continue
        if kind == "past" and _reduced(tokens, number, lexicon):
            continue
        if number == 0:
            return None
        subject_end = begin
        while subject_end > start and text[subject_end - 1] in " ,–—":
            subject_end -= 1
        if subject_end <= start or begin - start > 160:
            return None
        return Clause(adverbial, start, subject_end, word, begin, end, kind, base)
    return None


def _finite(word: str, before: str, after: str, number: int, lexicon: Lexicon) -> tuple[str, str]:
    if word in AUXILIARIES:
        return "aux", word
    if not word.islower() or before in _NOT_BEFORE_VERB or number == 0:
        return "", ""
    if word in lexicon.past:
        return "past", lexicon.past[word]
    if word in lexicon.third:
        if word in lexicon.noun_like and not (
            after.lower() in _DETERMINERS or after[:1].isdigit() or after[:1].isupper()
        ):
            return "", ""
        return "third", lexicon.third[word]
    if (
        word in lexicon.base
        and (before.endswith("s") or before.isdigit())
        and not before.endswith("ss")
    ):
        follows = after.lower() in _DETERMINERS or after[:1].isdigit() or after[:1].isupper()
        return ("base", word) if follows else ("", "")
    return "", ""


def _reduced(tokens: list[tuple[str, int, int]], number: int, lexicon: Lexicon) -> bool:
    """Whether a past form is the participle of a reduced relative ("a pact signed in 2020 was")."""
    word = tokens[number][0]
    if word not in lexicon.participles:
        return False
    after = tokens[number + 1][0].lower() if number + 1 < len(tokens) else ""
    by_or_in = after in {"by", "in", "on", "under", "to", "at", "for", "with", "from", "as"}
    for later, _, _ in tokens[number + 1 : number + 14]:
        lowered = later.lower()
        if lowered in _STOP_LOOKAHEAD:
            return False
        if lowered in AUXILIARIES:
            return True
        if by_or_in and (later in lexicon.past or later in lexicon.third) and later.islower():
            return later not in lexicon.noun_like
    return False


_AFTER_PASSIVE = frozenset({"by", "at", "in", "on", "under", "between", "as", "from", "for"})
_INTRANSITIVE = words("in_place-intransitive")
_LABELLED_VERB = re.compile(
    r"^(?P<np>[A-Z][^:–—]{3,50}?)(?::|\s[–—-])\s(?P<verb>[a-z]+)\s(?P<next>\w+)"
)


_PLANNED = re.compile(
    r"^(?P<np>(?:[A-Z][\w&.'’-]*\s){0,4}[A-Z][\w&.'’-]*)\s(?P<to>to\s(?P<verb>[a-z]+)\s)"
)


def headline(text: str, lexicon: Lexicon) -> str:
    """A headline as a sentence: "Settlement introduced by X" → "Settlement was introduced by X"."""
    labelled = _LABELLED_VERB.match(text)
    if (
        labelled
        and (labelled["verb"] in lexicon.past or labelled["verb"] in lexicon.third)
        and labelled["next"] in _DETERMINERS
    ):
        text = labelled["np"] + " " + text[labelled.start("verb") :]
    clause = parse_clause(text, lexicon)
    planned = _PLANNED.match(text)
    if (
        clause is None
        and planned
        and planned["verb"] in lexicon.base
        and not (planned["np"].lower() in lexicon.third or planned["np"].lower() in lexicon.base)
    ):
        return f"{planned['np']} is {text[planned.start('to') :]}"
    if clause is None or not passive_headline(text, clause, lexicon):
        return text
    be = was_or_were(text[clause.subject_start : clause.subject_end], lexicon)
    return f"{text[: clause.verb_start]}{be} {text[clause.verb_start :]}"


def was_or_were(subject: str, lexicon: Lexicon) -> str:
    """The past of "be" that fits a subject."""
    bare = re.sub(r"\s*\([^()]*\)", "", subject)
    words = re.split(r"\s(?:of|for|in|on|with|to|from|by)\s", bare)[0].split()
    last = words[-1] if words else ""
    joined = "and" in words and last not in lexicon.heads
    plural = (
        last.endswith("s")
        and not last.endswith(("ss", "us", "is", "'s", "’s"))
        and not last.isupper()
    )
    return "were" if joined or plural else "was"


def passive_headline(text: str, clause: Clause, lexicon: Lexicon) -> bool:
    """Whether the verb is a participle whose "was" a headline left out."""
    if (
        clause.kind != "past"
        or clause.verb not in lexicon.participles
        or clause.base in _INTRANSITIVE
    ):
        return False
    if clause.base == "sign" and text[clause.verb_end :].lstrip().startswith("with "):
        return False
    subject = text[clause.subject_start : clause.subject_end].split()
    if subject[0][0].isdigit() and len(subject) == 1:
        return False
    if len(subject) > 8 or any(
        word in lexicon.base and after.lower() in {"the", "a", "an", "its", "their"}
        for word, after in pairwise(subject[1:])
    ):
        return False
    if re.match(r"\s(?:\([^()]*\)\s)?that\b", text[clause.verb_end :]):
        return False  # a Bench "held (8:1) that …"
    following = re.split(r"[,;.]", text[clause.verb_end :])[0].split()[:2]
    if following and following[0] in {"up", "out", "off", "down"}:
        following = following[1:]
    return not following or following[0] in _AFTER_PASSIVE or following[0].startswith("(")


def decapitalised(text: str, lower_words: frozenset[str]) -> str:
    """`text` as it stands inside a sentence: a capital only where it belongs to a name."""
    found = re.match(r"[A-Za-z][\w'’-]*", text)
    if found is None:
        return text
    word = found.group()
    if not word[0].isupper() or (word.isupper() and len(word) > 1):
        return text
    following = text[found.end() : found.end() + 2]
    if word.lower() in _FUNCTION_WORDS or (
        word.lower() in lower_words and not (following[1:2].isupper() and following[:1] == " ")
    ):
        return word[0].lower() + text[1:]
    return text


def capitalised(text: str) -> str:
    """`text` with a capital first letter."""
    for number, char in enumerate(text):
        if char.isalpha():
            return text[:number] + char.upper() + text[number + 1 :] if number < 3 else text
        if char.isdigit():
            return text
    return text
