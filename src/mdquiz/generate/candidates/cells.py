"""Questions from table cells, both directions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from mdquiz.generate.candidates.candidate import Candidate, Material, short
from mdquiz.generate.candidates.columns import (
    column_question,
    column_reverse,
    is_remark,
    takes_noun,
)
from mdquiz.generate.candidates.columns_hindi import hindi_column_question, hindi_reverse
from mdquiz.generate.candidates.columns_plain import plain_question
from mdquiz.generate.candidates.phrases import leaks, lowered
from mdquiz.generate.candidates.rows import (
    definite,
    plural,
    row_name,
    row_noun,
    singular,
    table_topic,
)
from mdquiz.generate.chance import pick, shuffled
from mdquiz.generate.facts.fact import Answer, Fact
from mdquiz.generate.facts.grids import class_of, is_place, is_time, title_in, told_by
from mdquiz.generate.facts.likeness import overlapping, shape
from mdquiz.generate.fold import folded
from mdquiz.generate.grammar import capitalised
from mdquiz.generate.hindi import in_past, is_over
from mdquiz.generate.words import words

_HINDI = re.compile(r"[\u0900-\u097f]")
_GLOSS = re.compile(r"\s*\([^()]*\)$")
_LOOKED_AT = 24
_SEARCHED = 60
"""Cells of a column among which the wrong options are looked for, however long the table."""


def cell_questions(material: Material) -> Iterator[Candidate]:
    """What stands in a row's cell, and which row a telling cell belongs to."""
    board = _Board(material)
    for fact in material.facts:
        if fact.kind != "cell":
            continue
        subject = fact.subject
        if leaks(fact.answer.text, subject) and _GLOSS.search(subject):
            subject = _GLOSS.sub("", subject)  # "Rajgir (Bihar)": the bracket is the answer
        hindi = bool(_HINDI.search(fact.relation + subject))
        prompt = _hindi(board, fact, subject) if hindi else _english(board, fact, subject)
        if prompt:
            yield short(fact, prompt, 0.85, "cell")
        if fact.table and board.tells_apart(fact) and not leaks(subject, fact.answer.text):
            back = _hindi_back(board, fact) if hindi else _back(board, fact)
            if back:
                yield Candidate(
                    (fact.id,),
                    "short",
                    back,
                    Answer("text", subject, accept=_accepted(board, fact, subject)),
                    "cell-reverse",
                    fact.spans,
                    fact.section,
                    0.6,
                )
        if fact.table and not hindi:
            yield from _member(board, fact, subject)


def _accepted(board: _Board, fact: Fact, subject: str) -> tuple[str, ...]:
    """The row's name with its noun: "white metal" for "White"."""
    name = row_name(subject, board.title(fact), board.material.reading.lexicon)
    return (name,) if folded(name) != folded(subject) and not _HINDI.search(name) else ()


@dataclass
class _Board:
    """The facts of the tables, counted."""

    material: Material

    @cached_property
    def cells(self) -> list[Fact]:
        """Every cell of a table of rows."""
        return [fact for fact in self.material.facts if fact.kind == "cell" and fact.table]

    @cached_property
    def _subjects(self) -> Counter[tuple[int, int, str]]:
        return Counter((f.table[0], f.table[2], folded(f.subject)) for f in self.cells)

    @cached_property
    def _answers(self) -> Counter[tuple[int, int, str]]:
        return Counter((f.table[0], f.table[2], folded(f.answer.text)) for f in self.cells)

    @cached_property
    def columns(self) -> dict[tuple[int, int], list[Fact]]:
        """The cells of each column."""
        found: dict[tuple[int, int], list[Fact]] = {}
        for fact in self.cells:
            found.setdefault((fact.table[0], fact.table[2]), []).append(fact)
        return found

    @cached_property
    def different(self) -> Counter[tuple[int, int]]:
        """How many values of each column differ."""
        return Counter((table, column) for table, column, _ in self._answers)

    def title(self, fact: Fact) -> str:
        """What the rows of the fact's table are; "" for a table of properties."""
        if not fact.table:
            return ""
        title = self.material.reading.document.tables[fact.table[0]].columns[fact.table[1]]
        return title_in(title.strip(), hindi=bool(_HINDI.search(fact.subject)))

    def once(self, fact: Fact) -> bool:
        """Whether the fact's row is the only one of its name."""
        return (
            not fact.table
            or self._subjects[(fact.table[0], fact.table[2], folded(fact.subject))] == 1
        )

    def tells_apart(self, fact: Fact) -> bool:
        """Whether the cell stands in one row only, and says enough to know that row by."""
        count = self._answers[(fact.table[0], fact.table[2], folded(fact.answer.text))]
        return count == 1 and self.once(fact) and len(fact.answer.text.split()) > 1


def _topic(fact: Fact) -> str:
    """The nearest heading that gives nothing away."""
    for title in map(table_topic, fact.topics):
        if not leaks(fact.answer.text, title) and not leaks(fact.subject, title):
            return title
    return ""


def _english(board: _Board, fact: Fact, subject: str) -> str:
    """The question of an English cell: a sentence where the column's title allows one."""
    material, title, topic = board.material, board.title(fact), _topic(fact)
    lexicon = material.reading.lexicon
    column = fact.relation
    if not board.once(fact):
        return ""
    if is_remark(column, lexicon) and (
        "/" not in column or told_by(column, _REMARKS) or board.tells_apart(fact)
    ):
        return ""  # asked backward
    form = shape(fact.answer.text, lexicon)
    if takes_noun(column, lexicon) and form not in {"noun", "number"}:
        return ""  # "known for: fluctuates with the tide"
    name = row_name(subject, title, lexicon, topic) if title else subject
    noun = row_noun(title, lexicon) if title else "thing"
    if title.casefold() in {"name", "names"} and re.search(r"[a-z]s$", topic):
        noun = row_noun(topic.split()[-1], lexicon)  # "Biosphere reserves" by name
    local = _local_name(column, name, topic, title, material)
    if local:
        return local
    symbol = _symbol(column, name, topic, title)
    if symbol:
        return symbol
    place = is_place(title) or (is_time(title) and class_of(title) != "day")
    own = class_of(column) in _OF_PLACES and not is_time(title)
    place = place or class_of(title) in _EVENTS
    if (not place or own) and (fact.table or subject[:1].isupper()):
        whole = column_question(column, name, lexicon, fact.entity, noun=noun)
        if whole:
            whole = re.sub(r"\bin what\?$", f"in {_when(fact.answer.text)}?", whole)
            known = _names_itself(name, common=name != subject) or (name in whole and own)
            return whole if known or not topic else f"{topic}: {whole}"
    loose = (place and name == subject) or "," in name or len(name.split()) > 8
    plain = capitalised(plain_question(column, name, noun, fact.entity, lexicon, loose=bool(loose)))
    alone = name != subject or (not loose and _names_itself(name, common=False))
    alone = alone and not re.search(r"\d", topic)
    return plain if not topic or alone or folded(topic) in folded(plain) else f"{topic}: {plain}"


_MONTH = re.compile(
    r"(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Sept|Nov|Dec)ember|October"
)


def _when(text: str) -> str:
    """What asks for a month where the cell is one, or from one to another: "June–July"."""
    rest = re.sub(r"\W|and|to", "", _MONTH.sub("", text))
    return "what" if rest or not _MONTH.search(text) else "which month"


_OF_PLACES = words("columns-of-places")
_REMARKS = words("columns-remarks")
_KINDS = frozenset({"type", "kind", "form", "category", "name", "term", "item", "point"})
_EVENTS = frozenset({"event", "incident", "happening", "development", "milestone", "occasion"})


def _local_name(column: str, name: str, topic: str, title: str, material: Material) -> str:
    """`Tropical storms` by region → "What is the local name of tropical storms in …?"."""
    said = column.casefold()
    if said not in {"local name", "regional name", "name", "called", "known as"} or not topic:
        return ""
    if not is_place(title) or not re.search(r"[a-z]s$", topic) or len(topic.split()) > 4:
        return ""
    things = lowered(topic, material.reading)
    things = things[0].lower() + things[1:] if things.split()[0][1:].islower() else things
    what = said if said.endswith("name") else "name"
    return f"What is the {what} of {things} in {definite(name)}?"


def _symbol(column: str, name: str, topic: str, title: str) -> str:
    """`State animals` → "What is the State animal of Kerala?"; "" for other tables."""
    said = column.lower()
    owner = re.match(r"(?:State|National)\b", topic)
    if owner is None or said not in words("columns-symbols") or not is_place(title):
        return ""
    first = owner.group() if owner.group() == "State" else "national"
    return f"What is the {first} {said} of {definite(name)}?"


def _names_itself(subject: str, *, common: bool) -> bool:
    """Whether a row's name needs no heading in front: a proper name, or a noun made of it."""
    if common:
        return True
    return bool(re.match(r"[A-Z0-9]", subject)) and (
        len(subject.split()) > 1 or subject.isupper() or len(subject) > 3
    )


def _back(board: _Board, fact: Fact) -> str:
    """The question that names the cell and asks for its row."""
    material = board.material
    lexicon = material.reading.lexicon
    title = board.title(fact)
    if len(fact.subject.split()) > 8:
        return ""
    inside = fact.answer.text if fact.entity else lowered(fact.answer.text, material.reading)
    form = shape(fact.answer.text, lexicon)
    topic = _topic(fact)
    noun = row_noun(title, lexicon)
    if title.casefold() == "name" and re.search(r"[a-z]s$", topic) and len(topic.split()) < 4:
        noun, title = singular(topic), ""
    asked = column_reverse(fact.relation, noun, inside, lexicon, form)
    bare = is_place(title) or is_time(title) or class_of(title) in _KINDS
    return f"{topic}: {asked[0].lower()}{asked[1:]}" if asked and bare and topic else asked


def _member(board: _Board, fact: Fact, subject: str) -> Iterator[Candidate]:
    """Ask "Which of these lakes is in Odisha?" of a column with few values."""
    material = board.material
    lexicon = material.reading.lexicon
    column = board.columns[(fact.table[0], fact.table[2])]
    value = fact.answer.text
    if len(column) < 4 or not board.once(fact) or len(subject.split()) > 8:
        return
    if board.different[(fact.table[0], fact.table[2])] > 0.75 * len(column):
        return
    things = plural(row_noun(board.title(fact), lexicon))
    where = fact.entity is not None and fact.entity.type in {"state", "country"}
    if where and class_of(fact.relation) in {"state", "country", "ut"}:
        asked = f"is {'associated with' if class_of(board.title(fact)) in _MADE else 'in'} {value}"
    elif is_remark(fact.relation, lexicon) and re.fullmatch(r"[A-Z]?[a-z-]+", value):
        asked = f"is {value.lower()}"
    else:
        return
    if len(column) > _SEARCHED:
        start = pick(len(column), fact.id, material.seed)
        column = [column[(start + step) % len(column)] for step in range(_SEARCHED)]
    others = [f for f in column if folded(f.answer.text) != folded(value) and board.once(f)]
    if len(others) > _LOOKED_AT:
        others = shuffled(others, fact.id, material.seed)[:_LOOKED_AT]
    wrong = [
        f.subject
        for f in others
        if not overlapping(f.answer.text, value)
        and not overlapping(f.subject, subject)
        and len(f.subject) <= 2.5 * len(subject) + 12
    ]
    wrong = shuffled(wrong, fact.id, material.seed, "member")[:3]
    if len(wrong) == 3 and not leaks(value, subject):
        options = tuple(shuffled((subject, *wrong), fact.id, material.seed, "options"))
        yield Candidate(
            (fact.id,),
            "choice",
            f"Which of these {things} {asked}?",
            Answer("text", subject),
            "choice/cell-reverse",
            fact.spans,
            fact.section,
            0.7,
            options=options,
        )


_MADE = words("columns-grown")


def _hindi(board: _Board, fact: Fact, subject: str) -> str:
    title = board.title(fact)
    if not board.once(fact) or fact.relation.casefold() in words("columns-remarks"):
        return ""
    place = bool(title) and (is_place(title) or is_time(title))
    asked = hindi_column_question(
        fact.relation,
        subject,
        _topic(fact),
        board.material.reading.lexicon,
        noun=title,
        bare=place and class_of(fact.relation) not in _OF_PLACES,
    )
    return in_past(asked) if is_over(fact.spans[0].quote, title) else asked


def _hindi_back(board: _Board, fact: Fact) -> str:
    title = board.title(fact)
    bare = is_place(title) or is_time(title)
    return hindi_reverse(fact.relation, fact.answer.text, title, _topic(fact) if bare else "")
