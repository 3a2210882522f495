"""What goes wrong with the file is said in words, and nothing saved is lost."""

from __future__ import annotations

import os
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from mdquiz.errors import (
    ProgressBusyError,
    ProgressDamagedError,
    ProgressError,
    ProgressNewerError,
)
from mdquiz.progress import database, migrations
from mdquiz.progress.store import Store

from .rows import row


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "progress.db"
    with Store.open(found) as store:
        store.append([row(1)], {})
    return found


@pytest.mark.parametrize("content", [b"not a database at all" * 400, b"x", b"\0" * 5000])
@pytest.mark.parametrize("read_only", [False, True])
def test_a_file_that_is_no_database_is_refused_and_left_alone(
    tmp_path: Path, content: bytes, read_only: bool
) -> None:
    path = tmp_path / "progress.db"
    path.write_bytes(content)
    with pytest.raises(ProgressDamagedError) as caught:
        Store.open(path, read_only=read_only)
    assert str(path) in caught.value.message
    assert "mdquiz restore" in caught.value.hint
    assert path.read_bytes() == content


def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "progress.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(ProgressDamagedError, match="another program"):
        Store.open(path)
    assert path.read_bytes() == before


def test_a_damaged_page_is_reported_as_damage(path: Path) -> None:
    with Store.open(path) as store:
        store.append([row(number) for number in range(2, 400)], {})
    content = bytearray(path.read_bytes())
    for offset in range(4096, len(content) - 100, 4096):
        content[offset : offset + 100] = b"\xee" * 100
    path.write_bytes(content)
    with pytest.raises(ProgressDamagedError), Store.open(path) as store:
        list(store.all_rows())


def test_a_file_of_a_newer_mdquiz_is_refused_and_left_alone(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {migrations.VERSION + 1}")
    connection.close()
    before = path.read_bytes()
    for read_only in (False, True):
        with pytest.raises(ProgressNewerError) as caught:
            Store.open(path, read_only=read_only)
        assert "newest mdquiz" in caught.value.hint
    assert path.read_bytes() == before


def test_a_folder_in_place_of_the_file_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "progress.db").mkdir()
    with pytest.raises(ProgressError, match=r"progress\.db"):
        Store.open(tmp_path / "progress.db")


def test_a_file_in_place_of_the_folder_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    with pytest.raises(ProgressError, match="cannot be written") as caught:
        Store.open(tmp_path / "data" / "progress.db")
    assert "MDQUIZ_HOME" in caught.value.hint


def test_a_file_held_by_another_program_is_said_to_be_busy(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_TIMEOUT_MS", 50)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with Store.open(path) as store:
        with pytest.raises(ProgressBusyError):
            store.append([row(2)], {})
        holder.execute("ROLLBACK")
        store.append([row(2)], {})
        assert store.row_count() == 2
    holder.close()


def test_a_full_disk_loses_no_earlier_answer_and_the_next_can_be_saved(path: Path) -> None:
    with Store.open(path) as store:
        (pages,) = store._connection.execute("PRAGMA page_count").fetchone()
        store._connection.execute(f"PRAGMA max_page_count = {pages}")
        saved = 1
        with pytest.raises(ProgressError, match="disk is full") as caught:
            for number in range(2, 5000):
                store.append([row(number, given="long " * 50)], {})
                saved += 1
        assert "Free some space" in caught.value.hint
        assert store.row_count() == saved
        store._connection.execute("PRAGMA max_page_count = 1000000")
        store.append([row(9999)], {})
        assert store.row_count() == saved + 1
    with Store.open(path) as store:
        assert store.problems() == ()


FILL = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from progress.rows import row
from mdquiz.errors import ProgressError
from mdquiz.progress.store import Store
with Store.open(Path(sys.argv[1])) as store:
    number = 1
    try:
        while True:
            number += 1
            store.append([row(number, given="long " * 100)], {})
            print(number, flush=True)
    except ProgressError as problem:
        print(problem.message, flush=True)
"""


def test_a_disk_quota_that_runs_out_loses_no_answer_shown_as_saved(path: Path) -> None:
    limit = path.stat().st_size + 100_000

    def with_quota() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    tests = Path(__file__).parent.parent
    out = subprocess.run(
        [sys.executable, "-c", FILL, str(path), str(tests)],
        capture_output=True,
        text=True,
        preexec_fn=with_quota,
        check=True,
    )
    *shown, message = out.stdout.splitlines()
    assert "disk" in message
    with Store.open(path) as store:
        assert store.problems() == ()
        saved = {int.from_bytes(found.id) for found in store.all_rows()}
    assert saved == {1, *map(int, shown)}


@pytest.fixture
def read_only_folder() -> Iterator[Path]:
    """A folder with progress that may be read but not written, even where tests run as root."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Store.open(folder / "progress.db") as store:
            store.append([row(1)], {})
        (folder / "progress.db").chmod(0o444)
        folder.chmod(0o555)
        root = os.geteuid() == 0
        if root:
            os.seteuid(65534)
        try:
            yield folder
        finally:
            if root:
                os.seteuid(0)
            folder.chmod(0o755)


def test_a_read_only_folder_can_be_read_and_refuses_answers_in_words(
    read_only_folder: Path,
) -> None:
    path = read_only_folder / "progress.db"
    with Store.open(path, read_only=True) as store:
        assert store.row_count() == 1
    with pytest.raises(ProgressError, match="cannot be written"):
        Store.open(path)
    with Store.open(path, read_only=True) as store:
        assert store.row_count() == 1


def test_progress_cannot_be_begun_in_a_read_only_folder(read_only_folder: Path) -> None:
    with pytest.raises(ProgressError, match="cannot be written") as caught:
        Store.open(read_only_folder / "new.db")
    assert "MDQUIZ_HOME" in caught.value.hint
    with pytest.raises(ProgressError, match="cannot be written"):
        Store.open(read_only_folder / "deeper" / "new.db")
