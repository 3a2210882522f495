"""Units that exam answers use, each with what it measures and its size; and currencies."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from mdquiz.grading.numbers import tokens


class Unit(NamedTuple):
    """A unit of measure.

    Attributes:
        measure: What it measures: units of one measure can be compared.
        size: How many base units of the measure it is.
        name: How notes call it.
    """

    measure: str
    size: Fraction
    name: str


# measure: (size, name and its other spellings), the base unit having size 1.
_TABLE: dict[str, tuple[tuple[str, str], ...]] = {
    "percent": (
        (
            "1",
            (
                "% percent per-cent pct percentage percentage-points percentage-point pp प्रतिशत"
                " per-centage pc फीसदी"
            ),
        ),
        ("1/100", "bps basis-points basis-point bp"),
    ),
    "length": (
        ("1", "m metre metres meter meters मीटर"),
        ("1000", "km kms kilometre kilometres kilometer kilometers किमी किलोमीटर कि.मी."),
        ("1/100", "cm centimetre centimetres centimeter centimeters सेमी"),
        ("1/1000", "mm millimetre millimetres millimeter millimeters"),
        ("1609344/1000", "miles mile mi मील"),
        ("1852", "nautical-miles nm nautical-mile nmi"),
        ("3048/10000", "ft feet foot फीट फुट"),
    ),
    "area": (
        ("1", "m2 sq-m sqm square-metres square-metre square-meters square-meter"),
        (
            "1000000",
            (
                "km2 sq-km sqkm sq-kms square-kilometres square-kilometre square-kilometers"
                " square-kilometer वर्ग-किमी वर्ग-किलोमीटर"
            ),
        ),
        ("10000", "ha hectares hectare हेक्टेयर"),
        ("40468564224/10000000", "acres acre एकड"),
        ("2589988110336/1000000", "sq-mi square-miles square-mile"),
    ),
    "volume": (
        ("1", "l litres litre liters liter लीटर"),
        ("1/1000", "ml millilitre millilitres"),
        ("1000", "kl kilolitre kilolitres m3 cubic-metres cubic-metre cubic-meters cubic-meter"),
        (
            "1000000000000",
            "bcm billion-cubic-metres billion-cubic-meters km3 cubic-kilometres cubic-kilometre",
        ),
        ("28316846592/1000", "tmc thousand-million-cubic-feet"),
        ("158987294928/1000000000", "bbl barrels barrel"),
    ),
    "mass": (
        ("1", "kg kgs kilogram kilograms kilo kilos किग्रा किलोग्राम"),
        ("1/1000", "g gm gms gram grams ग्राम"),
        ("1/1000000", "mg milligram milligrams"),
        (
            "1000",
            ("tonnes t tonne ton tons metric-tonnes metric-tonne metric-tons मीट्रिक-टन टन mt"),
        ),
        ("100", "quintals quintal क्विंटल"),
        ("1000000000", "million-tonnes mmt million-tons mn-tonnes mt"),
    ),
    "power": (
        ("1", "W watt watts वाट"),
        ("1000", "kW kilowatt kilowatts किलोवाट"),
        ("1000000", "MW megawatt megawatts मेगावाट"),
        ("1000000000", "GW gigawatt gigawatts गीगावाट"),
        ("1000000000000", "TW terawatt terawatts"),
    ),
    "energy": (
        ("1", "Wh watt-hours watt-hour"),
        ("1000", "kWh kilowatt-hours kilowatt-hour"),
        ("1000000", "MWh megawatt-hours megawatt-hour"),
        ("1000000000", "GWh gigawatt-hours gigawatt-hour"),
        ("1000000000000", "TWh terawatt-hours terawatt-hour"),
    ),
    "time in seconds": (
        ("1", "seconds s sec secs second सेकंड"),
        ("60", "minutes min mins minute मिनट"),
        ("3600", "hours h hr hrs hour घंटे घंटा"),
        ("86400", "days day दिन"),
        ("604800", "weeks week wk wks सप्ताह"),
    ),
    "time in months": (
        ("1", "months month महीने माह"),
        ("12", "years year yr yrs वर्ष साल"),
        ("120", "decades decade दशक"),
        ("1200", "centuries century"),
    ),
    "temperature in °C": (("1", "°C °c degrees-celsius degree-celsius celsius ℃ deg-c"),),
    "temperature in °F": (("1", "°F °f degrees-fahrenheit degree-fahrenheit fahrenheit"),),
    "angle": (("1", "° degrees degree deg अंश"),),
    "speed": (
        ("1", "km/h kmph kph km-per-hour kilometres-per-hour kilometers-per-hour km-/-h km-/-hr"),
        ("36/10", "m/s m-/-s metres-per-second"),
        ("1852/1000", "knots knot kn"),
    ),
    "frequency": (
        ("1", "Hz hertz"),
        ("1000", "kHz kilohertz"),
        ("1000000", "MHz megahertz"),
        ("1000000000", "GHz gigahertz"),
    ),
    "mass a year": (
        ("1", "tpa tonnes-per-annum tonnes-per-year tonnes-a-year"),
        ("1000000", "MTPA mmtpa million-tonnes-per-annum million-tonnes-per-year"),
    ),
    "flow of oil": (("1", "bpd barrels-per-day barrels-a-day"), ("1000000", "mbpd")),
    "concentration": (("1", "ppm parts-per-million"), ("1/1000", "ppb parts-per-billion")),
}


def _words(spelling: str) -> tuple[str, ...]:
    return tuple(token.text for token in tokens(spelling.replace("-", " ")))


def _units() -> dict[tuple[str, ...], tuple[Unit, ...]]:
    units: dict[tuple[str, ...], tuple[Unit, ...]] = {}
    for measure, rows in _TABLE.items():
        for size, spellings in rows:
            unit = Unit(measure, Fraction(size), spellings.split()[0].replace("-", " "))
            for spelling in spellings.split():
                units[_words(spelling)] = (*units.get(_words(spelling), ()), unit)
    return units


UNITS = _units()
"""Units by the words they are spelled with; "MT" is a metric tonne and a million tonnes."""

_CURRENCIES = {
    "US dollars": (
        "us$ u-s-$ usd us-dollar us-dollars u-s-dollars us-$ american-dollar american-dollars"
        " अमेरिकी-डॉलर"
    ),
    "dollars": "$ dollar dollars डॉलर",
    "Australian dollars": "a$ aud australian-dollar australian-dollars au$",
    "Canadian dollars": "c$ cad canadian-dollar canadian-dollars ca$",
    "Singapore dollars": "s$ sgd singapore-dollar singapore-dollars",
    "rupees": "₹ rs inr rupee rupees re indian-rupees indian-rupee रुपये रुपए रुपया रु रूपये",
    "Pakistani rupees": "pkr pakistani-rupee pakistani-rupees",
    "Sri Lankan rupees": "lkr sri-lankan-rupees",
    "Nepalese rupees": "npr nepali-rupees nepalese-rupees",
    "euros": "€ eur euro euros यूरो",
    "pounds": "£ gbp pound pounds pounds-sterling sterling पाउंड",
    "yen": "jpy yen japanese-yen ¥ येन",
    "yuan": "cny rmb yuan renminbi chinese-yuan युआन",
    "roubles": "rub rouble roubles ruble rubles",
    "Swiss francs": "chf swiss-franc swiss-francs",
    "dirhams": "aed dirham dirhams",
    "riyals": "sar riyal riyals",
    "taka": "bdt taka ৳",
    "won": "krw won ₩",
    "shekels": "ils shekel shekels ₪",
    "SDR": "sdr sdrs special-drawing-rights",
}

CURRENCIES: dict[tuple[str, ...], str] = {
    _words(spelling): name
    for name, spellings in _CURRENCIES.items()
    for spelling in spellings.split()
}
"""Currency names by the words and signs they are spelled with."""

FAMILIES = {
    "dollars": ("US dollars", "Australian dollars", "Canadian dollars", "Singapore dollars"),
    "rupees": ("Pakistani rupees", "Sri Lankan rupees", "Nepalese rupees"),
}
"""What a bare "dollars" or "rupees" could also mean; the first dollar is the usual one."""
