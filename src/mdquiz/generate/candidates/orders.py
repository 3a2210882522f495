"""Orders: dated events, rows with a year, and lists whose lead-in says that they are ordered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mdquiz.generate.candidates.candidate import Candidate, Material, short
from mdquiz.generate.candidates.rows import reference
from mdquiz.generate.facts.fact import Answer, Fact
from mdquiz.generate.facts.lists import POINTS_ON

_YEAR = re.compile(r"(?<!\d)(1\d{3}|20\d{2}|१[०-९]{3}|२०[०-९]{2})(?!\d)")
_DIGITS = {ord(char): str(value) for value, char in enumerate("०१२३४५६७८९")}
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def orders(material: Material) -> Iterator[Candidate]:
    """Four or five events of a section in time, and ordered lists."""
    hindi = material.reading.document.language == "hi"
    groups: dict[tuple[object, ...], list[tuple[tuple[int, int, int], str, Fact]]] = {}
    for fact in material.facts:
        when = _when(fact.answer.text) if fact.kind in {"event", "cell"} else None
        if when is not None and len(fact.subject) <= 110:
            key = (
                ("event", fact.section)
                if fact.kind == "event"
                else ("cell", fact.section, *fact.table)
            )
            if not _YEAR.search(fact.subject):
                groups.setdefault(key, []).append(
                    (when, fact.subject.split("; ")[0].rstrip(" ."), fact)
                )
        if fact.kind == "list" and fact.answer.ordered and 3 <= len(fact.answer.items) <= 8:
            axis = "पहले से अंतिम तक" if hindi else "first to last"
            lead = re.sub(r"\s*[:：]\s*$", "", fact.relation or fact.subject)
            lead = fact.subject if fact.subject and POINTS_ON.search(lead) else lead
            yield Candidate(
                (fact.id,),
                "order",
                lead + ":" if lead else "",
                fact.answer,
                "ordered-list",
                fact.spans,
                fact.section,
                0.6,
                sequence=fact.answer.items,
                axis=axis,
                label_answer=True,
            )
        if fact.kind == "stage":
            yield short(fact, _stage(fact, hindi=hindi), 0.6, "stage")
    for events in groups.values():
        yield from _timeline(events, "सबसे पहले से बाद तक" if hindi else "earliest first", hindi=hindi)


def _stage(fact: Fact, *, hindi: bool) -> str:
    """Which of the stages comes first or last."""
    title = re.sub(r"\s*[:：]\s*$", "", fact.subject)
    if hindi or re.search(r"[\u0900-\u097f]", title):
        return f"{title}: {'पहला' if fact.relation == 'first' else 'अंतिम'} चरण कौन-सा है?"
    noun = "step" if re.search(r"\bsteps?\b", title, re.IGNORECASE) else "stage"
    return f"{title}: Which is the {fact.relation} {noun}?"


def _timeline(
    events: list[tuple[tuple[int, int, int], str, Fact]], axis: str, *, hindi: bool
) -> Iterator[Candidate]:
    if len(events) < 4:
        return
    for at in range(0, len(events) - 3, 4):
        group = sorted(events[at : at + 4], key=lambda event: event[0])
        years = [event[0][0] for event in group]
        texts = [event[1] for event in group]
        if len(set(years)) < 4 or len(set(texts)) < 4:
            continue
        if all(re.match(r"[\d०-९]+", text) for text in texts):
            continue  # "42nd …, 44th …": the numbers tell the order
        ordered = sorted(group, key=lambda event: event[2].order)
        yield Candidate(
            tuple(event[2].id for event in ordered),
            "order",
            reference(
                group[0][2].topics,
                hindi=hindi,
                asks=("consider these:", "निम्नलिखित पर विचार कीजिए:"),
            ),
            Answer("list", "; ".join(texts), tuple(texts), ordered=True),
            "timeline",
            tuple(dict.fromkeys(span for event in ordered for span in event[2].spans)),
            group[0][2].section,
            0.6,
            sequence=tuple(texts),
            axis=axis,
            label_answer=True,
        )


def _when(text: str) -> tuple[int, int, int] | None:
    found = _YEAR.search(text)
    if found is None or len(text) > 30:
        return None
    month = next((n for n, m in enumerate(_MONTHS, start=1) if m in text.casefold()), 0)
    day = re.search(r"(?<!\d)(\d{1,2})(?!\d)", text.translate(_DIGITS))
    return int(found.group().translate(_DIGITS)), month, int(day.group()) if day else 0
