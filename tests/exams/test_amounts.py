from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdquiz.exams.amounts import amount_text, decimal_text, exact, percent_text


@pytest.mark.parametrize(
    ("written", "meant"),
    [(2, Fraction(2)), ("2", Fraction(2)), ("2/3", Fraction(2, 3)), ("2.5", Fraction(5, 2))],
)
def test_amounts_are_read_exactly(written: object, meant: Fraction) -> None:
    assert exact(written) == meant


@pytest.mark.parametrize(
    "written", [0.33, "-2/3", "1/0", "two", "", True, None, "1e999999999", "2 / 3", 10**9]
)
def test_what_is_no_exact_amount_is_refused(written: object) -> None:
    with pytest.raises(ValueError, match=r"rounded|divides|no amount"):
        exact(written)


def test_a_float_is_refused_with_the_fraction_to_write_instead() -> None:
    with pytest.raises(ValueError, match='write it as a text, "5/2"'):
        exact(2.5)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Fraction(253, 3), "84.33"),
        (Fraction(-2, 3), "-0.67"),
        (Fraction(1, 200), "0.01"),
        (Fraction(-1, 1000), "0.00"),
        (Fraction(86), "86.00"),
    ],
)
def test_decimals_are_rounded_half_away_from_zero(value: Fraction, shown: str) -> None:
    assert decimal_text(value) == shown


def test_amounts_are_shown_as_mixed_fractions() -> None:
    shown = [amount_text(Fraction(value)) for value in ("253/3", "-2/3", "5", "-7/2", "0")]
    assert shown == ["84 1/3", "-2/3", "5", "-3 1/2", "0"]


def test_shares_are_shown_as_percentages() -> None:
    assert percent_text(Fraction(1, 3)) == "33.3 %"


@given(st.fractions(min_value=-1000, max_value=1000), st.integers(0, 4))
def test_a_decimal_is_never_further_off_than_half_its_last_place(
    value: Fraction, places: int
) -> None:
    assert abs(Fraction(decimal_text(value, places)) - value) <= Fraction(1, 2 * 10**places)
