"""What a row of a table is called in a question: its noun, its number, its topic."""

from __future__ import annotations

import re

from mdquiz.generate.candidates.subjects import noun_phrase
from mdquiz.generate.entities.dates import IS_DATE
from mdquiz.generate.facts.grids import class_of
from mdquiz.generate.lexicon import Lexicon
from mdquiz.generate.words import words

_NUMBERED = re.compile(r"^(?:\d{1,3}|[A-Z]-?\d{1,2}|[IVX]{1,5}|\d{1,3}[A-Z]{1,2}|[A-Z])$")
_ORDINAL = re.compile(
    r"^(?:\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth)$", re.IGNORECASE
)
_ADJECTIVES = words("tables-adjectives")
_KINDS = frozenset({"type", "kind", "form", "category", "name", "term"})
_TYPES = re.compile(r"(?:Types|Kinds|Forms|Categories) of (?P<thing>[A-Za-z]+)$")
_NOUNED = {
    "committee": "{} Committee",
    "commission": "{} Commission",
    "battle": "Battle of {}",
    "strait": "{} Strait",
    "treaty": "Treaty of {}",
    "movement": "{} movement",
    "school": "{} school",
    "zone": "{} zone",
}
"""Kinds whose names are often given short: "Balwant Rai Mehta", "Plassey"."""
_BODIES = words("rows-bodies")
_COMMON = words("tables-common")
_DEMONYM = re.compile(r"[A-Z]\w+(?:an|ese|ish|ic)$")
_TABLE_TITLE = re.compile(
    r"^(?:Table|List|Chart)(?:\s+(?:\d+|of))?\s*[:.–—-]\s*|"
    r"\s+(?:(?:as|in) a (?:table|nutshell)|at a glance|to remember)$",
    re.IGNORECASE,
)
_NO_MATTER = re.compile(
    r"(?:Why|How|What|When|Where|Who)\b|.*[?!]$|.*\bgeneral knowledge\b", re.IGNORECASE
)

_IRREGULAR = {
    "species": "species", "series": "series", "means": "means", "works": "works",
    "headquarters": "headquarters", "people": "person", "persons": "person", "men": "man",
    "women": "woman", "children": "child", "media": "medium", "bacteria": "bacterium",
    "phenomena": "phenomenon", "criteria": "criterion", "strata": "stratum", "fungi": "fungus",
    "indices": "index", "appendices": "appendix", "matrices": "matrix", "vertices": "vertex",
    "analyses": "analysis", "crises": "crisis", "bases": "base", "hypotheses": "hypothesis",
    "axes": "axis", "oases": "oasis", "leaves": "leaf", "halves": "half", "lives": "life",
    "knives": "knife", "wolves": "wolf", "heroes": "hero", "volcanoes": "volcano",
    "diseases": "disease", "causes": "cause", "gases": "gas", "caches": "cache",
    "data": "data", "sheep": "sheep", "aircraft": "aircraft", "spacecraft": "spacecraft",
    "news": "news", "physics": "physics", "economics": "economics", "flora": "flora",
    "movies": "movie", "cookies": "cookie", "ties": "tie",
}  # fmt: skip
"""Nouns whose one and many are not told by an "s"."""


def table_topic(title: str) -> str:
    """A heading without the words that only say that a table follows."""
    return _TABLE_TITLE.sub("", title).strip() or title


def singular(title: str) -> str:
    """A column's title as the kind of one row: "Wetlands" → "Wetland", "Name of Fort" → "Fort"."""
    title = re.sub(r"^Names?\s+of\s+(?:the\s+)?", "", title, flags=re.IGNORECASE)
    title = re.sub(r"\s*\([^()]*\)$", "", title)
    *others, last = title.split() or [""]
    if last.lower() in _IRREGULAR:
        one = _IRREGULAR[last.lower()]
        return " ".join([*others, one.capitalize() if last[:1].isupper() else one])
    if title.endswith("ies") and len(title) > 5:
        return title[:-3] + "y"
    if title.endswith(("sses", "xes", "ches", "shes")):
        return title[:-2]
    return title[:-1] if title.endswith("s") and not title.endswith(("ss", "us", "is")) else title


def plural(noun: str) -> str:
    """More than one of `noun`: "dynasty" → "dynasties"."""
    *others, last = noun.split() or [""]
    known = {one: many for many, one in _IRREGULAR.items()}
    if last.lower() in known:
        return " ".join([*others, known[last.lower()]])
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def title_noun(title: str, lexicon: Lexicon) -> str:
    """A title as it stands in a sentence: capitals only where they belong to a name."""
    first, *rest = title.split()
    if first.isupper() or first in lexicon.names or first.endswith(("'s", "’s")):
        return title
    if any(w[:1].isupper() for w in rest) and any(w.islower() and len(w) > 3 for w in rest):
        return title  # "Rajya Sabha members": its capitals are a name's
    return " ".join(
        w.lower() if w[1:].islower() and w not in lexicon.names else w for w in title.split()
    )


def row_noun(title: str, lexicon: Lexicon) -> str:
    """The noun for one row of a table whose rows are named under `title`."""
    noun = re.split(r"\s*[/&]\s*", singular(title))[0].strip()
    return title_noun(noun, lexicon) if noun else "one"


def row_name(name: str, title: str, lexicon: Lexicon, topic: str = "") -> str:
    """A row's name with the noun it needs: "White" under "Metal" → "white metal".

    Args:
        name: The cell that names the row.
        title: The title of its column.
        lexicon: Word lists.
        topic: The heading; "Types of unemployment" gives "Seasonal" under "Type" its noun.
    """
    noun = row_noun(title, lexicon)
    last = class_of(topic.split()[-1]) if topic else ""
    if 1 < len(topic.split()) < 5 and last == class_of(title) and not re.search(r"\d", topic):
        noun = singular(topic)  # "Five Year Plans": "first Five Year Plan"
    kind = _TYPES.match(topic) if class_of(title) in _KINDS else None
    if kind and re.fullmatch(
        r"[A-Z][a-z-]+(?:al|ic|ous|ive|ed|ent|ant|ful|ish|ar|ile|en|an)", name
    ):
        return f"{name.lower()} {title_noun(singular(kind['thing']), lexicon)}"
    if class_of(title) in _KINDS:
        return name
    has = class_of(title) in {word.casefold() for word in name.split()}
    if (
        has
        and class_of(title) in _COMMON
        and re.fullmatch(r"[A-Z][a-z]+(?:ic|ous|al) [a-z]+", name)
    ):
        return name[0].lower() + name[1:]
    if has or not noun or not noun[0].isalpha():
        return name
    if _NUMBERED.match(name):
        return f"{noun[0].upper()}{noun[1:]} {name}"
    if _ORDINAL.match(name):
        return f"{name.lower()} {noun}"
    if name.casefold() in _ADJECTIVES:
        return f"{name.lower()} {noun}"
    if class_of(title) in words("rows-with-noun") and re.fullmatch(r"[A-Z][a-z-]+", name):
        return f"{name.lower()} {noun}"
    needed = _NOUNED.get(class_of(title), "")
    if needed and not {w.casefold() for w in name.split()} & _BODIES:
        return needed.format(name)
    plain = name[:1].isupper() and (name[1:].islower() or " " in name)
    known = lexicon.names.get(name.split()[0])
    several = len(title.split()) > 1 and " " not in name  # "Bhilai" under "Steel plant"
    if (
        class_of(title) in _COMMON
        and plain
        and not several
        and (known is None or known.kind == "mineral")
    ):
        first = name.split()[0]
        if (
            first[1:].islower()
            and (known or not _DEMONYM.match(first))
            and not re.search(r"\s[A-Z]", name)
        ):
            return name[0].lower() + name[1:]
    return name


def definite(name: str, noun: str = "") -> str:
    """A row's name as it stands in a sentence, with "the" where it wants it."""
    parts = name.split()
    if class_of(noun) in words("rows-works"):
        return name  # "The Discovery of India" keeps its own article
    if class_of(noun) in words("rows-the-kinds") and parts[0].lower() != "the":
        return f"the {name}"
    if class_of(noun) in words("rows-a-kinds") and name[:1].islower():
        return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"
    if re.search(r"\b(?:Prize|Award|Medal) (?:in|for|of)\b", name):
        return f"the {name}"
    if _ORDINAL.match(parts[0]) or name.casefold() in words("rows-the"):
        return f"the {name}"
    if (parts[-1].lower() in words("rows-definite") and len(parts) > 1) or re.match(
        r"(?:Bay|Gulf|Sea|Strait) of\b", name
    ):
        return name if parts[0].lower() == "the" else f"the {name}"
    return noun_phrase(name)


def reference(topics: tuple[str, ...], *, hindi: bool, asks: tuple[str, str]) -> str:
    """The opening words of a question of many rows: "With reference to X, match the following:".

    Args:
        topics: What the rows are about, the nearest first.
        hindi: Whether the document is in Hindi.
        asks: What to do, in English and in Hindi.
    """
    title = table_topic(topics[0]) if topics and not IS_DATE.match(topics[0]) else ""
    title = title.title() if title.isupper() and len(title) > 6 else title
    spoken = bool(re.search(r"[\u0900-\u097f]", title))
    if not title or len(title) > 90 or (hindi != spoken and bool(re.search(r"[^\W\d_]", title))):
        return ""
    if hindi:
        bent = _BENDS.search(title)  # before a postposition it would take another form
        return f"{title}: {asks[1]}" if bent else f"{title} के संदर्भ में {asks[1]}"
    if _NO_MATTER.match(title):
        return f"{title}: {asks[0]}"
    return f"With reference to {_inside(title)}, {asks[0]}"


_BENDS = re.compile(r"(?:[\u093e\u0947]|याँ|यां|एँ|एं|ें|ियाँ|[?!\d)])$|\s(?:का|वाला|वाले)\s")


def _inside(title: str) -> str:
    """A heading as it stands in a sentence: "Mountain passes" → "mountain passes"."""
    first = title.split()[0].lower()
    plain = class_of(first) in _PLAIN_NOUNS or first in _ADJECTIVES
    if (
        plain
        and re.fullmatch(r".[a-z]\D*", title)
        and not re.search(r"\s[A-Z]\w*(?<!India)$", title)
    ):
        return title[0].lower() + title[1:]
    return noun_phrase(title)


_PLAIN_NOUNS = (
    _COMMON
    | words("columns-places")
    | words("columns-grown")
    | words("tables-events")
    | words("rows-plain")
)
