import pytest

from mdquiz.decks.asked import Expected
from mdquiz.grading.finding import Finding
from mdquiz.grading.typed import compare_typed
from mdquiz.grading.verdict import Outcome

RIGHT, ALMOST, WRONG = Outcome.RIGHT, Outcome.ALMOST, Outcome.WRONG
TRIANGLE = ("Argentina", "Chile", "Bolivia")
GROUPS = (
    "Quad",
    "Indo-Pacific Economic Framework for Prosperity (IPEF)",
    "Mineral Security Partnership (MSP)",
    "G-7",
)


def compare(keys: tuple[str, ...], typed: str, **more: object) -> Finding:
    return compare_typed(Expected(keys, **more), typed)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("keys", "typed"),
    [
        (TRIANGLE, "Bolivia, Chile & Argentina"),
        (TRIANGLE, "argentina; chile; bolivia"),
        (TRIANGLE, "1. Chile\n2. Bolivia\n3. Argentina"),
        (TRIANGLE, "chile bolivia argentina"),
        (("Sri Lanka", "South Korea", "Fiji"), "south korea fiji sri lanka"),
        (("Sri Lanka", "South Korea", "Fiji"), "south korea fiji and sri lanka"),
        (TRIANGLE, "Chile and Bolivia and Argentina"),
        (TRIANGLE, "Chile, Bolivia, and Argentina."),
        (TRIANGLE, "Chile, Chile, Bolivia, Argentina"),
        (GROUPS, "quad ipef msp g7"),
        (GROUPS, "MSP, G7, Quad and Indo-Pacific Economic Framework for Prosperity"),
        (("Trade and Industry", "Mines"), "mines, trade and industry"),
        (("Trade and Industry", "Mines"), "mines and trade and industry"),
        (("1,000", "2,000"), "2,000 and 1,000"),
        (("सामाजिक", "आर्थिक", "राजनीतिक"), "आर्थिक, राजनीतिक और सामाजिक"),
    ],
)
def test_a_list_is_right_in_any_order_and_with_any_separator(
    keys: tuple[str, ...], typed: str
) -> None:
    assert compare(keys, typed).outcome == RIGHT


def test_what_is_missing_and_what_is_extra_are_named() -> None:
    found = compare(TRIANGLE, "Chile, Bolivia, Peru")
    assert found.outcome == WRONG
    assert [(note.mark, note.text) for note in found.notes] == [
        ("missing", "missing: Argentina"),
        ("extra", "not in the answer: Peru"),
    ]


def test_three_quarters_of_a_list_are_for_the_learner_to_decide() -> None:
    found = compare(GROUPS, "Quad, IPEF, MSP")
    assert found.outcome == ALMOST
    assert found.notes[-1].text == "missing: G-7"
    assert compare(GROUPS, "Quad, IPEF").outcome == WRONG


def test_one_item_too_many_is_almost_and_two_are_wrong() -> None:
    assert compare(TRIANGLE, "Argentina, Chile, Bolivia, Peru").outcome == ALMOST
    assert compare(TRIANGLE, "Argentina, Chile, Bolivia, Peru, Brazil").outcome == WRONG


def test_a_misspelt_item_makes_the_list_almost_right() -> None:
    found = compare(TRIANGLE, "Argentinia, Chile, Bolivia")
    assert found.outcome == ALMOST
    assert "Argentinia: Argentina" in [note.text for note in found.notes]


def test_a_sequence_is_right_only_in_its_order() -> None:
    assert compare(TRIANGLE, "Argentina, Chile, Bolivia", ordered=True).outcome == RIGHT
    assert compare(TRIANGLE, "Argentina → Chile → Bolivia", ordered=True).outcome == RIGHT
    found = compare(TRIANGLE, "Argentina, Bolivia, Chile", ordered=True)
    assert found.outcome == WRONG
    assert found.notes[0].text == "out of order from item 2: Chile comes there"


def test_an_accepted_list_or_item_counts() -> None:
    assert compare(TRIANGLE, "ABC", accept=("ABC",)).outcome == WRONG
    assert compare(("One", "Two"), "uno, dos", accept=("uno; dos",)).outcome == RIGHT
    assert compare(TRIANGLE, "Chile, Bolivia, Las Malvinas", accept=("Las Malvinas",)).outcome == (
        RIGHT
    )
