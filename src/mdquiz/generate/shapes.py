"""Texts that are no sentences: formulas, strings of names, labelled values in a row."""

from __future__ import annotations

import re

from mdquiz.generate.entities.dates import IS_DATE
from mdquiz.generate.grammar import parse_clause
from mdquiz.generate.lexicon import Lexicon

_FORMULA = re.compile(r"^(?=.*[^\W\d_])[\w₹$%.,'’()\[\] ]+(?:\s[+×x*÷/−–-]\s[\w₹$%.,'’()\[\] ]+)+$")
_IN_A_ROW = re.compile(
    r"[^=,;:]{1,40}?\s?=\s?[^=,;]{1,60}(?:[,;]\s*[^=,;:]{1,40}?\s?=\s?[^=,;]{1,60})+"
)
_ONE = re.compile(r"(?P<label>[^=,;:\s][^=,;:]*?)\s?=\s?(?P<value>[^=,;]+)(?:[,;]\s*|$)")
_TOKEN = re.compile(r"[^\s,;/&()–—]+")
_SMALL = frozenset({"of", "the", "and", "for", "&", "vs", "v."})
_NUMBERED = frozenset(
    {"Article", "Articles", "Section", "Sections", "Rule", "Schedule", "Part", "Clause", "Chapter"}
)
RANK = re.compile(
    r"^(?:(?P<who>[A-Z][A-Za-z]+(?:\s[A-Z][A-Za-z]+){0,2})(?:['’]s)?)?[\s:–-]*"
    r"(?:(?:is|was|has\sbeen)\s)?(?:(?:ranked|ranks|rank|placed|stood|stands|position)\s?)?(?:(?:at|is|was|[:–-])\s)?\s*"
    r"(?P<rank>\d{1,3}(?:st|nd|rd|th)?)(?P<of>(?:\s(?:rank|place|position))?\s?(?:out\sof|of|/|among|amongst)\s?"
    r"(?P<count>\d{2,3})(?:\s(?:countries|nations|economies|cities|states))?)?(?![\w%])"
)
"""Somebody's place among so many, at the start of a text: "India 161st of 180"."""
INDEX = re.compile(
    r"\b(?:Index|Indices|Report|Rankings?|Survey|Outlook|Atlas|Review|Barometer|Monitor|Scorecard|Ladder|"
    r"List|Indicators?|Yearbook|Gazetteer|Tracker)\b",
    re.IGNORECASE,
)
"""What ranks those it is about."""
QUALITY = re.compile(
    r"^(?:not\s)?(?:exempt(?:ed)?|excluded|included|banned|prohibited|allowed|permitted|eligible|covered|taxed|"
    r"reserved|subject|held|observed|celebrated|launched|built|founded|signed|discovered|invented|organi[sz]ed|located|"
    r"released|published|composed|written|inaugurated|flagged\soff)\s(?:from|in|by|under|for|to|at|as|with|on)\s",
    re.IGNORECASE,
)
"""What says of things how they are, not what they are called: "Exempt from the cess"."""
_PRONOUN = re.compile(r"^(?:It|They|He|She|There|We)\s")
_TAKES = re.compile(r"\s(?:a|an|the|its|their|all|no|every|\d|₹|\$)")


def rank_in(text: str, over: str) -> re.Match[str] | None:
    """The rank that `text` gives under the name `over`; "India 39th" is one under an index only."""
    found = RANK.match(text)
    if found is None or found["of"]:
        return found
    place = found["who"] and not found["rank"].isdigit() and INDEX.search(over)
    return found if place and re.match(r"\s*(?:[,;(.]|$)", text[found.end() :]) else None


def is_formula(text: str) -> bool:
    """Whether what stands behind "=" is worked out: "N1 + bills in hand"."""
    return bool(_FORMULA.match(text)) and not IS_DATE.match(text)


def labelled_in_a_row(text: str) -> list[tuple[int, int, int, int]]:
    """Start and end of label and value of each "A = x" of "A = x, B = y"; else nothing."""
    if text.count("=") < 2 or not _IN_A_ROW.fullmatch(text.rstrip(" .")):
        return _dashed_in_a_row(text)
    return [(*found.span("label"), *found.span("value")) for found in _ONE.finditer(text)]


_LEAD = re.compile(r"[^:–—,;.()]{2,60}?\s?[:–—-]\s+(?=[^,;]{1,60}?\s[–—-]\s)")
_DASHED = re.compile(r"(?P<label>[^\W\d_][^–—:]*?)\s[–—-]\s(?P<value>[^–—:]*\S)")
_CLAUSE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|can|which|who|that|it|they)\b")


def row_lead(text: str) -> str:
    """What stands before labelled values in one line: "Awards" of "Awards: A – x, B – y"."""
    found = _LEAD.match(text)
    return found.group().rstrip(" :–—-") if found else ""


def _dashed_in_a_row(text: str) -> list[tuple[int, int, int, int]]:
    """The same for "A – x, B – y (z, w), C - v"; a part without dash belongs to the one before."""
    if len(text) > 400:
        return []
    if ";" in text and (colons := _colons_in_a_row(text)):
        return colons
    if len(re.findall(r"\s[–—-]\s", text)) < 2:
        return []
    lead = _LEAD.match(text)
    at = lead.end() if lead else 0
    parts: list[tuple[int, int]] = []
    for start, end in _parts(text, at):
        if _DASHED.fullmatch(text, start, end):
            parts.append((start, end))
        elif parts:
            parts[-1] = (parts[-1][0], end)
        else:
            return []
    out = []
    for start, end in parts:
        found = _DASHED.fullmatch(text, start, end)
        if (
            found is None
            or len(found["label"].split()) > 5
            or len(found["value"].split()) > 9
            or _CLAUSE.search(text, start, end)
        ):
            return []
        out.append((*found.span("label"), *found.span("value")))
    return out if len(out) > 1 else []


_COLON = re.compile(r"(?P<label>[^\W\d_][^:;,.]{0,40}?)\s?:\s+(?P<value>[^:]{2,80})")


def _colons_in_a_row(text: str) -> list[tuple[int, int, int, int]]:
    """The same for "Phase I: reefs – 40 ha; Phase II: mangroves"."""
    out, at = [], 0
    for part in text.rstrip(" .;,।").split(";"):
        start = at + len(part) - len(part.lstrip())
        found = _COLON.fullmatch(text, start, at + len(part))
        at += len(part) + 1
        if found is None or _CLAUSE.search(found["label"]) or len(found["label"].split()) > 5:
            return []
        out.append((*found.span("label"), *found.span("value")))
    return out if len(out) > 1 else []


def _parts(text: str, at: int) -> list[tuple[int, int]]:
    """Start and end of what commas and semicolons outside brackets part, from `at` on."""
    out, depth, start = [], 0, at
    end = len(text.rstrip(" .;,।"))
    for number in range(at, end + 1):
        char = text[number : number + 1] if number < end else ","
        depth += (char in "([") - (char in ")]")
        if (
            char in ",;" and depth <= 0 and text[number + 1 : number + 2] in {"", " "}
        ) or number == end:
            while start < number and text[start] == " ":
                start += 1
            if number > start:
                out.append((start, number))
            start = number + 1
    return out


def is_name_list(text: str) -> bool:
    """Whether a text says nothing, but strings names: "Rule 9B, Mines Act 1952"."""
    if not re.search(r"[,;/&]|\sand\s", text) or not text.isascii():
        return False
    tokens = _TOKEN.findall(text)
    before = ""
    for token in tokens:
        year = re.fullmatch(r"[12]\d{3}", token)
        numbered = token.isdigit() and before in _NUMBERED
        if not (token[0].isupper() or token in _SMALL or year or numbered or token[:-1].isdigit()):
            return False
        before = token
    return 2 <= len(tokens) <= 14 and not re.search(r"\d(?:st|nd|rd|th)\b", text)


def is_clause(label: str, value: str, lexicon: Lexicon) -> bool:
    """Whether what stands before a colon says something itself: "It advised a ratio of 70 %"."""
    if _PRONOUN.match(label):
        return True
    clause = parse_clause(f"{label} the", lexicon)
    if clause is None or clause.adverbial:
        return False
    if clause.kind != "past":
        return bool(label[clause.verb_end :].strip())
    taken = _TAKES.match(f"{label} "[clause.verb_end :]) is not None
    return taken and not IS_DATE.match(value.strip(" .;,"))
