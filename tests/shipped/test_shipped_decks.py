"""The decks that come with the product are sound, sourced, and worth a learner's time."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from mdquiz.decks.deck import Deck
from mdquiz.decks.kinds.assertion import Assertion
from mdquiz.decks.kinds.base import Source
from mdquiz.decks.kinds.choice import Choice
from mdquiz.decks.kinds.rows import Rows
from mdquiz.decks.kinds.short import Short
from mdquiz.decks.kinds.statements import Statements
from mdquiz.decks.kinds.true_false import TrueFalse
from mdquiz.decks.question import QUESTION_TYPES, AnyQuestion
from mdquiz.decks.read import DeckReading, read_deck

DECKS = Path(__file__).parents[2] / "decks"
MINERALS = DECKS / "mineral-diplomacy.toml"
CONSTITUTION = DECKS / "bharat-samvidhan.toml"
SHIPPED = sorted(DECKS.glob("*.toml"))
DEVANAGARI = re.compile("[\u0900-\u097f]")


@pytest.fixture(scope="module", params=SHIPPED, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    found = request.param
    assert isinstance(found, Path)
    return found


@pytest.fixture(scope="module")
def reading(path: Path) -> DeckReading:
    return read_deck(path)


@pytest.fixture(scope="module")
def deck(reading: DeckReading) -> Deck:
    assert reading.deck is not None
    return reading.deck


@pytest.fixture(scope="module")
def minerals() -> Deck:
    deck = read_deck(MINERALS).deck
    assert deck is not None
    return deck


@pytest.fixture(scope="module")
def constitution() -> Deck:
    deck = read_deck(CONSTITUTION).deck
    assert deck is not None
    return deck


def notes_of(path: Path, deck: Deck) -> Path:
    assert deck.document is not None
    return path.parent / deck.document.path


def sources(deck: Deck) -> Iterator[tuple[str, Source]]:
    for question in deck.questions:
        for source in question.source:
            yield question.id, source


def test_both_decks_are_shipped() -> None:
    assert SHIPPED == [CONSTITUTION, MINERALS]


def test_a_shipped_deck_reads_without_a_single_remark(reading: DeckReading) -> None:
    assert reading.diagnostics == ()


def test_a_shipped_deck_names_its_schema_so_that_editors_complete_it(path: Path) -> None:
    first_line = path.read_text(encoding="utf-8").split("\n", 1)[0]
    assert first_line == "#:schema ../docs/reference/deck.schema.json"


def test_the_history_of_a_shipped_deck_hangs_on_its_file_name(path: Path, deck: Deck) -> None:
    assert deck.id == path.stem


def test_a_shipped_deck_asks_in_all_nine_ways(deck: Deck) -> None:
    assert {question.type for question in deck.questions} == set(QUESTION_TYPES)


def test_the_notes_are_those_the_deck_was_made_from(path: Path, deck: Deck) -> None:
    assert deck.document is not None
    digest = sha256(notes_of(path, deck).read_bytes()).hexdigest()
    assert digest == deck.document.sha256


def test_every_quote_stands_verbatim_on_its_lines(path: Path, deck: Deck) -> None:
    lines = notes_of(path, deck).read_text(encoding="utf-8").split("\n")
    adrift = []
    for question_id, source in sources(deck):
        assert source.lines is not None, question_id
        first, last = source.lines
        if not source.quote or source.quote not in "\n".join(lines[first - 1 : last]):
            adrift.append((question_id, source.quote))
    assert adrift == []


def test_every_section_named_is_the_heading_above_its_lines(path: Path, deck: Deck) -> None:
    lines = notes_of(path, deck).read_text(encoding="utf-8").split("\n")
    for question_id, source in sources(deck):
        assert source.lines is not None
        above = [line for line in lines[: source.lines[0]] if line.startswith("#")]
        assert re.sub(r"^#+ (?:[\d.]+ )?", "", above[-1]) == source.section, question_id


def test_every_question_is_explained_sourced_tagged_and_rated(deck: Deck) -> None:
    for question in deck.questions:
        assert question.explanation, question.id
        assert question.source, question.id
        assert question.tags, question.id
        assert question.difficulty, question.id
        assert question.facts, question.id


def test_questions_on_one_fact_share_its_name_and_are_kept_apart(minerals: Deck) -> None:
    named = Counter(fact for question in minerals.questions for fact in question.facts)
    assert named["australia-projects"] >= 4
    assert max(named.values()) <= 8


def test_every_option_says_why_it_is_right_or_wrong(deck: Deck) -> None:
    for question in deck.questions:
        if isinstance(question, Choice):
            assert all(question.why.get(text) for text in question.options), question.id


def test_every_statement_and_row_says_why(deck: Deck) -> None:
    for question in deck.questions:
        for claim in claims(question):
            assert claim, question.id


def claims(question: AnyQuestion) -> list[str]:
    if isinstance(question, Statements | Assertion):
        return [statement.why for statement in question.statements]
    return [row.why for row in question.rows] if isinstance(question, Rows) else []


def test_every_false_statement_and_row_gives_what_is_true(deck: Deck) -> None:
    for question in deck.questions:
        if isinstance(question, Statements):
            assert all(each.true or each.original for each in question.statements), question.id
        if isinstance(question, Rows):
            assert all(row.true or row.original for row in question.rows), question.id


def test_the_right_option_is_not_betrayed_by_its_length(deck: Deck) -> None:
    for question in deck.questions:
        if isinstance(question, Choice) and not question.several:
            others = [len(text) for text in question.options if text not in question.right]
            assert len(question.right[0]) <= max(others) + 8, question.id


def test_statements_are_not_nearly_always_true_or_false(minerals: Deck) -> None:
    truths = [question.answer for question in minerals.questions if isinstance(question, TrueFalse)]
    truths += [
        each.true
        for question in minerals.questions
        if isinstance(question, Statements)
        for each in question.statements
    ]
    assert 0.35 <= sum(truths) / len(truths) <= 0.65


def test_no_short_question_gives_its_answer_away(deck: Deck) -> None:
    for question in deck.questions:
        if isinstance(question, Short) and isinstance(question.answer, str):
            assert question.answer.casefold() not in question.prompt.casefold(), question.id


def test_the_mineral_deck_has_the_promised_mix_of_questions(minerals: Deck) -> None:
    kinds = Counter[str](question.type for question in minerals.questions)
    least = {"short": 20, "choice": 8, "cloze": 8, "true_false": 6, "statements": 6}
    least |= dict.fromkeys(("rows", "match", "assertion", "order"), 3)
    assert len(minerals.questions) >= 60
    assert {kind: kinds[kind] for kind in least if kinds[kind] < least[kind]} == {}


def test_statement_sets_are_asked_in_all_three_ways(minerals: Deck) -> None:
    asked = {question.ask for question in minerals.questions if isinstance(question, Statements)}
    assert asked == {"which", "how_many", "not"}


def test_two_questions_share_a_passage(minerals: Deck) -> None:
    passages = [question.passage for question in minerals.questions if question.passage]
    assert passages == ["missed-auction", "missed-auction"]


def test_the_card_the_product_was_conceived_with_is_there(minerals: Deck) -> None:
    card = minerals.question("kabil-argentina-value")
    assert isinstance(card, Short)
    assert (card.prompt, card.answer) == ("KABIL–Argentina pact value?", "$24 million")


def test_the_mineral_notes_name_their_source() -> None:
    notes = (DECKS / "notes" / "mineral-diplomacy.md").read_text(encoding="utf-8")
    assert "AKKA IAS Academy" in notes
    assert "17 December 2024" in notes


@pytest.mark.parametrize(
    "fact",
    [
        "Khanij Bidesh India Ltd.",
        "March 2022",
        "Critical Mineral Investment Partnership",
        "two of them for lithium and three of them for cobalt",
        "Argentina, Bolivia and Chile",
        "$24 million",
        "owned by the state",
        "five blocks of lithium brine",
        "IREUK Titanium Limited",
        "titanium slag",
        "Quad",
        "Indo-Pacific Economic Framework for Prosperity",
        "Mineral Security Partnership",
        "G-7",
        "Mineral Diplomacy Division",
        "Ministry of External Affairs",
        "New and Emerging Strategic Technologies",
        "roadmap",
        "clear strategy for the supply chain",
        "specialists posted to selected key",
        "the EU, South Korea and the members of the Quad",
        "technological expertise, diplomatic reach and domestic capabilities",
        "strategic necessity",
    ],
)
def test_the_mineral_notes_carry(fact: str) -> None:
    assert fact in (DECKS / "notes" / "mineral-diplomacy.md").read_text(encoding="utf-8")


def test_every_question_of_the_constitution_can_be_read_in_hindi(constitution: Deck) -> None:
    assert len(constitution.questions) >= 20
    for question in constitution.questions:
        assert question.hi is not None, question.id
        wording = question.hi.model_dump(exclude={"explanation"})
        assert DEVANAGARI.search(str(wording)), question.id
        assert DEVANAGARI.search(question.hi.explanation), question.id


def test_every_hindi_option_says_why_as_well(constitution: Deck) -> None:
    for question in constitution.questions:
        if isinstance(question, Choice):
            assert question.hi is not None
            assert all(question.hi.why.get(text) for text in question.hi.options), question.id


def test_shipped_text_is_in_one_unicode_form() -> None:
    for file in (*SHIPPED, *(DECKS / "notes").glob("*.md")):
        assert unicodedata.is_normalized("NFC", file.read_text(encoding="utf-8")), file.name
