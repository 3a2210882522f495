"""Which headings say what their text is about, and which only say what part of a note it is."""

from __future__ import annotations

import re
from functools import lru_cache

from mdquiz.generate.words import words

_NUMBER = re.compile(
    r"^(?:(?P<kind>chapter|part|section|unit|pillar|module|step|phase|lesson|topic|article|schedule)"
    r"\s+)?(?P<number>\d{1,2}|[IVX]{1,5}|[A-Za-z])(?:[.):]|\s[-–—])\s+(?=\S)",
    re.IGNORECASE,
)
_LEADING = re.compile(r"^[^\w\"'“‘(₹$]+")
_TRAILING = re.compile("[\\s:：\\-–—.,;।\u2600-\u27bf\U0001f300-\U0001faff\ufe0f]+$")
_ASIDE = re.compile(
    r"\s+\((?=[a-z])(?!(?!click|tap)[^()]*\b(?:to|from|order|first|by|in|of)\b)[^()A-Z\d]{1,30}\)(?=\W*$)"
)
ABOUT = re.compile(
    r"^(?:(?:short|brief|quick|revision|study|my)\s+)?(?:notes?|timeline|summary|overview|introduction|chronology|all)\s+"
    r"(?:on|of|to|about)\s+(?:the\s+)?",
    re.IGNORECASE,
)
"""What a title may begin with that is no part of its subject: "Short notes on …"."""
_SYLLABUS = re.compile(
    r"^(?:gs|general\s+studies)(?:\s+paper)?[\s–-]*(?:[1-4]|i{1,3}|iv)\b"
    r"|^(?:for\s+)?(?:upsc\s+|facts\s+for\s+)?(?:prelims?|mains?|pre|interview)(?:[\s/&-]|and|pointers?|facts?|"
    r"booster|focus|corner|special|points?|practice|value|addition|notes?|\d)*$"
    r"|^paper[\s–-]*(?:[1-9]|i{1,3}|iv|v)\b|^(?:essay|value\s+addition|static\s+(?:part|portion|linkages?))$"
    r"|^(?:सामान्य\s+अध्ययन|प्रारंभिक\s+परीक्षा|मुख्य\s+परीक्षा)",
    re.IGNORECASE,
)
_MISCELLANY = re.compile(
    r"^(?:the\s+|some\s+|other\s+|more\s+)?(?:(?:quick|short|small|random|rapid|daily|in)[\s-]+)?"
    r"(?:ones?|one[\s-]?liners?|bits?|fire|misc(?:ellaneous|ellany)?\.?|others?|other\s+(?:news|points|facts)|"
    r"snippets?|mixed(?:\s+bag)?|brief|in\s+brief|news|more|also(?:\s+in\s+news)?|etc|shorts|leftovers?|"
    r"odds\s+and\s+ends|विविध|अन्य|एक\s+पंक्ति)(?:\s+(?:news|facts|points|updates?))?$",
    re.IGNORECASE,
)
_ROMAN = {"I": 1, "V": 5, "X": 10}

_GENERIC_WORDS = words("headings-generic-words")
_COLUMNS = frozenset({"watch", "corner", "capsule", "roundup", "digest", "bytes", "buzz", "desk"})
"""What magazines call their columns: "Index watch"."""
_ANYWHERE = _GENERIC_WORDS | _COLUMNS


@lru_cache(maxsize=2048)
def clean_title(text: str) -> tuple[str, int | None]:
    """`text` without number, emoji and closing colon, and the number it began with."""
    title = re.sub(r"^\d{1,2}(?:\.\d{1,2})+\.?\s+(?=\S)", "", _LEADING.sub("", text.strip()))
    number: int | None = None
    found = _NUMBER.match(title)
    if found and not (
        found["kind"] and found["kind"].lower() in {"article", "schedule", "section"}
    ):
        raw = found["number"]
        if raw.isdigit():
            number = int(raw)
        elif raw.isupper() and set(raw) <= set("IVX"):
            number = _roman(raw)
        elif len(raw) == 1 and not found["kind"]:
            number = ord(raw.lower()) - 96
        if number is not None:
            title = title[found.end() :]
    title = _ASIDE.sub("", title)
    return _TRAILING.sub("", title) or title.strip(), number


def _roman(text: str) -> int:
    values = [_ROMAN[char] for char in text]
    return sum(
        -value if after > value else value
        for value, after in zip(values, [*values[1:], 0], strict=True)
    )


@lru_cache(maxsize=2048)
def is_generic(title: str) -> bool:
    """Whether `title` could stand in any note: "Key Features", "Way Forward"."""
    if _SYLLABUS.match(title) or is_miscellany(title):
        return True
    words = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", title.casefold())
    words = words or re.findall(r"[^\s:,./()&–—?!-]+", title.casefold())
    if not words:
        return True
    return all(word.removesuffix("'s").removesuffix("’s") in _ANYWHERE for word in _split(title))


_CLASS = re.compile(
    r"^(?:the\s|main\s|its\s)?(?:parts|zones|types|kinds|features|functions|examples|members|layers|stages|components|"
    r"categories|classes|criteria|steps|aims|objectives|divisions|varieties|forms|levels|uses|causes|effects)\s(?:of|in|for)\b",
    re.IGNORECASE,
)


def names_a_class(label: str) -> bool:
    """Whether a label says which things follow ("Parts of a park") and is itself none of them."""
    return bool(_CLASS.match(label))


def is_miscellany(title: str) -> bool:
    """Whether what stands under `title` has no subject in common: "Quick ones", "Others"."""
    return bool(_MISCELLANY.match(clean_title(title)[0].strip()))


def asked_about(title: str) -> str:
    """What a heading that asks is about: "What is a bad bank?" → "Bad bank"; others as they are."""
    found = re.match(
        r"(?:What|Who)\s(?:is|are|was|were)\s(?:an?\s|the\s)?(?P<what>[^?]{3,60})\?$", title
    )
    return found["what"][0].upper() + found["what"][1:] if found else title


_SUFFIXES = frozenset({"st", "nd", "rd", "th"})


def _split(title: str) -> list[str]:
    parts = re.split(r"[\s:,./()&–—?!\d-]+", title.casefold())
    return [word for word in parts if len(word) > 1 and word not in _SUFFIXES and word.strip("ivx")]


_ORDINAL = re.compile(
    r"^(?:the|their|its|a|an|first|second|third|fourth|fifth|last|why|how|what|where|when|named|way|kind|other|"
    r"main|chief|key|result|reason|gap|goal|aim|pillar|phase|stage|part|step|tier|level|model|remedy|judgement|answer|worry|interest|need|effect|cause)\b",
    re.IGNORECASE,
)


def is_name(label: str, lower_words: frozenset[str]) -> bool:
    """Whether a label names something ("Australia"), or only says what comes ("First reason")."""
    if _ORDINAL.match(label) or is_generic(label):
        return False
    capitals = re.findall(r"(?<![\w'’])[A-Z][\w-]*", label)
    if (
        len(capitals) >= 2
        or any(len(word) > 1 and word.isupper() for word in capitals)
        or re.search(r"\d", label)
    ):
        return True
    if re.search(r"(?:ies|ors|ers|ants|ions|ments|ings|ists)$", label):
        return False
    first = re.match(r"[^\W\d_]+", label)
    return (
        first is not None
        and len(label.split()) <= 2
        and first.group().casefold() not in lower_words
    )
