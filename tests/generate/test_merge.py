"""Generating again over a deck that the author has touched."""

from __future__ import annotations

import re

import pytest

from mdquiz.decks.deck import Deck
from mdquiz.decks.read import read_deck_text
from mdquiz.decks.write import deck_text
from mdquiz.generate.merge import Merged, merge
from mdquiz.generate.pipeline import Generation
from mdquiz.generate.review import Decision, Review
from tests.generate.conftest import Make

FIRST = """# The Lokpal

The Lokpal Act was passed in 2013. The Lokpal has its seat at New Delhi.

- **Tenure**: five years
"""
LATER = (
    FIRST.replace("five years", "six years") + "\nThe first Lokpal was sworn in on 23 March 2019.\n"
)


def deck_of(text: str) -> Deck:
    reading = read_deck_text(text, "deck.toml")
    assert reading.deck is not None, reading.diagnostics
    return reading.deck


def merged(text: str, generation: Generation, review: Review | None = None) -> Merged:
    return merge(
        text,
        deck_of(text),
        generation.deck,
        generation.reading.document,
        review if review is not None else Review().written(deck_of(text).questions),
    )


def test_generating_again_from_the_same_notes_changes_nothing(make: Make) -> None:
    text = deck_text(make(FIRST).deck)
    again = merged(text, make(FIRST))
    assert not again.changed
    assert again.text == text


def test_new_passages_add_questions_and_gone_ones_mark_theirs_stale(make: Make) -> None:
    text = deck_text(make(FIRST).deck)
    again = merged(text, make(LATER))
    assert again.sound
    assert any("2019" in deck_text(deck_of(again.text)) for _ in [0])
    stale = {q.id: q for q in deck_of(again.text).questions if q.status == "stale"}
    assert stale
    assert set(stale) == set(again.stale)
    assert all("five years" in str(q.model_dump()) for q in stale.values())


def test_a_stale_question_comes_back_with_its_passage(make: Make) -> None:
    text = deck_text(make(FIRST).deck)
    stale = merged(text, make(LATER)).text
    back = merged(stale, make(FIRST))
    assert back.sound
    assert back.revived
    again = {q.id for q in deck_of(back.text).questions if q.status == "stale"}
    assert not again & set(back.revived)


def test_edits_by_hand_stay_and_are_told(make: Make) -> None:
    deck = make(FIRST).deck
    review = Review().written(deck.questions)
    text = deck_text(deck)
    question = next(q for q in deck.questions if q.type == "short")
    edited = text.replace(f'prompt = "{question.prompt}"', 'prompt = "My own wording?"')
    assert edited != text
    again = merged(edited, make(LATER), review)
    assert question.id in again.edited
    assert 'prompt = "My own wording?"' in again.text
    assert len(re.findall(re.escape(question.id), again.text)) == 1


def test_hand_written_questions_comments_and_layout_are_kept_to_the_letter(make: Make) -> None:
    by_hand = '\n# mine, do not touch\n[[question]]\nid = "own"   # an id\ntype = "short"\nprompt = "Who?"\nanswer = "Me"\n'  # noqa: E501
    text = deck_text(make(FIRST).deck) + by_hand
    again = merged(text, make(LATER))
    assert again.sound
    assert by_hand in again.text
    assert deck_of(again.text).question("own").status is None


def test_rejected_and_removed_questions_stay_out(make: Make) -> None:
    deck = make(FIRST).deck
    first, second = deck.questions[0], deck.questions[1]
    review = Review().written(deck.questions).decided(first.id, Decision.REJECTED)
    rest = deck.model_copy(update={"questions": deck.questions[2:]})
    again = merged(deck_text(rest), make(LATER), review)
    assert {first.id, second.id} <= set(again.refused)
    assert not {first.id, second.id} & {q.id for q in deck_of(again.text).questions}


def test_the_digest_of_the_document_is_brought_up_to_date(make: Make) -> None:
    later = make(LATER)
    again = merged(deck_text(make(FIRST).deck), later)
    assert later.deck.document is not None
    assert deck_of(again.text).document == later.deck.document


LAKES = """# Ramsar sites of India

| Wetland | State | Year |
|---|---|---|
| Chilika Lake | Odisha | 1981 |
| Loktak Lake | Manipur | 1990 |
| Ashtamudi | Kerala | 2002 |
| Wular Lake | Jammu and Kashmir | 1986 |
"""
SETS = {"rows", "match", "order", "statements"}


def sets_with(text: str, words: str, *, stale: bool) -> list[str]:
    return [
        q.type
        for q in deck_of(text).questions
        if q.type in SETS
        and words in str(q.model_dump(exclude={"source"}))
        and (q.status == "stale") is stale
    ]


@pytest.mark.parametrize(("said", "now"), [("Manipur", "Nagaland"), ("1990", "1993")])
def test_a_set_is_stale_when_a_figure_of_any_member_changes(
    make: Make, said: str, now: str
) -> None:
    text = deck_text(make(LAKES).deck)
    assert sets_with(text, said, stale=False)
    again = merged(text, make(LAKES.replace(said, now)))
    assert again.sound
    assert not sets_with(again.text, said, stale=False)
    assert sets_with(again.text, said, stale=True)
    assert sets_with(again.text, now, stale=False)


def test_a_set_is_stale_when_the_row_of_a_member_is_deleted(make: Make) -> None:
    text = deck_text(make(LAKES).deck)
    fewer = LAKES.replace("| Wular Lake | Jammu and Kashmir | 1986 |\n", "")
    again = merged(text, make(fewer))
    assert again.sound
    assert sets_with(again.text, "Wular", stale=True)
    assert not [q for q in deck_of(again.text).questions if "Wular" in q.id]
    assert not sets_with(again.text, "Wular", stale=False)
    back = merged(again.text, make(LAKES))
    assert not sets_with(back.text, "Wular", stale=True)


def test_a_new_row_leaves_the_sets_that_are_there_alone(make: Make) -> None:
    text = deck_text(make(LAKES).deck)
    again = merged(text, make("\n" + LAKES + "| Renuka Lake | Himachal Pradesh | 2005 |\n"))
    assert not again.stale
    assert {q.type for q in again.added} <= {"short", "choice", "cloze", "true_false"}


def test_a_figure_that_grew_by_a_digit_is_another_figure(make: Make) -> None:
    note = "# Pacts\n\nThe KABIL pact with Argentina has a value of 24 {}.\n"
    text = deck_text(make(note.format("million")).deck)
    assert deck_of(text).questions
    again = merged(text, make(note.format("million").replace("24", "124")))
    assert {q.status for q in deck_of(again.text).questions if q.id in again.kept} == {"stale"}


def test_lines_follow_their_passages(make: Make) -> None:
    text = deck_text(make(FIRST).deck)
    again = merged(text, make("Posted on Monday.\n\n\n" + FIRST))
    assert again.sound
    assert again.changed
    now = {q.id: q for q in deck_of(again.text).questions}
    for question in deck_of(text).questions:
        assert [
            (s.quote, (s.lines[0] + 3, s.lines[1] + 3)) for s in question.source if s.lines
        ] == [(s.quote, s.lines) for s in now[question.id].source]
    third = merged(again.text, make("Posted on Monday.\n\n\n" + FIRST))
    assert not third.changed


def test_an_edit_by_hand_keeps_its_lines_where_its_quote_stands_there(make: Make) -> None:
    deck = make(FIRST).deck
    review = Review().written(deck.questions)
    text = deck_text(deck).replace("lines = [5, 5]", "lines = [3, 5]   ", 1)
    again = merged(text, make(FIRST), review)
    assert "lines = [3, 5]   " in again.text
    assert not again.changed


def test_moved_lines_are_no_edit_even_where_nothing_is_remembered(make: Make) -> None:
    text = deck_text(make(FIRST).deck)
    question = next(q for q in deck_of(text).questions if q.type == "short")
    text = text.replace(f'prompt = "{question.prompt}"', 'prompt = "My own wording?"', 1)
    mine = [q.id for q in deck_of(text).questions if "My own" in str(q.model_dump())]
    for review in (Review(), Review().written(make(FIRST).deck.questions)):
        again = merged(text, make("One.\n\nTwo.\n\n" + FIRST), review)
        assert list(again.edited) == mine


def test_the_counts_are_of_the_deck_as_it_is(make: Make) -> None:
    by_hand = '\n[[question]]\nid = "own"\ntype = "short"\nprompt = "Who?"\nanswer = "Me"\n'
    deck = make(FIRST).deck
    again = merged(deck_text(deck) + by_hand, make(LATER))
    assert again.had == len(deck.questions) + 1
    assert again.own == 1
    assert len(again.kept) == len(deck.questions)
    assert len(again.deck.questions) == again.had + len(again.added)
    third = merged(again.text, make(LATER))
    assert third.still == again.stale
    assert not third.stale


def test_a_quote_follows_its_line_where_another_word_of_it_changed(make: Make) -> None:
    text = deck_text(make(LAKES).deck)
    again = merged(text, make("\n" + LAKES.replace("Manipur", "Nagaland")))
    assert again.sound
    quotes = [
        source.quote
        for question in deck_of(again.text).questions
        if question.status is None
        for source in question.source
    ]
    assert not [quote for quote in quotes if "Manipur" in quote]
    assert not merged(again.text, make("\n" + LAKES.replace("Manipur", "Nagaland"))).edited


def test_a_date_in_a_heading_is_a_passage_though_the_year_stands_elsewhere(make: Make) -> None:
    note = "# Congress\n\n### {}\n\nThe Congress was founded at Bombay.\n\nMany wrote of 1885.\n"
    text = deck_text(make(note.format("1885")).deck)
    again = merged(text, make(note.format("1886")))
    wrong = [q for q in deck_of(again.text).questions if q.id in again.kept and "date" in q.rule]
    assert wrong
    assert {q.status for q in wrong} == {"stale"}


def test_a_set_whose_id_has_no_digest_yet_is_known_by_its_facts(make: Make) -> None:
    text = re.sub(r'(id = "f[0-9a-f]+-\w+)\.[0-9a-f]{4}"', r'\1"', deck_text(make(LAKES).deck))
    assert not merged(text, make(LAKES)).changed
    again = merged(text, make(LAKES.replace("1990", "1993")))
    by_state = [q for q in deck_of(again.text).questions if q.type == "match"]
    assert [q.status for q in by_state] == [None]
    assert not merged(text, make(LAKES), Review()).edited
