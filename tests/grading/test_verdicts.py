import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mdquiz.decks.asked import Asked, Claim, Expected, Form, Option
from mdquiz.decks.card import CardId
from mdquiz.grading.grade import grade
from mdquiz.grading.verdict import Confidence, Outcome, Rating, Response

CARD = CardId("deck", "question")
TYPED = Asked(CARD, "short", Form.TYPED, "en", "?", "KABIL", expected=Expected("KABIL"))
CLAIMS = (
    Claim("1", "Brine.", True, why="Brine it is."),
    Claim("2", "Hard rock.", False, why="That is Australia.", original="Brine."),
    Claim("3", "Assets.", True),
)
CODED = Asked(
    CARD,
    "statements",
    Form.ONE,
    "en",
    "Consider:",
    "1 and 3 only",
    claims=CLAIMS,
    options=(
        Option("1 only", False, asserts=(True, False, False)),
        Option("1 and 2 only", False, asserts=(True, True, False)),
        Option("1 and 3 only", True, asserts=(True, False, True)),
        Option("Only two", False),
    ),
)
SEVERAL = Asked(
    CARD,
    "choice",
    Form.SEVERAL,
    "en",
    "?",
    "Chile; Bolivia",
    options=(
        Option("Chile", True),
        Option("Peru", False, "No salt flat."),
        Option("Bolivia", True),
    ),
)
ARRANGE = Asked(
    CARD,
    "order",
    Form.ARRANGE,
    "en",
    "?",
    "a → b → c",
    arrange=("b", "c", "a"),
    arrange_key=("a", "b", "c"),
)


@pytest.mark.parametrize(
    ("typed", "confidence", "outcome", "rating", "misconception"),
    [
        ("KABIL", Confidence.UNSAID, Outcome.RIGHT, Rating.GOOD, False),
        ("KABIL", Confidence.SURE, Outcome.RIGHT, Rating.GOOD, False),
        ("KABIL", Confidence.UNSURE, Outcome.RIGHT, Rating.HARD, False),
        ("KABIL", Confidence.GUESS, Outcome.RIGHT, Rating.AGAIN, False),
        ("KABIL or so", Confidence.SURE, Outcome.ALMOST, Rating.HARD, False),
        ("NALCO", Confidence.UNSAID, Outcome.WRONG, Rating.AGAIN, False),
        ("NALCO", Confidence.UNSURE, Outcome.WRONG, Rating.AGAIN, False),
        ("NALCO", Confidence.SURE, Outcome.WRONG, Rating.AGAIN, True),
        ("  ", Confidence.SURE, Outcome.REVEALED, None, False),
    ],
)
def test_the_rating_follows_from_the_outcome_and_how_sure_one_was(
    typed: str,
    confidence: Confidence,
    outcome: Outcome,
    rating: Rating | None,
    misconception: bool,
) -> None:
    verdict = grade(TYPED, Response(typed=typed), confidence)
    assert (outcome, rating, misconception) == (
        verdict.outcome,
        verdict.suggested,
        verdict.misconception,
    )


def test_a_revealed_card_is_for_the_learner_to_rate() -> None:
    for asked in (TYPED, CODED, SEVERAL, ARRANGE):
        assert grade(asked, Response(revealed=True), Confidence.UNSAID).suggested is None
        assert grade(asked, Response(), Confidence.UNSAID).outcome == Outcome.REVEALED


def test_a_wrong_code_names_the_statements_misjudged_and_why() -> None:
    verdict = grade(CODED, Response(chosen=(1,)))
    assert verdict.outcome == Outcome.WRONG
    assert verdict.given == "1 and 2 only"
    assert [(note.mark, note.text, note.claim) for note in verdict.notes] == [
        ("wrong", "Statement 2 is not correct: That is Australia. In truth: Brine.", 1),
        ("wrong", "Statement 3 is correct.", 2),
    ]


def test_a_wrong_count_shows_the_truth_of_every_statement() -> None:
    verdict = grade(CODED, Response(chosen=(3,)))
    assert [(note.mark, note.claim) for note in verdict.notes] == [
        ("info", 0),
        ("info", 1),
        ("info", 2),
    ]


def test_a_pair_is_called_a_pair_in_the_notes() -> None:
    pairs = replace(CODED, columns=("Country", "Mineral"))
    assert grade(pairs, Response(chosen=(1,))).notes[1].text == "Pair 3 is correctly matched."


def test_two_options_marked_where_one_is_asked_are_wrong() -> None:
    assert grade(CODED, Response(chosen=(2, 1))).outcome == Outcome.WRONG
    assert grade(CODED, Response(chosen=(2,))).outcome == Outcome.RIGHT


def test_a_multiple_choice_is_right_only_with_all_and_nothing_else() -> None:
    assert grade(SEVERAL, Response(chosen=(2, 0))).outcome == Outcome.RIGHT
    verdict = grade(SEVERAL, Response(chosen=(0, 1)))
    assert verdict.outcome == Outcome.WRONG
    assert verdict.given == "Chile; Peru"
    assert [(note.mark, note.text) for note in verdict.notes] == [
        ("missing", "belongs to the answer: Bolivia"),
        ("extra", "does not belong to the answer: Peru"),
        ("wrong", "Peru: No salt flat."),
    ]


def test_a_plain_choice_gives_the_reasons_of_the_chosen_and_the_right_option() -> None:
    options = (Option("x", False, "too small"), Option("y", True, "just right"), Option("z", False))
    asked = Asked(CARD, "choice", Form.ONE, "en", "?", "y", options=options)
    notes = grade(asked, Response(chosen=(0,))).notes
    assert [(note.mark, note.text) for note in notes] == [
        ("wrong", "x: too small"),
        ("right", "y: just right"),
    ]


def test_an_order_names_what_stands_in_another_place() -> None:
    assert grade(ARRANGE, Response(arranged=(2, 0, 1))).outcome == Outcome.RIGHT
    verdict = grade(ARRANGE, Response(arranged=(2, 1, 0)))
    assert verdict.given == "a → c → b"
    assert [note.text for note in verdict.notes] == ["c comes 3rd, not 2nd", "b comes 2nd, not 3rd"]
    missing = grade(ARRANGE, Response(arranged=(2, 0)))
    assert missing.outcome == Outcome.WRONG
    assert missing.notes[0].text == "missing: c"


def test_positions_that_do_not_exist_count_as_not_given() -> None:
    assert grade(CODED, Response(chosen=(9, -1))).outcome == Outcome.REVEALED
    assert grade(ARRANGE, Response(arranged=(9,))).outcome == Outcome.REVEALED


FRAGMENTS_IN_A_LINE = (
    "24 1,50,000 -3 .5 1/0 ½ ³ २४ ٣ $ ₹ US$ Rs. % km² °C lakh crore million m t hundred and a half "
    "III iv Mar '22 26/01/1950 0000 9999-99-99 BCE FY25 not no n't ( ) (KABIL) / & , ; \n "
    "Khanij Ltd. U.S.A. नहीं करोड़ \x00 \u200d \u202e 😀 e\u0301 ﷺ"
)
FRAGMENTS = st.sampled_from(FRAGMENTS_IN_A_LINE.split(" "))
HOSTILE = st.one_of(
    st.text(max_size=60),
    st.lists(FRAGMENTS, max_size=9).map(" ".join),
    st.lists(FRAGMENTS, max_size=9).map("".join),
)


@settings(max_examples=150, deadline=None)
@given(
    key=st.one_of(
        HOSTILE,
        st.integers(),
        st.floats(),
        st.dates(),
        st.lists(HOSTILE, min_size=1, max_size=4).map(tuple),
    ),
    accept=st.lists(HOSTILE, max_size=2),
    typed=HOSTILE,
    kind=st.sampled_from(["auto", "text", "number", "money", "date", "list"]),
    tolerance=st.one_of(st.none(), st.floats(), HOSTILE),
)
def test_no_key_and_no_answer_makes_grading_fail(
    key: object, accept: list[str], typed: str, kind: str, tolerance: float | str | None
) -> None:
    expected = Expected(key, kind, tuple(accept), tolerance)  # type: ignore[arg-type]
    asked = replace(TYPED, expected=expected)
    verdict = grade(asked, Response(typed=typed), Confidence.UNSAID)
    assert (verdict.suggested is None) == (verdict.outcome is Outcome.REVEALED)


@settings(max_examples=100, deadline=None)
@given(key=HOSTILE)
def test_the_key_itself_is_never_wrong(key: str) -> None:
    asked = replace(TYPED, expected=Expected(key))
    outcome = grade(asked, Response(typed=key), Confidence.UNSAID).outcome
    assert outcome is (Outcome.RIGHT if key.strip() else Outcome.REVEALED)


@settings(max_examples=60, deadline=None)
@given(
    value=st.integers(0, 10**9),
    other=st.integers(0, 10**9),
    scale=st.sampled_from(["lakh", "crore", "million", "billion"]),
)
def test_two_sums_are_equal_only_when_their_values_are(value: int, other: int, scale: str) -> None:
    asked = replace(TYPED, expected=Expected(f"₹{value} {scale}"))
    right = grade(asked, Response(typed=f"Rs. {other} {scale}")).outcome is Outcome.RIGHT
    assert right == (value == other)


def test_grading_needs_neither_pydantic_nor_textual_nor_rapidfuzz_to_start() -> None:
    code = (
        "import sys, mdquiz.grading.grade;"
        "print(sorted({'pydantic', 'textual', 'rapidfuzz'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
