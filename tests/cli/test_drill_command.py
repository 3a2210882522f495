from __future__ import annotations

import json
from pathlib import Path

import pytest

from mdquiz.progress.store import Store
from tests.cli.conftest import Mdquiz
from tests.desks import short_deck


@pytest.fixture
def deck(home: Path) -> str:
    """A deck of three numbers in the learner's folder, and nothing else."""
    file = home / "decks" / "numbers.toml"
    file.parent.mkdir(parents=True)
    file.write_text(short_deck(3), encoding="utf-8")
    (home / "config.toml").write_text("shipped_decks = false\n", encoding="utf-8")
    return "numbers"


def logged(home: Path) -> list[tuple[str, str, int | None, str, str, str]]:
    with Store.open(home / "progress.db", read_only=True) as store:
        return [
            (row.card.question, row.kind, row.rating, row.outcome, row.given, row.confidence)
            for row in store.all_rows()
        ]


def test_a_sitting_through_a_pipe_asks_grades_and_saves(
    mdquiz: Mdquiz, home: Path, deck: str
) -> None:
    done = mdquiz("drill", deck, "--plain", stdin="1\n\n2 !\n4\nthree ?\n\n")
    assert done.code == 0, done.err
    assert "What is 1?" in done.out
    assert "3 of 3 cards known at the first go" in done.out
    assert logged(home) == [
        ("q1", "drill", 3, "right", "1", ""),
        ("q2", "drill", 3, "right", "2", "sure"),
        ("q2", "regrade", 4, "", "", ""),
        ("q3", "drill", 2, "right", "three", "unsure"),
    ]


def test_when_the_pipe_ends_early_what_was_answered_is_kept(
    mdquiz: Mdquiz, home: Path, deck: str
) -> None:
    done = mdquiz("drill", "--plain", stdin="1\n")
    assert done.code == 0
    assert "What was answered is saved" in done.err
    assert len(logged(home)) == 1


def test_a_revealed_answer_waits_for_a_rating(mdquiz: Mdquiz, home: Path, deck: str) -> None:
    done = mdquiz("drill", "--plain", stdin="\n\n9\n3\n")
    assert "Only you know" in done.err
    assert "'9' is no rating" in done.err
    assert logged(home) == [("q1", "drill", 3, "revealed", "", "")]


def test_commands_work_in_plain_lines(mdquiz: Mdquiz, home: Path, deck: str) -> None:
    typed = ":help\n:flag\n:source\n:language\n:skip\n5\n:undo\n:bury\n:suspend\n:nonsense\n:quit\n"
    done = mdquiz("drill", "--plain", stdin=typed)
    assert done.code == 0
    for said in (
        ":undo  take back",
        "Flagged.",
        "names no source",
        "no other language",
        "Taken back: the answer.",
        "no :nonsense",
    ):
        assert said in done.err
    kinds = [kind for _, kind, *_ in logged(home)]
    assert kinds == ["flag", "drill", "undo", "bury", "suspend"]


def test_without_a_terminal_the_drill_says_that_it_is_plain(mdquiz: Mdquiz, deck: str) -> None:
    done = mdquiz("drill", stdin="")
    assert "no terminal" in done.err
    assert "What is 1?" in done.out


def test_mdquiz_alone_without_a_terminal_shows_the_decks_and_drills(
    mdquiz: Mdquiz, deck: str
) -> None:
    done = mdquiz(stdin="1\n\n")
    assert done.code == 0
    assert "Numbers" in done.out
    assert "What is 1?" in done.out


def test_a_deck_anywhere_on_disk_can_be_drilled(mdquiz: Mdquiz, home: Path, tmp_path: Path) -> None:
    file = tmp_path / "elsewhere.toml"
    file.write_text(short_deck(1, title="Elsewhere"), encoding="utf-8")
    assert "What is 1?" in mdquiz("drill", str(file), "--plain", stdin="1\n\n").out
    assert len(logged(home)) == 1


def test_an_unknown_deck_is_answered_with_the_nearest(mdquiz: Mdquiz, deck: str) -> None:
    done = mdquiz("drill", "nmbers", "--plain")
    assert done.code == 3
    assert "numbers" in done.err
    assert "Traceback" not in done.err


def test_what_is_due_comes_as_text_and_json(mdquiz: Mdquiz, deck: str) -> None:
    mdquiz("drill", "--plain", stdin="1\n\n")
    done = mdquiz("due")
    assert "0     2        1      3  Numbers" in done.out
    assert "Done today: 1. Streak: 1 day." in done.err
    data = json.loads(mdquiz("due", "--format", "json").out)
    assert data["decks"][0]["learned"] == 1
    assert data["new_today"] == 2


def test_looking_creates_nothing(mdquiz: Mdquiz, home: Path, deck: str) -> None:
    mdquiz("due")
    mdquiz("browse")
    assert not (home / "progress.db").exists()


def test_cards_are_found_as_text_and_json(mdquiz: Mdquiz, deck: str) -> None:
    assert "What is 2?" in mdquiz("browse", "2").out
    data = json.loads(mdquiz("browse", "state:new", "--format", "json").out)
    assert [card["question"] for card in data] == ["q1", "q2", "q3"]
    assert mdquiz("browse", "state:odd").code == 2


def test_nothing_to_drill_says_what_to_do(mdquiz: Mdquiz, home: Path, deck: str) -> None:
    mdquiz("drill", "--plain", stdin="1\n\n2\n\n3\n\n")
    done = mdquiz("drill", "--plain")
    assert done.code == 3
    assert "Nothing is due now" in done.err
    assert "--ahead" in done.err


def test_an_escape_sequence_reaches_the_terminal_as_text(mdquiz: Mdquiz, deck: str) -> None:
    done = mdquiz("drill", "\x1b]0;owned\x07", "--plain", stdin="\x1b[2J\n\n")
    assert "\x1b" not in done.out + done.err
    assert "<U+001B>]0;owned<U+0007>" in done.err
