"""Hold one quantity against another by value, unit and currency."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import replace
from fractions import Fraction

from mdquiz.grading.finding import RIGHT, Finding, almost, capped, wrong
from mdquiz.grading.quantity import Quantity, read_quantities
from mdquiz.grading.units import FAMILIES, Unit
from mdquiz.grading.verdict import Outcome


def compare_quantities(
    key: Quantity,
    given: Quantity,
    tolerance: float | str | None = None,
    asked: AbstractSet[Unit] = frozenset(),
) -> Finding:
    """Whether `given` is the quantity `key`.

    Args:
        key: The right quantity.
        given: The learner's.
        tolerance: Greatest absolute distance, in the key's unit without its scale word
            (rupees, not crore), or a share such as "5%"; None for exact.
        asked: Units that the prompt names: a bare number, in key or answer, is in one of them.

    Returns:
        Right, wrong, or almost where the value agrees but currency, unit or what is counted is
        missing or uncertain, or where the value is the key rounded.
    """
    if key.unit is None and given.unit is not None and not key.currency:
        return _unit_added(key, given, tolerance, asked)
    if key.unit and given.unit is None and not given.currency:
        for unit in sorted(asked):
            if unit.measure == key.unit.measure:
                found = compare_quantities(key, _measured(given, unit), tolerance)
                if found.outcome is Outcome.RIGHT:
                    return found
    if key.unit and given.unit and key.unit.measure != given.unit.measure:
        return wrong(f"the unit is {key.unit.name}, not {given.unit.name}")
    if key.unit and given.currency:
        return wrong(f"the unit is {key.unit.name}, not {given.currency}")
    if key.currency and given.unit:
        return wrong(f"the currency is {key.currency}, not {given.unit.name}")
    bare = key.unit is not None and given.unit is None
    size = key.unit.size if key.unit and bare else Fraction(1)
    slack = _slack(key, tolerance)
    ends = ((key.low, given.low * size), (key.high, given.high * size))
    if any(abs(wanted - got) > slack for wanted, got in ends):
        return _other_value(key, given, size)
    return _same_value(key, given, bare=bare)


def _unit_added(
    key: Quantity, given: Quantity, tolerance: float | str | None, asked: AbstractSet[Unit]
) -> Finding:
    """Hold an answer with a unit against a key that is a bare number."""
    unit = given.unit
    if unit is None:
        return wrong("")
    for each in sorted(asked):
        if each.measure == unit.measure:
            return compare_quantities(_measured(key, each), given, tolerance)
    bare = replace(
        given, low=given.low / unit.size, high=given.high / unit.size, unit=None, factor=key.factor
    )
    found = compare_quantities(key, bare, tolerance)
    if unit.measure == "percent":
        return found
    return capped(found, Outcome.ALMOST, "the number is right; the answer names no unit")


def _measured(bare: Quantity, unit: Unit) -> Quantity:
    """The number `bare`, in `unit`."""
    size = unit.size
    return replace(
        bare, low=bare.low * size, high=bare.high * size, factor=bare.factor * size, unit=unit
    )


def _same_value(key: Quantity, given: Quantity, *, bare: bool) -> Finding:
    if key.currency and given.currency and key.currency != given.currency:
        if _may_be(key.currency, given.currency):
            return (
                RIGHT
                if {key.currency, given.currency} == {"dollars", "US dollars"}
                else almost(f"the currency is {key.currency}")
            )
        return wrong(f"the currency is {key.currency}, not {given.currency}")
    if key.bound * given.bound < 0:
        return wrong("the bound is the other way round: " + _BOUND[key.bound])
    if key.currency and not given.currency:
        return almost(f"the value is right; the currency is {key.currency}", "missing")
    if bare and key.unit and key.unit.measure != "percent":
        return almost(f"the value is right; the unit is {key.unit.name}", "missing")
    if given.bound and not key.bound:
        return almost("the value is right, and it is exact: not “more than” or “less than”")
    if key.noun and given.noun and not _share_a_word(key.noun, given.noun):
        return almost(f"the number is right; what it counts is: {' '.join(key.noun)}")
    return RIGHT


_BOUND = {1: "more than", -1: "less than"}


def _other_value(key: Quantity, given: Quantity, size: Fraction) -> Finding:
    if _rounded(key, given, size):
        return almost("rounded: the key is more exact")
    if key.unit and given.unit and key.unit != given.unit and key.mantissa == given.mantissa:
        told = wrong(f"the number is right, but the unit is {key.unit.name}")
        return Finding(told.outcome, told.notes, weight=2)
    if key.unit != given.unit:
        return Finding(Outcome.WRONG)
    if key.mantissa == given.mantissa and key.mantissa and given.factor != key.factor:
        return wrong("the digits are right, but not the scale (lakh, crore, million, billion)")
    return Finding(wrong("").outcome)


def _slack(key: Quantity, tolerance: float | str | None) -> Fraction:
    if tolerance is None:
        return Fraction(0)
    size = key.unit.size if key.unit else Fraction(1)
    if not isinstance(tolerance, str):
        try:
            return abs(Fraction(str(tolerance))) * size
        except (ValueError, ZeroDivisionError):
            return Fraction(0)
    for read in read_quantities(tolerance):
        if read.unit is not None and read.unit.measure == "percent":
            return abs(key.high * read.high * read.unit.size / 100)
        return abs(read.high) * (Fraction(1) if read.unit else size)
    return Fraction(0)


def _rounded(key: Quantity, given: Quantity, size: Fraction) -> bool:
    """Whether `given` is the key's own decimals rounded, and within a twentieth of it."""
    if key.low != key.high or given.low != given.high or key.mantissa.denominator == 1:
        return False
    if not key.factor or abs(key.low - given.low * size) * 20 > abs(key.low):
        return False
    value = given.low * size / key.factor
    return any(value == round(key.mantissa, places) for places in range(5))


def _may_be(one: str, other: str) -> bool:
    return any(
        (one == family and other in members) or (other == family and one in members)
        for family, members in FAMILIES.items()
    )


def _share_a_word(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return any(left[:4] == right[:4] for left in one for right in other)
