"""kill -9 in the middle of an exam: every answer is there, and the clock has run on."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

from mdquiz.exams.stored import event_from, paper_from
from mdquiz.progress.store import Store
from tests.study.test_exam import sums

KILLS = 8


def mdquiz(home: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-u", "-m", "mdquiz", "exam", *arguments, "--plain"],
        env={**os.environ, "MDQUIZ_HOME": str(home)},
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_kill_after_any_answer_keeps_every_answer_and_the_clock(tmp_path: Path) -> None:
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "sums.toml").write_text(sums(120), encoding="utf-8")
    (tmp_path / "config.toml").write_text("shipped_decks = false\n", encoding="utf-8")
    rng = random.Random(4)
    saved: list[str] = []
    for number in range(KILLS):
        process = mdquiz(tmp_path, *(["start", "--seed", "1"] if number == 0 else ["resume"]))
        assert process.stdin is not None
        assert process.stderr is not None
        wanted = rng.randint(1, 6)
        # More lines are waiting when the kill comes.
        process.stdin.write("b ?\n" * (wanted + 5))
        process.stdin.flush()
        here = 0
        for line in process.stderr:
            if line.startswith("Saved: "):
                saved.append(line.split()[1])
                here += 1
            if here == wanted:
                break
        process.kill()
        saved += [line.split()[1] for line in process.stderr.readlines() if "Saved: " in line]
        process.stdin.close()
        process.stderr.close()
        process.wait()
    with Store.open(tmp_path / "progress.db") as store:
        (attempt,) = store.attempts.all()
        assert store.problems() == ()
        assert len(paper_from(json.loads(attempt.paper)).items) == 100
        events = [event_from(json.loads(text)) for text in store.attempts.events(attempt.number)]
        answered = {f"{event.number}." for event in events if event.kind == "answer"}
        assert set(saved) <= answered
        assert len(saved) >= KILLS
        assert [event.kind for event in events].count("resume") == KILLS - 1  # type: ignore[arg-type]
        last = events[-1].at_ms
    done = subprocess.run(
        [sys.executable, "-m", "mdquiz", "exam", "list", "--format", "json"],
        env={**os.environ, "MDQUIZ_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    (row,) = json.loads(done.stdout)
    assert row["running"]
    assert row["left_seconds"] * 1000 <= 7_200_000 - (last - attempt.started_ms)
