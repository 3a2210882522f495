"""Countries that go by several well-known names."""

from __future__ import annotations

from functools import cache

from mdquiz.grading.prompt import Prompt
from mdquiz.grading.words import phrase

_NAMES = (
    "USA/US/United States/United States of America/America/यूएसए/अमेरिका/संयुक्त राज्य अमेरिका",
    "UK/United Kingdom/Britain/Great Britain/ब्रिटेन/यूनाइटेड किंगडम/यूके",
    "UAE/United Arab Emirates/Emirates/यूएई/संयुक्त अरब अमीरात",
    "EU/European Union/यूरोपीय संघ",
    "Russia/Russian Federation",
    "USSR/Soviet Union/Union of Soviet Socialist Republics/सोवियत संघ",
    "China/PRC/People's Republic of China",
    "South Korea/Republic of Korea/ROK",
    "North Korea/DPRK/Democratic People's Republic of Korea",
    "DRC/DR Congo/Democratic Republic of Congo/Democratic Republic of the Congo/Congo Kinshasa",
    "India/Bharat/Republic of India/Union of India/भारत",
    "Myanmar/Burma",
    "Türkiye/Turkey",
    "Czechia/Czech Republic",
    "Côte d'Ivoire/Ivory Coast",
    "Timor-Leste/East Timor",
    "Eswatini/Swaziland",
    "Cabo Verde/Cape Verde",
    "Netherlands/Holland/The Netherlands",
    "Saudi Arabia/KSA/Kingdom of Saudi Arabia",
    "Iran/Islamic Republic of Iran",
    "Sri Lanka/Democratic Socialist Republic of Sri Lanka",
    "Vatican City/Vatican/Holy See",
    "Laos/Lao PDR",
)


def same_country(key: str, given: str, prompt: Prompt) -> bool:
    """Whether both name one country, and the prompt does not ask for one name by another."""
    known = _countries()
    country = known.get(phrase(key).words)
    if country is None or known.get(phrase(given).words) != country:
        return False
    return not any(set(phrase(name).words) <= prompt.words for name in country.split("/"))


@cache
def _countries() -> dict[tuple[str, ...], str]:
    return {phrase(name).words: names for names in _NAMES for name in names.split("/")}
