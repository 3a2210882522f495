"""Dates as people write them, and what is said of those there are not."""

from __future__ import annotations

from datetime import date

import pytest

from mdquiz.errors import UsageError
from mdquiz.study.dates import read_date
from tests.cli.conftest import Mdquiz


@pytest.mark.parametrize(
    "typed",
    [
        "2027-05-03", "2027-5-3", "2027/05/03", "03-05-2027", "3/5/2027", "03.05.2027",
        "3 May 2027", "03-May-2027", "3rd may 2027", "May 3, 2027", " 2027-05-03 ", "3may2027",
    ],
)  # fmt: skip
def test_a_date_is_read_as_people_in_india_write_it(typed: str) -> None:
    assert read_date(typed) == date(2027, 5, 3)


@pytest.mark.parametrize(
    ("typed", "said", "instead"),
    [
        ("2027-02-30", "there is no 30 February 2027", "2027-02-28"),
        ("31-04-2027", "there is no 31 April 2027", "2027-04-30"),
        ("2027-05-00", "there is no 0 May 2027", "2027-05-31"),
        ("05/23/2027", "there is no month 23", "2027-05-23"),
        ("2027-23-05", "there is no month 23", "2027-05-23"),
        ("23-05-27", "is no date", "2027-05-23"),
        ("2027-13-13", "is no date", "2027-05-23"),
        ("0000-01-01", "is no date", "2027-05-23"),
        ("yesterday", "is no date", "2027-05-23"),
        ("3 m 2027", "is no date", "2027-05-23"),
    ],
)
def test_a_date_that_is_none_is_answered_with_one_to_write(
    typed: str, said: str, instead: str
) -> None:
    with pytest.raises(UsageError) as refused:
        read_date(typed, "--exam")
    assert refused.value.message.startswith(f"--exam {typed}")
    assert said in refused.value.message
    assert instead in refused.value.hint


def test_every_option_with_a_date_takes_it_so(mdquiz: Mdquiz) -> None:
    for command in (["plan", "--minutes", "30"], ["simulate"]):
        done = mdquiz(*command, "--exam", "2027-02-30")
        assert done.code == 2
        assert "there is no 30 February 2027" in done.err
    rest = mdquiz("plan", "--exam", "2027-05-23", "--cards", "3", "--rest", "sun,30-02-2027")
    assert "--rest 30-02-2027: there is no 30 February 2027" in rest.err
    assert "--rest someday is no day" in mdquiz("plan", "--cards", "3", "--rest", "someday").err
