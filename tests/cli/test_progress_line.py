"""How far a long work is, in a terminal and in a pipe."""

from __future__ import annotations

import io
import sys

import pytest

from mdquiz.cli.progress_line import progress_line


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_pipe_gets_a_line_a_quarter(capsys: pytest.CaptureFixture[str]) -> None:
    with progress_line("Working ...") as tell:
        for step in range(1, 31):
            tell(step / 30)
    assert capsys.readouterr().err.split("\n")[:-1] == [
        "Working ...",
        " 25 %",
        " 50 %",
        " 75 %",
        "100 %",
    ]


@pytest.mark.parametrize("columns", [40, 80])
def test_a_terminal_shows_one_line_only(monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", str(columns))
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    with progress_line("Playing the days through to the exam ...") as tell:
        for step in range(1, 31):
            tell(step / 30)
    text = screen.getvalue()
    assert text.count("\n") == 1 and text.endswith("100 %\n")
    assert max(map(len, text.split("\r"))) <= columns


def test_what_comes_after_an_error_begins_its_own_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    with pytest.raises(ValueError, match="no"), progress_line("Working ...") as tell:
        tell(0.4)
        raise ValueError("no")
    assert screen.getvalue().endswith("40 %\n")
