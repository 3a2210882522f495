"""Takes one question out of a deck's text, puts one in, and leaves all the rest to the letter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import tomli

from mdquiz.decks.locate import KeyPath, Locator
from mdquiz.errors import DeckError

_UNSAFE = "The deck is laid out in a way that cannot be changed safely here: {}."
_BY_HAND = (
    "It is left as it is; change it in your editor (`mdquiz check` tells what it makes of it)."
)

_HEAD = re.compile(r"^\[\[question\]\]", re.MULTILINE)
_OTHER_HEAD = re.compile(r"^[ \t]*\[\[?[ \t]*(?!question\b)[\"'A-Za-z_-]+[^\n,]*\]", re.MULTILINE)
"""What may be a table that belongs to no question; then every key is located to be sure."""


def question_text(text: str, question_id: str) -> str:
    """The lines of the question's table, comments inside it included.

    Args:
        text: A deck, well-formed, with `\\n` line ends.
        question_id: The id of one of its questions.

    Raises:
        DeckError: There is no such question, or it does not stand in a table of its own.
    """
    start, end = _span(text, question_id)
    return text[start:end]


def without_question(text: str, question_id: str) -> str:
    """The deck without that question.

    Raises:
        DeckError: As `question_text`; or the rest would not stay the same.
    """
    start, end = _span(text, question_id)
    before, after = text[:start], text[end:].lstrip("\n")
    cut = before + after if after else before.rstrip("\n") + "\n"
    _hold(text, cut, {question_id})
    return cut


def with_question(text: str, block: str, *, after: str | None, before: str | None) -> str:
    """The deck with the table `block` put in.

    Args:
        text: A deck, well-formed, with `\\n` line ends.
        block: The question, from `[[question]]` on.
        after: The question behind which to put it.
        before: Where `after` is None, the question before which to put it; None for the end.

    Raises:
        DeckError: As `question_text`; or the rest would not stay the same.
    """
    new = block.strip("\n")
    if after is not None:
        _, at = _span(text, after)
    elif before is not None:
        start, _ = _span(text, before)
        at = start - _comments_above(text[:start])
    else:
        at = len(text)
    head, rest = text[:at].rstrip("\n"), text[at:].lstrip("\n")
    fresh = f"{head}\n\n{new}\n" + (f"\n{rest}" if rest else "")
    _hold(text, fresh, {str(each.get("id")) for each in _tables(tomli.loads(f"{new}\n"))})
    return fresh


def with_text_of(text: str, question_id: str, block: str) -> str:
    """The deck with `block` in place of the question's table; it is not looked at otherwise.

    Raises:
        DeckError: As `question_text`.
    """
    start, end = _span(text, question_id)
    return f"{text[:start]}{block.strip(chr(10))}\n{text[end:]}"


def _span(text: str, question_id: str) -> tuple[int, int]:
    """Where the question's table begins and ends, without the comments of the next one."""
    ids = [table.get("id") for table in _tables(_parsed(text))]
    if question_id not in ids:
        raise DeckError(f"The deck has no question {question_id} any more.", _BY_HAND)
    number = ids.index(question_id)
    heads = [found.start() for found in _HEAD.finditer(text)]
    if len(heads) != len(ids) or _OTHER_HEAD.search(text, heads[0]):
        return _span_among_others(text, number)
    end = heads[number + 1] if number + 1 < len(heads) else len(text)
    return heads[number], heads[number] + _own_length(text[heads[number] : end])


def _span_among_others(text: str, number: int) -> tuple[int, int]:
    """The same for a deck in any layout; slower, since every key is looked for."""
    locator = Locator(text)
    start = locator.key(("question", number))
    if not text.startswith("[", start):
        raise DeckError(_UNSAFE.format("its questions do not stand in [[question]]"), _BY_HAND)
    heads = [locator.key(path) for path in _top_tables(_parsed(text))]
    end = min((head for head in heads if head > start), default=len(text))
    return start, start + _own_length(text[start:end])


@lru_cache(maxsize=2)
def _parsed(text: str) -> Mapping[str, Any]:
    """What `text` says; a large deck is looked at several times for one change."""
    return tomli.loads(text)


def _top_tables(raw: Mapping[str, Any]) -> list[KeyPath]:
    paths: list[KeyPath] = []
    for name, value in raw.items():
        if isinstance(value, list):
            paths += [(name, number) for number in range(len(value))]
        elif isinstance(value, dict):
            paths.append((name,))
    return paths


def _own_length(block: str) -> int:
    """Letters of `block` up to the comments that stand, after an empty line, above what follows."""
    lines = block.splitlines(keepends=True)
    last = len(lines)
    while last and (not lines[last - 1].strip() or lines[last - 1].lstrip().startswith("#")):
        last -= 1
    while last < len(lines) and lines[last].strip():
        last += 1
    return sum(map(len, lines[:last]))


def _comments_above(text: str) -> int:
    """Letters of the comments that end `text`, up to an empty line."""
    lines = text.splitlines(keepends=True)
    first = len(lines)
    while first and lines[first - 1].lstrip().startswith("#"):
        first -= 1
    return sum(map(len, lines[first:]))


def _tables(raw: Mapping[str, Any]) -> list[dict[str, Any]]:
    tables = raw.get("question", [])
    return [table for table in tables if isinstance(table, dict)]


def _hold(old: str, new: str, changed: set[str]) -> None:
    """Refuse `new` where it says anything else than `old`, but for the questions `changed`."""
    try:
        same = _rest(_parsed(old), changed) == _rest(_parsed(new), changed)
    except ValueError:
        same = False
    if not same:
        raise DeckError(_UNSAFE.format("the other questions would not stay the same"), _BY_HAND)


def _rest(raw: Mapping[str, Any], changed: set[str]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    rest = {name: value for name, value in raw.items() if name != "question"}
    return rest, [table for table in _tables(raw) if str(table.get("id")) not in changed]
