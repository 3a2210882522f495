"""Number words of English and Hindi, and the scales of both ways of counting."""

from __future__ import annotations

import unicodedata
from fractions import Fraction

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"

ENGLISH: dict[str, Fraction] = {
    **{word: Fraction(value) for value, word in enumerate(_UNITS.split())},
    **{word: Fraction(10 * value) for value, word in enumerate(_TENS.split(), start=2)},
    "half": Fraction(1, 2),
    "quarter": Fraction(1, 4),
    "dozen": Fraction(12),
    "nil": Fraction(0),
    "fourty": Fraction(40),
}
"""Cardinals below a hundred, and the fractions that are single words."""

_HINDI = (
    "शून्य एक दो तीन चार पाँच छह सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस "
    "बीस इक्कीस बाईस तेईस चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस "
    "तीस इकतीस बत्तीस तैंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस "
    "चालीस इकतालीस बयालीस तैंतालीस चवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास "
    "पचास इक्यावन बावन तिरपन चौवन पचपन छप्पन सत्तावन अट्ठावन उनसठ "
    "साठ इकसठ बासठ तिरसठ चौंसठ पैंसठ छियासठ सड़सठ अड़सठ उनहत्तर "
    "सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर सतहत्तर अठहत्तर उन्यासी "
    "अस्सी इक्यासी बयासी तिरासी चौरासी पचासी छियासी सत्तासी अट्ठासी नवासी "
    "नब्बे इक्यानवे बानवे तिरानवे चौरानवे पचानवे छियानवे सत्तानवे अट्ठानवे निन्यानवे"
)
_HINDI_VARIANTS = {
    "पांच": 5, "छः": 6, "छ:": 6, "छे": 6, "पन्द्रह": 15, "अट्ठारह": 18, "अठाईस": 28, "उन्तीस": 29,
    "सौ": 100,
}  # fmt: skip


def _bare(word: str) -> str:
    return unicodedata.normalize("NFKC", word).replace("\u093c", "")


HINDI: dict[str, Fraction] = {
    **{_bare(word): Fraction(value) for value, word in enumerate(_HINDI.split())},
    **{_bare(word): Fraction(value) for word, value in _HINDI_VARIANTS.items()},
    _bare("डेढ़"): Fraction(3, 2),
    "ढाई": Fraction(5, 2),
    "आधा": Fraction(1, 2),
}
"""Hindi cardinals to a hundred, without nukta (readers drop it before they look up)."""

_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_HINDI_ORDINALS = {
    "पहला": 1, "पहली": 1, "पहले": 1, "प्रथम": 1, "दूसरा": 2, "दूसरी": 2, "द्वितीय": 2, "तीसरा": 3,
    "तीसरी": 3, "तृतीय": 3, "चौथा": 4, "चौथी": 4, "चतुर्थ": 4, "पाँचवाँ": 5, "पाँचवीं": 5, "पांचवां": 5,
    "पांचवीं": 5, "पंचम": 5, "छठा": 6, "छठी": 6, "सातवाँ": 7, "सातवीं": 7, "आठवाँ": 8, "आठवीं": 8,
    "नौवीं": 9, "नौवाँ": 9, "दसवाँ": 10, "दसवीं": 10, "ग्यारहवीं": 11, "बारहवीं": 12,
}  # fmt: skip

ORDINALS: dict[str, int] = {
    **{word: value for value, word in enumerate(_ORDINALS.split(), start=1)},
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "hundredth": 100,
    **_HINDI_ORDINALS,
}
"""Ordinals that are single words; "seventy-third" is read as seventy and third."""

SCALES: dict[str, int] = {
    "hundred": 100, "hundreds": 100, "सौ": 100,
    "thousand": 10**3, "thousands": 10**3, "हजार": 10**3,
    "lakh": 10**5, "lakhs": 10**5, "lac": 10**5, "lacs": 10**5, "लाख": 10**5,
    "million": 10**6, "millions": 10**6, "mn": 10**6, "mln": 10**6, "mio": 10**6,
    "mil": 10**6, "मिलियन": 10**6,
    "crore": 10**7, "crores": 10**7, "cr": 10**7, "crs": 10**7, "करोड": 10**7,
    "billion": 10**9, "billions": 10**9, "bn": 10**9, "bln": 10**9, "बिलियन": 10**9, "अरब": 10**9,
    "trillion": 10**12, "trillions": 10**12, "tn": 10**12, "trn": 10**12, "ट्रिलियन": 10**12,
    "खरब": 10**11,
}  # fmt: skip
"""Words that multiply what stands before them; they chain, as in "lakh crore"."""

SMALL_SCALES: dict[str, int] = {
    "k": 10**3,
    "l": 10**5,
    "m": 10**6,
    "b": 10**9,
    "t": 10**12,
}
"""Letters that are scales in "$24m" and units in "24 m"."""
