"""Papers and events as plain JSON values and back: what the progress file keeps of an attempt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, asdict, fields
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from mdquiz.clock import Steady
from mdquiz.decks.asked import Asked, Claim, Expected, Form, Option, Source
from mdquiz.decks.card import CardId
from mdquiz.errors import ProgressDamagedError, ProgressNewerError
from mdquiz.exams.blueprint import Selection
from mdquiz.exams.event import Event, EventKind
from mdquiz.exams.origin import Origin, PaperDeck
from mdquiz.exams.paper import Item, Paper, PaperSection
from mdquiz.exams.rescore import Correction, TypedKey
from mdquiz.exams.scheme import Dropped, Override, Scheme, Section, Worth
from mdquiz.grading.verdict import Response

VERSION = 1

_AMOUNTS = {
    "marks",
    "penalty",
    "numeric_penalty",
    "several_penalty",
    "blank_penalty",
    "max_blank_ratio",
    "qualify_percent",
    "extra_time_percent",
    "minutes",
}


def paper_value(paper: Paper) -> dict[str, Any]:
    """`paper` as a JSON value; `paper_from` gives an equal paper back."""
    return {
        "version": VERSION,
        "preset": paper.preset,
        "title": paper.title,
        "seed": paper.seed,
        "seconds": paper.seconds,
        "scheme": _scheme_value(paper.scheme),
        "sections": [asdict(section) for section in paper.sections],
        "items": [_item_value(item) for item in paper.items],
        "notes": list(paper.notes),
        "origin": None if paper.origin is None else _origin_value(paper.origin),
    }


def paper_from(value: Mapping[str, Any]) -> Paper:
    """The paper that `paper_value` wrote.

    Raises:
        ProgressNewerError: A newer mdquiz wrote it.
        ProgressDamagedError: It is not what mdquiz wrote.
    """
    if isinstance(value, Mapping) and value.get("version", 0) > VERSION:
        raise ProgressNewerError("this attempt was stored by a newer mdquiz", "update mdquiz")
    try:
        return Paper(
            preset=value["preset"],
            title=value["title"],
            seed=value["seed"],
            seconds=value["seconds"],
            scheme=_scheme_from(value["scheme"]),
            sections=tuple(PaperSection(**section) for section in value["sections"]),
            items=tuple(_item_from(item) for item in value["items"]),
            notes=tuple(value["notes"]),
            origin=_origin_from(value["origin"]) if value.get("origin") else None,
        )
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise ProgressDamagedError(
            f"a stored exam paper cannot be read ({problem!r})", "restore a backup of the progress"
        ) from None


def event_value(event: Event) -> dict[str, Any]:
    """`event` as a JSON value, what is empty left out; `event_from` gives an equal event back."""
    value: dict[str, Any] = {"kind": event.kind.value, "at_ms": event.at_ms}
    for name in ("number", "value", "spent_ms", "amount_ms"):
        if getattr(event, name):
            value[name] = getattr(event, name)
    if event.response is not None:
        value["response"] = {
            name: list(given) if isinstance(given, tuple) else given
            for name, given in asdict(event.response).items()
            if given
        }
    if event.steady is not None:
        value["steady"] = list(event.steady)
    return value


def event_from(value: Mapping[str, Any]) -> Event:
    """The event that `event_value` wrote.

    Raises:
        ProgressDamagedError: It is not what mdquiz wrote.
    """
    try:
        given = value.get("response")
        response = None
        if given is not None:
            response = Response(
                typed=given.get("typed", ""),
                chosen=tuple(given.get("chosen", ())),
                arranged=tuple(given.get("arranged", ())),
                revealed=given.get("revealed", False),
            )
        return Event(
            kind=EventKind(value["kind"]),
            at_ms=value["at_ms"],
            number=value.get("number", 0),
            response=response,
            value=value.get("value", ""),
            spent_ms=value.get("spent_ms", 0),
            amount_ms=value.get("amount_ms", 0),
            steady=Steady(*value["steady"]) if value.get("steady") else None,
        )
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise ProgressDamagedError(
            f"a stored exam answer cannot be read ({problem!r})", "restore a backup of the progress"
        ) from None


def correction_value(correction: Correction) -> dict[str, Any]:
    """`correction` as a JSON value; `correction_from` gives an equal one back."""
    return asdict(correction) | {
        "right": list(correction.right),
        "typed": [
            {
                "language": key.language,
                "expected": _expected_value(key.expected),
                "answer": key.answer,
            }
            for key in correction.typed
        ],
    }


def correction_from(value: Mapping[str, Any]) -> Correction:
    """The correction that `correction_value` wrote.

    Raises:
        ProgressDamagedError: It is not what mdquiz wrote.
    """
    try:
        keys = value.get("typed", ())
        if value.get("expected"):  # as stored before keys were corrected by language
            keys = [{"language": "", "expected": value["expected"], "answer": value["answer"]}]
        return Correction(
            number=value["number"],
            dropped=value["dropped"],
            right=tuple(value["right"]),
            typed=tuple(
                TypedKey(key["language"], _expected_from(key["expected"]), key["answer"])
                for key in keys
            ),
            reason=value["reason"],
            by_hand=value["by_hand"],
        )
    except (KeyError, TypeError, ValueError) as problem:
        raise ProgressDamagedError(
            f"a stored exam correction cannot be read ({problem!r})",
            "restore a backup of the progress",
        ) from None


def asked_value(asked: Asked) -> dict[str, Any]:
    """A question as asked as a JSON value; `asked_from` gives an equal one back."""
    parts = asdict(asked)
    needed = {one.name for one in fields(Asked) if one.default is MISSING}
    value = {name: part for name, part in parts.items() if part or name in needed}
    value["card"] = list(asked.card)
    value["form"] = asked.form.value
    if asked.expected is not None:
        value["expected"] = _expected_value(asked.expected)
    return value


def asked_from(value: Mapping[str, Any]) -> Asked:
    """The question that `asked_value` wrote."""
    parts = dict(value)
    for name in ("languages", "columns", "list_titles", "arrange", "arrange_key", "tags"):
        parts[name] = tuple(value.get(name, ()))
    parts["card"] = CardId(*value["card"])
    parts["form"] = Form(value["form"])
    parts["claims"] = tuple(Claim(**claim) for claim in value.get("claims", ()))
    parts["options"] = tuple(_option_from(option) for option in value.get("options", ()))
    parts["sources"] = tuple(_source_from(source) for source in value.get("sources", ()))
    parts["lists"] = tuple(
        tuple((label, text) for label, text in rows) for rows in value.get("lists", ())
    )
    if value.get("expected"):
        parts["expected"] = _expected_from(value["expected"])
    return Asked(**parts)


def _option_from(value: Mapping[str, Any]) -> Option:
    asserts = value["asserts"]
    return Option(**{**value, "asserts": None if asserts is None else tuple(asserts)})


def _source_from(value: Mapping[str, Any]) -> Source:
    lines = value["lines"]
    return Source(**{**value, "lines": None if lines is None else (lines[0], lines[1])})


def _expected_value(expected: Expected) -> dict[str, Any]:
    key: Any = expected.value
    if isinstance(key, date):
        key = {"date": key.isoformat()}
    elif isinstance(key, tuple):
        key = {"items": list(key)}
    return asdict(expected) | {"value": key}


def _expected_from(value: Mapping[str, Any]) -> Expected:
    key = value["value"]
    if isinstance(key, Mapping):
        key = date.fromisoformat(key["date"]) if "date" in key else tuple(key["items"])
    return Expected(**{**value, "value": key, "accept": tuple(value["accept"])})


def _origin_value(origin: Origin) -> dict[str, Any]:
    chosen = asdict(origin.selection)
    return {
        "selection": {
            name: list(part) if isinstance(part, tuple) else part for name, part in chosen.items()
        },
        "as_of": origin.as_of,
        "source": origin.source,
        "verified": origin.verified,
        "decks": [asdict(deck) for deck in origin.decks],
    }


def _origin_from(value: Mapping[str, Any]) -> Origin:
    chosen: dict[str, Any] = {
        name: tuple(part) if isinstance(part, list) else part
        for name, part in value["selection"].items()
    }
    return Origin(
        selection=Selection(**chosen),
        as_of=value["as_of"],
        source=value["source"],
        verified=value["verified"],
        decks=tuple(PaperDeck(**deck) for deck in value["decks"]),
    )


def _item_value(item: Item) -> dict[str, Any]:
    return {
        "number": item.number,
        "section": item.section,
        "format": item.format,
        "difficulty": item.difficulty,
        "worth": [str(getattr(item.worth, part.name)) for part in fields(Worth)],
        "dropped": item.dropped,
        "versions": [asked_value(asked) for asked in item.versions],
    }


def _item_from(value: Mapping[str, Any]) -> Item:
    return Item(
        number=value["number"],
        section=value["section"],
        versions=tuple(asked_from(asked) for asked in value["versions"]),
        format=value["format"],
        difficulty=value["difficulty"],
        worth=Worth(*(Fraction(amount) for amount in value["worth"])),
        dropped=value["dropped"],
    )


def _plain(part: Any) -> dict[str, Any]:
    """The fields of a scheme, section or override, fractions as texts."""
    values = {one.name: getattr(part, one.name) for one in fields(part)}
    return {
        name: str(value) if isinstance(value, Fraction) else value for name, value in values.items()
    }


def _amounts(value: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: Fraction(part) if name in _AMOUNTS and part is not None else part
        for name, part in value.items()
    }


def _scheme_value(scheme: Scheme) -> dict[str, Any]:
    return _plain(scheme) | {
        "dropped": scheme.dropped.value,
        "sections": [
            _plain(part) | {"tags": list(part.tags), "formats": list(part.formats)}
            for part in scheme.sections
        ],
        "overrides": {name: _plain(override) for name, override in scheme.overrides.items()},
    }


def _scheme_from(value: Mapping[str, Any]) -> Scheme:
    sections = tuple(
        Section(**_amounts(part) | {"tags": tuple(part["tags"]), "formats": tuple(part["formats"])})
        for part in value["sections"]
    )
    overrides = {name: Override(**_amounts(part)) for name, part in value["overrides"].items()}
    return Scheme(
        **_amounts(value)
        | {
            "dropped": Dropped(value["dropped"]),
            "sections": sections,
            "overrides": MappingProxyType(overrides),
        }
    )
