"""Dates as labels and headings write them: `1909`, `1963 Nov 21`, `2008, October 22`, `14 July`."""

from __future__ import annotations

import re

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|जनवरी|फरवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|अक्टूबर|नवंबर|दिसंबर)\.?"
)
_DAY = r"[0-3०-३]?[\d०-९](?:st|nd|rd|th)?(?:[-–][0-3]?\d)?"
_YEAR = r"[12१२][\d०-९]{3}"
DATE = (
    rf"(?:{_DAY}\s{_MONTH},?\s{_YEAR}|{_MONTH}\s{_DAY},?\s{_YEAR}|{_MONTH},?\s{_YEAR}"
    rf"|{_YEAR}(?:,?\s(?:{_DAY}\s{_MONTH}|{_MONTH}(?:\s{_DAY})?)|\s\((?:{_DAY}\s{_MONTH}|{_MONTH}(?:\s{_DAY})?)\))"
    rf"|{_YEAR}\s?[-–/]\s?{_YEAR}(?!\d)|{_YEAR}[-–/][\d०-९]{{2}}(?!\d)"
    # "1974 - 20 mines taken over" is a year and what happened, "1956 – 61" alone a period
    rf"|{_YEAR}\s[-–]\s[\d०-९]{{2}}(?=\s*(?:[),.;:]|$))|{_YEAR}s?"
    rf"|{_DAY}\s{_MONTH}|{_MONTH}\s{_DAY}|(?:c\.\s?)?\d{{1,4}}\s?(?:BCE?|CE|AD))"
)
IS_DATE = re.compile(rf"^{DATE}$")
STARTS_DATED = re.compile(
    rf"^(?:\*\*|__)?(?P<date>{DATE})(?:\*\*|__)?(?P<sep>\s*[:：,]\s*|\s*[-–—]+\s+|\s*(?:→|=|\|)\s*|\s+)(?=\S)"
)
ENDS_DATED = re.compile(
    rf"^(?P<title>.{{3,90}}?)(?:\s*\((?P<in>{DATE})\)|,\s(?P<after>{DATE})|\s(?:of|in)\s(?P<of>{_YEAR}))$"
)
HAS_YEAR = re.compile(rf"(?<!\d){_YEAR}(?!\d)")
