"""One question taken out of a deck's text, or put in; the rest stays to the letter."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mdquiz.decks.patch import question_text, with_question, with_text_of, without_question
from mdquiz.decks.read import read_deck_text
from mdquiz.errors import DeckError

HEAD = '# A deck of mine\ntitle = "T"\n'


def block(name: str, more: str = "") -> str:
    head = f'[[question]]\nid = "{name}"   # its id\ntype = "short"\n'
    return f'{head}prompt = "{name}?"\nanswer = "1"\n{more}'


DECK = (
    f"{HEAD}\n# the first one\n{block('one')}\n"
    f"{block('two', '# inside two' + chr(10))}\n# above three\n{block('three')}"
)


def ids(text: str) -> list[str]:
    deck = read_deck_text(text, "deck.toml").deck
    assert deck is not None
    return [question.id for question in deck.questions]


def test_a_question_comes_with_the_comments_inside_it_only() -> None:
    assert question_text(DECK, "two") == block("two", "# inside two\n")


def test_taking_a_question_out_keeps_every_other_letter() -> None:
    cut = without_question(DECK, "two")
    assert ids(cut) == ["one", "three"]
    assert cut == DECK.replace(block("two", "# inside two\n") + "\n", "")
    assert "# above three" in cut


@pytest.mark.parametrize(
    ("name", "after", "before"),
    [("one", None, "two"), ("two", "one", None), ("three", "two", None)],
)
def test_a_question_taken_out_goes_back_to_its_place(
    name: str, after: str | None, before: str | None
) -> None:
    taken = question_text(DECK, name)
    cut = without_question(DECK, name)
    again = with_question(cut, taken, after=after, before=before)
    assert ids(again) == ["one", "two", "three"]


def test_an_emptied_deck_takes_questions_again() -> None:
    empty = without_question(HEAD + "\n" + block("one"), "one")
    assert ids(empty) == []
    assert ids(with_question(empty, block("one"), after=None, before=None)) == ["one"]


def test_tables_and_strings_that_look_like_questions_fool_nobody() -> None:
    trap = 'explanation = """\n[[question]]\n# no comment\nid = "two"\n"""\n'
    text = f"{HEAD}\n{block('one', trap)}\n[question.hi]\nprompt = 'क?'\n\n{block('two')}"
    assert question_text(text, "one").endswith("prompt = 'क?'\n")
    assert ids(without_question(text, "one")) == ["two"]


def test_tables_behind_the_last_question_stay() -> None:
    text = f'{HEAD}\n{block("one")}\n[document]\npath = "notes.md"\n'
    cut = without_question(text, "one")
    assert '[document]\npath = "notes.md"' in cut


def test_a_layout_that_cannot_be_cut_is_refused() -> None:
    inline = (
        'title = "T"\nquestion = [{ id = "one", type = "short", prompt = "?", answer = "1" }]\n'
    )
    with pytest.raises(DeckError, match="cannot be changed safely"):
        without_question(inline, "one")
    with pytest.raises(DeckError, match="has no question"):
        question_text(DECK, "four")


def test_a_head_inside_a_text_is_never_cut_at() -> None:
    text = f'{HEAD}\n[[ question ]]\nid = "one"\ntype = "short"\nprompt = "?"\nanswer = "1"\n'
    text += 'explanation = """\n[[question]]\nno = 1\n"""\n'
    with pytest.raises(DeckError, match="would not stay the same"):
        without_question(text, "one")


def test_a_question_put_in_front_does_not_part_the_next_from_its_comment() -> None:
    text = f"{HEAD}\n# about two\n{block('two')}"
    assert f"\n# about two\n{block('two')}" in with_question(
        text, block("one"), after=None, before="two"
    )


def test_a_new_text_of_a_question_stands_where_the_old_stood() -> None:
    changed = with_text_of(DECK, "two", block("two").replace("two?", "Second?"))
    assert ids(changed) == ["one", "two", "three"]
    assert changed.replace("Second?", "two?") == DECK.replace("# inside two\n", "")


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(["", "\n", "# x\n", "\n\n# y\n\n"]), min_size=4, max_size=4))
def test_whatever_stands_between_questions_survives_any_cut(between: list[str]) -> None:
    a, b, c, d = between
    text = f"{HEAD}{a}{block('one')}{b}{block('two')}{c}{block('three')}{d}"
    for name in ("one", "two", "three"):
        cut = without_question(text, name)
        assert name not in ids(cut)
        assert len(ids(cut)) == 2
