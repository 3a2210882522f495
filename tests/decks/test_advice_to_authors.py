"""What is said of a mistake tells what to write instead, in one go."""

from __future__ import annotations

import pytest

from mdquiz.decks.read import read_deck_text

TITLE = 'title = "T"\n'
PAIRS = 'columns = ["A", "B"]\nrows = [{ cells = ["a", "b"], true = true }, %s]\n'


def remedies(question: str) -> list[str]:
    text = f"{TITLE}[[question]]\n{question}"
    return [f"{each.message}: {each.remedy}" for each in read_deck_text(text, "x").diagnostics]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("mcq", '"choice"'),
        ("multiple choice", '"choice"'),
        ("pairs", '"rows" or "match"'),
        ("tf", '"true_false"'),
        ("statement", '"statements"'),
        ("matches", '"match"'),
    ],
)
def test_a_type_by_its_usual_name_is_understood(written: str, meant: str) -> None:
    (said,) = remedies(f'id = "q"\ntype = "{written}"\n')
    assert said.endswith(f"did you mean {meant}?")


def test_a_key_by_its_usual_name_is_understood() -> None:
    said = remedies(
        'id = "q"\ntype = "statements"\n'
        'statements = [{ text = "a", correct = true }, { text = "b", true = false }]'
    )
    assert "`correct` is not a key of this table: write `true`" in said


@pytest.mark.parametrize(
    ("question", "example"),
    [
        ('type = "rows"\n' + PAIRS % '["c", "d"]', '{ cells = ["…", "…"], true = true }'),
        (
            'type = "assertion"\nstatement_1 = "x"\nstatement_2 = { text = "y", true = true }',
            '{ text = "…", true = true }',
        ),
        (
            'type = "match"\nleft_title = "A"\nright_title = "B"\npairs = ["a", "b", "c"]',
            '{ left = "…", right = "…" }',
        ),
    ],
)
def test_a_table_that_is_wanted_is_shown_with_its_keys(question: str, example: str) -> None:
    said = remedies('id = "q"\n' + question)
    assert any(each.endswith(f"write a table: {example}") for each in said)


def test_required_text_is_not_to_be_removed() -> None:
    assert remedies('id = "q"\ntype = "short"\nprompt = " "\nanswer = "A"') == [
        "`prompt` says nothing: write the text"
    ]
    assert remedies('id = "q"\ntype = "short"\nprompt = "P"\nanswer = "A"\naccept = [" "]') == [
        "`accept` says nothing: write the text, or remove it"
    ]


def test_a_key_that_the_truths_do_not_bear_out_is_named_as_a_paper_would() -> None:
    rows = 'id = "q"\ntype = "rows"\n' + PAIRS % '{ cells = ["c", "d"], true = false }'
    (said,) = remedies(rows + 'ask = "how_many"\nanswer = "Both"')
    assert 'by the truths stated it is "Only one"' in said
    (said,) = remedies(rows + 'ask = "which"\nanswer = "Both 1 and 2"')
    assert 'by the truths stated it is "1 only"' in said


def test_an_id_is_proposed_from_the_prompt() -> None:
    for prompt, name in [
        ("Which Article defines a Money Bill?", "article-defines-money-bill"),
        ("धन विधेयक?", "question-1"),
    ]:
        (said,) = remedies(f'type = "short"\nprompt = "{prompt}"\nanswer = "A"')
        assert said.startswith(f'`id` is missing: add id = "{name}"')


def test_two_entries_are_called_entries() -> None:
    pair = '{ left = "a", right = "%s" }'
    pairs = ", ".join(pair % each for each in "xyz")
    said = remedies(
        f'id = "q"\ntype = "match"\nleft_title = "A"\nright_title = "B"\npairs = [{pairs}]'
    )
    assert all(each.endswith("reword or remove one of the two entries") for each in said)


def test_a_missing_prompt_hides_no_other_mistake() -> None:
    said = remedies(
        'id = "Q 1"\ntype = "choice"\noptions = ["a", "a", "c"]\nanswer = "b"\npin = ["d"]\n'
        "nonsense = 1"
    )
    assert any("`prompt` is missing" in each for each in said)
    assert any("`nonsense`" in each for each in said)
    assert any("option 2 says the same as option 1" in each for each in said)
    assert any('"b" is not one of the options' in each for each in said)
    assert any('"d" is not' in each for each in said)
