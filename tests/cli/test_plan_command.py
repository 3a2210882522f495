"""`mdquiz plan`, `simulate`, `stats` and `fit`, as they are typed."""

from __future__ import annotations

import importlib.util
import json
from datetime import date
from pathlib import Path

import pytest

from mdquiz.clock import ManualClock, SystemClock
from mdquiz.memory.day import study_day
from mdquiz.text import cell_width
from tests.cli.conftest import Mdquiz
from tests.desks import desk_with, short_deck
from tests.study.logs import study_plainly


@pytest.fixture(autouse=True)
def decks(home: Path) -> None:
    (home / "decks").mkdir(parents=True)
    (home / "decks" / "numbers.toml").write_text(short_deck(30, tag="maths"), encoding="utf-8")
    (home / "config.toml").write_text("shipped_decks = false\n", encoding="utf-8")


def exam(days: int = 20) -> str:
    """A date so many days ahead of the machine's own study day."""
    return date.fromordinal(study_day(SystemClock().now()) + days).isoformat()


def made(mdquiz: Mdquiz, *more: str) -> None:
    done = mdquiz("plan", "--exam", exam(), "--cards", "5", *more)
    assert done.code == 0, done.err


def test_a_plan_tells_what_it_is_and_what_today_brings(mdquiz: Mdquiz) -> None:
    done = mdquiz("plan", "--exam", exam(), "--cards", "5", "--weights", "maths=2")
    assert done.code == 0
    day = date.fromisoformat(exam())
    assert done.out.splitlines()[0].startswith(f"Exam on {day.day} {day:%B %Y}, in 20 days.")
    assert "5 cards a day; all decks; weights: maths 2 times." in done.out
    assert "Today: 0 due and 5 new cards." in done.out


def test_the_drill_and_what_is_due_go_by_the_plan(mdquiz: Mdquiz) -> None:
    made(mdquiz)
    assert "Today: 0 due and 5 new cards." in mdquiz("due").err
    assert "By the plan for the exam on" in mdquiz("due").err
    told = json.loads(mdquiz("due", "--format", "json").out)
    assert (told["new_today"], told["plan"]["new"]) == (5, 5)


def test_showing_tells_what_to_expect_in_several_ways(mdquiz: Mdquiz) -> None:
    made(mdquiz)
    done = mdquiz("plan", "show")
    assert done.code == 0
    for words in (
        "30 cards, 30 of them new; 20 days of study left.",
        "by this plan",
        "plain FSRS, same time",
        "if you stop today",
        "plan + 10 minutes a day",
        "Load to come",
    ):
        assert words in done.out
    assert max(cell_width(line) for line in done.out.splitlines()) <= 80
    assert mdquiz("plan").out == done.out  # without a word it shows; the same luck each time


def test_what_is_shown_is_there_as_json(mdquiz: Mdquiz) -> None:
    made(mdquiz, "--rest", "sun,2031-01-01")
    told = json.loads(mdquiz("plan", "show", "--format", "json").out)
    assert told["plan"]["cards"] == 5
    assert told["plan"]["rest"] == ["sun", "2031-01-01"]
    assert set(told["expected"]) == {"plan", "plain", "stop", "more"}
    assert told["expected"]["plan"]["share"] > told["expected"]["stop"]["share"]


def test_a_word_changes_one_thing_and_leaves_the_rest(mdquiz: Mdquiz) -> None:
    made(mdquiz, "--weights", "maths=2")
    done = mdquiz("plan", "--minutes", "10", "--weights", "none")
    assert "10 minutes a day; all decks." in done.out
    assert done.code == 0


def test_tags_and_weekdays_are_read_as_people_write_them(mdquiz: Mdquiz) -> None:
    made(mdquiz, "--weights", "Maths=2", "--rest", "Sundays,thurs")
    told = json.loads(mdquiz("plan", "show", "--format", "json").out)["plan"]
    assert told["weights"] == {"maths": 2}
    assert told["rest"] == ["thu", "sun"]


def test_looking_at_a_plan_writes_nothing(mdquiz: Mdquiz, home: Path) -> None:
    made(mdquiz)

    def files() -> dict[Path, bytes]:
        return {
            file: file.read_bytes()
            for file in home.rglob("*")
            if file.is_file() and "cache" not in file.parts and file.suffix != ".db-shm"
        }

    before = files()
    assert mdquiz("plan", "why").code == mdquiz("plan", "show").code == 0
    assert mdquiz("plan", "why", "numbers").code == 0
    assert files() == before


def test_the_load_to_the_exam_stands_in_the_statistics_once_it_was_played(mdquiz: Mdquiz) -> None:
    made(mdquiz)
    assert "mdquiz plan show" in mdquiz("stats", "forecast").out.replace("\n", " ")
    mdquiz("plan", "show")
    said = mdquiz("stats", "forecast").out
    assert "By your plan" in said
    told = json.loads(mdquiz("stats", "forecast", "--format", "json").out)
    assert sum(load["cards"] for load in told["planned"]) > 30


def test_the_first_search_shows_how_far_it_is(mdquiz: Mdquiz) -> None:
    assert "50 %" in mdquiz("plan", "--exam", exam(), "--cards", "5").err


def test_a_presets_marks_count(mdquiz: Mdquiz) -> None:
    made(mdquiz, "--preset", "upsc-cse-gs1")
    told = json.loads(mdquiz("plan", "show", "--format", "json").out)
    assert told["marks_in_all"] == 60
    assert told["paper_marks"] == 200


def test_each_of_todays_cards_can_say_why(mdquiz: Mdquiz) -> None:
    made(mdquiz)
    lines = mdquiz("plan", "why").out.splitlines()
    assert len(lines) == 5
    assert all(" new: worth 0." in line and line.endswith(" s") for line in lines)
    assert len(mdquiz("plan", "why", "numbers").out.splitlines()) == 30
    assert len(mdquiz("plan", "why", "numbers", "q7").out.splitlines()) == 1
    done = mdquiz("plan", "why", "numbers", "q99")
    assert (done.code, done.out) == (2, "")


def test_an_ended_plan_is_gone(mdquiz: Mdquiz) -> None:
    made(mdquiz)
    assert mdquiz("plan", "end").code == 0
    for words in (["plan", "end"], ["plan", "show"], ["plan"]):
        done = mdquiz(*words)
        assert (done.code, done.out) == (2, "")
        assert "There is no plan." in done.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--exam", "yesterday", "--minutes", "30"], "yesterday"),
        (["--exam", "2001-01-01", "--minutes", "30"], "leaves no day to study"),
        (["--exam", "EXAM"], "needs the time of a day"),
        (["--minutes", "30"], "needs the date of the exam"),
        (["--exam", "EXAM", "--minutes", "30", "--cards", "3"], "one of --minutes and --cards"),
        (["--exam", "EXAM", "--cards", "3", "--rest", "someday"], "--rest someday is no day"),
        (["--exam", "EXAM", "--cards", "3", "--weights", "maths"], "no topic with a weight"),
        (["--exam", "EXAM", "--cards", "3", "--weights", "maths=nan"], "no topic with a weight"),
        (["--exam", "EXAM", "--cards", "3", "--weights", "nope=5"], "No question has the tag nope"),
        (["--exam", "EXAM", "--cards", "3", "--rest", "sunflower"], "--rest sunflower is no day"),
        (["--exam", "EXAM", "--cards", "3", "--rest", "month"], "--rest month is no day"),
        (["--exam", "EXAM", "--minutes", "nan"], "no number of minutes"),
        (["--exam", "EXAM", "--minutes", "inf"], "inf"),
        (["--exam", "EXAM", "--cards", "3", "--preset", "none-such"], "no exam preset"),
    ],
)
def test_what_cannot_be_planned_is_said_in_words(
    mdquiz: Mdquiz, words: list[str], said: str
) -> None:
    done = mdquiz("plan", *(exam() if word == "EXAM" else word for word in words))
    assert done.code == 2
    assert said in done.err
    assert "Traceback" not in done.err
    assert "There is no plan." in mdquiz("plan").err


def test_a_simulation_compares_budgets_on_the_same_luck(mdquiz: Mdquiz) -> None:
    words = ("simulate", "--exam", exam(10), "--minutes", "1,2", "--runs", "1")
    done = mdquiz(*words)
    assert done.code == 0, done.err
    assert "100 %" in done.err
    assert max(cell_width(line) for line in done.out.splitlines()) <= 80
    assert done.out == mdquiz(*words).out
    assert done.out != mdquiz(*words, "--seed", "2").out
    told = json.loads(mdquiz(*words, "--format", "json").out)
    assert {(one["minutes"], one["way"]) for one in told["results"]} >= {(1, "plan"), (2, "plan")}


def test_all_decks_can_be_simulated_by_name(mdquiz: Mdquiz) -> None:
    words = ("simulate", "--exam", exam(5), "--minutes", "1", "--runs", "1")
    assert mdquiz(*words, "--decks", "all").out == mdquiz(*words).out != ""


def test_a_simulation_needs_an_exam_and_minutes(mdquiz: Mdquiz) -> None:
    assert "no plan to take the exam's date from" in mdquiz("simulate").err
    assert mdquiz("simulate", "--exam", exam(), "--minutes", "a,b").code == 2


def test_statistics_are_shown_before_the_first_answer_and_write_nothing(
    mdquiz: Mdquiz, home: Path
) -> None:
    done = mdquiz("stats")
    assert done.code == 0
    assert done.out.startswith("Progress\n--------\n")
    assert json.loads(mdquiz("stats", "--format", "json").out)["answers"] == 0
    assert mdquiz("stats", "year", "--period", "all").out.startswith("The year")
    assert not (home / "progress.db").exists()


def test_a_fit_without_enough_reviews_is_refused(mdquiz: Mdquiz) -> None:
    done = mdquiz("fit")
    assert (done.code, done.out) == (2, "")
    assert "0 repeated reviews to fit to" in done.err
    assert "no fit to take back" in mdquiz("fit", "--undo").err


@pytest.mark.skipif(
    importlib.util.find_spec("fsrs_rs_python") is None, reason="the extra mdquiz[fit] is not there"
)
def test_a_fit_tells_which_desired_retention_the_learners_own_times_speak_for(
    mdquiz: Mdquiz, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = date.fromordinal(study_day(SystemClock().now()) - 30)
    clock = ManualClock.at(f"{first}T09:00:00")
    with desk_with(home, short_deck(150), clock=clock) as desk:
        study_plainly(desk, clock, 30)
    monkeypatch.setenv("COLUMNS", "40")
    done = mdquiz("fit", "--dry-run")
    assert done.code == 0, done.err
    assert "Your own times:" in done.out
    assert "retention" in done.out
    assert max(cell_width(line) for line in done.out.splitlines()) <= 40
    found = json.loads(mdquiz("fit", "--dry-run", "--format", "json").out)
    told = found["retention"]
    assert told["enough"]
    assert told["present"]["advised"] in [one["retention"] for one in told["present"]["tried"]]
    assert bool(told["fitted"]["tried"]) == found["better"]


def test_due_tells_the_exam_as_a_date(mdquiz: Mdquiz) -> None:
    made(mdquiz)
    told = json.loads(mdquiz("due", "--format", "json").out)
    assert told["plan"]["exam_day"] == exam()
