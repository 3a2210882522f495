"""Writes a deck as TOML that reads back as an equal deck, laid out as a person would."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

import tomli_w

from mdquiz.decks.deck import Deck
from mdquiz.decks.kinds.base import QuestionBase
from mdquiz.decks.question import Question

_COMMON = tuple(name for name in QuestionBase.model_fields if name != "id")
_WIDTH = 100
"""Columns up to which a list or a table stands in one line."""


def deck_text(deck: Deck) -> str:
    """The file of `deck`: defaults left out, text of several lines as multi-line strings."""
    plain = deck.model_dump(by_alias=True, exclude_defaults=True, exclude={"questions"})
    head = {"id": deck.id, "title": deck.title, "language": deck.language}
    passages = plain.pop("passage", ())
    blocks = ["".join(_table({**head, **plain}, ""))]
    blocks += ["[[passage]]\n" + "".join(_table(each, "passage")) for each in passages]
    blocks += [
        "[[question]]\n" + "".join(_table(_question(each), "question")) for each in deck.questions
    ]
    return "\n".join(blocks)


def _question(question: Question) -> dict[str, Any]:
    """The fields in the order that a person would write them."""
    plain = question.model_dump(exclude_defaults=True)
    first = ("id", "type", "prompt")
    own = [key for key in plain if key not in (*first, *_COMMON, "hi", "en")]
    order = (*first, *own, *_COMMON, "hi", "en")
    if len(plain.get("source", ())) == 1:
        plain["source"] = plain["source"][0]
    return {key: plain[key] for key in order if key in plain}


def _table(table: Mapping[str, Any], name: str) -> Iterator[str]:
    """The lines of a table; tables in it that are too wide for a line come last."""
    wide = {}
    for key, value in table.items():
        nested = isinstance(value, Mapping | tuple | list)
        if not nested and not _is_plain(value):
            yield tomli_w.dumps({key: value}, multiline_strings=True)
            continue
        line = f"{_key(key)} = {_inline(value)}\n"
        if not nested or len(line) <= _WIDTH or (key == "source" and isinstance(value, Mapping)):
            yield line
        elif isinstance(value, Mapping):
            wide[key] = value
        else:
            entries = "".join(f"  {_inline(each)},\n" for each in value)
            yield f"{_key(key)} = [\n{entries}]\n"
    for key, value in wide.items():
        path = f"{name}.{_key(key)}" if name else _key(key)
        yield f"\n[{path}]\n"
        yield from _table(value, path)


def value_text(value: Any) -> str:
    """`value` as it is written in a deck, in one line."""
    return _inline(value)


def _inline(value: Any) -> str:
    if _is_plain(value):
        return f'"{value}"'
    if isinstance(value, Mapping):
        pairs = ", ".join(f"{_key(key)} = {_inline(each)}" for key, each in value.items())
        return f"{{ {pairs} }}" if pairs else "{}"
    if isinstance(value, tuple | list):
        return f"[{', '.join(_inline(each) for each in value)}]"
    return tomli_w.dumps({"x": value}).removeprefix("x = ").rstrip("\n")


def _is_plain(value: Any) -> bool:
    """Whether a value is text that stands in quotes as it is; nearly all of a deck is."""
    return isinstance(value, str) and value.isprintable() and '"' not in value and "\\" not in value


@lru_cache(maxsize=256)
def _key(key: str) -> str:
    return tomli_w.dumps({key: 0}).removesuffix(" = 0\n")
