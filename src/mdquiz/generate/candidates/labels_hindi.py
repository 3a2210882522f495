"""Questions from Hindi labels, in Hindi: brief forms that need no agreement of gender."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from mdquiz.generate.candidates.candidate import Candidate, Material, short
from mdquiz.generate.candidates.columns_hindi import hindi_column_question, hindi_template
from mdquiz.generate.candidates.phrases import leaks
from mdquiz.generate.facts.fact import Answer, Fact
from mdquiz.generate.facts.hindi_clauses import is_clause_with_tail
from mdquiz.generate.headings import is_generic
from mdquiz.generate.hindi import of

_HINDI = re.compile(r"[\u0900-\u097f]")


def hindi_label_questions(material: Material) -> Iterator[Candidate]:
    """`संविधान सभा – पहली बैठक?`, and which label a description belongs to."""
    lists = Counter(_list_of(material, f) for f in material.facts if f.kind == "label")
    for fact in material.facts:
        if fact.kind in {"label", "explained"} and _HINDI.search(fact.subject + fact.answer.text):
            number = _list_of(material, fact)
            yield from _labelled(material, fact, lists[number] if number >= 0 else 0)
        elif (
            fact.kind == "event"
            and _HINDI.search(fact.subject)
            and not leaks(fact.answer.text, fact.subject)
        ):
            yield short(
                fact, _when(fact.subject, fact.answer.text), 0.85, "event-date", label_answer=True
            )


_SPAN = re.compile(r"\d\s?[–-]\s?\d{3,4}$")
_VERB = re.compile(
    r"^(?P<said>\S+ .*?\S) (?P<verb>(?:(?:शुरू|लागू|समाप्त|पारित|स्थापित|आयोजित|प्रारंभ|गठित) )?"
    r"(?:हुआ|हुई|हुए|बना|बनी|बने|आया|आई|आए|(?:किया|की) गय[ाी]|(?:किया|की) गई))$"
)


def _when(event: str, when: str) -> str:
    """When something took place: right before its verb, where it has one."""
    text = event.rstrip(" ।")
    if _SPAN.search(when):
        return f"{text} का काल क्या है?"
    found = _VERB.match(text)
    return f"{found['said']} कब {found['verb']}?" if found else f"{text} – कब?"


def _labelled(material: Material, fact: Fact, siblings: int) -> Iterator[Candidate]:
    label, value = fact.subject, fact.answer.text
    if leaks(value, label) or is_clause_with_tail(label):
        return
    lexicon = material.reading.lexicon
    topic = next((t for t in fact.topics if not leaks(value, t) and t != label), "")
    words = len(value.split())
    if hindi_template(label, lexicon) and topic and words <= 14:
        yield short(fact, hindi_column_question(label, topic, "", lexicon), 0.9, "label-attribute")
    elif _DONE.search(value) and words <= 14 and not re.search(r"[;।]", value):
        head = f"{topic}: " if topic and words < 4 else ""
        yield _reverse(fact, f"{head}किसने {value}?", label)
    elif _ARTICLE.match(label) and words >= 3:
        yield short(fact, f"{label} किससे संबंधित है?", 0.8, "label-brief")
        yield _reverse(fact, f"निम्नलिखित विवरण किस {label.split()[0]} का है: “{value}”?", label)
    elif fact.answer.kind == "date":
        head = f"{topic} – " if topic and not _OWNER.search(label) else ""
        yield short(fact, f"{head}{label} कब?", 0.8, "label-brief")
    elif _measured(fact):
        if _OWNER.search(label):
            yield short(fact, f"{label} {_how_many(label)}?", 0.8, "label-brief")
        elif topic:
            yield short(fact, f"{topic} – {label}: {_how_many(label)}?", 0.8, "label-brief")
    elif words <= 8 and _IN_PARTS.search(value):
        head = f"{topic}: " if topic and topic not in label else ""
        yield short(fact, f"{head}{label} किससे संबंधित है?", 0.8, "label-brief")
    elif words <= 2 and siblings < _MATCHED and not re.search(r"[;।]", value):
        head = f"{topic}: " if topic and topic not in label else ""
        yield short(fact, f"{head}{label} किससे संबंधित है?", 0.7, "label-brief")
    if (
        words >= 3
        and len(value) <= 160
        and not hindi_template(label, lexicon)
        and not _DONE.search(value)
        and not _NO_DESCRIPTION.search(value)
        and "नहीं" not in label
        and not _ARTICLE.match(label)
        and not is_generic(label)
        and not leaks(label, value)
    ):
        head = f"{topic}: " if topic and words < 4 else ""
        yield _reverse(fact, f"{head}निम्नलिखित विवरण किसका है: “{value}”?", label)


_MATCHED = 4
"""From so many labels of a list on, a match asks them better."""
_DONE = re.compile(
    r"\S \S.* (?:किया|की|किए|लिखा|लिखी|बनाया|बनाई|बनवाया|बनवाई|चलाया|चलाई|दिया|जीता|खोजा|"
    r"कराया|करवाया|बसाया|अपनाया|लड़ा)$"
)
_ARTICLE = re.compile(r"^(?:अनुच्छेद|धारा|अनुसूची|भाग) [\d०-९]")
_NO_DESCRIPTION = re.compile(r"^[\d०-९]|(?:^|\s)[\u0900-\u097f]{1,3}\.\s")
"""A date or figure in front, or the initials of a name."""
_IN_PARTS = re.compile(r"\S\s[–—-]\s\S")
"""A row without a table: "असम — एक सींग वाला गैंडा"."""
_OWNER = re.compile(r"\s(?:का|की|के)\s")


def _measured(fact: Fact) -> bool:
    return fact.answer.kind in {"number", "money"}


def _how_many(label: str) -> str:
    """What asks for a figure: it agrees with the label's last word."""
    return "कितनी" if of(label) == "की" else "कितने" if label.startswith("कुल ") else "कितना"


def _list_of(material: Material, fact: Fact) -> int:
    """The number of the list that a label stands in; -1 for none."""
    return material.reading.document.blocks[fact.order[0]].list_id


def _reverse(fact: Fact, prompt: str, label: str) -> Candidate:
    return Candidate(
        (fact.id,),
        "short",
        prompt,
        Answer("text", label),
        "label-reverse",
        fact.spans,
        fact.section,
        0.75,
        label_answer=True,
    )
