"""Generating again over a deck that the author has touched."""

from __future__ import annotations

import re

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
