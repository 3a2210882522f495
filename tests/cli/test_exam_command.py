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
    assert "Against 1:" in done.out


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
    assert "2 cards" in done.err


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
    assert "34 questions to draw 100 from" in done.out
    assert not (home / "progress.db").exists()
