"""`mdquiz doctor`, `backup`, `restore` and `export`, as typed at a prompt."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from mdquiz.cli import main
from mdquiz.decks.card import CardId
from mdquiz.progress.store import Store
from mdquiz.study.history import History

from .rows import row

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MDQUIZ_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def run(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def typed(*words: str | Path) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["mdquiz", *map(str, words)])
        code = main._exit_code()
        out, err = capsys.readouterr()
        return code, out, err

    return typed


def answer(home: Path, *numbers: int, given: str = "$24 million") -> None:
    with Store.open(home / "progress.db") as store:
        History(store).record([row(number, given=given) for number in numbers])


def rows(home: Path) -> int:
    with Store.open(home / "progress.db", read_only=True) as store:
        return store.row_count()


def test_a_fresh_machine_is_healthy_and_stays_untouched(run: Run, home: Path) -> None:
    code, out, err = run("doctor")
    assert code == 0
    assert str(home / "progress.db") in out
    assert "Nothing is wrong" in err
    assert not (home / "progress.db").exists()


def test_the_doctor_tells_everything_as_json(run: Run, home: Path) -> None:
    answer(home, 1, 2)
    code, out, _ = run("doctor", "--format", "json")
    found = json.loads(out)
    assert code == 0
    assert found["progress"]["rows"] == 2
    assert found["versions"]["fsrs"] == "6.3.2"
    assert {"TERM", "columns", "encoding"} <= found["terminal"].keys()
    assert found["problems"] == []
    (note,) = found["notes"]
    assert "1 card with a history in no deck: minerals/kabil." in note["message"]


def test_a_state_that_is_not_what_the_log_says_is_found_and_put_right(run: Run, home: Path) -> None:
    answer(home, 1)
    connection = sqlite3.connect(home / "progress.db")
    connection.execute("UPDATE card_state SET due_day = 5")
    connection.commit()
    connection.close()
    code, out, err = run("doctor")
    assert code == 1
    assert "The stored state of 1 card is not what the log says." in out
    assert "--rebuild" in out
    assert "Problems: 1." in err
    code, out, _ = run("doctor", "--rebuild")
    assert code == 0
    assert "1 of 1 put right" in out
    assert run("doctor")[0] == 0


def test_a_damaged_progress_file_or_setting_is_a_finding_and_no_traceback(
    run: Run, home: Path
) -> None:
    home.mkdir()
    (home / "progress.db").write_bytes(b"rubbish" * 1000)
    (home / "config.toml").write_text("new_per_day = ")
    code, out, err = run("doctor")
    assert code == 1
    assert "progress.db is damaged" in out
    assert "config.toml" in out
    assert "Traceback" not in out + err


def test_answers_dated_in_the_future_are_found(run: Run, home: Path) -> None:
    with Store.open(home / "progress.db") as store:
        early = row(3_000_000_000_000, card=CardId("minerals", "late"))
        History(store).record([early])
    code, out, _ = run("doctor")
    assert code == 1
    assert "Rows of the log dated after today: 1." in out


def test_progress_is_copied_lost_and_brought_back(run: Run, home: Path) -> None:
    answer(home, 1, 2, 3)
    code, out, _ = run("backup")
    assert code == 0
    copy = Path(out.strip())
    assert copy.parent == home / "backups"
    answer(home, 4)
    code, out, err = run("restore")
    assert out.startswith(copy.name + "\t")
    code, _, err = run("restore", copy.name)
    assert code == 0
    assert rows(home) == 3
    kept = err.split("`mdquiz restore ")[1].split("`")[0]
    assert run("restore", kept)[0] == 0
    assert rows(home) == 4


def test_a_copy_goes_where_it_is_told_and_never_over_another_file(
    run: Run, home: Path, tmp_path: Path
) -> None:
    answer(home, 1)
    target = tmp_path / "stick" / "mine.db"
    assert run("backup", target)[0] == 0
    code, _, err = run("backup", target)
    assert code == 2
    assert "there already" in err
    code, out, _ = run("backup", target.parent)
    assert code == 0
    assert Path(out.strip()).parent == target.parent


def test_a_copy_that_is_no_progress_file_is_not_restored(
    run: Run, home: Path, tmp_path: Path
) -> None:
    answer(home, 1)
    (tmp_path / "notes.txt").write_text("hello " * 1000)
    code, _, err = run("restore", tmp_path / "notes.txt")
    assert code == 4
    assert "damaged" in err
    assert rows(home) == 1
    assert run("restore", "no-such-copy.db")[0] == 4


def test_the_log_is_exported_line_by_line_without_loss(
    run: Run, home: Path, tmp_path: Path
) -> None:
    given = 'काबिल \x1b[2J\u202e\x85 "24"\n'
    answer(home, 1, given=given)
    code, out, _ = run("export", "progress")
    assert code == 0
    assert "\x1b" not in out
    assert "\u202e" not in out
    (line,) = out.splitlines()
    found = json.loads(line)
    assert found["given"] == given
    assert found["id"] == row(1).id.hex()
    assert found["at"] == "2023-11-15T03:43:20.001+05:30"
    assert found["day"] == "2025-11-22"
    assert found["parameters"] == {"desired_retention": 0.9}
    assert (found["deck"], found["question"], found["kind"]) == ("minerals", "kabil", "drill")
    target = tmp_path / "log.jsonl"
    code, out, err = run("export", "progress", "-o", target)
    assert (code, out) == (0, "")
    assert "Rows written to" in err
    assert json.loads(target.read_text(encoding="utf-8")) == found


def test_an_export_that_cannot_be_written_says_so(run: Run, home: Path, tmp_path: Path) -> None:
    answer(home, 1)
    code, _, err = run("export", "progress", "-o", tmp_path / "no" / "where.jsonl")
    assert code == 2
    assert "cannot be written" in err


@pytest.mark.parametrize("command", ["restore", "backup"])
def test_a_name_too_long_for_a_file_is_refused_in_words(run: Run, home: Path, command: str) -> None:
    answer(home, 1)
    code, _, err = run(command, "x" * 5000)
    assert code == 4
    assert "a bug" not in err
