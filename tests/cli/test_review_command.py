"""`mdquiz generate --review` as it is typed, in a terminal and without one."""

from __future__ import annotations

import json
import os
import re
import select
import sys
import time
from pathlib import Path
from typing import Self

import pytest
from click.testing import CliRunner, Result

from mdquiz.cli.generate import generate
from mdquiz.decks.read import read_deck
from mdquiz.errors import UsageError

NOTE = """# The Lokpal

The Lokpal Act was passed in 2013. The Lokpal has its seat at New Delhi.

- **Tenure**: five years
"""
LONGEST_WAIT_S = 60


@pytest.fixture
def note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MDQUIZ_HOME", str(tmp_path / "home"))
    path = tmp_path / "lokpal.md"
    path.write_text(NOTE, encoding="utf-8")
    return path


def run(*words: object, stdin: str | None = None) -> Result:
    result = CliRunner().invoke(generate, [str(word) for word in words], input=stdin)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def test_without_a_terminal_the_deck_is_written_and_the_way_back_told(
    note: Path, tmp_path: Path
) -> None:
    target = tmp_path / "d.toml"
    result = run(note, "-o", target, "--review")
    assert read_deck(target).deck is not None
    assert "no terminal" in result.stderr
    assert "The same command" in result.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["n.md", "--review"], "-o DECK.toml"),
        (["n.md", "--review", "-o", "d.toml", "--dry-run"], "do not go together"),
        (["n.md", "--review", "-o", "d.toml", "--format", "json"], "do not go together"),
        (["-", "--review", "-o", "d.toml"], "keyboard"),
        (["n.md", "m.md", "--review", "-o", "out"], "one deck at a time"),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, list) else "",
)
def test_what_cannot_be_reviewed_is_refused_before_anything_is_written(
    note: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("n.md", "m.md"):
        Path(name).write_text(NOTE, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        run(*words, stdin=NOTE)
    assert told in f"{caught.value.message} {caught.value.hint}"
    assert not Path("d.toml").exists()
    assert not Path("out").exists()


def test_a_deck_with_errors_is_neither_touched_nor_reviewed(note: Path, tmp_path: Path) -> None:
    target = tmp_path / "d.toml"
    target.write_text("title = ", encoding="utf-8")
    result = run(note, "-o", target, "--review")
    assert "is left as it is" in result.stderr
    assert "no terminal" not in result.stderr
    assert target.read_text("utf-8") == "title = "


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX terminal")
def test_in_a_terminal_decisions_last_also_when_it_is_killed(note: Path, tmp_path: Path) -> None:
    target = tmp_path / "d.toml"
    run(note, "-o", target)
    deck = read_deck(target).deck
    assert deck is not None
    first, second, third, *rest = [question.id for question in deck.questions]
    words = ["generate", str(note), "-o", str(target), "--review"]
    with Terminal(words) as terminal:
        terminal.wait_for("to do")
        terminal.press("a")
        terminal.wait_for("✓ 1")
        terminal.press("r")
        terminal.wait_for("✗ 1")
        terminal.kill()
    assert decisions(target)[first] == "accepted"
    assert decisions(target)[second] == "rejected"
    with Terminal(words) as terminal:
        terminal.wait_for(f"{len(rest) + 1} to do")
        terminal.press("r")
        terminal.wait_for("✗ 2")
        terminal.press("q")
        said = terminal.rest()
    assert "1 accepted, 2 rejected" in said
    assert "goes on with them" in said
    again = read_deck(target).deck
    assert again is not None
    assert [question.id for question in again.questions] == [first, *rest]
    assert not (tmp_path / "home" / "progress.db").exists()
    assert third not in target.read_text("utf-8")


def decisions(target: Path) -> dict[str, str]:
    entries = json.loads(target.with_suffix(".review.json").read_text("utf-8"))["questions"]
    return {name: entry["decision"] for name, entry in entries.items()}


class Terminal:
    """mdquiz in a terminal of 80 columns."""

    def __init__(self, words: list[str]) -> None:
        import pty

        self._pid, self._end = pty.fork()
        if self._pid == 0:
            environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24"}
            os.execve(sys.executable, [sys.executable, "-m", "mdquiz", *words], environment)
        self._said = ""
        self._dead = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if not self._dead:
            self.kill()
        os.close(self._end)

    def press(self, keys: str) -> None:
        """Type, after long enough to have read."""
        time.sleep(0.4)
        os.write(self._end, keys.encode())

    def wait_for(self, words: str) -> None:
        """Read until `words` were shown since the last key waited for."""
        until = time.monotonic() + LONGEST_WAIT_S
        while words not in _plain(self._said):
            assert time.monotonic() < until, f"{words!r} is not in {_plain(self._said)[-2000:]!r}"
            if select.select([self._end], [], [], 0.2)[0]:
                self._said += os.read(self._end, 65536).decode("utf-8", "replace")

    def rest(self) -> str:
        """Everything said until it ends."""
        try:
            while chunk := os.read(self._end, 65536):
                self._said += chunk.decode("utf-8", "replace")
        except OSError:
            pass
        os.waitpid(self._pid, 0)
        self._dead = True
        return _plain(self._said)

    def kill(self) -> None:
        """End it as a power cut would."""
        os.kill(self._pid, 9)
        os.waitpid(self._pid, 0)
        self._dead = True


def _plain(said: str) -> str:
    return re.sub(r"\x1b\[[0-9;?<>=]*[A-Za-z]|\x1b[()][A-Z0-9]", "", said)
