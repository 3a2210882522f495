import pytest

from mdquiz.decks.asked import Expected
from mdquiz.grading.text import compare_text
from mdquiz.grading.typed import compare_typed
from mdquiz.grading.verdict import Outcome

RIGHT, ALMOST, WRONG = Outcome.RIGHT, Outcome.ALMOST, Outcome.WRONG
IPEF = "Indo-Pacific Economic Framework for Prosperity"
KABIL = "Khanij Bidesh India Ltd. (KABIL)"


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("Argentina", "argentina"),
        ("Argentina", "  the ARGENTINA. "),
        ("Côte d'Ivoire", "cote d’ivoire"),
        ("Indo-Pacific", "indo pacific"),
        ("Indo-Pacific", "IndoPacific"),
        ("Trade & Industry", "Trade and Industry"),
        ("Quad members", "Quad member"),
        ("organisations", "organization"),
        ("U.S.A.", "USA"),
        ("B. R. Ambedkar", "Dr. B.R. Ambedkar"),
        (IPEF, "IPEF"),
        (IPEF, "ipef"),
        ("United Nations", "UN"),
        ("Ministry of External Affairs", "MEA"),
        (KABIL, "KABIL"),
        (KABIL, "khanij bidesh india"),
        (KABIL, "Khanij Bidesh India Limited"),
        (KABIL, "Khanij Bidesh India Ltd (KABIL)"),
        ("KABIL (Khanij Bidesh India Ltd.)", "Khanij Bidesh India Limited"),
        ("Bombay/Mumbai", "Mumbai"),
        ("G-7", "G7"),
        ("Part IV", "Part 4"),
        ("Seventh Schedule", "7th schedule"),
        ("Schedule No. 7", "Schedule 7"),
        ("42nd Amendment", "forty-second amendment"),
        ("Article 21", "Art. 21"),
        ("Article 21", "Art.21"),
        ("Xi Jinping", "XI JINPING"),
        ("हिन्दी", "हिंदी"),
        ("अर्जेंटीना", "अर्जेन्टीना"),
        ("पढ़ाई", "पढाई"),
    ],
)
def test_case_accents_articles_and_initialisms_do_not_matter(key: str, typed: str) -> None:
    assert compare_text(key, typed).outcome == RIGHT


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("Argentina", "Argentinia"),
        ("Kazakhstan", "Kazakstan"),
        ("Zambia", "Zambiya"),
        ("titanium slag", "slag titanium"),
        ("B. R. Ambedkar", "Ambedkar"),
        ("Ministry of External Affairs", "External Affairs"),
        ("42nd Amendment", "42nd"),
        ("lithium", "lithium and cobalt"),
        ("Prayagraj (Allahabad)", "Allahabad"),
        ("IPEF", "Indo Pacific Economic Framework"),
        ("मैंगनीज़ अयस्क", "मैगनीज अयस्क"),
    ],
)
def test_a_near_miss_is_for_the_learner_to_decide(key: str, typed: str) -> None:
    found = compare_text(key, typed)
    assert found.outcome == ALMOST
    assert found.notes


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("Iran", "Iraq"),
        ("KABIL", "KABEL"),
        ("IPEF", "IPOF"),
        ("G-7", "G8"),
        ("Article 21", "Article 12"),
        ("Article 21", "Article 21A 22"),
        ("Part IV", "Part VI"),
        ("constitutional", "unconstitutional"),
        ("bilateral", "unilateral"),
        ("bilateral", "trilateral"),
        ("exports", "imports"),
        ("macroeconomic", "microeconomic"),
        ("Not justiciable", "justiciable"),
        ("justiciable", "not justiciable"),
        ("a member", "no member"),
        ("Ministry of External Affairs", "Ministry"),
        ("two lithium and three cobalt projects", "3 lithium and 2 cobalt projects"),
        ("two lithium and three cobalt projects", "lithium and cobalt projects"),
        ("Australia", "Argentina"),
        ("Australia", ""),
        ("Australia", "?!"),
        ("भारत", "चीन"),
        ("supply chain resilience", "SCR"),
    ],
)
def test_another_name_number_or_a_not_is_wrong(key: str, typed: str) -> None:
    assert compare_text(key, typed).outcome == WRONG


def test_a_text_key_that_looks_like_a_number_can_be_held_to_its_letters() -> None:
    assert compare_typed(Expected("Four", kind="text"), "Fourr").outcome == WRONG
    assert compare_typed(Expected("Ninety Six", kind="text"), "96").outcome == RIGHT


def test_an_accepted_synonym_is_right() -> None:
    expected = Expected("China", accept=("People's Republic of China", "PRC"))
    assert compare_typed(expected, "the peoples republic of china").outcome == RIGHT
    assert compare_typed(expected, "prc").outcome == RIGHT


def test_a_wrong_number_in_a_name_is_named() -> None:
    assert compare_text("Article 21", "Article 12").notes[0].text == "the number is wrong"


@pytest.mark.parametrize(
    ("prompt", "key", "typed", "expected"),
    [
        ("IPEF: full form?", IPEF, "IPEF", WRONG),
        ("IPEF: full form?", IPEF, "Indo-Pacific Economic Framework for Prosperity", RIGHT),
        ("KABIL: full form?", KABIL, "kabil", WRONG),
        ("KABIL: full form?", "Khanij Bidesh India", "Khanij Bidesh India (KABIL)", RIGHT),
        ("by the _____ Amendment of 1978", "44th", "44th Constitutional Amendment", ALMOST),
        ("Which company signed?", KABIL, "kabil", RIGHT),
        ("participation of the _____ sector", "private", "private sector", RIGHT),
        ("by the _____ Amendment of 1978", "44th", "44th Amendment", RIGHT),
        ("by the _____ Amendment of 1978", "44th", "42nd Amendment", WRONG),
        ("Article that abolishes untouchability?", "Article 17", "17", RIGHT),
        ("Article that abolishes untouchability?", "17", "Article 17", RIGHT),
        ("Article that abolishes untouchability?", "Article 17", "18", WRONG),
        ("Is it Iran or Iraq?", "Iran", "Iran or Iraq", ALMOST),
        ("Does it lie in China, or in Peru?", "Peru", "China and Peru", ALMOST),
        ("Quad members: how many?", "4", "4 members", RIGHT),
        ("Which part?", "Part IV-A", "Part IV", WRONG),
        ("Which part?", "Part IV-A", "Part 4A", RIGHT),
        ("Which article?", "300A", "300", WRONG),
        ("Which article?", "300A", "Article 300-A", RIGHT),
        ("Which article?", "Article 21A", "Article 21", WRONG),
        ("Which vitamin?", "Vitamin A", "vitamin", WRONG),
    ],
)
def test_the_words_of_the_question_are_neither_an_answer_nor_a_fault(
    prompt: str, key: str, typed: str, expected: Outcome
) -> None:
    assert compare_typed(Expected(key), typed, prompt).outcome == expected
