"""What is said of what: labels, headings and lines as careless notes set them."""

from __future__ import annotations

import pytest

from tests.generate.conftest import Make, Read
from tests.generate.test_wording import prompts


def labels(read: Read, text: str) -> list[str]:
    return [s.label.text for s in read(text).statements if s.label is not None]


def test_a_name_over_a_list_is_not_cut_at_the_dash_in_its_bracket(read: Read) -> None:
    reading = read(
        "- **NMSA–Millets** (National Mission on Soils – Millets)\n"
        "  - Launched: 3 May 2019\n  - Outlay of ₹4,200 crore for five years\n"
    )
    assert all(s.topics[0] == "NMSA–Millets" for s in reading.statements)
    assert len(reading.statements) == 2


def test_no_label_ends_inside_brackets_or_quotes(read: Read) -> None:
    assert labels(read, '- See "Bread – Peace" (slogan – 1917)\n') == []


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("**Venue**:Colombo", "Venue"),
        ("**Rank:**5th of 20", "Rank"),
        ("- Capital:Moroni", "Capital"),
        ("स्थापना:1935", "स्थापना"),
    ],
)
def test_a_label_needs_no_space_after_its_colon(read: Read, line: str, label: str) -> None:
    assert labels(read, f"# Comoros\n\n{line}\n") == [label]


def test_record_lines_without_spaces_are_each_their_own(read: Read) -> None:
    text = "# Meet\n\n**Venue**:Colombo\n**Theme**:Seas\nHost city:Kandy\n"
    assert labels(read, text) == ["Venue", "Theme", "Host city"]


def test_a_restricting_bracket_stays_with_its_label(read: Read) -> None:
    assert labels(read, "- **Seats** (only in hills): 10\n") == ["Seats (only in hills)"]


def test_a_year_and_a_count_are_no_period(read: Read) -> None:
    text = (
        "### Mines\n1956 - Bharat Coal becomes a state firm after a long debate in Parliament\n"
        "1974 - 20 mines taken over\n1980 - 5 More mines closed\n1985–90: Seventh Plan\n"
    )
    assert labels(read, text) == ["1956", "1974", "1980", "1985–90"]
