from __future__ import annotations

import pytest

from mdquiz.generate.entities.quantities import money_value, number_value
from mdquiz.generate.entities.scan import entities
from mdquiz.generate.lexicon import load_lexicon


def found(text: str) -> dict[str, str]:
    return {e.text: e.type for e in entities(text, load_lexicon(), frozenset({"sector"}))}


@pytest.mark.parametrize(
    ("text", "part", "kind"),
    [
        ("an outlay of ₹34,300 crore", "₹34,300 crore", "money"),
        ("GST of ₹1.96 lakh crore", "₹1.96 lakh crore", "money"),
        ("fine of five lakh rupees", "five lakh rupees", "money"),
        ("in March 2022, it", "March 2022", "date"),
        ("on 26 November 1949", "26 November 1949", "date"),
        ("in 1992 it", "1992", "year"),
        ("from 2024-25 to 2030-31", "2024-25 to 2030-31", "span"),
        ("rose 12.4 per cent", "12.4 per cent", "percent"),
        ("a two-thirds majority", "two-thirds", "ratio"),
        ("under Article 21A", "Article 21A", "article"),
        ("Section 8(1)(j) exempts", "Section 8(1)(j)", "article"),
        ("the 52nd Amendment Act of 1985", "52nd Amendment Act of 1985", "amendment"),
        ("for six years", "six", "number"),
        ("1,200 sq km", "1,200", "quantity"),
        ("with Australia and", "Australia", "country"),
        ("by K. P. Ramanathan", "K. P. Ramanathan", "person"),
        (
            "the Ministry of Health and Family Welfare",
            "Ministry of Health and Family Welfare",
            "ministry",
        ),
        ("the Official Secrets Act, 1923", "Official Secrets Act, 1923", "act"),
        (
            "in Kihoto Hollohan v. Zachillhu (1992) it",
            "Kihoto Hollohan v. Zachillhu (1992)",
            "case",
        ),
        ("२६ नवंबर १९४९ को", "२६ नवंबर १९४९", "date"),
        ("परिव्यय ₹75,021 करोड़ है", "₹75,021 करोड़", "money"),
        ("अनुच्छेद 243-क ग्राम", "अनुच्छेद 243-क", "article"),
    ],
)
def test_an_entity_is_told_by_its_type(text: str, part: str, kind: str) -> None:
    import unicodedata

    assert found(unicodedata.normalize("NFC", text)).get(unicodedata.normalize("NFC", part)) == kind


@pytest.mark.parametrize(
    ("text", "apart"), [("the Bhagirathi and the Alaknanda", 2), ("Coorg in Karnataka", 1)]
)
def test_names_joined_by_small_words_are_names_apart(text: str, apart: int) -> None:
    assert len([t for t, kind in found("It is " + text).items() if kind == "name"]) == apart


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("$24 million", "US$ 24 mn"),
        ("₹1.96 lakh crore", "Rs 196000 crore"),
        ("five lakh rupees", "₹5,00,000"),
    ],
)
def test_sums_compare_by_value(one: str, other: str) -> None:
    assert money_value(one) == money_value(other)


def test_numbers_compare_in_both_digit_systems() -> None:
    assert number_value("१२") == number_value("12") == number_value("twelve")
