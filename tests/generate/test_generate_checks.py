"""What `mdquiz generate` finds out before it begins, and what it says while it works."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mdquiz.cli.generate import generate
from mdquiz.errors import MdquizError, UsageError
from mdquiz.generate.pipeline import generate as made
from mdquiz.generate.source import source_text

NOTE = "# The Lokpal\n\nThe Lokpal Act was passed in 2013.\n"


@pytest.fixture
def note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MDQUIZ_HOME", str(tmp_path / "home"))
    path = tmp_path / "lokpal.md"
    path.write_text(NOTE, encoding="utf-8")
    return path


def run(*words: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(generate, [str(word) for word in words], input=stdin)


def refused(*words: object) -> MdquizError:
    problem = run(*words).exception
    assert isinstance(problem, MdquizError)
    return problem


def test_rejects_that_cannot_be_written_are_told_before_the_deck_is(
    note: Path, tmp_path: Path
) -> None:
    deck = tmp_path / "d.toml"
    for place in (tmp_path, note / "r.jsonl", note / "a" / "r.jsonl"):
        problem = refused(note, "-o", deck, "--rejects", place)
        assert "--rejects cannot be written" in problem.message
        assert "--rejects" in problem.hint
        assert not deck.exists()
    assert run(note, "-o", deck, "--rejects", tmp_path / "new" / "r.jsonl").exit_code == 0
    assert (tmp_path / "new" / "r.jsonl").exists()


def test_a_folder_of_word_lists_that_is_none_is_told(note: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    for folder, said in (
        (tmp_path / "missing", "is not there"),
        (note, "is a file"),
        (empty, "no word list in"),
    ):
        problem = refused(note, "--lexicons", folder)
        assert isinstance(problem, UsageError)
        assert said in problem.message
    assert run(note).exit_code == 0  # the folder of the settings may be missing


def test_a_doubtful_name_is_told_once(note: Path, tmp_path: Path) -> None:
    words = tmp_path / "words"
    words.mkdir()
    (words / "a.toml").write_text('kind = "god"\n[groups]\ng = ["The"]\n', "utf-8")
    result = run(note, "--lexicons", words)
    assert result.stderr.count("common word") == 1


def test_calls_are_of_no_use_without_a_model(note: Path) -> None:
    assert "--llm" in refused(note, "--llm-calls", "3").message


@pytest.mark.parametrize("name", ["a file", "standard input"])
def test_a_long_note_shows_how_far_the_work_is(note: Path, name: str) -> None:
    long = NOTE + "Words without an end, " * 10_000 + "\n"
    note.write_text(long, "utf-8")
    result = run("-", stdin=long) if name == "standard input" else run(note)
    assert f"Reading {'standard input' if name == 'standard input' else note}" in result.stderr
    assert "100 %" in result.stderr
    assert "100 %" not in run("-", stdin=NOTE).stderr


def test_the_share_that_is_done_only_grows_up_to_all() -> None:
    told: list[float] = []
    text = "".join(f"## River {i}\n\nIt rises in Delhi in {1900 + i}.\n\n" for i in range(60))
    made(source_text("n.md", text), tell=told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert len({round(share, 2) for share in told}) > 20


def test_the_summary_shows_twenty_sections_and_counts_the_rest(note: Path, tmp_path: Path) -> None:
    note.write_text(
        "".join(f"## River {i}\n\nThe dam was built in {1900 + i}.\n\n" for i in range(30)), "utf-8"
    )
    said = run(note, "-o", tmp_path / "d.toml").stderr
    assert "River 19" in said
    assert "River 20" not in said
    assert "… and 10 more sections; --format json has them all." in said
