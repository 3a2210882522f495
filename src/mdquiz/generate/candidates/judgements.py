"""True or false, and sets of statements: sentences as they stand, and their false twins."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mdquiz.generate.candidates.anaphora import LEANING
from mdquiz.generate.candidates.candidate import Candidate, Judged, Material
from mdquiz.generate.candidates.false_twins import Twin, false_twin
from mdquiz.generate.candidates.openings import without_subject
from mdquiz.generate.candidates.subjects import is_action, noun_phrase
from mdquiz.generate.candidates.topics import front, names_something
from mdquiz.generate.candidates.wording import said
from mdquiz.generate.chance import pick
from mdquiz.generate.facts.fact import Answer, Fact

_NO_MATTER = re.compile(
    r"(?:Why|How|What|When|Where|Who)\b|.*\b(?:general knowledge|at a glance|one view|a table)\b",
    re.IGNORECASE,
)
"""Headings that cannot stand behind "With reference to"."""
_DEFINES = re.compile(r"\b(?:is|are|means|refers to)\s(?:an?|the)\s")
_LOOSE = re.compile(r"(?:There|Here|It|This|These|The|A|An)\b")
_HINDI = re.compile(r"[\u0900-\u097f]")
_ASKS = ("which", "how_many", "which", "not")


def judgements(material: Material) -> Iterator[Candidate]:
    """One true/false a claim where it can be falsified, and one set of statements a section."""
    values: dict[int, list[Fact]] = {}
    for fact in material.facts:
        if fact.kind == "value":
            values.setdefault(fact.statement, []).append(fact)
    sets: dict[tuple[int, str], list[tuple[Fact, str, Twin | None]]] = {}
    for fact in material.facts:
        if fact.kind != "claim":
            continue
        statement = material.reading.statements[fact.statement]
        sentence = said(material.reading, statement, len(statement.text), len(statement.text))
        if sentence is None or sentence.context or len(sentence.whole) > 240:
            continue
        if re.search(r"[:：]$", sentence.text):
            continue
        twin = (
            false_twin(material, values.get(fact.statement, []))
            if fact.relation == "fact"
            else None
        )
        if fact.relation != "fact":
            continue  # praise and advice are neither true nor false
        yield from _true_false(material, fact, sentence.whole, twin)
        if fact.relation == "fact" and len(sentence.text) <= 210:
            topic = _topic(material, fact)
            text = _without(topic, sentence.whole)
            sets.setdefault((fact.section, topic), []).append((fact, text, twin))
    for (section, topic), members in sets.items():
        for hindi in (False, True):  # one fact often stands in both languages
            mine = [m for m in members if bool(_HINDI.search(m[1])) is hindi]
            yield from _sets(material, section, topic, mine)


def _topic(material: Material, fact: Fact) -> str:
    statement = material.reading.statements[fact.statement]
    titles = statement.topics[statement.labels :]
    title = next((title for title in titles if not is_action(title)), "")
    return "" if _NO_MATTER.match(title) else title


def _true_false(
    material: Material, fact: Fact, text: str, twin: Twin | None
) -> Iterator[Candidate]:
    ended = (
        text
        if text.endswith((".", "।"))
        else text + ("।" if re.search(r"[\u0900-\u097f]", text) else ".")
    )
    if twin is None and not _telling(material, fact):
        return  # with no name or figure in it, anybody would say that it is true
    if twin is not None:
        yield Candidate(
            (fact.id, twin.fact),
            "true_false",
            _ended(twin.text),
            Answer("bool", "false"),
            "falsified",
            fact.spans,
            fact.section,
            0.5,
            truth=False,
            original=_ended(twin.original),
            explanation=f"{twin.why} {_ended(twin.original)}",
        )
    yield Candidate(
        (fact.id,),
        "true_false",
        ended,
        Answer("bool", "true"),
        "as-stated",
        fact.spans,
        fact.section,
        0.5 if twin is not None else 0.55,
        truth=True,
    )


def _telling(material: Material, fact: Fact) -> bool:
    """Whether a sentence has a figure, a bold term or a name that one may know or not."""
    statement = material.reading.statements[fact.statement]
    return bool(
        re.search(r"\d", statement.text)
        or statement.marks
        or names_something("", statement.text[1:])
        or (_DEFINES.search(statement.text) and not _LOOSE.match(statement.text))
        or re.search(r"[\u0900-\u097f]", statement.text)
    )


def _ended(text: str) -> str:
    if text.endswith((".", "।", "?", "!")):
        return text
    return text + ("।" if re.search(r"[\u0900-\u097f]$", text) else ".")


def _sound(material: Material, text: str) -> bool:
    """Whether a statement says by itself what it is about."""
    return not LEANING.match(text) and not without_subject(text, material.reading.lexicon)


def _set_prompt(topic: str, *, hindi: bool) -> str:
    if hindi:
        head = f"{front(topic, 'की')} के संदर्भ में " if topic else ""
        return f"{head}निम्नलिखित कथनों पर विचार कीजिए:"
    if not topic:
        return "Consider the following statements:"
    return (
        f"With reference to {noun_phrase(front(topic, 'of'))}, consider the following statements:"
    )


def _without(topic: str, text: str) -> str:
    return text.removeprefix(f"{front(topic, text)}: ") if topic else text


def _sets(
    material: Material, section: int, topic: str, members: list[tuple[Fact, str, Twin | None]]
) -> Iterator[Candidate]:
    seen: set[str] = set()
    usable = [m for m in members if not (m[1] in seen or seen.add(m[1]))]  # type: ignore[func-returns-value]
    usable = [m for m in usable if re.search(r"[\u0900-\u097f]", m[1]) or _sound(material, m[1])]
    for at in range(0, len(usable) - 2, 3):
        group = usable[at : at + 3]
        if len(usable) - at == 4:
            group = usable[at : at + 4]
        wanted = 1 + pick(len(group) - 1, group[0][0].id, material.seed, "false")
        twinned = [n for n, m in enumerate(group) if m[2] is not None]
        twinned.sort(key=lambda n: pick(1 << 30, group[n][0].id, material.seed, "which"))
        falsified = set(twinned[:wanted])
        if not falsified:
            continue
        judged = []
        for number, (fact, text, twin) in enumerate(group):
            if number in falsified and twin is not None:
                judged.append(
                    Judged(
                        _ended(_without(topic, twin.text)),
                        False,
                        _ended(_without(topic, twin.original)),
                        twin.why,
                        fact.id,
                        fact.spans[0],
                    )
                )
            else:
                judged.append(Judged(_ended(text), True, "", "", fact.id, fact.spans[0]))
        first = group[0][0]
        ask = _ASKS[pick(len(_ASKS), first.id, material.seed, "ask")]
        prompt = _set_prompt(topic, hindi=bool(_HINDI.search(judged[0].text)))
        yield Candidate(
            tuple(f[0].id for f in group),
            "statements",
            prompt,
            Answer("text", " ".join("true" if j.true else "false" for j in judged)),
            "statement-set",
            tuple(dict.fromkeys(j.span for j in judged)),
            section,
            0.6,
            judged=tuple(judged),
            ask=ask,
        )
