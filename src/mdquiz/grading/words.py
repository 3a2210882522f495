"""Reduce a name or phrase to what matters when two of them are compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from mdquiz.grading.numbers import REMEMBERED, Token, plain, read_number, roman, tokens

NEGATIONS = frozenset(
    ("not", "no", "never", "neither", "nor", "without", "cannot", "non", "नहीं", "ना", "मत", "बिना")
)
"""Words that turn a phrase into its contrary; never a matter of spelling."""

_SMALL_WORDS = "the an and & dr mr mrs ms shri smt prof sri श्री डॉ और तथा एवं व"
_SUFFIXES = "limited ltd inc incorporated corp co company plc llc"
_DROPPED = frozenset(_SMALL_WORDS.split())
_COMPANY = frozenset(_SUFFIXES.split())
_SAME = {
    "programme": "program", "govt": "government", "dept": "department", "intl": "international",
    "centre": "center", "st": "saint", "univ": "university", "vs": "versus",
    "labour": "labor", "defence": "defense", "colour": "color", "aluminium": "aluminum",
    "organisation": "organization", "natl": "national", "art": "article", "sec": "section",
    "amdt": "amendment",
}  # fmt: skip
_NASAL = re.compile("(?:[ङञणनम]\u094d(?=[क-ह])|\u0901)")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.\s?){2,}")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase reduced to its words.

    Attributes:
        words: Folded words without articles, plurals and punctuation; numbers by their value.
        numbers: The numbers among them, in order.
        negations: The negating words among them.
    """

    words: tuple[str, ...]
    numbers: tuple[Fraction, ...]
    negations: frozenset[str]

    @property
    def joined(self) -> str:
        """The words without spaces: "Indo-Pacific" and "Indo Pacific" agree."""
        return joined(self.words)


def joined(words: Iterable[str]) -> str:
    """`words` without spaces, but for a bar between two numbers: 16(4) is not 164."""
    text = ""
    for word in words:
        text += "|" + word if text[-1:].isdigit() and word[0].isdigit() else word
    return text


@lru_cache(REMEMBERED)
def phrase(text: str, *, roman_numerals: bool = False) -> Phrase:
    """`text` reduced to its words.

    Args:
        text: A name or a phrase in any script; never raises.
        roman_numerals: Whether "IV" counts as the number 4.
    """
    whole = re.sub(r"n't\b|n’t\b", " not", _without_initial_dots(plain(text)))
    whole = re.sub(r"(?<=\w)'(?=\w)", "", whole)
    found = [token for token in tokens(whole) if token.value is not None or _is_word(token.text)]
    words: list[str] = []
    numbers: list[Fraction] = []
    at = 0
    while at < len(found):
        number = read_number(found[at:])
        if number is not None:
            at += number.taken
            numbers.append(number.value)
            words.append(str(number.value) + _letter(found, at))
            at += bool(_letter(found, at))
            continue
        word = found[at].text
        at += 1
        if word == "no" and at < len(found) and found[at].value is not None:
            continue  # "No. 7"
        value = roman(word) if roman_numerals else None
        if value is not None:
            numbers.append(Fraction(value))
            words.append(str(value) + _letter(found, at))
            at += bool(_letter(found, at))
        elif word == "a" and not words:
            continue
        elif roman(word) is not None and _letter(found, at):
            words.append(word + _letter(found, at))
            at += 1
        elif word not in _DROPPED:
            words.append(_stem(_NASAL.sub("\u0902", _SAME.get(word, word))))
    negations = frozenset(word for word in words if word in NEGATIONS)
    return Phrase(tuple(words), tuple(numbers), negations)


def _letter(found: Sequence[Token], at: int) -> str:
    """The single letter at `at` that makes one name with the number before: "21A", "IV-A"."""
    text = found[at].text if at < len(found) else ""
    return text if len(text) == 1 and text.isascii() and text.isalpha() else ""


def without_company_suffix(words: Iterable[str]) -> tuple[str, ...]:
    """`words` without "Limited", "Ltd", "Pvt" and the like, if anything else is left."""
    left = list(words)
    while len(left) > 1 and left[-1] in _COMPANY:
        left.pop()
        if len(left) > 1 and left[-1] in {"private", "pvt"}:
            left.pop()
    return tuple(left)


def _without_initial_dots(text: str) -> str:
    """Initials as one word: "U.S.A." as "usa", "B. R. Ambedkar" as "br ambedkar"."""
    return _INITIALS.sub(lambda found: re.sub(r"[.\s]", "", found.group()) + " ", text)


def _is_word(text: str) -> bool:
    return text[0].isalpha() or text == "&"


def _stem(word: str) -> str:
    """An English word without its plural ending and with one spelling of -ise."""
    if not word.isascii() or len(word) < 4:
        return word
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif re.search(r"(?:ss|sh|ch|x|z)es$", word):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    return re.sub(r"is(e|ed|ing|ation)$", r"iz\1", word) if len(word) > 6 else word
