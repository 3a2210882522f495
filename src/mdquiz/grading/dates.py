"""Read dates of any precision, day first as in India: "26/01/1950", "March 2022", "321 BCE"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from mdquiz.grading.numbers import REMEMBERED, plain

_MONTHS = (
    "january jan जनवरी",
    "february feb फरवरी",
    "march mar मार्च",
    "april apr अप्रैल",
    "may मई",
    "june jun जून",
    "july jul जुलाई",
    "august aug अगस्त",
    "september sep sept सितंबर सितम्बर",
    "october oct अक्टूबर अक्तूबर",
    "november nov नवंबर नवम्बर",
    "december dec दिसंबर दिसम्बर",
)
MONTH_NUMBERS = {
    name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()
}
_MONTH_NAMES = tuple(names.split()[0].capitalize() for names in _MONTHS)
_FILLERS = re.compile(
    r"\b(?:on|in|the|of|year|dated|by|since|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)"
    r"(?:day)?\b|\bसन\b|\bको\b|\bमें\b"
)
_ERA = re.compile(
    r"\b(?P<before>b\.? ?c\.?(?: ?e\.?)?|ई\.?पू\.?)|\b(?P<after>a\.? ?d\.?|c\.? ?e\.?)"
)
_MONTH = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"'?(?P<year>\d{1,4})"
_NAME = rf"(?P<name>{_MONTH})\.?"
_TEXT_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_DAY}[ ,-]*{_NAME}(?:[ ,-]*{_YEAR})?",
        rf"{_NAME}[ ,-]*{_DAY}(?:[ ,]+{_YEAR})?",
        rf"{_NAME}[ ,-]*(?:'(?P<short>\d{{2}})|(?P<year>\d{{4}}))",
        rf"{_YEAR}[ ,-]*{_NAME}(?:[ ,-]*{_DAY})?",
        _NAME,
    )
)
_MONTH_FIRST = _TEXT_FORMS[1]
_NUMERIC = re.compile(r"(\d{1,4})([-/.])(\d{1,2})(?:\2(\d{1,4}))?")
_MONTH_YEAR = re.compile(r"(\d{1,2}) ?[-/] ?(\d{4})")
_SPAN = re.compile(r"(?:fy ?|f\.y\. ?)?(?P<first>\d{4}) ?[-/] ?(?P<last>\d{4}|\d{2})")
_FISCAL = re.compile(r"fy ?(?:20)?(?P<last>\d{2})")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as far as it is known.

    Attributes:
        year: Negative before the common era; None where only day and month are known.
        month: 1 to 12, or None.
        day: 1 to 31, or None.
        last_year: The end of a span of years ("2024-25"), else None.
        era: Whether BCE or CE was written.
    """

    year: int | None
    month: int | None = None
    day: int | None = None
    last_year: int | None = None
    era: bool = False

    def __str__(self) -> str:
        """The date in words, day first: `5 March 2022`."""
        words = [] if self.day is None else [str(self.day)]
        if self.month is not None:
            words.append(_MONTH_NAMES[self.month - 1])
        if self.year is not None:
            last = "" if self.last_year is None else f"–{self.last_year}"
            words.append(f"{abs(self.year)}{last}" + (" BCE" if self.year < 0 else ""))
        return " ".join(words)


def from_date(day: date) -> PartialDate:
    """A calendar date with its full precision."""
    return PartialDate(day.year, day.month, day.day)


@lru_cache(REMEMBERED)
def read_dates(text: str, *, early: bool = False) -> tuple[PartialDate, ...]:
    """Every way in which the whole of `text` is a date; empty where it is none. Never raises.

    "2010-11" is November 2010 and the year 2010 to 2011; "3/4/1950" is always 3 April.

    Args:
        text: What was written.
        early: Whether a number of less than four digits is a year too ("321"), and "24-25" a span.
    """
    folded = " ".join(_FILLERS.sub(" ", plain(text)).split()).strip(" .,;।")
    if not folded or len(folded) > 60:
        return ()
    era = _ERA.search(folded)
    if era is not None:
        folded = (folded[: era.start()] + folded[era.end() :]).strip(" .,")
    found = _numeric(folded) or _in_words(folded)
    found += _spans(folded, early=early)
    bare = re.fullmatch(r"\d{1,4}", folded)
    if bare and (len(folded) == 4 or era is not None or early) and int(folded) > 0:
        found.append(PartialDate(int(folded)))
    if era is None:
        return tuple(found)
    sign = -1 if era["before"] else 1
    return tuple(
        PartialDate(sign * each.year, each.month, each.day, era=True)
        for each in found
        if each.year is not None and each.last_year is None
    )


def _in_words(text: str) -> list[PartialDate]:
    for form in _TEXT_FORMS:
        match = form.fullmatch(text)
        if match is None:
            continue
        groups = match.groupdict()
        day = int(groups["day"]) if groups.get("day") else None
        month = MONTH_NUMBERS[groups["name"]]
        years: list[int | None] = [None]
        if groups.get("year") or groups.get("short"):
            years = list(_years(groups.get("year") or groups["short"]))
        found = [PartialDate(year, month, day) for year in years]
        if form is _MONTH_FIRST and groups["day"] and not groups["year"]:
            found += [PartialDate(year, month) for year in _years(groups["day"])]  # "Mar 22"
        return [each for each in found if _possible(each)]
    return []


def _numeric(text: str) -> list[PartialDate]:
    month = _MONTH_YEAR.fullmatch(text)
    if month is not None:
        found = PartialDate(int(month[2]), int(month[1]))
        return [found] if _possible(found) else []
    match = _NUMERIC.fullmatch(text)
    if match is None:
        return []
    first, mark, second, third = match.groups()
    if third is None:
        if len(first) == 4 and mark != ".":  # 7516.6 is a number, not June 7516
            return [each for each in [PartialDate(int(first), int(second))] if _possible(each)]
        return []
    if len(first) == 4:
        whole = [PartialDate(int(first), int(second), int(third))]
    else:
        whole = [PartialDate(year, int(second), int(first)) for year in _years(third)]
        if not any(_possible(each) for each in whole):  # 01/26/1950 can only be month first
            whole = [PartialDate(year, int(first), int(second)) for year in _years(third)]
    return [each for each in whole if _possible(each)]


def has_era(text: str) -> bool:
    """Whether `text` says BCE or CE."""
    return _ERA.search(plain(text)) is not None


def _spans(text: str, *, early: bool) -> list[PartialDate]:
    match = _SPAN.fullmatch(text)
    if match is not None:
        first, last = int(match["first"]), match["last"]
        end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
        return [PartialDate(first, last_year=end)] if end > first else []
    match = _FISCAL.fullmatch(text)
    if match is not None:
        end = 2000 + int(match["last"])
        return [PartialDate(end - 1, last_year=end)]
    short = re.fullmatch(r"(\d{2}) ?[-/] ?(\d{2})", text) if early else None
    if short is not None and int(short[2]) > int(short[1]):
        return [PartialDate(2000 + int(short[1]), last_year=2000 + int(short[2]))]
    return []


def _years(text: str) -> tuple[int, ...]:
    """A year as written; two digits mean a year of the last or of this century."""
    return (int(text),) if len(text) != 2 else (1900 + int(text), 2000 + int(text))


def _possible(found: PartialDate) -> bool:
    try:
        date(found.year or 2000, found.month or 1, found.day or 1)
    except ValueError:
        return False
    return True
