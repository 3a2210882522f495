"""An exam in plain lines: nothing typed is lost, and nothing is closed unasked."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from mdquiz.cli.context import terminal_can_show_app
from mdquiz.cli.timed_lines import TimedLines
from mdquiz.cli.wrapping import broken
from mdquiz.text import cell_width
from tests.cli.conftest import Done, Mdquiz
from tests.exams.decks import EVERY_TYPE
from tests.study.test_exam import sums


@pytest.fixture
def decks(home: Path) -> Path:
    folder = home / "decks"
    folder.mkdir(parents=True)
    (folder / "sums.toml").write_text(sums(30), encoding="utf-8")
    (folder / "every.toml").write_text(EVERY_TYPE, encoding="utf-8")
    (home / "config.toml").write_text("shipped_decks = false\n", encoding="utf-8")
    return folder


def taken(mdquiz: Mdquiz, *lines: str, preset: str = "upsc-cse-gs1", questions: int = 10) -> Done:
    arguments = ("exam", "start", "sums", "--preset", preset, "--questions", str(questions))
    return mdquiz(*arguments, "--seed", "3", "--plain", stdin="\n".join([*lines, ""]))


def buckets(mdquiz: Mdquiz) -> dict[int, str]:
    """What was said of each question, by the report."""
    found = json.loads(mdquiz("exam", "report", "--format", "json").out)
    return {one["number"]: one["confidence"] for one in found["questions"]}


HAND_IN = (":submit", ":submit")


@pytest.mark.parametrize(
    ("sign", "said"),
    [("!", "sure"), ("?", "50-50"), ("??", "one of three"), ("???", "blind")],
)
@pytest.mark.parametrize("gap", ["", " "])
def test_a_sign_beside_the_answer_says_how_sure(
    mdquiz: Mdquiz, decks: Path, sign: str, said: str, gap: str
) -> None:
    done = taken(mdquiz, f"b{gap}{sign}", *HAND_IN)
    assert "Saved: 1. (b)" in done.err
    assert f", {said}." in done.err
    assert buckets(mdquiz)[1] == said


@pytest.mark.parametrize("sign", ["?", "!", "??", "???"])
def test_a_sign_alone_keeps_the_answer_and_says_how_sure_it_is(
    mdquiz: Mdquiz, decks: Path, sign: str
) -> None:
    done = taken(mdquiz, "b", sign, ":1", sign, *HAND_IN)
    assert "attempted 1:" in done.out
    assert "Saved: 1. ." not in done.err
    said = {"!": "sure", "?": "50-50", "??": "one of three", "???": "blind"}[sign]
    assert buckets(mdquiz)[1] == said
    assert buckets(mdquiz)[2] == "not said"


def test_confidence_after_an_answer_is_about_that_answer_until_one_moves_on(
    mdquiz: Mdquiz, decks: Path
) -> None:
    done = taken(mdquiz, "b", ":sure", "", ":half", "a", "", "?", "c", *HAND_IN)
    assert "Saved: 1. sure." in done.err
    assert "Saved: 3. 50-50." in done.err
    assert buckets(mdquiz)[1] == "sure"
    assert buckets(mdquiz)[3] == "50-50"


def test_a_sign_is_no_part_of_a_typed_answer(mdquiz: Mdquiz, decks: Path) -> None:
    arguments = ("exam", "start", "every", "--formats", "numeric", "--plain")
    done = mdquiz(*arguments, stdin="12!\n:submit\n:submit\n")
    assert "Saved: 1. 12, sure." in done.err
    assert "Score: 2 of 2 marks" in done.out


def test_letters_that_are_no_option_are_called_that(mdquiz: Mdquiz, decks: Path) -> None:
    done = taken(mdquiz, "zzz", "a b", ":quit")
    assert "no option “zzz”" in done.err
    assert "Only one option can be chosen here" in done.err


def test_a_locked_section_is_closed_only_when_asked_twice_with_its_counts(
    mdquiz: Mdquiz, decks: Path
) -> None:
    done = taken(mdquiz, "a", ":section", "", ":palette", ":quit", preset="ssc-cgl-t1", questions=8)
    assert "1 answered, 1 blank" in done.err
    assert ":section once more closes it for good" in done.err
    assert "--- Question 3" not in done.out
    lines = ("a", ":section", ":section", ":palette", ":quit")
    done = taken(mdquiz, *lines, preset="ssc-cgl-t1", questions=8)
    assert "--- Question 3" in done.out
    assert "closed: General Intelligence and Reasoning, 1-2" in done.out
    assert "open: General Awareness, 3-4" in done.out


def test_the_last_section_is_not_handed_in_by_one_word(mdquiz: Mdquiz, decks: Path) -> None:
    lines = [":section"] * 6
    done = taken(mdquiz, *lines, ":section", ":quit", preset="ssc-cgl-t1", questions=8)
    assert "This is the last section: :section once more hands in" in done.err
    assert "Score:" not in done.out
    done = taken(mdquiz, *lines, ":section", ":section", preset="ssc-cgl-t1", questions=8)
    assert "Score:" in done.out


def test_handing_in_the_whole_paper_from_an_early_section_says_so(
    mdquiz: Mdquiz, decks: Path
) -> None:
    done = taken(mdquiz, "a", ":submit", ":quit", preset="ssc-cgl-t1", questions=8)
    assert "hands in the whole paper, later sections too" in done.err


def test_blanks_that_cost_and_disqualify_are_told_before_and_at_the_end(
    mdquiz: Mdquiz, decks: Path
) -> None:
    done = taken(mdquiz, *["a"] * 8, ":submit", ":quit", preset="rpsc-ras")
    before, after = done.out.split("--- Question 1 ")
    assert "Each blank costs 4/9; more than 1 blank (10 %) disqualify." in before
    assert "2 of 10 are blank: more than 1 (10 %) disqualify you." in after
    assert "2 blank cost 4/9 each, 8/9 in all." in after
    assert ":none marks “not attempted”" in after
    done = taken(mdquiz, *["a"] * 8, ":none", ":none", ":submit", ":quit", preset="rpsc-ras")
    assert "disqualify you" not in done.out
    assert "in all" not in done.out
    assert "   8 answered" in done.out
    assert "   2 not attempted" in done.out


def test_the_clock_of_a_locked_section_is_called_that_beside_the_papers(
    mdquiz: Mdquiz, decks: Path
) -> None:
    done = taken(mdquiz, ":quit", preset="ssc-cgl-t1", questions=100)
    assert "left in this section, " in done.out
    assert "of the paper" in done.out


def test_an_exam_that_is_interrupted_is_saved_and_says_so_by_its_exit_code(
    mdquiz: Mdquiz, decks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_lines: TimedLines, _seconds: float) -> str | None:
        raise KeyboardInterrupt

    monkeypatch.setattr(TimedLines, "read", interrupt)
    done = taken(mdquiz)
    assert done.code == 130
    assert "mdquiz exam resume 1" in done.err


def test_what_another_window_did_is_told_as_it_is(
    mdquiz: Mdquiz, home: Path, decks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mdquiz.cli.context import open_desk
    from mdquiz.study import attempts

    typed = iter(["a", "b"])

    def read(_lines: TimedLines, _seconds: float) -> str | None:
        line = next(typed)
        if line == "b":
            with open_desk() as desk:
                attempts.resume(desk).submit()
        return line

    monkeypatch.setattr(TimedLines, "read", read)
    done = taken(mdquiz)
    assert done.code == 4
    assert "Attempt 1 was handed in in another window." in done.err
    assert "mdquiz exam report 1" in done.err
    assert "goes on" not in done.err


@pytest.mark.parametrize("elsewhere", ["stdin", "stdout", "stderr"])
def test_the_app_is_not_opened_where_it_could_not_be_seen(
    monkeypatch: pytest.MonkeyPatch, elsewhere: str
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, Terminal())
    assert terminal_can_show_app()
    monkeypatch.setattr(sys, elsewhere, io.StringIO())
    assert not terminal_can_show_app()


@pytest.mark.parametrize("width", [20, 40, 79])
def test_a_long_line_is_broken_between_words_and_set_in_under_its_label(width: int) -> None:
    text = "(b) 2 and 3 only, although every one of the statements deserves to be considered"
    lines = broken(text, width)
    assert all(cell_width(line) <= width for line in lines)
    assert " ".join(line.strip() for line in lines) == text
    assert all(line.startswith("    ") for line in lines[1:])


def test_hindi_is_broken_by_the_columns_it_takes() -> None:
    text = "निम्नलिखित कथनों पर विचार कीजिए और बताइए कि इनमें से कौन सा सही है"
    assert all(cell_width(line) <= 30 for line in broken(text, 30))
