"""kill -9 is an ordinary event: what was shown as saved is there afterwards."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

from mdquiz.progress.store import Store
from tests.desks import short_deck

QUESTIONS = 400
ANSWERS = 200


def start(home: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-u", "-m", "mdquiz", "drill", "--plain"],
        env={**os.environ, "MDQUIZ_HOME": str(home)},
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_kill_after_any_of_two_hundred_answers_keeps_every_answer_shown_as_saved(
    tmp_path: Path,
) -> None:
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "n.toml").write_text(short_deck(QUESTIONS), encoding="utf-8")
    (tmp_path / "config.toml").write_text(
        f"shipped_decks = false\nnew_per_day = {QUESTIONS}\n", encoding="utf-8"
    )
    rng = random.Random(9)
    saved = 0
    while saved < ANSWERS:
        before_kill = rng.randint(1, 40)
        process = start(tmp_path)
        assert process.stdin is not None
        assert process.stderr is not None
        # Right or wrong does not matter here; many lines are waiting when the kill comes.
        process.stdin.write("7\n\n" * (before_kill + 20))
        process.stdin.flush()
        here = 0
        for line in process.stderr:
            here += line.strip() == "Saved."
            if here == before_kill:
                break
        process.kill()
        rest = process.stderr.read()
        saved += here + rest.count("Saved.\n")
        process.stdin.close()
        process.stderr.close()
        process.wait()
        with Store.open(tmp_path / "progress.db") as store:
            assert store.row_count() >= saved
            assert store.problems() == ()
