"""Reading a marked paper in plain lines, in print and as data, and presets of one's own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mdquiz.paths import places
from mdquiz.study.exam_claim import Claim
from tests.cli.conftest import Mdquiz
from tests.exams.decks import EVERY_TYPE
from tests.study.test_exam import sums
from tests.tui.test_exam_report_screen import SOURCED


@pytest.fixture
def decks(home: Path) -> Path:
    folder = home / "decks"
    folder.mkdir(parents=True)
    (folder / "sums.toml").write_text(sums(30), encoding="utf-8")
    (folder / "every.toml").write_text(EVERY_TYPE, encoding="utf-8")
    (folder / "sourced.toml").write_text(SOURCED, encoding="utf-8")
    (home / "config.toml").write_text("shipped_decks = false\n", encoding="utf-8")
    return folder


def take(mdquiz: Mdquiz, deck: str, *lines: str, more: tuple[str, ...] = ()) -> None:
    typed = "\n".join([*lines, ":submit", ":submit", ""])
    mdquiz("exam", "start", deck, *more, "--seed", "3", "--plain", stdin=typed)


def test_each_question_is_read_again_with_key_explanation_and_source(
    mdquiz: Mdquiz, decks: Path
) -> None:
    take(mdquiz, "sourced", "Mumbai !")
    shown = mdquiz("exam", "review").out
    assert "--- Question 1 of 1 · wrong · -2/3 · sure" in shown
    letter = next(line[:3] for line in shown.splitlines() if line.endswith(") Mumbai"))
    assert f"Given: {letter} Mumbai" in shown
    right = next(line[:3] for line in shown.splitlines() if line.endswith(") New Delhi"))
    assert f"Key: {right} New Delhi" in shown
    assert "Article 130 says so." in shown
    assert "Source: notes.md, line 2" in shown
    assert "> The Supreme Court sits in Delhi." in shown


def test_the_wrong_the_left_or_one_question_are_read_alone(mdquiz: Mdquiz, decks: Path) -> None:
    take(mdquiz, "sums", "a", more=("--questions", "3"))
    assert mdquiz("exam", "review", "1", "--only", "left").out.count("--- Question") == 2
    assert "--- Question 2 of 3" in mdquiz("exam", "review", "--question", "2").out
    assert "of that kind" in mdquiz("exam", "review", "--only", "lucky").err
    assert mdquiz("exam", "review", "--question", "9").code == 2


def test_an_orders_given_and_key_stand_in_one_notation_with_letters(
    mdquiz: Mdquiz, decks: Path
) -> None:
    take(mdquiz, "every", "a", "b", more=("--formats", "order"))
    text = mdquiz("exam", "report").out
    line = next(line for line in text.splitlines() if "key: (" in line)
    assert "–" in line.split("key:")[1]


def test_the_page_marks_what_was_chosen_and_what_is_right(mdquiz: Mdquiz, decks: Path) -> None:
    take(mdquiz, "sourced", "Mumbai ?")
    page = mdquiz("exam", "report", "--format", "html").out
    assert "– attempt 1</title>" in page
    assert "✗ ● (" in page
    assert "✓ ○ (" in page
    assert "50-50" in page
    assert "The Supreme Court sits in Delhi." in page


def test_hindi_is_called_hindi_on_the_page(mdquiz: Mdquiz, decks: Path) -> None:
    take(mdquiz, "every", ":language", "a", more=("--formats", "choice"))
    assert '<div lang="hi">' in mdquiz("exam", "report", "--format", "html").out


def test_blanks_alone_can_be_drilled(mdquiz: Mdquiz, decks: Path) -> None:
    take(mdquiz, "sums", more=("--questions", "6"))
    assert "6 cards" in mdquiz("exam", "drill", "--plain").err


def test_a_report_of_nothing_answered_has_no_empty_figures(mdquiz: Mdquiz, decks: Path) -> None:
    take(mdquiz, "sums", more=("--questions", "6"))
    shown = mdquiz("exam", "report").out
    assert "accuracy -." not in shown
    assert "known." not in shown


def test_data_has_numbers_as_numbers_and_times_with_their_zone(mdquiz: Mdquiz, decks: Path) -> None:
    take(mdquiz, "sums", more=("--questions", "6"))
    value = json.loads(mdquiz("exam", "report", "--format", "json").out)
    listed = json.loads(mdquiz("exam", "list", "--format", "json").out)
    assert value["attempt"] == 1
    assert value["started"] == listed[0]["started"]
    assert value["started"][-6] in "+-"


def test_a_preset_of_ones_own_is_not_called_unverified_and_says_what_it_replaces(
    mdquiz: Mdquiz, home: Path, decks: Path
) -> None:
    own = home / "presets"
    own.mkdir()
    text = 'title = "Lock"\nquestions = 5\nminutes = 5\nmarks = 1\npenalty = 0\n'
    (own / "lock.toml").write_text(text, encoding="utf-8")
    (own / "gate.toml").write_text(text, encoding="utf-8")
    (own / "broken.toml").write_text("questions = 'many'", encoding="utf-8")
    done = mdquiz("exam", "start", "sums", "--preset", "lock", "--plain", stdin=":quit\n")
    assert "unverified" not in done.err
    lines = mdquiz("exam", "presets").out.splitlines()
    at = next(at for at, line in enumerate(lines) if line.startswith("lock "))
    assert lines[at].endswith("(your own)")
    assert "unverified" not in lines[at + 1] or not lines[at + 1].startswith(" ")
    assert any(line.endswith("(your own; it replaces the built-in one)") for line in lines)
    broken = mdquiz("exam", "preset", "show", "broken")
    assert broken.code == 5
    assert "questions = 'many'" in broken.out
    assert "broken.toml" in broken.err


@pytest.mark.parametrize("name", ["True/False", "true_false", "TRUE-FALSE", " true/false "])
def test_a_format_is_named_as_the_form_shows_it_or_as_the_files_do(
    mdquiz: Mdquiz, decks: Path, name: str
) -> None:
    done = mdquiz("exam", "start", "every", "--formats", name, "--plain", stdin=":quit\n")
    assert done.code == 0, done.err


@pytest.mark.parametrize("value", ["1.5", "0", "many", "1001"])
def test_a_number_that_is_none_is_refused_in_plain_words(mdquiz: Mdquiz, value: str) -> None:
    done = mdquiz("exam", "start", "--questions", value)
    assert done.code == 2
    assert f"{value} is not a whole number from 1 to 1000." in done.err


def test_a_trial_attempt_is_given_up_and_no_longer_offered_or_compared_with(
    mdquiz: Mdquiz, decks: Path
) -> None:
    for _ in range(2):
        mdquiz("exam", "start", "sums", "--questions", "6", "--plain", stdin="a\n:quit\n")
    assert mdquiz("exam", "abandon", "1", stdin="n\n").code == 130
    done = mdquiz("exam", "abandon", "1", "--yes")
    assert done.code == 0, done.err
    listed = json.loads(mdquiz("exam", "list", "--format", "json").out)
    assert [(row["running"], row["abandoned"]) for row in listed] == [(False, True), (True, False)]
    assert "abandoned" in mdquiz("exam", "list").out
    assert "Abandoned by the candidate" in mdquiz("exam", "report", "1").out
    assert "Against" not in mdquiz("exam", "resume", "--plain", stdin=":submit\n:submit\n").out
    assert mdquiz("exam", "abandon", "1", "--yes").code == 2
    assert mdquiz("exam", "abandon", "7", "--yes").code == 2


def test_going_on_tells_which_other_exams_run(mdquiz: Mdquiz, decks: Path) -> None:
    for _ in range(2):
        mdquiz("exam", "start", "sums", "--questions", "6", "--plain", stdin=":quit\n")
    done = mdquiz("exam", "resume", "--plain", stdin=":quit\n")
    assert "Attempt 1 is running as well: `mdquiz exam resume 1`." in done.err


def test_an_exam_open_in_another_window_is_not_taken_over_unasked(
    mdquiz: Mdquiz, home: Path, decks: Path
) -> None:
    mdquiz("exam", "start", "sums", "--questions", "6", "--plain", stdin="a\n:quit\n")
    other = Claim(places(), 1)
    done = mdquiz("exam", "resume", "--plain", stdin=":quit\n")
    assert done.code == 2
    assert "Attempt 1 is open in another window." in done.err
    assert mdquiz("exam", "resume", "--take-over", "--plain", stdin=":quit\n").code == 0
    other.release()
    assert mdquiz("exam", "resume", "--plain", stdin=":quit\n").code == 0
    assert not [*home.rglob("exam-*.lock")]
