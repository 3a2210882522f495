"""The review of a generated deck: every decision is in the files at once, and lasts."""

from __future__ import annotations

from pathlib import Path

import pytest

from mdquiz.decks.read import read_deck
from mdquiz.decks.write import deck_text
from mdquiz.errors import DeckError
from mdquiz.generate.merge import merge
from mdquiz.generate.pipeline import Generation, Wishes, generate
from mdquiz.generate.review import Review, load_review, review_path, review_text
from mdquiz.generate.source import source_text
from mdquiz.study.deck_review import ACCEPTED, EDITED, REJECTED, TO_DO, DeckReview

NOTE = """# The Lokpal

The Lokpal Act was passed in 2013. The Lokpal has its seat at New Delhi.

- **Tenure**: five years
- **Members**: eight
"""
BY_HAND = '\n# mine\n[[question]]\nid = "own"\ntype = "short"\nprompt = "Who?"\nanswer = "Me"\n'


@pytest.fixture
def made() -> Generation:
    return generate(source_text("notes.md", NOTE), Wishes())


@pytest.fixture
def path(tmp_path: Path, made: Generation) -> Path:
    deck = tmp_path / "lokpal.toml"
    deck.write_text(deck_text(made.deck) + BY_HAND, encoding="utf-8")
    review_path(deck).write_text(review_text(Review().written(made.deck.questions)), "utf-8")
    return deck


def review_of(path: Path, made: Generation | None = None) -> DeckReview:
    if made is None:
        return DeckReview(path)
    return DeckReview(path, made.deck.questions, made.reading.document.lines)


def names(review: DeckReview, standing: str) -> list[str]:
    return [it.question.id for it in review.picture.items if it.standing == standing]


def ids(path: Path) -> list[str]:
    deck = read_deck(path).deck
    assert deck is not None
    return [question.id for question in deck.questions]


def test_only_what_the_generator_wrote_is_gone_through(path: Path, made: Generation) -> None:
    review = review_of(path, made)
    assert names(review, TO_DO) == [question.id for question in made.deck.questions]


def test_a_review_goes_on_where_it_was_left(path: Path, made: Generation) -> None:
    review = review_of(path, made)
    first, second, *rest = names(review, TO_DO)
    review.accept(first)
    review.reject(second)
    again = review_of(path, made)
    assert names(again, ACCEPTED) == [first]
    assert names(again, REJECTED) == [second]
    assert names(again, TO_DO) == rest
    assert [it.question.id for it in again.picture.items] == [first, second, *rest]


def test_a_rejected_question_leaves_the_deck_at_once_and_stays_out(
    path: Path, made: Generation
) -> None:
    name = names(review_of(path), TO_DO)[1]
    before = path.read_text("utf-8")
    review_of(path).reject(name)
    assert name not in ids(path)
    assert BY_HAND in path.read_text("utf-8")
    old = read_deck(path).deck
    assert old is not None
    text = path.read_text("utf-8")
    merged = merge(text, old, made.deck, made.reading.document, load_review(path))
    assert name in merged.refused
    assert not merged.changed
    review = review_of(path, made)
    review.accept(name)
    assert path.read_text("utf-8") == before


def test_everything_can_be_taken_back_to_the_letter(path: Path) -> None:
    before = path.read_text("utf-8"), review_path(path).read_text("utf-8")
    review = review_of(path)
    every = names(review, TO_DO)
    for name in every:
        review.reject(name)
    assert ids(path) == ["own"]
    review.accept(every[0])
    block = review.text_to_edit(every[0])
    assert not review.take_edit(every[0], block + "# a comment of mine\n")
    while review.undo():
        pass
    assert (path.read_text("utf-8"), review_path(path).read_text("utf-8")) == before


def test_an_edit_is_kept_by_the_merge(path: Path, made: Generation) -> None:
    review = review_of(path, made)
    name = next(n for n in names(review, TO_DO) if made.deck.question(n).type == "short")
    block = review.text_to_edit(name)
    prompt = made.deck.question(name).model_dump()["prompt"]
    assert not review.take_edit(name, block.replace(prompt, "My own wording?"))
    assert names(review, EDITED) == [name]
    review.accept(name)
    assert names(review_of(path, made), EDITED) == [name]
    old = read_deck(path).deck
    assert old is not None
    text = path.read_text("utf-8")
    merged = merge(text, old, made.deck, made.reading.document, load_review(path))
    assert name in merged.edited
    assert "My own wording?" in merged.text


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda block: block.replace("type =", "typ ="), "type"),
        (lambda block: block.replace('id = "', 'id = "x'), "id must stay"),
        (lambda block: block.replace('type = "short"', 'type = "short'), "Line 3"),
        (lambda block: "", "reject"),
        (lambda block: 'prompt = "?"', "begin with"),
        (lambda block: block + "\n[[passage]]\nid = 'p'\ntext = 'x'\n", "more of the deck"),
        (lambda block: block + block, "already"),
    ],
    ids=["type", "id", "syntax", "empty", "no head", "other table", "twice"],
)
def test_an_edit_with_errors_is_told_and_leaves_the_deck_alone(
    path: Path, change: object, told: str
) -> None:
    assert callable(change)
    before = path.read_bytes()
    review = review_of(path)
    name = next(it.question.id for it in review.picture.items if it.question.type == "short")
    wrong = change(review.text_to_edit(name))
    problems = review.take_edit(name, wrong)
    assert problems
    assert told in " ".join(problems)
    assert path.read_bytes() == before
    assert review.text_to_edit(name) == wrong
    review.drop_draft(name)
    assert review.text_to_edit(name) in path.read_text("utf-8")


def test_one_question_may_be_edited_into_two(path: Path) -> None:
    review = review_of(path)
    name = names(review, TO_DO)[0]
    block = review.text_to_edit(name)
    second = block.replace(f'id = "{name}"', 'id = "second-half"')
    assert not review.take_edit(name, block + "\n" + second)
    assert ids(path)[:2] == [name, "second-half"]
    assert "second-half" in names(review, TO_DO)


def test_what_was_taken_out_by_hand_can_be_brought_back(path: Path, made: Generation) -> None:
    name = made.deck.questions[0].id
    before = path.read_text("utf-8")
    head, _, *rest = before.split("[[question]]")
    path.write_text("[[question]]".join([head, *rest]), encoding="utf-8")
    review = review_of(path, made)
    assert names(review, REJECTED) == [name]
    review.accept(name)
    assert path.read_text("utf-8") == before


def test_windows_line_ends_stay(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    review = review_of(path)
    first, second, *_ = names(review, TO_DO)
    review.reject(first)
    assert b"\n" not in path.read_bytes().replace(b"\r\n", b"")
    block = review.text_to_edit(second)
    assert not review.take_edit(second, block + "# mine\n")
    assert b"\n" not in path.read_bytes().replace(b"\r\n", b"")
    review.undo()
    review.undo()
    assert ids(path)[0] == first


def test_a_change_made_outside_meanwhile_is_not_lost(path: Path) -> None:
    review = review_of(path)
    name = names(review, TO_DO)[0]
    path.write_text(path.read_text("utf-8").replace('answer = "Me"', 'answer = "You"'), "utf-8")
    review.reject(name)
    assert 'answer = "You"' in path.read_text("utf-8")
    assert name not in ids(path)


def test_a_deck_with_errors_is_not_reviewed(path: Path) -> None:
    path.write_text(path.read_text("utf-8").replace("type =", "typ =", 1), "utf-8")
    with pytest.raises(DeckError, match="has errors"):
        review_of(path)


def test_what_it_says_of_the_deck_is_what_the_file_says(path: Path, made: Generation) -> None:
    review = review_of(path, made)
    every = names(review, TO_DO)
    for name in every[::2]:
        review.reject(name)
    for name in every[::4]:
        review.accept(name)
        assert review.picture.deck == read_deck(path).deck
    while review.undo():
        assert review.picture.deck == read_deck(path).deck


@pytest.mark.parametrize("between", [False, True])
def test_taking_back_an_edit_that_split_a_question_takes_both_halves_back(
    path: Path, between: bool
) -> None:
    before = path.read_text("utf-8"), review_path(path).read_text("utf-8")
    review = review_of(path)
    name = next(it.question.id for it in review.picture.items if it.question.type == "short")
    half = '\n[[question]]\nid = "half"\ntype = "short"\nprompt = "Which?"\nanswer = "This"\n'
    assert not review.take_edit(name, review.text_to_edit(name) + half)
    assert "half" in ids(path)
    if between:  # the author writes at the end of the file meanwhile
        path.write_text(path.read_text("utf-8") + "# later\n", "utf-8")
    assert review.undo() == name
    assert "half" not in ids(path)
    now = path.read_text("utf-8"), review_path(path).read_text("utf-8")
    assert now == ((before[0] + "# later\n", before[1]) if between else before)
