"""Read an answer typed on one line: "b", "1,3", "3 1 2", or the answer itself, and how sure."""

from __future__ import annotations

import re
import unicodedata

from mdquiz.decks.asked import Asked, Form
from mdquiz.errors import UsageError
from mdquiz.grading.verdict import Confidence, Response
from mdquiz.study.endings import IN_DRILL, split_ending
from mdquiz.text import folded

_LONGEST = 100
_CODES = re.compile(r"\d+|[a-z]")


def parse_response(asked: Asked, text: str) -> tuple[Response, Confidence]:
    """What a line of a drill says: the response, and how sure the learner is.

    A final `??` means a guess, `?` unsure, `!` sure; an empty line, or a sign alone, asks to see
    the answer. The rest is read as `read_response` does.

    Raises:
        UsageError: As `read_response`, or the line ends with signs that mean nothing.
    """
    body, confidence = split_ending(text, IN_DRILL)
    response = read_response(asked, body) if body else Response(revealed=True)
    return response, confidence or Confidence.UNSAID


def read_response(asked: Asked, body: str) -> Response:
    """The answer that `body`, which is not empty, gives to `asked`.

    Options are named by number or letter ("2", "b", "(b)"), several apart by spaces or commas, or
    run together ("ac"); an option's own text does as well, where it is not the number or letter of
    another.

    Raises:
        UsageError: There is no such option or item, or one is named twice.
    """
    if asked.form is Form.TYPED:
        return Response(typed=body)
    if asked.form is Form.ARRANGE:
        return Response(arranged=_arranged(asked, body))
    return Response(chosen=_chosen(asked, body))


def _chosen(asked: Asked, text: str) -> tuple[int, ...]:
    positions = _positions(text, len(asked.options))
    if len(positions) == 1 and 0 <= positions[0] < len(asked.options):
        return tuple(positions)  # "2" is the second option even where another one reads "2"
    texts = [_plain(option.text) for option in asked.options]
    if _plain(text) in texts:
        return (texts.index(_plain(text)),)
    first = [option[:1] for option in texts]
    if asked.type == "true_false" and _plain(text) in first and first.count(_plain(text)) == 1:
        return (first.index(_plain(text)),)  # t and f
    if not positions or any(not 0 <= at < len(asked.options) for at in positions):
        raise UsageError(f"There is no option “{text}”.", _range("option", asked))
    if asked.form is Form.ONE and len(positions) > 1:
        raise UsageError("Only one option can be chosen here.", _range("option", asked))
    return tuple(dict.fromkeys(positions))


def _arranged(asked: Asked, text: str) -> tuple[int, ...]:
    positions = _positions(text, len(asked.arrange))
    if not positions or any(not 0 <= at < len(asked.arrange) for at in positions):
        raise UsageError(f"“{text}” is no order of these items.", _range("item", asked))
    if len(set(positions)) < len(positions):
        raise UsageError(f"“{text}” names an item twice.", _range("item", asked))
    if len(positions) < len(asked.arrange):
        raise UsageError(f"“{text}” leaves items out.", _range("item", asked))
    return tuple(positions)


def _positions(text: str, count: int) -> list[int]:
    """The positions that numbers and letters name; empty where other words are in it."""
    if len(text) > _LONGEST:
        return []
    plain = "".join(
        str(unicodedata.decimal(char, -1)) if char.isdecimal() else char for char in _plain(text)
    )
    if plain.isdigit() and int(plain) > count and count < 10:
        plain = " ".join(plain)  # "312": no item has so high a number
    rest = _CODES.sub("", plain)
    if re.search(r"[^\s,;.()\->→–]", rest):
        return []
    return [
        int(code) - 1 if code.isdigit() else ord(code) - ord("a") for code in _CODES.findall(plain)
    ]


def _plain(text: str) -> str:
    return " ".join(folded(text).split())


def _range(noun: str, asked: Asked) -> str:
    if noun == "item":
        numbers = " ".join(str(number) for number in range(1, len(asked.arrange) + 1))
        return f"Type all the numbers in the right order, such as {numbers}."
    last = len(asked.options)
    letters = f"(a) to ({chr(ord('a') + last - 1)})"
    several = "; several apart by spaces" if asked.form is Form.SEVERAL else ""
    return f"Type a letter from {letters} or a number from 1 to {last}{several}."
