"""Questions from labels: records and terms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from mdquiz.generate.candidates.anaphora import antecedent
from mdquiz.generate.candidates.candidate import Candidate, Material, short
from mdquiz.generate.candidates.columns import column_question
from mdquiz.generate.candidates.lists import NUMBER_WORDS
from mdquiz.generate.candidates.phrases import leaks, lowered
from mdquiz.generate.candidates.provisions import is_provision, provision_questions
from mdquiz.generate.candidates.subjects import asks, is_action, noun_phrase
from mdquiz.generate.candidates.topics import front
from mdquiz.generate.entities.scan import entities
from mdquiz.generate.facts.fact import Answer, Fact
from mdquiz.generate.grammar import capitalised
from mdquiz.generate.headings import is_generic, is_name, names_a_class
from mdquiz.generate.labels import VERBISH
from mdquiz.generate.statements import Reading
from mdquiz.generate.words import words

_HINDI = re.compile(r"[\u0900-\u097f]")
_PERSONS = words("columns-persons")
_OPINION_LABEL = re.compile(
    r"\b(?:challenge|concern|need|importance|significance|way forward|benefit|issue|lack|weak|poor|strengthen|promot|improv|enhanc|build)\w*",  # noqa: E501
    re.IGNORECASE,
)


def label_questions(material: Material) -> Iterator[Candidate]:
    """Both directions of a label and what stands after it."""
    for fact in material.facts:
        if fact.kind in {"label", "explained"} and not _HINDI.search(
            fact.subject + fact.answer.text
        ):
            yield from _labelled(material, fact)


def _labelled(material: Material, fact: Fact) -> Iterator[Candidate]:
    reading = material.reading
    label, value = fact.subject, fact.answer.text
    if is_provision(label):
        yield from provision_questions(reading, fact)
        return
    topic = next((t for t in fact.topics if not leaks(value, t) and t != label), "")
    statement = reading.statements[fact.statement]
    if statement.before >= 0 and statement.label is not None:
        earlier = antecedent(reading, statement, ())
        vague = re.match(r"The\s\w+$", earlier)
        topic = earlier if earlier and not vague and not leaks(value, earlier) else topic
    template = reading.lexicon.headers.get(label.casefold())
    if template and topic and fact.kind == "label":
        prompt = capitalised(template.replace("{of}", noun_phrase(front(topic))))
        yield short(fact, prompt, 0.92, "label-attribute")
        return
    counted = re.match(
        r"(?:the\s)?(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)\s([a-z][a-z ]*s)$",
        label,
        re.IGNORECASE,
    )
    if counted and topic:
        wanted = _COUNTS.get(counted.group(1).lower(), 0) or int(counted.group(1))
        splits = (r",\s*(?:and\s+)?|;\s*", r",\s*(?:and\s+)?|;\s*|\s+and\s+")
        parts = next(
            (found for split in splits if len(found := re.split(split, value)) == wanted), []
        )
        if len(parts) > 1:
            answer = Answer("list", "; ".join(parts), tuple(parts))
            yield replace(
                short(fact, f"{topic}: name the {label}.", 0.85, "label-list"), answer=answer
            )
        else:
            yield short(fact, f"{topic}: what are the {label}?", 0.7, "label-brief")
        return
    if (fact.kind == "label" or starts_with_value(material, fact)) and _states_a_value(
        material, fact
    ):
        prompt = _brief(material, fact, topic)
        if prompt:
            yield short(fact, prompt, 0.85 if fact.entity else 0.75, "label-brief")
            return
        if not _one_value(material, fact) and not (value[0].islower() and fact.entity is None):
            return
    if leaks(label, value) or _OPINION_LABEL.search(label) or len(value) > 230:
        return
    if (
        fact.kind == "label"
        and len(value.split()) >= 2
        and not is_generic(label)
        and not _several_values(material, value)
    ):
        if _is_term(label, reading) and not _begins_with_verb(value, reading):
            yield short(fact, _what_is(label, topic), 0.6, "label-meaning")
        elif (
            topic
            and not asks(topic)
            and len(value.split()) <= 24
            and not _POINTING_LABEL.search(label)
        ):
            yield short(fact, f"{front(topic)} – {_inside(label, reading)}?", 0.5, "label-brief")
    if (
        len(value.split()) >= 4
        and not (re.search(r"\d", value) and len(value.split()) < 7)
        and not is_generic(label)
        and not names_a_class(label)
        and _describes(material, fact)
    ):
        yield Candidate(
            (fact.id,),
            "short",
            f"{_which_label(reading, fact, topic)} “{capitalised(value)}”",
            Answer("text", label, accept=_gloss(fact)),
            "label-reverse",
            fact.spans,
            fact.section,
            0.66,
            label_answer=True,
        )


_POINTING_LABEL = re.compile(
    r"\b(?:this|these|those|that|there|here|their|its|why|how|what|who|where|when)\b", re.IGNORECASE
)


def _is_term(label: str, reading: Reading) -> bool:
    """Whether a label is something that has a meaning, not a part of the account ("Model")."""
    words = label.casefold().split()
    if len(words) == 1 and (
        words[0] in reading.lexicon.participles or words[0] in reading.lexicon.past
    ):
        return False
    return is_name(label, reading.lower_words) and not _POINTING_LABEL.search(label)


def _begins_with_verb(value: str, reading: Reading) -> bool:
    """Whether what follows a label tells what happened to it, not what it is."""
    first, lexicon = value.split()[0].casefold(), reading.lexicon
    return first in lexicon.participles or first in lexicon.past or first in lexicon.base


def _inside(label: str, reading: Reading) -> str:
    """A label as it stands inside a sentence."""
    return label if _proper_first(label, reading) else label[0].lower() + label[1:]


def _which_label(reading: Reading, fact: Fact, topic: str) -> str:
    """How a label is asked for by its description."""
    heads = reading.lexicon.heads
    kind = heads.get(fact.subject.split()[0], "") or heads.get(fact.subject.split()[-1], "")
    if kind:
        return f"{capitalised(kind)} is this?"
    if topic and _class_of_things(fact):
        return f"{front(topic)}: which one does this describe?"
    said = fact.answer.text.split()
    if sum(word[0].isupper() for word in said) * 2 >= len(said):
        return "Which name goes with this?"
    proper = fact.subject.isupper() or len(_CAPITALS.findall(fact.subject)) >= 2
    return f"Which {'name' if proper else 'term'} fits this description?"


_CAPITALS = re.compile(r"(?<![\w'’])[A-Z][\w-]*")


def _class_of_things(fact: Fact) -> bool:
    """Whether the heading over a label is the name of a class: "Types of unemployment"."""
    over = (fact.topics or ("",))[0].split(",")[0]
    several = bool(re.search(r"[a-z]{2}s(?:\s*\([^()]*\))?$", over)) or bool(
        re.match(r"(?:[A-Z][a-z]+\s)?[A-Za-z]+s\s(?:of|in|from)\b", over)
    )
    return several and not re.match(r"[A-Z][a-z]+ing\b", over)


def _one_value(material: Material, fact: Fact) -> bool:
    """Whether what follows a label is one thing to recall, not a sentence of several."""
    value = fact.answer.text
    if fact.answer.items:
        return True
    if _attribute(fact.subject) and len(value) <= 90 and not VERBISH.search(value):
        return True
    if ";" in value or VERBISH.search(value) or len(value.split()) > 14:
        return False
    return "," not in value or not _several_values(material, value)


def _several_values(material: Material, value: str) -> bool:
    found = entities(value, material.reading.lexicon, frozenset())
    return sum(e.type in _MEASURED for e in found) > 1


def _proper_first(label: str, reading: Reading) -> bool:
    first = label.split()[0]
    return first in reading.lexicon.names or first.isupper() or bool(re.search(r"\d|['’]s$", first))


def starts_with_value(material: Material, fact: Fact) -> bool:
    """Whether what follows the label begins with a number: "Target: 4%, measured by …"."""
    statement = material.reading.statements[fact.statement]
    return (
        any(e.start == 0 and e.type in _MEASURED for e in statement.entities)
        and len(statement.text) <= 90
    )


def _states_a_value(material: Material, fact: Fact) -> bool:
    """Whether the label names a property and the text is its value: "Outlay: ₹500 crore"."""
    if (
        fact.entity is not None
        or is_generic(fact.subject)
        or _attribute(fact.subject)
        or fact.answer.items
    ):
        return True
    proper = len(re.findall(r"\b[A-Z][\w-]+", fact.subject)) >= 2 or bool(
        re.search(r"\d{4}", fact.subject)
    )
    if proper and len(fact.answer.text.split()) <= (8 if re.search(r"\d{4}", fact.subject) else 4):
        return True
    if len(fact.answer.text) > 90:
        return False
    statement = material.reading.statements[fact.statement]
    return any(
        e.type in _MEASURED or (e.start == 0 and e.end > 0.6 * len(statement.text))
        for e in statement.entities
    )


_COUNTS = {
    w: n
    for n, w in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    )
}
_MEASURED = frozenset({"money", "percent", "date", "quantity", "number", "ratio", "year"})


def _brief(material: Material, fact: Fact, topic: str) -> str:
    """`Lokpal: tenure?`; a label that is a name in itself needs no topic."""
    if not _one_value(material, fact):
        return ""
    reading = material.reading
    label = fact.subject
    wh = fact.entity.wh if fact.entity is not None else ""
    named = len(re.findall(r"\b[A-Z][\w-]+", label)) >= 2 or bool(re.search(r"\d{4}", label))
    if named and not is_generic(label):
        if (
            fact.entity is not None
            and fact.entity.type in {"date", "year"}
            and label.endswith("Day")
        ):
            return f"When is {label}?"
        if wh and len(fact.answer.text) < 60:
            return f"{capitalised(label)}: {wh if not wh.startswith('how') else wh.split(' ')[0] + ' many'}?"  # noqa: E501
        if fact.answer.items:
            return (
                f"{label}: name the {len(fact.answer.items)}." if not _HINDI.search(label) else ""
            )
        if not fact.answer.text[0].isupper() and not wh:
            return ""
        few = len(fact.answer.text.split()) <= 5 and not re.search(r"[\d,]", fact.answer.text)
        if label.split()[-1].casefold() in _PERSONS and few:
            return f"Who is {noun_phrase(label) if not label[0].isdigit() else 'the ' + label}?"
        return _named_by(label) if few and fact.kind == "label" else ""
    if _POINTING_LABEL.search(label) or _ORDINAL.fullmatch(label):
        return ""
    if not topic or asks(topic):
        return f"{label}?" if _proper_first(label, reading) and _attribute(label) else ""
    if is_name(topic, reading.lower_words) and not is_action(topic) and not _class_of_things(fact):
        whole = _of_record(fact, topic, reading)
        if whole:
            return whole
    if (
        fact.entity is not None
        and fact.entity.wh
        and not fact.entity.wh.startswith(("how", "what"))
        and not _attribute(label)
        and not is_generic(label)
    ):
        return f"{front(topic)}: {label} – {wh}?"
    if _class_of_things(fact) and not _attribute(label) and fact.entity is None:
        return ""  # "Vitamins: B1?" asks nothing definite; its description is asked backwards
    plain = (
        label[0].lower() + label[1:]
        if (is_generic(label) or _attribute(label)) and not _proper_first(label, reading)
        else lowered(label, reading)
    )
    return f"{front(topic)}: {plain}?"


_ORDINAL = re.compile(
    r"first|second|third|fourth|fifth|sixth|last|next|former|latter|other", re.IGNORECASE
)


def _of_record(fact: Fact, topic: str, reading: Reading) -> str:
    """`National Tidal Energy Mission` × `Target` → `What is the target of …?`; else ""."""
    items = fact.answer.items
    if items and re.fullmatch(r"[A-Z][a-z]+(?:\s[a-z]+)*s", fact.subject):
        count = NUMBER_WORDS.get(len(items), str(len(items)))
        return f"Name the {count} {fact.subject.lower()} of {noun_phrase(front(topic))}."
    return column_question(
        fact.subject, front(topic), reading.lexicon, fact.entity, known_only=True
    )


def _named_by(label: str) -> str:
    """How a name that stands behind a whole phrase is asked: "Host of 2027 Games"; else ""."""
    head = label.split(" of ")[0].split()[-1].casefold()
    if " of " in label and head in words("columns-attributes") | _PERSONS:
        who = "Who" if head in _PERSONS and head != "host" else "What"
        return f"{who} is the {label[0].lower()}{label[1:]}?"
    if re.search(r"\b(?:Award|Prize|Samman|Medal|Puraskar|Nobel|Booker|Trophy|Cup|Ratna)\b", label):
        return f"Who won the {label}?"
    return ""


def _describes(material: Material, fact: Fact) -> bool:
    """Whether the label is one of several named things, and its text tells it apart by itself."""
    reading = material.reading
    value, label = fact.answer.text, fact.subject
    if (
        re.search(r"\b(?:this|these|it|its|they|here|there)\b", value, re.IGNORECASE)
        and fact.kind == "explained"
    ):
        return False
    if label in reading.lexicon.names and fact.kind == "explained":
        return False
    if fact.kind == "explained" and not reading.statements[fact.statement].whole:
        return False
    heads = reading.lexicon.heads
    if label.split()[0] in heads or label.split()[-1] in heads:
        return True
    if _class_of_things(fact):
        return is_name(label, frozenset())
    return fact.kind == "label" and _is_term(label, reading) and not _attribute(label)


def _gloss(fact: Fact) -> tuple[str, ...]:
    found = re.search(r"\(([^()]{2,60})\)", fact.spans[0].quote[: len(fact.subject) + 70])
    return (found.group(1),) if found and found.group(1).isupper() else ()


def _attribute(label: str) -> bool:
    return (
        label[:1].isupper()
        and len(label.split()) <= 5
        and bool(
            re.search(
                r"\b(?:year|date|place|secretariat|protocols?|law|slogan|emblem|mascot|venue|name|number|strength|age|limit|period|duration|tenure|term|quorum|majority|ratio|pattern|deposit|"
                r"share|size|rate|cost|outlay|budget|area|length|height|capital|author|founder|theme|venue|host|rank|"
                r"members?|ministry|agency|body|authority|chair\w*|head|salary|by|in|on|at|for|from|under|to|target|"
                r"beneficiar\w+|eligibility|objective|aim|coverage|motto|symbol|language|population|status|category|type|"
                r"range|depth|maturity|interest|benefits?|temperature|speed|weight|altitude|density|composition|location|source|mouth|origin)$",
                label,
                re.IGNORECASE,
            )
        )
    )


def _what_is(label: str, topic: str) -> str:
    last = label.split()[-1]
    plural = (
        last.endswith("s")
        and not last.endswith(("ss", "us", "is", "ics", "os"))
        and not last.isupper()
    )
    verb = "are" if plural and last[:1].islower() else "is"
    shown = (
        f"the {label[0].lower()}{label[1:]}"
        if verb == "are" and label.split()[0].istitle()
        else label
    )
    prompt = f"what {verb} {shown}?"
    return f"{front(topic)}: {prompt}" if topic else capitalised(prompt)
