"""Pipes that break, disks that are full, streams that are closed: words and an exit code."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Mdquiz
from tests.desks import short_deck

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")


@pytest.fixture
def learner(tmp_path: Path) -> Path:
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "n.toml").write_text(short_deck(400), encoding="utf-8")
    (tmp_path / "config.toml").write_text("shipped_decks = false\n", encoding="utf-8")
    return tmp_path


def shell(
    home: Path | str, line: str, stdin: bytes = b"", **variables: str
) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of a line of shell in which $MQ is mdquiz."""
    done = subprocess.run(
        ["bash", "-c", line],
        env={
            **os.environ,
            "MDQUIZ_HOME": str(home),
            "MQ": f"{sys.executable} -m mdquiz",
            **variables,
        },
        input=stdin,
        capture_output=True,
        check=False,
    )
    err = done.stderr.decode("utf-8", "replace")
    assert "Traceback" not in err
    assert "a bug in mdquiz" not in err
    assert "Exception ignored" not in err
    return done.returncode, done.stdout.decode("utf-8", "replace"), err


def test_a_reader_that_has_seen_enough_is_no_error(learner: Path) -> None:
    code, out, err = shell(learner, "$MQ show numbers | head -1; exit ${PIPESTATUS[0]}")
    assert (code, len(out.splitlines()), err) == (0, 1, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
def test_output_to_a_full_disk_is_an_error_in_words(learner: Path) -> None:
    code, _, err = shell(learner, "$MQ list > /dev/full")
    assert code == 2
    assert "The output cannot be written" in err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
def test_narration_that_cannot_be_written_does_not_stop_a_sitting(learner: Path) -> None:
    code, out, _ = shell(learner, "$MQ drill --plain -n 1 2> /dev/full", b"1\n\n")
    assert code == 0
    assert "1 of 1 card known at the first go." in out


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("command", ["drill --plain -n 1", "doctor"])
def test_closed_streams_are_as_good_as_empty_ones(learner: Path, closed: str, command: str) -> None:
    code, _, _ = shell(learner, f"$MQ {command} {closed}", b"1\n\n")
    assert code == 0


def test_an_error_without_a_place_to_say_it_keeps_its_exit_code(learner: Path) -> None:
    assert shell(learner, "$MQ show nothing 2>&-")[0] == 3


@pytest.mark.parametrize("encoding", ["utf-8:strict", "utf-8:surrogateescape", "ascii:strict"])
def test_an_answer_that_is_no_text_is_wrong_and_saved(learner: Path, encoding: str) -> None:
    code, out, err = shell(
        learner, "$MQ drill --plain -n 1", b"\xff\xfe\n\n1\n\n", PYTHONIOENCODING=encoding
    )
    assert code == 0
    assert err.count("Saved.\n") == 2
    assert "missed" in out


def test_a_home_that_nobody_has_is_named() -> None:
    code, _, err = shell("~nosuchuser/x", "$MQ due")
    assert code == 5
    assert "MDQUIZ_HOME=~nosuchuser/x" in err


def test_a_deck_folder_in_a_home_that_nobody_has_is_empty(mdquiz: Mdquiz, home: Path) -> None:
    home.mkdir()
    (home / "config.toml").write_text(
        'shipped_decks = false\ndeck_folders = ["~nosuchuser/x"]\n', encoding="utf-8"
    )
    done = mdquiz("due")
    assert (done.code, done.out) == (0, "")


def test_a_number_of_days_with_thousands_of_digits_is_refused(mdquiz: Mdquiz) -> None:
    done = mdquiz("browse", "due:" + "9" * 5000)
    assert done.code == 2
    assert "no number of days" in done.err
