"""How the title of a column, or the label of a record, is asked of what it belongs to."""

from __future__ import annotations

import re

from mdquiz.generate.candidates.rows import definite, title_noun
from mdquiz.generate.entities.entity import Entity
from mdquiz.generate.facts.grids import class_of, told_by
from mdquiz.generate.grammar import capitalised
from mdquiz.generate.lexicon import Lexicon
from mdquiz.generate.words import words

_UNIT = re.compile(r"^(?P<title>[^()]+?)\s*\((?!s\))(?:in\s+)?(?P<unit>[^()]{1,20})\)$")
_PARTICIPLE = re.compile(
    r"^(?P<adverb>(?:also|mainly|mostly|now|chiefly|first)\s)?(?P<verb>[a-z]+)(?P<more>\s[a-z ]+)?"
    r"\s(?P<prep>by|for|in|at|on|with|under|from|to|as|between|against|over|into|near|through|after|of)$",
    re.IGNORECASE,
)
_OWNED = re.compile(r"^[A-Z]\w*['’]s\s(?:\w+\s)?(?:rank|ranking|position|score|place)$")
_ONCE = words("columns-once")
"""What is done to a thing once, so that it "was" done."""
_PLAIN = words("columns-attributes")
"""Properties that say by themselves what is meant: "length", not "figure"."""
_PERSONS = words("columns-persons")
_HEADS = words("columns-heads")
"""Last words of longer titles that may stand behind "What is the": "launch vehicle"."""
_PREPOSITIONS = {
    "between": "between what", "about": "about what", "for": "for what", "with": "with what",
    "in": "in what", "from": "from what", "by": "by whom", "to": "to what", "at": "where",
    "on": "on what", "against": "against whom or what", "under": "under what", "near": "near what",
}  # fmt: skip
_DEEDS = {
    "fought": "battle war",
    "signed": "pact treaty agreement accord convention protocol declaration mou",
    "enacted": "act law code regulation",
    "passed": "amendment bill resolution",
    "held": "session conference summit durbar congress meeting",
    "set up": "commission committee tribunal body board council authority institution agency bank",
    "launched": "scheme yojana programme abhiyan mission",
    "founded": "organisation organization party association",
}
_YEARS = frozenset({"year", "date", "when", "year (ce)", "year (ad)", "in the year"})
_IN_PLACE = words("columns-places")
_GROWN = words("columns-grown")
_NEEDS = frozenset({"temperature", "rainfall", "soil", "climate"})
_ENDURES = frozenset({"commission", "committee", "tribunal"})
"""Bodies that were: who chaired them is past."""


def column_question(
    column: str,
    subject: str,
    lexicon: Lexicon,
    entity: Entity | None = None,
    *,
    known_only: bool = False,
    noun: str = "",
) -> str:
    """A whole question for `column` of `subject`; "" where the title cannot be read as one.

    Args:
        column: The column's title: "State", "Published by", "Height (m)".
        subject: What the row is about.
        lexicon: Word lists; its `headers` have templates for common titles.
        entity: What stands in the cell, where it is one thing.
        known_only: Whether only known properties ("tenure") make a question of their own.
        noun: What the rows of a table are ("pass"); empty for the label of a record.
    """
    of = definite(subject, noun)
    by_noun = _by_noun(column, subject, of, noun, entity) if noun else ""
    if by_noun:
        return capitalised(by_noun)
    if noun and (column.casefold() in _YEARS | _RANKS or _WHERE_IS.match(column) or "," in subject):
        return ""  # the year of what? which State of a prize?
    template = lexicon.headers.get(re.sub(r"\s*/\s*", "/", column.casefold()), "")
    if template:
        return capitalised(template.replace("{of}", of))
    if len(subject.split()) > 8 or re.search(r"[?/=→]", column):
        return ""
    unit = _UNIT.match(column)
    title = (unit["title"] if unit else column).strip().removesuffix("(s)")
    tail = f" (in {unit['unit']})" if unit else ""
    done = _done(title, lexicon)
    if done:
        be = "was" if done["verb"].lower() in _ONCE else "is"
        place = entity is None or entity.type in {"state", "country", "name"}
        if done["verb"].lower() in _WHERE and done["prep"].lower() in {"in", "at"} and place:
            said = re.sub(r"\s\w+$", "", _lower_first(title))
            return f"Where {be} {of} {said}?"
        after = _after(done["prep"], entity)
        if done["verb"].lower() in words("columns-caused"):
            after = "what"
        return capitalised(f"{of} {be} {_lower_first(title)} {after}?")
    told = _relation(title, of) if noun else ""
    if told:
        return capitalised(told)
    acts = _acts(title, of, lexicon, entity)
    if acts:
        return acts
    if _OWNED.match(title):
        return f"What is {title} in {of}?"
    if len(title.split()) > 5 or re.search(r"[,&:;.]|\b(?:of|or|and)$", title):
        return ""
    head = re.split(r"\s(?:of|for|in|at)\s", title)[0].split()[-1].lower()
    known = (
        head in _PLAIN or head in _PERSONS or (noun and len(title.split()) > 1 and head in _HEADS)
    )
    if (known_only or noun or len(title.split()) == 1) and not known:
        return ""
    if head in {"what", "who", "when", "where", "why", "how", "whom"}:
        return ""
    if noun and _plural(head) and entity is not None and entity.type in {"number", "quantity"}:
        return f"How many {title_noun(title, lexicon)} does {of} have?"
    if (
        head in _RULERS
        and class_of(noun) not in {"dynasty", "kingdom", "empire", "country"}
        and noun
    ):
        return ""  # nobody is the ruler of a temple
    counted = re.fullmatch(r"(?:number|nos?\.?) of (.+s)", title, re.IGNORECASE)
    if counted and noun:
        return f"How many {title_noun(counted[1], lexicon)} does {of} have?"
    be = "are" if _plural(head) else "is"
    wh = "Who" if head in _PERSONS and (entity is None or entity.wh in {"", "who"}) else "What"
    return f"{wh} {be} the {title_noun(title, lexicon)} of {of}{tail}?"


def _by_noun(column: str, subject: str, of: str, noun: str, entity: Entity | None) -> str:
    """The question for titles that mean another thing for every kind of row."""
    title = column.casefold()
    several = "(s)" in title
    title = title.replace("(s)", "")
    kinds = {class_of(noun), *(word.casefold() for word in subject.split())}
    used = re.fullmatch(r"used (?:to|for) ([a-z]+)", title)
    if used:
        verb = f"to {used[1]}" if title.startswith("used to") else f"for {used[1]}"
        return f"what is {of} used {verb}?"
    if title in {"provision", "provisions", "change", "changes"} and "amendment" in kinds:
        return f"what change did {of} make?"
    if title in {"subject", "provision", "provisions"}:
        verb = "deal with" if title == "subject" else "provide"
        past = kinds & (_ENDURES | {"conference", "session"})
        return f"what {'did' if past else 'does'} {of} {verb}?"
    if title in {"date", "when"} and "day" in kinds:
        return f"on which date is {of} observed?"
    if kinds & words("columns-take-place"):
        if title in _YEARS:
            year = entity is not None and entity.type == "year"
            return f"{'in which year' if year else 'when'} did {of} take place?"
        if title in {"leader", "leaders", "led by"}:
            return f"who led {of}?"
    if title in _YEARS:
        for deed, nouns in _DEEDS.items():
            if kinds & set(nouns.split()):
                year = entity is not None and entity.type == "year"
                return f"{'In which year' if year else 'When'} was {of} {deed}?"
        return ""
    if title == "between":
        deed = next((d for d in ("signed", "fought") if kinds & set(_DEEDS[d].split())), "")
        if deed:
            return f"between whom was {of} {deed}?"
        return f"{of} lies between what?" if kinds & _BETWEEN else ""
    if title == "about":
        return f"what is {of} about?"
    if noun == "thing" and title == "type":
        return ""
    if title == "type" or title == f"type of {class_of(noun)}":
        return f"what type of {noun} is {of}?" if noun.isalpha() else ""
    if title in {"chaired by", "headed by", "chairman", "chairperson"} and kinds & _ENDURES:
        return f"who {'headed' if title == 'headed by' else 'chaired'} {of}?"
    if title in _NEEDS and class_of(noun) == "crop":
        return f"what {title} does {of} need?"
    kind = {
        "state": "State", "state/ut": "State or UT", "country": "country",
        "district": "district", "city": "city", "town": "town",
    }  # fmt: skip
    where = kind.get(re.sub(r"\s*/\s*", "/", title).removesuffix("s"))
    if where is None or "," in subject:
        return ""
    where += "(s)" if several else ""
    if kinds & {"river", "tributary"}:
        return f"{of} flows through which {where}?"
    if kinds & _GROWN:
        return f"which {where} is {of} associated with?"
    return f"{of} is in which {where}?" if kinds & _IN_PLACE else ""


_RANKS = frozenset({"rank", "position", "score"})
_RULERS = frozenset({"ruler", "king", "emperor", "host", "winner", "beneficiary"})


def _acts(title: str, of: str, lexicon: Lexicon, entity: Entity | None) -> str:
    """The question for "Connects", "Falls into" and "Rises in"; "" for other titles."""
    first, *others = title.lower().split()
    base = lexicon.third.get(first, first[:-1])
    if first in words("columns-verbs-on") and len(others) == 1:
        dated = entity is not None and entity.type in {"year", "date", "quantity", "number"}
        if others[0] in {"in", "at", "from", "near"} and not dated:
            return f"Where does {of} {base}?"
        return f"What does {of} {base} {others[0]}?"
    if first in words("columns-verbs") and len(others) < 3:
        return f"What does {of} {' '.join([base, *others])}?"
    return ""


def _relation(title: str, of: str) -> str:
    """The question for "Tributary of" and "Available to"; "" for other titles."""
    said = title.lower()
    found = re.fullmatch(r"([a-z]+(?:\s[a-z]+)?) of", said)
    if found and found[1] not in {"name", "date", "year", "place", "type", "number"}:
        if found[1] in {"part", "composed", "made", "made up", "capable"}:
            return f"{of} is {said} what?"
        article = "the" if found[1] in {"capital", "source", "author"} else "a"
        article = "an" if article == "a" and said[0] in "aeiou" else article
        return f"{of} is {article} {said} what?"
    found = re.fullmatch(r"([a-z ]+) (appointed|elected|nominated|chosen|removed) by", said)
    if found:
        return f"by whom is the {found[1]} of {of} {found[2]}?"
    found = re.fullmatch(r"([a-z]+) (?:to|with|for|in)", said)
    if found and found[1] in words("columns-to-what"):
        return f"{of} is {said} what?"
    return ""


_WHERE_IS = re.compile(r"(?:place|(?:state|countr(?:y|ie)|district)(?:\(?s\)?)?)$", re.IGNORECASE)
_BETWEEN = words("columns-between")
_WHERE = frozenset(
    [
        "grown",
        "found",
        "located",
        "situated",
        "built",
        "held",
        "signed",
        "made",
        "spoken",
        "practised",
        "celebrated",
    ]
)


def column_reverse(column: str, key: str, value: str, lexicon: Lexicon, form: str) -> str:
    """Which row a telling cell belongs to: "Which pass connects Sikkim and Tibet?"; else "".

    Args:
        column: The column's title.
        key: What the rows are: "pass".
        value: The cell, as it stands inside a sentence.
        lexicon: Word lists.
        form: The shape of the cell; see `facts.likeness.shape`.
    """
    title = column.strip()
    which = f"Which {key}"
    done = _done(title, lexicon)
    noun = form in {"noun", "number"}
    if done:
        be = "was" if done["verb"].lower() in _ONCE else "is"
        return f"{which} {be} {_lower_first(title)} {value}?" if noun else _fits(which, value)
    first = title.split()[0].lower()
    verbs = words("columns-verbs") | words("columns-verbs-on")
    if first in verbs and len(title.split()) < 3:
        return f"{which} {title.lower()} {value}?"
    if told_by(title, words("columns-remarks")):
        return _fits(which, value)
    if title.casefold() in words("columns-subject-matter"):
        return f"{which} deals with “{value}”?" if noun else _fits(which, value)
    if title.casefold() in words("columns-fame"):
        return f"{which} is known for {value}?" if noun else _fits(which, value)
    if title.casefold() in _PREPOSITIONS and not noun:
        return _fits(which, value)
    return _fits(which, value) if is_remark(title, lexicon) else ""


def _fits(which: str, value: str) -> str:
    return f"{which} fits the description “{value}”?" if len(value.split()) > 1 else ""


def is_remark(column: str, lexicon: Lexicon) -> bool:
    """Whether a title cannot be asked forward: a remark, an adjective, a yes or no."""
    title = column.casefold()
    if told_by(column, words("columns-remarks")) or column.endswith("?"):
        return True
    if re.fullmatch(r"[a-z]+(?:\s?/\s?|\sor\s)[a-z]+", title):
        return not re.search(r"state|ut|union|country|year|date|river|place|name", title)
    del lexicon
    return title in words("tables-adjectives")


def takes_noun(column: str, lexicon: Lexicon) -> bool:
    """Whether a title wants a thing behind it ("For", "Known for"), not a clause."""
    if column.casefold() in words("columns-fame"):
        return True
    return column.casefold() in _PREPOSITIONS or _done(column, lexicon) is not None


def _done(title: str, lexicon: Lexicon) -> re.Match[str] | None:
    found = _PARTICIPLE.match(title)
    if found is None:
        return None
    verb = found["verb"].lower()
    return found if verb in lexicon.participles or verb in _WHERE or verb == "known" else None


def _after(preposition: str, entity: Entity | None) -> str:
    if preposition.lower() in {"by", "against"}:
        return "whom"  # "by which commission" would tell the options apart
    if entity is not None and entity.wh and not entity.wh.startswith("how"):
        return "whom" if entity.wh == "who" else entity.wh
    return "what"


def _plural(noun: str) -> bool:
    return noun.endswith("s") and not noun.endswith(("ss", "us", "is", "ics", "ness", "as"))


def _lower_first(text: str) -> str:
    return text[0].lower() + text[1:]
