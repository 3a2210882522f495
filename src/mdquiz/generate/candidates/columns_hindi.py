"""How a Hindi column or label is asked of what it belongs to, in Hindi."""

from __future__ import annotations

import re

from mdquiz.generate.facts.grids import class_of
from mdquiz.generate.hindi import bent, hindi_words, of, template
from mdquiz.generate.lexicon import Lexicon
from mdquiz.generate.words import words

_OWNED = re.compile(r"\s(?:का|के|की)\s")
"""A title that has its own owner: "प्रारूप समिति के अध्यक्ष"."""
_ORDINAL = re.compile(
    r"^(?:[\d०-९]{1,3}(?=व)|[\u0900-\u097f]+(?=वाँ|वां|वीं))(?P<end>वाँ|वां|वीं|वी|वा)$|^(?:पहल|दूसर|तीसर|चौथ|छठ)[ाी]$"
)
_NUMBERED = re.compile(r"^(?:[A-Z]-?\d{0,2}|[\d०-९]{1,3}[A-Zक-ह]{0,2}|[IVX]{1,5})$")
_UNIT = re.compile(r"^(?P<title>[^()]+?)\s*\((?P<unit>[^()]+)\)$")
_UNITS = frozenset(["किमी", "मीटर", "मी", "वर्ग किमी", "करोड़", "लाख", "प्रतिशत", "%", "₹ करोड़"])
_TYPES = re.compile(r"^(?P<thing>[\u0900-\u097f]+) के (?:प्रकार|रूप)$")
_FEMININE = frozenset(["संधि", "योजना", "समिति", "सभा", "अनुसूची", "धारा", "पंचवर्षीय", "सदी", "शताब्दी"])
_YEARS = frozenset({"वर्ष", "सन्", "सन"})
_HAPPENED = {
    "का गठन किस वर्ष हुआ": "समिति आयोग समिति: परिषद अधिकरण",
    "किस वर्ष हुई": "संधि",
    "किस वर्ष हुआ": "युद्ध संशोधन आंदोलन विद्रोह समझौता अधिवेशन सम्मेलन सत्याग्रह",
    "किस वर्ष शुरू हुई": "योजना",
    "किस वर्ष पारित हुआ": "अधिनियम विधेयक",
}
_PLACED = frozenset(
    [
        "झील",
        "झीलें",
        "नदी",
        "बाँध",
        "बांध",
        "दर्रा",
        "अभयारण्य",
        "उद्यान",
        "मंदिर",
        "किला",
        "दुर्ग",
        "स्थल",
        "गुफा",
        "नगर",
        "आर्द्रभूमि",
        "पर्वत",
        "चोटी",
        "बंदरगाह",
    ]
)


def hindi_column_question(
    column: str,
    subject: str,
    topic: str,
    lexicon: Lexicon,
    *,
    noun: str = "",
    bare: bool = False,
) -> str:
    """`गंगा` × `उद्गम` → `गंगा का उद्गम कहाँ है?`; a brief form where the title is not known.

    Args:
        column: The title; its last words choose the question.
        subject: What the row or record is about.
        topic: The heading, put in front where the title is not known; may be empty.
        lexicon: Word lists; its `headers` have a template by a title's last words.
        noun: What the rows of a table are ("नदी"); empty for the label of a record.
        bare: Whether the row is a place or year of which the column is no property by itself.
    """
    unit = _UNIT.match(column)
    if unit and template(unit["title"], lexicon):
        asked = hindi_column_question(unit["title"], subject, topic, lexicon, noun=noun, bare=bare)
        return asked[:-1] + f" ({unit['unit']} में)?" if unit["unit"] in _UNITS else asked
    name = _name(subject, noun, topic)
    head = f"{topic} – " if topic and topic not in name.split() else ""
    if bare:
        return f"{head}{name}: {column}?"
    asked = _by_noun(column, name, noun)
    if asked:
        return asked
    known = "" if noun and column in _YEARS else template(column, lexicon)  # the year of what?
    if known and _OWNED.search(column) and "{column}" in known:
        return f"{name}: {column}{known.partition('{column}')[2]}"
    if known:
        return known.replace("{of}", _oblique(name)).replace("{column}", column)
    if column in _YEARS:
        return f"{head}{name}: किस वर्ष?"
    if _ASKS.match(column):
        return f"{head}{name}: {column}?"
    if not noun or not _PLAIN_TITLE.fullmatch(column) or len(column.split()) > 4:
        return f"{head}{name}: {column}?"
    own = topic and noun and class_of(noun) in {"प्रकार", "रूप", "वर्ग", "श्रेणी"}
    head = f"{topic}: " if own and topic not in name else ""
    return f"{head}{_oblique(name)} {of(column)} {column} क्या {_be(column)}?"


def _be(column: str) -> str:
    return "हैं" if column.split()[-1] in hindi_words("plural") else "है"


_ASKS = re.compile(r"(?:किन|किस|कौन|कब|कहाँ|क्या|कितन)")
_PLAIN_TITLE = re.compile(r"[\u0900-\u097f]+(?:[ -][\u0900-\u097f]+)*")
"""A title that can stand behind "का": no signs, no letters of another script."""


def hindi_template(column: str, lexicon: Lexicon) -> str:
    """The question for a title that ends in known words; "" for none."""
    return template(column, lexicon)


def hindi_reverse(column: str, value: str, noun: str, topic: str) -> str:
    """Which row a remark belongs to; "" where the column is asked forward.

    Args:
        column: The column's title.
        value: The remark.
        noun: What the rows are.
        topic: The heading, where the rows are years or places; else empty.
    """
    if column.casefold() not in words("columns-remarks"):
        return ""
    whose = "किसका" if not noun or noun.endswith("ा") or " " in noun else f"किस {noun} का"
    head = f"{topic} – " if topic else ""
    return f"{head}निम्नलिखित विवरण {whose} है: “{value}”?"


def _name(subject: str, noun: str, topic: str = "") -> str:
    """A row's name with the noun it needs: "42वाँ" under "संशोधन" → "42वाँ संशोधन"."""
    kind = _TYPES.match(topic) if noun in {"प्रकार", "रूप"} else None
    if kind and " " not in subject and not subject.endswith(kind["thing"]):
        return f"{subject} {kind['thing']}"
    if noun and _NUMBERED.match(subject):
        return f"{noun} {subject}"
    if noun in _BETWEEN and not set(subject.split()) & (
        hindi_words("events") | hindi_words("kinds")
    ):
        return f"{subject} {_BETWEEN[noun]} {noun}"
    if _bare_name(subject, noun):
        return f"{subject} {noun}"
    return f"{subject} {noun}" if noun and _ORDINAL.match(subject) else subject


_BETWEEN = {"युद्ध": "का", "संधि": "की"}


def _bare_name(subject: str, noun: str) -> bool:
    """Whether a row's name wants the noun of its kind behind it: "सालुव" → "सालुव वंश"."""
    words = subject.split()
    kinds = hindi_words("kinds") | hindi_words("events")
    return (
        noun in hindi_words("named_kinds")
        and len(words) <= 3
        and not words[-1].endswith(")")
        and not any(w in kinds or w.endswith(tuple(hindi_words("named_kinds"))) for w in words)
    )


def _oblique(name: str) -> str:
    """A name as it stands before a postposition: "42वाँ संशोधन" → "42वें संशोधन"."""
    first, space, rest = name.partition(" ")
    for noun, joint in _BETWEEN.items():
        name = (
            name.removesuffix(f" का {noun}") + f" के {noun}"
            if joint == "का" and name.endswith(f" का {noun}")
            else name
        )
    name = bent(name)
    first, space, rest = name.partition(" ")
    found = _ORDINAL.match(first)
    if found and first.endswith("ा") and found["end"] is None:
        return f"{first[:-1]}े{space}{rest}"
    if found and found["end"] in {"वाँ", "वां", "वा"}:
        return f"{first[: found.start('end')]}वें{space}{rest}"
    return name


def _by_noun(column: str, name: str, noun: str) -> str:
    """The question for titles that mean another thing for every kind of row; "" for none."""
    if not noun:
        return ""
    kinds = {class_of(noun), *name.split()}
    if column in _YEARS:
        for asked, nouns in _HAPPENED.items():
            if kinds & set(nouns.split()):
                said = _oblique(name) if asked.startswith("का") else name
                return f"{said} {asked}?"
        return ""
    took_place = kinds & (hindi_words("events") | {"संधि"})
    happened = "हुई" if of(class_of(noun)) == "की" else "हुआ"
    if column in {"किनके बीच", "किसके बीच", "पक्ष", "पक्षकार"} and took_place:
        return f"{name} किनके बीच {happened}?"
    if column == "स्थान" and took_place:
        return f"{name} कहाँ {happened}?"
    if column == "स्थान" and kinds & (_PLACED | {"स्मारक", "इमारत"}):
        return f"{name} कहाँ है?"
    if column in {"राज्य", "देश", "जिला", "ज़िला"}:
        near = "में है" if kinds & _PLACED else "से संबंधित है"
        if kinds & {"नदी"} and column != "देश":
            near = "से होकर बहती है"
        which = {"जिला": "ज़िले", "ज़िला": "ज़िले"}.get(column, column)
        return f"{name} किस {which} {near}?"
    return ""
