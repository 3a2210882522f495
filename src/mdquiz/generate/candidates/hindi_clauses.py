"""Questions from plain Hindi sentences: the answer is asked for where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mdquiz.generate.candidates.candidate import Candidate, Material, short
from mdquiz.generate.candidates.columns_hindi import hindi_column_question
from mdquiz.generate.candidates.phrases import leaks
from mdquiz.generate.candidates.topics import front
from mdquiz.generate.facts.fact import Fact
from mdquiz.generate.facts.hindi_forms import GAP
from mdquiz.generate.hindi import (
    DEVANAGARI,
    hindi_words,
    in_past,
    oblique,
    of,
    template,
    wh_of,
)

_HABIT = re.compile(r"(?:ता|ती|ते) (?:था|थी|थे|थीं)$")
_PAST = re.compile(r"(?<!\S)(?:था|थे|थी|हुआ|हुई|हुए)(?=[\s,।;]|$)")
_IN_A_PLACE = re.compile(r"\S+(?: \S+){0,2} में ")
_REALM = re.compile(r"(?:साम्राज्य|सल्तनत|काल|राज्य|युग)$")


def hindi_clause_questions(material: Material) -> Iterator[Candidate]:
    """A question, or a gap where the end of a phrase cannot be told."""
    for fact in material.facts:
        if fact.kind != "hindi":
            continue
        said = fact.subject
        if GAP not in said:
            yield short(fact, _tail(material, fact), 0.86, "hindi-tail")
            continue
        if len(re.sub(r"[\W\d_]", "", said)) < 4 or len(said) > 220:
            continue
        head = _head(fact, said)
        if not fact.relation:
            text = f"{head}{said.replace(GAP, '{{' + fact.answer.text + '}}')}।"
            yield Candidate(
                (fact.id,), "cloze", text, fact.answer, "hindi-gap", fact.spans, fact.section, 0.6
            )
            continue
        prompt = _tidy(f"{head}{said.replace(GAP, fact.relation)}?")
        if not leaks(fact.answer.text, prompt):
            yield short(fact, prompt, 0.92, "hindi-clause")


def _tail(material: Material, fact: Fact) -> str:
    """`…, अध्यक्ष – W` → `… के अध्यक्ष कौन थे?`."""
    kind = fact.subject.split()[-1]
    noun = kind if kind in hindi_words("kinds") else ""
    lexicon = material.reading.lexicon
    if not template(fact.relation, lexicon):
        label = fact.relation
        return f"{oblique(fact.subject)} {of(label)} {label} क्या है?"
    asked = hindi_column_question(fact.relation, oblique(fact.subject), "", lexicon, noun=noun)
    over = _PAST.search(fact.spans[0].quote) and wh_of(fact.relation, lexicon) == "कौन"
    return in_past(asked) if over else asked


def _head(fact: Fact, said: str) -> str:
    """The heading, where a sentence does not say whose things it tells of."""
    words = [word for word in said.replace(GAP, " ").split() if DEVANAGARI.search(word)]
    first = words[0] if words else ""
    plain = first in hindi_words("vague") and not (
        len(words) > 1 and words[1] in {"का", "की", "के"} and first == "राज्य"
    )
    if not (_HABIT.search(said) or plain or (len(words) < 4 and GAP in said[:2])):
        return ""
    if not plain and _IN_A_PLACE.match(said):
        return ""
    for topic in fact.topics:
        title = front(topic, said)
        common = hindi_words("vague") | hindi_words("kinds")
        shared = set(title.split()) & set(said.split()) - common
        if any(len(word) > 2 for word in shared) or title in said or leaks(fact.answer.text, title):
            continue
        return f"{title} में " if _REALM.search(title) and not said.startswith(GAP) else f"{title}: "
    return ""


def _tidy(prompt: str) -> str:
    """One space between words, none before a mark, one question mark."""
    text = re.sub(r"\s+", " ", prompt).strip()
    return re.sub(r"\s*[।.?]*\?$", "?", text)
