"""Money, percentages, dates, counted and measured things, articles and sections."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from mdquiz.generate.entities.entity import Entity
from mdquiz.generate.words import words

SMALL_NUMBERS = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
)
"""The number words from zero to twenty, each at its own place."""

_WORDS = {word: value for value, word in enumerate(SMALL_NUMBERS)} | {
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "hundred": 100,
    "thirty-five": 35,
    "twenty-five": 25,
    "twenty-one": 21,
    "twenty-two": 22,
    "sixty-five": 65,
    "sixty-two": 62,
    "forty-five": 45,
    "seventy-five": 75,
}
_SCALES = {
    unicodedata.normalize("NFC", name): value
    for name, value in {
        "thousand": 1e3,
        "lakh": 1e5,
        "lakhs": 1e5,
        "lac": 1e5,
        "million": 1e6,
        "mn": 1e6,
        "m": 1e6,
        "crore": 1e7,
        "crores": 1e7,
        "cr": 1e7,
        "billion": 1e9,
        "bn": 1e9,
        "lakh crore": 1e12,
        "lakh crores": 1e12,
        "trillion": 1e12,
        "हजार": 1e3,
        "लाख": 1e5,
        "करोड़": 1e7,
        "करोड": 1e7,
        "अरब": 1e9,
        "लाख करोड़": 1e12,
        "लाख करोड": 1e12,
    }.items()
}
_DIGITS = {ord(char): str(value) for value, char in enumerate("०१२३४५६७८९")}

_D = r"[\d०-९]"
_NUMERAL = rf"{_D}(?:[\d०-९,]*{_D})?(?:\.{_D}+)?"
_WORDS.update(
    (f"{tens}-{unit}", _WORDS[tens] + _WORDS[unit])
    for tens in ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
    for unit in ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    if tens in _WORDS
)
_WORD = r"(?:" + "|".join(sorted((re.escape(w) for w in _WORDS), key=len, reverse=True)) + r")"
_CARDINAL = (
    rf"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\s(?:one|two|three|four|five|six|seven|"
    rf"eight|nine)\b|{_WORD})(?:[\s-](?:hundred|thousand|lakh|crore|million|billion)\b"
    rf"(?:,?\s(?:and\s)?{_WORD}\b)?)*"
)
_ORDINALS = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
_ORDINAL = (
    rf"(?:(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-)?{_ORDINALS}|tenth|eleventh|twelfth|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teenth|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ieth)"
)
_SCALE = unicodedata.normalize(
    "NFC",
    r"(?:lakh\s+crores?|lakhs?|lac|crores?|cr|trillion|billion|bn|million|mn|thousand|hundred|"
    r"लाख\s+करोड़?|हजार|लाख|करोड़?|अरब)",
)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|"
    r"जनवरी|फरवरी|फ़रवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|सितम्बर|अक्टूबर|अक्तूबर|नवंबर|नवम्बर|"
    r"दिसंबर|दिसम्बर)\.?"
)
_YEAR = r"(?:1[0-9]{3}|20[0-9]{2}|१[०-९]{3}|२०[०-९]{2})"
_DAY = r"(?:[0-3]?\d|[०-३]?[०-९])(?:st|nd|rd|th)?"

# In NFC the Devanagari letter ड़ is two code points, as it is in the text this is matched against.
_PATTERN = re.compile(
    unicodedata.normalize(
        "NFC",
        rf"""
      (?P<article>\b(?:Articles?|Art\.|Sections?|Sec\.|Schedule|Chapter|Clause|Rule|Entry|Part)\s+
          (?:\d+[A-Z]{{0,2}}(?:\(\w{{1,3}}\))*|(?-i:[IVX]+(?:-?[A-Z])?\b))
          (?:\s*(?:to|and|[-–,])\s*\d+[A-Z]?(?:\(\w\))*(?!\w))*)
    | (?P<article_hi>(?:अनुच्छेद|धारा|अनुसूची|भाग)\s+(?:(?-i:[IVX]+)(?![\w])|{_D}+(?:\s?-\s?)?[A-Zक-ह]?(?:\([\w]\))?)
        |{_D}+(?:वीं|वें|वाँ|वां|वी)\s+(?:अनुसूची|संशोधन))
    | (?P<amendment>\b(?:\d{{1,3}}(?:st|nd|rd|th)|{_ORDINAL})\s+(?:Constitution(?:al)?\s+)?(?:\(\w+\)\s+)?Amendment(?:\s+Act)?
          (?:,?\s+(?:of\s+)?{_YEAR}\b)?)
    | (?P<schedule>\b(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|
          Twelfth)\s+Schedule\b)
    | (?P<money>(?:₹|\bRs\.?|\bINR|US\s?\$|A\$|C\$|\$|\bUSD|€|£|¥|\bEUR|\bGBP)\s?{_NUMERAL}
          (?:\s?(?:{_SCALE})(?![\w\u093c])|\s?(?:लाख\s+करोड़|लाख|करोड़|हजार|अरब)|(?:bn|mn|m|b)\b)?
        |(?<![\w.,])(?:{_NUMERAL}|{_CARDINAL})(?:\s+{_SCALE})?\s+(?:rupees|dollars|US\sdollars|euros|pounds|
          रुपये|रुपए|डॉलर))
    | (?P<degrees>(?<![\w.,]){_NUMERAL}\s?°\s?(?:(?:{_NUMERAL}\s?['′’](?:\s?{_NUMERAL}\s?["″”])?)(?:\s?[NSEW]\b)?
          |[NSEW]\b|(?=\s?(?:North|South|East|West)\b))(?:\s?(?:North|South|East|West)\b)?(?:\s(?:longitude|latitude)\b)?)
    | (?P<percent>(?<![\w.,])(?:{_NUMERAL}|\b{_WORD})(?:\s?[-–]\s?{_NUMERAL})?\s?(?:%|per\s?cents?\b|
          percentage\s+points\b|प्रतिशत))
    | (?P<days>(?<![\w-]){_DAY}\s?(?:to|and|[-–—])\s?{_DAY}\s+{_MONTH}(?:,?\s+{_YEAR})?(?![\w-]))
    | (?P<date>(?<![\w-]){_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}(?!\w)
        |\b{_MONTH}\s+{_DAY},?\s+{_YEAR}(?!\w)
        |(?<!\w){_MONTH},?\s+{_YEAR}(?!\w)
        |(?<![\w/-])[0-3]?\d[./-][01]?\d[./-]{_YEAR}(?!\w)
        |(?<![\w/-]){_YEAR}-[01]\d-[0-3]\d(?!\w)
        |(?<![\w-]){_DAY}\s+{_MONTH}(?![\w-])
        |\b(?:January|February|March|April|June|July|August|September|October|November|December)\s+
          [0-3]?\d(?:st|nd|rd|th)?(?!\w))
    | (?P<span>(?<![\w₹$-]){_YEAR}[-–/]\d\d\s(?:to|and|[-–])\s{_YEAR}[-–/]\d\d(?![\w-])
        |(?<![\w₹$-]){_YEAR}\s?[-–—/]\s?(?:{_YEAR}|\d\d)(?![\w-])
        |(?<=from\s){_YEAR}\sto\s{_YEAR}(?!\w)|(?<=between\s){_YEAR}\sand\s{_YEAR}(?!\w))
    | (?P<era>\b(?:c\.\s?)?\d{{1,4}}\s?(?:BCE?|CE|AD)\b|\bAD\s\d{{1,4}}\b
        |\b(?:1[0-9]|20|21|[1-9])(?:st|nd|rd|th)\s+[Cc]entury(?:\s+BCE?)?)
    | (?P<decade>\b(?:1[6-9]|20)\d0s\b)
    | (?P<year>(?<![\w₹$,.-]){_YEAR}(?![\w,]*\d|\s?(?:{_SCALE}|km|MW|kg|metres|hectares|crore|per)\b|%|\.\d|[A-Za-z]))
    | (?P<ratio>\b(?:one|two|three|four|five|1|2|3|4)[-/](?:half|halves|thirds?|fourths?|quarters?|
          fifths?|sixths?|tenths?|[2-9]|10)\b(?!\s*/)|\btwo\s+thirds\b|\b\d{{1,4}}(?::\d{{1,4}})+\b)
    | (?P<hindi>(?:एक|दो|तीन|चार|पाँच|पांच|छह|छः|सात|आठ|नौ|दस|बारह|पंद्रह|बीस|पच्चीस|तीस|पैंतीस|साठ|पैंसठ)
          (?=\s+(?:अन्य\s+)?(?:वर्ष|साल|माह|महीने|दिन|सदस्य|जिले|जिलों|राज्य|बार|विषय|भाग|चरण|प्रकार|वर्षों|लाख|करोड)))
    | (?P<number>(?<![\w.,₹$/-])(?:{_NUMERAL}|\b{_CARDINAL}\b)(?:\s?(?:to|[-–])\s?(?:{_NUMERAL}|{_WORD}))?
          (?:\s{_SCALE}\b)?(?:\s?(?:लाख|करोड़|हजार))?
          (?!-{_ORDINALS}\b|°\s?{_D}|[\w/]|\.\d|,\d|:\d))
    """,  # noqa: E501
    ),
    re.VERBOSE | re.IGNORECASE,
)
_DIGIT = re.compile(_D)
_HAS_NUMBER = re.compile(
    rf"{_D}|\b{_WORD}\b|Schedule|Chapter|Part|Title|भाग|half|third|(?:दो|तीन|चार|पाँच|पांच|छह|सात|आठ|दस|पच्चीस|बारह|बीस)\\s",
    re.IGNORECASE,
)


def _any_of(words: set[str]) -> str:
    """A pattern for any of `words` that looks at each first letter once."""
    letters = sorted({word[0] for word in words})
    rest = {a: sorted(word[1:] for word in words if word[0] == a) for a in letters}
    return "|".join(f"{a}(?:{'|'.join(rest[a])})" for a in letters)


# Where the pattern can match at all, in lower case; matching only there takes a third of the time.
# A new word that a quantity can begin with belongs here, or in "quantities-openings", as well.
_START = re.compile(
    unicodedata.normalize(
        "NFC",
        rf"(?<!{_D}){_D}|[₹$€£¥]|\b(?:rs|ad\s|c\.|"
        + _any_of({word[:3] for word in _WORDS} | words("quantities-openings"))
        + r")|[ac](?=\$)|us(?=\s?\$)|अनुच्छेद|धारा|अनुसूची|भाग"
        r"|एक|दो|तीन|चार|पाँच|पांच|छह|छः|सात|आठ|नौ|दस|बारह|पंद्रह|बीस|पच्चीस|तीस|पैंतीस|साठ|पैंसठ",
    )
)

_UNIT = re.compile(
    r"""^[\s-]*(?P<unit>
        (?:sq\.?\s?km|square\s+(?:kilomet(?:re|er)s|km|miles|metres)|km/h|km|kms|kilomet(?:re|er)s|
           met(?:re|er)s|cm|mm|nautical\s+miles|miles|feet|hectares?|acres?|tonnes?|tons?|kg|quintals?|
           MTPA|MT|MMT|GW|MW|kW|GWh|TWh|litres?|degrees?(?:\s+(?:Celsius|north|south|east|west))?|°\s?[CNSEW]|
           degrees?|MHz|GHz|ppm|dB|MLD|bcm|TMC|m|t)\b
      | (?P<noun>(?:(?:more|other|new|additional|elected|nominated|permanent|non-permanent|full-time|
           part-time|member|working|consecutive|successive|clear|such|different|separate|major|key|
           [a-z]+(?:al|ic|ive|ous|ary|ed|ing|ent|ant|ese|an)|[A-Z][a-z]+)\s+){0,2}
           [a-z][a-z'’-]*(?:s|children|people|men|women|persons|crew|aircraft|staff|personnel|judges)\b
           (?:\s+of\s+(?:parliament|age|service|india))?)
      | (?:year|month|day|week|hour|member|point|term|time)\b
      )""",  # noqa: E501
    re.VERBOSE,
)
_TIMES = frozenset({"year", "month", "week", "day", "hour"})
_BOUND = re.compile(r"\b(?:within|for|of|than|least|most|after|before|by|in)\s$")
_NOT_UNITS = words("quantities-not-units")
_MEASURES = {"km": "km", "kms": "km"}


def find_quantities(text: str) -> Iterator[Entity]:
    """Every quantity, date, sum and article number of `text`, from left to right."""
    for found in _matches(text):
        kind = found.lastgroup or ""
        start, end = found.span()
        raw = found.group()
        while raw.endswith((".", ",")) and kind != "money":
            raw, end = raw[:-1], end - 1
        if kind in {"article", "article_hi"}:
            yield Entity(
                "article", start, end, raw, raw.casefold(), _article_wh(raw), "", raw.split()[0]
            )
        elif kind == "amendment":
            yield Entity(
                "amendment", start, end, raw, raw.casefold(), "which Amendment", "", "amendment"
            )
        elif kind == "schedule":
            yield Entity(
                "article", start, end, raw, raw.casefold(), "which Schedule", "", "Schedule"
            )
        elif kind == "money":
            yield Entity("money", start, end, raw, money_value(raw), "how much")
        elif kind == "degrees":
            line = "longitude" if re.search(r"[EW]\b|East|West|longitude", raw) else "latitude"
            yield Entity("degrees", start, end, raw, raw.casefold(), f"which {line}")
        elif kind == "percent":
            yield Entity("percent", start, end, raw, number_value(raw), "what percentage")
        elif kind == "date":
            yield Entity("date", start, end, raw, raw.casefold().replace(",", ""), _date_wh(raw))
        elif kind == "days":
            yield Entity("span", start, end, raw, raw, "which dates")
        elif kind == "span":
            yield Entity("span", start, end, raw, raw, "which period")
        elif kind == "era":
            wh = "which century" if "entury" in raw else "which year"
            yield Entity("era", start, end, raw, raw, wh)
        elif kind == "decade":
            yield Entity("decade", start, end, raw, raw, "which decade")
        elif kind == "year":
            yield Entity("year", start, end, raw, raw.translate(_DIGITS), "which year")
        elif kind == "ratio":
            yield Entity(
                "ratio",
                start,
                end,
                raw,
                raw.casefold(),
                "what ratio" if ":" in raw else "what fraction",
            )
        elif kind == "hindi":
            yield Entity("number", start, end, raw, raw, "", "?")
        elif kind == "number":
            yield from _counted(text, start, end, raw)


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Every match of the pattern, from left to right."""
    lowered = text.lower()
    if len(lowered) != len(text):  # "İ" is two letters in lower case
        if _HAS_NUMBER.search(text):
            yield from _PATTERN.finditer(text)
        return
    end = -1
    for start in _START.finditer(lowered):
        if start.start() < end:
            continue
        found = _PATTERN.match(text, start.start())
        if found is None:
            continue
        if end < 0 and not _DIGIT.search(text) and not _HAS_NUMBER.search(text):
            return
        end = found.end()
        yield found


_HINDI_NEXT = re.compile(r"\s?[\u0900-\u097f]")
_WORD_NEXT = re.compile(r"\s+[A-Za-z-]+")


def _counted(text: str, start: int, end: int, raw: str) -> Iterator[Entity]:
    unit = _UNIT.match(text[end : end + 60])
    value = number_value(raw)
    word = raw.casefold()
    if unit and unit["unit"].split()[-1].casefold() not in _NOT_UNITS:
        name = unit["unit"]
        hyphened = text[end : end + 1] == "-"
        kind = "quantity" if unit["noun"] is None or hyphened else "number"
        if word == "one" and not hyphened:
            if name in _TIMES and (name != "day" or _BOUND.search(text[:start])):
                whole = end + unit.end("unit")
                yield Entity(
                    "duration", start, whole, text[start:whole], f"1 {name}", f"how many {name}s"
                )
            return
        yield Entity(kind, start, end, raw, value, f"how many {name}", name)
        return
    if _HINDI_NEXT.match(text, end):
        yield Entity("number", start, end, raw, value, "", "?")
        return
    if word in _WORDS:
        if word in {"one", "zero"}:
            return
        if _WORD_NEXT.match(text, end) is None:
            yield Entity("number", start, end, raw, value, "how many", "")
        else:
            yield Entity("number", start, end, raw, value, "how many", "?")
        return
    yield Entity("number", start, end, raw, value, "how many", "")


def _article_wh(raw: str) -> str:
    word = raw.split()[0].rstrip(".")
    names = {"art": "Article", "sec": "Section", "articles": "Articles", "sections": "Sections"}
    name = names.get(word.casefold(), word)
    if name[0].islower():
        name = name.capitalize() if name in {"article", "section", "schedule", "part"} else name
    if "\u0900" <= name[0] <= "\u097f":
        return f"किस {name}"
    return f"which {name}"


_HAS_DAY = re.compile(rf"(?<!\w){_DAY}(?!\d)(?:\s|,|[./-])|-\d\d$|\s{_DAY}$")


def _date_wh(raw: str) -> str:
    return "which date" if _HAS_DAY.search(raw) else "which month and year"


def _spelled_out(said: list[str]) -> float:
    """The number of many words ("three hundred and sixty"); 0 for one word and its scale."""
    total = part = 0.0
    for word in (w.rstrip("s") if w.rstrip("s") in _SCALES else w for w in said):
        if word == "hundred":
            part = (part or 1) * 100
        elif word in _WORDS:
            part += _WORDS[word]
        elif word in _SCALES:
            total = total + part * _SCALES[word] if part else (total or 1) * _SCALES[word]
            part = 0.0
    numbers = sum(word in _WORDS for word in said)
    several = numbers > 1 or numbers + sum(word in _SCALES for word in said) > 2
    return total + part if several and "to" not in said else 0.0


@lru_cache(maxsize=1024)
def number_value(raw: str) -> str:
    """The number that `raw` says, in a form that compares: `"1200000"`."""
    text = raw.translate(_DIGITS).casefold().replace(",", "")
    found = re.search(r"\d+(?:\.\d+)?", text)
    if found:
        value = float(found.group())
    else:
        said = re.findall(r"[a-z-]+", text)
        if not any(word in _WORDS for word in said):
            return text
        if _spelled_out(said):
            return f"{_spelled_out(said):.10g}"
        value = float(_WORDS[next(word for word in said if word in _WORDS)])
    scale = re.search(rf"({_SCALE}|\b(?:bn|mn|m)\b)", text)
    if scale:
        name = " ".join(scale.group().split())
        value *= _SCALES.get(name, 100.0 if name == "hundred" else 1.0)
    rest = re.search(r"[-–]\s?(\d+(?:\.\d+)?)", text)
    return f"{value:.10g}" + (f"-{rest.group(1)}" if rest else "")


def money_value(raw: str) -> str:
    """Currency and sum of `raw`, in a form that compares."""
    text = raw.casefold()
    currency = "inr"
    if "$" in text or "usd" in text or "dollar" in text or "डॉलर" in text:
        currency = "usd"
    elif "€" in text or "eur" in text:
        currency = "eur"
    elif "£" in text or "pound" in text or "gbp" in text:
        currency = "gbp"
    return f"{currency} {number_value(raw)}"
