from __future__ import annotations

import json
from pathlib import Path

import pytest

from mdquiz.progress.store import Store
from tests.cli.conftest import Done, Mdquiz
from tests.exams.decks import EVERY_TYPE
from tests.study.test_exam import sums


@pytest.fixture
def decks(home: Path) -> Path:
    """Thirty sums and one question of every type."""
    folder = home / "decks"
    folder.mkdir(parents=True)
    (folder / "sums.toml").write_text(sums(30), encoding="utf-8")
    (folder / "every.toml").write_text(EVERY_TYPE, encoding="utf-8")
    (home / "config.toml").write_text("shipped_decks = false\n", encoding="utf-8")
    return folder


def keys_of(mdquiz: Mdquiz, home: Path) -> list[str]:
    """The letters of the right options of the latest attempt's paper."""
    from mdquiz.exams.stored import paper_from

    with Store.open(home / "progress.db", read_only=True) as store:
        paper = paper_from(json.loads(store.attempts.all()[-1].paper))
    letters = []
    for item in paper.items:
        right = next(at for at, one in enumerate(item.asked().options) if one.right)
        letters.append("abcd"[right])
    return letters


SUMS = ("exam", "start", "sums", "--questions", "10", "--seed", "3", "--plain")


def reported(mdquiz: Mdquiz, *more: str) -> dict[str, object]:
    done = mdquiz("exam", "report", *more, "--format", "json")
    assert done.code == 0, done.err
    found = json.loads(done.out)
    assert isinstance(found, dict)
    return found


def test_an_exam_through_a_pipe_from_the_first_question_to_the_report(
    mdquiz: Mdquiz, home: Path, decks: Path
) -> None:
    mdquiz(*SUMS, stdin=":submit\n:submit\n")
    right = keys_of(mdquiz, home)
    wrong = ["b" if letter == "a" else "a" for letter in right]
    typed = [f"{right[0]} !", f"{wrong[1]} ???", f"{wrong[2]} !", "", f"{right[4]} ?"]
    done = mdquiz(*SUMS, stdin="\n".join([*typed, ":submit", ":submit", ""]))
    assert done.code == 0, done.err
    assert "--- Question 1 of 10 · 12:00 left · not answered" in done.out
    assert "Score: 2 2/3 of 20 marks (2.67, 13.3 %)" in done.out
    assert "Had you left the one blind guess: 2.67 -> 3.33." in done.out
    assert "sure and wrong\n  3." in done.out
    assert "Against attempt 1:" in done.out


def test_a_pipe_that_ends_early_leaves_the_exam_running(
    mdquiz: Mdquiz, home: Path, decks: Path
) -> None:
    done = mdquiz(*SUMS, stdin="a\nb\n")
    assert "mdquiz exam resume 1" in done.err
    listed = json.loads(mdquiz("exam", "list", "--format", "json").out)
    assert [(row["attempt"], row["running"]) for row in listed] == [(1, True)]
    done = mdquiz("exam", "resume", "--plain", stdin=":palette\n:submit\n:submit\n")
    assert "2 answered: 1-2" in done.out
    assert "Score:" in done.out
    assert mdquiz("exam", "resume", "--plain").code == 2


def test_everything_can_be_typed_and_what_cannot_is_said(
    mdquiz: Mdquiz, home: Path, decks: Path
) -> None:
    lines = [":help", ":mark", ":mark", "b", ":1", ":clear", ":sure", ":half", "z", ":99", ":time"]
    lines += [":language", ":section", ":none", ":nonsense", ":prev", ":submit", ":next", ":quit"]
    done = mdquiz(*SUMS, stdin="\n".join([*lines, ""]))
    assert done.code == 0
    for said in (
        "left. :help lists",
        ":12  open question 12",
        "Marked for review.",
        "No longer marked.",
        "Saved: 1. (b)",
        "Cleared: 1.",
        "There is no option",
        "There is no question 99",
        "no other language",
        "not closed one by one",
        'no option "not attempted"',
        "There is no :nonsense",
        "once more hands in",
        "Every answer is saved",
    ):
        assert said in done.err


def test_the_fifth_option_is_typed_as_none(mdquiz: Mdquiz, home: Path, decks: Path) -> None:
    arguments = ("exam", "start", "sums", "--preset", "rpsc-ras", "--questions", "10", "--plain")
    done = mdquiz(*arguments, stdin=":none\n" * 9 + ":submit\n:submit\n")
    assert ":none marks the option" in done.out
    assert "9 marked not attempted" in done.out
    assert "Disqualified" not in done.out
    assert "1 left" in done.out


def test_a_number_is_typed_where_a_number_is_asked_for(
    mdquiz: Mdquiz, home: Path, decks: Path
) -> None:
    arguments = ("exam", "start", "every", "--formats", "numeric", "--plain")
    done = mdquiz(*arguments, stdin="12\n:submit\n:submit\n")
    assert "Score: 2 of 2 marks" in done.out


def test_the_report_is_one_page_that_can_be_handed_on(
    mdquiz: Mdquiz, home: Path, decks: Path
) -> None:
    mdquiz(*SUMS, stdin="a\n:submit\n:submit\n")
    page = mdquiz("exam", "report", "1", "--format", "html").out
    assert page.startswith("<!doctype html>")
    assert page.rstrip().endswith("</html>")


def test_a_key_set_by_hand_remarks_and_is_shown(mdquiz: Mdquiz, home: Path, decks: Path) -> None:
    mdquiz(*SUMS, stdin="a\n:submit\n:submit\n")
    letter = keys_of(mdquiz, home)[0]
    other = "b" if letter == "a" else "a"
    done = mdquiz("exam", "rescore", "1", "--key", f"1={letter},{other}", "--drop", "2")
    assert "-> 2.00 of 18.00 marks" in done.out
    corrections = reported(mdquiz)["corrections"]
    assert isinstance(corrections, list)
    assert corrections[1] == "Question 2: dropped (dropped by hand)."
    again = mdquiz("exam", "rescore")
    assert "no key has changed" in again.out
    kept = mdquiz("exam", "rescore", "1", "--keep", "2")
    assert "of 20.00 marks" in kept.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("start", "--preset", "upsc-gs"), "upsc-cse-gs1"),
        (("start", "--formats", "essay"), "There are choice"),
        (("start", "--tags", "nowhere"), "no question fits"),
        (("start", "nowhere"), "nowhere"),
        (("report",), "No exam was taken yet"),
        (("report", "7"), "no exam attempt 7"),
        (("resume",), "No exam is running"),
        (("drill",), "No exam was taken yet"),
        (("rescore", "--drop", "1"), "Which attempt?"),
        (("preset", "show", "nothing"), "no exam preset"),
    ],
)
def test_what_is_not_there_is_said_in_words(
    mdquiz: Mdquiz, decks: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = mdquiz("exam", *arguments)
    assert done.code in (2, 3)
    assert said in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize("key", ["1", "1=", "1=e", "1=ab", "99=a", "=a"])
def test_a_key_that_is_none_is_refused(mdquiz: Mdquiz, decks: Path, key: str) -> None:
    mdquiz(*SUMS, stdin=":submit\n:submit\n")
    done = mdquiz("exam", "rescore", "1", "--key", key)
    assert (done.code, done.out) == (2, "")


def test_misses_are_drilled_afterwards(mdquiz: Mdquiz, home: Path, decks: Path) -> None:
    mdquiz(*SUMS, stdin="a ???\nb ???\n:submit\n:submit\n")
    done = mdquiz("exam", "drill", "--plain")
    assert "10 cards" in done.err  # those left come after them


def test_presets_are_listed_and_shown_to_be_copied(mdquiz: Mdquiz, home: Path, decks: Path) -> None:
    done: Done = mdquiz("exam", "presets")
    assert "unverified: sources conflict" in done.out
    text = mdquiz("exam", "preset", "show", "bpsc-pt").out
    own = home / "presets"
    own.mkdir()
    (own / "mine.toml").write_text(text.replace('"1/3"', '"1/4"'), encoding="utf-8")
    found = json.loads(mdquiz("exam", "presets", "--format", "json").out)
    assert [one["wrong"] for one in found if one["name"] == "mine"] == ["-1/4"]
    (own / "mine.toml").write_text("marks = 0.5", encoding="utf-8")
    broken = mdquiz("exam", "start", "--preset", "mine", "--plain")
    assert (broken.code, "1/2" in broken.err) == (5, True)
    listed = mdquiz("exam", "presets")
    assert "upsc-cse-gs1" in listed.out
    assert "mine.toml" in listed.err


def test_what_there_is_to_draw_from_is_told_without_beginning(
    mdquiz: Mdquiz, home: Path, decks: Path
) -> None:
    done = mdquiz("exam", "start", "--dry-run")
    assert "34 questions to draw 100 from; 6 of other formats." in done.out
    assert "34 questions, 68 marks, 40:48" in done.out
    assert "Left out, as this paper does not ask their format: 2 cloze, 1 numeric, 1 several" in (
        " ".join(done.out.split())
    )
    assert "  30 of    30  topic maths" in done.out
    assert "   0 of     1  format numeric" in done.out
    assert not (home / "progress.db").exists()


def test_a_dry_run_shows_locked_sections_with_their_time(
    mdquiz: Mdquiz, home: Path, decks: Path
) -> None:
    arguments = ("--preset", "ssc-cgl-t1", "--questions", "20", "--minutes", "60", "--dry-run")
    done = mdquiz("exam", "start", *arguments)
    assert "20 questions, 40 marks, 1:00:00" in done.out
    assert "General Awareness: 6 to 10, 15:00, locked" in done.out


def test_a_dry_run_that_gives_no_paper_shows_what_there_is(
    mdquiz: Mdquiz, home: Path, decks: Path
) -> None:
    done = mdquiz("exam", "start", "sums", "--formats", "cloze", "--dry-run")
    assert done.code == 3
    assert "0 of    30  format choice" in done.out


@pytest.mark.parametrize("decks_named", [("broken",), ("{home}/decks/broken.toml",)])
def test_a_broken_deck_is_said_to_be_there(
    mdquiz: Mdquiz, home: Path, decks: Path, decks_named: tuple[str, ...]
) -> None:
    (decks / "broken.toml").write_text("title = ", encoding="utf-8")
    done = mdquiz("exam", "start", *(name.format(home=home) for name in decks_named))
    assert done.code == 3
    assert "cannot be" in done.err
    assert "mdquiz check" in done.err
    assert "No deck is called" not in done.err


def test_a_folder_says_what_it_lacks(mdquiz: Mdquiz, home: Path, decks: Path) -> None:
    empty = home / "empty"
    empty.mkdir()
    assert "no deck in the folder" in mdquiz("exam", "start", str(empty)).err
    (empty / "broken.toml").write_text("title = ", encoding="utf-8")
    assert "No deck in" in mdquiz("exam", "start", str(empty)).err
    (empty / "sums.toml").write_text(sums(4, tag="other"), encoding="utf-8")
    done = mdquiz("exam", "start", str(empty), "--dry-run")
    assert "Left out, as it cannot be used" in done.err
    assert "4 questions to draw" in done.out


def test_decks_left_out_of_an_exam_over_all_decks_are_named(
    mdquiz: Mdquiz, home: Path, decks: Path
) -> None:
    (decks / "broken.toml").write_text("title = ", encoding="utf-8")
    done = mdquiz("exam", "start", "--dry-run")
    assert "broken.toml" in done.out
    assert "broken.toml" not in mdquiz("exam", "start", "sums", "--dry-run").out


def test_without_decks_an_exam_says_so(mdquiz: Mdquiz, home: Path) -> None:
    home.mkdir(exist_ok=True)
    (home / "config.toml").write_text("shipped_decks = false\n", encoding="utf-8")
    done = mdquiz("exam", "start")
    assert "There is no deck to draw an exam from" in done.err
    assert "mdquiz new" in done.err


def test_topics_are_named_in_any_case_and_unknown_ones_with_their_neighbours(
    mdquiz: Mdquiz, home: Path, decks: Path
) -> None:
    assert "30 questions to draw" in mdquiz("exam", "start", "--tags", "MATHS", "--dry-run").out
    done = mdquiz("exam", "start", "--tags", "math,nosuch", "--dry-run")
    assert (done.code, done.out) == (2, "")
    assert 'the tag "math"' in done.err
    assert "Did you mean maths?" in done.err
    done = mdquiz("exam", "start", "every", "--tags", "maths")
    assert "No question of these decks" in done.err


def test_a_preset_that_weighs_a_question_no_deck_has_says_so(
    mdquiz: Mdquiz, home: Path, decks: Path
) -> None:
    own = home / "presets"
    own.mkdir()
    text = mdquiz("exam", "preset", "show", "mppsc").out
    text += '[[overrides]]\nquestion = "every/choise"\nmarks = 5\n'
    (own / "mine.toml").write_text(text, encoding="utf-8")
    done = mdquiz("exam", "start", "--preset", "mine", "--dry-run")
    assert "every/choise (did you mean every/choice?)" in done.out


def test_a_key_that_cannot_be_applied_is_told_with_what_to_type(
    mdquiz: Mdquiz, home: Path, decks: Path
) -> None:
    mdquiz("exam", "start", "sums", "--tags", "maths", "--plain", stdin=":submit\n:submit\n")
    (letter, *_) = keys_of(mdquiz, home)
    deck = decks / "sums.toml"
    with Store.open(home / "progress.db", read_only=True) as store:
        first = json.loads(store.attempts.all()[-1].paper)["items"][0]["versions"][0]
    key = next(option["text"] for option in first["options"] if option["right"])
    block = f'id = "{first["card"][1]}"\n'
    before, after = deck.read_text(encoding="utf-8").split(block)
    deck.write_text(before + block + after.replace(f'"{key}"', f'"{key}.0"', 2), encoding="utf-8")
    done = mdquiz("exam", "rescore", "1")
    assert f"`mdquiz exam rescore 1 --key 1={letter}` sets or keeps its key" in done.err
    deck.unlink()
    done = mdquiz("exam", "rescore", "1")
    assert "no key of those compared has changed" in done.out
    assert "was not found; 30 questions not compared" in done.err


def test_an_attempt_that_cannot_be_read_is_named_in_the_list(
    mdquiz: Mdquiz, home: Path, decks: Path
) -> None:
    mdquiz(*SUMS, stdin=":submit\n:submit\n")
    with Store.open(home / "progress.db") as store:
        store.attempts.begin(b"0" * 16, 1_700_000_000_000, 330, '{"version": 99}')
    for command in (("list",), ("rescore",)):
        done = mdquiz("exam", *command)
        assert "Attempt 2 is left out: this attempt was stored by a newer mdquiz." in done.err
        assert done.out.count("\n") == 1
    assert mdquiz("exam", "report", "2").code == 4
