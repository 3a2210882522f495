"""Right answers as learners and teachers write them, and look-alikes that are not right."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from mdquiz.decks.asked import Expected
from mdquiz.grading.finding import Finding
from mdquiz.grading.typed import compare_typed
from mdquiz.grading.verdict import Outcome

RIGHT, ALMOST, WRONG = Outcome.RIGHT, Outcome.ALMOST, Outcome.WRONG
COAST = "Length of India's coastline in km?"


def found(key: object, typed: str, prompt: str = "", **more: object) -> Finding:
    return compare_typed(Expected(key, **more), typed, prompt)  # type: ignore[arg-type]


@pytest.mark.parametrize("typed", ["7500", "7,500", "7516", "7516.6", "7,517 km", "7500 km."])
@pytest.mark.parametrize("key", [7516.6, "7516.6"])
def test_a_decimal_number_is_a_number_and_no_date(key: object, typed: str) -> None:
    assert found(key, typed, COAST, tolerance="5%").outcome == RIGHT


@pytest.mark.parametrize(
    ("typed", "outcome"),
    [("in 1950", RIGHT), ("1950 AD", RIGHT), ("1952", RIGHT), ("1953", WRONG), ("1950 BC", WRONG)],
)
def test_a_year_may_have_a_tolerance(typed: str, outcome: Outcome) -> None:
    assert found(1950, typed, tolerance=2).outcome == outcome


def test_a_number_of_many_digits_is_compared_by_all_of_them() -> None:
    assert found(3702.7, "3,702.7").outcome == RIGHT
    assert found(3.14159265, "3.14159265").outcome == RIGHT
    assert found(0.0000005, "0.0000005").outcome == RIGHT
    assert found(0.0000005, "0").outcome == WRONG
    assert found(1950, "1950.5").outcome == WRONG


@pytest.mark.parametrize(
    ("key", "typed", "prompt", "outcome"),
    [
        (7516.6, "7516.6 kilometres", COAST, RIGHT),
        (7516.6, "7516600 metres", COAST, RIGHT),
        (7516.6, "7516.6 m", COAST, WRONG),
        (118.5, "118.5 cm", "How long is it?", ALMOST),
        (118.5, "118.5 cm", "How long is it, in centimetres?", RIGHT),
        (118.5, "118.5 m", "How long is it, in cm?", WRONG),
        (33, "33%", "What share?", RIGHT),
        ("8586 m", "8586", "Height of the peak in metres?", RIGHT),
        ("8586 m", "8586", "How high is the peak?", ALMOST),
        ("8586 m", "8586 ft", "How high is the peak?", WRONG),
        ("8586 m", "858600 cm", "How high is the peak?", RIGHT),
        ("$24 million", "24 million american dollars", "", RIGHT),
        ("4.4% of GDP", "4.4 pc", "", RIGHT),
        ("60 days", "60", "Within how many days?", RIGHT),
        (6, "6 months", "For how many years?", WRONG),
        ("2.5 km", "2500", "How long is it, in metres?", RIGHT),
        ("2.5 km", "2.5", "How long is it?", ALMOST),
        (150, "1.5 m", "Height in cm?", RIGHT),
    ],
)
def test_the_unit_may_stand_in_the_question_or_the_answer(
    key: object, typed: str, prompt: str, outcome: Outcome
) -> None:
    assert found(key, typed, prompt).outcome == outcome


def test_another_unit_is_called_another_unit_and_not_another_scale() -> None:
    notes = found("8586 m", "8586 ft", "How high?").notes
    assert [note.text for note in notes] == ["the number is right, but the unit is m"]
    notes = found(118.5, "118.5 m", "How long, in cm?").notes
    assert [note.text for note in notes] == ["the number is right, but the unit is cm"]
    assert all("scale" not in note.text for note in found(118.5, "120 cm").notes)


@pytest.mark.parametrize(
    ("key", "typed", "outcome"),
    [
        ("USA", "US", RIGHT),
        ("USA", "United States", RIGHT),
        ("USA", "the United States of America", RIGHT),
        ("USA", "America", RIGHT),
        ("United States", "U.S.", RIGHT),
        ("United States", "USA", RIGHT),
        ("United Kingdom", "Britain", RIGHT),
        ("UK", "France", WRONG),
        ("South Korea", "Republic of Korea", RIGHT),
        ("North Korea", "Republic of Korea", WRONG),
        ("अमेरिका", "USA", RIGHT),
    ],
)
def test_a_country_goes_by_each_of_its_names(key: str, typed: str, outcome: Outcome) -> None:
    assert found(key, typed).outcome == outcome


def test_a_country_of_the_question_is_not_its_own_new_name() -> None:
    assert found("Myanmar", "Burma", "Burma is now called?").outcome == WRONG
    assert found("Timor-Leste", "East Timor", "East Timor is now called?").outcome == WRONG
    assert found("United States of America", "US", "USA: full form?").outcome != RIGHT
    quad = ("India", "USA", "Japan", "Australia")
    assert found(quad, "India, United States, Japan, Australia").outcome == RIGHT


@pytest.mark.parametrize(
    ("key", "typed", "outcome"),
    [
        ("Article 16(4)", "Article 164", WRONG),
        ("Article 371", "Article 37(1)", WRONG),
        ("Section 1(10)", "section 110", WRONG),
        ("19(1)(a)", "191a", WRONG),
        ("19(1)(a)", "19 (1) a", RIGHT),
        ("10^5", "105", WRONG),
        ("5 × 3", "53", WRONG),
        ("x", "1/0", WRONG),
        ("Article 16", "Article 16(4)", WRONG),
        ("Article 16(4)", "Article 4(16)", WRONG),
        ("Article 17", "17", RIGHT),
    ],
)
def test_another_number_is_another_article(key: str, typed: str, outcome: Outcome) -> None:
    assert found(key, typed).outcome == outcome


@settings(max_examples=60, deadline=None)
@given(
    key=st.lists(st.integers(0, 999), min_size=1, max_size=3),
    typed=st.lists(st.integers(0, 999), min_size=1, max_size=3),
)
def test_names_with_other_numbers_are_never_right(key: list[int], typed: list[int]) -> None:
    assume(key != typed)

    def name(numbers: list[int]) -> str:
        return f"Article {numbers[0]}" + "".join(f"({each})" for each in numbers[1:])

    assert found(name(key), name(typed)).outcome != RIGHT


@pytest.mark.parametrize(
    ("key", "typed", "outcome"),
    [
        ("C++", "C++", RIGHT),
        ("C++", "c++", RIGHT),
        ("C++", "C#", WRONG),
        ("C++", "C", WRONG),
        ("C", "C#", WRONG),
        ("O+", "O-", WRONG),
        ("O-", "O negative", ALMOST),
        ("O-", "O positive", WRONG),
        ("Na+", "Na-", WRONG),
        ("a > b", "a < b", WRONG),
        ("a > b", "a>b", RIGHT),
        ("p < 0.05", "p > 0.05", WRONG),
        ("x+y", "x-y", WRONG),
        ("x + y", "x+y", RIGHT),
        ("1+1", "1-1", WRONG),
        ("Trade and Industry", "Trade + Industry", RIGHT),
        ("Aadhaar", "Aadhaar+", ALMOST),
        ("Indo-Pacific", "Indo- Pacific", RIGHT),
        ("G-7", "G7", RIGHT),
        ("a ≠ b", "a = b", WRONG),
        ("10⁵", "105", WRONG),
        ("10⁵", "10^5", RIGHT),
        ("≥ 50%", "50%", RIGHT),
    ],
)
def test_a_sign_that_tells_names_apart_counts(key: str, typed: str, outcome: Outcome) -> None:
    assert found(key, typed).outcome == outcome


def test_a_list_tells_names_apart_by_their_signs() -> None:
    assert found(("C", "C#"), "C, C#").outcome == RIGHT
    assert found(("C", "C#"), "C, C").outcome == WRONG


@pytest.mark.parametrize(
    ("key", "typed", "outcome"),
    [
        (1947, "1947 BC", WRONG),
        ("1947", "1947 BCE", WRONG),
        (78, "78 BC", WRONG),
        (78, "78 AD", RIGHT),
        (78, "78", RIGHT),
        (326, "326 B.C.", WRONG),
        ("326 BC", "326 BCE", RIGHT),
        ("2024-25", "24-25", RIGHT),
        ("2024-25", "23-24", WRONG),
        ("10-11", "10-11", RIGHT),
        ("March 2022", "mar 22", RIGHT),
        ("22 March", "mar 22", RIGHT),
    ],
)
def test_an_era_and_a_short_year_are_read(key: object, typed: str, outcome: Outcome) -> None:
    assert found(key, typed).outcome == outcome


@pytest.mark.parametrize(
    ("keys", "typed"),
    [
        (("14", "19", "21"), "14,19,21"),
        (("2", "4", "6"), "2,4,6"),
        (("1991", "2001", "2011"), "1991,2001,2011"),
        (("101", "103"), "103,101"),
        (("1,000", "2,000"), "1,000 and 2,000"),
    ],
)
def test_numbers_may_follow_a_comma_at_once(keys: tuple[str, ...], typed: str) -> None:
    assert found(keys, typed).outcome == RIGHT


def test_an_accepted_name_of_an_item_counts_before_a_near_miss_does() -> None:
    keys = ("Prayagraj", "Varanasi", "Kanpur City")
    assert found(keys, "Kanpur, Varanasi, Prayagraj", accept=("Kanpur",)).outcome == RIGHT
    partly = found(keys, "Kashi, Prayagraaj, Kanpur City", accept=("Kashi",))
    assert [note.text for note in partly.notes] == ["nearly all right", "Prayagraaj: Prayagraj"]


def test_long_and_short_names_of_an_accepted_list_mix() -> None:
    keys = ("Quad", "IPEF", "MSP", "G-7")
    long = (
        "Quadrilateral Security Dialogue; Indo-Pacific Economic Framework for Prosperity; "
        "Mineral Security Partnership; Group of Seven"
    )
    typed = "QUAD, IPEF, Mineral Security Partnership, G7"
    assert found(keys, typed, accept=(long, "G7")).outcome == RIGHT


@pytest.mark.parametrize(
    ("key", "typed", "outcome"),
    [
        ("Mahatma Gandhi", "Gandhi", ALMOST),
        ("Mahatma Gandhi", "Gandhiji", ALMOST),
        ("Mahatma Gandhi", "mahatma ghandi", ALMOST),
        ("Subhas Chandra Bose", "Bose", ALMOST),
        ("Raja Ram Mohan Roy", "Roy", ALMOST),
        ("Rabindranath Tagore", "Tagore", ALMOST),
        ("Sardar Vallabhbhai Patel", "Patel", ALMOST),
        ("A. P. J. Abdul Kalam", "Kalam", ALMOST),
        ("Lok Sabha", "Sabha", WRONG),
        ("Mahatma Gandhi", "Nehru", WRONG),
        ("Mahatma Gandhi", "Indira Gandhi", WRONG),
        ("B. R. Ambedkar", "Dr. Bhimrao Ramji Ambedkar", ALMOST),
        ("B. R. Ambedkar", "Bhimrao Ambedkar", ALMOST),
        ("Bhimrao Ramji Ambedkar", "B R Ambedkar", RIGHT),
        ("B. R. Ambedkar", "Prakash Ambedkar", WRONG),
        ("Khanij Bidesh India Ltd.", "Khaneej Bidesh India Ltd", ALMOST),
    ],
)
def test_a_person_is_known_by_the_surname(key: str, typed: str, outcome: Outcome) -> None:
    assert found(key, typed).outcome == outcome


@pytest.mark.parametrize(
    ("key", "typed", "outcome"),
    [
        ("Finance Commission", "commission", WRONG),
        ("Finance Commission", "Finance", ALMOST),
        ("President of India", "President", ALMOST),
        ("Lok Sabha Speaker", "Speaker", ALMOST),
        ("Indian National Congress", "Congress", ALMOST),
        ("Battle of Plassey, 1757", "Plassey", ALMOST),
        ("Indian Ocean", "Ocean", WRONG),
        ("Fundamental Rights", "rights", WRONG),
        ("Andhra Pradesh", "Pradesh", WRONG),
        ("Andhra Pradesh", "Andhra", ALMOST),
        ("Ministry of External Affairs", "External Affairs Ministry", RIGHT),
        ("Battle of Plassey", "Plassey battle", RIGHT),
        ("Permanent Settlement of 1793", "permanent settlement, 1793", RIGHT),
        ("Permanent Settlement of 1793", "Permanent Settlement", ALMOST),
        ("Permanent Settlement of 1793", "Permanent Settlement of 1798", WRONG),
        ("42nd Amendment Act, 1976", "42nd amendment", ALMOST),
        ("42nd Amendment", "42nd Amendment Act, 1976", ALMOST),
        ("42nd Amendment Act, 1976", "44th amendment", WRONG),
    ],
)
def test_what_tells_a_name_apart_counts_and_not_what_many_share(
    key: str, typed: str, outcome: Outcome
) -> None:
    assert found(key, typed).outcome == outcome


@pytest.mark.parametrize(
    ("prompt", "key", "typed", "outcome"),
    [
        ("River?", "Brahmaputra", "River Brahmaputra", RIGHT),
        ("Movement?", "Satyagraha", "satyagraha movement", RIGHT),
        ("The Permanent Settlement: when?", "Permanent Settlement of 1793", "1793", RIGHT),
        ("Year of the Permanent Settlement", "Permanent Settlement of 1793",
         "permanent settlement", WRONG),
    ],
)  # fmt: skip
def test_general_words_of_the_question_may_be_repeated(
    prompt: str, key: str, typed: str, outcome: Outcome
) -> None:
    assert found(key, typed, prompt).outcome == outcome


def test_reasons_are_true() -> None:
    def reasons(key: object, typed: str) -> str:
        return "; ".join(note.text for note in found(key, typed).notes)

    assert reasons("42nd Amendment Act, 1976", "42nd amendment") == "part of the answer"
    assert reasons("42nd Amendment Act, 1976", "42nd Amendment Act") == (
        "right but for the year: 1976"
    )
    assert reasons("Article 16(4)", "Article 16") == "4 is missing"
    assert reasons("Article 16", "Article 16(4)") == "4 does not belong to it"
    assert reasons("Article 16", "Article 17") == "the number is wrong"


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("employer", "employee"),
        ("mortgagor", "mortgagee"),
        ("lessors", "lessees"),
        ("appreciate", "depreciate"),
        ("appreciation", "depreciation"),
        ("symmetric", "asymmetric"),
        ("typical", "atypical"),
        ("theist", "atheist"),
        ("aerobic", "anaerobic"),
        ("emigrants", "immigrants"),
        ("stalactite", "stalagmite"),
        ("latitude", "altitude"),
    ],
)
def test_opposites_are_no_slip_of_the_pen(key: str, typed: str) -> None:
    assert found(key, typed).outcome == WRONG
    assert found(typed, key).outcome == WRONG
