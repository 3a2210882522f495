import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mdquiz.decks.asked import Form
from mdquiz.decks.question import QUESTION_TYPES
from mdquiz.errors import UsageError
from mdquiz.grading.grade import grade
from mdquiz.grading.verdict import Confidence, Response
from mdquiz.study.lines import answer_lines, question_lines
from mdquiz.study.plain_answers import parse_response
from tests.asking.decks import asked_of
from tests.asking.test_every_type import QUESTIONS, part_of


def test_a_question_reads_from_passage_to_options() -> None:
    asked = asked_of(QUESTIONS["rows"])
    assert [(line.role, line.text) for line in question_lines(asked)] == [
        ("stem", "Consider the following pairs:"),
        ("heading", "Country : Mineral"),
        ("row", "1. Argentina : Lithium"),
        ("row", "2. Kazakhstan : Cobalt"),
        ("row", "3. Australia : Cobalt"),
        ("closing", "How many of the above pairs are correctly matched?"),
        ("option", "(a) Only one pair"),
        ("option", "(b) Only two pairs"),
        ("option", "(c) All three pairs"),
        ("option", "(d) None of the pairs"),
    ]


def test_the_passage_comes_first() -> None:
    asked = asked_of('passage = "p"\n' + QUESTIONS["short"])
    assert question_lines(asked)[0].text == "Read this."


def test_named_statements_and_lists_are_labelled() -> None:
    assertion = [line.text for line in question_lines(asked_of(QUESTIONS["assertion"]))]
    assert "Statement-I: India signs pacts." in assertion
    match = [(line.role, line.text) for line in question_lines(asked_of(QUESTIONS["match"]))]
    assert ("heading", "List I (Country)") in match
    assert ("row", "A. Australia") in match


def test_items_to_arrange_are_numbered_and_a_hint_is_called_so() -> None:
    order = question_lines(asked_of(QUESTIONS["order"]))
    assert order[-1].text.startswith("4. ")
    cloze = question_lines(asked_of(QUESTIONS["cloze"], part="1"))
    assert (cloze[-1].role, cloze[-1].text) == ("hint", "Hint: a company")


@pytest.mark.parametrize("kind", QUESTION_TYPES)
@pytest.mark.parametrize("language", ["en", "hi"])
def test_no_line_is_empty_and_the_key_is_not_among_the_questions_lines(
    kind: str, language: str
) -> None:
    asked = asked_of(QUESTIONS[kind], part=part_of(kind), language=language)
    shown = question_lines(asked)
    assert all(line.text.strip() for line in shown + answer_lines(asked))
    if asked.form is Form.TYPED:
        assert not any(asked.answer in line.text for line in shown)


def test_the_verdict_the_key_the_notes_and_the_explanation_follow() -> None:
    asked = asked_of('explanation = "Why."\n' + QUESTIONS["statements"])
    wrong = next(at for at, option in enumerate(asked.options) if not option.right)
    lines = answer_lines(asked, grade(asked, Response(chosen=(wrong,)), Confidence.SURE))
    assert lines[0].role == "verdict"
    assert lines[0].text == "✗ Wrong, and you were sure: this one comes back first."
    assert lines[1].role == "answer"
    assert lines[1].text.endswith(") 1 and 3 only")
    assert lines[2].role == "note-wrong"
    assert lines[-1].text == "Why."


def test_a_lucky_guess_and_an_almost_are_called_by_name() -> None:
    asked = asked_of(QUESTIONS["short"])
    lucky = answer_lines(asked, grade(asked, Response(typed="$24m"), Confidence.GUESS))
    assert lucky[0].text == "✓ Right, but guessed: counted as not known."
    almost = answer_lines(asked, grade(asked, Response(typed="24 million")))
    assert almost[0].text == "≈ Almost: you decide whether it counts."
    assert almost[2].text == "✗ the value is right; the currency is dollars"


def test_a_revealed_card_shows_the_key_without_a_verdict() -> None:
    asked = asked_of(QUESTIONS["short"])
    lines = answer_lines(asked, grade(asked, Response(revealed=True)))
    assert [line.text for line in lines] == ["Answer: $24 million"]


def test_the_source_names_file_section_and_lines() -> None:
    source = 'source = { section = "Latin America", lines = [25, 26], quote = "…" }\n'
    lines = answer_lines(asked_of(source + QUESTIONS["short"]))
    assert lines[-1].text == "Source: notes.md, Latin America, lines 25–26"


@pytest.mark.parametrize(
    "text", ["2", "b", "B", "(b)", "b)", "b.", "२", " b ", "True", "true", "t"]
)
def test_an_option_is_named_by_number_letter_or_text(text: str) -> None:
    kind = "true_false" if text.strip().lower().startswith("t") else "choice"
    asked = asked_of(QUESTIONS[kind])
    expected = 0 if kind == "true_false" else 1
    assert parse_response(asked, text)[0] == Response(chosen=(expected,))


@pytest.mark.parametrize("text", ["a c", "1,3", "ac", "a, c", "(a) (c)", "1 3", "c a a"])
def test_several_options_are_named_in_one_line(text: str) -> None:
    asked = asked_of(
        'type = "choice"\nprompt = "?"\noptions = ["x", "y", "z"]\nanswer = ["x", "y"]'
    )
    assert set(parse_response(asked, text)[0].chosen) == {0, 2}


@pytest.mark.parametrize(
    "text", ["3 1 2 4", "3,1,2,4", "3124", "c a b d", "3-1-2-4", "3 → 1 → 2 → 4"]
)
def test_an_order_is_given_as_numbers(text: str) -> None:
    asked = asked_of(QUESTIONS["order"])
    assert parse_response(asked, text)[0] == Response(arranged=(2, 0, 1, 3))


@pytest.mark.parametrize(
    ("text", "typed", "confidence"),
    [
        ("$24 million", "$24 million", Confidence.UNSAID),
        ("$24 million !", "$24 million", Confidence.SURE),
        ("$24 million ?", "$24 million", Confidence.UNSURE),
        ("$24 million ??", "$24 million", Confidence.GUESS),
        ("$24 million?", "$24 million", Confidence.UNSURE),
        ("395!", "395", Confidence.SURE),
        ("395???", "395", Confidence.GUESS),
    ],
)
def test_a_sign_at_the_end_tells_how_sure_one_is(
    text: str, typed: str, confidence: Confidence
) -> None:
    asked = asked_of(QUESTIONS["short"])
    assert parse_response(asked, text) == (Response(typed=typed), confidence)


@pytest.mark.parametrize("kind", QUESTION_TYPES)
@pytest.mark.parametrize("text", ["", "   ", "?", "??"])
def test_an_empty_line_shows_the_answer(kind: str, text: str) -> None:
    asked = asked_of(QUESTIONS[kind], part=part_of(kind))
    assert parse_response(asked, text)[0].revealed


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("choice", "9"),
        ("choice", "0"),
        ("choice", "f"),
        ("choice", "Brazil"),
        ("choice", "a b"),
        ("choice", "b?!"),
        ("choice", "99999999999999999999"),
        ("choice", "9" * 5000),
        ("order", "9" * 5000),
        ("order", "1 2 3"),
        ("order", "1 2 3 3"),
        ("order", "1 2 3 5"),
        ("order", "first"),
    ],
)
def test_what_is_not_there_is_refused_with_a_hint(kind: str, text: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_response(asked_of(QUESTIONS[kind]), text)
    assert caught.value.hint.startswith(("Type ", "Use ")) or "one option" in caught.value.message


@pytest.mark.parametrize("text", ["zzz", "xy", "a z", "9 a"])
def test_what_is_no_option_is_not_called_too_many_options(text: str) -> None:
    with pytest.raises(UsageError, match="no option"):
        parse_response(asked_of(QUESTIONS["choice"]), text)


@pytest.mark.parametrize("text", ["b?", "b ?", "(b)?", "2?"])
def test_beside_an_option_the_sign_needs_no_space(text: str) -> None:
    asked = asked_of(QUESTIONS["choice"])
    assert parse_response(asked, text) == (Response(chosen=(1,)), Confidence.UNSURE)


def test_a_number_is_a_position_before_it_is_an_options_text() -> None:
    question = 'type = "choice"\nprompt = "?"\noptions = ["2", "3", "10"]\nanswer = "10"'
    asked = asked_of(question)
    assert parse_response(asked, "2")[0].chosen == (1,)
    ten = [option.text for option in asked.options].index("10")
    assert parse_response(asked, "10")[0].chosen == (ten,)


@pytest.mark.parametrize("kind", QUESTION_TYPES)
def test_any_line_is_understood_or_refused(kind: str) -> None:
    asked = asked_of(QUESTIONS[kind], part=part_of(kind))

    @settings(max_examples=60, deadline=None)
    @given(st.one_of(st.text(max_size=20), st.text("abcdt0123 ,.()?!→-", max_size=12)))
    def read(text: str) -> None:
        try:
            response, confidence = parse_response(asked, text)
        except UsageError as refused:
            assert refused.hint
        else:
            grade(asked, response, confidence)

    read()
