from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdquiz.decks.asked import Expected
from mdquiz.exams.attempt import Reply
from mdquiz.exams.blueprint import Selection
from mdquiz.exams.formats import FORMATS
from mdquiz.exams.marking import Result, mark
from mdquiz.exams.paper import Item, Paper, put
from mdquiz.exams.rescore import Correction, Unclear, corrected, correction_of
from mdquiz.grading.verdict import Response
from tests.exams.decks import EVERY_TYPE, drawn_paper, library_of, putting
from tests.exams.papers import BLANK, BOTH, RIGHT, WRONG, choice, numeric, paper, scheme


def two() -> Paper:
    return paper(scheme(), [choice(1), choice(2)])


def test_a_corrected_key_remarks_the_paper() -> None:
    made = corrected(two(), [Correction(1, right=(1,))])
    assert mark(made, [WRONG, WRONG]).total.score == Fraction(2) - Fraction(2, 3)
    assert made.items[0].asked().answer == "option 1"


def test_a_second_key_accepted_by_the_examiner_counts_beside_the_first() -> None:
    made = corrected(two(), [Correction(1, right=(0, 1))])
    assert [one.result for one in mark(made, [WRONG, RIGHT]).items] == [Result.RIGHT] * 2


def test_a_dropped_question_leaves_the_score_and_the_maximum() -> None:
    score = mark(corrected(two(), [Correction(2, dropped=True)]), [RIGHT, WRONG])
    assert (score.total.score, score.total.maximum) == (Fraction(2), Fraction(2))


def test_a_later_correction_takes_the_place_of_an_earlier() -> None:
    made = corrected(two(), [Correction(1, dropped=True), Correction(1)])
    assert mark(made, [RIGHT, WRONG]).total.dropped == 0


def test_a_corrected_number_remarks_what_was_typed() -> None:
    made = paper(scheme(), [numeric(1)])
    reply = Reply(visited=True, response=Response(typed="40"))
    assert mark(made, [reply]).total.right == 0
    made = corrected(made, [Correction(1, expected=Expected(40, kind="number"), answer="40")])
    assert mark(made, [reply]).total.right == 1


@given(
    st.lists(st.sampled_from([RIGHT, WRONG, BLANK, BOTH]), min_size=1, max_size=20),
)
def test_rescoring_with_unchanged_keys_changes_nothing(replies: list[Reply]) -> None:
    made = paper(scheme(), [choice(at + 1) for at in range(len(replies))])
    same = corrected(made, [Correction(item.number, right=(0,)) for item in made.items])
    assert mark(same, replies) == mark(made, replies)
    assert corrected(made, []) == made


class Later:
    """A paper drawn from a deck, and the same deck as it stands later."""

    def __init__(self, folder: Path, old: str, new: str) -> None:
        before = library_of(folder / "before", EVERY_TYPE)
        self.paper = drawn_paper(before, Selection(7, formats=FORMATS))
        self.now = putting(library_of(folder / "after", EVERY_TYPE.replace(old, new)))

    def item(self, question: str) -> Item:
        return next(item for item in self.paper.items if item.card.question == question)

    def correction(self, question: str) -> Correction | Unclear | None:
        item = self.item(question)
        return correction_of(item, put(self.now, item.card, self.paper.seed), dropped=False)


def test_an_unchanged_deck_corrects_nothing(tmp_path: Path) -> None:
    later = Later(tmp_path, "", "")
    for item in later.paper.items:
        assert later.correction(item.card.question) is None


def test_a_key_changed_in_the_deck_is_found_on_the_options_as_they_were_shown(
    tmp_path: Path,
) -> None:
    later = Later(tmp_path, 'answer = "Malacca"', 'answer = "Hormuz"')
    found = later.correction("choice")
    assert isinstance(found, Correction)
    options = later.item("choice").asked().options
    assert [options[at].text for at in found.right] == ["Hormuz"]


def with_truths(claims: Sequence[tuple[str, bool]]) -> tuple[str, str]:
    """What to replace in the deck, and by what, for its statements to have these truths."""
    start, end = EVERY_TYPE.index("statements = ["), EVERY_TYPE.index('[[question]]\nid = "match')
    rows = [f'{{ text = "{text}", true = {str(true).lower()} }},' for text, true in claims]
    return EVERY_TYPE[start:end], "\n".join(["statements = [", *rows, "]", "", ""])


def test_a_statement_found_false_makes_another_code_right(tmp_path: Path) -> None:
    asked = Later(tmp_path / "a", "", "").item("statements").asked()
    texts = sorted((claim.text for claim in asked.claims), key=EVERY_TYPE.index)
    order = [texts.index(claim.text) for claim in asked.claims]
    for at, option in enumerate(asked.options):
        if option.right or option.asserts is None:
            continue
        truths = dict(zip(order, option.asserts, strict=True))
        claims = [(text, truths[place]) for place, text in enumerate(texts)]
        found = Later(tmp_path / f"b{at}", *with_truths(claims)).correction("statements")
        assert isinstance(found, Correction)
        assert found.right == (at,)


def test_facts_by_which_no_option_asked_is_right_are_not_guessed_at(tmp_path: Path) -> None:
    asked = Later(tmp_path / "a", "", "").item("statements").asked()
    texts = sorted((claim.text for claim in asked.claims), key=EVERY_TYPE.index)
    order = [texts.index(claim.text) for claim in asked.claims]
    offered = {option.asserts for option in asked.options}
    truths = next(
        truths
        for truths in itertools.product([True, False], repeat=3)
        if tuple(truths[place] for place in order) not in offered and any(truths)
    )
    later = Later(tmp_path / "b", *with_truths(list(zip(texts, truths, strict=True))))
    found = later.correction("statements")
    assert isinstance(found, Unclear)
    assert "no option" in found.why


def test_a_typed_key_changed_in_the_deck_is_applied(tmp_path: Path) -> None:
    later = Later(tmp_path, "answer = 12", "answer = 8")
    found = later.correction("number")
    assert isinstance(found, Correction)
    assert found.expected is not None
    assert found.answer == "8"


def test_a_question_rewritten_with_other_options_is_not_guessed_at(tmp_path: Path) -> None:
    later = Later(
        tmp_path,
        'options = ["Malacca", "Hormuz", "Gibraltar", "None of the above"]\n'
        'pin = ["None of the above"]\nanswer = "Malacca"',
        'options = ["Sunda", "Hormuz", "Gibraltar", "None of the above"]\n'
        'pin = ["None of the above"]\nanswer = "Sunda"',
    )
    assert isinstance(later.correction("choice"), Unclear)


@pytest.mark.parametrize(
    ("question", "old", "new"),
    [
        (
            "statements",
            '"Money bills begin in the Lok Sabha.", true = true',
            '"Money bills begin anywhere.", true = false',
        ),
        ("match", 'left = "Musi", right = "Hyderabad"', 'left = "Krishna", right = "Vijayawada"'),
    ],
)
def test_codes_are_not_applied_to_statements_or_lists_that_read_otherwise_now(
    tmp_path: Path, question: str, old: str, new: str
) -> None:
    assert isinstance(Later(tmp_path, old, new).correction(question), Unclear)


@pytest.mark.parametrize("dropped", [False, True])
def test_a_question_dropped_in_the_deck_is_dropped_once(tmp_path: Path, dropped: bool) -> None:
    item = replace(two().items[0], dropped=dropped)
    found = correction_of(item, None, dropped=True)
    assert found == (None if dropped else Correction(1, True, reason="dropped in the deck"))


def test_a_question_gone_from_the_deck_keeps_its_key() -> None:
    assert correction_of(two().items[0], None, dropped=False) is None
