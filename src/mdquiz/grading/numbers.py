"""Read numbers as people write them: digits of any script, grouping, words, fractions, scales."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from mdquiz.grading.number_words import ENGLISH, HINDI, ORDINALS, SCALES, SMALL_SCALES
from mdquiz.text import folded

LONGEST = 500
"""Characters of an answer that are looked at; nobody types more into a quiz."""
REMEMBERED = 2048
"""Texts whose reading is kept: holding one answer against many keys reads each text once."""

_VULGAR = {char: unicodedata.normalize("NFKC", char).replace("\u2044", "/") for char in "½⅓⅔¼¾⅛"}
_RAISED = re.compile(r"(?<=\d)[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+")  # 10⁵ is not 105
_WORD = re.compile(
    r"""
    (?P<ordinal>\d{1,15}(?:st|nd|rd|th)\b)
    | (?P<number>
        \d{1,3}(?:,\d{2,3})*,\d{3}(?![\d,]) (?:\.\d{1,20})?      # 1,50,000 and 1,500,000
        | \d{1,3}(?:[ _']\d{3})+(?!\d) (?:\.\d{1,20})?           # 24 000 000
        | \d{1,30}(?:\.\d{1,20})?
        | (?<![^\W\d_])\.\d{1,20})                                # .5, but not "Art.17"
    | (?P<word>[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0900-\u0963\u0966-\u0dff])*)
    | (?P<sign>\S)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A number, a word or a sign of a text.

    Attributes:
        text: As written, folded to lower case.
        value: Its value where it is a number in digits or words; else None.
        written: How it is written: "digits", "word", "ordinal", or "" where it is no number.
    """

    text: str
    value: Fraction | None = None
    written: str = ""


def plain(text: str) -> str:
    """`text` folded, with digits of any script as 0-9, and one kind of dash, quote and space."""
    text = text[:LONGEST]
    for char, spelled in _VULGAR.items():
        if char in text:
            text = re.sub(rf"(?<=\d){char}", f" {spelled}", text).replace(char, spelled)
    text = _RAISED.sub(lambda found: "^" + found.group(), text).replace("≠", "!=")
    out: list[str] = []
    for char in unicodedata.normalize("NFKC", folded(text)):
        digit = unicodedata.decimal(char, None)
        if digit is not None:
            out.append(str(digit))
        elif char in "‐‑‒–—―−":
            out.append("-")
        elif char in "’‘ʼ`":
            out.append("'")
        elif char in "\u093c\u200c\u200d":
            continue  # nukta and joiners: हज़ार and हजार are one word
        else:
            out.append(" " if char.isspace() else char)
    return "".join(out)


def tokens(text: str) -> list[Token]:
    """The numbers, words and signs of `text`, folded; never raises."""
    return list(_tokens(text[:LONGEST]))


@lru_cache(REMEMBERED)
def _tokens(text: str) -> tuple[Token, ...]:
    found: list[Token] = []
    for match in _WORD.finditer(plain(text)):
        piece = match.group()
        if match.lastgroup == "number":
            digits = re.sub(r"[ ,_']", "", piece)
            found.append(Token(piece, Fraction(digits), "digits"))
        elif match.lastgroup == "ordinal":
            found.append(Token(piece, Fraction(piece[:-2]), "ordinal"))
        elif match.lastgroup == "word" and piece in ORDINALS:
            found.append(Token(piece, Fraction(ORDINALS[piece]), "ordinal"))
        elif match.lastgroup == "word" and piece in ENGLISH:
            found.append(Token(piece, ENGLISH[piece], "word"))
        elif match.lastgroup == "word" and piece in HINDI:
            found.append(Token(piece, Fraction(HINDI[piece]), "word"))
        elif piece == "." and found and found[-1].text[-1].isalpha():
            continue  # "Rs.", "sq.", "U.S."
        else:
            found.append(Token(piece))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Number:
    """A number read from the start of some tokens.

    Attributes:
        value: Its value, scale included.
        mantissa: Its value before the scale: 1.5 in "1.5 lakh crore".
        taken: How many tokens it took.
        ordinal: Whether it was written as an ordinal.
    """

    value: Fraction
    mantissa: Fraction
    taken: int
    ordinal: bool = False


def read_number(found: list[Token], *, short_scales: bool = False) -> Number | None:
    """The number that `found` starts with, with its scale words.

    Args:
        found: Tokens; a sign, an article before a scale ("a hundred") and "and" are understood.
        short_scales: Whether one letter can be a scale, as the m of "$24m".

    Returns:
        The longest number at the start, or None where there is none.
    """
    at, sign = 0, 1
    if len(found) > 1 and found[0].text in {"-", "+", "minus", "ऋण"}:
        at, sign = 1, -1 if found[0].text != "+" else 1
    mantissa, taken, ordinal = _mantissa(found[at:])
    if mantissa is None:
        return None
    at += taken
    if len(found) > at + 1 and found[at].text == "a" and found[at + 1].text in SCALES:
        at += 1  # "half a million"
    scale, width = (Fraction(1), 0) if ordinal else _scales(found[at:], short=short_scales)
    at += width
    value = mantissa * scale
    more, width = _remainder(found[at:], scale) if width else (Fraction(0), 0)
    if more:
        mantissa = value = value + more
    return Number(sign * value, sign * mantissa, at + width, ordinal)


def _remainder(found: list[Token], scale: Fraction) -> tuple[Fraction, int]:
    """What goes on below `scale`: the "fifty thousand" of "two lakh fifty thousand"."""
    skip = 1 if found and found[0].text == "and" else 0
    if len(found) <= skip or found[skip].written not in {"digits", "word"}:
        return Fraction(0), 0
    more = read_number(found[skip:])
    if more is None or more.ordinal or not 0 < more.value < scale or more.value.denominator > 1:
        return Fraction(0), 0
    return more.value, skip + more.taken


def _scales(found: list[Token], *, short: bool) -> tuple[Fraction, int]:
    """The scale words at the start, multiplied, and how many tokens they took."""
    scale, at = Fraction(1), 0
    while at < len(found) and scale <= 10**15:
        step = _scale(found, at, short_scales=short)
        if step is None:
            break
        scale *= step[0]
        at += step[1]
    return scale, at


def _scale(found: list[Token], at: int, *, short_scales: bool) -> tuple[Fraction, int] | None:
    """The scale word at `at`, past a hyphen or a dot, as (factor, tokens taken)."""
    for skip in (0, 1):
        if skip and found[at].text != "-":
            return None
        if at + skip >= len(found):
            return None
        word = found[at + skip].text
        factor = SCALES.get(word) or (SMALL_SCALES.get(word) if short_scales else None)
        if factor is not None:
            return Fraction(factor), skip + 1
    return None


def _mantissa(found: list[Token]) -> tuple[Fraction | None, int, bool]:
    if not found:
        return None, 0, False
    first = found[0]
    if first.written == "digits" and first.value is not None:
        return _digits(found, first.value)
    if first.written == "ordinal":
        return first.value, 1, True
    return _words(found)


def _digits(found: list[Token], value: Fraction) -> tuple[Fraction | None, int, bool]:
    texts = [token.text for token in found[:4]]
    if len(texts) >= 3 and texts[1] == "/" and found[2].written == "digits" and found[2].value:
        return value / found[2].value, 3, False
    part = found[1:4]
    if (
        len(part) == 3
        and part[1].text == "/"
        and part[0].value is not None
        and part[2].value
        and part[0].written == part[2].written == "digits"
        and part[0].value < part[2].value
    ):
        return value + part[0].value / part[2].value, 4, False
    if texts[1:4] == ["and", "a", "half"]:
        return value + Fraction(1, 2), 4, False
    return value, 1, False


_PARTS = {"third": 3, "thirds": 3, "quarters": 4, "fourth": 4, "fourths": 4, "fifths": 5}


def _words(found: list[Token]) -> tuple[Fraction | None, int, bool]:
    """A number in words: "twenty-four", "one hundred and fifty", "two and a half", "two thirds"."""
    total, group, at, seen = Fraction(0), Fraction(0), 0, 0
    if len(found) > 1 and found[0].text in {"a", "an"}:
        if found[1].text in {"half", "quarter", "dozen"}:
            return found[1].value, 2, False
        if found[1].text not in SCALES:
            return None, 0, False
        group, at, seen = Fraction(1), 1, 1
    while at < len(found):
        token = found[at]
        texts = [after.text for after in found[at : at + 3]]
        skip = 1 if seen and texts[0] in {"-", "and"} and len(texts) > 1 else 0
        word = found[at + skip]
        if seen and texts == ["and", "a", "half"]:
            return total + group + Fraction(1, 2), at + 3, False
        if seen and word.text in _PARTS and 0 < group < _PARTS[word.text]:
            return group / _PARTS[word.text], at + skip + 1, False
        if seen and token.text in {"hundred", "सौ"} and group:
            group *= 100
        elif seen and token.text in {"thousand", "हजार"} and group and _goes_on(found, at):
            total, group = total + group * 1000, Fraction(0)
        elif word.value is not None and word.written in {"word", "ordinal"}:
            joined = _joined(group, word.value, first=not seen or (group == 0 and total > 0))
            if joined is None:
                break
            group = joined
            at += skip
            if word.written == "ordinal":
                return total + group, at + 1, True
        else:
            break
        at += 1
        seen = at
    return (total + group, seen, False) if seen else (None, 0, False)


def _goes_on(found: list[Token], at: int) -> bool:
    """Whether a number word follows, perhaps past an "and"."""
    after = found[at + 1 : at + 3]
    return bool(after) and after[1 if after[0].text == "and" and len(after) > 1 else 0].written in {
        "word",
        "ordinal",
    }


def _joined(group: Fraction, value: Fraction, *, first: bool) -> Fraction | None:
    """A group of words with one more: units go after tens, tens after hundreds, or None."""
    if first or (group >= 100 and group % 100 == 0 and 0 < value < 100):
        return group + value
    if group % 100 >= 20 and group % 10 == 0 and 0 < value < 10 and value.denominator == 1:
        return group + value
    if 13 <= group <= 20 and 10 <= value < 100 and value.denominator == 1:
        return group * 100 + value  # a year: nineteen forty(-seven)
    return None


_ROMAN = re.compile(r"(?=[ivx])(x{0,3})(ix|iv|v?i{0,3})")


def roman(word: str) -> int | None:
    """The value of a Roman numeral from i to xxxix, or None; no acronym has the letters."""
    found = _ROMAN.fullmatch(word)
    if found is None:
        return None
    units = {"": 0, "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8}
    return 10 * len(found[1]) + (9 if found[2] == "ix" else units[found[2]])
