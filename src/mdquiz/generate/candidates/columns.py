"""How the title of a column, or the label of a record, is asked of what it belongs to."""

from __future__ import annotations

import re

from mdquiz.generate.candidates.subjects import noun_phrase
from mdquiz.generate.entities.entity import Entity
from mdquiz.generate.grammar import capitalised
from mdquiz.generate.lexicon import Lexicon
from mdquiz.generate.words import words

_UNIT = re.compile(r"^(?P<title>[^()]+?)\s*\((?:in\s+)?(?P<unit>[^()]{1,20})\)$")
_PARTICIPLE = re.compile(
    r"^(?P<verb>[A-Z]?[a-z]+)(?:\s[a-z ]+)?\s(?P<prep>by|for|in|at|on|with|under|from|to|as)$"
)
_OWNED = re.compile(r"^[A-Z]\w*['’]s\s(?:\w+\s)?(?:rank|ranking|position|score|place)$")
_ONCE = words("columns-once")
"""What is done to a thing once, so that it "was" done."""
_PLAIN = words("columns-attributes")
"""Properties that say by themselves what is meant: "length", not "figure"."""
_PERSONS = words("columns-persons")
_TABLE_TITLE = re.compile(
    r"^(?:Table|List|Chart)(?:\s+(?:\d+|of))?\s*[:.–—-]\s*|"
    r"\s+(?:(?:as|in) a (?:table|nutshell)|at a glance|to remember)$",
    re.IGNORECASE,
)


def column_question(
    column: str,
    subject: str,
    lexicon: Lexicon,
    entity: Entity | None = None,
    *,
    known_only: bool = False,
) -> str:
    """A whole question for `column` of `subject`; "" where the title cannot be read as one.

    Args:
        column: The column's title: "State", "Published by", "Height (m)".
        subject: What the row is about.
        lexicon: Word lists; its `headers` have templates for common titles.
        entity: What stands in the cell, where it is one thing.
        known_only: Whether only known properties ("tenure") make a question of their own.
    """
    template = lexicon.headers.get(column.casefold(), "")
    of = noun_phrase(subject)
    if template:
        return capitalised(template.replace("{of}", of))
    if len(subject.split()) > 8 or re.search(r"[?/=→]", column):
        return ""
    unit = _UNIT.match(column)
    title = (unit["title"] if unit else column).strip()
    tail = f" (in {unit['unit']})" if unit else ""
    done = _PARTICIPLE.match(title)
    if done and (done["verb"].lower() in lexicon.participles or done["verb"].lower() == "known"):
        be = "was" if done["verb"].lower() in _ONCE else "is"
        return capitalised(f"{of} {be} {_lower_first(title)} {_after(done['prep'], entity)}?")
    first, *others = title.split()
    if first.lower() in lexicon.third and first.lower() not in lexicon.noun_like:
        rest = " ".join(["", *others])
        return capitalised(f"{of} {first.lower()}{rest} what?") if len(others) < 3 else ""
    if _OWNED.match(title):
        return f"What is {title} in {of}?"
    if len(title.split()) > 5 or re.search(r"[,&:;.]|\b(?:of|or|and)$", title):
        return ""
    head = re.split(r"\s(?:of|for|in|at)\s", title)[0].split()[-1].lower()
    if (known_only or len(title.split()) == 1) and head not in _PLAIN and head not in _PERSONS:
        return ""
    if head in {"what", "who", "when", "where", "why", "how", "whom"}:
        return ""
    be = "are" if _plural(head) else "is"
    wh = "Who" if head in _PERSONS and (entity is None or entity.wh in {"", "who"}) else "What"
    return f"{wh} {be} the {_noun(title, lexicon)} of {of}{tail}?"


def column_reverse(column: str, key: str, value: str, lexicon: Lexicon) -> str:
    """Which row a telling cell belongs to: "Which pass connects Sikkim and Tibet?"; else ""."""
    title = column.strip()
    which = f"Which {_noun(singular(key), lexicon)}"
    done = _PARTICIPLE.match(title)
    if done and (done["verb"].lower() in lexicon.participles or done["verb"].lower() == "known"):
        be = "was" if done["verb"].lower() in _ONCE else "is"
        return f"{which} {be} {_lower_first(title)} {value}?"
    first = title.split()[0].lower()
    if first in lexicon.third and first not in lexicon.noun_like and len(title.split()) < 3:
        return f"{which} {title.lower()} {value}?"
    if title.casefold() in words("columns-subject-matter"):
        return f"{which} deals with {value}?"
    if title.casefold() in words("columns-fame"):
        return f"{which} is known for {value}?"
    return ""


def table_topic(title: str) -> str:
    """A heading without the words that only say that a table follows."""
    return _TABLE_TITLE.sub("", title).strip() or title


def singular(title: str) -> str:
    """A column's title as the kind of one row: "Wetlands" → "Wetland"."""
    if title.endswith("ies") and len(title) > 5:
        return title[:-3] + "y"
    return title[:-1] if title.endswith("s") and not title.endswith(("ss", "us", "is")) else title


def _after(preposition: str, entity: Entity | None) -> str:
    if entity is not None and entity.wh and not entity.wh.startswith("how"):
        return "whom" if entity.wh == "who" else entity.wh
    return "whom" if preposition == "by" else "what"


def _plural(noun: str) -> bool:
    return noun.endswith("s") and not noun.endswith(("ss", "us", "is", "ics", "ness", "as"))


def _lower_first(text: str) -> str:
    return text[0].lower() + text[1:]


def _noun(title: str, lexicon: Lexicon) -> str:
    first = title.split()[0]
    if first.isupper() or first in lexicon.names or first.endswith(("'s", "’s")):
        return title
    lowered = [
        w.lower() if w[1:].islower() and w not in lexicon.names else w for w in title.split()
    ]
    return " ".join(lowered)
