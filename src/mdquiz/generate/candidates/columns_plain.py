"""The question for any column of any row: in words that hold whatever the title says."""

from __future__ import annotations

import re

from mdquiz.generate.candidates.rows import definite, title_noun
from mdquiz.generate.entities.entity import Entity
from mdquiz.generate.facts.grids import class_of
from mdquiz.generate.lexicon import Lexicon
from mdquiz.generate.words import words

_WHERE = re.compile(
    r"where(?:\s(?:it\s)?(?:is|are))?(?:\s(?P<a>[a-z]+))?"
    r"|(?P<b>found|seen|grown|located|spoken|situated) (?:in|at|where)"
)
_UNIT = re.compile(r"\s*\((?P<unit>[^()]{1,20})\)$")
_PERFORMED = frozenset({"dance", "theatre", "puppetry", "music", "song", "art", "festival", "form"})
_DRESS = frozenset({"dress", "costume", "attire", "garment"})
_OF_WHERE = frozenset({"region", "area", "belt", "zone", "place", "state", "district", "country"})
_FOLK = frozenset({"tribe", "people", "community", "caste", "group", "clan"})
_INSIDE = frozenset(
    {
        "used",
        "allowed",
        "found",
        "grown",
        "spoken",
        "seen",
        "kept",
        "permitted",
        "prohibited",
        "banned",
    }
)
_RANKED = frozenset({"best", "main", "chief", "major", "peak", "typical", "nearest", "other"})
_EVENTS = words("tables-events")
_YEARS = frozenset({"year", "date", "when"})
_SMALL = words("expansions-small") | {"of", "in", "for", "to", "by", "with", "at", "on", "from"}


def plain_question(
    column: str, row: str, noun: str, entity: Entity | None, lexicon: Lexicon, *, loose: bool
) -> str:
    """A question that is grammatical for every title: the title's noun, or the title in quotes.

    Args:
        column: The column's title: "Where found", "Season", "Status/IUCN".
        row: The row's name as it stands in a sentence.
        noun: What the rows are: "bird".
        entity: What stands in the cell, where it is one thing.
        lexicon: Word lists.
        loose: Whether the row is a place or a time, or of two names: nothing is "of" it.

    Returns:
        The question, beginning in lower case unless the row's name does not.
    """
    of = row if "," in row else definite(row, noun)
    title = re.sub(r"\(s\)$", "", column.strip()).strip()
    unit = _UNIT.search(title)
    tail = f" (in {unit['unit']})" if unit else ""
    title = title[: unit.start()] if unit else title
    said = title.casefold()
    kinds = {class_of(noun), *(word.casefold() for word in row.split())}
    where = _WHERE.fullmatch(said)
    if where:
        return f"where is {of} {where['a'] or where['b'] or 'found'}?"
    if said in _YEARS:
        kind = entity.type if entity is not None else ""
        what = kind if kind in {"date", "year"} else "year" if said == "year" else "time"
        if class_of(noun) in _EVENTS:
            return f"{'on' if what == 'date' else 'in'} which {what} did {of} take place?"
        return f"which {what} is given for {of}?"
    counted = re.fullmatch(r"(?:number|nos?\.?|count) of (.+)", title, re.IGNORECASE)
    if counted:
        return f"how many {title_noun(counted[1], lexicon)} does {of} have?"
    if _FITTING.fullmatch(said):
        return f"{of} is {said} what?"
    done = re.fullmatch(
        r"(?P<noun>[a-z ]+?) (?P<verb>[a-z]+)(?: (?P<prep>by|in|with|from|to))?", said
    )
    if done and done["verb"] in lexicon.participles and _is_noun(done["noun"], lexicon):
        be = "are" if _plural(done["noun"]) else "is"
        if done["prep"]:
            what = "whom or what" if done["prep"] == "by" else "what"
            return f"{done['prep']} {what} {be} the {done['noun']} of {of} {done['verb']}?"
        if done["verb"] in _INSIDE:
            by = "by" if kinds & _FOLK else "in"
            return f"which {done['noun']} {be} {done['verb']} {by} {of}?"
    when = {"year": "in which year", "date": "on which date"}.get(entity.type) if entity else None
    if said in lexicon.participles and when:
        return f"{when} was {of} {said}?"
    if not _is_noun(title, lexicon):
        return f"what is given for {of} under “{column}”?"
    shown = title_noun(title, lexicon)
    if "/" in shown:
        shown = re.sub(r"\b(?!State)[A-Z](?=[a-z])", lambda first: first[0].lower(), shown)
    several = _plural(said.split()[-1] if " of " not in said else said.split(" of ")[0])
    measured = entity is not None and entity.type in {"number", "quantity"}
    if measured and several:
        return f"how many {shown} does {of} have?"
    if class_of(title) == "example" and not loose:
        return f"what {'are examples' if several else 'is an example'} of {of}?"
    if kinds & _PERFORMED and said in _DRESS:
        return f"what {said} is worn in {of}?"
    if kinds & _PERFORMED and class_of(title) == "instrument":
        return f"which {shown} {'are' if several else 'is'} played in {of}?"
    if said == "season":
        return f"in which season is {of} grown?" if "crop" in kinds else _tied(shown, of)
    linked = class_of(title) in _OF_WHERE | words("columns-which")
    if class_of(title) in _OF_WHERE and kinds & words("columns-places") and not several:
        return f"{of} is in which {shown}?"
    if linked and said.split()[0] not in _RANKED and not loose and not several:
        return _tied(shown, of)
    be = "are" if several else "is"
    if class_of(noun) in _EVENTS and class_of(title) in words("columns-persons"):
        return _tied(shown, of)
    if loose and not tail and not measured:
        return f"which {shown} {be} given for {of}?"
    who = class_of(title) in words("columns-persons") and not several
    return f"{'who' if who else 'what'} {be} the {shown} of {of}{tail}?"


def _tied(shown: str, of: str) -> str:
    """`which region is X associated with?`."""
    return f"which {shown} is {of} associated with?"


def _is_noun(title: str, lexicon: Lexicon) -> bool:
    """Whether a title is a noun with what belongs to it: no verb, no clause, no two things."""
    parts = title.casefold().split()
    if not 0 < len(parts) <= 5 or not re.fullmatch(r"[A-Za-z][A-Za-z' ’/&-]*", title):
        return False
    halves = title.split("/")
    if len(halves) > 1:
        plain = (re.fullmatch(r"[A-Za-z ]+", half.strip()) is not None for half in halves)
        return len(halves) == 2 and all(plain) and all(_is_noun(half, lexicon) for half in halves)
    if "&" in title:
        return False
    if parts[-1] in _SMALL or parts[0] in _SMALL or parts[0] in _ASKS:
        return False
    head = next((parts[i - 1] for i in range(1, len(parts)) if parts[i] in _SMALL), parts[-1])
    verb = head in lexicon.participles or head in lexicon.past or head in lexicon.third
    first = parts[0] in lexicon.third and parts[0] not in lexicon.noun_like
    if (verb and head not in lexicon.noun_like and head not in _NOUNS) or (first and parts[1:]):
        return False
    return head not in words("tables-adjectives") and not re.search(r"\w\w[^e]ed$|\w\wable$", head)


_FITTING = re.compile(
    r"[a-z]+(?:ble|ive|ous|ful|ent|ant) (?:in|to|for|on|with|from)"
    r"|near|between|under|against|opposite|close to"
)
"""What a thing is, with the preposition for what it is so: "soluble in"."""
_ASKS = frozenset(
    {"vs", "v", "what", "who", "when", "where", "why", "how", "whom", "whether", "is", "are"}
)
_NOUNS = words("columns-attributes") | words("columns-heads") | words("columns-which") | {"dress"}


def _plural(noun: str) -> bool:
    if noun in {"people", "men", "women", "children", "police", "cattle"}:
        return True
    return noun.endswith("s") and not noun.endswith(("ss", "us", "is", "ics", "as", "ies of"))
