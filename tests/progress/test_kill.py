"""A kill at any moment loses nothing that was shown as saved; two processes may write at once."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

from mdquiz.progress.store import Store
from mdquiz.study.history import History

ANSWERING = """
import sys
from pathlib import Path
from mdquiz.decks.card import CardId
from mdquiz.progress.ids import IDS
from mdquiz.progress.log import Kind, LogRow
from mdquiz.progress.store import Store
from mdquiz.study.history import History

path, answers, shift = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
with Store.open(path) as store:
    history = History(store)
    sitting = IDS.new(0)
    for number in range(answers):
        row = LogRow(
            id=IDS.new(1_700_000_000_000 + number),
            sitting=sitting,
            card=CardId("minerals", f"q{number % 7}"),
            kind=Kind.DRILL,
            at_ms=1_700_000_000_000 + number,
            offset_minutes=330,
            day=739_577 + number // 7,
            rating=1 + (number + shift) % 4,
        )
        history.record([row])
        print(row.id.hex(), flush=True)
"""


HALF_WRITTEN = """
import os, sys
from pathlib import Path
from mdquiz.progress import database

connection = database.connect(Path(sys.argv[1]))
connection.execute("PRAGMA cache_size = 1")  # pages reach the file before the commit
connection.execute("BEGIN IMMEDIATE")
for number in range(2000):
    connection.execute("INSERT INTO fingerprint (hash) VALUES (?)", (f"{number:064}",))
os._exit(9)
"""


def start(path: Path, answers: int, shift: int = 0) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", ANSWERING, str(path), str(answers), str(shift)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def saved(path: Path) -> set[str]:
    with Store.open(path) as store:
        assert store.problems() == ()
        return {row.id.hex() for row in store.all_rows()}


def test_a_kill_after_any_of_two_hundred_answers_keeps_those_shown_as_saved(
    tmp_path: Path,
) -> None:
    path = tmp_path / "progress.db"
    rng = random.Random(20)
    shown: list[str] = []
    while len(shown) < 200:
        answering = start(path, 1_000_000)
        assert answering.stdout is not None
        for _ in range(rng.randint(1, 40)):
            shown.append(answering.stdout.readline().strip())  # noqa: PERF401 (killed mid-way)
        answering.kill()
        rest, errors = answering.communicate()
        shown += [line for line in rest.splitlines() if len(line) == 32]
        assert errors == ""
        assert set(shown) <= saved(path)
    with Store.open(path) as store:
        assert History(store).rebuild().changed == 0


def test_two_processes_answering_at_once_both_keep_every_answer(tmp_path: Path) -> None:
    path = tmp_path / "progress.db"
    both = [start(path, 100), start(path, 100, shift=2)]
    shown = set()
    for answering in both:
        out, errors = answering.communicate(timeout=120)
        assert errors == ""
        shown |= set(out.split())
    assert len(shown) == 200
    assert saved(path) == shown
    with Store.open(path) as store:
        assert History(store).rebuild().changed == 0


def test_a_burst_of_fifty_answers_gives_fifty_rows(tmp_path: Path) -> None:
    path = tmp_path / "progress.db"
    out, _ = start(path, 50).communicate(timeout=60)
    assert len(out.split()) == len(saved(path)) == 50


def test_a_transaction_cut_off_by_a_kill_is_taken_back_even_when_only_looking(
    tmp_path: Path,
) -> None:
    path = tmp_path / "progress.db"
    start(path, 3).communicate(timeout=60)
    size = path.stat().st_size
    subprocess.run([sys.executable, "-c", HALF_WRITTEN, str(path)], check=False)
    journal = path.with_name(path.name + "-journal")
    assert path.stat().st_size > size or journal.stat().st_size > 0
    with Store.open(path, read_only=True) as store:
        assert store.problems() == ()
        assert store.row_count() == 3
    with Store.open(path) as store:
        assert History(store).rebuild().rows == 3
