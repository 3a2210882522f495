"""What the rules for Hindi share: word lists, the gender of a title, how a title is asked."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources

import tomli

from mdquiz.generate.lexicon import Lexicon

DEVANAGARI = re.compile(r"[\u0900-\u097f]")
_COPULA = re.compile(r"\{column\} (?P<wh>\S+) (?:है|हैं|था|थे|थी)\?$")
_PERIOD = re.compile(r"(?<!\d)(?P<from>[1-9]\d{2,3})\s?[-–—]\s?(?P<to>[1-9]\d{2,3})(?!\d)")
_YEAR = re.compile(r"(?<!\d)(?:1[0-8]\d\d|19[0-4]\d)(?!\d)")
_DIGITS = str.maketrans("०१२३४५६७८९", "0123456789")
_PAST = {"है": "था", "हैं": "थे"}


@cache
def hindi_words(name: str) -> frozenset[str]:
    """The words of the list `name` of `lexicons/hindi_grammar.toml`."""
    return frozenset(_lists()[name].split())


@lru_cache(maxsize=1)
def _lists() -> dict[str, str]:
    file = resources.files("mdquiz.generate") / "lexicons" / "hindi_grammar.toml"
    lists: dict[str, str] = tomli.loads(file.read_text(encoding="utf-8"))["hindi"]
    return lists


_FEMININE = re.compile(r"(?:[^े]ता|ति|टि|ाई|ावट|ाहट|ियाँ|ीयता)$")
_MASCULINE = re.compile(r"(?:ाता|पिता|पति|रचयिता|व्यक्ति|देवता|प्रवक्ता)$")


def of(noun: str) -> str:
    """The "of" that agrees with a noun: `की` before a feminine, `के` before several, else `का`."""
    last = noun.split()[-1]
    if last in hindi_words("feminine") or (_FEMININE.search(last) and not _MASCULINE.search(last)):
        return "की"
    return "के" if last.endswith("ों") or last in hindi_words("plural") else "का"


def template(title: str, lexicon: Lexicon) -> str:
    """The question for a title that ends in known words; "" for none."""
    parts = title.split()
    for count in (len(parts), 2, 1):
        found = lexicon.headers.get(" ".join(parts[-count:]), "")
        if found:
            return found
    return ""


def wh_of(title: str, lexicon: Lexicon) -> str:
    """The question word for what a title names: `कौन` of `संस्थापक`; "" where it is not known."""
    found = _COPULA.search(template(title, lexicon))
    return found["wh"] if found else ""


def is_over(row: str, noun: str) -> bool:
    """Whether a row tells of what is no more: a reign before 1950, a war of an early year.

    Args:
        row: The row's text; digits of either script.
        noun: What the rows are; an institution founded in 1935 may well go on.
    """
    text = row.translate(_DIGITS)
    if any(int(found["to"]) < 1950 for found in _PERIOD.finditer(text)):
        return True
    return noun in hindi_words("gone") and bool(_YEAR.search(text))


def in_past(question: str) -> str:
    """A question about what is, as one about what was: `कौन हैं?` → `कौन थे?`."""
    found = re.search(r"(?P<before>\S+) (?P<be>है|हैं)\?$", question)
    if found is None:
        return question
    be = _PAST[found["be"]]
    owner = re.findall(r"\s(का|की|के)\s", question[: found.start()])
    if be == "था" and (found["before"].endswith("ी") or owner[-1:] == ["की"]):
        be = "थी"
    return f"{question[: found.start('be')]}{be}?"


def bent(name: str) -> str:
    """A name with its last word as it stands before a postposition: `लाल किला` → `लाल किले`."""
    last = name.split()[-1]
    return f"{name[:-1]}े" if last in hindi_words("bends") else name


def oblique(name: str) -> str:
    """A phrase as it stands before a postposition: `कांग्रेस का पहला अधिवेशन` → `… के पहले …`."""
    said = re.sub(r"\sका(?=\s)", " के", bent(name))
    return re.sub(r"(?<=\s)(पहल|दूसर|तीसर|चौथ|छठ|बड़|छोट|सबस)ा(?=\s)", r"\1े", said)
