import pytest

from mdquiz.decks.asked import Expected
from mdquiz.grading.quantity import read_quantities
from mdquiz.grading.typed import compare_typed
from mdquiz.grading.verdict import Outcome

RIGHT, ALMOST, WRONG = Outcome.RIGHT, Outcome.ALMOST, Outcome.WRONG


def outcome(key: object, typed: str, **more: object) -> Outcome:
    return compare_typed(Expected(key, **more), typed).outcome  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("$24 million", RIGHT),
        ("24 million dollars", RIGHT),
        ("US$ 24 mn", RIGHT),
        ("$24m", RIGHT),
        ("24m USD", RIGHT),
        ("USD 24,000,000", RIGHT),
        ("$24,000,000", RIGHT),
        ("U.S. $24 million", RIGHT),
        ("2.4 crore dollars", RIGHT),
        ("240 lakh dollars", RIGHT),
        ("twenty-four million US dollars", RIGHT),
        ("about $24 million", RIGHT),
        ("a $24 million pact", RIGHT),
        ("24 मिलियन डॉलर", RIGHT),
        ("$२४ million", RIGHT),
        ("24 million", ALMOST),
        ("24 milion dollars", ALMOST),
        ("A$24 million", ALMOST),
        ("more than $24 million", ALMOST),
        ("$42 million", WRONG),
        ("$24 billion", WRONG),
        ("$24", WRONG),
        ("₹24 million", WRONG),
        ("€24 million", WRONG),
        ("24 million tonnes", WRONG),
        ("$2.4 million", WRONG),
        ("$ million", WRONG),
        ("dollars", WRONG),
    ],
)
def test_a_sum_of_money_is_right_by_value(typed: str, expected: Outcome) -> None:
    assert expected == outcome("$24 million", typed)


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("₹1.5 lakh crore", "Rs. 1,50,000 crore"),
        ("₹1.5 lakh crore", "Rs 1.5 trillion"),
        ("₹1.5 lakh crore", "1.5 lakh crore rupees"),
        ("₹1.5 lakh crore", "१.५ लाख करोड़ रुपये"),
        ("₹1.5 lakh crore", "INR 1,500,000,000,000"),
        ("₹500", "Rs 500/-"),
        ("₹500", "Rs.500"),
        ("₹2,50,000", "two lakh fifty thousand rupees"),
        ("1 crore 20 lakh", "12 million"),
        ("150000", "डेढ़ लाख"),
        ("1,50,000", "150,000"),
        ("24 000 000", "24 million"),
        ("500000", "half a million"),
        (3, "three"),
        (3, "III"),
        (3, "3.0"),
        (3, "तीन"),
        (3, "३"),
        (1947, "nineteen forty-seven"),
        (1947, "one thousand nine hundred and forty seven"),
        (150, "one hundred and fifty"),
        (12, "a dozen"),
        (2.5, "two and a half"),
        (2.5, "2 1/2"),
        (0.5, "½"),
        ("two-thirds", "2/3"),
        ("7th", "seventh"),
        ("5-10 million tonnes", "5 to 10 million tonnes"),
        ("33%", "33 per cent"),
        ("33%", "thirty three percent"),
        ("33%", "33"),
        ("0.25 percentage points", "25 bps"),
        ("500 GW", "0.5 TW"),
        ("500 GW", "500 gigawatts"),
        ("1,000 km", "1000 kilometres"),
        ("100 km²", "100 sq. km"),
        ("100 square kilometres", "10,000 ha"),
        ("24 MT", "24 million tonnes"),
        ("2 tonnes", "2000 kg"),
        ("-5 °C", "minus 5 degrees Celsius"),
        ("6 years", "72 months"),
        (5, "five lithium brine blocks"),
        ("five lithium brine blocks", "5"),
        ("five lithium brine blocks", "5 blocks"),
        ("more than 50%", "50%"),
    ],
)
def test_one_value_written_in_two_ways_is_right(key: object, typed: str) -> None:
    assert outcome(key, typed) == RIGHT


@pytest.mark.parametrize(
    ("key", "typed", "expected"),
    [
        ("500 GW", "500 MW", WRONG),
        ("500 GW", "500 km", WRONG),
        ("500 GW", "500", ALMOST),
        ("500 GW", "₹500", WRONG),
        ("₹500", "500 km", WRONG),
        ("6 years", "6 months", WRONG),
        ("five blocks", "6 blocks", WRONG),
        ("five blocks", "5 wells", ALMOST),
        ("more than 50%", "less than 50%", WRONG),
        ("28.35%", "28.4%", ALMOST),
        ("28.35%", "28%", ALMOST),
        ("28.35%", "29%", WRONG),
        (1947, "1950", WRONG),
        ("24 million", "24 billion", WRONG),
        (3, "4", WRONG),
        (3, "-3", WRONG),
        ("1/2", "1/3", WRONG),
        ("0.5", "5", WRONG),
        ("₹10 crore", "PKR 10 crore", ALMOST),
        ("5-10 million", "5 million", WRONG),
        (True, "1", WRONG),
    ],
)
def test_another_value_unit_or_bound_is_not_right(
    key: object, typed: str, expected: Outcome
) -> None:
    assert expected == outcome(key, typed)


@pytest.mark.parametrize(
    ("key", "tolerance", "typed", "expected"),
    [
        (100, 5, "105", RIGHT),
        (100, 5, "106", WRONG),
        (100, "5%", "95", RIGHT),
        (100, "5%", "94.9", WRONG),
        ("500 MW", 10, "510 MW", RIGHT),
        ("500 MW", 10, "0.511 GW", WRONG),
        ("$24 million", "5%", "$25 million", RIGHT),
        ("$24 million", 1_000_000, "$25 million", RIGHT),
        (3.3, 0.05, "3.35", RIGHT),
        (100, "no number", "101", WRONG),
    ],
)
def test_a_tolerance_is_a_distance_or_a_share(
    key: object, tolerance: float | str, typed: str, expected: Outcome
) -> None:
    assert expected == outcome(key, typed, tolerance=tolerance)


def test_a_missing_currency_is_named() -> None:
    found = compare_typed(Expected("$24 million"), "24 million")
    assert "the value is right; the currency is dollars" in found.notes[0].text


def test_a_wrong_unit_with_the_right_digits_is_named() -> None:
    found = compare_typed(Expected("500 GW"), "500 MW")
    assert found.notes[0].text == "the number is right, but the unit is GW"


def test_any_accepted_answer_is_right() -> None:
    assert outcome("$24 million", "₹200 crore", accept=("₹200 crore",)) == RIGHT


@pytest.mark.parametrize(
    "text", ["", "-", "and", "G-7", "42nd Amendment", "two or three", "1,2,3", "1/0", "two three"]
)
def test_what_is_no_quantity_is_not_read_as_one(text: str) -> None:
    assert read_quantities(text) == ()


def test_a_letter_after_a_number_is_a_unit_and_a_scale() -> None:
    metres = {
        (str(each.low), each.unit.name if each.unit else "") for each in read_quantities("24 m")
    }
    assert metres == {("24000000", ""), ("24", "m")}
