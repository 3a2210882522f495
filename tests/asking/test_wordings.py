from collections import Counter
from itertools import product

import pytest

from mdquiz.decks.asked import Asked, Form
from mdquiz.decks.asking import repair
from mdquiz.grading.grade import grade
from mdquiz.grading.verdict import Outcome, Response
from tests.asking.decks import asked_of
from tests.asking.test_every_type import QUESTIONS


def statements(truths: str, extra: str = "", seed: int = 0) -> Asked:
    """A question whose statements are true ("T") or false ("F")."""
    rows = ", ".join(
        f'{{ text = "S{at}", true = {str(truth == "T").lower()} }}'
        for at, truth in enumerate(truths)
    )
    return asked_of(f'type = "statements"\nstatements = [{rows}]\n{extra}', seed=seed)


def texts(asked: Asked) -> list[str]:
    return [option.text for option in asked.options]


def test_two_statements_have_the_four_codes_of_the_papers() -> None:
    asked = statements("TF")
    assert asked.stem == "Consider the following statements:"
    assert asked.closing == "Which of the statements given above is/are correct?"
    assert texts(asked) == ["1 only", "2 only", "Both 1 and 2", "Neither 1 nor 2"]
    assert asked.answer == "1 only"


def test_three_statements_have_codes_such_as_1_and_3_only() -> None:
    for seed in range(40):
        asked = statements("TFT", seed=seed)
        assert asked.answer == "1 and 3 only"
        assert len(set(texts(asked))) == 4
        assert set(texts(asked)) <= {
            *("1 only", "2 only", "3 only", "1 and 2 only", "1 and 3 only", "2 and 3 only"),
            *("1, 2 and 3", "None of the above"),
        }


@pytest.mark.parametrize("truths", ["TTT", "FFF", "TFTF", "FFFF", "TTTTT", "FTFTFT"])
@pytest.mark.parametrize("ask", ["which", "not", "how_many"])
def test_any_truths_have_a_key_among_distinct_options(truths: str, ask: str) -> None:
    for seed in range(10):
        asked = statements(truths, f'ask = "{ask}"', seed)
        assert len(set(texts(asked))) == 4
        assert sum(option.right for option in asked.options) == 1


def test_statements_not_correct_are_the_key_when_they_are_asked_for() -> None:
    asked = statements("TFT", 'ask = "not"')
    assert asked.closing == "Which of the statements given above is/are not correct?"
    assert asked.answer == "2 only"
    right = next(option for option in asked.options if option.right)
    assert right.asserts == (True, False, True)


@pytest.mark.parametrize(
    ("truths", "expected", "key"),
    [
        ("TF", ["Only one", "Both", "None"], "Only one"),
        ("TFT", ["Only one", "Only two", "All three", "None"], "Only two"),
        ("TTFF", ["Only one", "Only two", "Only three", "All four"], "Only two"),
        ("FFFF", ["Only one", "Only two", "Only three", "None"], "None"),
    ],
)
def test_counts_are_worded_as_in_the_papers(truths: str, expected: list[str], key: str) -> None:
    asked = statements(truths, 'ask = "how_many"')
    assert asked.closing == "How many of the above statements are correct?"
    assert (expected, key) == (texts(asked), asked.answer)


def test_only_all_and_none_assert_the_truth_of_each_statement() -> None:
    asked = statements("TFT", 'ask = "how_many"')
    assert [option.asserts for option in asked.options] == [
        None,
        None,
        (True, True, True),
        (False, False, False),
    ]


def test_the_authors_own_options_are_used_as_they_stand() -> None:
    own = ["2 and 3 only", "1 only", "1 and 3 only", "1, 2 and 3"]
    asked = statements("TFT", f"options = {own}")
    assert texts(asked) == own
    assert [option.right for option in asked.options] == [False, False, True, False]
    assert asked.options[1].asserts == (True, False, False)


def test_roman_labels_stand_in_the_codes_as_well() -> None:
    asked = statements("TFT", 'labels = "I"')
    assert [claim.label for claim in asked.claims] == ["I", "II", "III"]
    assert asked.answer == "I and III only"


def test_no_position_gives_the_key_away() -> None:
    keys = Counter(
        next(at for at, option in enumerate(asked.options) if option.right)
        for truths in product("TF", repeat=3)
        if "T" in truths
        for seed in range(40)
        for asked in [statements("".join(truths), seed=seed)]
    )
    assert all(keys[at] > 0.1 * keys.total() for at in range(4))


@pytest.mark.parametrize("kind", ["match", "choice"])
def test_the_key_may_stand_anywhere_among_shuffled_options(kind: str) -> None:
    asked = [asked_of(QUESTIONS[kind], seed=seed) for seed in range(40)]
    places = {[option.right for option in each.options].index(True) for each in asked}
    assert places == {0, 1, 2, 3}


def test_pairs_and_rows_are_asked_as_in_the_papers() -> None:
    pairs = asked_of(QUESTIONS["rows"])
    assert pairs.stem == "Consider the following pairs:"
    assert pairs.closing == "How many of the above pairs are correctly matched?"
    assert pairs.claims[0].text == "Argentina : Lithium"
    assert texts(pairs) == [
        "Only one pair",
        "Only two pairs",
        "All three pairs",
        "None of the pairs",
    ]
    table = asked_of(
        """
type = "rows"
columns = ["A", "B", "C"]
rows = [
  { cells = ["a", "b", "c"], true = true },
  { cells = ["d", "e", "f"], true = false },
]
"""
    )
    assert table.stem == "Consider the following information:"
    assert table.closing.startswith("In how many of the above rows")
    assert texts(table) == ["Only one", "Both", "None"]


def test_hindi_has_the_wording_of_the_hindi_papers() -> None:
    asked = asked_of(QUESTIONS["statements"], language="hi")
    assert asked.stem == "निम्नलिखित कथनों पर विचार कीजिए:"
    assert asked.closing == "उपर्युक्त कथनों में से कौन-सा/से सही है/हैं?"
    assert asked.answer == "केवल 1 और 3"
    pairs = asked_of(QUESTIONS["rows"], language="hi")
    assert texts(pairs) == ["केवल एक युग्म", "केवल दो युग्म", "सभी तीनों युग्म", "कोई भी युग्म नहीं"]
    assert texts(asked_of(QUESTIONS["true_false"], language="hi")) == ["सत्य", "असत्य"]


def test_a_match_has_two_lists_and_codes() -> None:
    asked = asked_of(QUESTIONS["match"])
    assert asked.stem.startswith("Match List I with List II")
    assert asked.list_titles == ("List I (Country)", "List II (Form)")
    assert [label for label, _ in asked.lists[0]] == ["A", "B", "C"]
    rights = dict(asked.lists[1])
    code = next(option.text for option in asked.options if option.right)
    paired = [rights[part.split("-")[1]] for part in code.split(", ")]
    assert paired == ["MoU", "Pact", "Joint venture"]
    wrong = next(at for at, option in enumerate(asked.options) if not option.right)
    assert "it should be" in grade(asked, Response(chosen=(wrong,))).notes[0].text


@pytest.mark.parametrize(
    ("first", "second", "explains", "rung"),
    [
        (True, True, True, 0),
        (True, True, False, 1),
        (True, False, False, 2),
        (False, True, False, 3),
    ],
)
def test_the_ladder_of_two_statements(first: bool, second: bool, explains: bool, rung: int) -> None:
    asked = asked_of(
        f"""
type = "assertion"
statement_1 = {{ text = "a", true = {str(first).lower()} }}
statement_2 = {{ text = "b", true = {str(second).lower()}, explains = {str(explains).lower()} }}
"""
    )
    assert [claim.label for claim in asked.claims] == ["Statement-I", "Statement-II"]
    assert [at for at, option in enumerate(asked.options) if option.right] == [rung]
    assert asked.options[3].asserts == (False, True)


@pytest.mark.parametrize(
    ("reasons", "rung"),
    [
        (((True, True), (True, True)), 0),
        (((True, False), (True, True)), 1),
        (((False, False), (True, True)), 2),
        (((False, False), (False, False)), 3),
    ],
)
def test_the_ladder_of_three_statements(
    reasons: tuple[tuple[bool, bool], tuple[bool, bool]], rung: int
) -> None:
    second, third = (
        f'{{ text = "{at}", true = {str(true).lower()}, explains = {str(explains).lower()} }}'
        for at, (true, explains) in enumerate(reasons)
    )
    asked = asked_of(
        f"""
type = "assertion"
statement_1 = {{ text = "a", true = true }}
statement_2 = {second}
statement_3 = {third}
"""
    )
    assert [at for at, option in enumerate(asked.options) if option.right] == [rung]


def test_a_wrong_explanation_is_told_in_words() -> None:
    asked = asked_of(QUESTIONS["assertion"])
    notes = grade(asked, Response(chosen=(1,))).notes
    assert "Statement-II explains Statement-I." in notes[-1].text


def test_an_order_is_never_shown_in_its_right_order() -> None:
    for seed in range(60):
        asked = asked_of(QUESTIONS["order"], seed=seed)
        assert asked.form is Form.ARRANGE
        assert asked.arrange != asked.arrange_key
        assert sorted(asked.arrange) == sorted(asked.arrange_key)
    assert asked.closing == "Arrange them in the right order: raw material first"


def test_options_that_speak_of_the_others_stay_last() -> None:
    for seed in range(20):
        assert texts(asked_of(QUESTIONS["choice"], seed=seed))[-1] == "None of the above"
    pinned = QUESTIONS["choice"] + 'pin = ["Peru", "Argentina"]\n'
    pinned = pinned.replace("hi = ", "# hi = ")
    for seed in range(20):
        assert texts(asked_of(pinned, seed=seed))[-3:] == ["Peru", "Argentina", "None of the above"]


def test_a_choice_with_a_list_of_answers_is_a_multiple_choice() -> None:
    asked = asked_of(
        'type = "choice"\nprompt = "?"\noptions = ["a", "b", "c"]\nanswer = ["a", "c"]'
    )
    assert asked.form is Form.SEVERAL
    assert asked.closing == "Choose all that apply."


def test_one_gap_is_blank_and_the_others_are_filled_in() -> None:
    first = asked_of(QUESTIONS["cloze"], part="1")
    assert first.stem == "_____ works in Argentina; argentina has brine."
    assert (first.hint, first.answer) == ("a company", "KABIL")


def test_another_gap_with_the_same_answer_does_not_give_it_away() -> None:
    assert asked_of(QUESTIONS["cloze"], part="2").stem == "KABIL works in _____; _____ has brine."


def test_an_answer_in_the_other_language_is_right_too() -> None:
    for typed in ("काबिल", "KABIL"):
        asked = asked_of(QUESTIONS["cloze"], part="1", language="hi")
        assert grade(asked, Response(typed=typed)).outcome is Outcome.RIGHT
    asked = asked_of(QUESTIONS["short"], language="hi")
    assert grade(asked, Response(typed="$24 million")).outcome is Outcome.RIGHT


@pytest.mark.parametrize("kind", ["statements", "rows", "assertion"])
@pytest.mark.parametrize("language", ["en", "hi"])
def test_a_misjudged_claim_comes_back_alone(kind: str, language: str) -> None:
    whole = asked_of(QUESTIONS[kind], language=language)
    for at, claim in enumerate(whole.claims):
        alone = repair(whole, at)
        assert alone.card == whole.card
        assert alone.claims == (claim,)
        assert [option.right for option in alone.options] == [claim.true, not claim.true]
        wrong = grade(alone, Response(chosen=(int(claim.true),)))
        assert wrong.outcome is Outcome.WRONG
        assert wrong.notes[0].claim == 0


def test_a_claim_that_is_gone_leaves_the_question_whole() -> None:
    whole = asked_of(QUESTIONS["statements"])
    assert repair(whole, 9) == whole


def test_a_date_is_shown_with_its_month_in_words() -> None:
    question = 'type = "short"\nprompt = "?"\nanswer = 1950-01-26\nhi = { prompt = "?" }'
    assert asked_of(question).answer == "26 January 1950"
    assert asked_of(question, language="hi").answer == "26 जनवरी 1950"
