import random

import pytest

from mdquiz.decks.asked import Asked, Form
from mdquiz.decks.asking import ask
from mdquiz.decks.card import CardId
from mdquiz.decks.question import QUESTION_TYPES
from mdquiz.grading.grade import grade
from mdquiz.grading.verdict import Outcome, Rating, Response
from tests.asking.decks import asked_of, deck_of

QUESTIONS = {
    "short": """
type = "short"
prompt = "Value of the pact?"
answer = "$24 million"
accept = ["₹200 crore"]
hi = { prompt = "समझौते का मूल्य?", answer = "24 मिलियन डॉलर" }
""",
    "choice": """
type = "choice"
prompt = "Which one?"
options = ["Argentina", "None of the above", "Chile", "Peru", "Bolivia"]
answer = "Chile"
why = { Peru = "No salt flat." }
hi = { prompt = "कौन-सा?", options = ["अर्जेंटीना", "इनमें से कोई नहीं", "चिली", "पेरू", "बोलीविया"] }
""",
    "true_false": """
type = "true_false"
prompt = "India imports lithium."
answer = true
hi = { prompt = "भारत लिथियम का आयात करता है।" }
""",
    "cloze": """
type = "cloze"
text = "{{KABIL::a company}} works in {{Argentina}}; {{argentina}} has brine."
hi = { text = "{{काबिल}} {{अर्जेंटीना}} में है; {{अर्जेंटीना}} में लवण है।" }
""",
    "statements": """
type = "statements"
statements = [
  { text = "Brine.", true = true, why = "So it is." },
  { text = "Rock.", true = false, original = "Brine." },
  { text = "Assets.", true = true },
]
[question.hi]
statements = [{ text = "लवण।" }, { text = "चट्टान।" }, { text = "परिसंपत्ति।" }]
""",
    "rows": """
type = "rows"
columns = ["Country", "Mineral"]
rows = [
  { cells = ["Argentina", "Lithium"], true = true },
  { cells = ["Kazakhstan", "Cobalt"], true = false },
  { cells = ["Australia", "Cobalt"], true = true },
]
[question.hi]
columns = ["देश", "खनिज"]
rows = [
  { cells = ["अर्जेंटीना", "लिथियम"] },
  { cells = ["कज़ाकिस्तान", "कोबाल्ट"] },
  { cells = ["ऑस्ट्रेलिया", "कोबाल्ट"] },
]
""",
    "match": """
type = "match"
left_title = "Country"
right_title = "Form"
pairs = [
  { left = "Australia", right = "MoU" },
  { left = "Argentina", right = "Pact" },
  { left = "Kazakhstan", right = "Joint venture" },
]
[question.hi]
left_title = "देश"
right_title = "रूप"
pairs = [
  { left = "ऑस्ट्रेलिया", right = "समझौता ज्ञापन" },
  { left = "अर्जेंटीना", right = "समझौता" },
  { left = "कज़ाकिस्तान", right = "संयुक्त उद्यम" },
]
""",
    "assertion": """
type = "assertion"
statement_1 = { text = "India signs pacts.", true = true }
statement_2 = { text = "India imports minerals.", true = true, explains = true }
[question.hi]
statement_1 = { text = "भारत समझौते करता है।" }
statement_2 = { text = "भारत खनिज आयात करता है।" }
""",
    "order": """
type = "order"
axis = "raw material first"
sequence = ["Ilmenite", "Slag", "Chloride", "Sponge"]
hi = { axis = "कच्चा माल पहले", sequence = ["इल्मेनाइट", "स्लैग", "क्लोराइड", "स्पंज"] }
""",
}


def right_response(asked: Asked) -> Response:
    key = list(asked.arrange_key)
    return Response(
        typed=asked.answer if asked.form is Form.TYPED else "",
        chosen=tuple(at for at, option in enumerate(asked.options) if option.right),
        arranged=tuple(asked.arrange.index(item) for item in key),
    )


def part_of(kind: str) -> str:
    return "2" if kind == "cloze" else ""


def test_every_type_can_be_asked() -> None:
    assert set(QUESTIONS) == set(QUESTION_TYPES)


@pytest.mark.parametrize("kind", QUESTION_TYPES)
@pytest.mark.parametrize("language", ["en", "hi"])
def test_the_key_is_graded_right_in_both_languages(kind: str, language: str) -> None:
    for seed in range(20):
        asked = asked_of(QUESTIONS[kind], language=language, part=part_of(kind), seed=seed)
        verdict = grade(asked, right_response(asked))
        assert (verdict.outcome, verdict.suggested) == (Outcome.RIGHT, Rating.GOOD)
        assert asked.language == language
        assert asked.languages == ("en", "hi")
        assert asked.card == CardId("minerals", "q", part_of(kind))


@pytest.mark.parametrize("kind", QUESTION_TYPES)
def test_switching_the_language_leaves_everything_in_its_place(kind: str) -> None:
    for seed in range(20):
        english = asked_of(QUESTIONS[kind], language="en", part=part_of(kind), seed=seed)
        hindi = asked_of(QUESTIONS[kind], language="hi", part=part_of(kind), seed=seed)
        assert [each.right for each in english.options] == [each.right for each in hindi.options]
        assert [each.asserts for each in english.options] == [
            each.asserts for each in hindi.options
        ]
        assert right_response(english).arranged == right_response(hindi).arranged
        assert [entry[0] for each in english.lists for entry in each] == [
            entry[0] for each in hindi.lists for entry in each
        ]
        assert english.answer_hash == hindi.answer_hash


@pytest.mark.parametrize("kind", QUESTION_TYPES)
def test_the_same_seed_asks_the_same(kind: str) -> None:
    first = asked_of(QUESTIONS[kind], part=part_of(kind), seed=7)
    assert first == asked_of(QUESTIONS[kind], part=part_of(kind), seed=7)


@pytest.mark.parametrize("kind", ["choice", "match", "order"])
def test_another_seed_shuffles_anew(kind: str) -> None:
    orders = {
        (
            tuple(option.text for option in asked.options),
            asked.arrange,
        )
        for asked in (asked_of(QUESTIONS[kind], seed=seed) for seed in range(30))
    }
    assert len(orders) > 3


@pytest.mark.parametrize("kind", QUESTION_TYPES)
def test_every_option_is_distinct_and_the_key_is_among_them(kind: str) -> None:
    for seed in range(30):
        asked = asked_of(QUESTIONS[kind], part=part_of(kind), seed=seed)
        texts = [option.text for option in asked.options]
        assert len(set(texts)) == len(texts)
        if asked.form is Form.ONE:
            assert sum(option.right for option in asked.options) == 1


def test_a_language_that_is_not_there_falls_back_to_the_decks_own() -> None:
    asked = asked_of('type = "short"\nprompt = "?"\nanswer = "x"', language="hi")
    assert (asked.language, asked.languages) == ("en", ("en",))


def test_passage_source_tags_and_explanation_come_along() -> None:
    question = """
type = "short"
prompt = "?"
answer = "x"
passage = "p"
explanation = "Because."
tags = ["ir.x"]
source = { section = "S", lines = [3, 4], quote = "…" }
hi = { prompt = "?", explanation = "क्योंकि।" }
"""
    asked = asked_of(question)
    assert asked.passage == "Read this."
    assert asked.explanation == "Because."
    assert asked.tags == ("ir.x", "gs2.ir")
    assert (asked.sources[0].path, asked.sources[0].lines) == ("notes.md", (3, 4))
    hindi = asked_of(question, language="hi")
    assert (hindi.passage, hindi.explanation) == ("यह पढ़िए।", "क्योंकि।")


def test_a_part_that_is_not_there_is_a_key_error() -> None:
    deck = deck_of("[[question]]\nid = 'q'\n" + QUESTIONS["short"])
    with pytest.raises(KeyError):
        ask(deck, deck.question("q"), "1", rng=random.Random(0))


def test_the_answer_hash_changes_with_the_key_and_not_with_the_wording() -> None:
    question = QUESTIONS["short"]
    before = asked_of(question).answer_hash
    assert before == asked_of(question.replace("Value of", "What is the value of")).answer_hash
    assert before != asked_of(question.replace("24 ", "42 ")).answer_hash
