"""Lines as wide as a terminal draws them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mdquiz.tui.wrap import cells, shortened, wrapped

HINDI = "भारत की संसद राष्ट्रपति और दो सदनों से मिलकर बनती है: राज्यसभा और लोकसभा।"
TEXTS = st.text(alphabet="ab c\n\tकािमं्र日🙂é\u0301-", max_size=200)


def test_words_stay_whole_and_none_is_lost() -> None:
    assert wrapped("one two three four", 9) == ["one two", "three", "four"]


def test_line_breaks_and_indents_of_the_deck_stay() -> None:
    assert wrapped("a\n\n  b", 20) == ["a", "", "  b"]


def test_a_word_longer_than_the_line_is_cut() -> None:
    assert wrapped("x abcdefgh", 4) == ["x", "abcd", "efgh"]


def test_hindi_lines_fit_a_terminal_that_draws_vowel_signs_in_a_cell_of_their_own() -> None:
    lines = wrapped(HINDI, 30)
    assert all(cells(line) <= 30 for line in lines)
    assert " ".join(lines) == HINDI


def test_a_vowel_sign_stays_with_its_letter() -> None:
    assert wrapped("कािकािकाि", 4)[0][0] == "क"
    assert all(line[0] == "क" for line in wrapped("काकाकाकाका", 4))


@given(TEXTS, st.integers(2, 60))
def test_no_line_is_wider_than_asked_and_no_letter_is_lost(text: str, width: int) -> None:
    lines = wrapped(text, width)
    for line in lines:
        assert cells(line) <= width or len(line.strip()) <= 8  # one letter with many signs
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(TEXTS, st.integers(1, 60))
def test_a_shortened_line_is_one_line_that_fits(text: str, width: int) -> None:
    line = shortened(text, width)
    assert "\n" not in line
    assert cells(line) <= width or len(line) <= 8
