"""From a candidate to a question of the deck."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter

from mdquiz.decks.question import Question
from mdquiz.generate.candidates.candidate import Candidate, Material
from mdquiz.generate.chance import pick
from mdquiz.generate.document import SourceSpan

_ADAPTER: TypeAdapter[Question] = TypeAdapter(Question)
_ABBREVIATED = {
    "short": "s",
    "choice": "c",
    "true_false": "t",
    "cloze": "g",
    "statements": "k",
    "rows": "r",
    "match": "m",
    "assertion": "a",
    "order": "o",
}
SETS = frozenset({"statements", "rows", "match", "order", "assertion"})
"""Types that ask several facts at once."""
_NUMBER_KINDS = frozenset({"number", "money", "date"})


def question_of(candidate: Candidate, material: Material) -> Question:
    """The question that `candidate` makes.

    Raises:
        pydantic.ValidationError: It makes none.
    """
    return _ADAPTER.validate_python(question_table(candidate, material))


def question_id(candidate: Candidate) -> str:
    """An id that depends on the facts, the type and the rule: stable over regeneration.

    A set of facts (rows, pairs, statements, events) is another set when one of them changes.
    """
    name = f"{candidate.facts[0]}-{_ABBREVIATED[candidate.type]}{_rule_number(candidate.rule):x}"
    if candidate.type not in SETS:
        return name
    return f"{name}.{pick(16**4, *sorted(set(candidate.facts))):04x}"


def first_name(name: str) -> str:
    """What the ids of two sets by one rule share when they begin with the same fact."""
    return name.partition(".")[0]


@lru_cache(maxsize=256)
def _rule_number(rule: str) -> int:
    return pick(36**2, rule)


def question_table(candidate: Candidate, material: Material) -> dict[str, Any]:
    """The fields of the question that `candidate` makes, as they stand in a deck."""
    document = material.reading.document
    title = (
        document.sections[candidate.section].title
        if candidate.section < len(document.sections)
        else ""
    )
    source = [_source(span, title) for span in candidate.spans]
    table: dict[str, Any] = {
        "id": question_id(candidate),
        "type": candidate.type,
        "source": source[0] if len(source) == 1 else tuple(source),
        "facts": tuple(dict.fromkeys(candidate.facts)),
        "rule": candidate.rule,
    }
    if candidate.explanation:
        table["explanation"] = candidate.explanation
    if candidate.type == "cloze":
        table["text"] = candidate.prompt
    elif candidate.prompt:
        table["prompt"] = candidate.prompt
    _FIELDS[candidate.type](candidate, table)
    return table


def _source(span: SourceSpan, title: str) -> dict[str, Any]:
    return {"section": title, "lines": (span.first, span.last), "quote": span.quote}


def _short(candidate: Candidate, table: dict[str, Any]) -> None:
    answer = candidate.answer
    table["answer"] = answer.items or answer.text
    if answer.accept:
        table["accept"] = answer.accept
    if answer.kind in _NUMBER_KINDS:
        table["kind"] = answer.kind
    if answer.ordered:
        table["ordered"] = True


def _choice(candidate: Candidate, table: dict[str, Any]) -> None:
    table["options"] = candidate.options
    answer = candidate.answer.text.casefold().replace("-", "").replace(" ", "")
    key = next(
        (o for o in candidate.options if o.casefold().replace("-", "").replace(" ", "") == answer),
        candidate.answer.text,
    )
    table["answer"] = key
    if candidate.why:
        table["why"] = candidate.why


def _true_false(candidate: Candidate, table: dict[str, Any]) -> None:
    table["answer"] = candidate.truth


def _cloze(candidate: Candidate, table: dict[str, Any]) -> None:
    del candidate, table


def _statements(candidate: Candidate, table: dict[str, Any]) -> None:
    table["ask"] = candidate.ask
    table["statements"] = tuple(
        {
            "text": j.text,
            "true": j.true,
            **({"why": j.why} if j.why else {}),
            **({"original": j.original} if j.original else {}),
        }
        for j in candidate.judged
    )


def _rows(candidate: Candidate, table: dict[str, Any]) -> None:
    table["ask"] = candidate.ask
    table["columns"] = candidate.columns
    table["rows"] = tuple(
        {
            "cells": tuple(j.text.split("\t")),
            "true": j.true,
            **({"why": j.why} if j.why else {}),
            **({"original": j.original} if j.original else {}),
        }
        for j in candidate.judged
    )


def _match(candidate: Candidate, table: dict[str, Any]) -> None:
    table["left_title"], table["right_title"] = candidate.columns
    table["pairs"] = tuple({"left": left, "right": right} for left, right in candidate.pairs)


def _order(candidate: Candidate, table: dict[str, Any]) -> None:
    table["sequence"] = candidate.sequence
    table["axis"] = candidate.axis


def _assertion(candidate: Candidate, table: dict[str, Any]) -> None:
    first, second = candidate.judged
    table["statement_1"] = {"text": first.text, "true": first.true}
    table["statement_2"] = {
        "text": second.text,
        "true": second.true,
        "explains": candidate.explains,
    }


_FIELDS = {
    "short": _short,
    "choice": _choice,
    "true_false": _true_false,
    "cloze": _cloze,
    "statements": _statements,
    "rows": _rows,
    "match": _match,
    "order": _order,
    "assertion": _assertion,
}
