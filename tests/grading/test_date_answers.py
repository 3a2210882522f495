from datetime import date

import pytest

from mdquiz.decks.asked import Expected
from mdquiz.grading.dates import PartialDate, read_dates
from mdquiz.grading.typed import compare_typed
from mdquiz.grading.verdict import Outcome

RIGHT, ALMOST, WRONG = Outcome.RIGHT, Outcome.ALMOST, Outcome.WRONG


@pytest.mark.parametrize(
    "typed",
    [
        "26 January 1950",
        "26 Jan 1950",
        "26th January, 1950",
        "January 26, 1950",
        "the 26th of January 1950",
        "Thursday, 26 January 1950",
        "26/01/1950",
        "26-1-1950",
        "26.01.50",
        "1950-01-26",
        "01/26/1950",
        "26 जनवरी 1950",
        "२६ जनवरी १९५०",
    ],
)
def test_a_date_is_right_however_it_is_written(typed: str) -> None:
    assert compare_typed(Expected("26 January 1950"), typed).outcome == RIGHT
    assert compare_typed(Expected(date(1950, 1, 26)), typed).outcome == RIGHT


@pytest.mark.parametrize(
    ("key", "typed", "expected"),
    [
        ("March 2022", "2022-03-05", RIGHT),
        ("March 2022", "Mar '22", RIGHT),
        ("March 2022", "03/2022", RIGHT),
        ("March 2022", "2022", ALMOST),
        ("March 2022", "March", ALMOST),
        ("March 2022", "April 2022", WRONG),
        ("March 2022", "March 2021", WRONG),
        ("March 2022", "Marhc 2022", ALMOST),
        ("2022-03-05", "March 2022", ALMOST),
        ("2022-03-05", "5 March", ALMOST),
        ("2022-03-05", "6 March 2022", WRONG),
        ("3/4/1950", "3 April 1950", RIGHT),
        ("3/4/1950", "4 March 1950", WRONG),
        (1950, "26 January 1950", RIGHT),
        ("1950", "in 1950", RIGHT),
        ("1950", "1,950", RIGHT),
        ("1950", "1951", WRONG),
        ("321 BCE", "321 BC", RIGHT),
        ("321 BCE", "B.C. 321", RIGHT),
        ("321 BCE", "321", ALMOST),
        ("321 BCE", "321 CE", WRONG),
        ("2024-25", "FY25", RIGHT),
        ("2024-25", "2024–2025", RIGHT),
        ("2024-25", "FY 2024-25", RIGHT),
        ("2024-25", "2023-24", WRONG),
        ("2024-25", "2024", ALMOST),
        ("26 January", "26 January 1950", RIGHT),
    ],
)
def test_dates_are_compared_as_far_as_both_go(
    key: str | int, typed: str, expected: Outcome
) -> None:
    assert expected == compare_typed(Expected(key), typed).outcome


def test_a_year_and_month_may_also_be_a_span_of_years() -> None:
    assert read_dates("2010-11") == (PartialDate(2010, 11), PartialDate(2010, last_year=2011))


@pytest.mark.parametrize("text", ["31 Feb 2020", "99/99/9999", "0000", "42", "", "KABIL"])
def test_what_is_no_date_is_not_read_as_one(text: str) -> None:
    assert read_dates(text) == ()


def test_the_part_that_is_missing_is_named() -> None:
    note = compare_typed(Expected("26 January 1950"), "January 1950").notes[0]
    assert note.text == "right as far as it goes; the day is asked: 26 January 1950"
