from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mdquiz.progress.store import Store
from tests.cli.conftest import Mdquiz
from tests.desks import short_deck


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder nobody can write to")
def test_a_folder_that_cannot_be_written_is_named_with_a_way_out(
    mdquiz: Mdquiz, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MDQUIZ_HOME", "/proc/mdquiz")
    done = mdquiz("drill", "--plain", stdin="1\n")
    assert done.code == 4
    assert "/proc/mdquiz" in done.err
    assert "MDQUIZ_HOME" in done.err
    assert "Traceback" not in done.err


def test_a_full_disk_says_so_and_keeps_what_was_saved(tmp_path: Path) -> None:
    """The file may not grow past a size: what a full disk looks like to a program."""
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "n.toml").write_text(short_deck(400), encoding="utf-8")
    (tmp_path / "config.toml").write_text(
        "shipped_decks = false\nnew_per_day = 400\n", encoding="utf-8"
    )
    drill(tmp_path, answers=5)
    room = (tmp_path / "progress.db").stat().st_size + 20_000
    done = drill(tmp_path, answers=395, largest_file=room)
    assert done.returncode == 4, done.stderr[-2000:]
    assert "Traceback" not in done.stderr
    assert "The disk may be full" in done.stderr
    saved = done.stderr.count("Saved.\n")
    assert saved > 10
    with Store.open(tmp_path / "progress.db") as store:
        assert store.problems() == ()
        assert store.row_count() == saved + 5


def drill(
    home: Path, *, answers: int, largest_file: int = 100_000_000
) -> subprocess.CompletedProcess[str]:
    limited = (
        "import resource, signal\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({largest_file}, {largest_file}))\n"
        "from mdquiz.cli.main import run\n"
        "run()\n"
    )
    return subprocess.run(
        [sys.executable, "-c", limited, "drill", "--plain"],
        env={**os.environ, "MDQUIZ_HOME": str(home)},
        input="7\n\n" * answers,
        capture_output=True,
        text=True,
        check=False,
    )
